/**
 * What a partner may see of one case for a time, by an address that holds a random token. Only while everybody who applied agrees
 * to share with partners; that is asked again at every opening.
 */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, consents, type Names, partnerLinks, partners, staff } from '@/db/schema';
import { staffIdOf } from '../access';
import { activeApplications, leadingCaseId } from '../cases/guards';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command, preparedCommand, query } from '../command';
import { read } from '../database';
import { hashToken, newId, newToken } from '../identity';
import { id, requiredLine, whole } from '../input';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { refuseUnknownPartner } from './partners';
import { type SharedCase, sharedCase } from './shared-case';

const day = 86_400_000;

/**
 * Gives a partner a link to one case for `days` days.
 * @returns the token, which is told once and kept nowhere
 * @throws DomainError `partner-link.no-consent` unless every application not withdrawn agrees to share, and there is one
 */
export const givePartnerLink = command(
  'partner.share',
  z.strictObject({ caseId: id(), partnerId: requiredLine(80), days: whole(1, 60) }),
  async ({ caseId, partnerId, days }, { actor, tx, record }) => {
    await caseForWriting(tx, caseId);
    await refuseUnknownPartner(partnerId);
    if (!(await familyAgrees(caseId))) throw new DomainError('partner-link.no-consent');
    const linkId = newId();
    const token = newToken();
    await tx.insert(partnerLinks).values({
      id: linkId,
      tokenHash: hashToken(token),
      partnerId,
      caseId,
      givenBy: staffIdOf(actor),
      givenAt: now(),
      endsAt: now() + days * day,
    });
    record({ kind: 'partner-link.given', caseId, subjectId: linkId, data: { linkId, partnerId } });
    return { linkId, caseId, token };
  },
);

/** Whether every application of the case and of those joined with it that was not withdrawn agrees to share; one at least. */
export async function familyAgrees(caseId: string): Promise<boolean> {
  const active = await activeApplications(await leadingCaseId(caseId));
  if (active.length === 0) return false;
  const agreed = await read()
    .selectDistinct({ applicationId: consents.applicationId })
    .from(consents)
    .where(
      and(
        inArray(
          consents.applicationId,
          active.map((application) => application.id),
        ),
        eq(consents.kind, 'sharing'),
        isNull(consents.revokedAt),
      ),
    );
  return agreed.length === active.length;
}

/** Ends a link before its time. @throws DomainError `partner-link.not-found` when it has ended already or is of another case */
export const endPartnerLink = command(
  'partner.share',
  z.strictObject({ caseId: id(), linkId: id() }),
  async ({ caseId, linkId }, { tx, record }) => {
    const ended = await tx
      .update(partnerLinks)
      .set({ endedAt: now() })
      .where(and(eq(partnerLinks.id, linkId), eq(partnerLinks.caseId, caseId), isNull(partnerLinks.endedAt)))
      .returning({ id: partnerLinks.id });
    if (ended.length === 0) throw new DomainError('partner-link.not-found');
    record({ kind: 'partner-link.ended', caseId, subjectId: linkId, data: { linkId } });
  },
);

/**
 * Opens a link: what the partner reads, the opening counted. A token nobody gave, one whose time is over, one that was ended, one
 * of a partner out of use and one whose family no longer agrees are answered alike.
 * @throws DomainError `partner-link.not-found`, `access.too-many-attempts`
 */
export const openPartnerLink = preparedCommand(
  'partner-link.open',
  z.strictObject({ token: z.string() }),
  // Counted before the look, and apart from it: a refusal leaves nothing else behind.
  async (_, actor) => {
    await countAttempt('share.address', (actor.role === 'visitor' && actor.address) || 'unknown');
  },
  async ({ token }, { tx, record }): Promise<SharedCase & { partner: Names; endsAt: number }> => {
    const [found] = await tx
      .select({ link: partnerLinks, partner: partners.name })
      .from(partnerLinks)
      .innerJoin(partners, eq(partners.id, partnerLinks.partnerId))
      .where(and(eq(partnerLinks.tokenHash, hashToken(token)), isNull(partnerLinks.endedAt), eq(partners.inUse, true)));
    if (!found || found.link.endsAt <= now() || !(await familyAgrees(found.link.caseId)))
      throw new DomainError('partner-link.not-found');
    const { id: linkId, caseId, endsAt } = found.link;
    await tx
      .update(partnerLinks)
      .set({ openedCount: sql`${partnerLinks.openedCount} + 1`, lastOpenedAt: now() })
      .where(eq(partnerLinks.id, linkId));
    record({ kind: 'partner-link.opened', caseId, subjectId: linkId, data: { linkId } });
    return { ...(await sharedCase(caseId)), partner: found.partner, endsAt };
  },
);

/**
 * `silent`: it stands, but somebody who applied does not agree (any more), so that it opens nothing. `ended`: by
 * hand, or its partner is out of use.
 */
export type LinkState = 'open' | 'silent' | 'over' | 'ended';

/** The links given to a case, newest first, and whether one may be given now. */
export const partnerLinksOf = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const agrees = await familyAgrees(caseId);
  const rows = await read()
    .select({ link: partnerLinks, partner: partners.name, inUse: partners.inUse, by: staff.name })
    .from(partnerLinks)
    .innerJoin(partners, eq(partners.id, partnerLinks.partnerId))
    .innerJoin(staff, eq(staff.id, partnerLinks.givenBy))
    .innerJoin(cases, eq(cases.id, partnerLinks.caseId))
    .where(eq(partnerLinks.caseId, caseId))
    .orderBy(desc(partnerLinks.givenAt), desc(partnerLinks.id));
  return {
    agrees,
    links: rows.map(({ link: { tokenHash: _, ...link }, partner, inUse, by }) => ({
      ...link,
      partner,
      by,
      state: inUse ? stateOf(link, agrees) : 'ended',
    })),
  };
});

function stateOf(link: { endedAt: number | null; endsAt: number }, agrees: boolean): LinkState {
  if (link.endedAt !== null) return 'ended';
  if (link.endsAt <= now()) return 'over';
  return agrees ? 'open' : 'silent';
}
