/** How fast a file is read in, and how long it still takes. Pure but for the clock. */

/** What is looked back upon, in milliseconds: long enough to be calm, short enough to follow a change. */
const lookBack = 15_000;

type Seen = { at: number; rows: number; share: number };

export type Pace = {
  /** Rows a second over the last fifteen seconds, 0 before anything can be said. */
  rate: number;
  /** Seconds to the end of the file at that pace; -1 before anything can be said. */
  left: number;
};

/** Told rows and the share of the file (0..1) again and again, it says the pace. */
export function paceOf(clock: () => number = () => performance.now()): (rows: number, share: number) => Pace {
  const seen: Seen[] = [];
  return (rows, share) => {
    const at = clock();
    const last = seen.at(-1);
    if (!last || at - last.at >= 200) seen.push({ at, rows, share });
    while (seen.length > 2 && at - (seen[1]?.at ?? at) >= lookBack) seen.shift();
    const first = seen[0];
    if (!first || at - first.at < 200) return { rate: 0, left: -1 };
    const seconds = (at - first.at) / 1000;
    const gone = share - first.share;
    return {
      rate: Math.round((rows - first.rows) / seconds),
      left: gone > 0 ? Math.ceil(((1 - share) / gone) * seconds) : -1,
    };
  };
}
