/** Values of one fact put side by side: those that say the same together, those that contradict each other apart. Pure. */
import { readDate } from '../partial-date';
import { type FactField, factTable } from './fact-fields';
import { type Atlas, type Relation, relate } from './fact-meaning';

/** Where a value of a fact comes from. `staff`: the case itself, as it was entered or corrected. */
export type FactOrigin = 'application' | 'evidence' | 'staff';

export type FactValue = {
  field: FactField;
  /** As written in its source; of a notice the family received, a fate by its name. */
  value: string;
  /** What is compared, where that needs a word more than was written: who the next of kin are. */
  compared: string;
  origin: FactOrigin;
  /** The application or piece of evidence; null for staff. */
  originId: string | null;
  /** The citation of evidence, the reference of an application; '' for staff. */
  source: string;
  /** Whose application it is. */
  applicant: string;
  /** The archive record behind a piece of evidence. */
  recordId: number | null;
  /** The number of the joined case it belongs to; null for the case itself. */
  ofCase: number | null;
  /** Since when it is known, milliseconds. */
  since: number;
};

export type FactChoice = {
  choiceId: string;
  field: FactField;
  value: string;
  origin: FactOrigin;
  originId: string | null;
  /** As with a value; also of a source that is gone. */
  source: string;
  by: string;
  at: number;
  reason: string;
  /** Its source is no more among those of the case, or says something else now. */
  gone: boolean;
};

export type FactGroup = {
  values: FactValue[];
  chosen: boolean;
  /** It came after the choice and contradicts it: the choice is to be looked at again. */
  sinceChoice: boolean;
};

export type Fact = {
  field: FactField;
  /** What the search goes by; '' while nothing is known or the sources disagree. */
  goesBy: string;
  groups: FactGroup[];
  /** Two of its values cannot both be true. */
  disagrees: boolean;
  /** It disagrees and nobody has chosen, or something contradicts the choice since. */
  open: boolean;
  choice: FactChoice | null;
};

/**
 * One fact from its values.
 * @param carried what the case's own column says; null where it has none
 * @param chosen the standing choice; whether its source is gone is worked out here
 */
export function factOf(
  field: FactField,
  values: readonly FactValue[],
  carried: string | null,
  chosen: Omit<FactChoice, 'gone'> | null,
  atlas: Atlas,
): Fact {
  const sets = grouped(field, values, atlas);
  const says = (a: FactValue, b: FactValue): Relation => relate(field, a.compared, b.compared, atlas);
  const disagrees = sets.some((one, at) =>
    sets.slice(at + 1).some((other) => one.some((a) => other.some((b) => says(a, b) === 'differs'))),
  );
  const source = chosen ? values.find((value) => isChosen(value, chosen)) : undefined;
  const groups = sets.map((own) => ({
    values: own,
    chosen: source !== undefined && own.includes(source),
    sinceChoice:
      chosen !== null &&
      own.some(
        (value) =>
          value.since > chosen.at &&
          relate(field, value.compared, source?.compared ?? chosen.value, atlas) === 'differs',
      ),
  }));
  const choice = chosen && { ...chosen, gone: source === undefined };
  return {
    field,
    goesBy: carried ?? (choice ? choice.value : disagrees ? '' : (fullest(field, values)?.value ?? '')),
    groups: groups.sort((a, b) => Number(b.chosen) - Number(a.chosen)),
    disagrees,
    open: disagrees && (choice === null || choice.gone || groups.some(({ sinceChoice }) => sinceChoice)),
    choice,
  };
}

export const isChosen = (value: FactValue, choice: Pick<FactChoice, 'origin' | 'originId' | 'value'>): boolean =>
  value.origin === choice.origin && value.originId === choice.originId && value.value === choice.value;

function grouped(field: FactField, values: readonly FactValue[], atlas: Atlas): FactValue[][] {
  const groups: FactValue[][] = [];
  for (const value of values) {
    const own = groups.find((group) =>
      group.every((one) => relate(field, one.compared, value.compared, atlas) === 'same'),
    );
    if (own) own.push(value);
    else groups.push([value]);
  }
  return groups;
}

/** Of values that fit together the one that says most: the narrowest date; else a document's before a relative's, but for kin and
 * free text; else the longest. */
function fullest(field: FactField, values: readonly FactValue[]): FactValue | undefined {
  const width = ({ value }: FactValue) => {
    const { earliest, latest } = readDate(value);
    return earliest && latest ? Date.parse(latest) - Date.parse(earliest) : Number.POSITIVE_INFINITY;
  };
  const byDate = (a: FactValue, b: FactValue) => Math.sign(width(a) - width(b)) || 0;
  // Of his people and of what is told in sentences the family often knows more than any document.
  const told = ['kin', 'text'].includes(factTable[field].meaning);
  const rank = ({ origin }: FactValue) => (origin === 'evidence' || told ? 0 : 1);
  const byWeight = (a: FactValue, b: FactValue) => rank(a) - rank(b) || b.value.length - a.value.length;
  const isDate = factTable[field].meaning === 'date';
  return [...values].sort((a, b) => (isDate ? byDate(a, b) : 0) || byWeight(a, b))[0];
}
