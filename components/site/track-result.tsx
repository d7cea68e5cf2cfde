import { getTranslations } from 'next-intl/server';
import type { TrackedResult } from '@/domain/applications/standing';
import type { Tracked } from '@/domain/applications/tracking';
import { countryName } from '@/domain/countries';
import { fullName } from '@/domain/names';
import { dateText, readDate } from '@/domain/partial-date';
import { type Locale, locales } from '@/messages/routing';

/** What is confirmed about the soldier: what became of him, and where he lies, by its name then and now. */
export async function TrackResult({
  tracked,
  result,
  locale,
}: {
  tracked: Tracked;
  result: TrackedResult;
  locale: Locale;
}) {
  const t = await getTranslations('track.result');
  const fate = await getTranslations('fate');
  const { burial } = result;
  return (
    <section aria-labelledby="result" className="mt-12 border-ink border-t pt-10 font-serif print:mt-6 print:pt-5">
      <h2 id="result" className="sr-only">
        {t('title')}
      </h2>
      <p className="name-of-the-dead text-[length:var(--size-title-2)] leading-tight">{fullName(tracked)}</p>
      <p className="mt-3 text-[1.25em] leading-snug">
        {fate(result.fate)}
        {result.fateDate && <span className="block">{dateText(readDate(result.fateDate), locale)}</span>}
      </p>
      {burial && <Burial burial={burial} locale={locale} />}
      <p className="measure mt-8 text-muted">{t(burial ? 'burialNote' : 'fateNote')}</p>
    </section>
  );
}

type KnownBurial = NonNullable<TrackedResult['burial']>;

async function Burial({ burial, locale }: { burial: KnownBurial; locale: Locale }) {
  const t = await getTranslations('track.result');
  const kind = await getTranslations('burialKind');
  const precision = await getTranslations('precision');
  const present = inLanguage(burial.presentName, locale);
  const region = inLanguage(burial.regionToday, locale);
  const today = burial.countryToday && countryName(burial.countryToday, locale);
  return (
    <div className="mt-8">
      <h3 className="title-3">{t('burial')}</h3>
      <p className="mt-1 text-muted">
        {kind(burial.kind)}; {t('precision')} {precision(burial.precision)}
      </p>
      <dl className="mt-5 grid gap-x-12 gap-y-6 sm:grid-cols-2">
        <Place
          term={t('now')}
          lines={[burial.regionOnly ? '' : present, region, today ?? '']}
          otherwise={t('notNamedToday')}
        />
        <Place
          term={t('then')}
          lines={[burial.reportedName, burial.reportedRegion, countryName(burial.reportedCountry, locale)]}
          otherwise={t('notNamedThen')}
        />
      </dl>
    </div>
  );
}

function Place({ term, lines, otherwise }: { term: string; lines: string[]; otherwise: string }) {
  // A region known by its own name alone stands in both columns of the table: it is said once.
  const said = [...new Set(lines.filter(Boolean))];
  return (
    <div className="border-line border-t pt-3">
      <dt className="text-muted">{term}</dt>
      <dd className="mt-1 text-[1.125em] leading-normal">
        {said.length === 0
          ? otherwise
          : said.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
      </dd>
    </div>
  );
}

/** A name in the reader's language, else in any that is known. */
function inLanguage(names: Record<Locale, string>, locale: Locale): string {
  return names[locale] || locales.map((other) => names[other]).find(Boolean) || '';
}
