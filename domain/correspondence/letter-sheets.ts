/** What the sheet of a letter is made from, and where the made sheet lies. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, letters, staff } from '@/db/schema';
import { isHolders, standingOf } from '../applications/standing';
import { filePath, partPath, place, refuseWithoutRoom } from '../attachments/files';
import { leadingCaseId } from '../cases/guards';
import { bookkeep } from '../change';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { isTold } from './letter-guards';
import { type LetterKind, settledStates } from './letter-kinds';
import { type Stated, statedFor } from './letter-stated';
import { inWords, writtenDay } from './letter-words';

type Letter = typeof letters.$inferSelect;
type Language = Letter['language'];

/**
 * Everything a sheet says, ready in its language. `form` names the layout and the words around it: a sheet made again from the same
 * facts by the same form is the same to the byte.
 */
export type SheetFacts = {
  form: 1;
  kind: LetterKind;
  language: Language;
  /** Null while the letter has none. */
  number: string | null;
  /** The day under the number, in words. */
  day: string;
  /** The same as ISO day, for the document's own date. */
  isoDay: string;
  text: string;
  addressee: string;
  address: string;
  /** Of the application it answers. */
  reference: string;
  soldier: { surname: string; givenName: string; patronymic: string; birth: string; birthPlace: string };
  /** What a certificate states. */
  stated: Stated | null;
  signatory: string;
  writer: string;
};

/** A sheet without what registering adds: what the signatory approves. */
type ApprovedFacts = Omit<SheetFacts, 'number' | 'day' | 'isoDay'>;

/** What the sheet of a letter is made from as it stands now; kept with the letter when it is approved. */
export async function approvedFacts(letter: Letter): Promise<ApprovedFacts> {
  const { language } = letter;
  const [row] = await read()
    .select()
    .from(cases)
    .where(eq(cases.id, await leadingCaseId(letter.caseId)));
  if (!row) throw new DomainError('case.not-found');
  const [application] = letter.applicationId
    ? await read().select().from(applications).where(eq(applications.id, letter.applicationId))
    : [];
  return {
    form: 1,
    kind: letter.kind as LetterKind,
    language,
    text: letter.text,
    addressee: letter.recipient || application?.applicantName || '',
    address: application?.postalAddress ?? '',
    reference: application?.reference ?? '',
    soldier: {
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      birth: inWords(row.birthEdtf ?? row.birth, language),
      birthPlace: row.birthPlace,
    },
    stated:
      letter.kind === 'certificate' && letter.conclusionId ? await statedFor(letter.conclusionId, language) : null,
    signatory: await nameOf(letter.approvedBy),
    writer: await nameOf(letter.lastEditedBy ?? letter.writtenBy),
  };
}

/** What was approved, under the number and day of the letter; today's day while it has none. */
export function datedSheet(
  approved: ApprovedFacts,
  { number, numberedOn, language }: Pick<Letter, 'number' | 'numberedOn' | 'language'>,
): SheetFacts {
  const isoDay = numberedOn ?? dayOf(now());
  return { number, day: writtenDay(isoDay, language), isoDay, ...approved };
}

/**
 * What was approved, when the sheet would say the same now.
 * @throws DomainError `letter.facts-changed`
 */
export async function refuseChangedFacts(letter: Letter): Promise<ApprovedFacts> {
  const approved = letter.frozen as ApprovedFacts | null;
  if (!approved || !isDeepStrictEqual(approved, await approvedFacts(letter)))
    throw new DomainError('letter.facts-changed');
  return approved;
}

async function nameOf(staffId: string | null): Promise<string> {
  if (!staffId) return '';
  const [row] = await read().select({ name: staff.name }).from(staff).where(eq(staff.id, staffId));
  return row?.name ?? '';
}

export type Sheet = { letterId: string; isDraft: boolean; facts: SheetFacts; sha256: string | null };

/** The sheet of a letter for staff: as approved, or as it would be now. */
export const letterSheet = query('case.read', z.strictObject({ letterId: id() }), async ({ letterId }) => {
  const [letter] = await read().select().from(letters).where(eq(letters.id, letterId));
  if (!letter) throw new DomainError('letter.not-found');
  return sheetOf(letter);
});

/**
 * The sheet of an applicant's own letter: one that went out to them, not to who held the application before, and that they may read.
 * @throws DomainError `letter.not-found` for any other
 */
export const ownLetterSheet = query(
  'application.follow',
  z.strictObject({ applicationId: id(), letterId: id() }),
  async ({ applicationId, letterId }) => {
    const { told, visible, heldSince } = await standingOf(applicationId);
    const letter = told.find((one) => one.id === letterId);
    if (!letter?.frozen || !isHolders(letter, heldSince) || !isTold(letter.kind, visible))
      throw new DomainError('letter.not-found');
    return sheetOf(letter);
  },
);

async function sheetOf(letter: Letter): Promise<Sheet> {
  const isDraft = letter.number === null;
  const facts = datedSheet((letter.frozen as ApprovedFacts | null) ?? (await approvedFacts(letter)), letter);
  return { letterId: letter.id, isDraft, facts, sha256: letter.sheetSha256 };
}

/** The sheet as it was kept; null when it was not yet, or when its file is not there or not what it was. */
export function keptSheet({ sha256 }: Sheet): Buffer | null {
  if (!sha256 || !existsSync(filePath(sha256))) return null;
  const bytes = readFileSync(filePath(sha256));
  return hashOf(bytes) === sha256 ? bytes : null;
}

/**
 * Keeps a sheet that was made among the files, under its hash, and the hash with the letter. Nothing is written for a draft, nor
 * when another sheet is kept for it already: that one went out; nor when what it was made from was erased meanwhile.
 * @throws DomainError `disk.full`
 */
export async function keepSheet({ letterId, isDraft, sha256 }: Sheet, bytes: Uint8Array): Promise<void> {
  const made = hashOf(bytes);
  if (isDraft || (sha256 && sha256 !== made)) return;
  refuseWithoutRoom(bytes.length);
  const part = partPath(`${newId()}.pdf`);
  writeFileSync(part, bytes, { flush: true, mode: 0o600 });
  await bookkeep(async (tx) => {
    const kept = await tx
      .update(letters)
      .set({ sheetSha256: made })
      .where(
        and(
          eq(letters.id, letterId),
          inArray(letters.state, ['registered', ...settledStates]),
          isNotNull(letters.frozen),
          or(isNull(letters.sheetSha256), eq(letters.sheetSha256, made)),
        ),
      )
      .returning({ id: letters.id });
    if (kept.length > 0) place(part, made);
    else rmSync(part);
  });
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
