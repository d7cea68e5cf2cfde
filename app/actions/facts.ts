'use server';
/** Forms about facts, what documents say, and a conclusion that proved wrong: one line a command. */

import { refresh } from 'next/cache';
import type { ActionState } from '@/components/form/types';
import { describeEvidence } from '@/domain/cases/evidence-facts';
import { chooseFact, endFactChoice } from '@/domain/cases/fact-choices';
import { revokeConclusion } from '@/domain/cases/revoking';
import { DomainError } from '@/domain/result';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const endFactChoiceAction = deskAction(endFactChoice);
export const describeEvidenceAction = deskAction(describeEvidence);
export const revokeConclusionAction = deskAction(revokeConclusion);

/** The form names a source and what it said when the page was made, as `origin:id:value`. */
export async function chooseFactAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { chosen, ...rest } }) => {
    const [, origin, originId, value] = /^([a-z]+):([^:]*):(.*)$/s.exec(String(chosen ?? '')) ?? [];
    if (!origin) throw new DomainError('input.invalid', { chosen: 'input.choose' });
    await chooseFact(await staffOrVisitor(), { ...rest, origin, originId, value });
    refresh();
    return undefined;
  });
}
