/** The slip with a new access code: seen again for a short while in the browser that asked for it. */
import 'server-only';
import type { NewCode } from '@/domain/applications/new-code';
import { fullName } from '@/domain/names';
import { sealedCookie } from './sealed-cookie';

export type NewCodeSlip = { name: string; reference: string; code: string };

/** Seconds: long enough to find a pen, or a printer. */
const slip = sealedCookie<NewCodeSlip>('new-code', 15 * 60);

export const keepNewCode = (renewed: NewCode): Promise<void> =>
  slip.keep({ name: fullName(renewed), reference: renewed.reference, code: renewed.code });

export const lastNewCode = slip.read;
