import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fates } from '@/domain/cases/fates';
import { readFate } from './fate';

describe('a fate', () => {
  it.each([
    ['убит', 'killed'],
    ['погиб', 'killed'],
    ['пал смертью храбрых', 'killed'],
    ['пропал без вести', 'missing'],
    ['ПБВ', 'missing'],
    ['п/б/в', 'missing'],
    ['пр. б/в', 'missing'],
    ['не вернулся с боевого задания', 'missing'],
    ['убит (пропал без вести)', 'missing'],
    ['умер от ран', 'died-of-wounds'],
    ['ум. от ранения', 'died-of-wounds'],
    ['погиб (умер от ран)', 'died-of-wounds'],
    ['умер от болезни', 'died-of-illness'],
    ['умер', 'died'],
    ['попал в плен', 'captured'],
    ['погиб в плену', 'died-in-captivity'],
    ['умер от ран в плену', 'died-in-captivity'],
    ['попал в плен (освобождён)', 'survived'],
    ['не убит, находится в части', 'survived'],
    ['осуждён', 'condemned'],
    ['осужден ВТ к ВМН', 'condemned'],
    ['приговорен к расстрелу', 'condemned'],
    ['осужден, расстрелян', 'executed'],
    ['расстрелян', 'executed'],
    ['расстрелян немцами', 'killed'],
    ['дезертировал', 'deserted'],
    ['перешел на сторону врага', 'deserted'],
    ['утонул', 'other'],
    ['неизвестно', 'unknown'],
    ['хабарсыз кетті', 'missing'],
    ['қаза тапты', 'killed'],
    ['жарақаттан қайтыс болды', 'died-of-wounds'],
    ['тұтқында қайтыс болды', 'died-in-captivity'],
    ['gefallen', 'killed'],
    ['vermisst', 'missing'],
    ['verstorben', 'died'],
    ['in Gefangenschaft verstorben', 'died-in-captivity'],
    ['Gefangenschaft', 'captured'],
    ['', null],
    ['?', null],
  ])('%s', (written, fate) => {
    expect(readFate(written)).toBe(fate);
  });

  it('asks the captivity column', () => {
    expect(readFate('verstorben', '', 'Stalag 326')).toBe('died-in-captivity');
    expect(readFate('погиб', '', 'шталаг VIII B')).toBe('died-in-captivity');
    expect(readFate('убит в бою', '', 'шталаг VIII B')).toBe('killed');
    expect(readFate('пропал без вести', '', 'шталаг VIII B')).toBe('missing');
    expect(readFate('', '', 'шталаг VIII B')).toBe('captured');
    expect(readFate('', '', 'шталаг VIII B, освобожден 1945')).toBe('survived');
    expect(readFate('погиб', '', 'нет')).toBe('killed');
  });

  it('does not turn a shooting into anything less withheld for a camp alone', () => {
    expect(readFate('расстрелян', '', 'шталаг 326')).toBe('executed');
    expect(readFate('осужден', '', 'шталаг 326')).toBe('condemned');
  });

  it('asks the notes only where no cause stands', () => {
    expect(readFate('', 'Умер от ран 12.03.1943')).toBe('died-of-wounds');
    expect(readFate('убит', 'Умер от ран')).toBe('killed');
    expect(readFate('', '[ВНИМАНИЕ] Отсутствуют: Архивные реквизиты (не является ошибкой)')).toBeNull();
  });

  it('is always one of the fates and never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('убит', 'плен', 'умер', 'расстрелян'));
    fc.assert(
      fc.property(text, text, text, (cause, notes, captivity) => {
        const fate = readFate(cause, notes, captivity);
        expect(fate === null || fates.includes(fate)).toBe(true);
      }),
    );
  });
});
