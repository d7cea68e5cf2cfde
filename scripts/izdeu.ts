/** The command line: `npm run -s izdeu -- COMMAND`. Exit status: 0 done, 1 refused with one line saying why, 2 wrong usage. */
import { runCommand } from './commands/program';

// A reader such as `head` has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2));
