import { describe, expect, it } from 'vitest';
import { kinships } from '@/domain/applications/fields';
import {
  applicantKinships,
  callUpPlaces,
  patronymic,
  peoples,
  peopleWeights,
  ranks,
  type Spelling,
  units,
  womansSurname,
} from './invented-names';

const same = (name: string): Spelling => ({ kk: name, ru: name });

describe('names', () => {
  it('are enough', () => {
    const { kazakh } = peoples;
    expect(kazakh.surnames.length).toBeGreaterThanOrEqual(120);
    expect(kazakh.soldiers.length).toBeGreaterThanOrEqual(120);
    expect(kazakh.women.length).toBeGreaterThanOrEqual(80);
    expect(kazakh.men.length).toBeGreaterThanOrEqual(80);
    expect(new Set(peopleWeights.map(([people]) => people))).toEqual(new Set(Object.keys(peoples)));
  });

  it.each(Object.entries(peoples))('%s: each once, in letters of its language', (_, lists) => {
    for (const [list, spellings] of Object.entries(lists)) {
      expect(spellings.length, list).toBeGreaterThanOrEqual(12);
      expect(new Set(spellings.map(({ kk }) => kk)).size, list).toBe(spellings.length);
      for (const { kk, ru } of spellings) {
        expect(kk, list).toMatch(/^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+$/);
        expect(ru, list).toMatch(/^[А-ЯЁ][а-яё]+$/);
      }
    }
  });

  it('Kazakh ones mostly differ in Russian, so that searching by both spellings means something', () => {
    const differing = peoples.kazakh.surnames.filter(({ kk, ru }) => kk !== ru).length;
    expect(differing / peoples.kazakh.surnames.length).toBeGreaterThan(0.5);
  });

  it.each([
    ['Омаров', 'Омарова'],
    ['Ергалиев', 'Ергалиева'],
    ['Канапин', 'Канапина'],
    ['Шевчук', 'Шевчук'],
    ['Ткаченко', 'Ткаченко'],
    ['Шин', 'Шин'],
    ['Штейн', 'Штейн'],
    ['Цой', 'Цой'],
  ])('%s becomes %s for a woman', (man, woman) => {
    expect(womansSurname(same(man)).ru).toBe(woman);
  });

  it.each([
    ['Иван', 'Иванович', 'Ивановна'],
    ['Николай', 'Николаевич', 'Николаевна'],
    ['Василий', 'Васильевич', 'Васильевна'],
    ['Терентий', 'Терентьевич', 'Терентьевна'],
    ['Дмитрий', 'Дмитриевич', 'Дмитриевна'],
    ['Игорь', 'Игоревич', 'Игоревна'],
    ['Илья', 'Ильич', 'Ильинична'],
    ['Кузьма', 'Кузьмич', 'Кузьминична'],
    ['Никита', 'Никитич', 'Никитична'],
    ['Лука', 'Лукич', 'Лукинична'],
    ['Яков', 'Яковлевич', 'Яковлевна'],
    ['Петр', 'Петрович', 'Петровна'],
    ['Габдулла', 'Габдуллович', 'Габдулловна'],
    ['Муса', 'Мусаевич', 'Мусаевна'],
    ['Канапия', 'Канапиевич', 'Канапиевна'],
    ['Амангельды', 'Амангельдиевич', 'Амангельдиевна'],
    ['Али', 'Алиевич', 'Алиевна'],
    ['Абиль', 'Абилевич', 'Абилевна'],
    ['Жумаш', 'Жумашевич', 'Жумашевна'],
    ['Тулеу', 'Тулеуевич', 'Тулеуевна'],
  ])('the children of %s are %s and %s', (father, son, daughter) => {
    expect(patronymic(same(father), 'm', 'russian')).toEqual(same(son));
    expect(patronymic(same(father), 'f', 'russian')).toEqual(same(daughter));
  });

  it('a Kazakh father gives a Kazakh form and a Russian one', () => {
    const father = { kk: 'Тұрсын', ru: 'Турсун' };
    expect(patronymic(father, 'm', 'kazakh')).toEqual({ kk: 'Тұрсынұлы', ru: 'Турсунович' });
    expect(patronymic(father, 'f', 'kazakh')).toEqual({ kk: 'Тұрсынқызы', ru: 'Турсуновна' });
  });

  it('every soldier’s name can be a father’s', () => {
    for (const { soldiers } of Object.values(peoples)) {
      for (const father of soldiers) {
        expect(patronymic(father, 'm', 'russian').ru).toMatch(/^[А-Я][а-яё]+ич$/);
        expect(patronymic(father, 'f', 'russian').ru).toMatch(/^[А-Я][а-яё]+(вна|ична)$/);
      }
    }
  });
});

describe('places of call-up, ranks, units and kinships', () => {
  it('are the fourteen oblasts of the Kazakh SSR of 1941, with districts of their own', () => {
    expect(callUpPlaces).toHaveLength(14);
    const raions = callUpPlaces.flatMap((place) => place.raions);
    expect(new Set(raions).size).toBe(raions.length);
    expect(raions.filter((raion) => !/^[А-Я][А-Яа-я-]+(ий|ый|ой)$/.test(raion))).toEqual([]);
    for (const { oblast, city } of callUpPlaces) {
      expect(oblast.kk).toMatch(/ облысы$/);
      expect(oblast.ru).toMatch(/ая обл\.$/);
      expect(city).toMatch(/^г\. [А-Я]/);
    }
  });

  it('a private is the commonest soldier', () => {
    const total = ranks.reduce((sum, [, weight]) => sum + weight, 0);
    expect(ranks[0]).toEqual(['красноармеец', 66]);
    expect(total).toBe(100);
    expect(new Set(units).size).toBe(units.length);
  });

  it('every kinship of the form occurs, and nobody applies as a child', () => {
    expect(new Set(applicantKinships.map(({ kinship }) => kinship))).toEqual(new Set(kinships));
    for (const { kinship, born, weight } of applicantKinships) {
      expect(born[0] < born[1] && born[1] <= 2001, kinship).toBe(true);
      expect(weight).toBeGreaterThan(0);
    }
  });
});
