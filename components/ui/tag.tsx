import type { ReactNode } from 'react';
import { Mark, type Tone } from './mark';

const tones: Record<Tone, string> = {
  neutral: 'border-rule text-ink',
  wait: 'border-rule text-ink',
  attention: 'border-attention text-attention',
  good: 'border-good text-good',
  closed: 'border-line text-muted',
};

/** A status in a word or two. The tone shows as a shape and a colour; the words always say it too. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-baseline gap-[0.45em] sm:whitespace-nowrap rounded-[2px] border px-[0.5em] leading-[1.6] ${tones[tone]}`}
    >
      <Mark tone={tone} />
      <span>{children}</span>
    </span>
  );
}
