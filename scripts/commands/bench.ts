import type { Command } from 'commander';

/** The benchmarks are loaded only when asked for: they need the tools of development. */
export function benchCommands(program: Command): void {
  program
    .command('bench')
    .description('the project’s own benchmarks')
    .command('pages')
    .description('how fast pages are beside an empty page of the framework')
    .action(async () => {
      const { benchPages } = await import('../bench/pages');
      await benchPages();
    });
}
