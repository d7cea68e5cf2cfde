import type { Command } from 'commander';
import { systemActor } from '@/domain/permissions';
import { burialsByCountry } from '@/domain/statistics/burials-by-country';
import { openRegister, printJson } from './register';

export function statisticsCommands(program: Command): void {
  program
    .command('stats')
    .description('figures as JSON')
    .command('burials-by-country')
    .option('--as-reported', 'by the country as the report named it')
    .option('--at <day>', 'as of the end of this day, YYYY-MM-DD')
    .action(async ({ asReported = false, at }: { asReported?: boolean; at?: string }) => {
      await openRegister();
      const figures = await burialsByCountry(systemActor, { asReported, ...(at === undefined ? {} : { at }) });
      const { applications, established, soldiers, countries } = figures;
      printJson({ at: figures.at, applications, established, soldiers, countries });
    });
}
