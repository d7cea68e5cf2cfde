import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/domain/testing/any-text';
import { baseOf, type NamePart } from './base';
import { shortFormsOf } from './short-forms';
import { soundOf } from './sound';

const base = (written: string, part: NamePart) => baseOf(soundOf(written), part);

describe('the root of a name', () => {
  it('is one for surname, given name and father’s name', () => {
    const root = base('Ахмет', 'given');
    for (const surname of ['Ахметов', 'Ахметова', 'Ахмет', 'Ахметұлы', 'Ахмет-оглы', 'Akhmetov'])
      expect(base(surname, 'surname'), surname).toBe(root);
    for (const father of ['Ахметович', 'Ахметовна', 'Ахметулы', 'Ахметқызы', 'Ахметоглы', 'Ахметуулу', 'Ахмет'])
      expect(base(father, 'patronymic'), father).toBe(root);
  });

  it.each<[string, NamePart, string]>([
    ['Құсайынов', 'surname', 'kusajin'],
    ['Құсайынұлы', 'patronymic', 'kusajin'],
    ['Жұмабаев', 'surname', 'Zumaba'],
    ['Иванович', 'patronymic', 'ivan'],
    ['Иванов', 'surname', 'ivan'],
    ['Лукич', 'patronymic', 'luk'],
    // Names that only look like surnames, and what is too short to lose anything.
    ['Яков', 'given', 'jakov'],
    ['Лев', 'given', 'lev'],
    ['Иосиф', 'given', 'iosif'],
    ['Юсуф', 'given', 'jusuf'],
    ['Ли', 'surname', 'li'],
    ['Ев', 'surname', 'ev'],
    ['', 'surname', ''],
  ])('of %s (%s) is %s', (written, part, root) => {
    expect(base(written, part)).toBe(root);
  });

  it('is not empty, not under two signs of a longer sound, and nothing makes it throw', () => {
    fc.assert(
      fc.property(anyText(60), fc.constantFrom<NamePart>('surname', 'given', 'patronymic'), (text, part) => {
        const sound = soundOf(text);
        expect(baseOf(sound, part).length).toBeGreaterThanOrEqual(Math.min(2, sound.length));
        expect(baseOf(sound, part).length).toBeLessThanOrEqual(sound.length);
        baseOf(text, part);
      }),
    );
  });

  it('knows the everyday forms that share no sound, both ways', () => {
    const pairs = [
      ['Александр', 'Шура'],
      ['Георгий', 'Егор'],
      ['Иосиф', 'Жүсіп'],
      ['Сулейман', 'Соломон'],
      ['Ибрагим', 'Ыбырай'],
    ];
    for (const [one = '', other = ''] of pairs) {
      expect(shortFormsOf(base(one, 'given'))).toContain(base(other, 'given'));
      expect(shortFormsOf(base(other, 'given'))).toContain(base(one, 'given'));
    }
    expect(shortFormsOf(base('Айтуған', 'given'))).toEqual([]);
    expect(shortFormsOf(base('Александр', 'given'))).not.toContain(base('Александр', 'given'));
  });
});
