import { getTranslations } from 'next-intl/server';
import { attachRecordAction } from '@/app/actions/archive';
import { statedId } from '@/components/desk/archive-record';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type ComparedRow, SideBySide } from '@/components/ui/side-by-side';
import type { ArchiveRecordPage, CaseInHand } from '@/domain/archive/queries';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';

type AttachProps = { locale: Locale; page: ArchiveRecordPage; inHand: CaseInHand; mayAttach: boolean };

/** The case and the record field by field, and the form that makes the record evidence of the case. */
export async function AttachToCase(props: AttachProps) {
  const { locale, page, inHand, mayAttach } = props;
  const t = await getTranslations('archive');
  const isAttached = page.usedBy.some((one) => one.caseId === inHand.caseId);
  const caseLabel = t('attach.case', { number: inHand.number });
  return (
    <Section title={t('attach.title', { number: inHand.number })} id="attach">
      <SideBySide
        caption={t('attach.title', { number: inHand.number })}
        left={caseLabel}
        right={t('attach.record')}
        rows={await comparedRows(props)}
      />
      {isAttached ? (
        <Notice tone="success" title={t('attach.done')}>
          <a href={`/${locale}/desk/cases/${inHand.caseId}#evidence`} className="target">
            {t('attach.toCase')}
          </a>
        </Notice>
      ) : mayAttach ? (
        <AttachForm {...props} />
      ) : (
        <Notice>{t('attach.notYours')}</Notice>
      )}
    </Section>
  );
}

async function AttachForm({ locale, page, inHand }: AttachProps) {
  const t = await getTranslations('archive.attach');
  const { record } = page;
  return (
    <div className="mt-6 max-w-[60rem]">
      <p className="measure mb-4 text-muted">{t('hint')}</p>
      <ActionForm
        action={attachRecordAction}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={t('submit')}
        check={{ citation: 'required' }}
        fields={[
          { name: 'caseId', kind: 'hidden', label: 'caseId', value: inHand.caseId },
          { name: 'recordId', kind: 'hidden', label: 'recordId', value: String(record.id) },
          {
            name: 'citation',
            kind: 'textarea',
            rows: 2,
            label: t('citation'),
            hint: t(record.citation ? 'citationHint' : 'citationMissing'),
            value: await suggestedCitation(page, locale),
            required: true,
            maxLength: 1000,
          },
          { name: 'states', kind: 'textarea', rows: 3, label: t('states'), hint: t('statesHint'), maxLength: 4000 },
        ]}
      />
    </div>
  );
}

/** The record's own citation; without one, where it can be found again: source, identifier, address. */
async function suggestedCitation({ record, origin }: ArchiveRecordPage, locale: Locale): Promise<string> {
  if (record.citation) return record.citation;
  const t = await getTranslations('archive.attach');
  const identifier = statedId(record);
  return [origin?.source?.[locale] ?? record.sourceKey, identifier && t('numbered', { identifier }), record.url]
    .filter(Boolean)
    .join(', ')
    .slice(0, 1000);
}

async function comparedRows({ locale, page: { record }, inHand }: AttachProps): Promise<ComparedRow[]> {
  const t = await getTranslations('archive.compared');
  const rows = (['surname', 'givenName', 'patronymic', 'birth', 'birthPlace', 'draftPlace'] as const).map((key) => ({
    key,
    label: t(key),
    left: key === 'birth' ? inHand.birth && <DateRead written={inHand.birth} locale={locale} /> : inHand[key],
    right: key === 'birth' ? record.birth && <DateRead written={record.birth} locale={locale} /> : record[key],
  }));
  const onlyThere = (['kin', 'rank', 'unit', 'fate', 'lossDate', 'lossPlace', 'primaryBurial', 'notes'] as const)
    .filter((key) => record[key])
    .map((key) => ({ key, label: t(key), left: <span aria-hidden="true">–</span>, right: record[key] }));
  const spellings = inHand.otherSpellings
    ? [
        {
          key: 'other',
          label: t('otherSpellings'),
          left: inHand.otherSpellings,
          right: <span aria-hidden="true">–</span>,
        },
      ]
    : [];
  return [...rows.slice(0, 3), ...spellings, ...rows.slice(3), ...onlyThere];
}

function DateRead({ written, locale }: { written: string; locale: Locale }) {
  const read = written && dateText(readDate(written), locale);
  return (
    <>
      {written}
      {read && read !== written && <span className="minor block text-muted">{read}</span>}
    </>
  );
}
