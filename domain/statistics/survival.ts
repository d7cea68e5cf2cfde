/** How long something takes when it has not come to everybody yet: the estimate of Kaplan and Meier. Pure. */

/** `count` waited so many days: until it came (`reached`), or until nobody looks on any more. */
export type Waited = { days: number; reached: boolean; count: number };

/** On this day of waiting: the share still without it afterwards, to how many it has come by then, how many waited that long. */
export type Step = { days: number; remaining: number; reached: number; atRisk: number };

export type Survival = {
  /** One a day on which it came to somebody, by days. */
  steps: Step[];
  /** Days until it has come to half of all, and to nine of ten; null where it has not come to so many yet. */
  median: number | null;
  p90: number | null;
};

/** Whoever is lost from sight on a day waited through it. @param waited days 0 and more */
export function survival(waited: readonly Waited[]): Survival {
  const byDay = new Map<number, { came: number; lost: number }>();
  let atRisk = 0;
  for (const { days, reached, count } of waited) {
    const day = byDay.get(days) ?? { came: 0, lost: 0 };
    day[reached ? 'came' : 'lost'] += count;
    byDay.set(days, day);
    atRisk += count;
  }
  const steps: Step[] = [];
  let remaining = 1;
  let reached = 0;
  for (const [days, { came, lost }] of [...byDay].sort(([a], [b]) => a - b)) {
    if (came > 0) {
      remaining *= (atRisk - came) / atRisk;
      reached += came;
      steps.push({ days, remaining, reached, atRisk });
    }
    atRisk -= came + lost;
  }
  const until = (left: number) => steps.find((step) => step.remaining <= left + rounding)?.days ?? null;
  return { steps, median: until(0.5), p90: until(0.1) };
}

/** A product of shares that is a half on paper is not one to the last digit. */
const rounding = 1e-9;
