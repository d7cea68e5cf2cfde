/** What came in a period, day after day or month after month: a column each, its figure above it. */
import { Line, Rect, Svg, Text, View } from '@react-pdf/renderer';
import { entryOf } from '@/domain/statistics/catalogue';
import type { ReportStatistic } from '@/domain/statistics/report-facts';
import { fill, ink, inner, look } from './look';
import type { ReportWords } from './words';

const room = { top: 12, plot: 84, bottom: 16 } as const;
const height = room.top + room.plot + room.bottom;

export function Columns({ statistic, words }: { statistic: ReportStatistic; words: ReportWords }) {
  const [period, counted, ...others] = entryOf(statistic.key).columns;
  const { rows, totals } = statistic;
  if (!period || !counted || rows.length === 0) return <Text style={look.note}>{words.t('none')}</Text>;
  const each = inner / rows.length;
  const most = Math.max(1, ...rows.map((row) => Number(row[counted.key])));
  const tall = (count: number) => Math.round((room.plot * count * 100) / most) / 100;
  // A month has too many days to name each below its column.
  const every = Math.ceil(rows.length / 12);
  return (
    <View wrap={false}>
      <View style={{ width: inner, height }}>
        <Svg width={inner} height={height} viewBox={`0 0 ${inner} ${height}`}>
          {rows.map((row, n) => (
            <Rect
              key={`${row[period.key]}`}
              x={n * each + each * 0.18}
              y={room.top + room.plot - tall(Number(row[counted.key]))}
              width={each * 0.64}
              height={tall(Number(row[counted.key]))}
              fill={fill}
            />
          ))}
          <Line x1={0} x2={inner} y1={room.top + room.plot} y2={room.top + room.plot} stroke={ink} strokeWidth={0.8} />
        </Svg>
        {rows.map((row, n) => (
          <View
            key={`${row[period.key]}`}
            style={{ position: 'absolute', left: n * each, top: 0, width: each, height }}
          >
            <Text
              style={{
                position: 'absolute',
                top: room.top + room.plot - tall(Number(row[counted.key])) - 11,
                left: -10,
                width: each + 20,
                fontSize: 7,
                textAlign: 'center',
              }}
            >
              {words.statistics.number(Number(row[counted.key]))}
            </Text>
            {n % every === 0 && (
              <Text
                style={{
                  position: 'absolute',
                  top: height - 13,
                  left: -10,
                  width: each + 20,
                  fontSize: 7,
                  textAlign: 'center',
                }}
              >
                {words.statistics.short(period, row[period.key], statistic)}
              </Text>
            )}
          </View>
        ))}
      </View>
      <Text style={look.note}>
        {[counted, ...others]
          .filter(({ key }) => typeof totals[key] === 'number')
          .map((column) => `${words.statistics.heading(column)}: ${words.statistics.number(totals[column.key] ?? 0)}`)
          .join('; ')}
      </Text>
    </View>
  );
}
