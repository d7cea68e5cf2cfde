import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, PaperRefusal, type PaperServer, pauseBefore, sendFile } from './send-file';

const lost: Answer = { status: 0, body: {} };
type Fate = 'arrives' | 'nothing arrives' | 'half arrives' | 'the answer is lost';

/** Keeps what arrives like the real one; `fates` says what the line does to each request. */
function serverWith(fates: readonly Fate[], total: number, refusal?: Answer) {
  const kept: number[] = [];
  const asked: { offset: number; bytes: number }[] = [];
  let at = 0;
  const server: PaperServer = {
    begin: async () => (fates[at++] === 'nothing arrives' ? lost : { status: 201, body: { uploadId: 'u' } }),
    async piece(_uploadId, offset, bytes) {
      asked.push({ offset, bytes: bytes.size });
      const fate = fates[at++] ?? 'arrives';
      if (fate === 'nothing arrives') return lost;
      const arrived = new Uint8Array(await bytes.arrayBuffer());
      const here = fate === 'half arrives' ? arrived.slice(0, arrived.length / 2) : arrived;
      if (offset === kept.length) for (const byte of here) kept.push(byte);
      if (fate === 'half arrives' || fate === 'the answer is lost') return lost;
      if (kept.length < total) return { status: 200, body: { received: kept.length } };
      return refusal ?? { status: 200, body: { received: total, attachmentId: 'a' } };
    },
  };
  return { server, kept, asked };
}

function watched() {
  const pauses: number[] = [];
  const sent: number[] = [];
  const stopping = new AbortController();
  const watching = {
    signal: stopping.signal,
    onSent: (bytes: number) => void sent.push(bytes),
    onBroken: () => undefined,
    pause: async (seconds: number) => void pauses.push(seconds),
  };
  return { watching, pauses, sent, stopping };
}

const fileOf = (bytes: number) => new Blob([Uint8Array.from({ length: bytes }, (_, at) => at % 251)]);

describe('a file', () => {
  it('arrives whole over a whole line, in pieces no larger than the server takes', async () => {
    const { server, kept, asked } = serverWith([], 1_500_000);
    const { watching, sent, pauses } = watched();
    await sendFile(fileOf(1_500_000), server, 500_000, watching);
    expect(kept).toHaveLength(1_500_000);
    expect(Math.max(...asked.map(({ bytes }) => bytes))).toBe(500_000);
    expect(sent.at(-1)).toBe(1_500_000);
    expect(pauses).toEqual([]);
  });

  it('goes on from what arrived before the line broke', async () => {
    const { server, kept, asked } = serverWith(['arrives', 'arrives', 'half arrives'], 600_000);
    const { watching, pauses } = watched();
    await sendFile(fileOf(600_000), server, 1_000_000, watching);
    expect(Buffer.from(kept).equals(Buffer.from(await fileOf(600_000).arrayBuffer()))).toBe(true);
    expect(pauses).toEqual([1]);
    // The piece that broke off, the question how much has arrived, the rest.
    expect(asked.slice(1)).toEqual([
      { offset: 256_000, bytes: 344_000 },
      { offset: 256_000, bytes: 0 },
      { offset: 428_000, bytes: 172_000 },
    ]);
  });

  it('waits longer after each break, never more than half a minute', async () => {
    const { server } = serverWith(['arrives', ...Array<Fate>(7).fill('nothing arrives')], 10);
    const { watching, pauses } = watched();
    await sendFile(fileOf(10), server, 1_000_000, watching);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect(pauseBefore(40)).toBe(30);
  });

  it('arrives whole and once whatever the line does', async () => {
    const fate = fc.constantFrom<Fate>('arrives', 'nothing arrives', 'half arrives', 'the answer is lost');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 12 }), fc.integer({ min: 1, max: 5000 }), async (fates, bytes) => {
        const { server, kept } = serverWith(['arrives', ...fates], bytes);
        await sendFile(fileOf(bytes), server, 700, watched().watching);
        expect(new Uint8Array(kept)).toEqual(new Uint8Array(await fileOf(bytes).arrayBuffer()));
      }),
      { numRuns: 60 },
    );
  });

  it('that is refused says why, and nothing is tried again', async () => {
    const refusal = { status: 422, body: { code: 'file.kind-unknown', message: 'No picture.' } };
    const { server, asked } = serverWith([], 10, refusal);
    const { watching, pauses } = watched();
    await expect(sendFile(fileOf(10), server, 100, watching)).rejects.toThrow(
      new PaperRefusal('file.kind-unknown', 'No picture.'),
    );
    expect([asked.length, pauses]).toEqual([1, []]);
  });

  it('the device no longer gives is refused, not tried for ever', async () => {
    const gone = Object.assign(fileOf(10), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    }) as unknown as Blob;
    const { server } = serverWith([], 10);
    await expect(sendFile(gone, server, 100, watched().watching)).rejects.toMatchObject({ code: 'upload.unreadable' });
  });

  it('taken back in the middle is sent no further', async () => {
    const { server, asked } = serverWith([], 1000);
    const { watching, stopping } = watched();
    watching.onSent = () => {
      stopping.abort();
    };
    await expect(sendFile(fileOf(1000), server, 100, watching)).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toHaveLength(1);
  });
});
