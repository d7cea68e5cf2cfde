/** What a case asks the archive index, ready to be put. */
import * as z from 'zod/mini';
import { query } from '../command';
import { id } from '../input';
import { personOfCase } from '../matching/cases';
import { fullName } from '../names';
import { readDate } from '../partial-date';
import { type Question, type QuestionField, questionShape } from './question';

/** The longest text of each field that the question takes (UTF-16 units). */
const most: Partial<Record<QuestionField, number>> = { text: 300, otherSpellings: 500 };

/**
 * The name and the year of birth as one line, everything else in its own field; fields the case says nothing of are left out. His
 * family never is among them: the question stands in an address. Matching compares next of kin by itself.
 * @throws DomainError `case.not-found`
 */
export const caseQuestion = query(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<Partial<Question>> => {
    const person = await personOfCase(caseId);
    const said: Partial<Question> = {
      text: [fullName(person), yearOf(person.birth)].filter(Boolean).join(' '),
      otherSpellings: person.otherSpellings.split(/\s*\n\s*/).join(', '),
      birthPlace: person.birthPlace || person.residence,
      draftPlace: person.draftPlace,
      unit: person.unit,
    };
    return Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) => {
        const text = value.replace(/\s+/g, ' ').trim();
        return text && field in questionShape ? [[field, cut(text, most[field as QuestionField] ?? 200)]] : [];
      }),
    );
  },
);

const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed().trim();

/** A year alone is put; «около 1913» would be lost in a line of four digits. */
function yearOf(birth: string): string {
  const { earliest, latest } = readDate(birth);
  const [first, last] = [earliest?.slice(0, 4), latest?.slice(0, 4)];
  return first && first === last ? first : '';
}
