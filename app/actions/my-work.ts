'use server';
/** Forms of one's own work: tasks, mentions, hand-overs, saved filters; the calendar and the terms. */
import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import type { Command } from '@/domain/command';
import { changeNumbering } from '@/domain/correspondence/letter-numbers';
import { releaseCase, takeBackCase } from '@/domain/desk/handing';
import { removeHoliday, setHoliday } from '@/domain/desk/holidays';
import { markMentionSeen } from '@/domain/desk/mentions';
import { removeFilter, saveFilter } from '@/domain/desk/saved-filters';
import { changeReminders, changeTerms } from '@/domain/desk/settings';
import { finishTask, reopenTask, setTask } from '@/domain/desk/tasks';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const setTaskAction = deskAction(setTask);
export const finishTaskAction = deskAction(finishTask);
export const reopenTaskAction = deskAction(reopenTask);
export const markMentionSeenAction = deskAction(markMentionSeen);
export const releaseCaseAction = deskAction(releaseCase);
export const takeBackCaseAction = deskAction(takeBackCase);
export const removeFilterAction = deskAction(removeFilter);
export const setHolidayAction = deskAction(setHoliday);
export const removeHolidayAction = deskAction(removeHoliday);

export async function saveFilterAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    await saveFilter(await staffOrVisitor(), values);
    refresh();
    return (await getTranslations({ locale, namespace: 'queue.saved' }))('saved');
  });
}

export async function changeTermsAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return changed(changeTerms, data);
}

export async function changeRemindersAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return changed(changeReminders, data);
}

export async function changeNumberingAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return changed(changeNumbering, data);
}

async function changed<Input, Output>(command: Command<Input, Output>, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    await command(await staffOrVisitor(), values);
    refresh();
    return (await getTranslations({ locale, namespace: 'setting' }))('saved');
  });
}
