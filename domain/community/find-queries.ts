/** Finds as the desk sees them: the list, one find with its men and the cases proposed for each, and the finds of one case. */
import { and, asc, count, desc, eq, inArray, like, or, type SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, finds, foundMen, foundMenRefused, partners, staff } from '@/db/schema';
import { memberIds } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { query } from '../command';
import { read } from '../database';
import { id, line, oneOf, whole } from '../input';
import { DomainError } from '../result';
import { type FoundProposal, menLike, openMen, proposalsOf } from './find-matching';
import type { FoundMan } from './found-person';

const soughtCase = {
  caseId: cases.id,
  number: cases.number,
  status: cases.status,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  birth: cases.birth,
  birthPlace: cases.birthPlace,
  draftPlace: cases.draftPlace,
  assigneeId: cases.assigneeId,
};

/** A case as it stands beside a found man. */
export type FoundCase = Awaited<ReturnType<typeof casesBy>> extends Map<string, infer Case> ? Case : never;

async function casesBy(caseIds: readonly string[]) {
  const rows = await read()
    .select({ ...soughtCase, assignee: staff.name })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.assigneeId))
    .where(inArray(cases.id, [...new Set(caseIds)]));
  return new Map(rows.map((row) => [row.caseId, { ...row, status: statusOf(row) }]));
}

export type FindView = 'open' | 'proposed' | 'closed' | 'all';
export const findViews = ['open', 'proposed', 'closed', 'all'] as const satisfies readonly FindView[];

/** Finds, the newest first; `proposed`: open ones with a man who may be the man of an open case. `waiting`: how many such men there are. */
export const findList = query(
  'find.read',
  z.strictObject({
    view: z._default(oneOf(findViews), 'open'),
    text: line(),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ view, text, limit, offset }) => {
    const proposals = await proposalsOf(await openMen());
    const waiting = await waitingByFind(proposals);
    const which = and(
      view === 'closed' ? eq(finds.state, 'closed') : view === 'all' ? undefined : eq(finds.state, 'open'),
      view === 'proposed' ? inArray(finds.id, [...waiting.keys()]) : undefined,
      text ? says(text) : undefined,
    );
    const [all] = await read().select({ n: count() }).from(finds).where(which);
    const rows = await read()
      .select({ find: finds, partner: partners.name })
      .from(finds)
      .leftJoin(partners, eq(partners.id, finds.partnerId))
      .where(which)
      .orderBy(desc(finds.enteredAt), desc(finds.number))
      .limit(limit)
      .offset(offset);
    const men = await menOf(rows.map(({ find }) => find.id));
    return {
      total: all?.n ?? 0,
      rows: rows.map(({ find, partner }) => {
        const own = men.filter(({ findId }) => findId === find.id);
        return { find, partner, men: own, waiting: waiting.get(find.id) ?? 0 };
      }),
    };
  },
);

/** Where a find or one of its men says this. */
function says(text: string): SQL | undefined {
  const part = `%${text.replace(/[%_\\]/g, '')}%`;
  const man = read()
    .select({ findId: foundMen.findId })
    .from(foundMen)
    .where(or(like(foundMen.surname, part), like(foundMen.givenName, part), like(foundMen.reading, part)));
  const number = /^№?\s*(\d{1,9})$/.exec(text)?.[1];
  return or(
    number ? eq(finds.number, Number(number)) : undefined,
    like(finds.place, part),
    like(finds.region, part),
    like(finds.foundBy, part),
    inArray(finds.id, man),
  );
}

const menOf = (findIds: readonly string[]): Promise<FoundMan[]> =>
  Promise.resolve(
    read()
      .select()
      .from(foundMen)
      .where(inArray(foundMen.findId, [...findIds]))
      .orderBy(asc(foundMen.findId), asc(foundMen.position)),
  );

async function waitingByFind(proposals: ReadonlyMap<string, readonly FoundProposal[]>): Promise<Map<string, number>> {
  const manIds = [...proposals].filter(([, found]) => found.length > 0).map(([manId]) => manId);
  const rows = await read()
    .select({ findId: foundMen.findId, n: count() })
    .from(foundMen)
    .where(inArray(foundMen.id, manIds))
    .groupBy(foundMen.findId);
  return new Map(rows.map(({ findId, n }) => [findId, n]));
}

/** One find whole. @throws DomainError `find.not-found` */
export const findPage = query('find.read', z.strictObject({ findId: id() }), async ({ findId }) => {
  const [row] = await read()
    .select({ find: finds, partner: partners.name, enteredBy: staff.name })
    .from(finds)
    .leftJoin(partners, eq(partners.id, finds.partnerId))
    .leftJoin(staff, eq(staff.id, finds.enteredBy))
    .where(eq(finds.id, findId));
  if (!row) throw new DomainError('find.not-found');
  const men = await menOf([findId]);
  const free = row.find.state === 'open' ? men.filter(({ caseId }) => caseId === null) : [];
  const proposals = await proposalsOf(free);
  const refused = await refusedOf(men.map(({ id: manId }) => manId));
  const known = await casesBy([
    ...men.flatMap(({ caseId }) => caseId ?? []),
    ...[...proposals.values()].flat().map(({ caseId }) => caseId),
    ...refused.map(({ caseId }) => caseId),
  ]);
  const withCase = <One extends { caseId: string }>(one: One) => {
    const its = known.get(one.caseId);
    return its ? [{ ...one, case: its }] : [];
  };
  return {
    ...row,
    men: men.map((man) => ({
      man,
      case: (man.caseId && known.get(man.caseId)) || null,
      proposals: (proposals.get(man.id) ?? []).flatMap(withCase),
      refused: refused.filter(({ manId }) => manId === man.id).flatMap(withCase),
    })),
  };
});

export type FindPage = Awaited<ReturnType<typeof findPage>>;
export type FindPageMan = FindPage['men'][number];

const refusedOf = (manIds: readonly string[]) =>
  read()
    .select({
      manId: foundMenRefused.manId,
      caseId: foundMenRefused.caseId,
      reason: foundMenRefused.reason,
      refusedAt: foundMenRefused.refusedAt,
      by: staff.name,
    })
    .from(foundMenRefused)
    .innerJoin(staff, eq(staff.id, foundMenRefused.refusedBy))
    .where(inArray(foundMenRefused.manId, [...manIds]))
    .orderBy(desc(foundMenRefused.refusedAt));

const ofFind = { findId: finds.id, number: finds.number, kind: finds.kind, place: finds.place, foundOn: finds.foundOn };

/** The found men of a case and of cases joined to it, and those who may be its man, the likeliest first. */
export const findsOfCase = query('find.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const members = await memberIds(caseId);
  const matched = await read()
    .select({ man: foundMen, find: ofFind, by: staff.name })
    .from(foundMen)
    .innerJoin(finds, eq(finds.id, foundMen.findId))
    .leftJoin(staff, eq(staff.id, foundMen.matchedBy))
    .where(inArray(foundMen.caseId, members))
    .orderBy(asc(foundMen.matchedAt));
  return { matched, proposed: await proposedFor([caseId]) };
});

/** Found men proposed for one of these cases. */
async function proposedFor(caseIds: readonly string[]) {
  const men = await menLike(caseIds);
  const proposals = await proposalsOf(men);
  const findsById = new Map(
    (
      await read()
        .select(ofFind)
        .from(finds)
        .where(inArray(finds.id, [...new Set(men.map(({ findId }) => findId))]))
    ).map((find) => [find.findId, find]),
  );
  return men
    .flatMap((man) => {
      const find = findsById.get(man.findId);
      const own = (proposals.get(man.id) ?? []).filter(({ caseId }) => caseIds.includes(caseId));
      return find ? own.map((proposal) => ({ ...proposal, man, find })) : [];
    })
    .sort((a, b) => b.bits - a.bits);
}

/** Found men who may be the man of a case in the hands of whoever asks. */
export const myProposedFinds = query('find.read', z.strictObject({}), async (_, actor) => {
  const me = 'staffId' in actor ? actor.staffId : '';
  const mine = await read().select({ id: cases.id }).from(cases).where(eq(cases.assigneeId, me));
  const proposed = await proposedFor(mine.map((row) => row.id));
  const known = await casesBy(proposed.map(({ caseId }) => caseId));
  return proposed.flatMap((one) => {
    const its = known.get(one.caseId);
    return its ? [{ ...one, case: its }] : [];
  });
});
