import { type Command, Option } from 'commander';
import { systemActor } from '@/domain/permissions';
import { addStaff, resetPassword } from '@/domain/staff/commands';
import { openRegister } from './register';
import { say } from './words';

export function userCommands(program: Command): void {
  const user = program.command('user').description('accounts of staff; prints a one-time password');
  user
    .command('add')
    .requiredOption('--email <email>')
    .addOption(
      new Option('--role <role>').choices(['researcher', 'manager', 'administrator']).makeOptionMandatory(true),
    )
    .option('--name <name>')
    .action(async ({ email, role, name }: { email: string; role: string; name?: string }) => {
      await openRegister();
      const { password } = await addStaff(systemActor, { email, role, name: name ?? email.split('@')[0] ?? email });
      tell(password);
    });
  user
    .command('reset')
    .requiredOption('--email <email>')
    .action(async ({ email }: { email: string }) => {
      await openRegister();
      tell((await resetPassword(systemActor, { email })).password);
    });
}

/** The password alone on standard output, so that a script can take it. */
function tell(password: string): void {
  process.stderr.write(`${say('cli.one-time-password')}\n`);
  process.stdout.write(`${password}\n`);
}
