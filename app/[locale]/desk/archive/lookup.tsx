import { getTranslations } from 'next-intl/server';
import { lookUpAction } from '@/app/actions/archive';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldOption, FieldSpec } from '@/components/form/types';
import type { SourceName } from '@/domain/archive/queries';
import type { Question, QuestionField } from '@/domain/archive/question';
import { fates } from '@/domain/cases/fates';
import type { Locale } from '@/messages/routing';

type LookupProps = {
  locale: Locale;
  question: Question;
  caseId: string;
  mayLog: boolean;
  sources: readonly { key: string; name: SourceName }[];
};

/** Fields beside the one line, by what they ask of. */
const groups = {
  man: ['surname', 'givenName', 'patronymic', 'otherSpellings', 'birthYear', 'birthPlace'],
  service: ['draftPlace', 'unit', 'kin', 'camp'],
  document: ['fond', 'opis', 'delo'],
  filter: ['source', 'fate', 'lossFrom', 'lossTo'],
} as const satisfies Record<string, readonly QuestionField[]>;

const longest: Partial<Record<QuestionField, number>> = { otherSpellings: 500, kin: 500, camp: 100 };
const years: readonly QuestionField[] = ['birthYear', 'lossFrom', 'lossTo'];

/**
 * The question put to the archive index: one line for a whole letter, and fields for who wants them. The fields show what the address
 * says; from a case, what the case says.
 */
export async function Lookup({ locale, question, caseId, mayLog, sources }: LookupProps) {
  const t = await getTranslations('archive');
  const fate = await getTranslations('fate');
  const options: Partial<Record<QuestionField, FieldOption[]>> = {
    source: sources.map(({ key, name }) => ({ value: key, label: name[locale] })),
    fate: fates.map((value) => ({ value, label: fate(value) })),
  };
  const more: FieldSpec[] = Object.entries(groups).flatMap(([group, names]) =>
    names.map(
      (name): FieldSpec => ({
        name,
        group: t(`group.${group as keyof typeof groups}`),
        label: t(`field.${name}`),
        value: question[name],
        maxLength: years.includes(name) ? 4 : (longest[name] ?? (group === 'document' ? 40 : 200)),
        kind: options[name] ? 'select' : years.includes(name) ? 'year' : 'text',
        ...(options[name] && { options: options[name] }),
      }),
    ),
  );
  const hidden: FieldSpec[] = caseId ? [{ name: 'case', kind: 'hidden', label: 'case', value: caseId }] : [];
  if (mayLog) hidden.push({ name: 'forCase', kind: 'hidden', label: 'case', value: caseId });
  return (
    <search className="mb-6 block print:hidden">
      {/* No token: the same question may be put again, and is logged each time. */}
      <ActionForm
        id="lookup"
        action={lookUpAction}
        texts={{ ...(await formTexts()), choose: t('any') }}
        submit={t('submit')}
        fields={[
          ...hidden,
          { name: 'text', kind: 'text', label: t('field.text'), hint: t('hint'), value: question.text, maxLength: 300 },
        ]}
        more={{ summary: t('more'), fields: more, open: more.some(({ value }) => value) }}
        check={{ birthYear: 'year', lossFrom: 'year', lossTo: 'year' }}
        compact
        keep
      />
    </search>
  );
}
