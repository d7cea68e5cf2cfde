/** Pictures of relatives made ready to be shown. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { measured, partPath } from '@/domain/attachments/files';
import { mostHeicPixels, mostPixels } from '@/domain/attachments/limits';
import {
  keepPrepared,
  type PictureRefusal,
  pictureRefusals,
  pictureToPrepare,
  refusePicture,
} from '@/domain/attachments/preparing';
import type { Job } from '@/domain/jobs';
import { systemActor } from '@/domain/permissions';
import { Stopped } from './stopped';

/** Longest work on one picture, in milliseconds: below the lease of a job. */
const longest = 50_000;
/** Memory of the child for data, in kilobytes: twice what the largest pictures were measured to take (HEIC, 0.85 GB). */
const mostMemory = 2_000_000;

const pictureProgram = path.join(process.cwd(), 'scripts/picture/prepare.mjs');
const pixelLimits = JSON.stringify({ pixels: mostPixels, heicPixels: mostHeicPixels });

/**
 * Makes one picture ready or refuses it. The first time the child dies of it (no memory, no time), the machine may be to blame: the
 * job is left for another attempt; the second time the picture is refused.
 */
export async function preparePicture(job: Job, stopping: AbortSignal, program = pictureProgram): Promise<void> {
  const { attachmentId = '' } = job.input;
  const original = await pictureToPrepare(systemActor, { attachmentId });
  if (!original) return;
  const [view, thumb] = [`${attachmentId}.view.jpg`, `${attachmentId}.thumb.jpg`];
  try {
    const given = [original.path, original.mediaType, partPath(view), partPath(thumb), pixelLimits];
    const said = await inChild(program, given, stopping);
    if (stopping.aborted) throw new Stopped();
    if ('failure' in said) throw new Error(said.failure);
    if ('died' in said && job.attempts < 2) throw new Error(said.died);
    if ('width' in said)
      await keepPrepared(systemActor, {
        attachmentId,
        view: await part(view),
        thumb: await part(thumb),
        width: said.width,
        height: said.height,
      });
    else await refusePicture(systemActor, { attachmentId, code: 'refusal' in said ? said.refusal : 'paper.broken' });
  } finally {
    for (const name of [view, thumb]) await rm(partPath(name), { force: true });
  }
}

const part = async (name: string) => ({ part: name, sha256: (await measured(partPath(name))).sha256 });

type Said =
  | { width: number; height: number }
  | { refusal: PictureRefusal }
  /** The disk was at fault. */
  | { failure: string }
  /** It ended without an answer. */
  | { died: string };

/** Runs the picture's program with bounds of time and memory, and without the settings of this process (secrets among them). */
function inChild(program: string, given: string[], signal: AbortSignal): Promise<Said> {
  // The shell's bound counts what is really written to, unlike one of addresses, with which neither Node nor wasm starts.
  const bounded = `ulimit -d ${mostMemory} 2>/dev/null; exec "$0" "$@"`;
  const words = ['-c', bounded, process.execPath, '--max-old-space-size=512', program, ...given];
  const options = {
    timeout: longest,
    killSignal: 'SIGKILL',
    maxBuffer: 100_000,
    env: { NODE_ENV: 'production' },
    signal,
  } as const;
  return new Promise((resolve) => {
    execFile('/bin/sh', words, options, (error, output) => {
      resolve(answerIn(output) ?? { died: error ? error.message.slice(0, 300) : 'No answer' });
    });
  });
}

function answerIn(output: string): Said | null {
  const last = output.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) return null;
  const { width, height, refusal, failure } = JSON.parse(last) as Record<string, unknown>;
  if (typeof width === 'number' && typeof height === 'number') return { width, height };
  const known = pictureRefusals.find((code) => code === refusal);
  if (known) return { refusal: known };
  return typeof failure === 'string' ? { failure } : null;
}
