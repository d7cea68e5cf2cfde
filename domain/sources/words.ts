/** The kinds of sources, how one gets to them, and what their citations are made of. Pure; shared with the forms. */
import type { CitationPart, SourceKind } from '@/db/reference-data/sources';
import type { SourceAccess } from '@/db/schema/correspondence';

export const sourceKinds = [
  'own',
  'database',
  'book',
  'archive',
  'community',
  'partner',
] as const satisfies readonly SourceKind[];

export const sourceAccesses = ['open', 'registration', 'on-site', 'written'] as const satisfies readonly SourceAccess[];

export const citationParts = [
  'archive',
  'fond',
  'opis',
  'delo',
  'list',
  'document',
  'address',
  'volume',
  'page',
  'grave-passport',
  'camp',
  'prisoner',
  'protocol',
  'photograph',
  'author',
  'date',
] as const satisfies readonly CitationPart[];

/** A part of a citation in the reader's words; a row from elsewhere may name one we do not know. */
export const isCitationPart = (part: string): part is CitationPart =>
  (citationParts as readonly string[]).includes(part);

/** What a look into a source came to. */
export const searchOutcomes = ['found', 'nothing', 'impossible', 'not-applicable'] as const;

/** Outcomes that say why. */
export const outcomesWithReason: readonly string[] = ['impossible', 'not-applicable'];
