/** News of trips and ceremonies: only to families with the consent in force, and only what they may read. */
import { and, eq, inArray } from 'drizzle-orm';
import { applications, ceremonies, type events, invitations, type Names, trips } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { standingOf } from '../applications/standing';
import { hidesResult, mayBeTold } from '../community/invitation-gate';
import { inLanguage, openInvitations } from '../community/rules/journeys';
import { dropNotices, type Notice, queueNotice, unreadOf } from './outbox';

type Told = typeof events.$inferSelect;
type Invitation = typeof invitations.$inferSelect;
type Teller = (tx: WriteDb, event: Told) => Promise<void>;

/** What is said of an invitation. `agreed`: to a family that had asked by itself. */
type What = 'invited' | 'agreed' | 'changed' | 'cancelled' | 'withdrawn';

/** Changes that a family has to know of before it sets out. */
const worthTelling: readonly string[] = [
  ...['startsOn', 'endsOn', 'answerBy', 'meeting', 'documents', 'stages'],
  ...['day', 'time', 'timeZone', 'place'],
];

/** What single events say to the families they are about. */
export const invitationTellers: Readonly<Record<string, Teller>> = {
  'invitation.sent': async (tx, event) => {
    const { invitationId = '' } = dataOf(event) as { invitationId?: string };
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
    if (row) await tell(tx, event, row, row.state === 'accepted' ? 'agreed' : 'invited');
  },
  'invitation.withdrawn': async (tx, event) => {
    const { invitationId = '' } = dataOf(event) as { invitationId?: string };
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
    if (row?.state === 'withdrawn') await tell(tx, event, row, 'withdrawn');
  },
  'trip.changed': tellChange,
  'trip.moved': tellMove,
  'ceremony.changed': tellChange,
  'ceremony.moved': tellMove,
};

const dataOf = (event: Told) => JSON.parse(event.data) as Record<string, unknown>;

async function tellChange(tx: WriteDb, event: Told): Promise<void> {
  const { fields } = dataOf(event) as { fields?: string[] };
  if (!fields?.some((field) => worthTelling.includes(field))) return;
  await tellAll(tx, event, 'changed');
}

/** Called off, or taken up again. */
async function tellMove(tx: WriteDb, event: Told): Promise<void> {
  const { from, to } = dataOf(event);
  if (to === 'cancelled') await tellAll(tx, event, 'cancelled');
  else if (to === 'open' || from === 'cancelled') await tellAll(tx, event, 'changed');
}

async function tellAll(tx: WriteDb, event: Told, what: What): Promise<void> {
  const { tripId, ceremonyId } = dataOf(event) as { tripId?: string; ceremonyId?: string };
  const its = tripId ? eq(invitations.tripId, tripId) : eq(invitations.ceremonyId, ceremonyId ?? '');
  const rows = await tx
    .select()
    .from(invitations)
    .where(and(its, inArray(invitations.state, [...openInvitations])));
  for (const row of rows) await tell(tx, event, row, what);
}

async function tell(tx: WriteDb, event: Told, row: Invitation, what: What): Promise<void> {
  const about = await occasionOf(tx, row);
  // While a trip is only planned nobody is expected anywhere.
  if (!about || (what === 'changed' && row.tripId && about.state !== 'open')) return;
  if (!(await mayRead(row))) return;
  const [application] = await tx
    .select({ language: applications.language })
    .from(applications)
    .where(eq(applications.id, row.applicationId));
  if (!application) return;
  const unread = (await unreadOf(tx, row.applicationId)).filter((notice) => isAbout(notice, row.id));
  // Not yet told of the invitation: it is told as it stands now.
  const isNew = unread.some(({ data }) => data.what === 'invited') && what === 'changed';
  await dropNotices(tx, unread);
  await queueNotice(tx, {
    applicationId: row.applicationId,
    kind: 'invitation',
    eventSeq: event.seq,
    at: event.at,
    data: {
      invitationId: row.id,
      what: isNew ? 'invited' : what,
      title: inLanguage(about.title, application.language),
      startsOn: about.startsOn,
      answerBy: about.answerBy,
    },
  });
}

const isAbout = ({ kind, data }: Notice, invitationId: string) =>
  kind === 'invitation' && data.invitationId === invitationId;

type About = { title: Names; state: string; startsOn: string; answerBy: string };

async function occasionOf(tx: WriteDb, { tripId, ceremonyId }: Invitation): Promise<About | undefined> {
  if (tripId) {
    const [trip] = await tx.select().from(trips).where(eq(trips.id, tripId));
    return trip;
  }
  const [ceremony] = await tx
    .select()
    .from(ceremonies)
    .where(eq(ceremonies.id, ceremonyId ?? ''));
  return ceremony && { ...ceremony, startsOn: ceremony.day, answerBy: ceremony.day };
}

/** The consent is in force, and nothing is given away that the family may not read. */
async function mayRead({ applicationId, invitedBy }: Invitation): Promise<boolean> {
  if (!(await mayBeTold(applicationId))) return false;
  return invitedBy === null || !hidesResult(await standingOf(applicationId));
}

/** Looked at once more before it goes out. */
export async function isInvitationTrue({ data }: Pick<Notice, 'data'>, tx: Pick<WriteDb, 'select'>): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.id, data.invitationId ?? ''));
  if (!row || !(await mayRead(row))) return false;
  return (row.state === 'withdrawn') === (data.what === 'withdrawn');
}
