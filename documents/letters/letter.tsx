/** A letter on the museum's paper. A4, black on white. */
import { Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { SheetFacts } from '@/domain/correspondence/letter-sheets';
import { fonts } from '../pdf/fonts';
import { Shanyrak } from './ornament';
import { letterhead, sheetWords } from './sheet-words';

/** Points (1/72 inch) on a sheet of 595 × 842. */
const styles = StyleSheet.create({
  page: {
    fontFamily: fonts.text,
    fontSize: 11,
    lineHeight: 1.45,
    color: '#000',
    paddingTop: 44,
    paddingBottom: 66,
    paddingLeft: 76,
    paddingRight: 56,
  },
  head: { flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between', paddingBottom: 10 },
  side: { width: 190, fontSize: 9.5, lineHeight: 1.35, textAlign: 'center' },
  department: { fontFamily: fonts.text, fontSize: 9.5, fontWeight: 600, marginTop: 3 },
  rule: { borderTopWidth: 1.2, borderBottomWidth: 0.4, height: 3.2, borderColor: '#000', marginBottom: 18 },
  under: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 24 },
  journal: { width: 200, fontSize: 10.5 },
  number: { fontWeight: 600 },
  addressee: { width: 220, fontSize: 10.5 },
  name: { fontWeight: 600 },
  paragraph: { marginBottom: 8 },
  item: { paddingLeft: 12, textIndent: -12 },
  signature: { flexDirection: 'row', alignItems: 'flex-end', marginTop: 30 },
  line: { width: 150, borderBottomWidth: 0.6, borderColor: '#000', marginRight: 14, marginBottom: 4 },
  writer: { position: 'absolute', top: 796, left: 76, fontSize: 8.5, color: '#333' },
  pageOf: { position: 'absolute', top: 796, left: 300, right: 56, fontSize: 8.5, color: '#333', textAlign: 'right' },
  draft: {
    position: 'absolute',
    top: 16,
    right: 56,
    fontSize: 11,
    fontWeight: 600,
    borderWidth: 1,
    borderColor: '#000',
    paddingHorizontal: 8,
    paddingVertical: 1,
  },
});

export function LetterPage({ facts, isDraft }: { facts: SheetFacts; isDraft: boolean }) {
  const words = sheetWords[facts.language];
  return (
    <Page size="A4" style={styles.page}>
      {isDraft && (
        <Text fixed style={styles.draft}>
          {words.draft}
        </Text>
      )}
      <View style={styles.head}>
        <Side lines={letterhead.kk} />
        <Shanyrak size={46} color="#000" />
        <Side lines={letterhead.ru} />
      </View>
      <View style={styles.rule} />
      <View style={styles.under}>
        <View style={styles.journal}>
          <Text style={styles.number}>
            {facts.number ? `${words.number} ${facts.number}` : `${words.number} ________`}
          </Text>
          <Text>{facts.number ? facts.day : '________________'}</Text>
          {facts.reference !== '' && <Text>{words.inReplyTo(facts.reference)}</Text>}
        </View>
        <View style={styles.addressee}>
          <Text style={styles.name}>{facts.addressee}</Text>
          <Text>{facts.address}</Text>
        </View>
      </View>
      {paragraphsOf(facts.text).map(({ key, lines }) => (
        <View key={key} style={styles.paragraph}>
          {lines.map((line) => (
            <Text key={line.key} style={line.text.startsWith('– ') ? styles.item : {}}>
              {line.text}
            </Text>
          ))}
        </View>
      ))}
      <View style={styles.signature} wrap={false}>
        <View style={styles.line} />
        <Text>{facts.signatory}</Text>
      </View>
      <Text fixed style={styles.writer}>
        {facts.writer ? `${words.writer}: ${facts.writer}` : ''}
      </Text>
      <Text
        fixed
        style={styles.pageOf}
        render={({ pageNumber, totalPages }) => (totalPages > 1 ? words.page(pageNumber, totalPages) : '')}
      />
    </Page>
  );
}

function Side({ lines }: { lines: readonly string[] }) {
  return (
    <View style={styles.side}>
      {lines.slice(0, -1).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text style={styles.department}>{lines.at(-1)}</Text>
    </View>
  );
}

/** Paragraphs are parted by an empty line, as in the text on the page. */
const paragraphsOf = (text: string) =>
  text.split(/\n{2,}/).map((paragraph, number) => ({
    key: `${number}`,
    lines: paragraph.split('\n').map((line, at) => ({ key: `${at}`, text: line })),
  }));
