/** The museum's terms as staff keep them in the settings. */
import { eq } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { read } from '../database';
import { defaultTerms, type Terms } from './terms';

/** The key of the table `settings`. */
export const termsSetting = 'terms';

/** What each term may be, least and most, in its own unit (see `defaultTerms`). */
export const termRanges: Readonly<Record<keyof Terms, readonly [least: number, most: number]>> = {
  firstAnswer: [1, 60],
  forwarding: [1, 30],
  notice: [1, 30],
  nextWord: [7, 365],
  nextWordOnWatch: [30, 1095],
};

export const termNames = Object.keys(defaultTerms) as (keyof Terms)[];

/** The terms in use: those staff changed, the default of every other. A value out of its range counts as not changed. */
export async function termsInUse(): Promise<Terms> {
  const [row] = await read().select().from(settings).where(eq(settings.key, termsSetting));
  const kept = (row?.value ?? {}) as Partial<Record<keyof Terms, unknown>>;
  const terms = { ...defaultTerms };
  for (const name of termNames) {
    const value = kept[name];
    const [least, most] = termRanges[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) terms[name] = value;
  }
  return terms;
}
