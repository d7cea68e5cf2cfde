import { describe, expect, it } from 'vitest';
import { type CheckKind, checkField } from './check-field';

const refused: [CheckKind, string, string][] = [
  ['required', '', 'field.missing'],
  ['required', '  \n ', 'field.missing'],
  ['email', 'aigul', 'email.unreadable'],
  ['email', 'aigul@', 'email.unreadable'],
  ['email', 'aigul@mail', 'email.unreadable'],
  ['email', 'a b@mail.kz', 'email.unreadable'],
  ['email', 'a@mail.kz, b@mail.kz', 'email.unreadable'],
  ['phone', '1234', 'phone.unreadable'],
  ['phone', '8701234567812345', 'phone.unreadable'],
  ['phone', 'сұраңыз 87012345678', 'phone.unreadable'],
  ['year', '15', 'year.unreadable'],
  ['year', '1915 ж.', 'year.unreadable'],
  ['date', '31.02.1942', 'date.impossible'],
];

const accepted: [CheckKind, string][] = [
  ['required', 'Ә'],
  ['email', ' aigul.b+search@пошта.қаз '],
  ['phone', '+7 (701) 234-56-78'],
  ['phone', '2-15-47'],
  ['year', '1915'],
  ['date', '1915'],
  ['date', '__.04.1944'],
];

describe('a field is checked', () => {
  it.each(refused)('%s refuses «%s» as %s', (kind, text, code) => {
    expect(checkField(kind, text)).toBe(code);
  });

  it.each(accepted)('%s accepts «%s»', (kind, text) => {
    expect(checkField(kind, text)).toBeNull();
  });

  it('lets an empty field be, unless it is required', () => {
    for (const kind of ['date', 'email', 'phone', 'year'] as const) expect(checkField(kind, ' ')).toBeNull();
    expect(checkField(['email', 'required'], '')).toBe('field.missing');
    expect(checkField(['required', 'email'], 'aigul')).toBe('email.unreadable');
  });
});
