'use server';
/** Forms of matching: a decision on a pair, spellings of one name. */
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { caseNumbers } from '@/domain/cases/queries';
import { enterAlias, switchAlias } from '@/domain/matching/aliases';
import { decideCandidate } from '@/domain/matching/deciding';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const enterAliasAction = deskAction(enterAlias);
export const switchAliasAction = deskAction(switchAlias);

/** Decides a pair. A record confirmed leads to the evidence of the case; two cases, to the form that joins the one to the other. */
export async function decideCandidateAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const actor = await staffOrVisitor();
    const { decision, otherCaseId } = await decideCandidate(actor, values);
    const page = `/${locale}/desk/cases/${String(values.caseId)}`;
    if (decision !== 'confirmed') {
      refresh();
      return undefined;
    }
    const [other] = otherCaseId ? await caseNumbers(actor, { caseIds: [otherCaseId] }) : [];
    redirect(other ? `${page}?join=${other.number}#join` : `${page}#evidence`);
  });
}
