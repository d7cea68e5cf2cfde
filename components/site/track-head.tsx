import { getFormatter, getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import type { Tracked } from '@/domain/applications/tracking';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { noonOf } from './track-dates';

/** How far the search has come, in plain words. A result names the soldier itself, so the line above then does not. */
export async function TrackHead({ tracked, locale }: { tracked: Tracked; locale: Locale }) {
  const t = await getTranslations('track');
  const format = await getFormatter();
  const { phase, body } = tracked;
  const above = tracked.result ? (
    t('applicationNumber', { reference: tracked.reference })
  ) : (
    <span className="name-of-the-dead text-[1.125em] text-ink">{fullName(tracked)}</span>
  );
  return (
    <>
      <PageHeading above={above}>{t(`phase.${phase}.title`)}</PageHeading>
      <Lead>
        {body && t.has(`phase.${phase}.body`) && (
          <p className="mb-3">
            {t(`phase.${phase}.body`, {
              body: body.name[locale],
              date: format.dateTime(body.since, { dateStyle: 'long' }),
            })}
          </p>
        )}
        <p>{t(`phase.${phase}.text`)}</p>
      </Lead>
    </>
  );
}

/** Reference, day of receipt, and when the family hears from us next. */
export async function TrackFacts({ tracked }: { tracked: Tracked }) {
  const t = await getTranslations('track.facts');
  const format = await getFormatter();
  const day = (at: Date | number) => format.dateTime(at, { dateStyle: 'long' });
  const { nextWordBy } = tracked;
  return (
    <Section title={t('title')} id="progress">
      <DefinitionList
        items={[
          { term: t('reference'), value: <span className="figures-aligned">{tracked.reference}</span> },
          { term: t('received'), value: day(tracked.receivedAt) },
          ...(nextWordBy ? [{ term: t('nextWord'), value: t('nextWordBy', { date: day(noonOf(nextWordBy)) }) }] : []),
        ]}
      />
    </Section>
  );
}
