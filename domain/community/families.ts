/** The families a trip or ceremony concerns: those of the soldiers who lie there, or for whom it is held. */
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { applications, burials, caseJoins, cases, ceremonies, ceremonyCases, tripStages } from '@/db/schema';
import { read } from '../database';
import { type Hindrance, hindranceOf } from './invitation-gate';
import { kindsOfFound } from './rules/journeys';

/** A trip or a ceremony. */
export type Occasion = { tripId: string } | { ceremonyId: string };

export type Family = {
  applicationId: string;
  reference: string;
  applicantName: string;
  kinship: string;
  telephone: string;
  language: 'kk' | 'ru' | 'en';
  /** Of the case that is worked on for it. */
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
};

/** Every application of the soldiers a trip or ceremony concerns, withdrawn ones included, by the soldier's name. */
export async function familiesOf(occasion: Occasion): Promise<Family[]> {
  const caseIds = 'tripId' in occasion ? await buriedAlong(occasion.tripId) : await honouredAt(occasion.ceremonyId);
  if (caseIds.length === 0) return [];
  return familiesWhere(inArray(leading, caseIds));
}

/** These applications: families that asked by themselves, or whose soldier is no longer believed to lie there. */
export const familiesBy = async (applicationIds: readonly string[]): Promise<Family[]> =>
  applicationIds.length === 0 ? [] : familiesWhere(inArray(applications.id, [...applicationIds]));

/** The case that is worked on for an application: its own, or the one that was joined to. */
const leading = sql<string>`coalesce(${caseJoins.intoId}, ${applications.caseId})`;

const familiesWhere = (where: SQL): Promise<Family[]> =>
  read()
    .select({
      applicationId: applications.id,
      reference: applications.reference,
      applicantName: applications.applicantName,
      kinship: applications.kinship,
      telephone: applications.telephone,
      language: applications.language,
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(applications)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
    .innerJoin(cases, eq(cases.id, leading))
    .where(where)
    .orderBy(asc(cases.surname), asc(cases.givenName), asc(applications.receivedAt), asc(applications.id));

/** Cases with a burial that stands at a place of the trip. */
async function buriedAlong(tripId: string): Promise<string[]> {
  const rows = await read()
    .selectDistinct({ caseId: burials.caseId })
    .from(tripStages)
    .innerJoin(burials, and(eq(burials.burialPlaceId, tripStages.burialPlaceId), isNull(burials.endedAt)))
    .where(eq(tripStages.tripId, tripId));
  return rows.map(({ caseId }) => caseId);
}

/** Cases named at a ceremony, and those with a burial that stands at its place; of a joined one the case it belongs to. */
async function honouredAt(ceremonyId: string): Promise<string[]> {
  const named = await read()
    .select({ caseId: sql<string>`coalesce(${caseJoins.intoId}, ${ceremonyCases.caseId})` })
    .from(ceremonyCases)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, ceremonyCases.caseId), isNull(caseJoins.partedAt)))
    .where(eq(ceremonyCases.ceremonyId, ceremonyId));
  const buried = await read()
    .selectDistinct({ caseId: burials.caseId })
    .from(ceremonies)
    .innerJoin(burials, and(eq(burials.burialPlaceId, ceremonies.burialPlaceId), isNull(burials.endedAt)))
    .where(and(eq(ceremonies.id, ceremonyId), isNotNull(ceremonies.burialPlaceId)));
  return [...new Set([...named, ...buried].map(({ caseId }) => caseId))];
}

/** What stands against inviting this family to it. */
export async function hindranceFor(occasion: Occasion, applicationId: string): Promise<Hindrance | null> {
  return hindranceOf(applicationId, await isOfFound(occasion));
}

/** Whether inviting to it says that the soldier was found. */
async function isOfFound(occasion: Occasion): Promise<boolean> {
  if ('tripId' in occasion) return true;
  const [row] = await read()
    .select({ kind: ceremonies.kind, burialPlaceId: ceremonies.burialPlaceId })
    .from(ceremonies)
    .where(eq(ceremonies.id, occasion.ceremonyId));
  return row !== undefined && kindsOfFound.includes(row.kind);
}
