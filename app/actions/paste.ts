'use server';
/** A card copied from a database: shown as it was read, then kept. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { PasteState, PasteView } from '@/components/desk/paste-view';
import { type PastePreview, pasteRecord, readPaste } from '@/domain/archive/pasting';
import { mappedFields } from '@/domain/archive/reading/formats';
import { carryOut, pageLocale } from './action';
import { staffOrVisitor } from './session';

/** Shows what was read, or keeps it and leads to the record; straight to the case where it became evidence. */
export async function pasteAction(_previous: PasteState, data: FormData): Promise<PasteState> {
  let view: PasteView | undefined;
  const answer = await carryOut(data, async ({ values: { step, seen: _seen, ...card }, locale }) => {
    const actor = await staffOrVisitor();
    const { text = '', sourceKey = '', surname = '', givenName = '', patronymic = '', caseId = '' } = card;
    // Whoever is refused in keeping still sees what was read.
    view = await viewOf(await readPaste(actor, { text, sourceKey, surname, givenName, patronymic }), String(caseId));
    if (step !== 'keep') return undefined;
    const kept = await pasteRecord(actor, card);
    if (card.attach) redirect(`/${locale}/desk/cases/${String(caseId)}#evidence`);
    const told = new URLSearchParams({
      ...(caseId ? { case: String(caseId) } : {}),
      pasted: kept.known ? 'known' : 'new',
    });
    redirect(`/${locale}/desk/archive/${kept.recordId}?${told}`);
  });
  const typed = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return {
    refusal: answer && !answer.ok ? answer : null,
    view: view ?? null,
    values: Object.fromEntries(typed) as Record<string, string>,
    round: crypto.randomUUID(),
  };
}

async function viewOf(preview: PastePreview, caseId: string): Promise<PasteView> {
  const locale = await pageLocale();
  const fieldName = await getTranslations({ locale, namespace: 'mappedField' });
  const t = await getTranslations({ locale, namespace: 'paste' });
  const { record, known, sourceKey, heading, others } = preview;
  return {
    sourceKey,
    rows: mappedFields.flatMap((field) => (record[field] ? [{ term: fieldName(field), value: record[field] }] : [])),
    others: others.map(({ label, value }) => ({ term: label, value })),
    askName: preview.asksName ? (heading ?? { surname: '', givenName: '', patronymic: '' }) : null,
    citation: record.citation || record.url,
    known: known && {
      href: `/${locale}/desk/archive/${known.recordId}${caseId ? `?case=${caseId}` : ''}`,
      more:
        known.more.length > 0
          ? t('knownMore', { fields: known.more.map((field) => fieldName(field).toLowerCase()).join(', ') })
          : null,
    },
  };
}
