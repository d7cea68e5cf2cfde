import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { deskActor } from '@/app/actions/session';
import { StatisticCard } from '@/components/desk/statistic-card';
import { addressWith } from '@/components/ui/address';
import { ButtonLink } from '@/components/ui/button';
import { Figures } from '@/components/ui/figures';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { can } from '@/domain/permissions';
import { catalogue, type StatisticKey } from '@/domain/statistics/catalogue';
import { statistic } from '@/domain/statistics/statistic';
import { takenOverFigures } from '@/domain/takeover/queries';
import { routing } from '@/messages/routing';
import type { Search } from '../search';
import { askedOf, pageAddress } from './asked';
import { casesAddress } from './cases-address';
import { wordsHere } from './words-here';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

/** What is drawn on this page, in its order; the others are a link away. */
const shown = {
  flow: ['applications-received', 'cases-by-status', 'first-answer-time', 'result-time'],
  work: ['overdue', 'waiting-on', 'searches-by-source'],
} as const satisfies Record<string, readonly StatisticKey[]>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'statistics' });
  return { title: t('title') };
}

/** A manager opens it to say where our men lie and how the search goes, on any day; every drawing leads to its table and files. */
export default async function StatisticsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'statistics.read')) notFound();
  const t = await getTranslations('statistics');
  const takeover = await getTranslations('takeover');
  const format = await getFormatter();
  const { words } = await wordsHere(locale);
  const asked = askedOf(await searchParams, ['at']);
  const { at } = asked.input;
  const ask = (key: StatisticKey, more = {}) => statistic(actor, { key, ...(at ? { at, to: at } : {}), ...more });
  const hrefOf = (key: StatisticKey, more = {}) => {
    const to = catalogue.find((entry) => entry.key === key)?.params.some((param) => (param as string) === 'to');
    return addressWith(
      pageAddress(locale, key, { ...asked, input: { ...asked.input, ...(to && at ? { to: at } : {}), ...more } }),
      {},
    );
  };
  const today = await ask('burials-by-country');
  const reported = await ask('burials-by-country', { basis: 'reported' });
  const taken = await takenOverFigures(actor, {});

  const card = async (key: StatisticKey, more?: { basis: 'reported' }, note?: string) => {
    const result = more ? reported : key === 'burials-by-country' ? today : await ask(key);
    return (
      <StatisticCard
        key={key + (note ?? '')}
        result={result}
        words={words}
        href={hrefOf(key, more)}
        hrefOf={(row) => casesAddress(locale, result, row)}
        {...(note ? { note } : {})}
      />
    );
  };
  const cardsOf = async (keys: readonly StatisticKey[]) => {
    const cards: ReactNode[] = [];
    for (const key of keys) cards.push(await card(key));
    return cards;
  };
  return (
    <>
      <PageHeading
        aside={
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`/${locale}/desk/burials/map`} look="secondary">
              {t('map')}
            </ButtonLink>
            <ButtonLink href={`/${locale}/desk/statistics/reports`} look="secondary">
              {t('reports')}
            </ButtonLink>
          </div>
        }
      >
        {t('title')}
      </PageHeading>
      {asked.notDays.map((text) => (
        <Notice key={text} tone="attention">
          {t('notADay', { text })}
        </Notice>
      ))}
      <FilterForm
        address={{ path: `/${locale}/desk/statistics`, params: { at: asked.typed.at } }}
        fields={[{ name: 'at', label: t('at'), kind: 'text', width: 'short', hint: t('param.hint') }]}
      />
      <p className="my-[1em] text-muted">{t('asOf', { day: words.day(today.params.at ?? '') })}</p>
      <Figures
        items={[
          { value: format.number(today.totals.received ?? 0), label: t('applications') },
          { value: format.number(today.totals.applications ?? 0), label: t('established') },
          { value: format.number(today.totals.soldiers ?? 0), label: t('soldiers') },
        ]}
      />
      {taken.applications > 0 && <p className="measure my-[1em] text-muted">{takeover('figures', taken)}</p>}
      <Section title={t('group.where')} id="where">
        <p className="measure mb-[1.25em] text-muted">{words.definition('burials-by-country')}</p>
        <Cards>
          {await card('burials-by-country', undefined, t('today'))}
          {await card('burials-by-country', { basis: 'reported' }, t('reported'))}
          {await card('burials-by-certainty')}
        </Cards>
      </Section>
      <Section title={t('group.flow')} id="flow">
        <Cards>{await cardsOf(shown.flow)}</Cards>
      </Section>
      <Section title={t('group.work')} id="work">
        <Cards>{await cardsOf(shown.work)}</Cards>
      </Section>
      <Section title={t('index')} id="index">
        <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
          {catalogue.map(({ key }) => (
            <li key={key}>
              <a href={hrefOf(key)} className="target">
                {words.title(key)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Cards({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-10 gap-y-10 lg:grid-cols-2">{children}</div>;
}
