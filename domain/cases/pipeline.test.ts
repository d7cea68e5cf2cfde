import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guardChecks } from './guards';
import { choicesFrom, guards, movesFrom, phaseOf, phases, pipeline, type Status, statuses } from './pipeline';

describe('the table', () => {
  it('has a row for every status and nothing else', () => {
    expect(Object.keys(pipeline).sort()).toEqual([...statuses].sort());
  });

  it('every status can be reached from received', () => {
    const reached = new Set<Status>(['received']);
    for (const status of reached) for (const next of statuses) if (movesFrom(status)[next]) reached.add(next);
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it('knows its phases and guards; every guard has a check and every check a guard', () => {
    for (const status of statuses) {
      expect(phases).toContain(pipeline[status].phase);
      for (const guard of pipeline[status].guards) expect(guards).toContain(guard);
    }
    expect(Object.keys(guardChecks).sort()).toEqual([...guards].sort());
  });

  it('is the one of the product description', () => {
    const moves = Object.fromEntries(statuses.map((status) => [status, Object.keys(pipeline[status].moves)]));
    expect(moves).toEqual({
      received: ['checking'],
      checking: ['needs-information', 'searching', 'forwarded'],
      // An answer also leads back to awaiting-reply, when the question was asked there.
      'needs-information': ['checking', 'searching', 'awaiting-reply'],
      searching: ['needs-information', 'awaiting-reply', 'under-review', 'on-watch', 'forwarded'],
      'awaiting-reply': ['searching', 'needs-information', 'under-review', 'on-watch', 'forwarded'],
      'under-review': ['searching', 'fate-established', 'burial-established'],
      'fate-established': ['searching', 'under-review', 'family-informed'],
      // Back to the search only by revoking what was confirmed.
      'burial-established': ['searching', 'under-review', 'family-informed'],
      'family-informed': ['searching', 'under-review', 'closed'],
      'on-watch': ['searching', 'under-review'],
      forwarded: ['searching'],
      closed: ['searching'],
      withdrawn: ['searching'],
      joined: [],
    });
  });

  it('lets every status but joined be joined, and every one but joined and withdrawn be withdrawn', () => {
    for (const status of statuses) {
      expect(movesFrom(status).joined?.way).toBe(status === 'joined' ? undefined : 'join');
      const withdraw = status === 'joined' || status === 'withdrawn' ? undefined : 'withdraw';
      expect(movesFrom(status).withdrawn?.way).toBe(withdraw);
    }
  });

  it('enters the two results by confirming and leaves a review for the search by sending back, with no button', () => {
    for (const status of statuses)
      for (const to of ['fate-established', 'burial-established'] as const)
        expect([undefined, 'confirm']).toContain(movesFrom(status)[to]?.way);
    expect(movesFrom('under-review').searching?.way).toBe('send-back');
    expect(choicesFrom('under-review')).toEqual([]);
    expect(movesFrom('burial-established').searching?.way).toBe('revoke');
    expect(choicesFrom('burial-established')).not.toContain('searching');
  });
});

describe('what the relative reads', () => {
  const facts = { asked: false, withdrawn: false, resultVisible: true, burialKnown: false, resultKnown: false };
  const result = { ...facts, resultKnown: true };

  it('only the one who was asked reads that something is needed', () => {
    expect(phaseOf({ ...facts, status: 'needs-information', asked: true })).toBe('needs-you');
    expect(phaseOf({ ...facts, status: 'needs-information' })).toBe('searching');
  });

  it('a result that may not be seen yet reads as the search going on, closed or not', () => {
    for (const status of ['fate-established', 'burial-established', 'family-informed', 'closed'] as const)
      expect(phaseOf({ ...result, burialKnown: true, resultVisible: false, status })).toBe('searching');
  });

  it('a result is the burial where one is known, else the fate', () => {
    expect(phaseOf({ ...result, status: 'family-informed' })).toBe('result-fate');
    expect(phaseOf({ ...result, burialKnown: true, status: 'family-informed' })).toBe('result-burial');
    expect(phaseOf({ ...result, burialKnown: true, status: 'closed' })).toBe('closed');
  });

  it('who withdrew reads just that, whatever happens to the case', () => {
    for (const status of statuses) expect(phaseOf({ ...result, withdrawn: true, status })).toBe('withdrawn');
  });

  it('a review is not told', () => {
    expect(phaseOf({ ...facts, status: 'under-review' })).toBe('searching');
  });
});

describe.each(['kk', 'ru', 'en'])('messages in %s', (language) => {
  const messages = JSON.parse(readFileSync(`messages/${language}.json`, 'utf8'));

  it('name every status and phase', () => {
    expect(Object.keys(messages.status)).toEqual(expect.arrayContaining([...statuses]));
    expect(Object.keys(messages.phase)).toEqual(expect.arrayContaining([...phases]));
  });

  it('say for every refusal of a guard what it asks for', () => {
    const checks = ['domain/cases/guards.ts', 'domain/cases/conclusions.ts'].map((file) => readFileSync(file, 'utf8'));
    const codes = new Set(checks.join('').match(/(?<=')guard\.[a-z-]+(?=')/g));
    expect(codes.size).toBeGreaterThanOrEqual(guards.length);
    for (const code of codes) expect(messages.errors.guard[code.slice('guard.'.length)], code).toBeTruthy();
  });
});
