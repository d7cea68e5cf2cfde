/** A form of the desk: the posted fields are the command's input, the signed-in member of staff its actor. */
import 'server-only';
import { refresh } from 'next/cache';
import type { FormAction } from '@/components/form/types';
import type { Command } from '@/domain/command';
import { carryOut } from './action';
import { staffOrVisitor } from './session';

/** @param after says where the form leads, or what success reads, given what the command answered */
export function deskAction<Input, Output>(
  command: Command<Input, Output>,
  after?: (output: Output) => Promise<string | undefined>,
): FormAction {
  return async (_previous, data) =>
    carryOut(data, async ({ values }) => {
      const output = await command(await staffOrVisitor(), values);
      const message = await after?.(output);
      refresh();
      return message;
    });
}
