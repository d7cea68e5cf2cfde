import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText } from '@/domain/testing/any-text';
import { commonMen, keepMen } from '@/domain/testing/archive-men';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { catchUp } from '../index/catching-up';
import { nobody, type Person } from '../person';
import { bandOf, likelyBits } from './bands';
import { comparePersons, findMan } from './find';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await keepMen(commonMen(2_000, 5));
  await catchUp();
});
afterAll(() => database.close());

const man: Person = {
  ...nobody,
  ...{ surname: 'Құсайынов', givenName: 'Ахмет', patronymic: 'Жұмабекұлы', birth: '1913', birthPlace: 'Семей' },
  ...{ draftPlace: 'Семипалатинский ГВК', unit: '310 сд', kin: 'жена Кусаинова Камар' },
};
const verdictOf = async (asked: Partial<Person>, other: Partial<Person>, field: string) => {
  const { verdicts } = await comparePersons({ ...nobody, ...asked }, { ...nobody, ...other });
  return verdicts.find((one) => one.field === field);
};

describe('the names of two men', () => {
  it('are the same only with the same letters: й is not и, ә is not а', async () => {
    const reason = async (a: string, b: string) => (await verdictOf({ surname: a }, { surname: b }, 'surname'))?.reason;
    expect(await reason('Құсайынов', 'ҚҰСАЙЫНОВ')).toBe('name-same');
    expect(await reason('Құсайынов', 'Құсайынов ')).toBe('name-same');
    for (const [a, b] of [
      ['Андрей', 'Андреи'],
      ['Николай', 'Николаи'],
      ['Райымов', 'Раиымов'],
      ['Әбенов', 'Абенов'],
      ['Жумабаев', 'Джумабаев'],
      ['Кусаинов', 'Кусаинова'],
    ] as const) {
      expect(await reason(a, b), `${a} ${b}`).toMatch(/^name-(?:same-sound|near-sound|far-sound)$/);
    }
  });

  it('count short, torn and exchanged', async () => {
    const name = { surname: 'Кузулин', givenName: 'Трофим', patronymic: 'Варфоломеевич' };
    const said = async (other: Partial<Person>, field: string) => (await verdictOf(name, other, field))?.reason;
    expect(await said({ ...name, givenName: 'Т.' }, 'givenName')).toBe('name-beginning');
    expect(await said({ ...name, givenName: 'С.' }, 'givenName')).toBe('name-beginning-differs');
    expect(await said({ ...name, patronymic: 'Варфал.' }, 'patronymic')).toBe('name-beginning-differs');
    expect(await said({ ...name, patronymic: 'Варфол.' }, 'patronymic')).toBe('name-beginning');
    expect(await said({ ...name, surname: '...зулин' }, 'surname')).toBe('name-end');
    expect(await said({ ...name, givenName: '-' }, 'givenName')).toBe('missing');
    const exchanged = { surname: 'Трофим', givenName: 'Кузулин', patronymic: 'Варфоломеевич' };
    expect(await said(exchanged, 'prior')).toBe('order');
    expect(await said(exchanged, 'surname')).toBe('name-same');
  });

  it('of one root weigh less together than two independent ones', async () => {
    const { verdicts } = await comparePersons(
      { ...nobody, surname: 'Тлеубердин', givenName: 'Кажмухан', patronymic: 'Тлеубердиевич' },
      { ...nobody, surname: 'Тлеубердин', givenName: 'Кажмухан', patronymic: 'Тлеубердиевич' },
    );
    const bits = new Map(verdicts.map((one) => [one.field, one.bits]));
    expect(bits.get('patronymic')).toBeLessThan((bits.get('surname') ?? 0) * 0.7);
    expect(bits.get('patronymic')).toBeGreaterThan(0);
  });

  it('that are rare weigh more, at a slip as well', async () => {
    const bits = async (a: string, b: string) =>
      (await verdictOf({ surname: a }, { surname: b }, 'surname'))?.bits ?? 0;
    expect(await bits('Шокубаев', 'Шокубаев')).toBeGreaterThan(await bits('Ахметов', 'Ахметов'));
    expect(await bits('Шокубаев', 'Шакубаев')).toBeGreaterThan(await bits('Ахметов', 'Ахмадов'));
  });
});

describe('the places of two men', () => {
  it.each([
    ['Семей', 'Семипалатинск'],
    ['г. Семипалатинск', 'Семей қ.'],
    ['Акмолинск', 'Целиноград'],
    ['Ақмола', 'Астана'],
    ['Нур-Султан', 'Акмолинск'],
  ])('%s and %s are one town', async (a, b) => {
    expect(await verdictOf({ birthPlace: a }, { birthPlace: b }, 'birthPlace')).toMatchObject({ verdict: 'same' });
    expect((await verdictOf({ birthPlace: a }, { birthPlace: b }, 'birthPlace'))?.bits).toBeGreaterThan(2);
  });

  it('that are far apart differ; where one is not known nothing is said', async () => {
    expect(await verdictOf({ birthPlace: 'Семей' }, { birthPlace: 'Актюбинск' }, 'birthPlace')).toMatchObject({
      verdict: 'differs',
    });
    expect(await verdictOf({ birthPlace: 'Семей' }, {}, 'birthPlace')).toMatchObject({ verdict: 'missing', bits: 0 });
    expect(await verdictOf({ residence: 'Семей' }, { birthPlace: 'Семипалатинск' }, 'birthPlace')).toMatchObject({
      verdict: 'same',
    });
  });
});

describe('the score of two men', () => {
  it('is that of a waterfall, highest for himself', async () => {
    const same = await comparePersons(man, man);
    expect(same.band).toBe('likely');
    expect(same.verdicts.every(({ verdict }) => verdict === 'same')).toBe(true);
    expect(same.bits).toBeCloseTo(
      same.verdicts.reduce((sum, { bits }) => sum + bits, -0.3),
      0,
    );
    expect((await comparePersons(man, { ...man, surname: 'Хусаинов' })).bits).toBeLessThan(same.bits);
    expect((await comparePersons(nobody, nobody)).bits).toBeLessThanOrEqual(0);
  });

  it('is never likely by the name alone, however rare, and only with a lead', async () => {
    const name = { surname: 'Шынтемиров', givenName: 'Кажмухан', patronymic: 'Жолбарысулы' };
    const alone = await comparePersons({ ...nobody, ...name }, { ...nobody, ...name });
    expect(alone.bits).toBeGreaterThan(likelyBits);
    expect(alone.band).toBe('possible');
    expect(bandOf({ bits: 30, beyondName: true }, 4.9)).toBe('possible');
    expect(bandOf({ bits: 30, beyondName: true }, 5)).toBe('likely');
    expect(bandOf({ bits: 19.9, beyondName: true }, 50)).toBe('possible');
    expect(bandOf({ bits: 7.9, beyondName: true }, 50)).toBe('unlikely');
  });

  const contradicting: Partial<Person> = {
    ...{ surname: 'Тараненко', givenName: 'Фрол', patronymic: 'Титович', birth: '1890', birthPlace: 'г. Москва' },
    ...{ draftPlace: 'Уральский РВК', unit: '17 тбр', kin: 'жена Тараненко Глафира' },
  };
  const fields = Object.keys(contradicting) as (keyof Person)[];
  const blank = (person: Person, field: keyof Person): Person => ({
    ...person,
    [field]: '',
    ...(field === 'birthPlace' && { residence: '' }),
  });

  it('never falls when what contradicts is left out, whatever else agrees', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(fields, { minLength: 1 }),
        fc.subarray(fields),
        fc.nat(fields.length),
        async (wrong, missing, at) => {
          const other = { ...man };
          for (const field of wrong) other[field] = contradicting[field] ?? '';
          const left = missing.filter((field) => !wrong.includes(field)).reduce(blank, other);
          const field = wrong[at % wrong.length] ?? 'birth';
          const [with_, without] = [await comparePersons(man, left), await comparePersons(man, blank(left, field))];
          expect(without.bits, field).toBeGreaterThanOrEqual(with_.bits - 1e-9);
          const own = with_.verdicts.find((one) => one.field === field);
          if (own?.verdict === 'differs') expect(own.bits, field).toBeLessThanOrEqual(0);
          expect(without.verdicts.find((one) => one.field === field)?.verdict, field).toBe('missing');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never falls when one more field agrees', async () => {
    for (const field of fields) {
      const less = await comparePersons(man, blank(man, field));
      expect((await comparePersons(man, man)).bits, field).toBeGreaterThan(less.bits);
    }
  });

  it('falls the further the years are apart', async () => {
    const bits: number[] = [];
    for (const birth of ['1913', '1914', '1915', '1917', '1925'])
      bits.push((await verdictOf({ birth: '1913' }, { birth }, 'birth'))?.bits ?? 0);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    expect(bits[0]).toBeGreaterThan(0);
    expect(bits.at(-1)).toBeLessThan(0);
    const day = await verdictOf({ birth: '12.04.1913' }, { birth: '1913 жылғы 12 сәуір' }, 'birth');
    expect(day?.bits).toBeGreaterThan(bits[0] ?? 0);
  });

  it('comes from any two men without throwing, and so does the search', async () => {
    const any = fc.record(
      Object.fromEntries(Object.keys(nobody).map((field) => [field, anyText(25)])) as Record<
        keyof Person,
        fc.Arbitrary<string>
      >,
    );
    await fc.assert(
      fc.asyncProperty(any, any, async (a, b) => {
        const { bits, verdicts } = await comparePersons(a, b);
        expect(Number.isFinite(bits)).toBe(true);
        expect(verdicts.every((one) => Number.isFinite(one.bits))).toBe(true);
        for (const match of (await findMan(a)).matches) expect(Number.isFinite(match.bits)).toBe(true);
      }),
      { numRuns: 60 },
    );
    const long = Object.fromEntries(Object.keys(nobody).map((field) => [field, 'Ахмет OR "*" 🪖́ '.repeat(6_000)]));
    expect((await comparePersons({ ...nobody, ...long }, { ...nobody, ...long })).bits).not.toBeNaN();
    await findMan({ ...nobody, ...long });
  });
});
