import { getTranslations } from 'next-intl/server';
import { withdrawSearchAction } from '@/app/actions/sources';
import { days } from '@/components/desk/days';
import { SearchOutcomeTag } from '@/components/desk/search-outcome';
import { QuickAct } from '@/components/form/quick-act';
import { Tag } from '@/components/ui/tag';
import type { SourcePartProps } from './source';

/** What was searched here, newest first; one that was logged by mistake can be taken back. */
export async function SearchesOfSource({ source, locale, caseId, mayLog }: SourcePartProps) {
  const t = await getTranslations('checklist');
  const { moment } = await days();
  if (source.searches.length === 0) return null;
  const nameOf = new Map(source.parts.map(({ key, name }) => [key, name[locale]]));
  return (
    <ul aria-label={t('searchedHere')} className="my-3 border-line border-l-2 pl-4">
      {source.searches.map((search) => {
        const parts = search.parts.map((key) => nameOf.get(key) ?? key).join(', ');
        const said = [search.asked, search.reason].filter(Boolean).join('. ');
        const isStanding = search.withdrawnAt === null;
        return (
          <li key={search.id} className="py-2">
            <div className="flex flex-wrap items-baseline gap-x-4">
              {isStanding ? <SearchOutcomeTag outcome={search.outcome} /> : <Tag tone="closed">{t('takenBack')}</Tag>}
              <span>{[moment(search.searchedAt), search.by].filter(Boolean).join(', ')}</span>
            </div>
            <p className={isStanding ? '' : 'text-muted'}>{said}</p>
            {source.parts.length > 0 && <p className="minor text-muted">{parts || t('wholeSource')}</p>}
            {isStanding && mayLog && search.requestId === null && (
              <QuickAct
                action={withdrawSearchAction}
                label={t('takeBack')}
                about={t('takeBackOf', { source: source.name[locale], day: moment(search.searchedAt) })}
                stated={{ caseId, searchId: search.id }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
