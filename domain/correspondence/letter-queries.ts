/** One letter whole, for its page. */
import { asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, letters, partners, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError, type RefusalCode } from '../result';
import { refuseNotTheirs, refuseUnconfirmed } from './letter-guards';
import { refuseChangedFacts } from './letter-sheets';

/** One letter with its case, its addressee and everyone who had it in hand. */
export const letterPage = query('case.read', z.strictObject({ letterId: id() }), async ({ letterId }) => {
  const [found] = await read()
    .select({
      letter: letters,
      row: cases,
      partner: partners.name,
      applicant: applications.applicantName,
      reference: applications.reference,
    })
    .from(letters)
    .innerJoin(cases, eq(cases.id, letters.caseId))
    .leftJoin(partners, eq(partners.id, letters.partnerId))
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .where(eq(letters.id, letterId));
  if (!found) throw new DomainError('letter.not-found');
  const { letter, row, ...about } = found;
  const names = new Map(
    (await read().select({ id: staff.id, name: staff.name }).from(staff)).map((m) => [m.id, m.name]),
  );
  const nameOf = (staffId: string | null) => (staffId ? (names.get(staffId) ?? null) : null);
  const { frozen: _frozen, writtenBy, lastEditedBy, approvedBy, registeredBy, settledBy, ...shown } = letter;
  return {
    ...shown,
    ...about,
    case: {
      caseId: row.id,
      number: row.number,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      assigneeId: row.assigneeId,
    },
    writer: nameOf(writtenBy),
    editor: nameOf(lastEditedBy),
    signatory: nameOf(approvedBy),
    registrar: nameOf(registeredBy),
    settler: nameOf(settledBy),
    /** Why it may not go out as it stands. */
    hindrance: await hindranceOf(letter),
    corrects: letter.correctsId ? await inBrief(letter.correctsId) : null,
    correctedBy: await corrections(letter.id, letter.caseId),
  };
});

export type LetterPage = Awaited<ReturnType<typeof letterPage>>;

async function hindranceOf(letter: typeof letters.$inferSelect): Promise<RefusalCode | null> {
  if (!['draft', 'approved', 'registered'].includes(letter.state)) return null;
  try {
    await refuseNotTheirs(letter);
    await refuseUnconfirmed(letter);
    if (letter.state === 'approved') await refuseChangedFacts(letter);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const brief = {
  letterId: letters.id,
  kind: letters.kind,
  state: letters.state,
  number: letters.number,
  numberedOn: letters.numberedOn,
};

async function inBrief(letterId: string) {
  const [row] = await read().select(brief).from(letters).where(eq(letters.id, letterId));
  return row ?? null;
}

async function corrections(letterId: string, caseId: string) {
  const rows = await read()
    .select({ ...brief, correctsId: letters.correctsId })
    .from(letters)
    .where(eq(letters.caseId, caseId))
    .orderBy(asc(letters.writtenAt));
  return rows.filter((row) => row.correctsId === letterId && row.state !== 'discarded');
}
