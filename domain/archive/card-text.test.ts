import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCardText } from './card-text';

const pairs: [string, string][] = [
  ['ID', '51268138'],
  ['Фамилия', 'Тараненко'],
  ['Имя', 'Харитон'],
  ['Отчество', 'Васильевич'],
  ['Дата рождения/Возраст', '__.__.1914'],
  ['Место рождения', 'Кировоградская обл.'],
  ['Дата и место призыва', '__.__.1941 Петровский РВК, Кировоградская обл., Петровский р-н'],
  ['Последнее место службы', 'скф 44 А 157 сд 384 сп'],
  ['Воинское звание', 'сержант'],
  ['Причина выбытия', 'убит'],
  ['Дата выбытия', '01.04.1942'],
  ['Место выбытия', 'Крымская АССР'],
  ['Первичное место захоронения', 'Крымская АССР, Кировский р-н, с. Кой-Асан'],
  ['Название источника донесения', 'ЦАМО'],
  ['Номер фонда источника информации', '58'],
  ['Номер описи источника информации', '818883'],
  ['Номер дела источника информации', '1631'],
];
const card = (between: string, list = pairs) => list.map(([label, value]) => `${label}${between}${value}`).join('\n');
const expected = {
  sourceRecordId: '51268138',
  surname: 'Тараненко',
  givenName: 'Харитон',
  patronymic: 'Васильевич',
  birth: '__.__.1914',
  birthPlace: 'Кировоградская обл.',
  draftDate: '__.__.1941',
  draftPlace: 'Петровский РВК, Кировоградская обл., Петровский р-н',
  unit: 'скф 44 А 157 сд 384 сп',
  rank: 'сержант',
  fate: 'убит',
  lossDate: '01.04.1942',
  lossPlace: 'Крымская АССР',
  primaryBurial: 'Крымская АССР, Кировский р-н, с. Кой-Асан',
  archive: 'ЦАМО',
  fond: '58',
  opis: '818883',
  delo: '1631',
  citation: 'ЦАМО, ф. 58, оп. 818883, д. 1631',
  kin: '',
};

describe('card text', () => {
  it.each([
    ['a colon', ': '],
    ['a bare colon', ':'],
    ['a tab', '\t'],
    ['a colon and a tab', ':\t'],
    ['a blank', ' '],
    ['a line end', '\n'],
    ['a colon and a line end', ':\r\n'],
    ['line ends', '\n\n'],
  ])('is read with %s between label and value', (_, between) => {
    const found = readCardText(card(between));
    expect(found?.record).toMatchObject(expected);
    expect(found?.row).toEqual(Object.fromEntries(pairs));
  });

  it('is read in any order and in capitals, with hard blanks', () => {
    expect(readCardText(card(': ', [...pairs].reverse()))?.record).toMatchObject(expected);
    const shouted = pairs.map(([label, value]): [string, string] => [label.toUpperCase(), value]);
    expect(readCardText(card('\u00a0', shouted))?.record).toMatchObject(expected);
  });

  it('does without most labels, and an empty value leaves the next label alone', () => {
    const found = readCardText('Фамилия\nИмя\nЛука\nОтчество\n');
    expect(found?.record).toMatchObject({ surname: '', givenName: 'Лука', patronymic: '' });
    expect(found?.row).toEqual({ Фамилия: '', Имя: 'Лука', Отчество: '' });
  });

  it('keeps labels it does not know, repeated ones and lines under none', () => {
    const found = readCardText('Карточка\nФамилия: Рубан\nНацио: украинец\nФамилия: Рубанов\nконец');
    expect(found?.row).toEqual({ '': 'Карточка\nконец', Фамилия: 'Рубан\nРубанов', Нацио: 'украинец' });
    expect(found?.record.surname).toBe('Рубан');
  });

  it('takes identifier and address from a line that is one', () => {
    const url = 'https://obd-memorial.ru/html/info.htm?id=510342066';
    expect(readCardText(`Фамилия: Рубан\n${url}`)?.record).toMatchObject({ sourceRecordId: '10342066', url });
    expect(readCardText(`Фамилия: Рубан\nhttps://obd-memorial.ru.evil.com/html/info.htm?id=1`)?.record).toMatchObject({
      sourceRecordId: '',
      url: '',
    });
  });

  it('joins the camp and its number', () => {
    const text = 'Фамилия: Рубан\nЛагерь: шталаг 326\nЛагерный номер: 12345';
    expect(readCardText(text)?.record.captivity).toBe('шталаг 326, лагерный номер 12345');
  });

  it('is none without a name', () => {
    for (const text of ['', 'Рубан Лука', 'Воинское звание: сержант', 'Фамилия:', `Фамилия: ${'а'.repeat(50_000)}`])
      expect(readCardText(text)).toBeNull();
  });

  it('never throws, and what was read is read again from its row', () => {
    const piece = fc.constantFrom(
      'Фамилия',
      'Имя',
      ':',
      '\t',
      '\n',
      ' ',
      'Рубан',
      '__proto__',
      'constructor',
      'https://',
      '1941',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const found = readCardText(`Фамилия: Сәрсенов\n${written}`);
        expect(found?.record.surname).toBe('Сәрсенов');
        expect(Object.keys(found?.row ?? {})).toContain('Фамилия');
      }),
    );
  });
});
