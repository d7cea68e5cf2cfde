/** Looking through the published entries: near sounds as the whole distance finds them, and no question that keeps others waiting. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as measure from '../matching/sound/distance';
import type { PublishedBurial } from './public';
import { lookThrough, publicIndex } from './public-search';

const nothing = { kk: '', ru: '', en: '' };
const entry = (surname: string, at: number): PublishedBurial => ({
  ...{ burialId: `b${at}`, caseId: `c${at}`, burialPlaceId: 'p', surname, givenName: '', patronymic: '', birth: '' },
  ...{ fate: 'killed', fateDate: '', kind: 'primary', precision: 'settlement', reportedName: 'Осинка' },
  ...{ reportedRegion: '', reportedCountry: 'SU', presentName: null, regionToday: nothing, countryToday: null },
  ...{ point: null, visit: nothing, memoryPageId: null },
});
const surnames = ['Сәрсенов', 'Сарсенбаев', 'Ахметов', 'Қожахметов', 'Жүнісов', 'Джунусов', 'Ибраимов', 'Оспанов'];
const index = publicIndex(surnames.map(entry));
const none = { place: '', country: '', region: '' };
const found = (text: string) => lookThrough(index, { ...none, text }).map(({ surname }) => surname);

vi.mock('../matching/sound/distance', async (original) => {
  const real = await original<typeof measure>();
  return { ...real, distance: vi.fn(real.distance) };
});
afterEach(() => vi.clearAllMocks());

describe('looking through the register', () => {
  it('finds another spelling by its sound', () => {
    expect(found('Сэрсэнов')).toEqual(['Сәрсенов']);
    expect(found('Zhunusov')).toEqual(expect.arrayContaining(['Жүнісов', 'Джунусов']));
    expect(found('Тараненко')).toEqual([]);
  });

  it('measures only three words by their sound, however many are asked', () => {
    const measured = (text: string) => {
      vi.mocked(measure.distance).mockClear();
      found(text);
      return vi.mocked(measure.distance).mock.calls.length;
    };
    const word = 'Тараненко';
    const three = measured([word, word, word].join(' '));
    expect(three).toBeGreaterThan(0);
    expect(measured(Array(8).fill(word).join(' '))).toBe(three);
  });

  it('looks for further words by their letters', () => {
    expect(found('сар сарс сарсе сарсенб')).toEqual(['Сарсенбаев']);
    expect(found('сарсен сарсен сарсен сэрсинов')).toEqual([]);
  });

  it('gives a measure up early, and none that would be near enough', () => {
    const letter = fc.constantFrom(...'aeioujkghpbfvtdszcSCZlmnr');
    const sound = fc.array(letter, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        const [left, right] = [measure.encode(a), measure.encode(b)];
        const heavier = Math.max(measure.weigh(left), measure.weigh(right), 1000);
        const cut = 1 - measure.distance(left, right, 0, right.length, 0.18 * heavier) / heavier;
        const whole = measure.likeness(a, b);
        expect(cut >= 0.82).toBe(whole >= 0.82);
        if (whole >= 0.82) expect(cut).toBeCloseTo(whole, 9);
      }),
    );
  });
});
