import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import type { Tracked } from '@/domain/applications/tracking';

/** What we asked and wait for, each question with its form. */
export async function TrackQuestions({
  tracked,
  action,
  texts,
}: {
  tracked: Tracked;
  action: FormAction;
  texts: FormTexts;
}) {
  const open = tracked.questions.filter((question) => question.answeredAt === null);
  if (open.length === 0 || tracked.withdrawn) return null;
  const t = await getTranslations('track.questions');
  const format = await getFormatter();
  return (
    <Section title={t('title', { n: open.length })} aside={t('aside')}>
      {open.map((question) => (
        <article key={question.id} className="mb-10 last:mb-0">
          <p className="text-muted">{t('asked', { date: format.dateTime(question.askedAt, { dateStyle: 'long' }) })}</p>
          <p className="measure my-3 whitespace-pre-line border-ribbon border-l-[3px] pl-4 font-serif text-[1.125em]">
            {question.text}
          </p>
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
                autocomplete: 'off',
              },
            ]}
            check={{ answer: 'required' }}
            submit={t('send')}
            texts={texts}
          />
        </article>
      ))}
    </Section>
  );
}

/** Earlier questions with their answers. */
export async function TrackAnswered({ questions }: { questions: Tracked['questions'] }) {
  const answered = questions.filter((question) => question.answer !== null);
  if (answered.length === 0) return null;
  const t = await getTranslations('track.questions');
  const format = await getFormatter();
  return (
    <Section title={t('answered')}>
      {answered.map(({ id, text, answer, answeredAt }) => (
        <article key={id} className="mb-6 last:mb-0">
          <p className="measure whitespace-pre-line font-serif">{text}</p>
          <p className="measure mt-2 whitespace-pre-line">{answer}</p>
          {answeredAt !== null && (
            <p className="text-muted">
              {t('answeredOn', { date: format.dateTime(answeredAt, { dateStyle: 'long' }) })}
            </p>
          )}
        </article>
      ))}
    </Section>
  );
}
