/** What a letter may state: a confirmed conclusion and the citations it rests on, and nothing else. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { burialPlaces, burials, conclusionEvidence, conclusions, evidence } from '@/db/schema';
import type { Fate } from '../cases/fates';
import { read } from '../database';
import { DomainError } from '../result';
import { inWords, type LetterLanguage, placeThen, placeToday } from './letter-words';

export type Stated = {
  fate: Fate;
  /** In words; '' when the day is not known. */
  fateDate: string;
  burial: {
    kind: 'primary' | 'reburial' | 'unknown';
    precision: string;
    /** As the report of the time names it. */
    reported: string;
    today: string;
  } | null;
  citations: string[];
};

/**
 * What this conclusion states, ready for a letter in a language.
 * @throws DomainError `letter.nothing-confirmed` unless it is confirmed and in force
 */
export async function statedFor(conclusionId: string, language: LetterLanguage): Promise<Stated> {
  const [row] = await read()
    .select({ conclusion: conclusions, burial: burials, place: burialPlaces })
    .from(conclusions)
    .leftJoin(burials, and(eq(burials.conclusionId, conclusions.id), isNull(burials.endedAt)))
    .leftJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(and(eq(conclusions.id, conclusionId), eq(conclusions.state, 'confirmed')));
  if (!row) throw new DomainError('letter.nothing-confirmed');
  const { conclusion, burial, place } = row;
  const cited = await read()
    .selectDistinct({ citation: evidence.citation, at: evidence.attachedAt })
    .from(conclusionEvidence)
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(
      and(eq(conclusionEvidence.conclusionId, conclusion.id), isNull(evidence.removedAt), ne(evidence.citation, '')),
    )
    .orderBy(asc(evidence.attachedAt));
  return {
    fate: conclusion.fate as Fate,
    fateDate: inWords(conclusion.fateDate, language),
    burial:
      burial && place
        ? {
            kind: burial.kind,
            precision: burial.precision,
            reported: placeThen(place, language),
            today: placeToday(place, language),
          }
        : null,
    citations: [...new Set(cited.map(({ citation }) => citation))],
  };
}
