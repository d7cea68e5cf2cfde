/** How long it takes: the share that still waits, day after day, as a curve of steps, with its figures beside it. */
import { G, Line, Path, Svg, Text, View } from '@react-pdf/renderer';
import type { ReportStatistic } from '@/domain/statistics/report-facts';
import { ink, line, look } from './look';
import type { ReportWords } from './words';

const size = { width: 268, height: 110 } as const;
const room = { left: 34, right: 8, top: 8, bottom: 20 } as const;
const plot = { width: size.width - room.left - room.right, height: size.height - room.top - room.bottom } as const;

export function Curve({ statistic, words }: { statistic: ReportStatistic; words: ReportWords }) {
  const { totals, open } = statistic;
  const figures = (['applications', 'finished', 'withdrawn', 'median', 'p90'] as const).map((key) => ({
    key,
    label: words.statistics.heading({ key }),
    value: totals[key],
  }));
  const shown = [
    ...figures.slice(0, 3),
    { key: 'open', label: words.t('stillOpen'), value: open },
    ...figures.slice(3),
  ];
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }} wrap={false}>
      <View style={{ width: 205, marginRight: 12 }}>
        {shown.map(({ key, label, value }) => (
          <View key={key} style={look.row}>
            <Text style={[look.cell, { width: 150, fontSize: 8.5 }]}>{label}</Text>
            <Text style={[look.cell, look.number, { width: 55 }]}>
              {typeof value === 'number' ? words.statistics.number(value) : '—'}
            </Text>
          </View>
        ))}
      </View>
      {statistic.rows.length > 0 && <Steps statistic={statistic} words={words} />}
    </View>
  );
}

function Steps({ statistic, words }: { statistic: ReportStatistic; words: ReportWords }) {
  const last = Math.max(1, ...statistic.rows.map((row) => Number(row.days)));
  const x = (days: number) => round(room.left + (plot.width * days) / last);
  const y = (share: number) => round(room.top + plot.height * (1 - share));
  let d = `M${x(0)} ${y(1)}`;
  for (const { days, remaining } of statistic.rows) d += `H${x(Number(days))}V${y(Number(remaining))}`;
  const marks = niceSteps(last);
  return (
    <View style={{ width: size.width, height: size.height }}>
      <Svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}>
        {[0, 0.5, 1].map((share) => (
          <Line
            key={share}
            x1={room.left}
            x2={size.width - room.right}
            y1={y(share)}
            y2={y(share)}
            stroke={share === 0 ? ink : line}
            strokeWidth={share === 0 ? 0.8 : 0.4}
          />
        ))}
        <G>
          <Path d={d} stroke={ink} strokeWidth={1.2} fill="none" />
        </G>
      </Svg>
      {[0, 0.5, 1].map((share) => (
        <Text
          key={share}
          style={{ position: 'absolute', top: y(share) - 5, left: 0, width: 30, fontSize: 7, textAlign: 'right' }}
        >
          {words.statistics.share(share)}
        </Text>
      ))}
      {marks.map((days) => (
        <Text
          key={days}
          style={{
            position: 'absolute',
            top: size.height - 16,
            left: x(days) - 20,
            width: 40,
            fontSize: 7,
            textAlign: 'center',
          }}
        >
          {words.t('days', { days })}
        </Text>
      ))}
    </View>
  );
}

/** Three or four marks of round numbers that fit on an axis up to `last`. */
export function niceSteps(last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((one) => last / one <= 4) ?? last;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, n) => n * step);
}

/** Two decimals are enough for paper, and keep the file small. */
const round = (value: number) => Math.round(value * 100) / 100;
