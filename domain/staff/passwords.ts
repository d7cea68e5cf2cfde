/** Passwords: argon2id with parameters of the OWASP password storage cheat sheet (19 MiB, 2 passes, 1 lane). */
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../result';
import { commonPasswords } from './common-passwords';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Refuses passwords shorter than 12 or longer than 128 characters, and common ones; asks for no rules of composition. */
export function refuseWeakPassword(password: string, email: string): void {
  const length = [...password].length;
  if (length < 12) throw new DomainError('input.invalid', { password: 'password.too-short' });
  if (length > 128) throw new DomainError('input.invalid', { password: 'password.too-long' });
  const plain = password.toLowerCase();
  if (commonPasswords.has(plain) || plain.includes(email.split('@')[0] ?? email) || /^(.)\1+$/u.test(plain))
    throw new DomainError('input.invalid', { password: 'password.common' });
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Whether the password is right; takes the same time when there is no account. */
export async function passwordIsRight(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(16).toString('hex'), cost);
  const right = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== undefined && right;
}

const syllables =
  'ba be bi bo bu da de di do du ga ge gi go gu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu za ze zi zo zu'.split(
    ' ',
  );

/** A one-time password that can be read out on the telephone: eight syllables and four digits, about 2^58. */
export function newPassword(pick: (below: number) => number = randomInt): string {
  const word = () => Array.from({ length: 4 }, () => syllables[pick(syllables.length)]).join('');
  return `${word()}-${word()}-${String(pick(10_000)).padStart(4, '0')}`;
}
