'use server';
/** Places of the table: entered and corrected. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { changePlace, enterPlace } from '@/domain/places/commands';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const changePlaceAction = deskAction(changePlace);

/** Enters a place and leads to its page. */
export async function enterPlaceAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { placeId } = await enterPlace(await staffOrVisitor(), values);
    redirect(`/${locale}/desk/places/${placeId}`);
  });
}
