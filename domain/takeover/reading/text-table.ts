/** A register kept as text: CSV with commas, semicolons or tabs, in any of the encodings the archive files come in. */
import { BROKEN_CHARACTERS, createDecoder } from '../../archive/reading/encoding';
import { foreignKind } from '../../archive/reading/kind';
import { sniffSeparator } from '../../archive/reading/separator';
import { Splitter } from '../../archive/reading/split';
import { DomainError } from '../../result';
import { bookLimits } from './limits';
import type { RawSheet } from './raw-sheet';

/** @throws DomainError `takeover.not-a-table` with the kind of file, `takeover.too-many-rows` */
export function readTextTable(bytes: Buffer): RawSheet[] {
  const sample = bytes.subarray(0, 65_536);
  const decoder = createDecoder(sample);
  const kind = foreignKind(sample, decoder.encoding().startsWith('utf-16'));
  if (kind) throw new DomainError('takeover.not-a-table', {}, { detail: kind });
  const text = (decoder.write(bytes).text + decoder.end().text).replace(BROKEN_CHARACTERS, '\ufffd');
  const splitter = new Splitter(sniffSeparator(text.slice(0, 65_536)));
  const rows = [...splitter.push(text), ...splitter.end()].filter((row) => row.cells.some((cell) => cell.trim()));
  if (rows.length > bookLimits.rows) throw new DomainError('takeover.too-many-rows', {}, { limit: bookLimits.rows });
  return [
    {
      name: '',
      rows: rows.map(({ line, cells }) => ({
        row: line,
        cells: cells.slice(0, bookLimits.columns).map((cell) => cell.slice(0, bookLimits.cell)),
        from: new Map(),
        across: new Map(),
      })),
    },
  ];
}
