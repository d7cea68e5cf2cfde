import { describe, expect, it } from 'vitest';
import { type Answers, fieldsOf, type Step, steps } from '@/domain/applications/fields';
import { applyPages, pageAfter, pageBefore, pageToGoOn } from './apply-pages';

const savedUpTo = (last: Step): Answers =>
  Object.fromEntries(
    steps.slice(0, steps.indexOf(last) + 1).flatMap((step) => fieldsOf(step).map(({ name }) => [name, ''])),
  );

describe('the pages of an application', () => {
  it('ask for papers between the search so far and the applicant', () => {
    expect(applyPages).toEqual(['soldier', 'service', 'news', 'family', 'search', 'papers', 'you', 'consents']);
    expect(pageAfter('search')).toBe('papers');
    expect(pageAfter('papers')).toBe('you');
    expect(pageBefore('you')).toBe('papers');
  });

  it('begin and end with questions', () => {
    expect(pageBefore('soldier')).toBeUndefined();
    expect(pageAfter('consents')).toBe('check');
  });

  it('are gone on with where nobody has been yet', () => {
    expect(pageToGoOn({})).toBe('soldier');
    expect(pageToGoOn(savedUpTo('family'))).toBe('search');
    expect(pageToGoOn(savedUpTo('search'))).toBe('papers');
    expect(pageToGoOn(savedUpTo('you'))).toBe('consents');
    expect(pageToGoOn(savedUpTo('consents'))).toBe('check');
  });
});
