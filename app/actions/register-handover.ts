/** What is handed to whoever applied on paper or by telephone: kept for a short while in the browser of who registered it. */
import 'server-only';
import type { StaffActor } from '@/domain/permissions';
import { sealedCookie } from './sealed-cookie';

export type Handover = {
  caseId: string;
  reference: string;
  code: string;
  name: string;
  language: 'kk' | 'ru' | 'en';
  /** What led to it: a registration, a lost code, another relative who goes on. */
  why: 'registered' | 'renewed' | 'passed-on';
};

/** Seconds in which the access code can be seen again: long enough for a printer without paper. */
const sealed = sealedCookie<{ handover: Handover; staffId: string }>('handover', 15 * 60);

/** Keeps it encrypted, for this member of staff alone: the code stands in no address and, but for its hash, in no table. */
export const keepHandover = (actor: StaffActor, handover: Handover): Promise<void> =>
  sealed.keep({ handover, staffId: actor.staffId });

/** What this member of staff is to hand over, the last of it in this browser; null when its time is over. */
export async function lastHandover(actor: StaffActor): Promise<Handover | null> {
  const kept = await sealed.read();
  return kept?.staffId === actor.staffId ? kept.handover : null;
}

export const dropHandover = sealed.drop;
