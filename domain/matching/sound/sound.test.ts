import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/domain/testing/any-text';
import { baseOf, type NamePart } from './base';
import { likeness } from './distance';
import { signs } from './letters';
import { skeletonKeys, skeletonOf } from './skeleton';
import { soundOf, soundsOf } from './sound';

const bases = (written: string, part: NamePart) => soundsOf(written).map((sound) => baseOf(sound, part));
const keysOf = (written: string, part: NamePart) =>
  new Set(bases(written, part).flatMap((base) => skeletonKeys(skeletonOf(base))));
const alike = (a: string, b: string, part: NamePart) =>
  Math.max(...bases(a, part).flatMap((one) => bases(b, part).map((other) => likeness(one, other))));
const shareKey = (a: string, b: string, part: NamePart) => {
  const keys = keysOf(a, part);
  return [...keysOf(b, part)].some((key) => keys.has(key));
};

describe('one name in many spellings is near and found under one key', () => {
  it.each<[NamePart, string, string]>([
    [
      'surname',
      'Құсайынов',
      'Кусаинов Хусаинов Kussainov Qusaiynov Qusaıynov Kussainow Chusainow Кусаинова Құсайынұлы Хусаинович',
    ],
    ['surname', 'Қасымов', 'КАСЫМОВ Касымов Qasymov Kasymow Kassymov Касимов'],
    ['surname', 'Жұмабаев', 'Жумабаев Джумабаев Чжумабаев Zhumabayev Jumabaev Dzhumabaev'],
    ['surname', 'Жақыпов', 'Жакупов Джакупов Жакипов Schakypow Jakupow Zhaqypov Jaqypov'],
    ['surname', 'Шакыпов', 'Schaqypow Schakypow Shaqypov'],
    ['surname', 'Ералиев', 'Ералыев Jeralijev Jeralijew Yeraliyev Eraliev'],
    ['patronymic', 'Василевич', 'Wasilewicz Василович Vasilevich'],
    ['patronymic', 'Ахметұлы', 'Ахметович Ахмет-оглы Ахметоглы Ахмет Akhmetuly Ахметовна Ахметқызы Ахметулы'],
    ['given', 'Мұхамед', 'Мухамет Магомед Магомет Мухаммед Muhamed Mukhamet Mohammed'],
    ['given', 'Абдрахман', 'Ғабдрахман Габдрахман Абдурахман Abdrakhman'],
    ['given', 'Файзолла', 'Файзулла Файзула Фейзолла Faizulla Fayzolla'],
    ['given', 'Қайролла', 'Кайрулла Хайрулла Хайролла'],
    ['surname', 'Апканеев', 'Абканеев Апканев Апконеев'],
  ])('%s %s', (part, name, spellings) => {
    for (const spelling of spellings.split(' ')) {
      expect(alike(name, spelling, part), spelling).toBeGreaterThanOrEqual(0.87);
      expect(shareKey(name, spelling, part), spelling).toBe(true);
    }
  });

  it.each<[NamePart, string, string]>([
    ['surname', 'Апканеев', 'Оконеев'],
    ['given', 'Мұхамед', 'Махамбет'],
    ['given', 'Мұхамед', 'Мамбет'],
    ['given', 'Абдолла', 'Ғабдолла'],
    ['given', 'Нұрмұхамед', 'Нурмагамбет'],
  ])('%s %s may be %s: less alike, still found', (part, a, b) => {
    expect(shareKey(a, b, part)).toBe(true);
    expect(alike(a, b, part)).toBeLessThan(0.87);
  });

  it.each<[string, string]>([
    ['Құсайынов', 'Иванов'],
    ['Құсайынов', 'Тараненко'],
    ['Жұмабаев', 'Ахметов'],
    ['Қасымов', 'Сәрсенов'],
  ])('%s is not %s', (a, b) => {
    expect(alike(a, b, 'surname')).toBeLessThan(0.6);
    expect(shareKey(a, b, 'surname')).toBe(false);
  });
});

describe('a sound', () => {
  it.each([
    ['Жұмабаев', 'Zumabaev'],
    ['Джумабаев', 'Zumabaev'],
    ['Ахмметов', 'ahmetov'],
    ['Аххметов', 'ahmetov'],
    // Look-alike letters of the other alphabet.
    ['Kасымoв', 'kasimov'],
    ['Каcымов', 'kasimov'],
    ['Aхмeтoв', 'ahmetov'],
    ['Cәрсенов', 'sersenov'],
    // The alphabet of 1929.
    ['Ƣabdolla', 'gabdola'],
    ['Ьbьraj', 'ibiraj'],
    ['Çumaƣalь', 'Zumagali'],
    ['Səken', 'seken'],
    ['Baƶan', 'baZan'],
    // Of 2018 and 2021, with its apostrophes written as they come.
    ['Ġabit', 'gabit'],
    ['Áset', 'eset'],
    ['A’set', 'eset'],
    ['Şoqan', 'Sokan'],
    ["S'oqan", 'Sokan'],
    ['ÁSET', 'eset'],
    ['İlyas', 'iljas'],
    ['', ''],
    ['—', ''],
    ['...', ''],
    ['42', ''],
  ])('of %s', (written, sound) => {
    expect(soundOf(written)).toBe(sound);
  });

  it('is the same whatever the case and the form of combining marks', () => {
    for (const name of ['Құсайынов', 'Йманов', 'Ёлкин', 'Äset', 'Schaqypow', 'Ġabit'])
      for (const form of ['NFC', 'NFD', 'NFKC'] as const) {
        expect(soundsOf(name.normalize(form))).toEqual(soundsOf(name));
        expect(soundsOf(name.toUpperCase().normalize(form))).toEqual(soundsOf(name));
      }
  });

  it('of Latin may be several, of Cyrillic is one', () => {
    expect(soundsOf('Schaqypow')).toContain('Sakipov');
    expect(soundsOf('Wasilewicz')).toContain('vasileviC');
    expect(soundsOf('Jakupow')).toEqual(expect.arrayContaining(['jakupov', 'Zakupov']));
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яәғқңөұүһі]{1,20}$/), (word) => {
        expect(soundsOf(word).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is made of the signs alone, no sign twice in a row, from any text and of any length', () => {
    fc.assert(
      fc.property(anyText(80), (text) => {
        for (const sound of soundsOf(text)) {
          expect([...sound].filter((sign) => !signs.includes(sign))).toEqual([]);
          expect(sound).not.toBe('');
          expect(sound.length).toBeLessThanOrEqual(128);
        }
      }),
    );
    for (const text of ['а'.repeat(100_000), 'ab'.repeat(50_000), '́'.repeat(100_000), '🪖'.repeat(50_000)])
      expect(soundOf(text).length).toBeLessThanOrEqual(128);
  });

  it('of a sound is the sound, where its signs mean the same as letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aeioukgpbfvtdslmnr]{1,20}$/), (word) => {
        fc.pre(!/ts/.test(word));
        const sound = soundOf(word);
        expect(soundOf(sound)).toBe(sound);
      }),
    );
  });
});

describe('a skeleton', () => {
  it.each([
    ['kusajin', 'KSN'],
    ['husain', 'KSN'],
    ['aj', '_a'],
    ['', '_'],
    ['saule', 'SVL'],
    ['savle', 'SVL'],
  ])('of %s is %s', (base, skeleton) => {
    expect(skeletonOf(base)).toBe(skeleton);
  });

  it('shares a key with any that lacks one class, from four classes on without a mark', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[KPTSLMNR]{4,9}$/), fc.nat(), (skeleton, at) => {
        fc.pre(!/(.)\1/.test(skeleton));
        const place = at % skeleton.length;
        const lacking = skeleton.slice(0, place) + skeleton.slice(place + 1);
        expect(skeletonKeys(skeleton)).toContain(lacking);
        expect(skeletonKeys(skeleton)[0]).toBe(skeleton);
        expect(new Set(skeletonKeys(skeleton)).size).toBe(skeletonKeys(skeleton).length);
      }),
    );
  });
});

describe('what once went wrong', () => {
  it('reads к and х of the alphabet of 1929, and its -ов', () => {
    expect(soundOf('Qasьmov')).toBe('kasimov');
    expect(soundOf('Axmetov')).toBe(soundOf('Ахметов'));
  });
  it('hears the ch of a German before a consonant as х', () => {
    expect(soundOf('Achmetow')).toBe(soundOf('Ахметов'));
    expect(soundsOf('Achmed')).toContain('ahmed');
  });
  it('reads ts at the end as one sound', () => {
    expect(soundOf('Şvets')).toBe(soundOf('Швец'));
  });
});
