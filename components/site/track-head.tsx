import { getFormatter, getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { Lead, PageHeading } from '@/components/ui/headings';
import type { Tracked } from '@/domain/applications/tracking';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { noonOf } from './track-dates';

/** How far the search has come, in plain words, and when the family hears from us next. */
export async function TrackHead({ tracked, locale }: { tracked: Tracked; locale: Locale }) {
  const t = await getTranslations('track');
  const format = await getFormatter();
  const day = (at: Date | number) => format.dateTime(at, { dateStyle: 'long' });
  const { phase, body, nextWordBy } = tracked;
  const hasText = t.has(`phase.${phase}.body`) && body;
  return (
    <>
      <PageHeading above={<span className="name-of-the-dead text-[1.125em] text-ink">{fullName(tracked)}</span>}>
        {t(`phase.${phase}.title`)}
      </PageHeading>
      <Lead>
        {hasText && <p>{t(`phase.${phase}.body`, { body: body.name[locale], date: day(body.since) })}</p>}
        <p>{t(`phase.${phase}.text`)}</p>
      </Lead>
      <DefinitionList
        items={[
          { term: t('facts.reference'), value: <span className="figures-aligned">{tracked.reference}</span> },
          { term: t('facts.received'), value: day(tracked.receivedAt) },
          ...(nextWordBy
            ? [{ term: t('facts.nextWord'), value: t('facts.nextWordBy', { date: day(noonOf(nextWordBy)) }) }]
            : []),
        ]}
      />
    </>
  );
}
