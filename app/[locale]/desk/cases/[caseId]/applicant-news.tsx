import { getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import { DeliveryState } from '@/components/desk/news-delivery';
import { newsWords } from '@/components/desk/news-words';
import { Disclosure } from '@/components/ui/disclosure';
import { noticesOf } from '@/domain/news/queries';
import { can } from '@/domain/permissions';
import type { View } from './view';

/** What one applicant was told, and whether it arrived. */
export async function ApplicantNews({ view, applicationId }: { view: View; applicationId: string }) {
  if (!can(view.actor, 'news.read')) return null;
  const t = await getTranslations('news.case');
  const words = await newsWords();
  const { day } = await days();
  const told = (await noticesOf(view.actor, { caseId: view.caseId })).filter(
    (one) => one.applicationId === applicationId,
  );
  if (told.length === 0) return null;
  const isOpen = told.some(({ state }) => state === 'given-up' || state === 'by-hand');
  return (
    <Disclosure summary={t('title')} open={isOpen}>
      <ul>
        {told.map((row) => (
          <li key={row.noticeId} className="flex flex-wrap items-baseline gap-x-4 py-1">
            <span className="text-muted">{day(row.createdAt)}</span>
            <span>{words.kind(row.kind, row.phase)}</span>
            <span>
              <DeliveryState row={row} />
            </span>
          </li>
        ))}
      </ul>
      {isOpen && (
        <p>
          <a href={`/${view.locale}/desk/news`} className="target">
            {t('go')}
          </a>
        </p>
      )}
    </Disclosure>
  );
}
