/** Which key of the keyboard means what, by where it lies: the layout may be Kazakh, Russian or English. Pure. */

export type Pressed = {
  /** what the layout makes of it */
  key: string;
  /** where it lies, as on an English keyboard */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
};

export type Meaning = { what: 'help' | 'search' | 'next' | 'go' } | { what: 'to'; letter: string } | null;

/**
 * What a key means.
 * @param going whether `g` was pressed just before
 */
export function meaningOf(pressed: Pressed, going: boolean): Meaning {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat } = pressed;
  if (ctrlKey || altKey || metaKey || repeat) return null;
  if (key === '?' || (code === 'Slash' && shiftKey)) return { what: 'help' };
  if (shiftKey) return null;
  if (key === '/' || code === 'Slash') return { what: 'search' };
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (!letter) return null;
  if (going) return { what: 'to', letter };
  if (letter === 'n') return { what: 'next' };
  return letter === 'g' ? { what: 'go' } : null;
}

/** The case a page of the desk shows, read off its path. */
export const caseOfPath = (path: string): string => /\/desk\/cases\/([0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1] ?? '';
