import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCardText } from '../card-text';
import { campNumbers, labelledNotes, withNotes } from './notes';

const record = readCardText('Фамилия: Сәрсенов\nВоинское звание: сержант')?.record ?? expect.fail('no card');

describe('labels in notes', () => {
  it('are read with their values', () => {
    expect(labelledNotes('Смотри. [МЕСТО_ВЫБЫТИЯ] Крымская АССР [НЕПОЛНАЯ ФАМИЛИЯ] "...зулин"')).toEqual({
      МЕСТО_ВЫБЫТИЯ: 'Крымская АССР',
      НЕПОЛНАЯ_ФАМИЛИЯ: '...зулин',
    });
    expect(labelledNotes('[ПЛЕН] шталаг 326 [ПЛЕН] дулаг 184')).toEqual({ ПЛЕН: 'шталаг 326; дулаг 184' });
    expect(labelledNotes('без меток [так]')).toEqual({});
  });

  it('fill empty columns and no others', () => {
    const notes =
      '[МЕСТО_ВЫБЫТИЯ] Крымская АССР [ВОИНСКОЕ_ЗВАНИЕ] лейтенант [МЕСТО_ПРИЗЫВА] Балхашский РВК [ЧТО_ТО] там';
    expect(withNotes({ ...record, notes })).toEqual({
      ...record,
      notes,
      lossPlace: 'Крымская АССР',
      draftPlace: 'Балхашский РВК',
    });
    expect(withNotes(record)).toBe(record);
  });

  it('fill nothing more when filled again, and never throw', () => {
    const part = fc.constantFrom('[МЕСТО_ВЫБЫТИЯ]', '[ПЛЕН] ', 'Крым', '[', ']', ' ', '"');
    const notes = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(notes, (text) => {
        const once = withNotes({ ...record, notes: text });
        expect(withNotes(once)).toEqual(once);
      }),
    );
  });
});

describe('camp numbers', () => {
  it.each([
    ['лагерный номер 12345', ['number-12345']],
    ['лаг. № 0345', ['number-345']],
    ['Erkennungsmarke Nr. 22345', ['number-22345']],
    ['Stalag VIII B / 318', ['stalag-viii-b', 'stalag-318']],
    ['stalag 318/VIII F', ['stalag-318', 'stalag-viii-f']],
    ['Stalag 326 (VI K)', ['stalag-326', 'stalag-vi-k']],
    ['шталаг 326', ['stalag-326']],
    ['шталаг 8Б', ['stalag-viii-b']],
    ['Шталаг IV В, лагерный номер: 77', ['stalag-iv-b', 'number-77']],
    ['Stalag Luft III', ['stalag-luft-iii']],
    ['дулаг 184, дулаг 184', ['dulag-184']],
    ['убит 12.03.1942', []],
    ['', []],
  ])('%s', (text, numbers) => {
    expect(campNumbers(text)).toEqual(numbers);
  });

  it('are the same when read from what was read, and never throw', () => {
    const part = fc.constantFrom('Stalag', 'шталаг', ' ', '/', 'VIII', 'B', '318', 'номер', 'лагерный', '(');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const camps = campNumbers(written).filter((camp) => !camp.startsWith('number-') && !camp.includes('luft'));
        expect(campNumbers(camps.join(', '))).toEqual(camps);
      }),
    );
  });
});
