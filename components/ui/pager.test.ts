import { describe, expect, it } from 'vitest';
import { pagesShown } from './pager';

describe('pages shown in a pager', () => {
  it('shows all pages of a short list', () => {
    expect(pagesShown(1, 2)).toEqual([1, 2]);
    expect(pagesShown(2, 3)).toEqual([1, 2, 3]);
    expect(pagesShown(3, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows the ends, the neighbours and the gaps of a long one', () => {
    expect(pagesShown(1, 23)).toEqual([1, 2, -23, 23]);
    expect(pagesShown(12, 23)).toEqual([1, -11, 11, 12, 13, -23, 23]);
    expect(pagesShown(23, 23)).toEqual([1, -22, 22, 23]);
  });
});
