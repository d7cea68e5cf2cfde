/** What happens when: acts of many cases, carried out in the order of time, as a true register has them. */
import { bookkeep } from '@/domain/change';
import { atMoment } from '@/domain/clock';

type Act = () => Promise<void>;
type Entry = { at: number; act: Act; alone: boolean };

/** Acts of one transaction: one flush of the disk for many. */
const batch = 250;

export type Timeline = {
  /** @param at milliseconds since 1970, by the museum's clock */
  add(at: number, act: Act): void;
  /** The same for an act with transactions of its own. */
  addAlone(at: number, act: Act): void;
  /** Carries everything out. @param tell told the share done, 0 to 1 */
  run(tell: (share: number) => void): Promise<void>;
};

export function timeline(): Timeline {
  const entries: Entry[] = [];
  return {
    add: (at, act) => entries.push({ at, act, alone: false }),
    addAlone: (at, act) => entries.push({ at, act, alone: true }),
    async run(tell) {
      // The sort is stable: acts of one moment stay in the order they were planned in.
      entries.sort((a, b) => a.at - b.at);
      for (let from = 0; from < entries.length; ) {
        const acts = nextBatch(entries, from);
        const inOrder = async () => {
          for (const { at, act } of acts) await atMoment(at, act);
        };
        await (acts[0]?.alone ? inOrder() : bookkeep(inOrder));
        from += acts.length;
        tell(from / entries.length);
      }
    },
  };
}

function nextBatch(entries: readonly Entry[], from: number): Entry[] {
  if (entries[from]?.alone) return entries.slice(from, from + 1);
  const alone = entries.findIndex((entry, i) => i > from && entry.alone);
  return entries.slice(from, Math.min(from + batch, alone < 0 ? entries.length : alone));
}
