import { describe, expect, it } from 'vitest';
import { patronymicRu, withOv } from './forms';
import { inScript, russian } from './spelling';

describe('spellings by rule', () => {
  it('writes Kazakh names as offices did in Russian', () => {
    expect(['Құсайынов', 'Ақмырза', 'Нұрғали', 'Өтеген'].map(russian)).toEqual([
      'Кусаинов',
      'Акмырза',
      'Нургали',
      'Отеген',
    ]);
  });

  it('makes surnames and patronymics', () => {
    expect(['Ахмет', 'Абай', 'Мұса', 'Әли'].map(withOv)).toEqual(['Ахметов', 'Абаев', 'Мұсин', 'Әлиев']);
    expect(['Иван', 'Илья', 'Андрей', 'Василий', 'Игорь', 'Апкан'].map(patronymicRu)).toEqual([
      'Иванович',
      'Ильич',
      'Андреевич',
      'Васильевич',
      'Игоревич',
      'Апканович',
    ]);
  });

  it('writes one name in every script', () => {
    const scripts = ['kk', 'la-2021', 'la-2018', 'la-passport', 'la-bgn', 'la-german', 'la-polish'] as const;
    expect(scripts.map((script) => inScript('Жақыпов', script))).toEqual([
      'Жақыпов',
      'Jaqypov',
      'Jaqypov',
      'Zhakypov',
      'Zhaqypov',
      'Schakypow',
      'Żakypow',
    ]);
    expect(inScript('Ералиев', 'la-german')).toBe('Jeralijew');
  });
});
