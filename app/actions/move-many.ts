'use server';
import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { moveUnseen } from '@/domain/cases/commands';
import { caseNumbers } from '@/domain/cases/queries';
import { DomainError } from '@/domain/result';
import type { Locale } from '@/messages/routing';
import { carryOut } from './action';
import { staffOrVisitor } from './session';

/** Moves the ticked cases, each by itself: what one guard refuses does not hold back the others, and is told with its reason. */
export async function moveManyAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { caseIds, ...move } = values;
    const actor = await staffOrVisitor();
    const chosen = await caseNumbers(actor, { caseIds });
    if (chosen.length === 0) throw new DomainError('case.none-ticked');
    const refused: string[] = [];
    for (const { caseId, number } of chosen) {
      try {
        await moveUnseen(actor, { ...move, caseId });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // What is wrong with the form itself is wrong for every case.
        if (error.code === 'input.invalid') throw error;
        refused.push(`№ ${number}: ${await reasonOf(error, locale)}`);
      }
    }
    const list = refused.join(' ');
    if (refused.length === chosen.length) throw new DomainError('case.none-moved', {}, { list });
    refresh();
    const t = await getTranslations({ locale, namespace: 'queue.bulk' });
    return t('done', { moved: chosen.length - refused.length, refused: refused.length, list });
  });
}

async function reasonOf(error: DomainError, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'errors' });
  return t.has(error.code as never) ? t(error.code as never, error.details as never) : t('unknown' as never);
}
