import { getTranslations } from 'next-intl/server';
import type { Tone } from '@/components/ui/mark';
import type { Delivery } from '@/domain/news/queries';

type State = Delivery['state'];

export const newsTones: Record<State, Tone> = {
  waiting: 'wait',
  sending: 'wait',
  sent: 'good',
  'given-up': 'attention',
  'by-hand': 'attention',
  told: 'good',
  kept: 'closed',
  dropped: 'closed',
};

export type NewsWords = {
  /** What a piece of news is about. */
  kind: (kind: Delivery['kind'], phase: string) => string;
  state: (state: State) => string;
  how: (how: NonNullable<Delivery['toldHow']>) => string;
  /** What the mail server said, in its own words or in ours. */
  answer: (said: string) => string;
};

export async function newsWords(): Promise<NewsWords> {
  const t = await getTranslations('news');
  const phases = await getTranslations('phase');
  return {
    kind: (kind, phase) => (kind === 'phase' ? phases(phase as Parameters<typeof phases>[0]) : t(`kind.${kind}`)),
    state: (state) => t(`state.${state}`),
    how: (how) => t(`how.${how}`),
    answer: (said) => {
      const key = `answer.${said.slice(1)}` as Parameters<typeof t>[0];
      return said.startsWith('#') && t.has(key) ? t(key) : said;
    },
  };
}
