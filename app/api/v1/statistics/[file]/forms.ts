/** The forms a statistic is given out in. */
import { getTranslations } from 'next-intl/server';
import { csv } from '@/domain/csv';
import type { Actor } from '@/domain/permissions';
import type { StatisticResult } from '@/domain/statistics/catalogue';
import { codedCsv, statisticWorkbook, wordedCsv } from '@/domain/statistics/files';
import { statistic } from '@/domain/statistics/statistic';
import { type Say, statisticWords } from '@/domain/statistics/words';
import { type Locale, routing } from '@/messages/routing';
import type { Question } from './question';

export const endings = ['', '.csv', '.xlsx'] as const;

/** @throws DomainError as the query does */
export async function answerAs(
  ending: (typeof endings)[number],
  actor: Actor,
  { input, language }: Question,
): Promise<Response> {
  const result = await statistic(actor, input as Parameters<typeof statistic>[1]);
  if (ending === '') return Response.json(jsonOf(result), { headers: plain });
  if (ending === '.csv') return file(await csvOf(result, language), `${nameOf(result)}.csv`, 'text/csv; charset=utf-8');
  const { say, words } = await wordsIn(language ?? routing.defaultLocale);
  const bytes = await statisticWorkbook(result, words, say);
  return file(
    new Uint8Array(bytes),
    `${nameOf(result)}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
}

const plain = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const file = (body: BodyInit, name: string, type: string): Response =>
  new Response(body, {
    headers: { ...plain, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });

/** The day described stands in the name, or the period. */
const nameOf = ({ key, params: { at, from, to } }: StatisticResult): string =>
  [key, ...(at ? [at] : [from, to])].filter(Boolean).join('-');

/** Burials by country have answered others for longer than the catalogue exists: their shape stays. */
function jsonOf({ key, params, rows, totals, open }: StatisticResult): object {
  if (key !== 'burials-by-country') return { key, params, rows, totals, ...(open === undefined ? {} : { open }) };
  return {
    at: params.at,
    applications: totals.received,
    established: totals.applications,
    soldiers: totals.soldiers,
    countries: rows.map(({ country, applications }) => ({ country, count: applications })),
  };
}

async function csvOf(result: StatisticResult, language: Locale | undefined): Promise<string> {
  if (language) {
    const { say, words } = await wordsIn(language);
    return wordedCsv(result, words, say);
  }
  if (result.key !== 'burials-by-country') return codedCsv(result);
  return csv(
    ['at', 'country', 'count'],
    result.rows.map(({ country, applications }) => [result.params.at ?? '', country ?? '', applications ?? 0]),
  );
}

async function wordsIn(locale: Locale) {
  const t = await getTranslations({ locale });
  const say: Say = (key, values) => t(key as never, values as never);
  return { say, words: statisticWords(locale, say) };
}
