/** A report as PDF. */
import { Document, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportFacts } from '@/domain/statistics/report-facts';
import { letterhead } from '../letters/sheet-words';
import { pdfOf } from '../pdf/render';
import { type DocumentLanguage, wordsOf } from '../words';
import { Block } from './block';
import { Cover } from './cover';
import { Definitions } from './definitions';
import { inner, look } from './look';
import { ReportMap } from './map';
import { reportParts, statisticOf } from './parts';
import { type ReportWords, reportWords } from './words';

/**
 * Makes the report, fonts embedded. The same facts give the same bytes: the file is dated by the last day it describes, and nothing
 * of it depends on when or where it is made.
 */
export async function reportPdf(facts: ReportFacts, language: DocumentLanguage): Promise<Buffer> {
  const words = reportWords(language);
  const dated = new Date(`${facts.at}T00:00:00Z`);
  return pdfOf(
    <Document
      title={`${words.t('title')}: ${words.period(facts.period)}`}
      author={letterhead.kk.slice(0, 3).join(' ')}
      language={language}
      creator="Izdeu"
      producer="Izdeu"
      creationDate={dated}
      modificationDate={dated}
    >
      <Sheet facts={facts} words={words}>
        <Cover facts={facts} words={words} />
      </Sheet>
      {reportParts.map(({ key, names }, at) => (
        <Sheet key={key} facts={facts} words={words}>
          <Text style={look.part}>{`${at + 1}. ${words.t(`part.${key}`)}`}</Text>
          <Blocks names={names} facts={facts} words={words} part={at + 1} />
        </Sheet>
      ))}
      <Sheet facts={facts} words={words}>
        <Definitions facts={facts} words={words} />
      </Sheet>
    </Document>,
  );
}

type SheetProps = { facts: ReportFacts; words: ReportWords; children: ReactNode };

/** Pages of one part: laid out by themselves, so that a long report does not take the square of its length. */
function Sheet({ facts, words, children }: SheetProps) {
  return (
    <Page size="A4" style={look.page}>
      <Running facts={facts} words={words} />
      {children}
    </Page>
  );
}

type BlocksProps = { names: readonly string[]; facts: ReportFacts; words: ReportWords; part: number };

/** The statistics of a part one below the other; the country today and the country as reported beside each other. */
function Blocks({ names, facts, words, part }: BlocksProps) {
  const block = (name: string, width?: number) => (
    <Block
      key={name}
      statistic={statisticOf(facts, name)}
      words={words}
      number={`${part}.${names.indexOf(name) + 1}.`}
      {...(width ? { width } : {})}
    />
  );
  const [today, reported, ...others] = names;
  // Where nothing was established, the countries have said so already.
  const rest = others.filter((name) => name !== 'places-in-period' || statisticOf(facts, name).rows.length > 0);
  if (today !== 'burials-by-country' || reported !== 'burials-reported') return names.map((name) => block(name));
  return (
    <>
      <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
        {block(today, beside)}
        {block(reported, beside)}
      </View>
      <ReportMap facts={facts} words={words} />
      {rest.map((name) => block(name))}
    </>
  );
}

/** Width of two tables beside each other. */
const beside = (inner - 20) / 2;

/** What stands above and below every page. */
function Running({ facts, words }: { facts: ReportFacts; words: ReportWords }) {
  const frame = wordsOf(words.language, 'documents.frame');
  const site = wordsOf(words.language, 'site');
  return (
    <>
      <View
        fixed
        style={look.head}
        render={({ pageNumber }) =>
          pageNumber > 1 && <RunningHead left={site('department')} right={words.t('title')} />
        }
      />
      <Text fixed style={look.foot}>
        {`${words.period(facts.period)} · ${words.t('foot', { day: words.day(facts.at) })}`}
      </Text>
      <Text
        fixed
        style={look.pageOf}
        render={({ pageNumber, totalPages }) => frame('page', { page: pageNumber, pages: totalPages })}
      />
    </>
  );
}

function RunningHead({ left, right }: { left: string; right: string }) {
  return (
    <>
      <Text>{left}</Text>
      <Text>{right}</Text>
    </>
  );
}
