/** The programme of a trip or ceremony on paper: what a family takes along. A4, black on white; the same facts give the same bytes. */
import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { Journey } from '@/domain/community/journeys';
import { documentLines, inLanguage } from '@/domain/community/rules/journeys';
import { fonts } from '../pdf/fonts';
import { Part } from '../pdf/frame';
import { pdfOf } from '../pdf/render';
import { wordsOf } from '../words';
import { type JourneyLanguage, journeyWords } from './words';

/** Points (1/72 inch) on a sheet of 595 × 842. */
const styles = StyleSheet.create({
  page: {
    fontFamily: fonts.text,
    fontSize: 11,
    lineHeight: 1.4,
    color: '#000',
    paddingVertical: 48,
    paddingHorizontal: 56,
  },
  museum: { fontSize: 10 },
  title: { fontFamily: fonts.title, fontWeight: 600, fontSize: 21, lineHeight: 1.2, marginTop: 12, marginBottom: 4 },
  when: { fontSize: 12.5, marginBottom: 6 },
  off: { fontWeight: 600, borderWidth: 1, borderColor: '#000', padding: 6, marginBottom: 6 },
  row: { flexDirection: 'row', marginBottom: 5 },
  day: { width: 120, fontWeight: 600 },
  grow: { flex: 1 },
  muted: { color: '#333' },
  box: { width: 10, height: 10, borderWidth: 0.8, borderColor: '#000', marginRight: 8, marginTop: 2 },
  foot: { position: 'absolute', top: 802, left: 56, right: 56, fontSize: 8.5, color: '#333' },
});

export type Programme = {
  journey: Journey;
  /** Of the family it is made for; null for the museum's own. */
  family: { reference: string; persons: number | null } | null;
};

export async function programmePdf({ journey, family }: Programme, language: JourneyLanguage): Promise<Buffer> {
  const words = journeyWords(language);
  const { t } = words;
  const site = wordsOf(language, 'site');
  const made = new Date(journey.changedAt);
  const title = inLanguage(journey.title, language);
  const told = (names: Journey['meeting']) => inLanguage(names, language);
  const where = words.where(journey);
  return pdfOf(
    <Document
      title={title}
      author={site('museum')}
      language={language}
      creator="Izdeu"
      producer="Izdeu"
      creationDate={made}
      modificationDate={made}
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.museum}>{site('museum')}</Text>
        <Text style={styles.museum}>{site('department')}</Text>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.when}>{words.days(journey)}</Text>
        {journey.state === 'cancelled' && <Text style={styles.off}>{t('state.cancelled')}</Text>}
        {journey.kind === 'ceremony' && where !== '' && <Text>{where}</Text>}
        {family && (
          <Text style={styles.muted}>
            {[
              t('forFamily', { reference: family.reference }),
              family.persons === null ? '' : t('personsCome', { n: family.persons }),
            ]
              .filter(Boolean)
              .join('. ')}
          </Text>
        )}
        {told(journey.meeting) !== '' && (
          <Part title={t('meeting')}>
            <Text>{told(journey.meeting)}</Text>
          </Part>
        )}
        {journey.stages.length > 0 && (
          <Part title={t('stages')}>
            {journey.stages.map((stage) => (
              <View key={stage.stageId} style={styles.row} wrap={false}>
                <Text style={styles.day}>{words.day(stage.day)}</Text>
                <View style={styles.grow}>
                  {stage.place && <Text>{words.placeText(stage.place)}</Text>}
                  {told(stage.programme) !== '' && <Text style={styles.muted}>{told(stage.programme)}</Text>}
                </View>
              </View>
            ))}
          </Part>
        )}
        {told(journey.programme) !== '' && (
          <Part title={t('programme')}>
            <Text>{told(journey.programme)}</Text>
          </Part>
        )}
        <Documents journey={journey} language={language} title={t('documents')} />
        {journey.participants.length > 0 && (
          <Part title={t('participants')}>
            {journey.participants.map(({ participantId, partner, name, part }) => (
              <Text key={participantId}>
                {[partner && inLanguage(partner, language), name, part].filter(Boolean).join(', ')}
              </Text>
            ))}
          </Part>
        )}
        {told(journey.note) !== '' && (
          <Part title={t('note')}>
            <Text>{told(journey.note)}</Text>
          </Part>
        )}
        {journey.contact !== '' && (
          <Part title={t('contact')}>
            <Text>{journey.contact}</Text>
          </Part>
        )}
        <Text fixed style={styles.foot}>
          {t('asOf', { day: words.day(made.toISOString().slice(0, 10)) })}
        </Text>
      </Page>
    </Document>,
  );
}

function Documents({ journey, language, title }: { journey: Journey; language: JourneyLanguage; title: string }) {
  const lines = documentLines(journey.documents, language);
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      {lines.map(({ key, text }) => (
        <View key={key} style={styles.row} wrap={false}>
          <View style={styles.box} />
          <Text style={styles.grow}>{text}</Text>
        </View>
      ))}
    </Part>
  );
}
