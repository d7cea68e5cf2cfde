// Which encoding a record file is written in, and its text, chunk by chunk.
import { isAscii, isUtf8, transcode } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/**
 * Stands in decoded text for bytes that are no character. A lone surrogate can come from no valid input, so it is
 * never confused with a character of the file (U+FFFD is one: somebody else's conversion may have left it there).
 */
const BROKEN = '\udfff';

/** NUL, or half of a character: what a valid table never holds. */
export const BROKEN_CHARACTERS = /\0|\p{Cs}/gu;

/** `suspect`: the chunk may hold broken characters, look at its rows one by one. */
export type DecodedText = { text: string; suspect: boolean };

export type Decoder = {
  /** Settled by the first bytes that are not ASCII. */
  encoding(): Encoding;
  write(bytes: Buffer): DecodedText;
  end(): DecodedText;
};

/**
 * A streaming decoder for a file that begins with `sample` (64 KB are plenty): UTF-8 or UTF-16 by byte order mark,
 * UTF-16 by the zero or Cyrillic high bytes of its characters, otherwise UTF-8 where more of the bytes beyond ASCII
 * make valid sequences than not, otherwise windows-1251 where such bytes stand together like Cyrillic words. As long
 * as all is ASCII the question stays open. The mark itself is left out of the text.
 */
export function createDecoder(sample: Buffer): Decoder {
  if (sample[0] === 0xff && sample[1] === 0xfe) return utf16Decoder('utf-16le', 2);
  if (sample[0] === 0xfe && sample[1] === 0xff) return utf16Decoder('utf-16be', 2);
  if (highBytes(sample, 1)) return utf16Decoder('utf-16le', 0);
  if (highBytes(sample, 0)) return utf16Decoder('utf-16be', 0);
  const marked = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  return byteDecoder(marked ? 'utf-8' : guessByteEncoding(sample, false), marked ? 3 : 0);
}

/** Whether the bytes at odd (1) or even (0) places are nearly all high bytes of ASCII (00) and Cyrillic (04). */
function highBytes(sample: Buffer, offset: 0 | 1): boolean {
  let high = 0;
  let zeroLow = 0;
  const pairs = sample.length >> 1;
  for (let at = 0; at < pairs * 2; at += 2) {
    const byte = sample[at + offset];
    if (byte === 0 || byte === 4) high += 1;
    if (sample[at + 1 - offset] === 0) zeroLow += 1;
  }
  return pairs >= 2 && high >= pairs * 0.8 && zeroLow <= pairs * 0.1;
}

function guessByteEncoding(bytes: Buffer, final: boolean): 'utf-8' | 'windows-1251' | undefined {
  if (isAscii(bytes)) return undefined;
  let valid = 0;
  let invalid = 0;
  let words = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    if (isCyrillic1251(byte) && isCyrillic1251(bytes[at + 1] ?? 0)) words += 1;
    const length = sequenceLength(bytes, at);
    if (length > 0) valid += 1;
    // The last bytes may be the beginning of a sequence that was cut.
    else if (final || at < bytes.length - 3) invalid += 1;
    at += Math.max(length, 1);
  }
  if (words > 0 && invalid > valid) return 'windows-1251';
  return valid > 0 ? 'utf-8' : undefined;
}

function isCyrillic1251(byte: number): boolean {
  return byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
}

function byteDecoder(sniffed: 'utf-8' | 'windows-1251' | undefined, mark: number): Decoder {
  const windows = new TextDecoder('windows-1251');
  let encoding = sniffed;
  let skip = mark;
  let rest: Buffer = Buffer.alloc(0);
  const text = (bytes: Buffer): DecodedText =>
    encoding === 'windows-1251' ? { text: windows.decode(bytes), suspect: bytes.includes(0) } : utf8Text(bytes);
  return {
    encoding: () => encoding ?? 'utf-8',
    write(chunk) {
      const skipped = Math.min(skip, chunk.length);
      skip -= skipped;
      const bytes = Buffer.concat([rest, chunk.subarray(skipped)]);
      encoding ??= guessByteEncoding(bytes, false);
      const kept = encoding === undefined ? undecided(bytes) : encoding === 'utf-8' ? unfinished(bytes) : 0;
      rest = bytes.subarray(bytes.length - kept);
      return text(bytes.subarray(0, bytes.length - kept));
    },
    end() {
      encoding ??= guessByteEncoding(rest, true);
      return text(rest);
    },
  };
}

/** Bytes at the end to keep until more of them can tell the encoding: from the first beyond ASCII, if they are few. */
function undecided(bytes: Buffer): number {
  if (isAscii(bytes)) return 0;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.length - first < 256 ? bytes.length - first : unfinished(bytes);
}

function utf8Text(bytes: Buffer): DecodedText {
  // By way of UTF-16 it takes a quarter of the time.
  if (isUtf8(bytes))
    return { text: transcode(bytes, 'utf8', 'utf16le').toString('utf16le'), suspect: bytes.includes(0) };
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      text += bytes.toString('utf8', from, at) + BROKEN;
      from = at + 1;
    }
    at += Math.max(length, 1);
  }
  return { text: text + bytes.toString('utf8', from), suspect: true };
}

/** Bytes at the end that begin a UTF-8 sequence the next chunk may finish: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < announcedLength(byte) ? back : 0;
  }
  return 0;
}

function announcedLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Length in bytes of the valid UTF-8 sequence at `at`, 0 where there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = announcedLength(lead);
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const beyond = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}

function utf16Decoder(encoding: 'utf-16le' | 'utf-16be', mark: number): Decoder {
  let skip = mark;
  let rest: Buffer = Buffer.alloc(0);
  return {
    encoding: () => encoding,
    write(chunk) {
      const skipped = Math.min(skip, chunk.length);
      skip -= skipped;
      // A copy: swap16 works in place and the bytes belong to the caller.
      const bytes = Buffer.concat([rest, chunk.subarray(skipped)]);
      const whole = bytes.length - (bytes.length % 2);
      rest = bytes.subarray(whole);
      const units = bytes.subarray(0, whole);
      const text = (encoding === 'utf-16be' ? units.swap16() : units).toString('utf16le');
      return { text, suspect: text.search(BROKEN_CHARACTERS) >= 0 };
    },
    end() {
      return { text: rest.length > 0 ? BROKEN : '', suspect: rest.length > 0 };
    },
  };
}
