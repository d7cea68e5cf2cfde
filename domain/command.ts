/** The two shapes everything outside calls: commands write, queries read. Both check input and permission first. */
import type * as z from 'zod/mini';
import type { WriteDb } from '@/db/store';
import { authorize, type Subject } from './access';
import { bookkeep, change, type Recorder } from './change';
import { readInput } from './input';
import type { Actor, Permission } from './permissions';

/** What a command works with: who acts, the transaction, and where it says what happened. */
export type Context = { actor: Actor; tx: WriteDb; record: Recorder };

export type Command<Input, Output> = ((actor: Actor, input: unknown) => Promise<Output>) & {
  readonly kind: 'command';
  readonly permission: Permission;
  readonly schema: z.ZodMiniType<Input>;
};

export type Query<Input, Output> = ((actor: Actor, input: unknown) => Promise<Output>) & {
  readonly kind: 'query';
  readonly permission: Permission;
  readonly schema: z.ZodMiniType<Input>;
};

/**
 * A command: input by schema, permission by table, then `run` inside one transaction. Guards are read there, too.
 * @throws DomainError when the input, the permission or a rule refuses
 */
export function command<Input extends object, Output>(
  permission: Permission,
  schema: z.ZodMiniType<Input>,
  run: (input: Input, context: Context) => Promise<Output>,
): Command<Input, Output> {
  return preparedCommand(
    permission,
    schema,
    async () => undefined,
    (input, context) => run(input, context),
  );
}

/**
 * A command with slow work that is not the store's (hashing a password, reading a file): `prepare` runs after the check and
 * before the transaction, in which nothing but the store is awaited.
 */
export function preparedCommand<Input extends object, Prepared, Output>(
  permission: Permission,
  schema: z.ZodMiniType<Input>,
  prepare: (input: Input, actor: Actor) => Promise<Prepared>,
  run: (input: Input, context: Context, prepared: Prepared) => Promise<Output>,
): Command<Input, Output> {
  const call = async (actor: Actor, given: unknown): Promise<Output> => {
    const input = readInput(schema, given);
    await authorize(actor, permission, input as Subject);
    const prepared = await prepare(input, actor);
    return change(actor, async (tx, record) => {
      await authorize(actor, permission, input as Subject);
      return run(input, { actor, tx, record }, prepared);
    });
  };
  return Object.assign(call, { kind: 'command' as const, permission, schema });
}

/**
 * A command that leaves no event: what it writes is no part of the register yet, a file on its way for one. Checked like every other.
 */
export function unrecordedCommand<Input extends object, Output>(
  permission: Permission,
  schema: z.ZodMiniType<Input>,
  run: (input: Input, context: Omit<Context, 'record'>) => Promise<Output>,
): Command<Input, Output> {
  const call = async (actor: Actor, given: unknown): Promise<Output> => {
    const input = readInput(schema, given);
    await authorize(actor, permission, input as Subject);
    return bookkeep((tx) => run(input, { actor, tx }));
  };
  return Object.assign(call, { kind: 'command' as const, permission, schema });
}

/** A query: input by schema, permission by table, then `run`. */
export function query<Input extends object, Output>(
  permission: Permission,
  schema: z.ZodMiniType<Input>,
  run: (input: Input, actor: Actor) => Promise<Output>,
): Query<Input, Output> {
  const call = async (actor: Actor, given: unknown): Promise<Output> => {
    const input = readInput(schema, given);
    await authorize(actor, permission, input as Subject);
    return run(input, actor);
  };
  return Object.assign(call, { kind: 'query' as const, permission, schema });
}
