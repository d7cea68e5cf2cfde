import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingNow } from '../matching/search/asking';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { type FactField, factFields, isSaid } from './fact-fields';
import { type Atlas, type Relation, relate } from './fact-meaning';

let database: TestDatabase;
let atlas: Atlas;
beforeAll(async () => {
  database = await openTestDatabase();
  atlas = await askingNow();
});
afterAll(() => database.close());

const table: readonly (readonly [FactField, string, string, Relation])[] = [
  ['surname', 'Сәрсенов', 'САРСЕНОВ', 'same'],
  ['surname', 'Құсайынов', 'Кусаинов', 'same'],
  ['surname', 'Сарсенов', 'Абдрахманов', 'differs'],
  ['givenName', 'Ергали', 'Е.', 'fits'],
  ['givenName', 'Ергали', 'М.', 'differs'],
  ['patronymic', 'Жұмабайұлы', 'Джумабаевич', 'same'],
  ['patronymic', 'Жұмабайұлы', 'Ахметович', 'differs'],
  ['birth', '1915', '__.__.1915', 'same'],
  ['birth', '1915', '12.03.1915', 'fits'],
  ['birth', 'около 1915', '1916', 'fits'],
  ['birth', '1915', '1917', 'differs'],
  ['birth', '12.03.1915', '13.03.1915', 'differs'],
  ['birth', 'перед войной', '1915', 'fits'],
  ['lossDate', 'не позднее 26.04.1942', '03.1942', 'fits'],
  ['lossDate', 'не позднее 26.04.1942', '05.1942', 'differs'],
  ['birthPlace', 'Ақмола облысы', 'Казахская ССР, Акмолинская обл.', 'same'],
  ['birthPlace', 'Ақмола облысы', 'Казахская ССР, Акмолинская обл., Вишневский р-н', 'fits'],
  ['birthPlace', 'Акмолинская обл.', 'Гурьевская обл.', 'differs'],
  ['draftPlace', 'Акмолинский РВК', 'Акмолинский РВК, Казахская ССР, Акмолинская обл.', 'same'],
  ['draftPlace', 'Акмолинский РВК', 'Каркаралинский РВК', 'differs'],
  ['rank', 'кр-ц', 'красноармеец', 'same'],
  ['rank', 'рядовой', 'красноармеец', 'fits'],
  ['rank', 'лейтенант', 'красноармеец', 'differs'],
  ['unit', '310 сд', '310-я стрелковая дивизия', 'same'],
  ['unit', '310 сд', '8 гв. сд', 'differs'],
  ['kin', 'жена Сарсенова Айша', 'әйелі Айша', 'same'],
  ['kin', 'жена Айша', 'мать Бәтима', 'fits'],
  ['kin', 'жена Айша', 'жена Мария', 'differs'],
  ['fate', 'missing', 'пропал без вести', 'same'],
  ['fate', 'missing', 'убит', 'fits'],
  ['fate', 'умер', 'убит', 'fits'],
  ['fate', 'умер от ран', 'убит', 'differs'],
  ['burial', 'Ростовская обл.', 'Орловская обл.', 'differs'],
  ['awards', 'медаль «За отвагу»', 'орден Красной Звезды', 'fits'],
];

describe('two values of one fact', () => {
  it.each(table)('%s: %s and %s: %s', (field, left, right, relation) => {
    expect(relate(field, left, right, atlas)).toBe(relation);
    expect(relate(field, right, left, atlas)).toBe(relation);
  });

  it('anything said is the same as itself, in whichever order they are compared the answer is one', () => {
    const written = fc.oneof(fc.string(), fc.constantFrom(...table.flatMap(([, left, right]) => [left, right])));
    fc.assert(
      fc.property(fc.constantFrom(...factFields), written, written, (field, left, right) => {
        expect(relate(field, left, right, atlas)).toBe(relate(field, right, left, atlas));
        if (/[\p{L}\p{N}]/u.test(left)) expect(relate(field, left, left, atlas)).toBe('same');
      }),
    );
  });

  it('a word that says nothing is no value', () => {
    for (const text of ['', ' ', '?', '-', 'неизвестно', 'Нет сведений', 'белгісіз']) expect(isSaid(text)).toBe(false);
    for (const text of ['Нетаев', '1915', 'неизвестный солдат']) expect(isSaid(text)).toBe(true);
  });
});
