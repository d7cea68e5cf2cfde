/** The facts of a soldier that sources can agree or disagree about, and where each kind of source says them. Pure. */
import type { FieldName } from '../applications/fields';
import type { MappedRecord } from '../archive/reading/formats';

/** How two values of a field are compared. */
export type FactMeaning = 'name' | 'date' | 'place' | 'drafted' | 'rank' | 'unit' | 'kin' | 'fate' | 'text';

type Field = {
  readonly meaning: FactMeaning;
  /** Answers of an application; the first one given counts, of next of kin all of them. */
  readonly answers: readonly FieldName[];
  /** Values of an archive record; the first one given counts. */
  readonly record: readonly (keyof MappedRecord)[];
  /** The case has a column for it: choosing a value corrects the case. */
  readonly carried?: true;
};

const table = {
  surname: { meaning: 'name', answers: ['surname'], record: ['surname'], carried: true },
  givenName: { meaning: 'name', answers: ['givenName'], record: ['givenName'], carried: true },
  patronymic: { meaning: 'name', answers: ['patronymic'], record: ['patronymic'], carried: true },
  birth: { meaning: 'date', answers: ['birth'], record: ['birth'], carried: true },
  birthPlace: { meaning: 'place', answers: ['birthPlace', 'birthPlaceNow'], record: ['birthPlace'], carried: true },
  residence: { meaning: 'place', answers: ['residence'], record: ['residence'] },
  kin: { meaning: 'kin', answers: ['parents', 'wife', 'brothers', 'familyAddress'], record: ['kin'] },
  draftDate: { meaning: 'date', answers: ['draftDate'], record: ['draftDate'] },
  draftPlace: { meaning: 'drafted', answers: ['draftPlace'], record: ['draftPlace'], carried: true },
  rank: { meaning: 'rank', answers: ['rank'], record: ['rank'] },
  unit: { meaning: 'unit', answers: ['unit'], record: ['unit'] },
  awards: { meaning: 'text', answers: ['awards'], record: [] },
  fate: { meaning: 'fate', answers: ['noticeKind'], record: ['fate'] },
  lossDate: { meaning: 'date', answers: [], record: ['lossDate'] },
  lossPlace: { meaning: 'place', answers: [], record: ['lossPlace'] },
  captivity: { meaning: 'text', answers: ['captivity'], record: ['captivity'] },
  hospital: { meaning: 'text', answers: ['hospital'], record: ['hospital'] },
  burial: { meaning: 'place', answers: [], record: ['primaryBurial', 'currentBurial'] },
} as const satisfies Record<string, Field>;

export type FactField = keyof typeof table;

export const factTable: Readonly<Record<FactField, Field>> = table;

/** In the order in which a page reads: who he was, his people, his service, what became of him. */
export const factFields = Object.keys(table) as [FactField, ...FactField[]];

export type CarriedField = { [F in FactField]: (typeof table)[F] extends { carried: true } ? F : never }[FactField];

export const isCarried = (field: FactField): field is CarriedField => factTable[field].carried === true;

/** Texts that say that nothing is known: no value of a fact. */
const nothingSaid =
  /^(?:\?|-|–|—|н\/д|нет|неизв\p{L}*\.?|не\s+извест\p{L}*|нет\s+(?:сведен|данн)\p{L}*|белгісіз|unknown)$/iu;

/** Whether a written value says anything. */
export const isSaid = (written: string): boolean => {
  const text = written.trim();
  return text !== '' && !nothingSaid.test(text);
};
