import { type Command, InvalidArgumentError } from 'commander';
import type { DeskBench } from '../bench/desk/run';
import type { ImportBench } from '../bench/import';
import { type RivalName, rivalNames } from '../bench/names/rivals/rival';
import type { Wanted } from '../bench/names/run';
import type { StatisticsBench } from '../bench/statistics/run';
import type { UploadsBench } from '../bench/uploads';

/** The benchmarks are loaded only when asked for: they need the tools of development. */
export function benchCommands(program: Command): void {
  const bench = program.command('bench').description('the project’s own benchmarks');
  bench
    .command('pages')
    .description('how fast pages are beside an empty page of the framework')
    .action(async () => {
      const { benchPages } = await import('../bench/pages');
      await benchPages();
    });
  bench
    .command('relative')
    .description('how long a relative on a slow phone waits, and Lighthouse’s scores, beside the goals')
    .action(async () => {
      const { benchRelative } = await import('../bench/relative');
      await benchRelative();
    });
  bench
    .command('generate')
    .description('records as clerks wrote them, and questions as relatives ask them with the answers apart')
    .argument('<folder>', 'where records.csv, queries.jsonl and truth.jsonl are written')
    .option('--records <n>', 'how many records', whole, 100_000)
    .option('--queries <n>', 'questions of each heavy level; half as many of the others', whole, 2000)
    .option('--seed <n>', 'the same seed gives the same bytes', whole, 1)
    .option('--names <folder>', 'richer lists of names than the program’s own')
    .action(async (folder: string, options: GenerateOptions) => {
      const { generate } = await import('../bench/names/generate');
      generate(folder, options);
    });
  bench
    .command('names')
    .description('how surely and how fast a man is found among generated records, beside the goals')
    .option('--records <n,n>', 'numbers of records, one run for each', wholes, [100_000])
    .option('--seeds <n,n>', 'seeds, one run for each', wholes, [1])
    .option('--queries <n>', 'questions of each heavy level; half as many of the others', whole, 2000)
    .option('--names <folder>', 'richer lists of names than the program’s own')
    .option('--persons <file>', 'real people in several spellings, as JSON lines')
    .option('--rivals <names>', 'pg_trgm, fts5, minisearch: asked the same', rivals, [])
    .option('--rival-queries <n>', 'questions for each rival', whole, 300)
    .option('--only-heavy', 'only the heavy levels', false)
    .option('--install', 'install Debian’s PostgreSQL where there is none', false)
    .option('--keep <folder>', 'work in this folder and leave everything there')
    .action(async (options: Wanted) => {
      const { benchNames } = await import('../bench/names/run');
      await benchNames(options);
    });
  bench
    .command('import')
    .description('rows a second beside SQLite’s own import of the same file, and pages meanwhile')
    .option('--records <n>', 'how many records', whole, 100_000)
    .option('--seed <n>', 'the same seed gives the same file', whole, 1)
    .option('--file <file>', 'a record file instead of generated ones')
    .option('--no-pages', 'only the import, without a server')
    .action(async (options: ImportBench) => {
      const { benchImport } = await import('../bench/import');
      await benchImport(options);
    });
  bench
    .command('uploads')
    .description('photographs sent at once: memory of the server, and pages meanwhile')
    .option('--photos <n>', 'how many at once', whole, 10)
    .option('--megabytes <n>', 'how large each of them is', whole, 8)
    .action(async (options: UploadsBench) => {
      const { benchUploads } = await import('../bench/uploads');
      await benchUploads(options);
    });
  bench
    .command('desk')
    .description('how long the queue, the full text, my work and a case page take as the register grows')
    .option('--cases <n,n>', 'sizes of the register, twenty events a case', wholes, [1_000, 10_000, 100_000])
    .option('--each <n>', 'questions of each kind', whole, 60)
    .option('--keep <folder>', 'write the registers into this folder and leave them there')
    .action(async (options: DeskBench) => {
      const { benchDesk } = await import('../bench/desk/run');
      await benchDesk(options);
    });
  bench
    .command('statistics')
    .description('every statistic computed anew, the map and the report on a register of years, beside their goals')
    .option('--cases <n>', 'size of the register, twenty events a case', whole, 100_000)
    .option('--burials <n>', 'how many of them have an established burial', whole, 20_000)
    .option('--each <n>', 'questions to each statistic', whole, 20)
    .option('--no-pages', 'without a server: no pages of the map, nobody beside the report')
    .option('--keep <folder>', 'take the register from this folder, or write it there, and leave it')
    .action(async (options: StatisticsBench) => {
      const { benchStatistics } = await import('../bench/statistics/run');
      await benchStatistics(options);
    });
}

type GenerateOptions = { records: number; queries: number; seed: number; names?: string };

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1.');
  return Number(text);
}

const listed = (text: string): string[] => text.split(',').map((word) => word.trim());
const wholes = (text: string): number[] => listed(text).map(whole);

function rivals(text: string): RivalName[] {
  return listed(text).map((word) => {
    const name = rivalNames.find((one) => one === word);
    if (!name) throw new InvalidArgumentError(`There are ${rivalNames.join(', ')}.`);
    return name;
  });
}
