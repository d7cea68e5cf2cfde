/** The frame of every document on paper: whose it is, what it is, which page of how many. A4, black on white. */
import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { type DocumentLanguage, wordsOf } from '../words';
import { fonts } from './fonts';

/** Points (1/72 inch) on a sheet of 595 × 842. What is rendered for each page has to hang from the top: from the bottom it is not drawn. */
const styles = StyleSheet.create({
  page: {
    fontFamily: fonts.text,
    fontSize: 10.5,
    lineHeight: 1.35,
    color: '#000',
    paddingTop: 46,
    paddingBottom: 46,
    paddingHorizontal: 48,
  },
  head: {
    position: 'absolute',
    top: 24,
    left: 48,
    right: 48,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8.5,
    color: '#333',
  },
  rule: { position: 'absolute', bottom: 38, left: 48, right: 48, borderTopWidth: 0.5, borderTopColor: '#000' },
  foot: { position: 'absolute', top: 808, left: 48, fontSize: 8.5, color: '#333' },
  pageOf: { position: 'absolute', top: 808, left: 300, right: 48, fontSize: 8.5, color: '#333', textAlign: 'right' },
  museum: { fontSize: 10, marginBottom: 1 },
  title: { fontFamily: fonts.title, fontWeight: 600, fontSize: 20, lineHeight: 1.2, marginTop: 8, marginBottom: 6 },
  section: {
    fontFamily: fonts.title,
    fontWeight: 600,
    fontSize: 13.5,
    lineHeight: 1.25,
    borderTopWidth: 1,
    borderTopColor: '#000',
    paddingTop: 4,
    marginTop: 7,
    marginBottom: 3,
  },
});

type FrameProps = {
  language: DocumentLanguage;
  title: string;
  /** At the left of every page's foot: what the sheet belongs to. */
  foot: string;
  children: ReactNode;
};

export function Frame({ language, title, foot, children }: FrameProps) {
  const t = wordsOf(language, 'documents.frame');
  const site = wordsOf(language, 'site');
  return (
    <Document title={title} author={site('museum')} language={language} creator="Izdeu" producer="Izdeu">
      <Page size="A4" style={styles.page}>
        <View
          fixed
          style={styles.head}
          render={({ pageNumber }) => pageNumber > 1 && <RunningHead museum={site('museum')} title={title} />}
        />
        <Text style={styles.museum}>{site('museum')}</Text>
        <Text style={styles.museum}>{site('department')}</Text>
        <Text style={styles.title}>{title}</Text>
        {children}
        <View fixed style={styles.rule} />
        <Text fixed style={styles.foot}>
          {foot}
        </Text>
        <Text
          fixed
          style={styles.pageOf}
          render={({ pageNumber, totalPages }) => t('page', { page: pageNumber, pages: totalPages })}
        />
      </Page>
    </Document>
  );
}

function RunningHead({ museum, title }: { museum: string; title: string }) {
  return (
    <>
      <Text>{museum}</Text>
      <Text>{title}</Text>
    </>
  );
}

/** A part of a document; its heading never stands alone at the end of a page. `fresh`: it begins a page. */
export function Part({ title, fresh = false, children }: { title: string; fresh?: boolean; children: ReactNode }) {
  return (
    <>
      <Text style={styles.section} wrap={false} minPresenceAhead={90} break={fresh}>
        {title}
      </Text>
      {children}
    </>
  );
}
