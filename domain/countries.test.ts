import { afterEach, describe, expect, it, vi } from 'vitest';
import { countriesReported, countriesToday, countryName, isCountryReported, isCountryToday } from './countries';

const golden: Record<string, [kk: string, ru: string, en: string]> = {
  RU: ['Ресей', 'Россия', 'Russia'],
  BY: ['Беларусь', 'Беларусь', 'Belarus'],
  UA: ['Украина', 'Украина', 'Ukraine'],
  LV: ['Латвия', 'Латвия', 'Latvia'],
  LT: ['Литва', 'Литва', 'Lithuania'],
  EE: ['Эстония', 'Эстония', 'Estonia'],
  MD: ['Молдова', 'Молдова', 'Moldova'],
  PL: ['Польша', 'Польша', 'Poland'],
  DE: ['Германия', 'Германия', 'Germany'],
  HU: ['Венгрия', 'Венгрия', 'Hungary'],
  CZ: ['Чехия', 'Чехия', 'Czechia'],
  SK: ['Словакия', 'Словакия', 'Slovakia'],
  AT: ['Аустрия', 'Австрия', 'Austria'],
  RO: ['Румыния', 'Румыния', 'Romania'],
  BG: ['Болгария', 'Болгария', 'Bulgaria'],
  RS: ['Сербия', 'Сербия', 'Serbia'],
  FI: ['Финляндия', 'Финляндия', 'Finland'],
  NO: ['Норвегия', 'Норвегия', 'Norway'],
  KZ: ['Қазақстан', 'Казахстан', 'Kazakhstan'],
  SU: ['КСРО', 'СССР', 'Soviet Union (USSR)'],
  CS: ['Чехословакия', 'Чехословакия', 'Czechoslovakia'],
  YU: ['Югославия', 'Югославия', 'Yugoslavia'],
  DD: [
    'Германия Демократиялық Республикасы (ГДР)',
    'Германская Демократическая Республика (ГДР)',
    'German Democratic Republic (GDR)',
  ],
  XM: ['Маньчжурия (Маньчжоу-го)', 'Маньчжурия (Маньчжоу-го)', 'Manchuria (Manchukuo)'],
  XC: ['Корея (1948 жылға дейін)', 'Корея (до 1948 года)', 'Korea (until 1948)'],
};

describe('names of countries', () => {
  it.each(Object.entries(golden))('%s in three languages', (code, [kk, ru, en]) => {
    expect([countryName(code, 'kk'), countryName(code, 'ru'), countryName(code, 'en')]).toEqual([kk, ru, en]);
  });

  it('has a name for every code in every language, and no Latin letters in Kazakh and Russian', () => {
    for (const code of countriesReported) {
      expect(countryName(code, 'kk'), code).toMatch(/^[^A-Za-z]+$/);
      expect(countryName(code, 'ru'), code).toMatch(/^[^A-Za-z]+$/);
      expect(countryName(code, 'en'), code).toMatch(/^\p{Lu}.{3,}/u);
    }
  });

  it('gives a code that is no country back as it is', () => {
    for (const text of ['ZZ', '', 'ru', 'RUS', '643', '<b>', 'constructor']) {
      expect(countryName(text, 'kk')).toBe(text);
    }
  });
});

describe('where Intl has no Kazakh', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('answers the same names from our own table', async () => {
    const expected = countriesReported.map((code) => countryName(code, 'kk'));
    const { DisplayNames } = Intl;
    class AsInChromium extends DisplayNames {
      constructor(locales: string[], options: Intl.DisplayNamesOptions) {
        super(locales[0] === 'kk' ? ['en'] : locales, options);
      }
    }
    vi.stubGlobal('Intl', { DisplayNames: AsInChromium });
    vi.resetModules();
    const poor = await import('./countries');
    expect(new AsInChromium(['kk'], { type: 'region' }).of('RU')).toBe('Russia');
    expect(countriesReported.map((code) => poor.countryName(code, 'kk'))).toEqual(expected);
  });
});

describe('lists of countries', () => {
  it('today: the 249 of ISO 3166-1, the museum’s own first, no former state', () => {
    expect(new Set(countriesToday).size).toBe(249);
    expect(countriesToday.slice(0, 12).join(' ')).toBe('RU BY UA LV LT EE MD PL DE HU CZ SK');
    expect(countriesToday).not.toContain('SU');
    expect(countriesToday.every((code) => new Intl.Locale(`und-${code}`).region === code)).toBe(true);
  });

  it('reported: the former states, then those of today', () => {
    expect(countriesReported).toEqual(['SU', 'CS', 'YU', 'DD', 'XM', 'XC', ...countriesToday]);
    expect(new Set(countriesReported).size).toBe(countriesReported.length);
  });

  it('knows its codes exactly', () => {
    const codes = ['RU', 'KZ', 'SU', 'CS', 'XM', 'XK', 'ZZ', 'ru', '', 'constructor'];
    expect(codes.filter(isCountryToday)).toEqual(['RU', 'KZ']);
    expect(codes.filter(isCountryReported)).toEqual(['RU', 'KZ', 'SU', 'CS', 'XM']);
  });
});
