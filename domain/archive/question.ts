/** What can be asked of the archive index, and the man that is asked for by it. */
import { fates } from '../cases/fates';
import { line } from '../input';
import { readLine } from '../matching/line';
import { nobody, type Person } from '../matching/person';
import type { Fact } from '../matching/search/facts-search';
import type { Gazetteer } from '../places/gazetteer';
import { DomainError, type RefusalCode } from '../result';
import { readKin } from './normalising/kin';

export const questionShape = {
  /** A whole line, as it is read by `readLine`; fields of their own go before what it says. */
  text: line(300),
  surname: line(),
  givenName: line(),
  patronymic: line(),
  /** Other spellings of the name, separated by commas. */
  otherSpellings: line(500),
  birthYear: line(4),
  birthPlace: line(),
  draftPlace: line(),
  unit: line(),
  kin: line(500),
  /** A camp or a prisoner's number; a bare number is taken for the latter. */
  camp: line(100),
  fond: line(40),
  opis: line(40),
  delo: line(40),
  /** Filters: a source by its key, a fate, years of loss. */
  source: line(80),
  fate: line(40),
  lossFrom: line(4),
  lossTo: line(4),
};

export type QuestionField = keyof typeof questionShape;
export type Question = Record<QuestionField, string>;
export const questionFields = Object.keys(questionShape) as QuestionField[];
export const filterFields = ['source', 'fate', 'lossFrom', 'lossTo'] as const satisfies QuestionField[];

export type Asked = {
  person: Person;
  hasName: boolean;
  facts: Fact[];
};

const nameFields = ['surname', 'givenName', 'patronymic'] as const;

/** @throws DomainError `input.invalid` when a year or a fate cannot be understood, or nothing is asked that can be found */
export function askedBy(question: Question, gazetteer: Gazetteer): Asked {
  refuse(wrongFields(question));
  const { person: typed, facts } = readLine(question.text, gazetteer);
  const person: Person = {
    ...nobody,
    ...namesOf(question, typed),
    otherSpellings: question.otherSpellings,
    birth: question.birthYear || typed.birth,
    birthPlace: question.birthPlace || typed.birthPlace,
    draftPlace: question.draftPlace || typed.draftPlace,
    unit: question.unit || typed.unit,
    kin: question.kin,
  };
  if (!hasName(person)) person.surname = surnameOfKin(person.kin);
  const citation = citationOf(question) ?? facts.citation;
  const camp = question.camp ? campWords(question.camp) : facts.camp;
  if (citation && !citation.delo)
    refuse({ [question.fond || question.opis ? 'delo' : 'text']: 'lookup.citation-incomplete' });
  const asked: Asked = {
    person,
    hasName: hasName(person),
    facts: [
      ...(facts.document ? [{ kind: 'document' as const, value: facts.document }] : []),
      ...(citation ? [{ kind: 'citation' as const, ...citation }] : []),
      ...(camp ? [{ kind: 'camp' as const, value: camp }] : []),
      ...(person.unit ? [{ kind: 'unit' as const, value: person.unit }] : []),
      ...(person.draftPlace ? [{ kind: 'drafted' as const, value: person.draftPlace }] : []),
    ],
  };
  if (!asked.hasName && asked.facts.length === 0) refuse({ text: 'lookup.nothing-asked' });
  return asked;
}

function wrongFields(question: Question): Record<string, RefusalCode> {
  const wrong: Record<string, RefusalCode> = {};
  if (question.birthYear && !/^1[89]\d\d$/.test(question.birthYear)) wrong.birthYear = 'input.year';
  for (const field of ['lossFrom', 'lossTo'] as const)
    if (question[field] && !/^19\d\d$/.test(question[field])) wrong[field] = 'input.year';
  if (question.fate && !(fates as readonly string[]).includes(question.fate)) wrong.fate = 'input.choose';
  return wrong;
}

function refuse(fields: Record<string, RefusalCode>): void {
  if (Object.keys(fields).length > 0) throw new DomainError('input.invalid', fields);
}

const hasName = (person: Person): boolean =>
  [...nameFields.map((field) => person[field]), person.otherSpellings].some((part) => /\p{L}/u.test(part));

/** Fields of their own first; words of the line whose field is taken fill the next empty one. */
function namesOf(question: Question, typed: Person): Pick<Person, (typeof nameFields)[number]> {
  const names = { surname: question.surname, givenName: question.givenName, patronymic: question.patronymic };
  const displaced: string[] = [];
  for (const field of nameFields) {
    if (!names[field]) names[field] = typed[field];
    else if (typed[field] && typed[field].toLowerCase() !== names[field].toLowerCase()) displaced.push(typed[field]);
  }
  for (const field of nameFields) names[field] ||= displaced.shift() ?? '';
  return names;
}

/** A wife or a mother usually bears his surname: with nothing else to go by she leads to him. */
function surnameOfKin(kin: string): string {
  const [first] = readKin(kin).filter(({ names }) => names.length > 1);
  return first?.names[0] ?? '';
}

const citationOf = ({ fond, opis, delo }: Question) => (fond || opis || delo ? { fond, opis, delo } : undefined);

const campWords = (camp: string): string => (/^\d{1,7}$/.test(camp) ? `лагерный номер ${camp}` : camp);
