/** Every command and query of the domain, found by what the modules export. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type * as z from 'zod/mini';
import type { Actor, Permission } from '../permissions';

export type Callable = {
  name: string;
  /** Where it stands, from the top of the repository. */
  file: string;
  kind: 'command' | 'query';
  permission: Permission;
  schema: z.ZodMiniType<object>;
  call: (actor: Actor, input: unknown) => Promise<unknown>;
};

export async function everyCommand(): Promise<Callable[]> {
  const files = readdirSync('domain', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing'))
    .sort();
  const found: Callable[] = [];
  for (const name of files) {
    const file = join('domain', name);
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ resolve(file));
    for (const [key, value] of Object.entries(exported))
      if (isCallable(value))
        found.push({
          name: key,
          file: relative('.', file),
          kind: value.kind,
          permission: value.permission,
          schema: value.schema,
          call: value,
        });
  }
  return found;
}

function isCallable(value: unknown): value is Callable['call'] & Pick<Callable, 'kind' | 'permission' | 'schema'> {
  return typeof value === 'function' && 'kind' in value && 'permission' in value && 'schema' in value;
}
