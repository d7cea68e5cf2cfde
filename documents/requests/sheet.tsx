/** A request on paper: to whom, its number and day, its text, and the list of men when it asks about several. */
import { renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { fullName } from '@/domain/names';
import { Frame, Part } from '../pdf/frame';
import { type DocumentLanguage, datesOf, wordsOf } from '../words';
import { type Described, factsOf } from './text';

const styles = StyleSheet.create({
  head: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 14 },
  left: { width: '45%' },
  right: { width: '50%' },
  text: { marginBottom: 10 },
  man: { flexDirection: 'row', borderTopWidth: 0.5, borderTopColor: '#000', paddingVertical: 4 },
  order: { width: 24 },
  facts: { flex: 1 },
  name: { fontWeight: 600 },
  signed: { marginTop: 26, flexDirection: 'row', justifyContent: 'space-between' },
  line: { width: '40%', borderTopWidth: 0.5, borderTopColor: '#000', paddingTop: 2, fontSize: 8.5 },
});

export type RequestSheet = {
  language: DocumentLanguage;
  number: string;
  /** Milliseconds since 1970; null while it is a draft. */
  sentAt: number | null;
  body: { name: string; address: string };
  text: string;
  /** In the order of their numbers. */
  men: readonly (Described & { caseId: string })[];
};

/** The sheet as PDF. Of a request about one man the text says everything; several stand in a list. */
export const requestPdf = (sheet: RequestSheet): Promise<Buffer> => renderToBuffer(<Sheet {...sheet} />);

function Sheet({ language, number, sentAt, body, text, men }: RequestSheet) {
  const t = wordsOf(language, 'documents.request');
  const { day } = datesOf(language);
  return (
    <Frame language={language} title={t('title')} foot={number ? t('number', { number }) : t('draft')}>
      <View style={styles.head}>
        <View style={styles.left}>
          <Text>{number ? t('number', { number }) : t('noNumber')}</Text>
          <Text>{sentAt === null ? t('draft') : day(sentAt)}</Text>
        </View>
        <View style={styles.right}>
          <Text style={styles.name}>{body.name}</Text>
          {body.address !== '' && <Text>{body.address}</Text>}
        </View>
      </View>
      {text.split('\n\n').map((paragraph) => (
        <Text key={paragraph} style={styles.text}>
          {paragraph}
        </Text>
      ))}
      <View style={styles.signed} wrap={false}>
        <Text style={styles.line}>{t('position')}</Text>
        <Text style={styles.line}>{t('signature')}</Text>
      </View>
      {men.length > 1 && <Men language={language} men={men} />}
    </Frame>
  );
}

function Men({ language, men }: Pick<RequestSheet, 'language' | 'men'>) {
  const t = wordsOf(language, 'documents.request');
  return (
    <Part title={t('list', { n: men.length })} fresh>
      {men.map((man, at) => (
        <View key={man.caseId} style={styles.man} wrap={false}>
          <Text style={styles.order}>{at + 1}.</Text>
          <View style={styles.facts}>
            <Text style={styles.name}>{fullName(man)}</Text>
            {factsOf(language, man).map(([label, value]) => (
              <Text key={label}>{`${label}: ${value}`}</Text>
            ))}
          </View>
        </View>
      ))}
    </Part>
  );
}
