import type { Command } from 'commander';
import { remakeQueue } from '@/domain/cases/queue-filling';
import { remakeSpells } from '@/domain/cases/spells-filling';
import { takeInAllTexts } from '@/domain/desk/text-round';
import { openRegister, printJson } from './register';

export function deskCommands(program: Command): void {
  const desk = program.command('desk').description('the researcher’s desk');
  desk
    .command('reindex')
    .description('makes the queue of cases, their spells and their full text anew, should they ever be in doubt')
    .action(async () => {
      await openRegister();
      const began = performance.now();
      let cases = 0;
      await remakeQueue();
      await remakeSpells();
      await takeInAllTexts((done) => {
        cases = done;
      });
      printJson({ cases, seconds: Math.round((performance.now() - began) / 100) / 10 });
    });
}
