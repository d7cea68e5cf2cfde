import type { Command } from 'commander';
import { systemActor } from '@/domain/permissions';
import { bases, burialKinds, catalogue, steps } from '@/domain/statistics/catalogue';
import { statistic } from '@/domain/statistics/statistic';
import { openRegister, printJson } from './register';

type Options = {
  at?: string;
  from?: string;
  to?: string;
  basis?: string;
  kind?: string;
  by?: string;
  asReported?: boolean;
};

/** What each parameter of the catalogue is called here. */
const flags = {
  at: ['--at <day>', 'as of the end of this day, YYYY-MM-DD'],
  from: ['--from <day>', 'first day of the period'],
  to: ['--to <day>', 'last day of the period'],
  basis: ['--basis <basis>', `countries and regions: ${bases.join(', ')}`],
  kind: ['--kind <kind>', `burials: ${burialKinds.join(', ')}`],
  by: ['--by <step>', `length of a period: ${steps.join(', ')}`],
} as const;

/** `stats KEY`: every statistic of the catalogue as JSON. */
export function statisticsCommands(program: Command): void {
  const stats = program.command('stats').description('figures as JSON');
  for (const { key, params } of catalogue) {
    const command = stats.command(key);
    for (const param of params) command.option(flags[param][0], flags[param][1]);
    if (key === 'burials-by-country') command.option('--as-reported', 'the same as --basis reported');
    command.action(async ({ asReported, ...options }: Options) => {
      await openRegister();
      const input = { ...options, ...(asReported ? { basis: 'reported' } : {}), key };
      const { names: _, ...result } = await statistic(systemActor, input as Parameters<typeof statistic>[1]);
      if (key !== 'burials-by-country') return printJson(result);
      // Others read this one for longer than the catalogue exists: its shape stays.
      const { received: applications, applications: established, soldiers } = result.totals;
      const countries = result.rows.map((row) => ({ country: row.country, count: row.applications }));
      printJson({ at: result.params.at, applications, established, soldiers, countries });
    });
  }
}
