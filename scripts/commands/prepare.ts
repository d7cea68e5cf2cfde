/** `prepare`: everything a start needs: schema, reference data and, the first time, the demonstration. */
import type { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { read } from '@/domain/database';
import { openDatabase, settingKeys } from '@/domain/opening';
import { systemActor } from '@/domain/permissions';
import { completeReference } from '@/domain/reference';
import { env } from '@/env';
import { makeOnce } from '../demonstration/once';
import { say } from './words';

export function prepareCommand(program: Command): void {
  program
    .command('prepare')
    .description('migrates the register and fills in its reference data; makes the demonstration the first time')
    .action(async () => {
      const { databaseFile, isDemonstration } = env;
      if (isDemonstration) await makeOnce(databaseFile, progress(say('cli.making')));
      await openDatabase(databaseFile, { migrate: true, demonstration: isDemonstration });
      await completeReference(systemActor);
      if (isDemonstration) await printSignIns();
    });
}

/** The share done, on one line of a terminal; elsewhere only the beginning is told. */
function progress(label: string): (share: number) => void {
  const { stderr } = process;
  let told = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    if (stderr.isTTY) stderr.write(`\r${label} ${percent} %${percent === 100 ? '\n' : ''}`);
    else if (told < 0) stderr.write(`${label}\n`);
    told = percent;
  };
}

async function printSignIns(): Promise<void> {
  const [kept] = await read().select().from(settings).where(eq(settings.key, settingKeys.demonstrationPasswords));
  const passwords = Object.entries((kept?.value ?? {}) as Record<string, string>);
  const width = Math.max(...passwords.map(([email]) => email.length));
  console.log(`\n${say('cli.sign-ins')}`);
  for (const [email, password] of passwords) console.log(`  ${email.padEnd(width)}  ${password}`);
}
