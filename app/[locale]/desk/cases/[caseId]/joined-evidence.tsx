import { getTranslations } from 'next-intl/server';
import { CaseItem, PartHeading, Quoted } from '@/components/desk/case-item';
import type { View } from './view';

/** Documents of the cases joined to this one: they stay with their own case, and speak for this one, too. */
export async function JoinedEvidence({ view }: { view: View }) {
  const t = await getTranslations('case.evidence');
  const { joinedEvidence } = view.page;
  if (joinedEvidence.length === 0) return null;
  return (
    <>
      <PartHeading>{t('joined')}</PartHeading>
      <ul>
        {joinedEvidence.map(({ id, caseId, number, recordId, citation, states }) => (
          <CaseItem
            key={id}
            id={`evidence-${id}`}
            title={
              recordId ? <a href={`/${view.locale}/desk/archive/${recordId}?case=${caseId}`}>{citation}</a> : citation
            }
            meta={<a href={`/${view.locale}/desk/cases/${caseId}#evidence`}>{t('ofCase', { number })}</a>}
          >
            {states && <Quoted>{states}</Quoted>}
          </CaseItem>
        ))}
      </ul>
    </>
  );
}
