/** Leads as staff see them: the list, one lead with the cases that may be meant, those of one case, and how many wait. */
import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { appeals, burials, cases, leads, memoryPages, staff } from '@/db/schema';
import { leadingCaseId, memberIds } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { query } from '../command';
import { read } from '../database';
import { id, oneOf, whole } from '../input';
import { DomainError } from '../result';
import { proposalsOf } from './find-matching';

export const leadViews = ['new', 'linked', 'answered', 'set-aside', 'all'] as const;

/** Leads: new ones the longest waiting first, all others the newest first. */
export const leadList = query(
  'lead.read',
  z.strictObject({
    view: z._default(oneOf(leadViews), 'new'),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ view, limit, offset }) => {
    const which = view === 'all' ? undefined : eq(leads.state, view);
    const [all] = await read().select({ n: count() }).from(leads).where(which);
    const rows = await read()
      .select({ lead: leads, caseNumber: cases.number })
      .from(leads)
      .leftJoin(cases, eq(cases.id, leads.caseId))
      .where(which)
      .orderBy(view === 'new' ? asc(leads.receivedAt) : desc(leads.receivedAt), asc(leads.number))
      .limit(limit)
      .offset(offset);
    return { total: all?.n ?? 0, rows: rows.map(({ lead, caseNumber }) => ({ ...lead, caseNumber })) };
  },
);

export type LeadLine = Awaited<ReturnType<typeof leadList>>['rows'][number];

const shownCase = {
  caseId: cases.id,
  number: cases.number,
  status: cases.status,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  birth: cases.birth,
  birthPlace: cases.birthPlace,
};

/** One lead whole, with the cases that may be meant: the one of the page it was written from first. @throws DomainError `lead.not-found` */
export const leadPage = query('lead.read', z.strictObject({ leadId: id() }), async ({ leadId }) => {
  const [row] = await read()
    .select({ lead: leads, by: staff.name })
    .from(leads)
    .leftJoin(staff, eq(staff.id, leads.decidedBy))
    .where(eq(leads.id, leadId));
  if (!row) throw new DomainError('lead.not-found');
  const { lead } = row;
  const fromPage = lead.about && lead.aboutId ? await caseOfPage(lead.about, lead.aboutId) : null;
  const named = lead.soldier ? await casesNamed(lead.id, lead.soldier) : [];
  const meant = [...new Set([...(fromPage ? [fromPage] : []), ...named])];
  const rows = await read()
    .select(shownCase)
    .from(cases)
    .where(inArray(cases.id, [...meant, ...(lead.caseId ? [lead.caseId] : [])]));
  const known = new Map(rows.map((one) => [one.caseId, { ...one, status: statusOf(one) }]));
  return {
    ...lead,
    by: row.by,
    fromPage: fromPage !== null,
    case: (lead.caseId && known.get(lead.caseId)) || null,
    meant: meant.flatMap((caseId) => (caseId === lead.caseId ? [] : (known.get(caseId) ?? []))),
  };
});

export type LeadPage = Awaited<ReturnType<typeof leadPage>>;

/** The case of a public page, whatever became of the page since. */
async function caseOfPage(about: 'burial' | 'memory' | 'appeal', aboutId: string): Promise<string | null> {
  const pages = { burial: burials, memory: memoryPages, appeal: appeals };
  const page = pages[about];
  const [row] = await read().select({ caseId: page.caseId }).from(page).where(eq(page.id, aboutId));
  return row ? leadingCaseId(row.caseId) : null;
}

/** Open cases of men with this name and year, as somebody typed them in one line. */
async function casesNamed(leadId: string, soldier: string): Promise<string[]> {
  const birth = /\b(18[6-9]\d|19[0-3]\d)\b/.exec(soldier)?.[1] ?? '';
  const surname = soldier.replace(/[^\p{L}\p{M}'’\s-]+/gu, ' ').trim();
  if (!surname) return [];
  const blank = { givenName: '', patronymic: '', birthPlace: '', draftPlace: '', kin: '' };
  const found = await proposalsOf([{ id: leadId, surname, birth, ...blank }]);
  return (found.get(leadId) ?? []).map(({ caseId }) => caseId);
}

/** The leads linked to a case or to one joined to it, the newest first. */
export const leadsOfCase = query('lead.read', z.strictObject({ caseId: id() }), async ({ caseId }) =>
  read()
    .select({
      leadId: leads.id,
      number: leads.number,
      state: leads.state,
      receivedAt: leads.receivedAt,
      text: leads.text,
      knownFrom: leads.knownFrom,
      note: leads.note,
      erasedAt: leads.erasedAt,
    })
    .from(leads)
    .where(inArray(leads.caseId, await memberIds(caseId)))
    .orderBy(desc(leads.receivedAt)),
);

/** Leads nobody has read yet, the longest waiting first. */
export const newLeads = query(
  'lead.read',
  z.strictObject({ limit: z._default(whole(1, 50), 5) }),
  async ({ limit }) => {
    const isNew = eq(leads.state, 'new');
    const [all] = await read().select({ n: count() }).from(leads).where(isNew);
    const rows = await read()
      .select({ leadId: leads.id, number: leads.number, soldier: leads.soldier, receivedAt: leads.receivedAt })
      .from(leads)
      .where(isNew)
      .orderBy(asc(leads.receivedAt), asc(leads.number))
      .limit(limit);
    return { total: all?.n ?? 0, rows };
  },
);
