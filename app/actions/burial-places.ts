'use server';
/** Burial places: entered for a case or by themselves, and corrected. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { changeBurialPlace, enterBurialPlace } from '@/domain/burials/commands';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const changeBurialPlaceAction = deskAction(changeBurialPlace);

/** Enters a place and leads back to the case it was entered for, the place chosen there; else to the place itself. */
export async function enterBurialPlaceAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { caseId, ...input }, locale }) => {
    const { burialPlaceId } = await enterBurialPlace(await staffOrVisitor(), input);
    const isCase = typeof caseId === 'string' && /^[0-9a-f-]{36}$/.test(caseId);
    redirect(
      isCase
        ? `/${locale}/desk/cases/${caseId}?place=${burialPlaceId}#conclusion`
        : `/${locale}/desk/burials/${burialPlaceId}`,
    );
  });
}
