/** All burials in force as a table for managers; recorded, for it holds what is not published. */
import * as z from 'zod/mini';
import { preparedCommand } from '../command';
import { csv } from '../csv';
import { burialsInForce } from './burials';
import { pageLimits } from './cursor';
import type { staffBurial } from './shapes';

type Burial = z.infer<typeof staffBurial>;

const columns = {
  case_number: ({ caseNumber }) => caseNumber,
  surname: ({ surname }) => surname,
  given_name: ({ givenName }) => givenName,
  patronymic: ({ patronymic }) => patronymic,
  birth_date: ({ birth }) => birth.written,
  fate: ({ fate }) => fate,
  fate_date: ({ fateDate }) => fateDate.written,
  kind: ({ kind }) => kind,
  precision: ({ precision }) => precision,
  established: ({ establishedAt }) => establishedAt,
  published: ({ published }) => (published ? 'yes' : 'no'),
  name_reported: ({ place }) => place.reportedName,
  region_reported: ({ place }) => place.reportedRegion,
  country_reported: ({ place }) => place.reportedCountry,
  name_kk: ({ place }) => place.presentName.kk,
  name_ru: ({ place }) => place.presentName.ru,
  region_kk: ({ place }) => place.regionToday.kk,
  region_ru: ({ place }) => place.regionToday.ru,
  country: ({ place }) => place.countryToday ?? '',
  latitude: ({ place }) => place.latitude ?? '',
  longitude: ({ place }) => place.longitude ?? '',
  marked: ({ place }) => (place.marked ? 'yes' : 'no'),
} as const satisfies Record<string, (burial: Burial) => string | number>;

/** CSV with a heading, one line a burial by its identifier; those that would tell a fate not released are not in it. */
export const exportBurials = preparedCommand(
  'register.export',
  z.strictObject({}),
  everyBurial,
  async (_input, { record }, burials): Promise<string> => {
    record({ kind: 'case.exported', data: { form: 'burials' } });
    return csv(
      Object.keys(columns),
      burials.map((burial) => Object.values(columns).map((cell) => cell(burial))),
    );
  },
);

async function everyBurial(): Promise<Burial[]> {
  const found: Burial[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Burial[]; next: string | null } = await burialsInForce({ limit: pageLimits.most, cursor });
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}
