import type { StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import type { StatisticKey, StatisticResult } from '@/domain/statistics/catalogue';
import { statistic } from '@/domain/statistics/statistic';
import type { Asked } from '../asked';

/** The answer to what the address asks; to the plain question where it cannot be (a period that ends before it begins). */
export async function answerTo(
  actor: StaffActor,
  key: StatisticKey,
  asked: Asked,
): Promise<{ result: StatisticResult; isRefused: boolean }> {
  try {
    return { result: await statistic(actor, { key, ...asked.input }), isRefused: false };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'input.invalid') throw error;
    return { result: await statistic(actor, { key }), isRefused: true };
  }
}
