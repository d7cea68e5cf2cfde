/** The parts of a ZIP file, unpacked one at a time and never beyond a bound. */
import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../result';
import { bookLimits } from './limits';

export type Parts = {
  readonly names: readonly string[];
  /** The unpacked bytes of a part; null when there is none of this name. @throws DomainError `takeover.bomb`, `takeover.damaged`, `takeover.locked` */
  read(name: string): Buffer | null;
};

type Entry = { method: number; locked: boolean; packed: number; at: number };

const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record with the longest comment it can carry. */
const longestEnd = 22 + 65_535;

/**
 * Opens a ZIP file (APPNOTE 6.3) by its central directory; files beyond 4 GB (ZIP64) are no spreadsheets and are refused.
 * @throws DomainError `takeover.damaged`, `takeover.bomb`
 */
export function openZip(bytes: Buffer): Parts {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end < bytes.length - longestEnd || end + 22 > bytes.length) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count > bookLimits.parts) throw new DomainError('takeover.bomb');
  const entries = readDirectory(bytes, start, count);
  let total = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const unpacked = unpack(bytes, entry);
      total += unpacked.length;
      if (total > bookLimits.part * 3) throw new DomainError('takeover.bomb');
      return unpacked;
    },
  };
}

function readDirectory(bytes: Buffer, start: number, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, entry: Entry): Buffer {
  if (entry.locked) throw new DomainError('takeover.locked');
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== localMark) throw damaged();
  const begin = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(begin, begin + entry.packed);
  if (packed.length < entry.packed) throw damaged();
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  try {
    // What the directory says of the unpacked size is the file's own word; this bound is ours.
    return inflateRawSync(packed, { maxOutputLength: bookLimits.part });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new DomainError('takeover.bomb') : damaged();
  }
}

const damaged = () => new DomainError('takeover.damaged');
