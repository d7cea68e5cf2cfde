/** The dry run: every row of a file by itself and beside the others. Pure. */
import { fold } from '../names';
import { type PlannedRow, planRow } from './plan-row';
import { acceptable, type Problem, type ProblemCode, problem } from './problems';
import type { Row } from './row';
import type { PlanContext } from './said';

export type RowPlan = {
  id: string;
  outcome: 'takes' | 'left-out' | 'refused';
  problems: Problem[];
  planned: PlannedRow;
  /** The row of the same sheet whose soldier's cell reaches down over this one: both are applications of one case. */
  together: string | null;
};

export type FileContext = PlanContext & {
  /** Numbers of cases here already, by soldier and applicant (`pairKey`). */
  known: ReadonlyMap<string, number>;
};

/** Soldier and applicant, folded: the same twice is the same application. */
export const pairKey = (names: readonly string[], birth: string, applicant: string): string =>
  `${fold(names.join(' '))} ${fold(birth)}|${fold(applicant)}`;

export function planFile(rows: readonly Row[], context: FileContext): RowPlan[] {
  const seen = { numbers: new Map<string, Row>(), pairs: new Map<string, Row>(), soldiers: new Map<string, Row>() };
  const begun = new Map<string, string>();
  return rows.map((row) => {
    const { planned, problems } = planRow(row, context);
    if (row.leftOut === 'yes') return { id: row.id, outcome: 'left-out', problems, planned, together: null };
    const outside = row.leftOut === 'no' ? null : noRow(row, planned);
    if (outside) return { id: row.id, outcome: 'left-out', problems: [problem('', outside)], planned, together: null };
    const together = togetherWith(row, begun);
    compare(row, planned, together, context, seen, problems);
    const open = problems.filter(
      ({ code, grave }) => grave && !(acceptable.includes(code) && row.accepted.includes(code)),
    );
    return { id: row.id, outcome: open.length > 0 ? 'refused' : 'takes', problems, planned, together };
  });
}

/** A heading between the rows, a sum at the end: nobody's application. */
function noRow(row: Row, { soldier }: PlannedRow): ProblemCode | null {
  if (row.heading) return 'heading';
  const isNamed = Boolean(soldier.surname || soldier.givenName || soldier.patronymic);
  return row.filled <= 2 && !(isNamed && row.value('applicantName')) ? 'nearly-empty' : null;
}

function togetherWith(row: Row, begun: Map<string, string>): string | null {
  const begins = row.begins('surname') ?? row.begins('fullName');
  if (begins === null) return null;
  const key = `${row.sheet}\t${begins}`;
  const first = begun.get(key);
  if (first === undefined) begun.set(key, row.id);
  return first ?? null;
}

type Seen = Record<'numbers' | 'pairs' | 'soldiers', Map<string, Row>>;

function compare(
  row: Row,
  planned: PlannedRow,
  together: string | null,
  { known }: FileContext,
  seen: Seen,
  problems: Problem[],
): void {
  const { number, soldier, applicant } = planned;
  const names = [soldier.surname, soldier.givenName, soldier.patronymic];
  const where = (other: Row) =>
    other.sheet && other.sheet !== row.sheet ? `${other.sheet}: ${other.row}` : String(other.row);
  const numbered = number && seen.numbers.get(fold(number));
  if (numbered && row.begins('number') === null)
    problems.push(problem(row.column('number'), 'reference-twice', where(numbered)));
  else if (number) seen.numbers.set(fold(number), row);
  if (!names.some(Boolean)) return;
  const pair = pairKey(names, soldier.birth, applicant.applicantName);
  const same = applicant.applicantName ? seen.pairs.get(pair) : undefined;
  if (same) problems.push(problem('', 'duplicate-row', where(same)));
  else seen.pairs.set(pair, row);
  const here = applicant.applicantName ? known.get(pair) : undefined;
  if (here !== undefined) problems.push(problem('', 'known-already', String(here)));
  const man = pairKey(names, soldier.birth, '');
  const other = seen.soldiers.get(man);
  if (other && !same && !together && soldier.birth) problems.push(problem('', 'same-soldier', where(other)));
  if (!other) seen.soldiers.set(man, row);
}
