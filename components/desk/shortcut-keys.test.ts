import { describe, expect, it } from 'vitest';
import { caseOfPath, meaningOf, type Pressed } from './shortcut-keys';

const press = (code: string, key: string, over: Partial<Pressed> = {}): Pressed => ({
  code,
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...over,
});

describe('a key', () => {
  it.each([
    ['English', press('KeyN', 'n'), { what: 'next' }],
    ['Russian', press('KeyN', 'т'), { what: 'next' }],
    ['Kazakh', press('KeyG', 'п'), { what: 'go' }],
    ['English', press('Slash', '/'), { what: 'search' }],
    ['Russian', press('Slash', '.'), { what: 'search' }],
    ['English', press('Slash', '?', { shiftKey: true }), { what: 'help' }],
    ['Russian, on the seven', press('Digit7', '?', { shiftKey: true }), { what: 'help' }],
  ])('means the same on every layout: %s', (_layout, pressed, meaning) => {
    expect(meaningOf(pressed, false)).toEqual(meaning);
  });

  it('after g names where to go, n too', () => {
    expect(meaningOf(press('KeyC', 'с'), true)).toEqual({ what: 'to', letter: 'c' });
    expect(meaningOf(press('KeyN', 'т'), true)).toEqual({ what: 'to', letter: 'n' });
  });

  it('means nothing with another key held, held down itself, or when it is no letter of ours', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'repeat', 'shiftKey'] as const)
      expect(meaningOf(press('KeyN', 'n', { [held]: true }), false), held).toBeNull();
    for (const code of ['KeyC', 'Digit1', 'Enter', 'Space', 'ArrowDown', ''])
      expect(meaningOf(press(code, ''), false)).toBeNull();
  });
});

it('knows the case of a page, and of the pages below it', () => {
  const id = '0197a5b0-0000-7000-8000-000000000001';
  expect(caseOfPath(`/ru/desk/cases/${id}`)).toBe(id);
  expect(caseOfPath(`/ru/desk/cases/${id}/checklist`)).toBe(id);
  for (const path of ['/ru/desk/cases', '/ru/desk/cases/new', `/ru/desk/archive/${id}`])
    expect(caseOfPath(path)).toBe('');
});
