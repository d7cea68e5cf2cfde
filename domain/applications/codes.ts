/** The lost access code: a link to a new one by e-mail, or a new one by staff who checked who asks. */
import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, codeRenewals } from '@/db/schema';
import { leadingCaseId } from '../cases/guards';
import { writeNote } from '../cases/moving';
import { type Context, command, preparedCommand, query } from '../command';
import { read } from '../database';
import { hashToken, newToken } from '../identity';
import { id, oneOf, requiredLine, requiredText } from '../input';
import { queueNotice } from '../news/outbox';
import { addressIn, isAddress } from '../news/rules';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { giveNewCode, type NewCode } from './new-code';

/** A link can be used for this long, in milliseconds, and once. */
export const linkLife = 3600_000;
/** Links sent at one asking: a granddaughter may follow several applications under one address. */
const mostLinks = 5;

/** How a member of staff made sure who asks. */
export const identityChecks = ['papers', 'telephone', 'letter'] as const;

/**
 * Asks for a link to a new access code. It goes to the address we hold already, never to another one, and the answer is the same
 * whether we hold it or not. One e-mail address gets mail at most 4 times an hour; one client may ask 10 times.
 * @throws DomainError `access.too-many-attempts`
 */
export const askForCode = preparedCommand(
  'code.ask',
  z.strictObject({ email: requiredLine(254).check(z.refine(isAddress, { error: () => 'input.email' })) }),
  async ({ email }, actor) => {
    await countAttempt('code.address', 'address' in actor ? (actor.address ?? 'unknown') : 'unknown');
    // Counted under a hash: an address typed by mistake stays in no table. Too often, it gets no more mail, and nobody is told.
    return isCounted('code.email', hashToken(email.toLowerCase()));
  },
  async ({ email }, context, mayBeSent) => {
    const asking = mayBeSent ? await applicationsAt(email.toLowerCase()) : [];
    for (const recipient of asking) await sendLink(context, recipient);
    // Recorded for an unknown address, too: what is written for the one is written for the other.
    if (asking.length === 0) context.record({ kind: 'code.link-asked', data: {} });
  },
);

async function isCounted(kind: Parameters<typeof countAttempt>[0], subject: string): Promise<boolean> {
  try {
    await countAttempt(kind, subject);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'access.too-many-attempts') return false;
    throw error;
  }
}

type Recipient = { applicationId: string; name: string; address: string };

/** Applications whose applicant, or the helper who gets the news, is reached at this address, newest first. */
async function applicationsAt(email: string): Promise<Recipient[]> {
  const rows = await read()
    .select()
    .from(applications)
    .where(
      and(
        isNull(applications.erasedAt),
        or(
          eq(sql`lower(${applications.email})`, email),
          and(eq(applications.newsTo, 'helper'), gt(sql`instr(lower(${applications.helperContact}), ${email})`, 0)),
        ),
      ),
    )
    .orderBy(desc(applications.receivedAt));
  return rows
    .flatMap(({ id, email: own, applicantName, newsTo, helperName, helperContact }) => {
      // To the address we hold, as we hold it: what was typed only had to be the same.
      if (own.toLowerCase() === email) return [{ applicationId: id, name: applicantName, address: own }];
      const address = newsTo === 'helper' ? addressIn(helperContact) : '';
      return address.toLowerCase() === email ? [{ applicationId: id, name: helperName, address }] : [];
    })
    .slice(0, mostLinks);
}

async function sendLink({ tx, record }: Context, recipient: Recipient): Promise<void> {
  const { applicationId } = recipient;
  const token = newToken();
  const createdAt = Date.now();
  await tx
    .insert(codeRenewals)
    .values({ tokenHash: hashToken(token), applicationId, createdAt, endsAt: createdAt + linkLife });
  await queueNotice(tx, { ...recipient, kind: 'code-link', data: { token, endsAt: String(createdAt + linkLife) } });
  record({ kind: 'code.link-asked', applicationId, data: {} });
}

export type RenewalLink = { surname: string; givenName: string; patronymic: string };

/** Whose application a link is about; null when it is unknown, used or over. Looks only: mail programs open links by themselves. */
export const codeByLink = query(
  'code.ask',
  z.strictObject({ token: z.string() }),
  async ({ token }): Promise<RenewalLink | null> => {
    const applicationId = await applicationBehind(token);
    if (!applicationId) return null;
    const [application] = await read().select().from(applications).where(eq(applications.id, applicationId));
    const [soldier] = await read()
      .select({ surname: cases.surname, givenName: cases.givenName, patronymic: cases.patronymic })
      .from(cases)
      .where(eq(cases.id, await leadingCaseId(application?.caseId ?? '')));
    return soldier ?? null;
  },
);

async function applicationBehind(token: string): Promise<string | null> {
  const [link] = await read()
    .select()
    .from(codeRenewals)
    .where(and(eq(codeRenewals.tokenHash, hashToken(token)), isNull(codeRenewals.usedAt)));
  return link && link.endsAt > Date.now() ? link.applicationId : null;
}

/**
 * Makes the new code by a link. Every link to this application is used up with it.
 * @throws DomainError `code.link-over`
 */
export const renewByLink = command(
  'code.ask',
  z.strictObject({ token: z.string() }),
  async ({ token }, { tx, record }): Promise<NewCode> => {
    const applicationId = await applicationBehind(token);
    if (!applicationId) throw new DomainError('code.link-over');
    const renewed = await giveNewCode(tx, applicationId);
    const { caseId } = renewed;
    record({ kind: 'code.renewed', caseId, applicationId, data: { by: 'applicant', how: 'link' } });
    return renewed;
  },
);

/** Makes the new code by staff. `how` they made sure who asks, and `checked` what they saw or heard, are required and kept. */
export const renewCode = command(
  'code.renew',
  z.strictObject({ applicationId: id(), how: oneOf(identityChecks), checked: requiredText(1000) }),
  async ({ applicationId, how, checked }, context): Promise<NewCode> => {
    const renewed = await giveNewCode(context.tx, applicationId);
    const { caseId } = renewed;
    const noteId = await writeNote(context, caseId, 'reason', checked);
    context.record({ kind: 'code.renewed', caseId, applicationId, data: { by: 'staff', how, noteId } });
    return renewed;
  },
);
