/** What the address of a statistic asks: days as people write them, choices as the catalogue has them. */
import { type Address, addressWith } from '@/components/ui/address';
import { bases, burialKinds, entryOf, type Param, type StatisticKey, steps } from '@/domain/statistics/catalogue';
import { isDay } from '@/domain/working-days';
import { type Search, textOf } from '../search';

export type Asked = {
  /** Goes to the query. */
  input: {
    at?: string;
    from?: string;
    to?: string;
    basis?: (typeof bases)[number];
    kind?: (typeof burialKinds)[number];
    by?: (typeof steps)[number];
  };
  /** As it stood in the address: shown again in the fields. */
  typed: Partial<Record<Param, string>>;
  /** What was written where a day should stand. */
  notDays: string[];
};

const earliest = '1941-06-22';
const latest = '2199-12-31';

/** A day as `2020-01-31`, also from `31.01.2020`; undefined when it is none, or none the register can speak of. */
export function dayAsked(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return isDay(iso) && iso >= earliest && iso <= latest ? iso : undefined;
}

const choices = { basis: bases, kind: burialKinds, by: steps } as const;

/** @param only the parameters that are looked at: of an entry those it takes */
export function askedOf(search: Search, only: readonly Param[]): Asked {
  const asked: Asked = { input: {}, typed: {}, notDays: [] };
  for (const name of only) {
    const text = textOf(search, name).slice(0, 40);
    if (!text) continue;
    asked.typed[name] = text;
    if (name === 'at' || name === 'from' || name === 'to') {
      const day = dayAsked(text);
      if (day) asked.input[name] = day;
      else asked.notDays.push(text);
    } else {
      const choice = choices[name].find((known) => known === text);
      if (choice) Object.assign(asked.input, { [name]: choice });
    }
  }
  return asked;
}

/** The same question of the interface for programs: `KEY`, or `KEY.csv`, in a language. */
export const fileAddress = (key: StatisticKey, ending: string, asked: Asked, language?: string): string =>
  addressWith({ path: `/api/v1/statistics/${key}${ending}`, params: { ...asked.input, language } }, {});

/** The page of a statistic with what was asked. */
export const pageAddress = (locale: string, key: StatisticKey, asked: Asked): Address => ({
  path: `/${locale}/desk/statistics/${key}`,
  params: Object.fromEntries(
    Object.entries(asked.input).filter(([name]) => (entryOf(key).params as readonly string[]).includes(name)),
  ),
});
