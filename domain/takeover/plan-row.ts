/** What would come of one row of the old register: an application, its case and its result; and what is wrong with it. Pure. */
import type { Channel, Language } from '@/db/schema';
import { type TakeoverField, takeoverFields } from './columns';
import { readWorkDay } from './dates';
import { type Outcome, planResult } from './plan-result';
import { lifeDate, type PlannedSoldier, planSoldier, tooYoung } from './plan-soldier';
import { type Problem, type ProblemCode, problem } from './problems';
import type { Row, TakeoverSettings } from './row';
import type { PlanContext, Said } from './said';
import { readChannel, readKinship, readLanguage } from './words';

export type PlannedApplicant = {
  applicantName: string;
  kinship: string;
  telephone: string;
  email: string;
  postalAddress: string;
  birthYear: number | null;
};

export type PlannedRow = Outcome & {
  number: string;
  receivedOn: string;
  resultOn: string | null;
  informedOn: string | null;
  channel: Channel;
  language: Language;
  soldier: PlannedSoldier;
  /** What else the application says of him, by the names of its fields. */
  answers: Record<string, string>;
  applicant: PlannedApplicant;
  remark: string;
};

const longest: Partial<Record<TakeoverField, number>> = {
  postalAddress: 500,
  otherSpellings: 1000,
  citation: 1000,
  remark: 4000,
  telephone: 40,
  email: 254,
  burialPlace: 300,
  burialRegion: 300,
};

/** @returns the plan as far as it can be read, and every problem of the row by itself */
export function planRow(row: Row, context: PlanContext): { planned: PlannedRow; problems: Problem[] } {
  const problems: Problem[] = [];
  const said: Said = (field, code, detail = '') => problems.push(problem(row.column(field), code, detail));
  checkCells(row, said);
  const { settings } = context;
  const soldier = planSoldier(row, settings, said);
  const receivedOn = dayOfWork(row, 'receivedOn', context, said);
  if (!row.value('receivedOn')) said('receivedOn', 'no-receipt-day');
  const resultOn = dayOfWork(row, 'resultOn', context, said);
  const informedOn = dayOfWork(row, 'informedOn', context, said);
  if (receivedOn && resultOn && resultOn < receivedOn)
    said('resultOn', 'result-before-receipt', `${row.value('resultOn')} < ${row.value('receivedOn')}`);
  if (receivedOn && informedOn && informedOn < receivedOn)
    said('informedOn', 'informed-before-receipt', `${row.value('informedOn')} < ${row.value('receivedOn')}`);
  const outcome = planResult(row, context, said, informedOn !== null);
  if (tooYoung(soldier.birth, row.value('fateDate'))) said('fateDate', 'too-young', row.value('fateDate'));
  const draftDate = lifeDate(row, 'draftDate', settings, said);
  const answers = {
    ...soldier,
    draftDate,
    rank: row.value('rank'),
    unit: row.value('unit'),
    noticeKind: outcome.openFate === 'missing' ? 'missing' : '',
  };
  const planned = {
    ...outcome,
    number: row.value('number'),
    receivedOn: receivedOn ?? '',
    resultOn,
    informedOn,
    channel: worded(row, 'channel', readChannel, settings.channel, 'unknown-channel', said),
    language: worded(row, 'language', readLanguage, languageOf(row, settings), 'unknown-language', said),
    soldier,
    answers: Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== '')),
    applicant: planApplicant(row, said),
    remark: row.value('remark'),
  };
  return { planned, problems };
}

/** What spreadsheets and broken files leave behind in single cells. */
function checkCells(row: Row, said: Said): void {
  for (const field of takeoverFields) {
    const text = row.value(field);
    if (/^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|ССЫЛКА|ЗНАЧ|Н\/Д|ИМЯ|ДЕЛ\/0)[!?]?/.test(text))
      said(field, 'cell-error', text);
    else if (text.includes('\ufffd') || text.includes('\0') || !text.isWellFormed())
      said(field, 'broken-characters', text.toWellFormed());
    else if (text.length > (longest[field] ?? 200)) said(field, 'too-long', String(text.length));
  }
}

function dayOfWork(
  row: Row,
  field: 'receivedOn' | 'resultOn' | 'informedOn',
  { settings, today }: PlanContext,
  said: Said,
): string | null {
  const written = row.value(field);
  if (!written || written.startsWith('#')) return null;
  const read = readWorkDay(written, settings.order);
  if ('fault' in read) {
    said(field, read.fault, written);
    return null;
  }
  if (read.day > today) said(field, 'day-in-future', written);
  return read.day;
}

function worded<Value>(
  row: Row,
  field: 'channel' | 'language',
  reader: (written: string) => Value | null,
  otherwise: Value,
  code: ProblemCode,
  said: Said,
): Value {
  const written = row.value(field);
  if (!written) return otherwise;
  const read = reader(written);
  if (read === null) said(field, code, written);
  return read ?? otherwise;
}

/** Kazakh letters in what the family is called or lives by; else as the file is said to be written. */
function languageOf(row: Row, settings: TakeoverSettings): Language {
  const words = [row.value('kinship'), row.value('state'), row.value('fate'), row.value('remark')].join(' ');
  return /[әғқңөұүһі]/i.test(words) ? 'kk' : settings.language;
}

const emailShape = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,185}\.[^\s@.,;<>"]{2,}$/;

function planApplicant(row: Row, said: Said): PlannedApplicant {
  const [applicantName, telephone, email] = [row.value('applicantName'), row.value('telephone'), row.value('email')];
  if (!applicantName) said('applicantName', 'no-applicant');
  if (email && !emailShape.test(email)) said('email', 'wrong-email', email);
  if (telephone && telephone.replace(/\D/g, '').length < 6) said('telephone', 'wrong-telephone', telephone);
  const year = /^(?:\d{1,2}\.\d{1,2}\.)?((?:19|20)\d\d)(?:\s*[гж]\.?)?$/.exec(row.value('applicantBirthYear'))?.[1];
  if (row.value('applicantBirthYear') && !year)
    said('applicantBirthYear', 'wrong-year', row.value('applicantBirthYear'));
  const kinship = row.value('kinship') ? readKinship(row.value('kinship')) : null;
  if (row.value('kinship') && !kinship) said('kinship', 'unknown-kinship', row.value('kinship'));
  return {
    applicantName,
    kinship: kinship ?? 'other-relative',
    telephone,
    email,
    postalAddress: row.value('postalAddress'),
    birthYear: year ? Number(year) : null,
  };
}
