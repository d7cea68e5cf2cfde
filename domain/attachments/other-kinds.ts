/** Names of what is not accepted, so that the refusal can say what was sent and what to do with it. */
import { fileTypeFromBuffer } from 'file-type';

/** What the sentence of the refusal tells apart. */
export type Found =
  | 'pdf'
  | 'word'
  | 'sheet'
  | 'slides'
  | 'archive'
  | 'video'
  | 'sound'
  | 'animation'
  | 'drawing'
  | 'webpage'
  | 'picture'
  | 'program'
  | 'text'
  | 'other';

const endings: readonly (readonly [Found, string])[] = [
  ['word', 'docx docm dotx dotm odt ott rtf'],
  ['sheet', 'xlsx xlsm xltx xltm ods ots'],
  ['slides', 'pptx pptm potx potm ppsx ppsm odp otp'],
  ['archive', 'zip rar 7z gz bz2 xz tar lz zst cab Z arj lz4 jar apk epub'],
  ['animation', 'gif'],
  ['program', 'exe elf macho wasm sh deb rpm dmg lnk swf class'],
];

/**
 * What stands in a file that is no accepted picture, by its first bytes. What comes first counts: a page or a program with a PDF
 * hidden behind it is a page or a program.
 */
export async function foundIn(head: Buffer): Promise<Found> {
  const start = head.toString('latin1', 0, 1024);
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('MZ') || start.startsWith('#!')) return 'program';
  if (start.startsWith('\xD0\xCF\x11\xE0')) return oldOffice(head);
  if (start.startsWith('PK')) return officeIn(head) ?? (await byEnding(head)) ?? 'archive';
  const text = textOf(head);
  if (text !== null) {
    const first = text.trimStart().slice(0, 2000).toLowerCase();
    if (/^<(\?xml|!--|!doctype svg|svg)/.test(first) && first.includes('<svg')) return 'drawing';
    if (first.startsWith('<')) return 'webpage';
    if (first.startsWith('{\\rtf')) return 'word';
  }
  const named = await byEnding(head);
  if (named && named !== 'other') return named;
  if (start.includes('%PDF-')) return 'pdf';
  return text === null ? 'other' : 'text';
}

async function byEnding(head: Buffer): Promise<Found | null> {
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if (!type) return null;
  const named = endings.find(([, list]) => list.split(' ').includes(type.ext))?.[0];
  if (named) return named;
  const [kind] = type.mime.split('/');
  return kind === 'video' ? 'video' : kind === 'audio' ? 'sound' : kind === 'image' ? 'picture' : 'other';
}

/** Word, Excel and PowerPoint since 2007 are archives with a part of a known name (ECMA-376). */
function officeIn(head: Buffer): Found | null {
  if (head.includes('word/document.xml')) return 'word';
  if (head.includes('xl/workbook.xml')) return 'sheet';
  return head.includes('ppt/presentation.xml') ? 'slides' : null;
}

/** Word, Excel and PowerPoint before 2007 name their main stream in UTF-16 somewhere in the first sectors. */
function oldOffice(head: Buffer): Found {
  const has = (name: string) => head.includes(Buffer.from(name, 'utf16le'));
  if (has('Workbook') || has('Book')) return 'sheet';
  return has('PowerPoint Document') ? 'slides' : 'word';
}

/** The beginning as text, or null when it is none. */
function textOf(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2, 4096);
  const text = head.toString('utf8', 0, 4096).replace(/^\uFEFF/, '');
  return text.includes('\0') ? null : text;
}
