import { describe, expect, it } from 'vitest';
import { freeKey, keyOf, partLines, readPartLines } from './parts';

const before = [
  { key: 'orders', name: { kk: 'Бұйрықтар', ru: 'Приказы', en: 'Orders' } },
  { key: 'cards', name: { kk: 'Карточкалар', ru: 'Карточки', en: 'Cards' } },
];

describe('the kinds of documents of a source', () => {
  it('are written as they are read', () => {
    expect(readPartLines(partLines(before), before)).toEqual(before);
  });

  it('keep their keys when renamed in one language or put elsewhere', () => {
    const renamed = readPartLines(
      'Карточкалар | Карточки | Index cards\n\nБұйрықтар | Приказы по армии | Orders',
      before,
    );
    expect(renamed?.map(({ key }) => key)).toEqual(['cards', 'orders']);
  });

  it('get a new key when new, never that of one that is gone', () => {
    expect(readPartLines('Тізімдер | Списки | Lists of 1946', before)?.[0]?.key).toBe('lists-of-1946');
    expect(readPartLines('Басқа | Другие | Orders!', before)?.[0]?.key).toBe('orders-2');
  });

  it.each(['Тізімдер | Списки', 'a | b | c | d', 'Тізімдер | | Lists', 'а | б | c\nа | в | d'])(
    '%j is refused',
    (text) => {
      expect(readPartLines(text, [])).toBeNull();
    },
  );

  it('more than thirty are refused', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, at) => `к${at} | р${at} | e${at}`).join('\n');
    expect(readPartLines(lines(30), [])).toHaveLength(30);
    expect(readPartLines(lines(31), [])).toBeNull();
  });

  it('keys are of small letters and figures', () => {
    expect(keyOf('  Zentralnachweisstelle: Köln (1944)! ')).toBe('zentralnachweisstelle-koln-1944');
    expect(keyOf('Архив')).toBe('source');
    expect(keyOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
    expect(freeKey('a', (key) => ['a', 'a-2'].includes(key))).toBe('a-3');
  });
});
