import { getTranslations } from 'next-intl/server';
import type { CaseInHand } from '@/domain/archive/queries';
import { SoldierName } from './soldier-name';

/** For which case the archive is being looked through, and the way back to it. */
export async function ArchiveCaseHead({
  locale,
  inHand,
  mayLog,
}: {
  locale: string;
  inHand: CaseInHand;
  /** whether lookups from this page are logged in the case; left out where none is made */
  mayLog?: boolean;
}) {
  const t = await getTranslations('archive.case');
  const facts = [inHand.birth, inHand.birthPlace].filter(Boolean).join(', ');
  return (
    <div className="mb-5 border-ribbon border-l-[6px] bg-deep px-4 py-3">
      <p>
        {t('for', { number: inHand.number })}{' '}
        <a href={`/${locale}/desk/cases/${inHand.caseId}`} className="target -my-2">
          <SoldierName soldier={inHand} />
        </a>
        {facts && <span className="text-muted"> · {facts}</span>}
      </p>
      {mayLog !== undefined && <p className="minor measure text-muted">{t(mayLog ? 'logs' : 'logsNot')}</p>}
    </div>
  );
}
