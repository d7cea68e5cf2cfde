/** What tokens may open and how long they last. Pure: the form offers what the server keeps. */
import type { TokenScope } from '@/db/schema';
import type { Permission } from '../permissions';

/** What each scope opens; nobody gives away more than they may read themselves. */
export const scopePermission: Readonly<Record<TokenScope, Permission>> = {
  cases: 'case.read',
  records: 'archive.read',
  /** The whole register with the unmarked graves: a manager's to take out, by a program as by a file. */
  burials: 'register.export',
  statistics: 'statistics.read',
};

export const tokenScopes = ['cases', 'records', 'burials', 'statistics'] as const satisfies readonly TokenScope[];

/** Days a token lasts at most, and tokens one person may have in force. */
export const tokenLimits = { days: 365, inForce: 20 };
