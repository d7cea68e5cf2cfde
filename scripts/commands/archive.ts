/** `archive import | withdraw | search`: the archive index from the command line. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '@/domain/archive/agreed-mapping';
import { withdrawImport } from '@/domain/archive/imports';
import { mappedFields } from '@/domain/archive/reading/formats';
import { takeOutImport } from '@/domain/archive/taking-in/take-out';
import { systemActor } from '@/domain/permissions';
import { importRecords } from './archive-import';
import { reindexRecords } from './archive-reindex';
import { searchBatch, searchOnce } from './archive-search';
import { openRegister, printJson } from './register';

export function archiveCommands(program: Command): void {
  const archive = program.command('archive').description('the index of archive records');
  archive
    .command('import')
    .argument('<file>', 'record file: comma, semicolon or tab, UTF-8, UTF-16 or windows-1251, also .gz')
    .requiredOption('--source <key>', 'the source the records come from')
    .addOption(new Option('--format <format>', 'layout of the table').choices(formats).default('auto'))
    .option('--map <field=column>', 'which column fills a value of the record; may be given several times', mapped)
    .option('--dry-run', 'say what would happen and change nothing')
    .action(importRecords);
  archive
    .command('withdraw')
    .argument('<import>', 'the import to take out whole')
    .action(async (importId: string) => {
      await openRegister();
      await withdrawImport(systemActor, { importId, queued: false });
      await takeOutImport(importId);
      printJson({ importId, withdrawn: true });
    });
  archive
    .command('search')
    .option('--surname <surname>')
    .option('--given <name>')
    .option('--patronymic <patronymic>')
    .option('--birth-year <year>')
    .option('--birth-place <place>')
    .option('--text <any>', 'a whole line: names in any order, year, place, unit, camp number, file or document')
    .option('--limit <n>', 'at most so many records for a question', wholeFrom1to200, 10)
    .option('--batch <file>', 'one question a line, as JSON; one answer line each')
    .action(async ({ batch, limit, ...asked }: SearchOptions) => {
      await openRegister();
      if (batch) await searchBatch(batch, limit);
      else await searchOnce(asked, limit);
    });
  archive
    .command('reindex')
    .description('makes the search index anew, after the rules of names, places or dates have improved')
    .action(reindexRecords);
}

type SearchOptions = {
  surname?: string;
  given?: string;
  patronymic?: string;
  birthYear?: string;
  birthPlace?: string;
  text?: string;
  limit: number;
  batch?: string;
};

/** Gathers `field=column`; a column's name may hold the sign itself. */
export function mapped(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=');
  const field = text.slice(0, at);
  if (at < 1 || !(mappedFields as readonly string[]).includes(field))
    throw new InvalidArgumentError(`Write field=column; fields are ${mappedFields.join(', ')}.`);
  return { ...before, [field]: text.slice(at + 1) };
}

function wholeFrom1to200(text: string): number {
  const n = Number(text);
  if (!/^\d{1,3}$/.test(text) || n < 1 || n > 200) throw new InvalidArgumentError('A whole number from 1 to 200.');
  return n;
}
