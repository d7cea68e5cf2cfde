/** What passes between the form for a copied card and the server. */
import type { ActionState } from '@/components/form/types';

type Row = { term: string; value: string };

/** A card as it was read, in the reader's words. */
export type PasteView = {
  sourceKey: string;
  rows: Row[];
  /** Labels that were not understood. */
  others: Row[];
  /** The name to be confirmed or typed, where the card labels none. */
  askName: { surname: string; givenName: string; patronymic: string } | null;
  citation: string;
  /** The record that is this card already; `more` says what the card adds. */
  known: { href: string; more: string | null } | null;
};

export type PasteState = {
  refusal: Extract<ActionState, { ok: false }> | null;
  view: PasteView | null;
  /** What was posted. */
  values: Record<string, string>;
  /** Another one with every answer, so that the form begins anew with what was typed. */
  round: string;
} | null;
