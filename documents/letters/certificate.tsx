/** The certificate of memory: one sheet that a family will frame. A4, lying. */
import { Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { SheetFacts } from '@/domain/correspondence/letter-sheets';
import { fonts } from '../pdf/fonts';
import { type Corner, Horns, Shanyrak } from './ornament';
import { sheetWords } from './sheet-words';

const ink = '#1c1a17';
const bronze = '#74592c';
const centred = { textAlign: 'center' } as const;

/** Points (1/72 inch) on a sheet of 842 × 595. */
const styles = StyleSheet.create({
  page: { fontFamily: fonts.title, fontSize: 12, lineHeight: 1.35, color: ink },
  frame: { position: 'absolute', top: 26, left: 26, width: 790, height: 543, borderWidth: 1.8, borderColor: bronze },
  inner: { position: 'absolute', top: 32, left: 32, width: 778, height: 531, borderWidth: 0.5, borderColor: bronze },
  body: { height: 595, paddingTop: 52, paddingBottom: 52, paddingHorizontal: 110, alignItems: 'center' },
  museum: { fontSize: 10.5, marginTop: 7, ...centred },
  department: { fontSize: 10.5, color: bronze, ...centred },
  title: { fontSize: 21, fontWeight: 600, marginTop: 12, color: bronze, ...centred },
  middle: { flexGrow: 1, justifyContent: 'center', alignItems: 'center' },
  honour: { fontSize: 12.5, ...centred },
  surname: { fontWeight: 600, lineHeight: 1.15, marginTop: 3, ...centred },
  given: { lineHeight: 1.2, ...centred },
  dates: { fontSize: 15, marginTop: 8, ...centred },
  birthPlace: { fontSize: 11.5, marginTop: 4, ...centred },
  sentence: { marginTop: 13, maxWidth: 560, ...centred },
  label: { fontSize: 10.5, color: bronze, marginTop: 13, ...centred },
  place: { fontSize: 15, fontWeight: 600, ...centred },
  today: { fontSize: 12, marginTop: 4, ...centred },
  grounds: { fontSize: 9, color: '#3c372f', ...centred },
  foot: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    width: 622,
    fontSize: 11,
    marginTop: 26,
  },
  signature: { flexDirection: 'row', alignItems: 'flex-end' },
  line: { width: 150, borderBottomWidth: 0.7, borderColor: ink, marginRight: 12, marginBottom: 3 },
  draft: {
    position: 'absolute',
    top: 7,
    left: 0,
    right: 0,
    fontFamily: fonts.text,
    fontSize: 11,
    fontWeight: 600,
    ...centred,
  },
});

const corners: readonly (readonly [Corner, { top?: number; left: number }])[] = [
  ['leftTop', { top: 36, left: 36 }],
  ['rightTop', { top: 36, left: 748 }],
  ['rightBottom', { top: 501, left: 748 }],
  ['leftBottom', { top: 501, left: 36 }],
];

export function CertificatePage({ facts, isDraft }: { facts: SheetFacts; isDraft: boolean }) {
  const words = sheetWords[facts.language];
  const { soldier, stated } = facts;
  const given = [soldier.givenName, soldier.patronymic].filter(isKnown).join(' ');
  const grounds = `${words.grounds}: ${(stated?.citations ?? []).join('; ')}`;
  return (
    <Page size="A4" orientation="landscape" style={styles.page}>
      <View style={styles.frame} />
      <View style={styles.inner} />
      {corners.map(([corner, at]) => (
        <View key={corner} style={{ position: 'absolute', ...at }}>
          <Horns corner={corner} size={58} color={bronze} />
        </View>
      ))}
      {isDraft && <Text style={styles.draft}>{words.draft}</Text>}
      <View style={styles.body} wrap={false}>
        <Shanyrak size={42} color={bronze} />
        <Text style={styles.museum}>{words.museum}</Text>
        <Text style={styles.department}>{words.department}</Text>
        <Text style={styles.title}>{words.title}</Text>
        <View style={styles.middle}>
          <Text style={styles.honour}>{words.rankOfHonour}</Text>
          <Text style={[styles.surname, { fontSize: fitting(soldier.surname, 40, 22) }]}>{soldier.surname}</Text>
          <Text style={[styles.given, { fontSize: fitting(given, 25, 40) }]}>{given}</Text>
          <Text style={styles.dates}>{[soldier.birth, stated?.fateDate ?? ''].filter(isKnown).join(' – ')}</Text>
          <Text style={styles.birthPlace}>{isKnown(soldier.birthPlace) ? soldier.birthPlace : ''}</Text>
          <Text style={[styles.sentence, { fontSize: fitting(facts.text, 14, 180) }]}>{facts.text}</Text>
          <Burial facts={facts} />
        </View>
        <Text style={[styles.grounds, { fontSize: fitting(grounds, 9, 500) }]}>{grounds}</Text>
        <View style={styles.foot}>
          <Text>{facts.number ? `${words.number} ${facts.number}, ${facts.day}` : `${words.number} ________`}</Text>
          <View style={styles.signature}>
            <View style={styles.line} />
            <Text>{facts.signatory}</Text>
          </View>
        </View>
      </View>
    </Page>
  );
}

function Burial({ facts }: { facts: SheetFacts }) {
  const burial = facts.stated?.burial;
  if (!burial) return null;
  const words = sheetWords[facts.language];
  return (
    <>
      <Text style={styles.label}>{words.burial}</Text>
      <Text style={styles.place}>{burial.reported}</Text>
      {burial.today !== '' && burial.today !== burial.reported && (
        <Text style={styles.today}>{`${words.today}: ${burial.today}`}</Text>
      )}
    </>
  );
}

/** Points: `size` up to so many characters, smaller for more, so that the sheet stays one. */
const fitting = (text: string, size: number, characters: number): number =>
  text.length <= characters ? size : Math.max(size * 0.4, Math.floor((size * characters * 10) / text.length) / 10);

const isKnown = (part: string) => part !== '' && part !== '?';
