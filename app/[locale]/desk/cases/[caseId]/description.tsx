import { getTranslations } from 'next-intl/server';
import { describeEvidenceAction } from '@/app/actions/facts';
import { DefinitionList } from '@/components/ui/definition-list';
import { factFields, factTable } from '@/domain/cases/fact-fields';
import { Act } from './act';
import { factWords } from './fact-words';
import type { View } from './view';

/** What a document outside the archive index says, field by field, and the form to write it down. */
export async function Description({
  view,
  evidenceId,
  mayWrite,
}: {
  view: View;
  evidenceId: string;
  mayWrite: boolean;
}) {
  const t = await getTranslations('fact.description');
  const words = await factWords(view.locale);
  const says = view.facts.described[evidenceId] ?? {};
  const stated = factFields.flatMap((field) => {
    const value = says[field];
    return value ? [{ term: words.field(field), value }] : [];
  });
  return (
    <>
      {stated.length > 0 && (
        <div className="mt-2">
          <DefinitionList items={stated} />
        </div>
      )}
      {mayWrite && (
        <Act
          view={view}
          action={describeEvidenceAction}
          rewrites
          hidden={{ caseId: view.caseId, evidenceId }}
          summary={t(stated.length > 0 ? 'change' : 'write')}
          submit={t('submit')}
          fields={factFields.map((name) => ({
            name,
            label: words.field(name),
            kind: factTable[name].meaning === 'text' || name === 'kin' ? 'textarea' : 'text',
            value: says[name] ?? '',
            maxLength: 1000,
            rows: 2,
          }))}
        >
          <p className="mb-3 text-muted">{t('hint')}</p>
        </Act>
      )}
    </>
  );
}
