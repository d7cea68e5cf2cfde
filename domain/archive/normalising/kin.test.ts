import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kin, readKin } from './kin';

const kin = (relation: Kin['relation'], names: string, address = ''): Kin => ({
  relation,
  names: names === '' ? [] : names.split('|'),
  address,
});

describe('next of kin', () => {
  it.each<[string, Kin[]]>([
    [
      'жена Иванова Мария Петровна, Карагандинская обл., г. Балхаш, ул. Ленина 5',
      [kin('wife', 'Иванова|Мария|Петровна', 'Карагандинская обл., г. Балхаш, ул. Ленина 5')],
    ],
    ['отец Кусаин', [kin('father', 'Кусаин')]],
    ['отец Кусаин Карагандинская обл.', [kin('father', 'Кусаин', 'Карагандинская обл.')]],
    ['мать — Айша', [kin('mother', 'Айша')]],
    ['әкесі Құсайын, Қарағанды облысы', [kin('father', 'Құсайын', 'Қарағанды облысы')]],
    ['зайыбы Айша Мұрат қызы', [kin('wife', 'Айша|Мұрат қызы')]],
    ['Иванова М.П. (жена), г. Алма-Ата', [kin('wife', 'Иванова|М.|П.', 'г. Алма-Ата')]],
    ['жена - Иванова М. П. г. Алма-Ата', [kin('wife', 'Иванова|М.|П.', 'г. Алма-Ата')]],
    [
      'отец Иванов Петр, мать Иванова Анна, с. Лепсы',
      [kin('father', 'Иванов|Петр'), kin('mother', 'Иванова|Анна', 'с. Лепсы')],
    ],
    ['сын Ахмет Джаксыбек улы', [kin('son', 'Ахмет|Джаксыбек улы')]],
    ['қызы Айша', [kin('daughter', 'Айша')]],
    ['дядя Ораз', [kin('other', 'Ораз')]],
    ['жена, Карагандинская обл.', [kin('wife', '', 'Карагандинская обл.')]],
    ['Иванова Мария, Карагандинская обл.', [kin(null, 'Иванова|Мария', 'Карагандинская обл.')]],
    ['Vater: Konstantin', [kin('father', 'Konstantin')]],
    ['Женарский Иван', [kin(null, 'Женарский|Иван')]],
    ['жены нет', []],
    ['нет сведений', []],
    ['холост', []],
    ['-', []],
    ['', []],
  ])('%s', (written, expected) => {
    expect(readKin(written)).toEqual(expected);
  });

  it('never throw, and no name is empty', () => {
    const word = fc.constantFrom('жена', 'Иванова', 'М.П.', ',', '(', ')', ' ', 'қызы', 'обл.', 'отец', '-', 'ұлы');
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(written, (text) => {
        for (const { names } of readKin(text)) expect(names).not.toContain('');
      }),
    );
  });
});
