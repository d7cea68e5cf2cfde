import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nobody } from '../person';
import { clerkForms, germanForm, latinForm } from './name-forms';
import { spellingsOf } from './spellings';

describe('a name as others wrote it', () => {
  it.each([
    ['Құсайынов', 'surname', ['Кусаинов', 'Хусаинов']],
    ['Kussainov', 'surname', ['Кусаинов', 'Хусаинов']],
    ['Жұмабаев', 'surname', ['Жумабаев', 'Джумабаев']],
    ['Джумабаев', 'surname', ['Джумабаев', 'Жумабаев']],
    ['Ахмет', 'givenName', ['Ахмет']],
    ['Құсайынұлы', 'patronymic', ['Кусаинович', 'Кусаинович'.replace('К', 'Х'), 'Кусаинулы', 'Хусаинулы']],
    ['Т.', 'givenName', ['Т.']],
    ['...зулин', 'surname', ['...зулин']],
    ['', 'surname', ['']],
  ] as const)('%s', (written, part, forms) => {
    expect(new Set(clerkForms(written, part))).toEqual(new Set(forms));
    expect(clerkForms(written, part)[0]).toBe(forms[0]);
  });

  it('in Latin', () => {
    expect(latinForm('Хусаинов')).toBe('Khusainov');
    expect(germanForm('Хусаинов')).toBe('Chusainow');
    expect(latinForm('Құсайынов')).toBe('Kusainov');
  });
});

describe('spellings worth trying', () => {
  const person = { ...nobody, surname: 'Құсайынов', givenName: 'Ахмет', otherSpellings: 'Кусаинов Ахметжан' };
  const found = (surname: string, band: 'likely' | 'possible' | 'unlikely') => ({
    band,
    found: { record: { surname, givenName: 'Ахмет', patronymic: '' } },
  });

  it('begin with what was asked, go through scripts and end with the records', () => {
    expect(
      spellingsOf(person, [found('Хусейнов', 'possible'), found('Иванов', 'unlikely'), found('КУСАИНОВ', 'likely')]),
    ).toEqual([
      'Құсайынов Ахмет',
      'Кусаинов Ахметжан',
      'Кусаинов Ахмет',
      'Хусаинов Ахмет',
      'Kusainov Akhmet',
      'Kusainow Achmet',
      'Хусейнов Ахмет',
    ]);
  });

  it('are thirty at most, each once, whatever the name', () => {
    const many = Array.from({ length: 100 }, (_, at) => found(`Ахметов${'а'.repeat(at)}`, 'likely'));
    expect(spellingsOf(person, many)).toHaveLength(30);
    expect(spellingsOf(nobody, [])).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const spellings = spellingsOf({ ...nobody, surname: text, patronymic: text }, []);
        expect(new Set(spellings).size).toBe(spellings.length);
        expect(spellings.length).toBeLessThanOrEqual(30);
      }),
    );
  });
});
