/** The command line: `npm run -s izdeu -- COMMAND`. Exit status: 0 done, 1 refused with one line saying why, 2 wrong usage. */
import { Command, CommanderError } from 'commander';
import { closeStore } from '@/domain/database';
import { archiveCommands } from './commands/archive';
import { benchCommands } from './commands/bench';
import { caseCommands } from './commands/case-move';
import { copyCommands } from './commands/copies';
import { prepareCommand } from './commands/prepare';
import { statisticsCommands } from './commands/statistics';
import { userCommands } from './commands/user';
import { refusalText, say } from './commands/words';

const wrongUsage = 2;

const program = new Command('izdeu').description('Izdeu: the request tracker of the museum').exitOverride();
for (const add of [
  prepareCommand,
  archiveCommands,
  statisticsCommands,
  userCommands,
  caseCommands,
  copyCommands,
  benchCommands,
])
  add(program);

// A reader such as `head` has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = statusOf(error);
} finally {
  closeStore();
}

function statusOf(error: unknown): number {
  // The usage was printed already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
  const refusal = refusalText(error);
  if (refusal === null) console.error(error);
  console.error(refusal ?? say('errors.unexpected'));
  return 1;
}
