/**
 * Every statistic of the register as one entry: who may read it, what it can be asked, what its rows hold and how it is drawn. Pure, so
 * that page, chart, CSV, XLSX and API follow from it; `entries/` computes them, `statistic.ts` is the one way to ask.
 */

/** `public`: figures everybody may read; `manager`: needs `statistics.read`. */
export type Audience = 'public' | 'manager';

/**
 * - `at`: the museum day whose end is described (default and latest: today);
 * - `from`, `to`: first and last museum day of a period; beside `at`, `from` alone narrows to what was established since;
 * - `basis`: the country and region `today`, or as `reported`;
 * - `kind`: the `primary` burial, the `current` one (a reburial before any other), or `any` (of whatever
 *   kind, the one established last); one burial a case counts, so that the rows add up;
 * - `by`: length of the periods of a row.
 */
export const params = ['at', 'from', 'to', 'basis', 'kind', 'by'] as const;
export type Param = (typeof params)[number];

export const bases = ['today', 'reported'] as const;
export const burialKinds = ['primary', 'current', 'any'] as const;
export const steps = ['day', 'week', 'month'] as const;

/** What the values of a column stand for, so that a screen can name them. */
export type Labels =
  | 'country'
  | 'region'
  | 'certainty'
  | 'day'
  | 'week'
  | 'month'
  | 'channel'
  | 'kz-region'
  | 'status'
  | 'source'
  | 'partner'
  | 'staff'
  | 'outcome'
  | 'burial-place'
  | 'days'
  | 'due-kind'
  | 'none';

/**
 * `share` is 0 to 1, null where nothing is to be shared; `days` whole days (working or calendar days, as the definition says). A
 * dimension labelled `day` of a statistic with the parameter `by` holds the first day of the period, whatever its length.
 */
export type Column = {
  readonly key: string;
  readonly kind: 'dimension' | 'count' | 'share' | 'days';
  readonly labels?: Labels;
};

/** `steps`: a survival curve; `stacked`: the first counts after the dimension add up to the last of all counts, which is not drawn. */
export type Chart = 'bars' | 'line' | 'steps' | 'stacked' | 'none';

export type Statistic = {
  readonly key: string;
  readonly group: 'where' | 'flow' | 'work';
  readonly audience: Audience;
  readonly params: readonly Param[];
  readonly columns: readonly Column[];
  /** Figures beside the rows, in the totals under these keys; the totals of columns that can be added stand there, too. */
  readonly figures: readonly Column[];
  readonly chart: Chart;
  /** Whether the cases behind a row can be listed (`statisticCases`). */
  readonly cases: boolean;
};

const dimension = (key: string, labels: Labels) => ({ key, kind: 'dimension', labels }) as const;
const counted = (key: string) => ({ key, kind: 'count' }) as const;
const share = (key = 'share') => ({ key, kind: 'share' }) as const;
const days = (key: string) => ({ key, kind: 'days' }) as const;

/** Of a survival curve: one row a day on which something happened. */
const survival = [days('days'), share('remaining'), counted('reached'), counted('atRisk')] as const;
const survivalFigures = [
  counted('applications'),
  counted('finished'),
  counted('withdrawn'),
  counted('takenOver'),
  days('median'),
  days('p90'),
] as const;

export const catalogue = [
  {
    key: 'burials-by-country',
    group: 'where',
    audience: 'public',
    params: ['at', 'from', 'basis', 'kind'],
    columns: [dimension('country', 'country'), counted('applications'), share()],
    figures: [counted('received'), share('establishedShare'), counted('soldiers')],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'burials-by-region',
    group: 'where',
    audience: 'manager',
    params: ['at', 'from', 'basis', 'kind'],
    columns: [dimension('country', 'country'), dimension('region', 'region'), counted('applications'), share()],
    figures: [counted('soldiers')],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'burials-by-place',
    group: 'where',
    audience: 'manager',
    params: ['at', 'from', 'basis', 'kind'],
    columns: [
      dimension('burialPlace', 'burial-place'),
      dimension('country', 'country'),
      counted('applications'),
      counted('soldiers'),
    ],
    figures: [],
    chart: 'none',
    cases: true,
  },
  {
    key: 'burials-by-certainty',
    group: 'where',
    audience: 'manager',
    params: ['at', 'from'],
    columns: [
      dimension('certainty', 'certainty'),
      counted('primary'),
      counted('reburial'),
      counted('unknown'),
      counted('burials'),
    ],
    figures: [],
    chart: 'stacked',
    cases: true,
  },
  {
    key: 'soldiers-by-country',
    group: 'where',
    audience: 'public',
    params: ['at', 'from', 'basis', 'kind'],
    columns: [dimension('country', 'country'), counted('soldiers'), counted('withoutApplication'), share()],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'applications-received',
    group: 'flow',
    audience: 'manager',
    params: ['from', 'to', 'by'],
    columns: [dimension('period', 'day'), counted('applications'), counted('withdrawn')],
    figures: [],
    chart: 'line',
    cases: true,
  },
  {
    key: 'applications-by-channel',
    group: 'flow',
    audience: 'manager',
    params: ['from', 'to'],
    columns: [dimension('channel', 'channel'), counted('applications'), share()],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'applications-by-kz-region',
    group: 'flow',
    audience: 'manager',
    params: ['from', 'to'],
    columns: [dimension('region', 'kz-region'), counted('applications'), share()],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'cases-by-status',
    group: 'flow',
    audience: 'manager',
    params: ['at'],
    columns: [dimension('status', 'status'), counted('cases'), counted('withoutApplication'), share()],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'first-answer-time',
    group: 'flow',
    audience: 'manager',
    params: ['at', 'from', 'to'],
    columns: survival,
    figures: survivalFigures,
    chart: 'steps',
    cases: false,
  },
  {
    key: 'result-time',
    group: 'flow',
    audience: 'manager',
    params: ['at', 'from', 'to'],
    columns: survival,
    figures: survivalFigures,
    chart: 'steps',
    cases: false,
  },
  {
    key: 'established-by-cohort',
    group: 'flow',
    audience: 'manager',
    params: ['at', 'from', 'to', 'kind'],
    columns: [dimension('month', 'month'), counted('applications'), counted('established'), share()],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'overdue',
    group: 'work',
    audience: 'manager',
    params: ['at'],
    columns: [
      dimension('dueKind', 'due-kind'),
      counted('upTo7'),
      counted('upTo30'),
      counted('upTo90'),
      counted('over90'),
      counted('cases'),
    ],
    figures: [],
    chart: 'stacked',
    cases: true,
  },
  {
    key: 'waiting-on',
    group: 'work',
    audience: 'manager',
    params: ['at'],
    columns: [
      dimension('partner', 'partner'),
      counted('upTo30'),
      counted('upTo90'),
      counted('over90'),
      counted('answers'),
      days('longest'),
    ],
    figures: [],
    chart: 'stacked',
    cases: true,
  },
  {
    key: 'searches-by-source',
    group: 'work',
    audience: 'manager',
    params: ['from', 'to'],
    columns: [
      dimension('source', 'source'),
      counted('found'),
      counted('nothing'),
      counted('other'),
      counted('searches'),
      share(),
    ],
    figures: [],
    chart: 'stacked',
    cases: true,
  },
  {
    key: 'requests-by-partner',
    group: 'work',
    audience: 'manager',
    params: ['from', 'to'],
    columns: [
      dimension('partner', 'partner'),
      counted('sent'),
      counted('answered'),
      counted('found'),
      counted('open'),
      counted('givenUp'),
      days('median'),
    ],
    figures: [],
    chart: 'bars',
    cases: true,
  },
  {
    key: 'load-by-researcher',
    group: 'work',
    audience: 'manager',
    params: [],
    columns: [dimension('staff', 'staff'), counted('cases'), counted('tasks'), counted('tasksOverdue')],
    figures: [],
    chart: 'bars',
    cases: true,
  },
] as const satisfies readonly Statistic[];

export type StatisticKey = (typeof catalogue)[number]['key'];

export const statisticKeys = catalogue.map(({ key }) => key) as [StatisticKey, ...StatisticKey[]];

export const isStatisticKey = (text: string): text is StatisticKey => (statisticKeys as string[]).includes(text);

/** The entry of a key. */
export function entryOf(key: StatisticKey): Statistic {
  const entry = catalogue.find((one) => one.key === key);
  if (!entry) throw new Error(`no statistic ${key}`);
  return entry;
}

/** The parameters as applied: days filled in, those the entry does not have left out. */
export type Applied = {
  at?: string;
  from?: string;
  to?: string;
  basis?: (typeof bases)[number];
  kind?: (typeof burialKinds)[number];
  by?: (typeof steps)[number];
};

/** What one name of a value is in the three languages: of places, sources, bodies and staff, which no message names. */
export type ValueNames = { readonly kk: string; readonly ru: string; readonly en: string };

export type StatisticRow = Record<string, string | number | null>;

/** Rows in the order of the entry (most first, or by time); values of dimensions without a fact are `''` (a country: `ZZ`). */
export type StatisticResult = {
  key: StatisticKey;
  params: Applied;
  rows: StatisticRow[];
  totals: Record<string, number | null>;
  /** Of a survival: applications still without it, not withdrawn. */
  open?: number;
  /** By column, then value: the names of values that stand in the register itself. */
  names: Record<string, Record<string, ValueNames>>;
};
