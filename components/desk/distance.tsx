import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';
import type { Distance } from '@/domain/desk/urgency';
import { days } from './days';

/** A term in words, in working days, with its day below; and since when something waits that has none. */
export async function distanceWords(): Promise<{
  distance: (distance: Distance, day: string) => ReactNode;
  since: (ms: number) => ReactNode;
}> {
  const t = await getTranslations('work');
  const { ofDay, day } = await days();
  return {
    distance: ({ when, workingDays }, term) => (
      <span className={when === 'late' ? 'text-refusal' : undefined}>
        <span className={when === 'ahead' ? undefined : 'font-semibold'}>
          {when === 'late' && <Mark tone="attention" />}{' '}
          {when === 'today' ? t('distance.today') : t(`distance.${when}`, { n: workingDays })}
        </span>
        {when !== 'today' && term && <span className="minor block whitespace-nowrap text-muted">{ofDay(term)}</span>}
      </span>
    ),
    since: (ms) => <span className="minor text-muted">{t('since', { day: day(ms) })}</span>,
  };
}
