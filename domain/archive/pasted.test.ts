import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsOf, mayBeTwins, pastedColumns, pastedRow, readPasted, saysMore } from './pasted';
import { mappedFields } from './reading/formats';

const obd = 'https://obd-memorial.ru/html/info.htm?id=51268142';
const read = (text: string) => readPasted(text) ?? expect.fail(text);

describe('what was pasted', () => {
  it('is a card with its number, its citation and what was not understood', () => {
    const { record, others, address, heading } = read(
      `ID: 51268142\nФамилия: Тараненко\nИмя: Яков\nМесто рождения: Казахская ССР\nВид документа: донесение\n${obd}`,
    );
    expect(record).toMatchObject({ sourceRecordId: '51268142', surname: 'Тараненко', birthPlace: 'Казахская ССР' });
    expect(others).toEqual([{ label: 'Вид документа', value: 'донесение' }]);
    expect(address).toEqual({ database: 'obd-memorial', type: '', number: '51268142' });
    expect(heading).toBeNull();
  });

  it('may be an address alone', () => {
    expect(read(obd)).toMatchObject({ record: { sourceRecordId: '51268142', surname: '', url: obd }, heading: null });
  });

  it('takes a heading for the name only as a proposal', () => {
    const { record, heading } = read('Тараненко Яков Иванович\nДонесение о потерях\nДата рождения: __.__.1914');
    expect(record).toMatchObject({ surname: '', birth: '__.__.1914' });
    expect(heading).toEqual({ surname: 'Тараненко', givenName: 'Яков', patronymic: 'Иванович' });
    expect(read('Ахметов Қасым Сәрсен ұлы\nСудьба: погиб').heading).toEqual({
      surname: 'Ахметов',
      givenName: 'Қасым',
      patronymic: 'Сәрсенұлы',
    });
  });

  it.each(['', 'Добрый день, пришлите, пожалуйста, документы.', 'https://example.com/heroes/1', 'x'.repeat(50_001)])(
    '%.40j is nothing',
    (text) => {
      expect(readPasted(text)).toBeNull();
    },
  );

  it('a document of losses goes by its bare number, any other by its kind as well', () => {
    const at = (path: string) => read(`https://pamyat-naroda.ru/heroes/${path}/`).record.sourceRecordId;
    expect(at('memorial-chelovek_donesenie51268142')).toBe('51268142');
    expect(at('podvig-chelovek_nagrazhdenie51268142')).toBe('podvig-chelovek_nagrazhdenie51268142');
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const pasted = readPasted(text);
        if (!pasted) return;
        const { row, telling } = pastedRow(pasted.record, text);
        expect(row).toHaveLength(pastedColumns.length);
        expect(telling).toHaveLength(mappedFields.length);
      }),
    );
  });
});

describe('the documents a card may be', () => {
  const of = (sourceKey: string, text: string) =>
    documentsOf(sourceKey, read(text)).map((document) => `${document.sourceKey} ${document.number}`);

  it('are one of the loss database under either number, and the same at the database that shows it', () => {
    expect(of('obd-memorial', 'ID: 551268142\nФамилия: Т')).toEqual([
      'obd-memorial 51268142',
      'pamyat-naroda 51268142',
    ]);
    expect(of('pamyat-naroda', 'https://pamyat-naroda.ru/heroes/memorial-chelovek_donesenie51268142/')).toEqual([
      'pamyat-naroda 51268142',
      'obd-memorial 51268142',
    ]);
  });

  it('are none but its own elsewhere, none without a number', () => {
    expect(of('pamyat-naroda', 'https://pamyat-naroda.ru/heroes/podvig-chelovek_nagrazhdenie7/')).toEqual([
      'pamyat-naroda podvig-chelovek_nagrazhdenie7',
    ]);
    expect(of('books-of-memory', 'ID: 12\nФамилия: Т')).toEqual(['books-of-memory 12']);
    expect(of('obd-memorial', 'Фамилия: Т')).toEqual([]);
  });

  it('are never two men of different surnames', () => {
    const name = (surname: string) => ({ surname, givenName: '', patronymic: '' });
    expect(mayBeTwins(name('ТАРАНЕНКО'), name('Тараненко'))).toBe(true);
    expect(mayBeTwins(name(''), name('Тараненко'))).toBe(true);
    expect(mayBeTwins(name('Панов'), name('Тараненко'))).toBe(false);
  });
});

describe('what a card says beyond a record', () => {
  const record = (text: string) => read(text).record;
  it('is what the record lacks or has otherwise, spelling of letters aside', () => {
    const kept = record('ID: 1\nФамилия: ТАРАНЕНКО\nИмя: Яков\nСудьба: убит');
    expect(saysMore(record('ID: 500000001\nФамилия: Тараненко\nИмя: Яков'), kept)).toEqual([]);
    expect(saysMore(record('Фамилия: Тараненко\nИмя: Яков\nСудьба: умер от ран\nРодственники: жена'), kept)).toEqual([
      'fate',
      'kin',
    ]);
  });
});
