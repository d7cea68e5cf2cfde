/** What a sheet of the register is made of. */
import { countryName } from '../countries';
import type { Cell } from '../workbook';
import { dayOf } from '../working-days';

/** Words in the reader's language; `text` answers a key of the messages, and the key's own last part where there is none. */
export type ExportWords = { language: 'kk' | 'ru' | 'en'; text(key: string): string };

export type ExportColumn<Row> = { key: string; width: number; cell: (row: Row, words: ExportWords) => Cell };
export type ExportSheet<Row> = {
  key: string;
  columns: readonly ExportColumn<Row>[];
  /** The next rows after the one with this key (`null`: the first ones); none at the end. */
  next: (after: Row | null) => Promise<Row[]>;
};

/** How many rows are read at once. */
export const rowsAtOnce = 500;

export const day = (ms: number | null): Cell => (ms === null ? null : { day: dayOf(ms) });
export const onDay = (text: string | null): Cell => (text ? { day: text } : null);
export const country = (code: string | null, words: ExportWords): Cell => code && countryName(code, words.language);
