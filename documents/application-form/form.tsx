/** The application on paper: empty, to be written by hand, or as somebody filled it in. */
import { StyleSheet, Text, View } from '@react-pdf/renderer';
import {
  type Answers,
  consentKinds,
  type Field,
  type FieldName,
  fields,
  unknownAnswer,
} from '@/domain/applications/fields';
import { Frame, Part } from '../pdf/frame';
import { pdfOf } from '../pdf/render';
import { type DocumentLanguage, datesOf, type Words, wordsOf } from '../words';
import { type Place, sheet, sheetSteps } from './layout';
import { Box, Lines, Tick, Written } from './marks';

/** An application or a draft as it was filled in. */
export type FilledForm = {
  answers: Answers;
  /** The name of the region in the language of the sheet. */
  region: string;
  /** Once it was sent. */
  sent: { reference: string; receivedAt: number } | null;
};

const styles = StyleSheet.create({
  lead: { marginBottom: 2 },
  row: { flexDirection: 'row', alignItems: 'flex-end', columnGap: 10, marginBottom: 6 },
  labels: { flexDirection: 'row', alignItems: 'flex-end', columnGap: 6, marginBottom: 2 },
  label: { fontWeight: 600, flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  name: { fontWeight: 600 },
  help: { fontSize: 8.5, lineHeight: 1.25, color: '#333', marginBottom: 2 },
  unknown: { fontSize: 9, flexShrink: 0, marginRight: -14 },
  choices: { flexDirection: 'row', flexWrap: 'wrap', rowGap: 3, marginTop: 1 },
  consent: { flexDirection: 'row', columnGap: 7, marginBottom: 7 },
  consentText: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  sign: { flexDirection: 'row', columnGap: 14, marginTop: 10 },
  signed: { flexGrow: 1, flexBasis: 0 },
  line: { height: 24, borderBottomWidth: 0.8, borderBottomColor: '#000' },
  small: { fontSize: 8.5, color: '#333', marginTop: 2 },
  museum: { borderWidth: 0.8, borderColor: '#000', padding: 8, marginTop: 14 },
});

/** The sheet as PDF. `filled` left out: an empty one. */
export const applicationForm = (language: DocumentLanguage, filled?: FilledForm): Promise<Buffer> =>
  pdfOf(<ApplicationForm language={language} filled={filled} />);

type Sheet = { language: DocumentLanguage; filled: FilledForm | undefined };

function ApplicationForm({ language, filled }: Sheet) {
  const t = wordsOf(language, 'documents.form');
  const steps = wordsOf(language, 'apply.steps');
  const foot = filled?.sent
    ? t('footSent', { reference: filled.sent.reference, day: datesOf(language).day(filled.sent.receivedAt) })
    : t(filled ? 'footDraft' : 'foot');
  return (
    <Frame language={language} title={t('title')} foot={foot}>
      <Text style={styles.lead}>{t(filled ? 'filledLead' : 'lead')}</Text>
      {sheetSteps.map((step) => (
        <Part key={step} title={steps(`${step}.title`)}>
          {sheet[step].map((row) => (
            <View key={row[0]?.name} style={styles.row} wrap={filled !== undefined}>
              {row.map((place) => (
                <Question key={place.name} place={place} language={language} filled={filled} />
              ))}
            </View>
          ))}
        </Part>
      ))}
      <Consents language={language} filled={filled} />
      {!filled && <Sending t={t} />}
    </Frame>
  );
}

const fieldOf = (name: FieldName): Field => fields.find((field) => field.name === name) ?? fields[0];

function Question({ place, language, filled }: Sheet & { place: Place }) {
  const field = fieldOf(place.name);
  const words = wordsOf(language, 'field');
  const t = wordsOf(language, 'documents.form');
  const answer = filled?.answers[place.name] ?? '';
  const isUnknown = answer === unknownAnswer;
  const unknown = wordsOf(language, 'form')('unknown');
  return (
    <View style={{ flexGrow: place.width ?? 1, flexBasis: 0 }}>
      <View style={styles.labels}>
        <Text style={styles.label}>{words(`${field.name}.label`)}</Text>
        {field.unknown && !field.options && (
          <View style={styles.unknown}>
            <Tick label={unknown} crossed={isUnknown} />
          </View>
        )}
      </View>
      {!filled && t.has(`help.${field.name}`) && <Text style={styles.help}>{t(`help.${field.name}`)}</Text>}
      {field.options ? (
        <View style={styles.choices}>
          {field.options.map((value) => (
            <Tick key={value} label={words(`${field.name}.options.${value}`)} crossed={answer === value} />
          ))}
          {field.unknown && <Tick label={unknown} crossed={isUnknown} />}
        </View>
      ) : filled ? (
        <Written text={isUnknown ? '' : field.name === 'region' ? filled.region : answer} />
      ) : (
        <Lines count={place.lines ?? 1} />
      )}
    </View>
  );
}

function Consents({ language, filled }: Sheet) {
  const words = wordsOf(language, 'field');
  const t = wordsOf(language, 'documents.form');
  return (
    <Part title={wordsOf(language, 'apply.steps')('consents.title')} fresh={!filled}>
      <Text style={{ marginBottom: 6 }} minPresenceAhead={60}>
        {t('consentsLead')}
      </Text>
      {consentKinds.map((kind) => (
        <View key={kind} style={styles.consent} wrap={false}>
          <Box crossed={filled?.answers[`consent-${kind}`] === 'on'} />
          <View style={styles.consentText}>
            <Text style={styles.name}>{words(`consent-${kind}.label`)}</Text>
            <Text style={{ fontSize: 9.5 }}>{words(`consent-${kind}.hint`)}</Text>
          </View>
        </View>
      ))}
      <View style={styles.sign} wrap={false}>
        {(['day', 'signature', 'name'] as const).map((name) => (
          <View key={name} style={styles.signed}>
            <View style={styles.line} />
            <Text style={styles.small}>{t(`sign.${name}`)}</Text>
          </View>
        ))}
      </View>
    </Part>
  );
}

/** Where it goes, and what is noted there. */
function Sending({ t }: { t: Words }) {
  return (
    <View wrap={false}>
      <Part title={t('sending.title')}>
        <Text>{t('sending.text')}</Text>
        <Text style={{ marginTop: 4 }}>{t('sending.papers')}</Text>
      </Part>
      <View style={styles.museum}>
        <Text style={styles.name}>{t('museum.title')}</Text>
        <View style={styles.sign}>
          {(['received', 'reference', 'by'] as const).map((name) => (
            <View key={name} style={styles.signed}>
              <View style={styles.line} />
              <Text style={styles.small}>{t(`museum.${name}`)}</Text>
            </View>
          ))}
        </View>
      </View>
    </View>
  );
}
