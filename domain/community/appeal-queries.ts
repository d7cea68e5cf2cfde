/**
 * Appeals for staff, and what of them the public reads. The public one passes one gate: published, the case still without a family,
 * neither ended nor held back, and nothing sensitive known of the man. Where he was found is in no public answer.
 */
import { and, asc, count, desc, eq, inArray, isNull, notExists, notInArray, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { appeals, applications, cases, conclusions } from '@/db/schema';
import { isMember, notHeld } from '../burials/publishing';
import { sensitiveFates } from '../cases/fates';
import { query } from '../command';
import { read } from '../database';
import { id, line, whole } from '../input';
import { DomainError } from '../result';

/** The appeal of a case that is not ended, or the last one that was; null when there never was one. */
export const appealOfCase = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const rows = await read()
    .select()
    .from(appeals)
    .where(eq(appeals.caseId, caseId))
    .orderBy(sql`${appeals.state} = 'ended'`, desc(appeals.writtenAt))
    .limit(1);
  return rows[0] ?? null;
});

const one = () => ({ one: sql`1` });

/** True where `appeals` with its case holds a row the public may read; whatever is known of a case joined to it counts alike. */
function isPublic(): SQL | undefined {
  const family = read()
    .select(one())
    .from(applications)
    .where(and(isMember(applications.caseId), isNull(applications.withdrawnAt)));
  const sensitive = read()
    .select(one())
    .from(conclusions)
    .where(
      and(
        isMember(conclusions.caseId),
        or(eq(conclusions.sensitive, true), inArray(conclusions.fate, [...sensitiveFates])),
      ),
    );
  return and(
    eq(appeals.state, 'published'),
    notInArray(cases.status, ['joined', 'withdrawn']),
    notExists(family),
    notHeld(),
    notExists(sensitive),
  );
}

/** The case of an appeal that the public can read now. */
export async function caseOfPublicAppeal(appealId: string): Promise<string | undefined> {
  const [row] = await read()
    .select({ caseId: appeals.caseId })
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .where(and(eq(appeals.id, appealId), isPublic()));
  return row?.caseId;
}

const shown = {
  appealId: appeals.id,
  district: appeals.district,
  text: appeals.text,
  publishedAt: appeals.publishedAt,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  birth: cases.birth,
  birthPlace: cases.birthPlace,
};

export type SoughtFamily = Awaited<ReturnType<typeof soughtList>>['rows'][number];

/** Families we look for, by the district their soldier was called up from. @param district only this one, as it is written */
export const soughtList = query(
  'appeal.read-public',
  z.strictObject({
    district: line(200),
    limit: z._default(whole(1, 200), 50),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ district, limit, offset }) => {
    const which = and(isPublic(), district ? eq(appeals.district, district) : undefined);
    const [all] = await read()
      .select({ n: count() })
      .from(appeals)
      .innerJoin(cases, eq(cases.id, appeals.caseId))
      .where(which);
    const rows = await read()
      .select(shown)
      .from(appeals)
      .innerJoin(cases, eq(cases.id, appeals.caseId))
      .where(which)
      .orderBy(asc(appeals.district), asc(cases.surname), asc(cases.givenName), asc(appeals.id))
      .limit(limit)
      .offset(offset);
    const districts = await read()
      .select({ district: appeals.district, n: count() })
      .from(appeals)
      .innerJoin(cases, eq(cases.id, appeals.caseId))
      .where(isPublic())
      .groupBy(appeals.district)
      .orderBy(asc(appeals.district));
    return { total: all?.n ?? 0, rows, districts };
  },
);

/** One appeal as the public reads it. @throws DomainError `appeal.not-found`, also when it may no longer be read */
export const soughtFamily = query('appeal.read-public', z.strictObject({ appealId: id() }), async ({ appealId }) => {
  const [row] = await read()
    .select(shown)
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .where(and(eq(appeals.id, appealId), isPublic()));
  if (!row) throw new DomainError('appeal.not-found');
  return row;
});
