import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import type { TrackedQuestion } from '@/domain/applications/standing';
import { Said } from './track-said';

/** What we need from the applicant now: each open question with its form. */
export async function TrackOwed({
  questions,
  action,
  texts,
  papersAt,
}: {
  questions: readonly TrackedQuestion[];
  action: FormAction;
  texts: FormTexts;
  /** photographs and documents that go with an answer */
  papersAt?: (questionId: string) => ReactNode;
}) {
  if (questions.length === 0) return null;
  const t = await getTranslations('track.owed');
  const format = await getFormatter();
  return (
    <Section id="owed" title={t('title', { n: questions.length })} aside={t('aside')}>
      {questions.map((question) => (
        <article key={question.id} className="mb-10 last:mb-0">
          <Said
            who={t('asked')}
            date={format.dateTime(question.askedAt, { dateStyle: 'long' })}
            text={question.text}
            isOurs
          />
          <div className="mt-5">
            <ActionForm
              action={action}
              token={crypto.randomUUID()}
              fields={[
                { name: 'questionId', kind: 'hidden', label: '', value: question.id },
                {
                  name: 'answer',
                  kind: 'textarea',
                  label: t('answer'),
                  hint: t('answerHint'),
                  required: true,
                  maxLength: 4000,
                  autocomplete: 'off',
                },
              ]}
              check={{ answer: 'required' }}
              submit={t('send')}
              texts={texts}
            />
          </div>
          {papersAt?.(question.id)}
        </article>
      ))}
    </Section>
  );
}
