'use server';
/** Forms of the old register: a spreadsheet read, mapped, corrected, taken over, undone. */
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { authorize } from '@/domain/access';
import { correctRow, leaveRefusedOut, leaveRowOut, mapRegister, readRegister } from '@/domain/takeover/preparing';
import { takeOverRegister } from '@/domain/takeover/taking-over';
import { discardRegister, undoRegister } from '@/domain/takeover/undoing';
import { carryOut } from './action';
import { postedFile } from './archive-upload';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const leaveRowOutAction = deskAction(leaveRowOut);
export const leaveRefusedOutAction = deskAction(leaveRefusedOut);
export const takeOverRegisterAction = deskAction(takeOverRegister);
export const undoRegisterAction = deskAction(undoRegister);

/** Reads the posted spreadsheet and leads to what would come of it. */
export async function readRegisterAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ locale }) => {
    const actor = await staffOrVisitor();
    await authorize(actor, 'register.take-over');
    const file = postedFile(data.get('file'));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = file.name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(-300) || '–';
    const { takeoverId } = await readRegister(actor, { fileName, bytes });
    redirect(`/${locale}/desk/register/${takeoverId}`);
  });
}

/** Columns are posted by their place: their names may hold anything. */
export async function mapRegisterAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values }) => {
    const { takeoverId, order, language, channel, columns, ...places } = values;
    const names = JSON.parse(String(columns ?? '[]')) as string[];
    const fields = Object.fromEntries(names.map((name, at) => [name, String(places[`column-${at}`] ?? '')]));
    await mapRegister(await staffOrVisitor(), { takeoverId, order, language, channel, fields });
    refresh();
    return (await getTranslations('takeover.mapping'))('done');
  });
}

/** Only what was changed is a correction; what stands as in the file is left to the file. */
export async function correctRowAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { takeoverId, rowId, accepted, before, ...typed } }) => {
    const stood = JSON.parse(String(before ?? '{}')) as Record<string, string>;
    const changed = Object.entries(typed).flatMap(([field, text]) =>
      typeof text === 'string' && text.trim() !== (stood[field] ?? '').trim() ? [[field, text] as const] : [],
    );
    const codes = Array.isArray(accepted) ? accepted : accepted ? [accepted] : [];
    await correctRow(await staffOrVisitor(), {
      takeoverId,
      rowId,
      values: Object.fromEntries(changed),
      accepted: codes,
    });
    refresh();
    return (await getTranslations('takeover.row'))('saved');
  });
}

/** Forgets the file and leads back to the list. */
export async function discardRegisterAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    await discardRegister(await staffOrVisitor(), { takeoverId: values.takeoverId });
    redirect(`/${locale}/desk/register`);
  });
}
