/** The first page of a report: whose it is, of when, the figures that matter, and who answers for it. */
import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReportFacts } from '@/domain/statistics/report-facts';
import { spanOf } from '@/domain/statistics/report-period';
import { Shanyrak } from '../letters/ornament';
import { letterhead } from '../letters/sheet-words';
import { fonts } from '../pdf/fonts';
import { inner, look, soft } from './look';
import { statisticOf } from './parts';
import { StatisticTable } from './table';
import type { ReportWords } from './words';

const styles = StyleSheet.create({
  head: { flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between', paddingBottom: 9 },
  side: { width: 190, fontSize: 9.5, lineHeight: 1.35, textAlign: 'center' },
  department: { fontWeight: 600, marginTop: 3 },
  rule: { borderTopWidth: 1.2, borderBottomWidth: 0.4, height: 3.2, borderColor: '#000', marginBottom: 14 },
  journal: { fontSize: 9.5, marginBottom: 20 },
  title: { fontFamily: fonts.title, fontWeight: 600, fontSize: 21, lineHeight: 1.2, textAlign: 'center' },
  period: { fontFamily: fonts.title, fontSize: 15, lineHeight: 1.3, textAlign: 'center', marginTop: 10 },
  asOf: { fontSize: 9, color: soft, textAlign: 'center', marginTop: 8, marginBottom: 20 },
  figures: { flexDirection: 'row', borderTopWidth: 0.8, borderBottomWidth: 0.8, borderColor: '#000', marginBottom: 16 },
  figure: { width: inner / 4, paddingTop: 8, paddingBottom: 10, paddingHorizontal: 6 },
  big: { fontFamily: fonts.title, fontWeight: 600, fontSize: 25, lineHeight: 1.15, textAlign: 'center' },
  label: { fontSize: 8.5, lineHeight: 1.25, textAlign: 'center', color: soft, marginTop: 8 },
  section: { fontFamily: fonts.title, fontWeight: 600, fontSize: 12, lineHeight: 1.25, marginBottom: 4 },
  table: { marginBottom: 16 },
  wide: { width: inner - 210 },
  narrow: { width: 105 },
  signatures: { marginTop: 12 },
  signature: { flexDirection: 'row', marginTop: 20 },
  post: { width: 185 },
  blank: { borderTopWidth: 0.6, borderColor: '#000', marginRight: 14, marginTop: 12 },
  under: { fontSize: 7, color: soft, textAlign: 'center', marginTop: 2 },
});

type CoverProps = { facts: ReportFacts; words: ReportWords };

export function Cover({ facts, words }: CoverProps) {
  const { t, statistics } = words;
  const burials = statisticOf(facts, 'burials-by-country');
  const working = statisticOf(facts, 'cases-by-status')
    .rows.filter(({ status }) => !restingStatuses.has(`${status}`))
    .reduce((sum, { cases }) => sum + Number(cases), 0);
  const figures: [string, number][] = [
    [t('figure.received'), burials.totals.received ?? 0],
    [t('figure.established'), burials.totals.applications ?? 0],
    [t('figure.soldiers'), burials.totals.soldiers ?? 0],
    [t('figure.working'), working],
  ];
  return (
    <View>
      <View style={styles.head}>
        <Side lines={letterhead.kk} />
        <Shanyrak size={46} color="#000" />
        <Side lines={letterhead.ru} />
      </View>
      <View style={styles.rule} />
      <Text style={styles.journal}>{t('journal')}</Text>
      <Text style={styles.title}>{t('title')}</Text>
      <Text style={styles.period}>{words.period(facts.period)}</Text>
      <Text style={styles.asOf}>
        {t(facts.at < spanOf(facts.period).to ? 'asOfUnfinished' : 'asOf', { day: words.day(facts.at) })}
      </Text>
      <View style={styles.figures}>
        {figures.map(([label, value]) => (
          <View key={label} style={styles.figure}>
            <Text style={styles.big}>{statistics.number(value)}</Text>
            <Text style={styles.label}>{label}</Text>
          </View>
        ))}
      </View>
      <Compared facts={facts} words={words} />
      <Text style={styles.section}>{t('countries')}</Text>
      <StatisticTable statistic={burials} words={words} most={10} />
      <Signatures words={words} />
    </View>
  );
}

/** Statuses in which nobody works on a case. */
const restingStatuses: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'joined']);

/** The period beside the one before it. */
function Compared({ facts, words }: CoverProps) {
  const { t, statistics } = words;
  const total = (name: string) => statistics.number(statisticOf(facts, name).totals.applications ?? 0);
  const rows = [
    [t('compared.received'), total('applications-received'), total('received-before')],
    [t('compared.established'), total('burials-in-period'), total('burials-before')],
  ] as const;
  return (
    <View style={styles.table}>
      <View style={look.headRow}>
        <Text style={[look.cell, look.headCell, styles.wide]}>{t('compared.title')}</Text>
        <Text style={[look.cell, look.headCell, look.number, styles.narrow]}>{t('compared.now')}</Text>
        <Text style={[look.cell, look.headCell, look.number, styles.narrow]}>{t('compared.before')}</Text>
      </View>
      {rows.map(([label, now, before]) => (
        <View key={label} style={look.row}>
          <Text style={[look.cell, styles.wide]}>{label}</Text>
          <Text style={[look.cell, look.number, styles.narrow, { fontWeight: 600 }]}>{now}</Text>
          <Text style={[look.cell, look.number, styles.narrow]}>{before}</Text>
        </View>
      ))}
    </View>
  );
}

function Signatures({ words: { t } }: { words: ReportWords }) {
  return (
    <View style={styles.signatures} wrap={false}>
      {(['museum', 'department'] as const).map((whose) => (
        <View key={whose} style={styles.signature}>
          <Text style={styles.post}>{t(`signature.${whose}`)}</Text>
          {(
            [
              ['sign', 110],
              ['name', 162],
            ] as const
          ).map(([what, width]) => (
            <View key={what} style={[styles.blank, { width }]}>
              <Text style={styles.under}>{t(`signature.${what}`)}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function Side({ lines }: { lines: readonly string[] }) {
  return (
    <View style={styles.side}>
      {lines.slice(0, -1).map((one) => (
        <Text key={one}>{one}</Text>
      ))}
      <Text style={styles.department}>{lines.at(-1)}</Text>
    </View>
  );
}
