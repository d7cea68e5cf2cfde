import type { ReactNode } from 'react';
import type { CheckKind } from './check-field';

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'date'
  | 'year'
  | 'tel'
  | 'email'
  | 'password'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'checkboxes'
  | 'hidden'
  | 'file'
  | 'heading';

export type FieldOption = { value: string; label: string; hint?: string };

export type FieldSpec = {
  name: string;
  label: string;
  hint?: string;
  /** more words, perhaps with a drawing, made on the server; stands under the hint */
  help?: ReactNode;
  /** `date` is a partial date as people write it; `heading` is a line between fields, its name only a key */
  kind: FieldKind;
  options?: readonly FieldOption[];
  /** what stands in the field; a ticked `checkbox` is `on`; ticked `checkboxes` are their values joined by commas */
  value?: string;
  required?: boolean;
  maxLength?: number;
  /** label of a "don't know" checkbox, posted as `NAME.unknown` = `on` */
  unknown?: string;
  unknownTicked?: boolean;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url';
  width?: 'short' | 'medium' | 'full';
  rows?: number;
  accept?: string;
  /** `file` only: several at once */
  multiple?: boolean;
  /** neighbours with the same group stand in one fieldset, the group being its legend */
  group?: string;
};

/** What an action answers. `fields` holds a message, or an error code that `texts.errors` knows, for each field. */
export type ActionState =
  | { ok: true; message?: string /** what was left undone, line by line */; list?: readonly string[] }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string>;
      /** what was typed, as posted; ticked boxes `on`, several values of one name joined by commas */
      values?: Record<string, string>;
    }
  | null;

export type FormAction = (previous: ActionState, data: FormData) => Promise<ActionState>;

/** Words of every form, made ready on the server by `formTexts()`. */
export type FormTexts = {
  problem: string;
  required: string;
  pending: string;
  done: string;
  lost: string;
  choose: string;
  errors: Readonly<Record<string, string>>;
};

/** What is looked at while somebody leaves a field; the server looks again at everything. */
export type FormCheck = Readonly<Record<string, CheckKind | readonly CheckKind[]>>;
