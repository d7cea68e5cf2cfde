// A push parser that cuts decoded text into rows and cells. It holds one row at most, however long the file is.
import { Lines } from './lines';
import type { RejectCode } from './refusal';

/**
 * Limits in characters (UTF-16 units of the decoded text, quotes left out; a row counts one more for each field). A
 * longer field or row is reported and passed over to its end without being kept.
 */
export const SPLIT_LIMITS = { field: 1_048_576, row: 4_194_304 };

export type SplitFault = Extract<
  RejectCode,
  'row.field-too-long' | 'row.too-long' | 'row.unclosed-quote' | 'row.stray-quote'
>;

/** `line` to `lastLine`: the lines of the file it stands on, from 1. `ended`: a line end follows. Faulty rows have no cells. */
export type SplitRow = { line: number; lastLine: number; cells: string[]; ended: boolean; fault?: SplitFault };

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** Characters that may be read a second time before any input: see `#rereadOrSkip`. */
const FIRST_ALLOWANCE = 8_388_608;

type State = 'start' | 'bare' | 'quoted' | 'closing' | 'skip';

/**
 * Splits text by RFC 4180 with any one-character separator; line ends are CRLF, LF or CR, mixed too. Quotes inside an
 * unquoted field are ordinary characters; lines without a character are no rows. The result does not depend on how
 * the text is cut into chunks.
 *
 * A quote that is opened and never closed would swallow the rows after it. Where that shows (a quote closes in the
 * middle of a word, the text ends, or a field grows too long over lines that have the columns of the table), only the
 * line with the quote is reported and the lines after it are read again.
 */
export class Splitter {
  readonly #separator: number;
  readonly #limits: typeof SPLIT_LIMITS;
  #rows: SplitRow[] = [];
  #text = '';
  #at = 0;
  #state: State = 'start';
  #field = '';
  #cells: string[] = [];
  #size = 0;
  #fault: SplitFault | undefined;
  #line = 1;
  #rowLine = 1;
  #columns = 0;
  /** The row's text after its first line break inside quotes: earlier chunks, and where it goes on in this one. */
  #tail: string | null = null;
  #tailFrom = 0;
  #tailAfterCr = false;
  #endedWithCr = false;
  #allowance = FIRST_ALLOWANCE;
  readonly #lines: Lines;

  constructor(separator: string, limits = SPLIT_LIMITS) {
    this.#separator = separator.charCodeAt(0);
    this.#limits = limits;
    this.#lines = new Lines(separator);
  }

  /** The rows that end within this chunk. */
  push(chunk: string): SplitRow[] {
    // Twice the input at most is read again, so that hostile quotes cannot make the time grow with its square.
    this.#allowance += chunk.length * 2;
    this.#text = chunk;
    this.#lines.look(chunk, 0);
    this.#run();
    return this.#taken();
  }

  /** What is left when the text has ended. */
  end(): SplitRow[] {
    while (this.#state === 'quoted') {
      if (!this.#reread()) {
        this.#fail('row.unclosed-quote');
        break;
      }
      this.#run();
    }
    const begun = this.#cells.length > 0 || this.#field !== '' || this.#fault || this.#state !== 'start';
    if (begun) this.#endRow(false);
    return this.#taken();
  }

  #taken(): SplitRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #run(): void {
    while (this.#at < this.#text.length) {
      if (this.#state === 'start') this.#beginOrWholeRows();
      else if (this.#state === 'bare') this.#bare();
      else if (this.#state === 'quoted') this.#quoted();
      else if (this.#state === 'closing') this.#closing();
      else this.#skip();
    }
    if (this.#text === '') return;
    this.#endedWithCr = this.#text.charCodeAt(this.#text.length - 1) === CR;
    if (this.#tail !== null) this.#tail += this.#text.slice(this.#tailFrom);
    this.#tailFrom = 0;
    this.#text = '';
    this.#at = 0;
  }

  /** Rows that lie in the text as they are, each on one line, are cut out whole; anything else goes sign by sign. */
  #beginOrWholeRows(): void {
    if (this.#cells.length > 0 || this.#fault || this.#tail !== null) {
      this.#start();
      return;
    }
    const lines = this.#lines;
    for (;;) {
      const at = this.#at;
      if (this.#text.charCodeAt(at) === LF && this.#followsCr(at)) this.#at += 1;
      const from = this.#at;
      const end = lines.endOf(from);
      if (end < 0 || end - from >= this.#limits.field || end - from >= this.#limits.row) break;
      if (end > from) {
        const cells = lines.cells(from, end);
        if (!cells) break;
        if (this.#columns === 0) this.#columns = cells.length;
        this.#rows.push({ line: this.#line, lastLine: this.#line, cells, ended: true });
      }
      this.#line += 1;
      this.#rowLine = this.#line;
      this.#at = end + 1;
    }
    if (this.#at < this.#text.length) this.#start();
  }

  #start(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE) {
      this.#state = 'quoted';
      this.#at += 1;
    } else if (code === LF && this.#followsCr(this.#at)) {
      this.#at += 1;
    } else {
      this.#state = 'bare';
    }
  }

  #bare(): void {
    const text = this.#text;
    const separator = this.#separator;
    let end = this.#at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === separator || code === LF || code === CR) break;
    }
    this.#keep(this.#at, end);
    this.#at = end;
    if (end < text.length) this.#delimit(text.charCodeAt(end));
  }

  #quoted(): void {
    const text = this.#text;
    let end = this.#at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      if (code === LF || code === CR) this.#breakInside(end, code);
    }
    const from = this.#at;
    this.#at = end;
    this.#keep(from, end);
    if (this.#text !== text || this.#state !== 'quoted' || end === text.length) return;
    this.#state = 'closing';
    this.#at = end + 1;
  }

  #closing(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE) {
      this.#state = 'quoted';
      this.#at += 1;
      // The second quote of a pair is the one that belongs to the value.
      this.#keep(this.#at - 1, this.#at);
    } else if (code === this.#separator || code === LF || code === CR) {
      this.#delimit(code);
    } else {
      this.#rereadOrSkip();
    }
  }

  #skip(): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code !== LF && code !== CR) continue;
      this.#at += 1;
      this.#endRow(true);
      return;
    }
  }

  #delimit(code: number): void {
    this.#at += 1;
    if (code !== this.#separator) {
      this.#endRow(true);
      return;
    }
    this.#endField();
    this.#state = 'start';
  }

  #keep(from: number, to: number): void {
    if (this.#fault || from === to) return;
    const piece = this.#text.slice(from, to);
    this.#field = this.#field === '' ? piece : this.#field + piece;
    if (this.#field.length > this.#limits.field) this.#overflow('row.field-too-long');
    else if (this.#size + this.#field.length > this.#limits.row) this.#overflow('row.too-long');
  }

  #endField(): void {
    if (this.#fault) return;
    this.#cells.push(this.#field);
    // One more for the separator: a row of nothing but separators has a limit too.
    this.#size += this.#field.length + 1;
    this.#field = '';
    if (this.#size > this.#limits.row) this.#fail('row.too-long');
  }

  #endRow(ended: boolean): void {
    const blank = this.#state === 'bare' && this.#cells.length === 0 && this.#field === '' && !this.#fault;
    if (this.#state !== 'skip') this.#endField();
    if (!blank) this.#emit(this.#line, ended);
    this.#line += 1;
    this.#beginRow();
  }

  #emit(lastLine: number, ended: boolean): void {
    const row: SplitRow = { line: this.#rowLine, lastLine, cells: this.#cells, ended };
    if (this.#fault) row.fault = this.#fault;
    else if (this.#columns === 0) this.#columns = row.cells.length;
    this.#rows.push(row);
  }

  #beginRow(): void {
    this.#state = 'start';
    this.#rowLine = this.#line;
    this.#field = '';
    this.#cells = [];
    this.#size = 0;
    this.#fault = undefined;
    this.#tail = null;
  }

  #breakInside(at: number, code: number): void {
    if (this.#tail === null && !this.#fault) {
      this.#tail = '';
      this.#tailFrom = at + 1;
      this.#tailAfterCr = code === CR;
    }
    if (code === CR || !this.#followsCr(at)) this.#line += 1;
  }

  #followsCr(at: number): boolean {
    return at > 0 ? this.#text.charCodeAt(at - 1) === CR : this.#endedWithCr;
  }

  #fail(fault: SplitFault): void {
    this.#fault = fault;
    this.#field = '';
    this.#cells = [];
    this.#tail = null;
  }

  #overflow(fault: SplitFault): void {
    const swallowing = this.#state === 'quoted' && this.#swallowsRows();
    if (!swallowing || !this.#reread()) this.#fail(fault);
  }

  /** Whether the first lines inside the quotes have just the columns of the table. */
  #swallowsRows(): boolean {
    if (this.#tail === null || this.#columns < 2) return false;
    const separator = String.fromCharCode(this.#separator);
    const text = (this.#tail + this.#text.slice(this.#tailFrom, this.#at)).slice(0, 65_536);
    const lines = text.split(/\r\n|\r|\n/, 4).slice(0, 3);
    return lines.length === 3 && lines.every((line) => line.split(separator).length === this.#columns);
  }

  /** A quote has closed in the middle of a word: the closing or an earlier opening one is a stray. */
  #rereadOrSkip(): void {
    if (this.#reread()) return;
    this.#fail(this.#rowLine === this.#line ? 'row.stray-quote' : 'row.unclosed-quote');
    this.#state = 'skip';
  }

  /** Reports the row's first line alone and goes back to the second one; false where there is none or it costs too much. */
  #reread(): boolean {
    if (this.#tail === null) return false;
    const cost = this.#tail.length + this.#at - this.#tailFrom;
    if (cost > this.#allowance) return false;
    this.#allowance -= cost;
    if (this.#tail === '') {
      this.#at = this.#tailFrom;
    } else {
      this.#text = this.#tail + this.#text.slice(this.#tailFrom);
      this.#at = 0;
      this.#endedWithCr = this.#tailAfterCr;
    }
    this.#lines.look(this.#text, this.#at);
    this.#fail('row.unclosed-quote');
    this.#emit(this.#rowLine, true);
    this.#line = this.#rowLine + 1;
    this.#beginRow();
    return true;
  }
}
