/** What is handed to whoever applied on paper or by telephone: kept for a short while in the browser of who registered it. */
import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import type { StaffActor } from '@/domain/permissions';
import { env } from '@/env';

export type Handover = { caseId: string; reference: string; code: string; name: string; language: 'kk' | 'ru' | 'en' };

/** Seconds in which the access code can be seen again: long enough for a printer without paper. */
const kept = 15 * 60;
const salt = 'izdeu handover';
const name = () => (env.isSecure ? '__Host-izdeu.handover' : 'izdeu.handover');
const options = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env.isSecure });

/** Keeps it encrypted, for this member of staff alone: the code stands in no address and, but for its hash, in no table. */
export async function keepHandover(actor: StaffActor, handover: Handover): Promise<void> {
  const token = { handover, staffId: actor.staffId };
  const value = await encode({ token, secret: env.secret, salt, maxAge: kept });
  (await cookies()).set(name(), value, { ...options(), maxAge: kept });
}

/** The application this member of staff registered last in this browser; null when its time is over. */
export async function lastHandover(actor: StaffActor): Promise<Handover | null> {
  const token = (await cookies()).get(name())?.value;
  if (!token) return null;
  try {
    const read = await decode({ token, secret: env.secret, salt });
    return read?.staffId === actor.staffId ? (read.handover as Handover) : null;
  } catch {
    // Expired, or made with another secret: the same as none.
    return null;
  }
}

export async function dropHandover(): Promise<void> {
  (await cookies()).set(name(), '', { ...options(), maxAge: 0 });
}
