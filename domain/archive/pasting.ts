/** A card copied from a database becomes an archive record, once, and evidence of a case when a person says so. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, sources } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { authorize } from '../access';
import { attachEvidence } from '../cases/evidence';
import { caseForWriting } from '../cases/moving';
import { type Context, command, query } from '../command';
import { read } from '../database';
import { flag, id, line, requiredText, text } from '../input';
import { queueCaseMatching, queueRecordMatching } from '../matching/queue';
import { DomainError } from '../result';
import { documentsOf, mayBeTwins, type Pasted, pastedRow, readPasted, saysMore } from './pasted';
import { identityOf, keepCard } from './pasted-keeping';
import type { MappedField, MappedRecord } from './reading/formats';
import { type ArchiveRow, recordOfDocument, recordsByIds } from './records';
import { keepSearch } from './searches';

const cardShape = {
  /** The card as it was copied, or the address of a record. */
  text: requiredText(50_000),
  /** '' where an address in the text tells the database. */
  sourceKey: line(80),
  /** Typed from the page where the text names nobody; what the card itself says stands. */
  surname: line(),
  givenName: line(),
  patronymic: line(),
};

type Typed = { text: string; sourceKey: string; surname: string; givenName: string; patronymic: string };

export type PastePreview = {
  /** The source it would be kept under; '' where neither the text nor the person tells. */
  sourceKey: string;
  record: MappedRecord;
  /** The card labels no name: it is to be typed, or the heading to be confirmed. */
  asksName: boolean;
  heading: Pasted['heading'];
  others: Pasted['others'];
  /** The record that is this card already, and of which fields the card says more or otherwise. */
  known: { recordId: number; sourceKey: string; more: MappedField[] } | null;
};

/**
 * What a copied card says, before anything is kept.
 * @throws DomainError `input.invalid` with `paste.unreadable` or `paste.other-source` at the field
 */
export const readPaste = query('archive.paste', z.strictObject(cardShape), async (input): Promise<PastePreview> => {
  const pasted = pastedOf(input);
  const sourceKey = sourceOf(input, pasted) ?? '';
  const known = sourceKey ? await knownAs(sourceKey, pasted) : null;
  const { record, heading, others } = pasted;
  return {
    ...{ sourceKey, record, heading, others },
    asksName: !hasName(readPasted(input.text)?.record ?? record),
    known: known && {
      recordId: known.recordId,
      sourceKey: known.sourceKey,
      more: saysMore(record, known.record),
    },
  };
});

/**
 * Keeps a copied card as an archive record, whole; one that is known already, under either of its numbers, is not kept twice. With a
 * case the record is held against it, logged as a search that found him and attached as evidence, each when asked for.
 * @param input `newer`: keep the card as a newer version of the record that is known; `attach`: as evidence, with `citation`
 * @returns `known`: it was there before
 * @throws DomainError `input.invalid` with `paste.unreadable`, `paste.source-needed`, `paste.other-source`, `paste.no-name` at the
 * field; `paste.busy` while an import is writing; whatever attaching refuses
 */
export const pasteRecord = command(
  'archive.paste',
  z.strictObject({
    ...cardShape,
    caseId: z.optional(z.union([id(), z.literal('')])),
    newer: flag(),
    attach: flag(),
    citation: line(1000),
    states: text(),
    logged: flag(),
  }),
  async (input, context): Promise<{ recordId: number; known: boolean; caseId: string }> => {
    const { tx, record } = context;
    const caseId = input.caseId ?? '';
    if (caseId) await caseForWriting(tx, caseId);
    const pasted = pastedOf(input);
    const sourceKey = sourceOf(input, pasted);
    if (!sourceKey) throw new DomainError('input.invalid', { sourceKey: 'paste.source-needed' });
    await refuseUnknownSource(tx, sourceKey);
    const known = await knownAs(sourceKey, pasted);
    const isKept = !known || (input.newer && saysMore(pasted.record, known.record).length > 0);
    // A newer version stays under the source that holds the record.
    const keptUnder = known?.sourceKey ?? sourceKey;
    const recordId = isKept ? await keepCard(context, keptUnder, pasted, input.text, known) : known.recordId;
    record({
      kind: 'record.pasted',
      ...(caseId ? { caseId } : {}),
      subjectId: String(recordId),
      data: { recordId, sourceKey },
    });
    if (isKept && caseId) await queueCaseMatching(context, caseId);
    else if (isKept) await queueRecordMatching(context, 'pasted');
    if (caseId) await bringToCase(context, caseId, recordId, sourceKey, input, pasted);
    return { recordId, known: known !== null, caseId };
  },
);

type Wish = { attach: boolean; citation: string; states: string; logged: boolean };

async function bringToCase(
  context: Context,
  caseId: string,
  recordId: number,
  sourceKey: string,
  { attach, citation, states, logged }: Wish,
  { record }: Pasted,
): Promise<void> {
  if (logged) {
    await authorize(context.actor, 'search.log', { caseId });
    const asked = [record.surname, record.givenName, record.patronymic].filter(Boolean).join(' ').slice(0, 500);
    await keepSearch(context, { caseId, sourceKey, asked, outcome: 'found', reason: '' });
  }
  if (!attach) return;
  if (!citation) throw new DomainError('input.invalid', { citation: 'input.required' });
  await attachEvidence(context.actor, { caseId, recordId, citation, states });
}

/** What was pasted, its name filled in by hand where it has none. */
function pastedOf(input: Typed): Pasted {
  const pasted = readPasted(input.text);
  if (!pasted) throw new DomainError('input.invalid', { text: 'paste.unreadable' });
  const { record } = pasted;
  if (hasName(record)) return pasted;
  const { surname, givenName, patronymic } = input;
  return { ...pasted, record: { ...record, surname, givenName, patronymic } };
}

const hasName = ({ surname, givenName, patronymic }: MappedRecord): boolean =>
  [surname, givenName, patronymic].some((part) => part !== '');

function sourceOf({ sourceKey }: Typed, { address }: Pasted): string | null {
  if (!address) return sourceKey || null;
  if (sourceKey && sourceKey !== address.database)
    throw new DomainError('input.invalid', { sourceKey: 'paste.other-source' });
  return address.database;
}

async function refuseUnknownSource(tx: WriteDb, sourceKey: string): Promise<void> {
  const [source] = await tx.select({ key: sources.key }).from(sources).where(eq(sources.key, sourceKey));
  if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
}

/** The record in force that this card is: by the document's number, without one by everything it says. */
async function knownAs(sourceKey: string, pasted: Pasted): Promise<ArchiveRow | null> {
  for (const document of documentsOf(sourceKey, pasted)) {
    const found = await recordOfDocument(document.sourceKey, document.number);
    if (found && (document.sourceKey === sourceKey || mayBeTwins(found.record, pasted.record))) return found;
  }
  if (pasted.record.sourceRecordId !== '') return null;
  const { telling } = pastedRow(pasted.record, '');
  const rows = await read()
    .select({ id: archiveRecords.id, row: archiveRecords.row })
    .from(archiveRecords)
    .where(and(eq(archiveRecords.identity, identityOf(sourceKey, pasted.record)), isNull(archiveRecords.supersededAt)));
  const same = rows.find(({ row }) => telling.every((value, at) => value === (row[at] ?? '')));
  return same ? ((await recordsByIds([same.id])).get(same.id) ?? null) : null;
}
