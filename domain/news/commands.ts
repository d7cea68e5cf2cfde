/** News told by hand, and mail that is sent once more. */
import { and, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, notices } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { id, line, oneOf } from '../input';
import { DomainError } from '../result';
import { dataAfter, type Notice } from './outbox';
import { isDemonstration, recipientOf } from './recipients';
import { addressIn, isAddress, toldHows } from './rules';

/**
 * Says how somebody was told by hand, or that they cannot be reached.
 * @throws DomainError `notice.told-already` when it was told, sent or taken back meanwhile
 */
export const tellByHand = command(
  'news.tell',
  z.strictObject({ noticeId: id(), how: oneOf(toldHows) }),
  async ({ noticeId, how }, context) => {
    const notice = await unsent(context, noticeId);
    await context.tx
      .update(notices)
      .set({
        state: 'told',
        toldHow: how,
        toldBy: staffIdOf(context.actor),
        settledAt: now(),
        data: dataAfter(notice.kind, notice.data),
        ...(notice.kind === 'erased' ? { name: '', address: '' } : {}),
      })
      .where(eq(notices.id, noticeId));
    await settled(context, notice, 'told');
  },
);

/**
 * Sends a notice that was given up once more, or one told by hand for the first time once an address is known. A corrected address
 * is kept with the application, too: the next news goes there.
 * @throws DomainError `notice.told-already`, `notice.not-again` for what lost its text or was a link that has run out,
 * `input.invalid` without a usable address
 */
export const sendAgain = command(
  'news.tell',
  z.strictObject({ noticeId: id(), address: line(254) }),
  async ({ noticeId, address: given }, context) => {
    const { tx, record } = context;
    const notice = await unsent(context, noticeId);
    if (notice.kind === 'erased' || notice.kind === 'code-link') throw new DomainError('notice.not-again');
    if (given && !isAddress(given)) throw new DomainError('input.invalid', { address: 'input.email' });
    const [application] = await tx.select().from(applications).where(eq(applications.id, notice.applicationId));
    if (!application || application.erasedAt !== null) throw new DomainError('notice.not-again');
    const recipient = recipientOf(application);
    const address = given || recipient.address;
    if (!address) throw new DomainError('input.invalid', { address: 'input.required' });
    const { caseId } = application;
    if (given && given !== recipient.address) {
      const field = recipient.isHelper ? 'helperContact' : 'email';
      const value = recipient.isHelper ? withAddress(application.helperContact, given) : given;
      await tx
        .update(applications)
        .set({ [field]: value })
        .where(eq(applications.id, application.id));
      record({ kind: 'application.corrected', caseId, applicationId: application.id, data: { fields: [field] } });
    }
    const state = (await isDemonstration()) ? 'kept' : 'waiting';
    await tx
      .update(notices)
      .set({ state, name: recipient.name, address, attempts: 0, nextAt: 0, maybeTwice: false, lastAnswer: '' })
      .where(eq(notices.id, noticeId));
    await settled(context, notice, state);
  },
);

/** A helper's line of contact may hold a telephone number, too. */
function withAddress(contact: string, address: string): string {
  const old = addressIn(contact);
  return old ? contact.replace(old, address) : [contact, address].filter(Boolean).join(', ');
}

async function unsent({ tx }: Context, noticeId: string): Promise<Notice> {
  const [notice] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, noticeId), inArray(notices.state, ['by-hand', 'given-up'])));
  if (!notice) throw new DomainError('notice.told-already');
  return notice;
}

async function settled({ tx, record }: Context, notice: Notice, state: string): Promise<void> {
  const [application] = await tx
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, notice.applicationId));
  record({
    kind: 'notice.settled',
    ...(application ? { caseId: application.caseId } : {}),
    applicationId: notice.applicationId,
    subjectId: notice.id,
    data: { noticeId: notice.id, kind: notice.kind, state },
  });
}
