'use server';
/** The same act on every ticked case, each by itself; what was refused is listed with its reason. */
import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { moveUnseen } from '@/domain/cases/commands';
import type { Command } from '@/domain/command';
import { inBulk } from '@/domain/desk/bulk';
import { assignUnseen } from '@/domain/desk/handing';
import { setTask } from '@/domain/desk/tasks';
import { DomainError } from '@/domain/result';
import type { Locale } from '@/messages/routing';
import { carryOut } from './action';
import { staffOrVisitor } from './session';

export async function moveManyAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return many(moveUnseen, data);
}

export async function assignManyAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return many(assignUnseen, data);
}

export async function taskManyAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return many(setTask, data);
}

async function many<Input, Output>(command: Command<Input, Output>, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { caseIds, ...stated }, locale }) => {
    const actor = await staffOrVisitor();
    const { done, refused } = await inBulk(actor, caseIds, (caseId) => command(actor, { ...stated, caseId }));
    const t = await getTranslations({ locale, namespace: 'queue.bulk' });
    const say = await reasons(locale);
    const list = refused.map((one) => t('refusedCase', { number: one.number, reason: say(one) }));
    if (done === 0) throw new DomainError('case.none-done', {}, { list: list.join('\n') });
    refresh();
    return { message: t('outcome', { done, refused: refused.length }), list };
  });
}

async function reasons(locale: Locale): Promise<(refused: Pick<DomainError, 'code' | 'details'>) => string> {
  const t = await getTranslations({ locale, namespace: 'errors' });
  return ({ code, details }) => (t.has(code as never) ? t(code as never, details as never) : t('unknown' as never));
}
