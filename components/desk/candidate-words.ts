import { getFormatter, getTranslations } from 'next-intl/server';
import type { Tone } from '@/components/ui/mark';
import type { CandidatePage } from '@/domain/matching/candidate-page';
import type { CandidateLine } from '@/domain/matching/candidate-queries';
import { fullName } from '@/domain/names';

type Verdict = CandidatePage['verdicts'][number];
type Band = CandidatePage['band'];
type State = CandidatePage['state'];

export const bandTones: Record<Band, Tone> = { likely: 'good', possible: 'wait', unlikely: 'closed' };
export const stateTones: Record<State, Tone> = {
  proposed: 'attention',
  confirmed: 'good',
  rejected: 'closed',
  unsure: 'wait',
};

export type CandidateWords = {
  band: (band: Band) => string;
  state: (state: State) => string;
  field: (name: string) => string;
  /** Bits with their sign, one figure after the point. */
  bits: (bits: number) => string;
  /** What one field says, as a sentence. */
  sentence: (verdict: Verdict) => string;
  /** The sentences that say most, in one line. */
  why: (verdicts: readonly Verdict[]) => string;
  nameOf: (named: { surname: string; givenName: string; patronymic: string }) => string;
  /** Who stands at the other side of a pair. */
  nameOfLine: (line: Pick<CandidateLine, 'record' | 'other'>) => string;
};

/** How many fields a line of reasons names. */
const named = 3;
/** Below this a field says nothing worth a reader's time. */
const telling = 1;

export async function candidateWords(): Promise<CandidateWords> {
  const t = await getTranslations('candidate');
  const all = await getTranslations();
  const format = await getFormatter();
  const said = (key: string, values: Record<string, string> = {}) =>
    all.has(key as never) ? all(key as never, values as never) : '';
  const field = (name: string) => said(`candidate.field.${name}`) || said(`matchField.${name}`) || name;
  const sentence = ({ field: name, reason, left, right }: Verdict) =>
    said(`verdict.${reason}`, { left, right }) || [left, right].filter(Boolean).join(' – ') || field(name);
  const nameOf: CandidateWords['nameOf'] = (soldier) => fullName(soldier) || t('nameless');
  return {
    band: (band) => t(`band.${band}`),
    state: (state) => t(`state.${state}`),
    field,
    bits: (bits) =>
      format.number(bits, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    sentence,
    why: (verdicts) =>
      [...verdicts]
        .filter(({ field: name, bits }) => name !== 'prior' && Math.abs(bits) >= telling)
        .sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
        .slice(0, named)
        .map((verdict) => `${field(verdict.field)}: ${sentence(verdict)}`)
        .join('; '),
    nameOf,
    nameOfLine: ({ record, other }) => nameOf(record ?? other ?? { surname: '', givenName: '', patronymic: '' }),
  };
}
