/** Two spellings one man went by: learned from what people confirmed, or entered by hand. */
import { and, asc, desc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { nameAliases, staff } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import type { FieldVerdict } from '@/domain/matching/verdict';
import { now } from '../clock';
import { type Context, command, query } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { flag, id, requiredLine } from '../input';
import { DomainError } from '../result';
import { nameSounds } from './name-sound';
import type { NamePart } from './sound/base';
import { likeness } from './sound/distance';

export type Spellings = { soundA: string; soundB: string; writtenA: string; writtenB: string };

const nameFields: Readonly<Record<string, NamePart>> = {
  surname: 'surname',
  givenName: 'given',
  patronymic: 'patronymic',
};
/** Sounds less alike than this share nothing an ear could confuse: such a pair counts for everyone only when it has been seen again. */
const akin = 0.5;

/** The aliases in use, as roots of sounds, for the score. */
export async function aliasesInUse(): Promise<{ a: string; b: string }[]> {
  return read()
    .select({ a: nameAliases.soundA, b: nameAliases.soundB })
    .from(nameAliases)
    .where(eq(nameAliases.inUse, true));
}

/**
 * Both spellings with the roots of their sounds, the lesser first; null where the roots are one or a spelling is no whole name: a
 * clerk's "Т." or "Варфал." stands for many.
 */
export function spellingsOf(left: string, right: string, part: NamePart = 'surname'): Spellings | null {
  if (!isWord(left) || !isWord(right)) return null;
  const [one, two] = [
    { sound: rootOf(left, part), written: left.trim() },
    { sound: rootOf(right, part), written: right.trim() },
  ].sort((a, b) => (a.sound < b.sound ? -1 : 1));
  if (!one || !two || one.sound.length < 3 || two.sound.length < 3 || one.sound === two.sound) return null;
  return { soundA: one.sound, soundB: two.sound, writtenA: one.written, writtenB: two.written };
}

const isWord = (written: string): boolean => /^\S{3,60}$/u.test(written.trim());

const rootOf = (written: string, part: NamePart): string =>
  nameSounds(written, part).find(({ kind }) => kind === 'full')?.base ?? '';

/**
 * The spellings in which two men differ in sound, by the verdicts over their names. Names called the same are left out: where their
 * letters differ all the same, another spelling of the case was met.
 */
export function differingSpellings(verdicts: readonly FieldVerdict[]): Spellings[] {
  return verdicts.flatMap(({ field, verdict, left, right }) => {
    const part = nameFields[field];
    const isTelling = verdict === 'similar' || verdict === 'differs';
    const spellings = part && isTelling ? spellingsOf(left, right, part) : null;
    return spellings ? [spellings] : [];
  });
}

/**
 * Learns from a confirmed pair. A confirmation is a person's decision, so spellings an ear can confuse are in use at once; those that
 * share no sound (a man renamed, a clerk's slip of the line) are kept, and wait for learning or for a person to switch them on.
 */
export async function learnAliases({ tx, record }: Context, verdicts: readonly FieldVerdict[]): Promise<void> {
  for (const spellings of differingSpellings(verdicts)) {
    const known = await aliasRow(tx, spellings);
    if (known) {
      await tx
        .update(nameAliases)
        .set({ times: known.times + 1 })
        .where(eq(nameAliases.id, known.id));
      continue;
    }
    const aliasId = newId();
    const inUse = likeness(spellings.soundA, spellings.soundB) >= akin;
    await tx
      .insert(nameAliases)
      .values({ id: aliasId, ...spellings, origin: 'confirmed', times: 1, inUse, enteredBy: null, enteredAt: now() });
    record({ kind: 'alias.entered', subjectId: aliasId, data: { aliasId, origin: 'confirmed' } });
  }
}

/** Takes back what a confirmation taught, when it is decided otherwise; what was entered by hand or confirmed elsewhere stays. */
export async function unlearnAliases({ tx }: Context, verdicts: readonly FieldVerdict[]): Promise<void> {
  for (const spellings of differingSpellings(verdicts)) {
    const known = await aliasRow(tx, spellings);
    if (!known || known.times === 0) continue;
    if (known.times === 1 && known.origin === 'confirmed')
      await tx.delete(nameAliases).where(eq(nameAliases.id, known.id));
    else
      await tx
        .update(nameAliases)
        .set({ times: known.times - 1 })
        .where(eq(nameAliases.id, known.id));
  }
}

async function aliasRow(tx: WriteDb, { soundA, soundB }: Spellings) {
  const [row] = await tx
    .select()
    .from(nameAliases)
    .where(and(eq(nameAliases.soundA, soundA), eq(nameAliases.soundB, soundB)));
  return row;
}

/** All aliases, the newest first. */
export const aliasList = query('match.read', z.strictObject({}), async () =>
  read()
    .select({
      aliasId: nameAliases.id,
      writtenA: nameAliases.writtenA,
      writtenB: nameAliases.writtenB,
      origin: nameAliases.origin,
      times: nameAliases.times,
      inUse: nameAliases.inUse,
      by: staff.name,
      enteredAt: nameAliases.enteredAt,
    })
    .from(nameAliases)
    .leftJoin(staff, eq(staff.id, nameAliases.enteredBy))
    .orderBy(desc(nameAliases.enteredAt), asc(nameAliases.id)),
);

export type AliasLine = Awaited<ReturnType<typeof aliasList>>[number];

/** Enters two spellings of one name by hand; in use at once. @throws DomainError `alias.*` */
export const enterAlias = command(
  'match.teach',
  z.strictObject({ writtenA: requiredLine(60), writtenB: requiredLine(60) }),
  async ({ writtenA, writtenB }, { actor, tx, record }) => {
    const spellings = spellingsOf(writtenA, writtenB);
    if (!spellings) throw new DomainError('input.invalid', { writtenB: refusedFor(writtenA, writtenB) });
    const known = await aliasRow(tx, spellings);
    if (known?.inUse) throw new DomainError('input.invalid', { writtenB: 'alias.known-already' });
    if (known) {
      await tx.update(nameAliases).set({ inUse: true }).where(eq(nameAliases.id, known.id));
      record({ kind: 'alias.switched', subjectId: known.id, data: { aliasId: known.id, inUse: true } });
      return;
    }
    const aliasId = newId();
    const enteredBy = 'staffId' in actor ? actor.staffId : null;
    await tx
      .insert(nameAliases)
      .values({ id: aliasId, ...spellings, origin: 'hand', times: 0, inUse: true, enteredBy, enteredAt: now() });
    record({ kind: 'alias.entered', subjectId: aliasId, data: { aliasId, origin: 'hand' } });
  },
);

const refusedFor = (a: string, b: string) =>
  [a, b].every((one) => isWord(one) && rootOf(one, 'surname').length >= 3)
    ? ('alias.same-sound' as const)
    : ('alias.not-a-name' as const);

/** Switches an alias on or off. @throws DomainError `alias.not-found` */
export const switchAlias = command(
  'match.teach',
  z.strictObject({ aliasId: id(), inUse: flag() }),
  async ({ aliasId, inUse }, { tx, record }) => {
    const [row] = await tx.update(nameAliases).set({ inUse }).where(eq(nameAliases.id, aliasId)).returning();
    if (!row) throw new DomainError('alias.not-found');
    record({ kind: 'alias.switched', subjectId: aliasId, data: { aliasId, inUse } });
  },
);
