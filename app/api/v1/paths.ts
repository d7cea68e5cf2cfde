/** Every path of the interface for programs in the words of its document. One row a route. */
import { questionFields } from '@/domain/archive/question';
import { statuses } from '@/domain/cases/pipeline';
import { pageLimits } from '@/domain/open-data/cursor';
import type { TokenScope } from '@/domain/staff/tokens';
import { bases, burialKinds, catalogue, steps } from '@/domain/statistics/catalogue';

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
};

export type Path = {
  readonly id: string;
  readonly summary: string;
  /** What the token must open; left out, everybody may read. */
  readonly scope?: TokenScope;
  /** A token is asked for only by some of the questions. */
  readonly optional?: true;
  readonly parameters?: readonly Parameter[];
  /** Media type and shape of the answer; several shapes: by what was asked; null: not JSON. */
  readonly answers: readonly (readonly [type: string, shape: string | readonly string[] | null])[];
};

const json = 'application/json';
const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asked = (name: string, description: string, schema: Parameter['schema'] = { type: 'string' }): Parameter => ({
  ...{ name, in: 'query' as const, description, schema },
});
const inPath = (name: string, description: string, schema: Parameter['schema'] = { type: 'string' }): Parameter => ({
  ...{ name, in: 'path' as const, required: true, description, schema },
});

const paging = [
  asked('limit', 'Rows of a page.', {
    type: 'integer',
    minimum: 1,
    maximum: pageLimits.most,
    default: pageLimits.usual,
  }),
  asked('cursor', '`next` of the page before; left out, the first page.'),
];

const day = { type: 'string', format: 'date' };

/** What the lookup is asked, where the name does not say it. */
const questionWords: Readonly<Partial<Record<string, string>>> = {
  text: 'A whole line, read as the desk reads it.',
  otherSpellings: 'Other spellings of the name, separated by commas.',
  kin: 'Next of kin as a report names them.',
  camp: "A camp or a prisoner's number.",
  source: 'Only of this source, by its key.',
  fate: 'Only with this fate.',
  lossFrom: 'Lost in this year or later.',
  lossTo: 'Lost in this year or earlier.',
};

export const paths: Readonly<Record<string, Path>> = {
  '/openapi.json': { id: 'document', summary: 'This document.', answers: [[json, null]] },
  '/burials': {
    id: 'burials',
    summary: 'The public register of the returned names; with `view=all` every burial in force, for managers.',
    scope: 'burials',
    optional: true,
    parameters: [
      asked('view', "What is published, or with a manager's token everything.", {
        type: 'string',
        enum: ['published', 'all'],
        default: 'published',
      }),
      ...paging,
    ],
    answers: [[json, ['PublishedBurialPage', 'BurialPage']]],
  },
  '/burial-places.geojson': {
    id: 'placesAsGeoJson',
    summary: 'Published burial places for maps.',
    answers: [['application/geo+json', 'BurialPlaces']],
  },
  '/burial-places.csv': {
    id: 'placesAsCsv',
    summary: 'Published burial places as a table: UTF-8 with BOM, separated by commas.',
    answers: [[csv, null]],
  },
  '/cases': {
    id: 'cases',
    summary: 'Cases by their numbers.',
    scope: 'cases',
    parameters: [
      asked('text', 'Parts of any spelling of the name; each word is to be found.'),
      asked('status', 'Only those that stand so.', { type: 'string', enum: [...statuses] }),
      ...paging,
    ],
    answers: [[json, 'CasePage']],
  },
  '/cases/{caseId}': {
    id: 'case',
    summary: 'One case.',
    scope: 'cases',
    parameters: [inPath('caseId', 'Its identifier.')],
    answers: [[json, 'Case']],
  },
  '/records': {
    id: 'records',
    summary: 'Records of the archive index that answer a question, best first; at least one thing must be asked.',
    scope: 'records',
    parameters: [
      ...questionFields.map((name) => asked(name, questionWords[name] ?? 'As the desk looks for it.')),
      ...paging,
    ],
    answers: [[json, 'RecordPage']],
  },
  '/records/{recordId}': {
    id: 'record',
    summary: 'One record, as written in its source.',
    scope: 'records',
    parameters: [inPath('recordId', 'Its number in the index.', { type: 'integer', minimum: 1 })],
    answers: [[json, 'ArchiveRecord']],
  },
  '/statistics': {
    id: 'statistics',
    summary: 'The catalogue of statistics with their definitions.',
    answers: [[json, 'StatisticList']],
  },
  '/statistics/{file}': {
    id: 'statistic',
    summary: 'The values of one statistic; those for managers by a token.',
    scope: 'statistics',
    optional: true,
    parameters: [
      inPath('file', 'Key of the statistic; with `.csv` or `.xlsx` as a table.', {
        type: 'string',
        examples: catalogue.slice(0, 1).flatMap(({ key }) => [key, `${key}.csv`, `${key}.xlsx`]),
      }),
      asked('at', 'The museum day whose end is described; left out, today.', day),
      asked('from', 'First day of the period.', day),
      asked('to', 'Last day of the period.', day),
      asked('basis', 'Country and region today, or as reported.', { type: 'string', enum: [...bases] }),
      asked('kind', 'Which burial counts.', { type: 'string', enum: [...burialKinds] }),
      asked('by', 'Length of the periods.', { type: 'string', enum: [...steps] }),
      asked('language', 'Of the words in files; left out, CSV carries codes.', {
        type: 'string',
        enum: ['kk', 'ru', 'en'],
      }),
      asked('as-reported', 'Of burials by country: `true` is the basis `reported`.', { type: 'boolean' }),
    ],
    answers: [
      [json, ['Statistic', 'BurialsByCountry']],
      [csv, null],
      [xlsx, null],
    ],
  },
};
