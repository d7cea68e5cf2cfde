import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/domain/testing/any-text';
import { nameParts, type WrittenName } from './name-parts';
import { nameSounds } from './name-sound';
import { rough } from './sound/rough';

const name = (surname: string, givenName = '', patronymic = ''): WrittenName => ({ surname, givenName, patronymic });

describe('a written name in parts', () => {
  it.each<[WrittenName, WrittenName]>([
    [name('Құсайынов', 'Ахмет', 'Жұмабекұлы'), name('Құсайынов', 'Ахмет', 'Жұмабекұлы')],
    // Son and daughter written apart.
    [name('Кусаинов', 'Ахмет', 'Али оглы'), name('Кусаинов', 'Ахмет', 'Алиоглы')],
    [name('Кусаинов', 'Ахмет', 'Али -оглы'), name('Кусаинов', 'Ахмет', 'Алиоглы')],
    [name('', 'Ахмет', 'Құсайын ұлы'), name('', 'Ахмет', 'Құсайынұлы')],
    [name('Сәрсенова', 'Қамар', 'Ахмет  қызы'), name('Сәрсенова', 'Қамар', 'Ахметқызы')],
    [name('', 'Akhmet', 'Qusaiyn uly'), name('', 'Akhmet', 'Qusaiynuly')],
    [name('Мамедов', 'Гусейн', 'Али oğlu'.replace('ğ', 'g')), name('Мамедов', 'Гусейн', 'Алиoglu')],
    // A whole name in the field of the surname.
    [name('Кусаинов Ахмет Жумабекович'), name('Кусаинов', 'Ахмет', 'Жумабекович')],
    [name('Ахмет Жумабекович Кусаинов'), name('Кусаинов', 'Ахмет', 'Жумабекович')],
    [name('Ахмет Құсайынұлы'), name('', 'Ахмет', 'Құсайынұлы')],
    [name('Ахмет Құсайын ұлы'), name('', 'Ахмет', 'Құсайынұлы')],
    [name('Кусаинов Ахмет'), name('Кусаинов', 'Ахмет')],
    [name('Кусаинов, Ахмет; Жумабек'), name('Кусаинов', 'Ахмет', 'Жумабек')],
    [name('', 'Кусаинов Ахмет Али оглы'), name('Кусаинов', 'Ахмет', 'Алиоглы')],
    [name(' , ; '), name('')],
    [name(''), name('')],
  ])('%o', (written, parts) => {
    expect(nameParts(written)).toEqual(parts);
  });

  it('taken apart once stay as they are', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'оглы',
        '-оглы',
        'ұлы',
        'қызы',
        'uly',
        'Ахмет',
        'Кусаинов',
        'Құсайынұлы',
        'Иванович',
        'Т.',
        ',',
        ';',
      ),
      fc.stringMatching(/^[А-Яа-яӘәҚқҰұ.]{1,8}$/),
    );
    const field = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(field, field, field, (surname, givenName, patronymic) => {
        const once = nameParts(name(surname, givenName, patronymic));
        expect(nameParts(once)).toEqual(once);
      }),
    );
  });

  it('take any text, and lose no letter of it', () => {
    const text = anyText(40);
    const letters = (parts: WrittenName) =>
      [...Object.values(parts).join('')].filter((one) => /\p{L}/u.test(one)).sort();
    fc.assert(
      fc.property(text, text, text, (surname, givenName, patronymic) => {
        const written = name(surname, givenName, patronymic);
        expect(letters(nameParts(written))).toEqual(letters(written));
      }),
    );
  });
});

describe('the sounds of a part', () => {
  it.each([
    ['Т.', 'beginning', 't'],
    ['Т', 'beginning', 't'],
    ['Варфал.', 'beginning', 'varfal'],
    ['Ку...', 'beginning', 'ku'],
    ['...зулин', 'end', 'zulin'],
    ['Кузулин', 'full', 'kuzulin'],
    ['Кузулин?', 'full', 'kuzulin'],
  ])('%s is a %s', (written, kind, base) => {
    expect(nameSounds(written, 'surname')).toMatchObject([{ kind, base }]);
  });

  it('are none where nothing was written or it says that nothing is known', () => {
    for (const written of ['', ' ', '-', 'б/о', 'нет', 'неизвестно', '42', '🪖'])
      expect(nameSounds(written, 'given'), written).toEqual([]);
  });

  it('of one root are one name in every field: a father’s name as surname, a bare father’s name', () => {
    const [root] = nameSounds('Құсайын', 'given');
    expect(nameSounds('Құсайынов', 'surname')[0]).toEqual(root);
    expect(nameSounds('Құсайынұлы', 'patronymic')[0]).toEqual(root);
    expect(nameSounds('Құсайын', 'patronymic')[0]).toEqual(root);
    expect(nameSounds('Құсайынұлы', 'surname')[0]).toEqual(root);
  });

  it('of a beginning stand under the same key as the rough start of the whole', () => {
    const [short] = nameSounds('Варфал.', 'given');
    const [initial] = nameSounds('В.', 'given');
    const [whole] = nameSounds('Варфаломей', 'given');
    expect(initial?.key).toBe(short?.key);
    expect(rough(whole?.base ?? '').startsWith(rough(short?.base ?? '-'))).toBe(true);
    expect(whole?.key).not.toBe(short?.key);
  });

  it('come from any text without throwing, each base once', () => {
    const texts = anyText(60);
    fc.assert(
      fc.property(texts, fc.constantFrom('surname' as const, 'given' as const, 'patronymic' as const), (text, part) => {
        const sounds = nameSounds(text, part);
        for (const { base, id, key } of sounds) {
          expect(base).not.toBe('');
          expect(id).toBeGreaterThan(0);
          expect(key).toBeGreaterThan(0);
        }
        expect(new Set(sounds.map(({ kind, base }) => kind + base)).size).toBe(sounds.length);
      }),
    );
    for (const text of ['Ә'.repeat(100_000), '.'.repeat(100_000), '-'.repeat(100_000), 'а '.repeat(50_000)])
      expect(() => nameSounds(text, 'surname')).not.toThrow();
  });
});

describe('a dash standing alone', () => {
  it('does not keep a word for son from its name', () => {
    const once = nameParts({ surname: 'Абаев', givenName: 'Али', patronymic: 'Ахмет - оглы' });
    expect(once.patronymic).toBe('Ахметоглы');
    expect(nameParts(once)).toEqual(once);
  });
});
