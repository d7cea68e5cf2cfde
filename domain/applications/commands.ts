import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, type Channel, consents, drafts } from '@/db/schema';
import { staffIdOf } from '../access';
import { takeOverPapers } from '../attachments/taking-over';
import { openCase } from '../cases/commands';
import { activeApplications, leadingCaseId } from '../cases/guards';
import { caseForWriting, moveCase, writeNote } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { endInvitationsOf } from '../community/invitation-endings';
import { read } from '../database';
import { hashCode, newAccessCode, newId, newReference, newSalt } from '../identity';
import { day, id, oneOf, text } from '../input';
import { DomainError, type RefusalCode } from '../result';
import { countAttempt } from '../throttle';
import { dayOf, startOfDay } from '../working-days';
import { draftRow } from './drafts';
import { type Answers, consentKinds, consentTextVersion, known, soldierFields } from './fields';
import { missingForSending } from './input';

type Received = { applicationId: string; caseId: string; reference: string; code: string };
type Language = 'kk' | 'ru' | 'en';

/**
 * Sends the draft as an application and opens its case. Sending again answers with the same application, so that a double
 * click or a lost line makes no second one; the code can be seen again for a day.
 */
export const sendApplication = command(
  'application.send',
  z.strictObject({ token: z.string() }),
  async ({ token }, context): Promise<{ applicationId: string }> => {
    const { actor, tx, record } = context;
    const draft = await draftRow(token);
    if (!draft) throw new DomainError('draft.not-found');
    if (draft.applicationId) {
      record({ kind: 'draft.saved', subjectId: draft.id, data: { step: 'sent-again' } });
      return { applicationId: draft.applicationId };
    }
    if (actor.role === 'visitor') await countAttempt('send.address', actor.address ?? 'unknown');
    const received = await receive(context, draft.answers, draft.language, 'web', now(), null);
    await tx
      .update(drafts)
      .set({ applicationId: received.applicationId, codeOnce: received.code, updatedAt: Date.now() })
      .where(eq(drafts.id, draft.id));
    await takeOverPapers(context, draft.id, received);
    return { applicationId: received.applicationId };
  },
);

/** Registers an application that came on paper, by telephone, in person or by mail; consents need to be known how they were given. */
export const registerApplication = command(
  'application.register',
  z.strictObject({
    channel: oneOf(['post', 'telephone', 'visit', 'email']),
    receivedOn: day(),
    language: oneOf(['kk', 'ru', 'en']),
    consentHow: z.optional(z.union([oneOf(['signature', 'word-of-mouth']), z.literal('')])),
    answers: z.record(z.string(), z.string()),
  }),
  async (input, context): Promise<Received> => {
    if (input.receivedOn > dayOf(now())) throw new DomainError('input.invalid', { receivedOn: 'input.day-in-future' });
    const isConsenting = consentKinds.some((kind) => input.answers[`consent-${kind}`] === 'on');
    if (isConsenting && !input.consentHow) throw new DomainError('input.invalid', { consentHow: 'input.choose' });
    // Received today means now; an earlier day counts from its noon, so that it is that day in every time zone of the country.
    const receivedAt = input.receivedOn === dayOf(now()) ? now() : startOfDay(input.receivedOn) + 12 * 3600_000;
    return receive(context, input.answers, input.language, input.channel, receivedAt, input.consentHow || null);
  },
);

async function receive(
  context: Context,
  answers: Answers,
  language: Language,
  channel: Channel,
  receivedAt: number,
  consentHow: 'signature' | 'word-of-mouth' | null,
): Promise<Received> {
  const { actor, tx, record } = context;
  const missing = missingForSending(answers);
  if (Object.keys(missing).length > 0) throw new DomainError('input.invalid', missing as Record<string, RefusalCode>);
  const caseId = await openCase(
    context,
    'application',
    {
      surname: known(answers.surname),
      givenName: known(answers.givenName),
      patronymic: known(answers.patronymic),
      otherSpellings: known(answers.otherSpellings),
      birth: known(answers.birth),
      birthPlace: known(answers.birthPlace),
      draftPlace: known(answers.draftPlace),
    },
    receivedAt,
  );
  const applicationId = newId();
  const reference = await freeReference();
  const code = newAccessCode();
  const codeSalt = newSalt();
  await tx.insert(applications).values({
    id: applicationId,
    reference,
    codeSalt,
    codeHash: hashCode(code, codeSalt),
    caseId,
    channel,
    language,
    receivedAt,
    registeredBy: channel === 'web' ? null : staffIdOf(actor),
    answers: Object.fromEntries(
      soldierFields.flatMap(({ name }) =>
        answers[name as keyof Answers] ? [[name, answers[name as keyof Answers] ?? '']] : [],
      ),
    ),
    applicantName: known(answers.applicantName),
    kinship: known(answers.kinship),
    telephone: known(answers.telephone),
    email: known(answers.email),
    postalAddress: known(answers.postalAddress),
    region: known(answers.region),
    birthYear: answers.birthYear ? Number(answers.birthYear) : null,
    helperName: known(answers.helperName),
    helperContact: known(answers.helperContact),
    newsTo: answers.newsTo === 'helper' ? 'helper' : 'applicant',
    tellFirst: answers.tellFirst === 'voice' || answers.tellFirst === 'letter' ? answers.tellFirst : 'page',
  });
  record({
    kind: channel === 'web' ? 'application.received' : 'application.registered',
    caseId,
    applicationId,
    data: { channel },
  });
  for (const kind of consentKinds)
    if (answers[`consent-${kind}`] === 'on')
      await giveConsent(context, caseId, applicationId, kind, consentHow ?? 'web');
  return { applicationId, caseId, reference, code };
}

async function freeReference(): Promise<string> {
  for (;;) {
    const reference = newReference();
    const [taken] = await read()
      .select({ one: sql`1` })
      .from(applications)
      .where(eq(applications.reference, reference));
    if (!taken) return reference;
  }
}

async function giveConsent(
  { actor, tx, record }: Context,
  caseId: string,
  applicationId: string,
  kind: (typeof consentKinds)[number],
  how: 'web' | 'signature' | 'word-of-mouth',
): Promise<void> {
  await tx.insert(consents).values({
    id: newId(),
    applicationId,
    kind,
    how,
    textVersion: consentTextVersion,
    givenAt: now(),
    recordedBy: 'staffId' in actor ? actor.staffId : null,
  });
  record({ kind: 'consent.given', caseId, applicationId, data: { kind, how } });
}

/** Takes back one consent; what rested on it ends at once. */
export const revokeConsent = command(
  'consent.change',
  z.strictObject({ applicationId: id(), kind: oneOf(consentKinds) }),
  async ({ applicationId, kind }, context) => {
    const { tx, record } = context;
    const application = await applicationRow(applicationId);
    const revoked = await tx
      .update(consents)
      .set({ revokedAt: now() })
      .where(and(eq(consents.applicationId, applicationId), eq(consents.kind, kind), isNull(consents.revokedAt)))
      .returning({ id: consents.id });
    if (revoked.length === 0) throw new DomainError('consent.not-given');
    record({ kind: 'consent.revoked', caseId: application.caseId, applicationId, data: { kind } });
    if (kind === 'ceremonies') await endInvitationsOf(context, { applicationId, caseId: application.caseId });
  },
);

/** Gives one consent that was not given before, or was taken back. */
export const addConsent = command(
  'consent.change',
  z.strictObject({ applicationId: id(), kind: oneOf(consentKinds), how: oneOf(['web', 'signature', 'word-of-mouth']) }),
  async ({ applicationId, kind, how }, context) => {
    const application = await applicationRow(applicationId);
    if ('staffId' in context.actor && how === 'web') throw new DomainError('input.invalid', { how: 'input.choose' });
    const [there] = await context.tx
      .select({ id: consents.id })
      .from(consents)
      .where(and(eq(consents.applicationId, applicationId), eq(consents.kind, kind), isNull(consents.revokedAt)));
    if (there) throw new DomainError('consent.given-already');
    await giveConsent(context, application.caseId, applicationId, kind, 'staffId' in context.actor ? how : 'web');
  },
);

/** Withdraws one application; when it was the last of its case, the case ends as withdrawn. */
export const withdrawApplication = command(
  'application.withdraw',
  z.strictObject({ applicationId: id(), reason: text() }),
  async ({ applicationId, reason }, context) => {
    const { tx, record } = context;
    const application = await applicationRow(applicationId);
    if (application.withdrawnAt) throw new DomainError('application.withdrawn-already');
    await tx.update(applications).set({ withdrawnAt: now() }).where(eq(applications.id, applicationId));
    record({ kind: 'application.withdrawn', caseId: application.caseId, applicationId, data: {} });
    await endInvitationsOf(context, { applicationId, caseId: application.caseId });
    if (reason)
      record({
        kind: 'note.written',
        caseId: application.caseId,
        data: { noteId: await writeNote(context, application.caseId, 'reason', reason) },
      });
    const row = await caseForWriting(tx, await leadingCaseId(application.caseId));
    if (row.status === 'withdrawn') return;
    if ((await activeApplications(row.id)).length === 0) await moveCase(context, row, 'withdrawn', 'withdraw');
  },
);

async function applicationRow(applicationId: string): Promise<typeof applications.$inferSelect> {
  const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!row) throw new DomainError('application.not-found');
  return row;
}
