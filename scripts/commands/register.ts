import type { Store } from '@/db/store';
import { openDatabase } from '@/domain/opening';
import { env } from '@/env';

/** Opens the register that the settings name. @throws DomainError `database.*`, also when it is not prepared yet */
export const openRegister = (): Promise<Store> =>
  openDatabase(env.databaseFile, { demonstration: env.isDemonstration });

/** One line of JSON on standard output. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};
