/** Whom a trip or ceremony may be spoken of to: one gate for inviting, for the family's page and for everything that is sent. */
import { and, eq, isNull } from 'drizzle-orm';
import { consents } from '@/db/schema';
import { type Standing, standingOf } from '../applications/standing';
import { isWithheld } from '../cases/fates';
import { read } from '../database';

/**
 * Why a family is not invited. `withheld`: a sensitive fate that nobody released; `not-told`: the family has not heard of the
 * result yet in the way it asked for, and an invitation would tell it; `not-established`: nothing confirmed says where he lies.
 */
export const hindrances = ['withdrawn', 'no-consent', 'withheld', 'not-told', 'not-established'] as const;
export type Hindrance = (typeof hindrances)[number];

/**
 * What stands against inviting the family of an application.
 * @param ofFound whether the invitation says that he was found, and so rests on a confirmed conclusion
 * @returns null when nothing does
 * @throws DomainError `application.not-found`
 */
export async function hindranceOf(applicationId: string, ofFound: boolean): Promise<Hindrance | null> {
  const standing = await standingOf(applicationId);
  const { application, conclusion } = standing;
  if (application.withdrawnAt !== null || application.erasedAt !== null) return 'withdrawn';
  if (!(await mayBeTold(applicationId))) return 'no-consent';
  if (!conclusion) return ofFound ? 'not-established' : null;
  return hidesResult(standing) ? (isWithheld(conclusion) ? 'withheld' : 'not-told') : null;
}

/** There is a result that this family may not read, or not yet. */
export const hidesResult = ({ conclusion, visible }: Pick<Standing, 'conclusion' | 'visible'>): boolean =>
  conclusion !== undefined && !visible;

/** Whether the consent to be told of ceremonies and trips is in force. */
export async function mayBeTold(applicationId: string): Promise<boolean> {
  const [given] = await read()
    .select({ id: consents.id })
    .from(consents)
    .where(and(eq(consents.applicationId, applicationId), eq(consents.kind, 'ceremonies'), isNull(consents.revokedAt)));
  return given !== undefined;
}
