import { type Command, InvalidArgumentError, Option } from 'commander';
import { eq } from 'drizzle-orm';
import { cases, staff } from '@/db/schema';
import { moveUnseen } from '@/domain/cases/commands';
import { statuses } from '@/domain/cases/pipeline';
import { read } from '@/domain/database';
import type { StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { staffActor } from '@/domain/staff/sessions';
import { openRegister, printJson } from './register';
import { PartlyRefused, refusalText } from './words';

type MoveOptions = { to: string; reason: string; as: string };

export function caseCommands(program: Command): void {
  program
    .command('case')
    .description('cases by their numbers')
    .command('move')
    .argument('<numbers...>', 'numbers of the cases', caseNumber, [])
    .addOption(new Option('--to <status>').choices(statuses).makeOptionMandatory(true))
    .requiredOption('--reason <reason>')
    .requiredOption('--as <email>', 'the member of staff who decides')
    .action(async (numbers: number[], options: MoveOptions) => {
      await openRegister();
      const actor = await memberBy(options.as);
      let refused = 0;
      for (const number of numbers) if (!(await moveOne(actor, number, options))) refused += 1;
      if (refused > 0) throw new PartlyRefused();
    });
}

function caseNumber(text: string, before: number[] = []): number[] {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number.');
  return [...before, Number(text)];
}

/** @throws DomainError `staff.not-found`, also for an account that was ended */
export async function memberBy(email: string): Promise<StaffActor> {
  const [member] = await read().select().from(staff).where(eq(staff.email, email.trim().toLowerCase()));
  if (!member?.active) throw new DomainError('staff.not-found');
  return staffActor(member);
}

/** One refusal does not keep the others from moving. @returns whether it was moved */
async function moveOne(actor: StaffActor, number: number, { to, reason }: MoveOptions): Promise<boolean> {
  try {
    const [found] = await read().select({ id: cases.id }).from(cases).where(eq(cases.number, number));
    if (!found) throw new DomainError('case.not-found');
    await moveUnseen(actor, { caseId: found.id, to, reason });
    printJson({ case: number, status: to });
    return true;
  } catch (error) {
    const why = refusalText(error);
    if (why === null) throw error;
    process.stderr.write(`${number}: ${why}\n`);
    return false;
  }
}
