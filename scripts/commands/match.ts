/** `match list | run | learn`: cases and men held against each other from the command line. */
import path from 'node:path';
import { type Command, Option } from 'commander';
import { agreedMapping, formats, type ImportFormat, refusalOf } from '@/domain/archive/agreed-mapping';
import { readRecordFile } from '@/domain/archive/reading/read-file';
import type { ReadRow } from '@/domain/archive/reading/read-row';
import { asRefusal } from '@/domain/archive/reading/refusal';
import { applyLearning, matchingReport } from '@/domain/matching/learning';
import { matchPerson, waitingCases } from '@/domain/matching/list';
import { personOfRecord } from '@/domain/matching/persons';
import { matchEverything, type Tell } from '@/domain/matching/running';
import { systemActor } from '@/domain/permissions';
import { mapped } from './archive';
import { openRegister, printJson } from './register';
import { say } from './words';

/** Cases named for one man of a list, at most. */
const mostCases = 10;

export function matchCommands(program: Command): void {
  const match = program.command('match').description('cases held against men of a list, records and each other');
  match
    .command('list')
    .argument('<file>', 'list of graves or finds: any record file')
    .addOption(new Option('--format <format>', 'layout of the table').choices(formats).default('auto'))
    .option('--map <field=column>', 'which column fills a value of the man; may be given several times', mapped)
    .action(matchList);
  match
    .command('run')
    .description('every case against the index and against all others, without waiting for the worker')
    .action(async () => {
      await openRegister();
      printJson({ proposed: await matchEverything(onTerminal()) });
    });
  match
    .command('learn')
    .description('what decisions teach, as a report; changes nothing')
    .option('--apply', 'put it in use')
    .action(async ({ apply = false }: { apply?: boolean }) => {
      await openRegister();
      const report = await (apply ? applyLearning : matchingReport)(systemActor, {});
      printJson({ applied: apply, ...report });
    });
}

type ListOptions = { format: ImportFormat; map?: Record<string, string> };

/** One line of JSON for each row of the file: the man as read, and the unresolved cases that may be about him, best first. */
async function matchList(file: string, { format, map }: ListOptions): Promise<void> {
  await openRegister();
  const target = path.resolve(file);
  const waiting = await waitingCases();
  for await (const row of rowsOf(target, format, map)) {
    if (!('record' in row)) {
      printJson({ line: row.line, rejected: row.reason, detail: row.detail ?? '' });
      continue;
    }
    const { surname, givenName: given, patronymic, birth } = row.record;
    const matches = await matchPerson(personOfRecord(row.record), waiting, mostCases);
    printJson({ line: row.line, surname, given, patronymic, birth, matches });
  }
}

/** Refused as at an import: which file, what is wrong, what to do. */
async function* rowsOf(file: string, format: ImportFormat, map?: Record<string, string>): AsyncGenerator<ReadRow> {
  try {
    const agreed = map && (await agreedMapping(file, format, map));
    const { rows } = await readRecordFile(file, { format, ...(agreed && { mapping: agreed.mapping }) });
    yield* rows;
  } catch (error) {
    throw refusalOf(asRefusal(error, file));
  }
}

/** Cases done, on one line of a terminal. */
function onTerminal(): Tell {
  const { stderr } = process;
  return ({ done, all, proposed }) => {
    if (!stderr.isTTY) return;
    stderr.write(`\r${say('cli.match-progress', { done, all, proposed })}\u001b[K${done === all ? '\n' : ''}`);
  };
}
