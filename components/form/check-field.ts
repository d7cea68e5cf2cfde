import { dateRefusal } from '@/domain/partial-date';

export type CheckKind = 'required' | 'date' | 'email' | 'phone' | 'year';

export const checkCodes = [
  'field.missing',
  'email.unreadable',
  'phone.unreadable',
  'year.unreadable',
  'date.unreadable',
  'date.impossible',
  'date.out-of-range',
] as const;

export type CheckCode = (typeof checkCodes)[number];

const checks: Record<CheckKind, (text: string) => CheckCode | null> = {
  required: (text) => (text ? null : 'field.missing'),
  date: (text) => dateRefusal(text),
  email: (text) => (/^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/u.test(text) ? null : 'email.unreadable'),
  phone: (text) => (isPhone(text) ? null : 'phone.unreadable'),
  year: (text) => (/^\d{4}$/.test(text) ? null : 'year.unreadable'),
};

/** What is wrong with a text, or null; an empty text is wrong only where something is required. */
export function checkField(kinds: CheckKind | readonly CheckKind[], value: string): CheckCode | null {
  const text = value.trim();
  for (const kind of typeof kinds === 'string' ? [kinds] : kinds) {
    if (!text && kind !== 'required') continue;
    const refusal = checks[kind](text);
    if (refusal) return refusal;
  }
  return null;
}

/** 5 (a village exchange) to 15 digits (the longest number by ITU-T E.164), with the marks people write between them. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-–/]+$/.test(text) && digits >= 5 && digits <= 15;
}
