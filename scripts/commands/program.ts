import { Command, CommanderError } from 'commander';
import { closeStore } from '@/domain/database';
import { archiveCommands } from './archive';
import { benchCommands } from './bench';
import { caseCommands } from './case-move';
import { copyCommands } from './copies';
import { deskCommands } from './desk';
import { matchCommands } from './match';
import { oldRegisterCommands } from './old-register';
import { prepareCommand } from './prepare';
import { statisticsCommands } from './statistics';
import { userCommands } from './user';
import { PartlyRefused, refusalText, say } from './words';

/** What the caller can tell from the exit status. */
const status = { done: 0, refused: 1, wrongUsage: 2 } as const;

/** Runs one command line. @returns the exit status */
export async function runCommand(words: readonly string[]): Promise<number> {
  const program = new Command('izdeu').description('Izdeu: the request tracker of the museum').exitOverride();
  for (const add of [
    prepareCommand,
    archiveCommands,
    matchCommands,
    statisticsCommands,
    userCommands,
    caseCommands,
    deskCommands,
    oldRegisterCommands,
    copyCommands,
    benchCommands,
  ])
    add(program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return status.done;
  } catch (error) {
    return told(error);
  } finally {
    closeStore();
  }
}

function told(error: unknown): number {
  if (error instanceof PartlyRefused) return status.refused;
  // The usage was printed already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.wrongUsage;
  const refusal = refusalText(error);
  if (refusal === null) console.error(error);
  console.error(refusal ?? say('errors.unexpected'));
  return status.refused;
}
