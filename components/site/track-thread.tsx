import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import type { TrackedQuestion } from '@/domain/applications/standing';
import type { Tracked, TrackedMessage } from '@/domain/applications/tracking';
import { isOwed, threadOf } from '@/domain/correspondence/thread';
import { Said } from './track-said';

type About = { questionId: string } | { messageId: string };

/** What we told each other, the newest first; open questions stand above with their forms. */
export async function TrackThread({
  tracked,
  action,
  texts,
  papersAt,
}: {
  tracked: Tracked;
  action: FormAction;
  texts: FormTexts;
  /** photographs and documents that came with an answer or a message */
  papersAt?: (about: About) => ReactNode;
}) {
  const t = await getTranslations('track.thread');
  const said = threadOf(
    tracked.questions.filter((question) => tracked.withdrawn || !isOwed(question)),
    tracked.messages,
  );
  return (
    <Section id="thread" title={t('title')} aside={t('aside')}>
      {!tracked.withdrawn && <Write action={action} texts={texts} />}
      {said.length === 0 && <p className="measure mt-8 text-muted">{t('none')}</p>}
      {said.length > 0 && (
        <ol aria-label={t('title')} className="mt-10 grid gap-8">
          {said.map((item) => (
            <li key={item.kind === 'question' ? item.question.id : item.message.id} className="break-inside-avoid">
              {item.kind === 'question' ? (
                <Asked question={item.question} papers={papersAt?.({ questionId: item.question.id })} />
              ) : (
                <Written message={item.message} papers={papersAt?.({ messageId: item.message.id })} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

async function Write({ action, texts }: { action: FormAction; texts: FormTexts }) {
  const t = await getTranslations('track.thread');
  return (
    <div className="print:hidden">
      <ActionForm
        action={action}
        token={crypto.randomUUID()}
        fields={[
          {
            name: 'text',
            kind: 'textarea',
            label: t('write'),
            hint: t('writeHint'),
            required: true,
            maxLength: 4000,
            rows: 4,
            autocomplete: 'off',
          },
        ]}
        check={{ text: 'required' }}
        submit={t('send')}
        texts={texts}
      />
    </div>
  );
}

async function Asked({ question, papers }: { question: TrackedQuestion; papers: ReactNode }) {
  const t = await getTranslations('track.thread');
  const format = await getFormatter();
  const day = (at: number) => format.dateTime(at, { dateStyle: 'long' });
  const { answer, answeredAt, closedAt } = question;
  return (
    <>
      <Said who={t('asked')} date={day(question.askedAt)} text={question.text} isOurs>
        {closedAt !== null && <p className="measure mt-2 text-muted">{t('closed', { date: day(closedAt) })}</p>}
      </Said>
      {answeredAt !== null && (
        <div className="mt-4 sm:ml-8">
          <Said who={t(question.recorded ? 'answeredToUs' : 'answered')} date={day(answeredAt)} text={answer}>
            {papers}
          </Said>
        </div>
      )}
    </>
  );
}

async function Written({ message, papers }: { message: TrackedMessage; papers: ReactNode }) {
  const t = await getTranslations('track.thread');
  const format = await getFormatter();
  const date = format.dateTime(message.writtenAt, { dateStyle: 'long' });
  return (
    <Said who={t(message.isOurs ? 'museum' : 'you')} date={date} text={message.text} isOurs={message.isOurs}>
      {papers}
    </Said>
  );
}
