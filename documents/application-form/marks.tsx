/** What a hand writes into: boxes to tick, lines to write on. */
import { Path, Rect, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';

/** Height of a line for handwriting, in points: eight and a half millimetres. */
const lineHeight = 23;

const styles = StyleSheet.create({
  tick: { flexDirection: 'row', alignItems: 'flex-start', marginRight: 14 },
  tickText: { marginLeft: 5, flexShrink: 1 },
  square: { marginTop: 1.5, flexShrink: 0 },
  box: { borderWidth: 0.8, borderColor: '#000' },
  ruled: { height: lineHeight, borderBottomWidth: 0.6, borderBottomColor: '#888' },
  last: { height: lineHeight },
  written: { fontSize: 11, paddingHorizontal: 5, paddingVertical: 2.5, minHeight: 19 },
});

/** A box, crossed when it is chosen. */
export function Box({ crossed = false }: { crossed?: boolean }) {
  return (
    <Svg width={11} height={11} viewBox="0 0 11 11" style={styles.square}>
      <Rect x={0.5} y={0.5} width={10} height={10} stroke="#000" strokeWidth={0.8} fill="none" />
      {crossed && <Path d="M2 2 9 9M9 2 2 9" stroke="#000" strokeWidth={1.5} fill="none" />}
    </Svg>
  );
}

/** A box with what it stands for. */
export function Tick({ label, crossed }: { label: string; crossed: boolean }) {
  return (
    <View style={styles.tick} wrap={false}>
      <Box crossed={crossed} />
      <Text style={styles.tickText}>{label}</Text>
    </View>
  );
}

/** Empty lines to write on. */
export function Lines({ count }: { count: number }) {
  const keys = Array.from({ length: count }, (_, index) => `line-${index}`);
  return (
    <View style={styles.box}>
      {keys.map((key, index) => (
        <View key={key} style={index === count - 1 ? styles.last : styles.ruled} />
      ))}
    </View>
  );
}

/** What was written. */
export function Written({ text }: { text: string }) {
  return (
    <View style={styles.box}>
      <Text style={styles.written}>{text || ' '}</Text>
    </View>
  );
}
