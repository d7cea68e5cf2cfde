import { getTranslations } from 'next-intl/server';
import { chooseFactAction, endFactChoiceAction } from '@/app/actions/facts';
import { Tag } from '@/components/ui/tag';
import type { Fact } from '@/domain/cases/fact-groups';
import { Act, seen } from './act';
import { sourceKey } from './fact-sources';
import type { FactWords } from './fact-words';
import type { View } from './view';

type Props = { view: View; fact: Fact; words: FactWords };

/** Which of several values was chosen and why; the way to choose, where there is a choice. */
export async function FactChoice({ view, fact, words }: Props) {
  const t = await getTranslations('fact');
  const { choice, open } = fact;
  return (
    <>
      {open && (
        <p className="mt-2">
          <Tag tone="attention">{t(choice ? 'lookAgain' : 'disagree')}</Tag>
        </p>
      )}
      {choice && (
        <div className="minor mt-2 max-w-[44rem]">
          <p className="text-muted">
            {t('choice', {
              value: words.written(choice),
              source: choice.source || t('byStaff'),
              by: choice.by,
              day: words.day(choice.at),
            })}
          </p>
          <p className="whitespace-pre-line">{choice.reason}</p>
          {choice.gone && <p className="font-semibold text-attention">{t('gone')}</p>}
        </div>
      )}
      {view.may('fact.choose') && <ChooseForm view={view} fact={fact} words={words} />}
      {choice && view.may('fact.choose') && (
        <Act
          view={view}
          action={endFactChoiceAction}
          hidden={{ ...seen(view), choiceId: choice.choiceId }}
          summary={t('end')}
          submit={t('endSubmit')}
        >
          <p className="mb-2 text-muted">{t('endHint')}</p>
        </Act>
      )}
    </>
  );
}

async function ChooseForm({ view, fact, words }: Props) {
  const t = await getTranslations('fact');
  const values = fact.groups.flatMap((group) => group.values);
  const isFilled = values.every(({ value }) => value === fact.goesBy);
  if (values.length === 0 || (fact.groups.length === 1 && isFilled)) return null;
  // Where all agree there is hardly ever a reason to choose: only where the case lacks the fact altogether.
  if (!fact.disagrees && fact.goesBy !== '' && fact.groups.length === 1) return null;
  const chosen = fact.choice && !fact.choice.gone ? sourceKey(fact.choice) : '';
  return (
    <Act
      view={view}
      action={chooseFactAction}
      hidden={{ ...seen(view), field: fact.field }}
      summary={
        <>
          {t(fact.choice ? 'chooseAnew' : 'choose')}
          <span className="sr-only">: {words.field(fact.field)}</span>
        </>
      }
      submit={t('chooseSubmit')}
      fields={[
        {
          name: 'chosen',
          kind: 'radio',
          label: t('which'),
          required: true,
          value: chosen,
          options: values.map((value) => ({
            value: sourceKey(value),
            label: words.written(value),
            hint: value.origin === 'staff' ? t('byStaff') : [value.source, value.applicant].filter(Boolean).join(', '),
          })),
        },
        {
          name: 'reason',
          kind: 'textarea',
          label: t('reason'),
          hint: t('reasonHint'),
          required: true,
          rows: 2,
          maxLength: 4000,
        },
      ]}
    />
  );
}
