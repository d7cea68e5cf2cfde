import { describe, expect, it } from 'vitest';
import { deskSections, sectionAt } from './shell-sections';

describe('the section of a desk address', () => {
  it.each([
    ['/kk/desk', 'queue'],
    ['/ru/desk?page=2', 'queue'],
    ['/kk/desk/cases', 'cases'],
    ['/kk/desk/cases/17/evidence?x=1', 'cases'],
    ['/en/desk/applications/new', 'register'],
    ['/kk/desk/casesheet', undefined],
    ['/kk/desk/lettersheet', undefined],
    ['', undefined],
  ])('%s belongs to %s', (path, key) => {
    expect(sectionAt(path, deskSections)?.key).toBe(key);
  });

  it('knows only the sections that were handed over', () => {
    expect(sectionAt('/kk/desk/staff', deskSections.slice(0, 2))).toBeUndefined();
  });
});
