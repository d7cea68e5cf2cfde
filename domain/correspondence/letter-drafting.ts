/** Letters to families while they are being written. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { letters } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { newId } from '../identity';
import { id, line, oneOf, optionalId, requiredText, version } from '../input';
import { DomainError } from '../result';
import { type Letter, letterIn, refuseForeignApplication, statedConclusion, wrongLetter } from './letter-guards';
import { type LetterKind, letterKinds } from './letter-kinds';
import { refuseUnknownPartner } from './partners';

/**
 * Writes a letter as a draft, which waits for the signatory.
 * @throws DomainError `letter.nothing-confirmed` for a result letter before anything is confirmed, `letter.burial-known` for a
 * partial result when more is established, `guard.release` while a sensitive fate is not released
 */
export const writeLetter = command(
  'letter.write',
  z.strictObject({
    caseId: id(),
    kind: oneOf(letterKinds),
    addresseeId: optionalId(),
    /** To whom, where nobody has applied. */
    recipient: line(300),
    partnerId: optionalId(),
    correctsId: optionalId(),
    language: oneOf(['kk', 'ru', 'en']),
    text: requiredText(20_000),
  }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId);
    if (input.addresseeId) await refuseForeignApplication(row.id, input.addresseeId);
    if (input.partnerId) await refuseUnknownPartner(input.partnerId);
    if (input.kind === 'forwarding' && !input.partnerId)
      throw new DomainError('input.invalid', { partnerId: 'letter.partner-needed' });
    const wrong = input.kind === 'correction' ? await wrongLetter(row.id, input) : null;
    const conclusion = await statedConclusion(row.id, input.kind);
    const letterId = newId();
    await tx.insert(letters).values({
      id: letterId,
      caseId: row.id,
      applicationId: input.addresseeId ?? null,
      partnerId: input.partnerId ?? null,
      kind: input.kind,
      language: input.language,
      text: input.text,
      state: 'draft',
      writtenBy: staffIdOf(actor),
      writtenAt: now(),
      lastEditedBy: staffIdOf(actor),
      conclusionId: conclusion?.id ?? null,
      correctsId: wrong?.id ?? null,
      recipient: input.recipient,
      reason: '',
    });
    record({
      kind: 'letter.written',
      caseId: row.id,
      ...(input.addresseeId ? { applicationId: input.addresseeId } : {}),
      subjectId: letterId,
      data: { letterId, kind: input.kind },
    });
    return { letterId, caseId: row.id };
  },
);

/**
 * Changes a letter that has no number yet. An approval given before falls: the signatory approves what is sent. A result letter
 * states the conclusion in force from now on.
 */
export const editLetter = command(
  'letter.write',
  z.strictObject({
    caseId: id(),
    letterId: id(),
    version: version(),
    language: oneOf(['kk', 'ru', 'en']),
    recipient: line(300),
    text: requiredText(20_000),
  }),
  async (input, { actor, tx, record }) => {
    const letter = await letterIn(input, ['draft', 'approved']);
    const conclusion = await statedConclusion(letter.caseId, letter.kind as LetterKind);
    const next = { language: input.language, text: input.text, recipient: input.recipient };
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter((field) => next[field] !== letter[field]);
    await updateLetter(tx, letter, {
      ...next,
      state: 'draft',
      reason: '',
      approvedBy: null,
      approvedAt: null,
      frozen: null,
      lastEditedBy: staffIdOf(actor),
      conclusionId: conclusion?.id ?? null,
    });
    record({ kind: 'letter.edited', ...subjectOf(letter), data: { letterId: letter.id, fields } });
  },
);

/** A letter nobody wants any more; it keeps no number, having none. */
export const discardLetter = command(
  'letter.write',
  z.strictObject({ caseId: id(), letterId: id(), version: version() }),
  async (input, { tx, record }) => {
    const letter = await letterIn(input, ['draft', 'approved']);
    await updateLetter(tx, letter, { state: 'discarded', approvedBy: null, approvedAt: null, frozen: null });
    record({ kind: 'letter.discarded', ...subjectOf(letter), data: { letterId: letter.id, kind: letter.kind } });
  },
);

/** Changes columns of a letter and raises its version. @throws DomainError `letter.stale` */
export async function updateLetter(tx: WriteDb, letter: Letter, patch: Partial<Letter>): Promise<void> {
  const changed = await tx
    .update(letters)
    .set({ ...patch, version: letter.version + 1 })
    .where(and(eq(letters.id, letter.id), eq(letters.version, letter.version)))
    .returning({ id: letters.id });
  if (changed.length === 0) throw new DomainError('letter.stale');
}

/** What an event of a letter is about. */
export const subjectOf = (letter: Letter) => ({
  caseId: letter.caseId,
  ...(letter.applicationId ? { applicationId: letter.applicationId } : {}),
  subjectId: letter.id,
});
