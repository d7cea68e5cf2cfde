import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { OwnData } from '@/domain/applications/own-data';
import type { DocumentLanguage, Words } from '../words';

/** What each part of the document is told. */
export type Told = { language: DocumentLanguage; data: OwnData; t: Words };

const styles = StyleSheet.create({
  pair: { flexDirection: 'row', columnGap: 12, marginBottom: 3 },
  term: { width: 150, flexShrink: 0, color: '#333' },
  value: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
});

/** A line of a document: what it is, and what it says. Nothing where it says nothing. */
export function Pair({ term, children }: { term: string; children: ReactNode }) {
  if (children === '' || children === null) return null;
  return (
    <View style={styles.pair}>
      <Text style={styles.term}>{term}</Text>
      <Text style={styles.value}>{children}</Text>
    </View>
  );
}
