import { getFormatter, getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import type { Receipt } from '@/domain/applications/receipt';
import { noonOf } from './track-dates';

/** How the application can be followed, and what happens next and by when. */
export async function ApplySent({ receipt, trackAddress }: { receipt: Receipt; trackAddress: string }) {
  const t = await getTranslations('apply.sent');
  const format = await getFormatter();
  const day = (at: Date | number) => format.dateTime(at, { dateStyle: 'long' });
  const next = [
    { key: 'received', text: t('next.received', { date: day(receipt.receivedAt) }) },
    {
      key: 'answer',
      text: receipt.firstAnswerBy ? t('next.answerBy', { date: day(noonOf(receipt.firstAnswerBy)) }) : t('next.answer'),
    },
    { key: 'question', text: t('next.question') },
    { key: 'word', text: t('next.word') },
  ];
  return (
    <>
      <Section title={t('next.title')}>
        <ol>
          {next.map(({ key, text }, index) => (
            <li
              key={key}
              className="grid grid-cols-[2.25rem_minmax(0,1fr)] border-line border-t py-3 first:border-t-0 first:pt-0"
            >
              <span aria-hidden="true" className="font-serif text-[1.375rem] text-ribbon leading-snug">
                {index + 1}
              </span>
              <p className="measure">{text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('how.title')}>
        <p className="measure">{t('how.text')}</p>
        <p className="mt-3 font-semibold [overflow-wrap:anywhere]">{trackAddress.replace(/^https?:\/\//, '')}</p>
        <p className="measure mt-3">{t('how.phone')}</p>
        <p className="measure mt-3 text-muted print:hidden">{t('how.day')}</p>
      </Section>
    </>
  );
}
