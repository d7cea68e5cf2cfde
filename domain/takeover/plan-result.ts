/** What the old register says was found, and how far the case has come by it. Pure. */
import type { BurialKind, BurialPrecision } from '@/db/schema';
import { type Fate, openFates, sensitiveFates } from '../cases/fates';
import { type Guard, pipeline, type Status } from '../cases/pipeline';
import { isCountryToday } from '../countries';
import { fold } from '../names';
import { lifeDate } from './plan-soldier';
import type { Row } from './row';
import type { PlanContext, Said } from './said';
import { readBurialKind, readCountry, readFate, readState } from './words';

export type PlannedBurial = {
  place: string;
  region: string;
  countryToday: string;
  countryReported: string;
  kind: BurialKind;
  precision: BurialPrecision;
};
export type PlannedResult = { fate: Fate; fateDate: string; citation: string; burial: PlannedBurial | null };
export type Outcome = {
  status: Status;
  result: PlannedResult | null;
  /** What it says of his fate without establishing anything: missing, captured. */
  openFate: Fate | null;
  rests: Guard[];
};

export function planResult(row: Row, context: PlanContext, said: Said, informed: boolean): Outcome {
  const fate = fateOf(row, said);
  const fateDate = lifeDate(row, 'fateDate', context.settings, said);
  const burial = burialOf(row, context, said);
  const establishes = burial !== null || (fate !== null && !openFates.includes(fate));
  const citation = row.value('citation');
  // The state of the search in a burial that could not be read is said already, at its place.
  const result = establishes ? { fate: final(fate), fateDate, citation, burial } : null;
  if (result && !citation) said('citation', 'no-citation');
  const status = statusOf(row, result, said, informed);
  return { status, result, openFate: establishes ? null : fate, rests: restsOf(status, result) };
}

/** A grave says that he died, and no more. */
const final = (fate: Fate | null): Fate => (fate === null || openFates.includes(fate) ? 'died' : fate);

function fateOf(row: Row, said: Said): Fate | null {
  const written = row.value('fate');
  if (!written) return null;
  const fate = readFate(written);
  if (!fate) said('fate', 'unknown-fate', written);
  else if (sensitiveFates.includes(fate)) said('fate', 'sensitive-fate', written);
  return fate;
}

function burialOf(row: Row, { places }: PlanContext, said: Said): PlannedBurial | null {
  const place = row.value('burialPlace');
  if (!place) return null;
  const written = row.value('burialCountry');
  const known = places.get(fold(place));
  const country = written ? readCountry(written) : (known ?? null);
  if (!written && !country) said('burialCountry', 'no-country', place);
  else if (!country) said('burialCountry', 'unknown-country', written);
  else if (!isCountryToday(country)) said('burialCountry', 'former-country', written);
  const reported = row.value('reportedCountry');
  const countryReported = reported ? readCountry(reported) : null;
  if (reported && !countryReported) said('reportedCountry', 'unknown-country', reported);
  const kindWritten = row.value('burialKind');
  const kind = kindWritten ? readBurialKind(kindWritten) : 'primary';
  if (!kind) said('burialKind', 'unknown-burial-kind', kindWritten);
  const today = country ?? '';
  return {
    place,
    region: row.value('burialRegion'),
    countryToday: today,
    countryReported: countryReported ?? (soviet.has(today) ? 'SU' : today),
    kind: kind ?? 'unknown',
    precision: precisionOf(place),
  };
}

/** Countries of today whose graves the reports of 1941–1945 place in the Soviet Union. */
const soviet = new Set('RU BY UA LV LT EE MD KZ KG UZ TM TJ AM AZ GE'.split(' '));

/** How closely the words name a place; never less than its region, since a place is named. */
function precisionOf(place: string): BurialPrecision {
  const text = place.toLowerCase();
  if (/братск|бауырластар|общая могила|mass grave|кладбищ|зират|қорым|cemeter|мемориал/.test(text)) return 'site';
  if (/могила|бейіт|қабір|grave/.test(text)) return 'grave';
  if (/(^|[\s,])(д|с|г|п|пос|х|ст|а|v)\.|деревн|село|город|хутор|станци|ауыл|қала|village|town|settlement/.test(text))
    return 'settlement';
  return /обл|район|край|сср|воеводств|уезд|аудан|аймақ|region|district|county|province/.test(text)
    ? 'region'
    : 'settlement';
}

/** Statuses in which the search goes on without a result. */
const searched: readonly Status[] = ['received', 'checking', 'awaiting-reply', 'on-watch'];

function statusOf(row: Row, result: PlannedResult | null, said: Said, informed: boolean): Status {
  const written = row.value('state');
  const state = written ? readState(written) : null;
  if (written && !state) said('state', 'unknown-state', written);
  if (result) return statusWithResult(state, result, said, written, informed);
  // A burial that cannot be read is said at its place; the state rests on it.
  if (row.value('burialPlace') || row.value('fate')) return state ?? 'searching';
  if (state === 'burial-established') said('burialPlace', 'result-without-place', written);
  if (state === 'fate-established') said('fate', 'result-without-fate', written);
  return state ?? 'searching';
}

function statusWithResult(
  state: Status | null,
  { burial }: PlannedResult,
  said: Said,
  written: string,
  informed: boolean,
): Status {
  const established = burial ? 'burial-established' : 'fate-established';
  if (state === null) return informed ? 'family-informed' : established;
  if (burial && (searched.includes(state) || state === 'searching')) said('state', 'state-contradicts', written);
  if (!burial && state === 'burial-established') said('burialPlace', 'result-without-place', written);
  return state === 'fate-established' || state === 'burial-established' ? established : state;
}

/** The guards of the status a case comes in with, and that of its result: nobody checked them here. */
function restsOf(status: Status, result: PlannedResult | null): Guard[] {
  const ofResult: Guard[] = !result ? [] : result.burial ? ['burial-confirmed'] : ['fate-confirmed'];
  return [...new Set([...pipeline[status].guards, ...ofResult])];
}
