import { getTranslations } from 'next-intl/server';
import { withdrawImportAction } from '@/app/actions/archive';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { importTies } from '@/domain/archive/queries';
import { fullName } from '@/domain/names';
import type { StaffActor } from '@/domain/permissions';
import { found } from '../../found';

/** Withdrawing an import whole; what stands against it is named before anybody tries. */
export async function WithdrawImport({
  locale,
  actor,
  importId,
}: {
  locale: string;
  actor: StaffActor;
  importId: string;
}) {
  const t = await getTranslations('imports.withdraw');
  const { cases, later } = await found(importTies(actor, { importId }));
  return (
    <Section title={t('title')} id="withdraw">
      <p className="measure mb-4">{t('text')}</p>
      {cases.length > 0 && (
        <Notice tone="attention" title={t('cases', { n: cases.length })}>
          <ul>
            {cases.map(({ caseId, number, ...soldier }) => (
              <li key={caseId}>
                <a href={`/${locale}/desk/cases/${caseId}#evidence`} className="target">
                  {t('case', { number, name: fullName(soldier) })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {later.length > 0 && (
        <Notice tone="attention" title={t('later', { n: later.length })}>
          <ul>
            {later.map((one) => (
              <li key={one.importId}>
                <a href={`/${locale}/desk/imports/${one.importId}`} className="target [overflow-wrap:anywhere]">
                  {one.fileName}
                </a>
                , {t('unchanged', { n: one.unchanged })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {cases.length + later.length === 0 && (
        <ActionForm
          action={withdrawImportAction}
          texts={await formTexts()}
          token={crypto.randomUUID()}
          submit={t('submit')}
          danger
          fields={[{ name: 'importId', kind: 'hidden', label: 'importId', value: importId }]}
        />
      )}
    </Section>
  );
}
