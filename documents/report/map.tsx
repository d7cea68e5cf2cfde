/** Where they lie, drawn: countries shaded by their figure, places and groups of places as discs. */
import { Circle, G, Line, Path, Rect, Svg, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { countryName } from '@/domain/countries';
import { mapColours as colours } from '@/domain/map/colours';
import { drawMap, type MapDrawing } from '@/domain/map/draw';
import type { ReportFacts } from '@/domain/statistics/report-facts';
import { inner, look } from './look';
import { statisticOf } from './parts';
import type { ReportWords } from './words';

const size = { width: 720, height: 520 } as const;
/** Points of paper to a unit of the drawing. */
const scale = inner / size.width;

export function ReportMap({ facts, words }: { facts: ReportFacts; words: ReportWords }) {
  if (facts.places.length === 0) return null;
  const map = drawMap({
    size,
    points: facts.places.map((place) => ({ ...place, name: '' })),
    figures: statisticOf(facts, 'burials-by-country').rows.map(({ country, applications }) => ({
      country: `${country}`,
      count: Number(applications),
    })),
    nameCountry: (code) => countryName(code, words.language),
  });
  return (
    <View style={look.block} wrap={false}>
      <Text style={look.title}>{words.t('map.title')}</Text>
      <Text style={look.applied}>{words.t('map.about')}</Text>
      <View style={{ width: inner, height: size.height * scale, borderWidth: 0.6, borderColor: colours.coast }}>
        <Svg width={inner} height={size.height * scale} viewBox={`0 0 ${size.width} ${size.height}`}>
          <Ground map={map} />
          {map.marks
            .filter(({ visible }) => visible)
            .map((mark) => (
              <G key={`${mark.x} ${mark.y}`}>
                <Circle
                  cx={mark.x}
                  cy={mark.y}
                  r={mark.radius}
                  fill={mark.kind === 'point' && mark.point.approximate ? colours.halo : colours.mark}
                  stroke={mark.kind === 'point' && mark.point.approximate ? colours.mark : colours.halo}
                  strokeWidth={mark.kind === 'point' && mark.point.approximate ? 2.5 : 1.5}
                />
              </G>
            ))}
        </Svg>
        <Names map={map} words={words} />
      </View>
      <Legend map={map} words={words} />
    </View>
  );
}

function Ground({ map }: { map: MapDrawing }) {
  return (
    <G>
      <Rect x={0} y={0} width={size.width} height={size.height} fill={colours.sea} />
      <Drawn d={map.grid} stroke={colours.grid} />
      <Drawn d={map.land} fill={colours.land} />
      {map.shades.map(({ country, tone, path }) => (
        <Drawn key={country} d={path} fill={colours.tones[tone] ?? colours.land} />
      ))}
      <Drawn d={map.neutral} fill={colours.land} />
      <Drawn d={map.land} stroke={colours.coast} />
      <Drawn d={map.borders} stroke={colours.border} />
    </G>
  );
}

function Drawn({ d, fill = 'none', stroke = 'none' }: { d: string; fill?: string; stroke?: string }) {
  return d ? <Path d={d} fill={fill} stroke={stroke} strokeWidth={0.7} /> : null;
}

/** Words over the drawing: text of its own can be found and copied, that of an SVG cannot. */
function Names({ map, words }: { map: MapDrawing; words: ReportWords }) {
  const wide = 120;
  const shift = { start: 0, middle: wide / 2, end: wide } as const;
  const align = { start: 'left', middle: 'center', end: 'right' } as const;
  return (
    <>
      {map.marks.map((mark) =>
        mark.kind === 'cluster' && mark.visible ? (
          <Text
            key={`${mark.x} ${mark.y}`}
            style={{
              position: 'absolute',
              left: mark.x * scale - 20,
              top: mark.y * scale - 4.5,
              width: 40,
              fontSize: mark.places > 999 ? 6 : 7.5,
              lineHeight: 1.2,
              textAlign: 'center',
              color: colours.halo,
            }}
          >
            {words.statistics.number(mark.places)}
          </Text>
        ) : null,
      )}
      {map.labels.map(({ text, x, y, anchor }) => (
        <Text
          key={`${text} ${x} ${y}`}
          style={{
            position: 'absolute',
            left: x * scale - shift[anchor],
            top: y * scale - 7,
            width: wide,
            fontSize: 7.5,
            lineHeight: 1.2,
            textAlign: align[anchor],
            color: colours.countryWord,
          }}
        >
          {text}
        </Text>
      ))}
    </>
  );
}

function Legend({ map, words }: { map: MapDrawing; words: ReportWords }) {
  const item = { flexDirection: 'row', alignItems: 'center', marginRight: 12 } as const;
  const used = [...new Set(map.shades.map(({ tone }) => tone))].sort((a, b) => a - b);
  const { kilometres, width } = map.scale;
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', marginTop: 4, fontSize: 7.5 }}>
      <View style={item}>
        <Sign>
          <Circle cx={5} cy={5} r={4} fill={colours.mark} />
        </Sign>
        <Text>{words.t('map.exact')}</Text>
      </View>
      <View style={item}>
        <Sign>
          <Circle cx={5} cy={5} r={3.5} fill={colours.halo} stroke={colours.mark} strokeWidth={1.6} />
        </Sign>
        <Text>{words.t('map.approximate')}</Text>
      </View>
      {used.map((tone) => (
        <View key={tone} style={item}>
          <Sign>
            <Rect
              x={0}
              y={0}
              width={10}
              height={10}
              fill={colours.tones[tone] ?? colours.land}
              stroke={colours.coast}
            />
          </Sign>
          <Text>{words.t('map.from', { count: map.tones[tone] ?? 0 })}</Text>
        </View>
      ))}
      <View style={item}>
        <Svg width={width * scale} height={6}>
          <Line x1={0} y1={3} x2={width * scale} y2={3} stroke="#000" strokeWidth={1} />
        </Svg>
        <Text>{` ${words.t('map.kilometres', { count: words.statistics.number(kilometres) })}`}</Text>
      </View>
    </View>
  );
}

function Sign({ children }: { children: ReactNode }) {
  return (
    <Svg width={10} height={10} style={{ marginRight: 3 }}>
      {children}
    </Svg>
  );
}
