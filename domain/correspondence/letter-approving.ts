/** The signatory's part: a letter goes out only as they approved it. */
import * as z from 'zod/mini';
import { staffIdOf } from '../access';
import { writeNote } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { id, requiredText, version } from '../input';
import { DomainError } from '../result';
import { subjectOf, updateLetter } from './letter-drafting';
import { letterIn, refuseNotTheirs, refuseUnconfirmed } from './letter-guards';
import { gap } from './letter-kinds';
import { approvedFacts } from './letter-sheets';

/**
 * Approves a letter as it stands; what its sheet is made from is kept from now on.
 * @throws DomainError `letter.gap-left` while a place of the prepared text is not filled in, `letter.conclusion-changed` when what
 * it states is not in force any more, `letter.not-theirs` when its addressee applied for somebody else, `letter.stale` when it was
 * edited meanwhile
 */
export const approveLetter = command(
  'letter.approve',
  z.strictObject({ caseId: id(), letterId: id(), version: version() }),
  async (input, { actor, tx, record }) => {
    const letter = await letterIn(input, ['draft']);
    if (letter.text.includes(gap)) throw new DomainError('letter.gap-left');
    await refuseNotTheirs(letter);
    await refuseUnconfirmed(letter);
    const approvedBy = staffIdOf(actor);
    await updateLetter(tx, letter, {
      state: 'approved',
      reason: '',
      approvedBy,
      approvedAt: now(),
      frozen: await approvedFacts({ ...letter, approvedBy }),
    });
    record({ kind: 'letter.approved', ...subjectOf(letter), data: { letterId: letter.id, kind: letter.kind } });
  },
);

/** Sends a letter back to whoever writes it, with the reason; an approval given before is taken back. */
export const returnLetter = command(
  'letter.approve',
  z.strictObject({ caseId: id(), letterId: id(), version: version(), reason: requiredText(1000) }),
  async (input, context) => {
    const letter = await letterIn(input, ['draft', 'approved']);
    await updateLetter(context.tx, letter, {
      state: 'draft',
      reason: input.reason,
      approvedBy: null,
      approvedAt: null,
      frozen: null,
    });
    const noteId = await writeNote(context, letter.caseId, 'reason', input.reason);
    context.record({ kind: 'letter.returned', ...subjectOf(letter), data: { letterId: letter.id, noteId } });
  },
);
