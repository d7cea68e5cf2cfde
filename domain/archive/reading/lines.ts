// Cuts the lines of a text that need no care: no doubled quotes, no line break inside quotes. Ten times as fast as sign by sign.

const QUOTE = 34;

/** Places in one text, found ahead and remembered: each is looked for once, however many lines ask. */
export class Lines {
  readonly #separator: string;
  readonly #separatorCode: number;
  #text = '';
  #lf = -1;
  #cr = -1;
  #quote = -1;

  constructor(separator: string) {
    this.#separator = separator;
    this.#separatorCode = separator.charCodeAt(0);
  }

  /** Takes a text up, or goes back in it: places asked for from now on only go forward from `at`. */
  look(text: string, at: number): void {
    this.#text = text;
    this.#lf = text.indexOf('\n', at);
    this.#cr = text.indexOf('\r', at);
    this.#quote = text.indexOf('"', at);
  }

  /** Where the line that holds `at` ends: at its CR or LF; -1 where it does not end in this text. */
  endOf(at: number): number {
    if (this.#lf >= 0 && this.#lf < at) this.#lf = this.#text.indexOf('\n', at);
    if (this.#cr >= 0 && this.#cr < at) this.#cr = this.#text.indexOf('\r', at);
    return this.#cr < 0 || (this.#lf >= 0 && this.#lf < this.#cr) ? this.#lf : this.#cr;
  }

  /** The cells of the line, undefined where it cannot be cut without care. */
  cells(from: number, end: number): string[] | undefined {
    if (this.#quote >= 0 && this.#quote < from) this.#quote = this.#text.indexOf('"', from);
    if (this.#quote < 0 || this.#quote > end) return this.#text.slice(from, end).split(this.#separator);
    return this.#quoted(from, end);
  }

  #quoted(start: number, end: number): string[] | undefined {
    const text = this.#text;
    const cells: string[] = [];
    for (let from = start; ; ) {
      let to: number;
      if (text.charCodeAt(from) === QUOTE) {
        const close = text.indexOf('"', from + 1);
        if (close < 0 || close >= end) return undefined;
        cells.push(text.slice(from + 1, close));
        to = close + 1;
        if (to < end && text.charCodeAt(to) !== this.#separatorCode) return undefined;
      } else {
        const next = text.indexOf(this.#separator, from);
        to = next < 0 || next > end ? end : next;
        cells.push(text.slice(from, to));
      }
      if (to === end) return cells;
      from = to + 1;
    }
  }
}
