/** The old register on the command line: read, looked at, taken over, undone; and the whole register out again. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { registerWorkbook } from '@/domain/register-export/writing';
import { DomainError } from '@/domain/result';
import { leaveRefusedOut, readRegister } from '@/domain/takeover/preparing';
import { problemsFile } from '@/domain/takeover/problems-file';
import { takeoverPage, takeoverRowList } from '@/domain/takeover/queries';
import { bookLimits } from '@/domain/takeover/reading/limits';
import { takeOverRegister } from '@/domain/takeover/taking-over';
import { discardRegister, undoRegister } from '@/domain/takeover/undoing';
import { memberBy } from './case-move';
import { openRegister, printJson } from './register';
import { languageOf, say } from './words';

type As = { as: string };

export function oldRegisterCommands(program: Command): void {
  const register = program.command('register').description('the register in spreadsheets: in, and out again');
  const who = ['--as <email>', 'the manager who acts'] as const;
  register
    .command('read')
    .description('reads a spreadsheet and says what would come of its rows')
    .argument('<file>')
    .requiredOption(...who)
    .action(async (file: string, { as }: As) => {
      await openRegister();
      const bytes = await bytesOf(path.resolve(file));
      const { takeoverId, counts } = await readRegister(await memberBy(as), { fileName: path.basename(file), bytes });
      printJson({ register: takeoverId, ...counts });
    });
  register
    .command('plan')
    .description('the dry run: every row with what is wrong with it')
    .argument('<register>', 'what `register read` printed')
    .requiredOption(...who)
    .option('--problems <file>', 'the mistakes as CSV')
    .action(async (takeoverId: string, { as, problems }: As & { problems?: string }) => {
      await openRegister();
      const actor = await memberBy(as);
      const { rows } = await takeoverRowList(actor, { takeoverId, limit: bookLimits.rows });
      for (const { sheet, row, outcome, problems: wrong, planned } of rows)
        printJson({ sheet, row, outcome, status: planned.status, problems: wrong });
      if (problems) await writeFile(problems, problemsFile(rows, say));
      printJson((await takeoverPage(actor, { takeoverId })).counts);
    });
  register
    .command('take-over')
    .description('takes a file over: one recorded act of a manager')
    .argument('<register>')
    .requiredOption(...who)
    .option('--leave-out-refused', 'leaves out the rows that are not corrected')
    .action(async (takeoverId: string, { as, leaveOutRefused }: As & { leaveOutRefused?: true }) => {
      await openRegister();
      const actor = await memberBy(as);
      if (leaveOutRefused) await leaveRefusedOut(actor, { takeoverId });
      printJson(await takeOverRegister(actor, { takeoverId }));
    });
  register
    .command('undo')
    .description('undoes a file that was taken over, as a whole')
    .argument('<register>')
    .requiredOption(...who)
    .action(async (takeoverId: string, { as }: As) => {
      await openRegister();
      printJson(await undoRegister(await memberBy(as), { takeoverId }));
    });
  register
    .command('discard')
    .description('forgets a file that is not taken over')
    .argument('<register>')
    .requiredOption(...who)
    .action(async (takeoverId: string, { as }: As) => {
      await openRegister();
      await discardRegister(await memberBy(as), { takeoverId });
    });
  register
    .command('export')
    .description('the whole register as XLSX')
    .argument('<file>')
    .requiredOption(...who)
    .action(async (file: string, { as }: As) => {
      await openRegister();
      printJson({ file, bytes: await exportTo(path.resolve(file), as) });
    });
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => {
    throw new DomainError('file.not-found', {}, { detail: file });
  });
  try {
    // A file beyond the limit is not read to find that out.
    if ((await handle.stat()).size > bookLimits.file)
      throw new DomainError('takeover.too-large', {}, { limit: bookLimits.file / 1e6 });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Written beside its name first: a file of that name is whole. @returns its bytes */
async function exportTo(file: string, email: string): Promise<number> {
  const actor = await memberBy(email);
  const language = languageOf(process.env) as 'kk' | 'ru' | 'en';
  const unfinished = `${file}.${process.pid}.part`;
  let bytes = 0;
  try {
    const pieces = await registerWorkbook(actor, { language, text: say });
    await pipeline(
      pieces,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
    return bytes;
  } finally {
    await rm(unfinished, { force: true });
  }
}
