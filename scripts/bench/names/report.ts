/** What was measured, as tables for a terminal. */
import { type Answered, timed } from './ask';
import { quantile, shareOf, shareText, tableText } from './statistics';

const head = ['queries', 'R@1', 'R@10', 'p50 ms', 'p95 ms', 'p99 ms'];

/** Recall and times by what `key` tells of a question. */
export function recallTable(title: string, list: readonly Answered[], key: (one: Answered) => string): string {
  const rows = [...grouped(list, key)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, group]) =>
      recallRow(
        name,
        group,
        timed(list).filter((one) => key(one) === name),
      ),
    );
  return tableText([[title, ...head], ...rows]);
}

function recallRow(name: string, group: readonly Answered[], warm: readonly Answered[]): string[] {
  const times = warm.map((one) => one.ms);
  return [
    name,
    String(group.length),
    shareText(shareOf(group.map((one) => one.rank === 1))),
    shareText(shareOf(group.map((one) => one.rank > 0))),
    ...[0.5, 0.95, 0.99].map((share) => (times.length === 0 ? '–' : quantile(times, share).toFixed(1))),
  ];
}

/** How often the first answer is right, by its band, and how many questions end in that band. */
export function bandTable(list: readonly Answered[]): string {
  const rows = [...grouped(list, (one) => one.level)].flatMap(([level, group]) =>
    [...grouped(group, (one) => one.band)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([band, same]) => [
        `${level} ${band}`,
        shareText(shareOf(same.map((one) => one.rank === 1))),
        shareText({ right: same.length, of: group.length }),
      ]),
  );
  return tableText([['level and band of the first', 'the first is right', 'share of questions'], ...rows]);
}

/** How often the first answer is right, by its score in steps of ten: whether equal scores mean equal certainty. */
export function scoreTable(list: readonly Answered[]): string {
  const step = (one: Answered) => Math.floor(one.topScore / 10) * 10;
  const rows = [...grouped(list, (one) => String(step(one)))]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([from, same]) => [
      `${from} to ${Number(from) + 10}`,
      String(same.length),
      shareText(shareOf(same.map((one) => one.rank === 1))),
    ]);
  return tableText([['score of the first', 'queries', 'the first is right'], ...rows]);
}

export function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
