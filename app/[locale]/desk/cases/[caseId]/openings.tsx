import { getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Timeline } from '@/components/ui/timeline';
import { openingList } from '@/domain/desk/openings';
import type { View } from './view';

/** Lines shown on the page of the case; all of them stand behind the link. */
const shown = 30;

/** Who opened this file, for those who watch over that. */
export async function Openings({ view }: { view: View }) {
  const t = await getTranslations('case.history');
  const { ofDay, time } = await days();
  const { total, rows } = await openingList(view.actor, { caseId: view.caseId, limit: shown });
  return (
    <Disclosure summary={t('openings')}>
      {rows.length === 0 && <p className="text-muted">{t('noOpenings')}</p>}
      <Timeline
        label={t('openings')}
        items={rows.map((row) => ({
          key: `${row.staffId}-${row.day}`,
          date: ofDay(row.day),
          dateTime: row.day,
          title: <span className="font-normal">{row.name}</span>,
          by: t('opened', { n: row.times, time: time(row.lastAt) }),
        }))}
      />
      {total > shown && (
        <p>
          <a href={`/${view.locale}/desk/audit/openings?number=${view.page.line.number}`} className="target">
            {t('openingsAll')}
          </a>
        </p>
      )}
    </Disclosure>
  );
}
