/** What a letter or a partner may be told of a man: what is known of him, nothing of who applied. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases } from '@/db/schema';
import { sayings } from '../applications/erasing';
import { type Answers, known } from '../applications/fields';
import { memberIds } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { ids } from '../input';
import { DomainError } from '../result';
import { mostCases } from './requests';

/** '' and absent where nothing is known. */
export type Sought = {
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  otherSpellings: string;
  birth: string;
  birthPlace: string;
  draftPlace: string;
} & Partial<Record<(typeof soughtAnswers)[number], string>>;

export const soughtAnswers = [
  'residence',
  'draftDate',
  'rank',
  'unit',
  'fieldPost',
  'noticeKind',
  'noticeNumber',
  'noticeDate',
  'captivity',
  'hospital',
  'parents',
  'wife',
] as const;

/**
 * The men of a request as a letter to a body may describe them: the case's own names and dates, and what the families told of his
 * service and of his family at the time, the first word of each. A wife who applies herself is an applicant and is left out.
 * @throws DomainError `case.not-found`
 */
export const soughtMen = query('case.read', z.strictObject({ caseIds: ids() }), async ({ caseIds }) => {
  const men: Sought[] = [];
  for (const caseId of [...new Set(caseIds)].slice(0, mostCases)) men.push(await soughtIn(caseId));
  return men.sort((a, b) => a.number - b.number);
});

type Application = typeof applications.$inferSelect;

/** One man as `soughtMen` tells of him. @throws DomainError `case.not-found` */
export async function soughtIn(caseId: string): Promise<Sought> {
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new DomainError('case.not-found');
  const told = await read()
    .select()
    .from(applications)
    .where(and(inArray(applications.caseId, await memberIds(caseId)), isNull(applications.withdrawnAt)))
    .orderBy(asc(applications.receivedAt));
  const { number, surname, givenName, patronymic, otherSpellings, birth, birthPlace, draftPlace } = row;
  const sought: Sought = {
    ...{ caseId, number, surname, givenName, patronymic, otherSpellings, birth, birthPlace },
    draftPlace: draftPlace || firstWord(told, 'draftPlace'),
  };
  const hidden: readonly string[] = told.some(({ kinship }) => kinship === 'spouse') ? ['wife'] : [];
  for (const name of soughtAnswers) {
    const said = hidden.includes(name) ? '' : firstWord(told, name);
    if (said) sought[name] = said;
  }
  return sought;
}

/** The first answer to a question; who applies, or helps, is taken out where it stands in it word for word. */
function firstWord(told: readonly Application[], name: keyof Answers): string {
  for (const application of told) {
    const said = known((application.answers as Answers)[name]);
    if (said) return told.flatMap(sayings).reduce((text, applicant) => text.replaceAll(applicant, '[…]'), said);
  }
  return '';
}
