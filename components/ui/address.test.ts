import { describe, expect, it } from 'vitest';
import { addressWith, sortAddress } from './address';

const address = { path: '/kk/desk/cases', params: { status: 'searching', page: '3', q: '' } };

describe('address of a list', () => {
  it('keeps what it was read with, drops what is empty', () => {
    expect(addressWith(address, {})).toBe('/kk/desk/cases?status=searching&page=3');
  });

  it('changes and takes away single parameters', () => {
    expect(addressWith(address, { page: '4', status: undefined })).toBe('/kk/desk/cases?page=4');
    expect(addressWith({ path: '/kk/burials', params: {} }, {})).toBe('/kk/burials');
  });

  it('escapes what people type', () => {
    expect(addressWith({ path: '/kk/burials', params: { q: 'Әбіл & Co' } }, {})).toBe(
      '/kk/burials?q=%D3%98%D0%B1%D1%96%D0%BB+%26+Co',
    );
  });

  it('turns the direction round only for the sorted column and goes back to the first page', () => {
    const sorted = { sort: 'received', direction: 'asc' as const };
    expect(sortAddress(address, 'received', sorted)).toBe(
      '/kk/desk/cases?status=searching&sort=received&direction=desc',
    );
    expect(sortAddress(address, 'surname', sorted)).toContain('sort=surname&direction=asc');
    expect(sortAddress(address, 'received', { ...sorted, direction: 'desc' })).toContain('direction=asc');
  });
});
