/** What a person decides about a found man: whose case he is, whose he is not, or that a case begins with him. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { foundMen, foundMenRefused } from '@/db/schema';
import { staffIdOf } from '../access';
import { openCase } from '../cases/commands';
import { leadingCaseId } from '../cases/guards';
import { caseForWriting, writeNote } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { id, line, requiredText, text, version, writtenDate } from '../input';
import { DomainError } from '../result';
import { findRow, manRow, updateFind } from './finds';
import type { FoundMan } from './found-person';

const ofMan = { findId: id(), version: version(), manId: id() };

/**
 * A found man is the man of this case. It confirms nothing by itself: what rests on the find is entered as evidence of the case.
 * @throws DomainError `find.matched-already`, `case.not-found`, `case.joined` when another case stands for this one
 */
export const matchFoundMan = command(
  'find.match',
  z.strictObject({ ...ofMan, caseId: id() }),
  async ({ findId, version, manId, caseId }, context) => {
    await caseForWriting(context.tx, caseId);
    if ((await leadingCaseId(caseId)) !== caseId) throw new DomainError('find.case-joined');
    const man = await freeMan(context, findId, version, manId);
    await setCase(context, man, caseId);
  },
);

/** The man while nobody is agreed on; the find's version goes up. */
async function freeMan({ tx }: Context, findId: string, version: number, manId: string): Promise<FoundMan> {
  const find = await findRow(tx, findId, version);
  const man = await manRow(tx, findId, manId);
  if (man.caseId) throw new DomainError('find.matched-already');
  await updateFind(tx, find, {});
  return man;
}

async function setCase({ actor, tx, record }: Context, man: FoundMan, caseId: string): Promise<void> {
  const matched = { caseId, matchedBy: staffIdOf(actor), matchedAt: now() };
  await tx.update(foundMen).set(matched).where(eq(foundMen.id, man.id));
  // What was said against this case before is answered by it.
  await tx.delete(foundMenRefused).where(and(eq(foundMenRefused.manId, man.id), eq(foundMenRefused.caseId, caseId)));
  record({ kind: 'find.matched', caseId, subjectId: man.findId, data: { findId: man.findId, manId: man.id } });
}

/** A found man is not the man of this case; the reason stays with the pair. @throws DomainError `find.matched-already` */
export const refuseFoundMan = command(
  'find.match',
  z.strictObject({ ...ofMan, caseId: id(), reason: requiredText(1000) }),
  async ({ findId, version, manId, caseId, reason }, context) => {
    const { actor, tx, record } = context;
    await caseForWriting(tx, caseId);
    await freeMan(context, findId, version, manId);
    const refused = { reason, refusedBy: staffIdOf(actor), refusedAt: now() };
    await tx
      .insert(foundMenRefused)
      .values({ manId, caseId, ...refused })
      .onConflictDoUpdate({ target: [foundMenRefused.manId, foundMenRefused.caseId], set: refused });
    record({ kind: 'find.refused', caseId, subjectId: findId, data: { findId, manId } });
  },
);

/** Takes the link of a found man and his case back. @throws DomainError `find.not-matched` */
export const partFoundMan = command(
  'find.match',
  z.strictObject({ ...ofMan, caseId: id(), reason: requiredText(1000) }),
  async ({ findId, version, manId, caseId, reason }, context) => {
    const { tx, record } = context;
    const find = await findRow(tx, findId, version);
    const man = await manRow(tx, findId, manId);
    if (man.caseId !== caseId) throw new DomainError('find.not-matched');
    await updateFind(tx, find, {});
    await tx.update(foundMen).set({ caseId: null, matchedBy: null, matchedAt: null }).where(eq(foundMen.id, manId));
    const noteId = await writeNote(context, caseId, 'reason', reason);
    record({ kind: 'find.parted', caseId, subjectId: findId, data: { findId, manId, noteId } });
  },
);

const birthRange = { earliest: '1860-01-01', latest: '1931-12-31' };

/**
 * Opens a case for a found man whom nobody seeks yet: relatives sought. The name is as a person reads it, marks left as they are.
 * @returns the new case
 * @throws DomainError `find.matched-already`, `application.no-name`
 */
export const openCaseOfFound = command(
  'case.open',
  z.strictObject({
    ...ofMan,
    surname: line(),
    givenName: line(),
    patronymic: line(),
    otherSpellings: text(1000),
    birth: writtenDate(birthRange),
    birthPlace: line(),
    draftPlace: line(),
  }),
  async ({ findId, version, manId, ...soldier }, context) => {
    if (!soldier.surname && !soldier.givenName && !soldier.patronymic)
      throw new DomainError('input.invalid', { surname: 'application.no-name' });
    const man = await freeMan(context, findId, version, manId);
    const caseId = await openCase(context, 'find', soldier, now());
    await setCase(context, man, caseId);
    return { caseId };
  },
);
