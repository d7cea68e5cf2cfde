import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingNow } from '../matching/search/asking';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { type FactChoice, type FactValue, factOf } from './fact-groups';
import type { Atlas } from './fact-meaning';

let database: TestDatabase;
let atlas: Atlas;
beforeAll(async () => {
  database = await openTestDatabase();
  atlas = await askingNow();
});
afterAll(() => database.close());

const valuesOf = (written: readonly string[]): FactValue[] =>
  written.map((value, at) => ({
    ...{ field: 'birth', value, compared: value, origin: 'evidence', originId: `paper ${at}`, source: `д. ${at}` },
    ...{ applicant: '', recordId: null, ofCase: null, since: at },
  }));
const chosen = ({ value, originId }: FactValue): Omit<FactChoice, 'gone'> => ({
  ...{ choiceId: 'one', field: 'birth', value, origin: 'evidence', originId, source: '' },
  ...{ by: '', at: 1_000, reason: '' },
});

const dates = fc.array(
  fc.constantFrom('1915', '__.__.1915', '12.03.1915', '1916', 'около 1915', '1914-1916', 'перед войной'),
  { maxLength: 8 },
);

describe('values of one fact', () => {
  it('every one of them stands in exactly one group, whatever was chosen', () => {
    fc.assert(
      fc.property(dates, fc.nat(), (written, pick) => {
        const values = valuesOf(written);
        const one = values[pick % Math.max(1, values.length)];
        const { groups, choice } = factOf('birth', values, null, one ? chosen(one) : null, atlas);
        const shown = groups.flatMap((group) => group.values);
        expect(shown).toHaveLength(values.length);
        expect(new Set(shown)).toEqual(new Set(values));
        expect(groups.filter((group) => group.chosen)).toHaveLength(one ? 1 : 0);
        expect(choice?.gone ?? false).toBe(false);
      }),
    );
  });

  it('a choice closes the question and says what the case goes by; without one nothing contradictory is gone by', () => {
    fc.assert(
      fc.property(dates, fc.nat(), (written, pick) => {
        const values = valuesOf(written);
        const before = factOf('birth', values, null, null, atlas);
        expect(before.open).toBe(before.disagrees);
        expect(before.goesBy === '').toBe(before.disagrees || values.length === 0);
        const one = values[pick % Math.max(1, values.length)];
        if (!one) return;
        expect(factOf('birth', values, null, chosen(one), atlas)).toMatchObject({ open: false, goesBy: one.value });
      }),
    );
  });

  it('in whichever order the sources came, they disagree or they do not', () => {
    fc.assert(
      fc.property(dates, (written) => {
        const [there, back] = [valuesOf(written), valuesOf(written.toReversed())].map(
          (values) => factOf('birth', values, null, null, atlas).disagrees,
        );
        expect(there).toBe(back);
      }),
    );
  });
});
