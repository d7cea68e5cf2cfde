/** Cookies of a manager and of an applicant of a demonstration register, made as the program makes them. */
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { applications, settings, signIns } from '@/db/schema';
import { caseList } from '@/domain/cases/queries';
import { bookkeep } from '@/domain/change';
import { closeStore, read } from '@/domain/database';
import { hashToken, newToken } from '@/domain/identity';
import { openDatabase, settingKeys } from '@/domain/opening';
import { actorOf, signInLimits, signInStaff } from '@/domain/staff/sessions';
import { demonstrationSecret } from '@/env';

export type SignedIn = { managerCookie: string; applicantCookie: string; caseId: string };

export async function signedIn(file: string): Promise<SignedIn> {
  await openDatabase(file, { demonstration: true });
  try {
    const [kept] = await read().select().from(settings).where(eq(settings.key, settingKeys.demonstrationPasswords));
    const passwords = kept?.value as Record<string, string>;
    const email = Object.keys(passwords).find((address) => address.startsWith('manager')) ?? '';
    const token = await signInStaff({ email, password: passwords[email] ?? '' }, 'bench');
    const { rows } = await caseList(await actorOf(token), { status: 'family-informed', limit: 1 });
    const cookie = await encode({
      token: { signInToken: token },
      secret: demonstrationSecret(file),
      maxAge: signInLimits.staff.absolute / 1000,
    });
    return {
      managerCookie: `izdeu.session=${cookie}`,
      applicantCookie: `izdeu.track=${await applicantToken(rows[0]?.caseId ?? '')}`,
      caseId: rows[0]?.caseId ?? '',
    };
  } finally {
    closeStore();
  }
}

/** A sign-in of the applicant of one case; the access code itself is known to nobody but the applicant. */
async function applicantToken(caseId: string): Promise<string> {
  const token = newToken();
  const at = Date.now();
  const [application] = await read()
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.caseId, caseId));
  await bookkeep(async (tx) => {
    await tx.insert(signIns).values({
      id: hashToken(token),
      staffId: null,
      applicationId: application?.id ?? null,
      createdAt: at,
      lastSeenAt: at,
      endsAt: at + signInLimits.applicant.absolute,
    });
  });
  return token;
}
