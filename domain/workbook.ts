/** Writes XLSX (ECMA-376) sheet after sheet and row after row, so that a register of any size fits through. */
import { Zip, ZipDeflate } from 'fflate';

/** Text, a number, a museum day (`YYYY-MM-DD`) that stands there as a date, a share (0 to 1) as a percentage, or nothing. */
export type Cell = string | number | { day: string } | { share: number } | null;

export type Sheet = {
  name: string;
  /** In characters, from the first column on. */
  widths: readonly number[];
  /** How many lines at the head are names of columns: set apart, kept in sight. */
  headLines: number;
  /** Whether the last of these carries filters. */
  filters: boolean;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** Such as `A1:D1`. */
  merges?: readonly string[];
};

/**
 * The file, in pieces as they come. Names of sheets are cut and cleaned as Excel wants them.
 * @param madeAt the moment it carries, milliseconds since 1970
 */
export async function* writeWorkbook(sheets: readonly Sheet[], madeAt: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const names = sheetNames(sheets);
  const begin = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = new Date(madeAt);
    zip.add(file);
    return (text: string, last = false) => file.push(encoder.encode(text), last);
  };
  for (const [path, text] of fixedParts(names)) begin(path)(text, true);
  for (const [at, sheet] of sheets.entries()) {
    const push = begin(`xl/worksheets/sheet${at + 1}.xml`);
    for await (const text of sheetXml(sheet, at === 0)) {
      push(text);
      if (failed) throw failed;
      yield* ready.splice(0);
    }
    push('', true);
  }
  zip.end();
  if (failed) throw failed;
  yield* ready.splice(0);
}

/** The whole file at once, for small ones. */
export async function workbookBytes(sheets: readonly Sheet[], madeAt: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(sheets, madeAt)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their place: plain, name of a column, date, text that only looks like a formula, percentage. */
const style = { plain: 0, head: 1, date: 2, quoted: 3, share: 4 } as const;

function fixedParts(names: readonly string[]): [string, string][] {
  const numbered = names.map((name, at) => ({ name, at: at + 1 }));
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${numbered
        .map(({ at }) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${types}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered
        .map(({ name, at }) => `<sheet name="${escaped(name)}" sheetId="${at}" r:id="rId${at}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${numbered
        .map(
          ({ at }) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
        )
        .join('')}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECE7DC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="14" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" numFmtId="10" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}

/** About how many characters of XML go out at once. */
const pieceLength = 65_536;

async function* sheetXml(sheet: Sheet, isFirst: boolean): AsyncGenerator<string> {
  const { widths, headLines, filters, merges = [] } = sheet;
  let text = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${
    headLines > 0
      ? `<pane ySplit="${headLines}" topLeftCell="A${headLines + 1}" activePane="bottomLeft" state="frozen"/>`
      : ''
  }</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  if (widths.length > 0)
    text += `<cols>${widths
      .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
      .join('')}</cols>`;
  text += '<sheetData>';
  let row = 0;
  for await (const cells of sheet.rows) {
    row += 1;
    text += `<row r="${row}">`;
    for (const [column, cell] of cells.entries()) text += cellXml(cell, `${letters(column)}${row}`, row <= headLines);
    text += '</row>';
    if (text.length < pieceLength) continue;
    yield text;
    text = '';
  }
  text += '</sheetData>';
  if (filters && widths.length > 0 && row > 0)
    text += `<autoFilter ref="A${headLines}:${letters(widths.length - 1)}${Math.max(row, headLines)}"/>`;
  if (merges.length > 0)
    text += `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  yield `${text}</worksheet>`;
}

function cellXml(cell: Cell, at: string, isHead: boolean): string {
  if (cell === null || cell === '') return isHead ? `<c r="${at}" s="${style.head}"/>` : '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'object' && 'share' in cell)
    return Number.isFinite(cell.share) ? `<c r="${at}" s="${style.share}"><v>${cell.share}</v></c>` : '';
  if (typeof cell === 'object') return `<c r="${at}" s="${style.date}"><v>${serialOf(cell.day)}</v></c>`;
  const look = isHead ? style.head : /^[=+\-@\t\r']/.test(cell) ? style.quoted : style.plain;
  return `<c r="${at}" t="inlineStr"${look ? ` s="${look}"` : ''}><is><t xml:space="preserve">${escaped(cell.slice(0, 32_767))}</t></is></c>`;
}

/** Days since the last of 1899; those of 1900 before March, one off in every spreadsheet, do not come up here. */
const serialOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

/** `0` is A, `26` AA. */
export function letters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : letters((column - rest) / 26 - 1) + letter;
}

/** Characters XML cannot hold are left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

/** At most 31 characters, none of `\/?*[]:`, and no two alike. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const plain =
      name
        .replace(/[\\/?*[\]:']/g, ' ')
        .trim()
        .slice(0, 31) || `${at + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${at + 1}` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}
