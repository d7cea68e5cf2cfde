import { getTranslations } from 'next-intl/server';
import { lookUpAction } from '@/app/actions/archive';
import { questionFields } from '@/components/desk/archive-results';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import type { Question } from '@/domain/archive/find';

/** The question put to the archive index; the fields show what the address says. */
export async function Lookup({ question, caseId, mayLog }: { question: Question; caseId: string; mayLog: boolean }) {
  const t = await getTranslations('archive');
  const fields: FieldSpec[] = questionFields.map((name) => ({
    name,
    label: t(`field.${name}`),
    kind: name === 'birthYear' ? 'year' : 'text',
    value: question[name],
    maxLength: name === 'text' ? 300 : name === 'birthYear' ? 4 : 200,
  }));
  const hidden: FieldSpec[] = caseId ? [{ name: 'case', kind: 'hidden', label: 'case', value: caseId }] : [];
  if (mayLog) hidden.push({ name: 'forCase', kind: 'hidden', label: 'case', value: caseId });
  return (
    <search className="mb-6 block print:hidden">
      <p className="measure mb-4 text-muted">{t('hint')}</p>
      {/* No token: the same question may be put again, and is logged each time. */}
      <ActionForm
        id="lookup"
        action={lookUpAction}
        texts={await formTexts()}
        submit={t('submit')}
        fields={[...hidden, ...fields]}
        check={{ birthYear: 'year' }}
        compact
        keep
      />
    </search>
  );
}
