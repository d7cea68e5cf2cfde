/**
 * The one gate before every public answer about a soldier: register, memory page, picture, map, data, sitemap. What does not pass it
 * looks like what never was.
 */
import { and, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import {
  applications,
  burials,
  caseJoins,
  cases,
  conclusions,
  consents,
  letters,
  memoryConsents,
  memoryPages,
  publicationHolds,
} from '@/db/schema';
import { sensitiveFates } from '../cases/fates';
import { resultLetters } from '../correspondence/letter-kinds';

/**
 * Whether a burial may be public: it stands on a confirmed conclusion, nothing about the fate is sensitive, somebody applied and
 * every application not withdrawn agrees, every family heard the result in the way it asked for, nobody holds the case back. For a
 * query over `burials`, `cases` and `conclusions`.
 */
export const publishable = (): SQL | undefined =>
  and(
    isNull(burials.endedAt),
    eq(conclusions.state, 'confirmed'),
    eq(conclusions.sensitive, false),
    notInArray(conclusions.fate, [...sensitiveFates]),
    everyFamilyAgrees(),
    notHeld(),
    everyFamilyWasTold(),
  );

/** What a manager's hold and an upheld objection do: the case, and every case joined to it, is off every public page. */
export const notHeld = (): SQL =>
  sql`not exists (select 1 from ${publicationHolds} where ${and(isMember(publicationHolds.caseId), isNull(publicationHolds.liftedAt))})`;

/** Consents in force to publication and to processing, without which nothing is published either; over `applications`. */
const agrees = (): SQL | undefined => {
  const consented = (kind: 'publication' | 'processing') =>
    sql`exists (select 1 from ${consents} where ${and(
      eq(consents.applicationId, applications.id),
      eq(consents.kind, kind),
      isNull(consents.revokedAt),
    )})`;
  return and(consented('publication'), consented('processing'));
};

/**
 * Whether something that one applicant sent may be shown with a case: they apply for it now, not for one that was parted from it,
 * and agree themselves. For a query over `cases` and `applications`.
 */
export const lentToCase = (): SQL | undefined => and(isActive(), agrees());

/** At least one application, and each agrees. */
function everyFamilyAgrees(): SQL | undefined {
  return and(
    sql`not exists (select 1 from ${caseJoins} where ${and(eq(caseJoins.caseId, cases.id), isNull(caseJoins.partedAt))})`,
    sql`exists (select 1 from ${applications} where ${isActive()})`,
    sql`not exists (select 1 from ${applications} where ${and(isActive(), sql`not (${agrees()})`)})`,
  );
}

/** Nobody reads of a grave in a register before they were told of it as they asked to be. */
function everyFamilyWasTold(): SQL {
  const heard = sql`exists (select 1 from ${letters} where ${and(
    eq(letters.applicationId, applications.id),
    inArray(letters.kind, [...resultLetters]),
    inArray(letters.state, ['sent', 'handed-over']),
    isNotNull(letters.settledAt),
    sql`${letters.settledAt} >= coalesce(${conclusions.decidedAt}, 0)`,
    or(eq(applications.tellFirst, 'letter'), inArray(letters.channel, ['telephone', 'in-person'])),
  )})`;
  return sql`not exists (select 1 from ${applications} where ${and(
    isActive(),
    sql`${applications.tellFirst} <> 'page'`,
    sql`not ${heard}`,
  )})`;
}

/**
 * Whether a memory page may be read: published, and every application of the case agreed to the page as it stands. For a query over
 * `memory_pages` and `cases` that `publishable` guards, too.
 */
export const memoryAgreed = (): SQL | undefined =>
  and(
    eq(memoryPages.state, 'published'),
    sql`not exists (select 1 from ${applications} where ${and(
      isActive(),
      sql`not exists (select 1 from ${memoryConsents} where ${and(
        eq(memoryConsents.applicationId, applications.id),
        eq(memoryConsents.pageId, memoryPages.id),
        eq(memoryConsents.version, memoryPages.version),
        eq(memoryConsents.answer, 'agreed'),
      )})`,
    )})`,
  );

/** Applications of a case and of those joined to it that are not withdrawn; inside a query over `cases`. */
const isActive = (): SQL | undefined => and(isMember(applications.caseId), isNull(applications.withdrawnAt));

type CaseColumn = typeof applications.caseId | typeof conclusions.caseId | typeof publicationHolds.caseId;

/** The case itself and those joined to it; inside a query over `cases`. */
export const isMember = (column: CaseColumn): SQL =>
  sql`${column} in (select ${cases.id} union all select ${caseJoins.caseId} from ${caseJoins} where ${and(
    eq(caseJoins.intoId, cases.id),
    isNull(caseJoins.partedAt),
  )})`;
