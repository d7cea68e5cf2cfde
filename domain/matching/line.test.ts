import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '@/db/reference-data/places';
import { Gazetteer } from '../places/gazetteer';
import { placeLine } from '../places/lines';
import { readLine } from './line';

const gazetteer = new Gazetteer(places.map(placeLine));
/** Surname, given name, father's name, birth and place, parted by `|`. */
const who = (text: string) => {
  const { person } = readLine(text, gazetteer);
  return [person.surname, person.givenName, person.patronymic, person.birth, person.birthPlace].join('|');
};

describe('a man in one line', () => {
  it.each([
    ['Кусаинов Ахмет 1913 Каркаралинск', 'Кусаинов|Ахмет||1913|Каркаралинск'],
    ['Ахмет Құсайынұлы 1913 ж. Қарқаралы', '|Ахмет|Құсайынұлы|1913|Қарқаралы'],
    ['Ахмет Құсайын ұлы 1913 жылы туған, Қарқаралы ауданы', '|Ахмет|Құсайынұлы|1913|Қарқаралы ауданы'],
    ['Kussainov Akhmet b. 1913, Karkaraly', 'Kussainov|Akhmet||1913|Karkaraly'],
    ['Кусаинов Ахмет Жакупович 1913 г.р. Карагандинская обл.', 'Кусаинов|Ахмет|Жакупович|1913|Карагандинская обл.'],
    ['Ахмет Жакупович Кусаинов', 'Кусаинов|Ахмет|Жакупович||'],
    ['Кусаинов Ахмет Каркаралинск', 'Кусаинов|Ахмет|||Каркаралинск'],
    ['Кусаинов Ахмет с. Бегазы', 'Кусаинов|Ахмет|||с. Бегазы'],
    ['Кусаинов Ахмет, 12.05.1913, Жарлыөзен', 'Кусаинов|Ахмет||12.05.1913|Жарлыөзен'],
    ['Кусаинов около 1913', 'Кусаинов|||около 1913|'],
    ['Қарқаралы ауданы Құсайынов Ахмет', 'Құсайынов|Ахмет|||Қарқаралы ауданы'],
    ['Т. Варфал. 1905', '|Т.|Варфал.|1905|'],
    ['А. С. Кусаинов', 'Кусаинов|А.|С.||'],
    ['А. Кусаинов', 'Кусаинов|А.|||'],
    ['...зулин Иван', '...зулин|Иван|||'],
    ['"Кусаинов"* AND (Ахмет OR NEAR)', 'Кусаинов*|AND|Ахмет||OR NEAR'],
    ['Кусаинов 🌹 Ахмет', 'Кусаинов|Ахмет|||'],
    ['1913', '|||1913|'],
    ['1941', '||||'],
    ['', '||||'],
  ])('%s', (text, read) => expect(who(text)).toBe(read));
});

describe('facts of a record in one line', () => {
  it.each([
    ['фонд 58 опись 18001 дело 1082', { citation: { fond: '58', opis: '18001', delo: '1082' } }],
    ['ЦАМО, ф. 58, оп. А-71693, д. 22/2, л. 15об.', { citation: { fond: '58', opis: 'А-71693', delo: '22/2' } }],
    ['58-қор, 18001-тізімдеме, 1082-іс', { citation: { fond: '58', opis: '18001', delo: '1082' } }],
    ['қор 58 тізімдеме 18001 іс 1082', { citation: { fond: '58', opis: '18001', delo: '1082' } }],
    ['58/18001/1082', { citation: { fond: '58', opis: '18001', delo: '1082' } }],
    ['лагерный номер 12345', { camp: 'лагерный номер 12345' }],
    ['лагерь нөмірі 12345', { camp: 'лагерный номер 12345' }],
    ['Stalag VIII B', { camp: 'Stalag VIII B' }],
    ['310 сд', { unit: '310 сд' }],
    ['8 гв. сд', { unit: '8 гв. сд' }],
    ['1905 сп', { unit: '1905 сп' }],
    ['1075 сп 316 сд', { unit: '1075 сп 316 сд' }],
    ['Каркаралинский РВК', { drafted: 'Каркаралинский РВК' }],
    ['Қарқаралы аудандық әскери комиссариаты', { drafted: 'Қарқаралы аудандық әскери комиссариаты' }],
    ['1155934094', { document: '1155934094' }],
    ['https://obd-memorial.ru/html/info.htm?id=1155934094', { document: '1155934094' }],
    ['https://elsewhere.example/?id=1155934094', {}],
    ['Кусаинов Ахмет', {}],
  ])('%s', (text, facts) => expect(readLine(text, gazetteer).facts).toEqual(facts));

  it('stand beside a name', () => {
    const { person, facts } = readLine('Кусаинов Ахмет 1913, 310 сд, призван Каркаралинский РВК', gazetteer);
    expect(person).toMatchObject({ surname: 'Кусаинов', givenName: 'Ахмет', birth: '1913', unit: '310 сд' });
    expect(facts.drafted).toContain('Каркаралинский РВК');
    expect(person.draftPlace).toBe(facts.drafted);
  });
});

/** What took longer than a line's length would never end here. */
it('takes anything at all without throwing', () => {
  for (const text of [
    'ы'.repeat(100_000),
    'Ә '.repeat(50_000),
    `а${'\u0301'.repeat(100_000)}`,
    '🕯️👨‍👩‍👧'.repeat(10_000),
    '\ud800\udfff\udc00',
    '" OR 1=1 -- % _ * NEAR/3 ^ {x} : - +',
    'фонд '.repeat(20_000),
    'лагерный '.repeat(20_000),
    '1 '.repeat(50_000),
  ])
    expect(readLine(text, gazetteer).person.surname.length).toBeLessThanOrEqual(300);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { person } = readLine(text, gazetteer);
      for (const value of Object.values(person)) expect(value.isWellFormed()).toBe(true);
    }),
    { numRuns: 300 },
  );
});
