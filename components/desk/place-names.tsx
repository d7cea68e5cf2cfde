import { getTranslations } from 'next-intl/server';
import { Timeline } from '@/components/ui/timeline';
import type { Years } from '@/domain/places/lines';
import { type Name, nameLanguages } from '@/domain/places/naming';
import { yearsWords } from './place-words';

/** The names of a place by period, the oldest first; names of a period stand together, each with its language. */
export async function PlaceNames({ names }: { names: readonly Name[] }) {
  const t = await getTranslations('place');
  const words = await yearsWords();
  return (
    <Timeline
      label={t('names')}
      items={periodsOf(names).map(({ years, of }) => ({
        key: `${years.from}-${years.to}`,
        date: words(years) || t('undated'),
        title: [...new Set(of.map(({ name }) => name))].join(' · '),
        by: nameLanguages
          .flatMap((language) => {
            const inLanguage = of.filter((one) => one.language === language).map(({ name }) => name);
            return inLanguage.length > 0
              ? [t('inLanguage', { language: t(`language.${language}`), names: inLanguage.join(', ') })]
              : [];
          })
          .join('; '),
      }))}
    />
  );
}

/** Dated periods in order, what nobody dated last. */
function periodsOf(names: readonly Name[]): { years: Years; of: Name[] }[] {
  const periods = new Map<string, { years: Years; of: Name[] }>();
  for (const name of names) {
    const key = `${name.from}-${name.to}`;
    const period = periods.get(key) ?? { years: { from: name.from, to: name.to }, of: [] };
    period.of.push(name);
    periods.set(key, period);
  }
  const isDated = ({ from, to }: Years) => from !== null || to !== null;
  return [...periods.values()].sort(
    (a, b) =>
      Number(isDated(b.years)) - Number(isDated(a.years)) ||
      (a.years.from ?? 0) - (b.years.from ?? 0) ||
      (a.years.to ?? 9999) - (b.years.to ?? 9999),
  );
}
