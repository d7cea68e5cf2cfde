/** What we draw ourselves: the shanyrak of the letterhead, and the horns in the corners of the certificate. */
import { Circle, G, Path, Svg } from '@react-pdf/renderer';

const ribs =
  'M16 4.6q4.5 19.4 0 38.8M24 3v42M32 4.6q-4.5 19.4 0 38.8M4.6 16q19.4 4.5 38.8 0M3 24h42M4.6 32q19.4-4.5 38.8 0';

/** @param size in points */
export function Shanyrak({ size, color }: { size: number; color: string }) {
  return (
    <Svg width={size} height={size} viewBox="0 0 48 48">
      <G transform="rotate(45 24 24)">
        <Circle cx="24" cy="24" r="21" stroke={color} strokeWidth={1.8} fill="none" />
        <Path d={ribs} stroke={color} strokeWidth={1.2} fill="none" />
      </G>
    </Svg>
  );
}

/** A pair of ram's horns (қошқар мүйіз) that opens from the upper left corner. */
const horns = [
  'M4 4L26 26',
  'M17 17C28 11 42 12 46 22C49 30 42 36 36 32C31 28 35 22 39 25',
  'M17 17C11 28 12 42 22 46C30 49 36 42 32 36C28 31 22 35 25 39',
  'M9 9C22 4 40 3 57 5',
  'M9 9C4 22 3 40 5 57',
];

const turns = { leftTop: '0', rightTop: '90', rightBottom: '180', leftBottom: '270' } as const;
export type Corner = keyof typeof turns;

/** @param size in points */
export function Horns({ corner, size, color }: { corner: Corner; size: number; color: string }) {
  return (
    <Svg width={size} height={size} viewBox="0 0 60 60">
      <G transform={`rotate(${turns[corner]} 30 30)`}>
        {horns.map((d) => (
          <Path key={d} d={d} stroke={color} strokeWidth={1.3} fill="none" strokeLinecap="round" />
        ))}
      </G>
    </Svg>
  );
}
