import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cardRoles } from '@/components/ui/card-roles';
import type { CandidatePage } from '@/domain/matching/candidate-page';
import { candidateWords } from './candidate-words';

type Verdict = CandidatePage['verdicts'][number];

/** One line: a field as the two have it; compared, or only shown. */
export type ComparedLine = { field: string; left: ReactNode; right: ReactNode; verdict?: Verdict | undefined };

const cell = 'px-[0.6em] py-[0.45em] align-top first:pl-0 last:pr-0';

/**
 * Two accounts of one man, a row a field: what the comparison says and its bits as a waterfall, each bar beginning where the one
 * before ended. Every number is written; the bars only help the eye.
 */
export async function CandidateCompared({
  left,
  right,
  lines,
  sum,
}: {
  left: string;
  right: string;
  lines: readonly ComparedLine[];
  sum: number;
}) {
  const t = await getTranslations('candidate.page');
  const ui = await getTranslations('ui');
  const words = await candidateWords();
  const steps = stepsOf(lines, sum);
  const empty = <span className="text-muted">{ui('notStated')}</span>;
  return (
    <table {...cardRoles.table} className="cards only-sorting w-full border-collapse text-left">
      <caption className="sr-only">{t('caption')}</caption>
      <thead {...cardRoles.group}>
        <tr {...cardRoles.row} className="border-ink border-b">
          <th {...cardRoles.columnHeading} scope="col" className={`${cell} w-1/8 font-normal text-muted`}>
            {t('field')}
          </th>
          {[left, right].map((side) => (
            <th key={side} {...cardRoles.columnHeading} scope="col" className={`${cell} w-1/4 font-semibold`}>
              {side}
            </th>
          ))}
          <th {...cardRoles.columnHeading} scope="col" className={`${cell} font-normal text-muted`}>
            {t('verdict')}
          </th>
        </tr>
      </thead>
      <tbody {...cardRoles.group}>
        {lines.map(({ field, verdict, ...sides }, at) => (
          <tr key={field} {...cardRoles.row} className="border-line border-b">
            <th {...cardRoles.rowHeading} scope="row" className={`${cell} font-normal text-muted`}>
              {words.field(field)}
            </th>
            <td {...cardRoles.cell} data-label={left} className={`${cell} [overflow-wrap:anywhere]`}>
              {sides.left || empty}
            </td>
            <td {...cardRoles.cell} data-label={right} className={`${cell} [overflow-wrap:anywhere]`}>
              {sides.right || empty}
            </td>
            <td {...cardRoles.cell} className={cell}>
              {verdict && verdict.verdict !== 'missing' ? (
                <>
                  <span className="block">{words.sentence(verdict)}</span>
                  <Bits label={words.bits(verdict.bits)} step={steps.bars[at]} range={steps} />
                </>
              ) : (
                <span className="text-muted">{t('notCompared')}</span>
              )}
            </td>
          </tr>
        ))}
        <tr {...cardRoles.row} className="border-ink border-b">
          <th {...cardRoles.rowHeading} scope="row" colSpan={3} className={`${cell} font-semibold`}>
            {t('sum')}
          </th>
          <td {...cardRoles.cell} className={`${cell} font-semibold`}>
            <Bits label={words.bits(sum)} step={{ from: 0, to: sum }} range={steps} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type Step = { from: number; to: number };
type Range = { least: number; most: number };

/** Where each bar begins and ends, and how far they reach; what rounding leaves belongs to the sum alone. */
function stepsOf(lines: readonly ComparedLine[], sum: number): Range & { bars: (Step | undefined)[] } {
  let at = 0;
  const bars = lines.map(({ verdict }) => {
    if (!verdict) return undefined;
    const from = at;
    at += verdict.bits;
    return { from, to: at };
  });
  const ends = [0, sum, ...bars.flatMap((bar) => (bar ? [bar.from, bar.to] : []))];
  return { bars, least: Math.min(...ends), most: Math.max(...ends, 1) };
}

function Bits({ label, step, range: { least, most } }: { label: string; step: Step | undefined; range: Range }) {
  const { from, to } = step ?? { from: 0, to: 0 };
  const place = (bits: number) => (100 * (bits - least)) / (most - least);
  const start = Math.min(place(from), place(to));
  return (
    <span className="flex items-center gap-[0.75em]">
      <span className="figures-aligned w-[3.5em] flex-none text-right">{label}</span>
      <svg aria-hidden="true" className="h-[0.8em] w-0 grow" preserveAspectRatio="none">
        <rect x={`${place(0).toFixed(2)}%`} width="1" height="100%" fill="currentColor" className="text-rule" />
        <rect
          x={`${start.toFixed(2)}%`}
          width={`${Math.max(0.4, Math.abs(place(to) - place(from))).toFixed(2)}%`}
          height="100%"
          fill="currentColor"
          className={to < from ? 'text-ribbon' : 'text-accent'}
        />
      </svg>
    </span>
  );
}
