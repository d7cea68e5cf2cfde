'use server';
/** Forms about deleting an applicant's data: the wish on the tracking page, the decision on the desk. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { askErasure, carryOutErasure, declineErasure } from '@/domain/applications/erasure';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { applicant } from './public-applicant';

export async function askErasureAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await askErasure(actor, { applicationId, reason: values.reason });
    redirect(`/${locale}/track?done=erasureAsked`);
  });
}

export const carryOutErasureAction = deskAction(carryOutErasure);
export const declineErasureAction = deskAction(declineErasure);
