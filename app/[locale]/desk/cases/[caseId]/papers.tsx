import { getTranslations } from 'next-intl/server';
import { addPapersAction } from '@/app/actions/papers';
import { PaperList } from '@/components/papers/paper-list';
import { PaperUpload } from '@/components/papers/paper-upload';
import { Disclosure } from '@/components/ui/disclosure';
import { papersOf } from '@/domain/attachments/queries';
import type { CasePage } from '@/domain/cases/page';
import type { View } from './view';

/** The photographs and documents of one applicant; one that comes to the museum is added here. */
export async function ApplicantPapers({
  view,
  application,
}: {
  view: View;
  application: CasePage['applications'][number];
}) {
  const t = await getTranslations('case.papers');
  const papers = await papersOf(view.actor, { applicationId: application.id });
  const whose = { for: 'application', applicationId: application.id } as const;
  const mayAdd = !application.withdrawnAt && view.may('attachment.write', application.caseId);
  return (
    <div className="mt-3">
      <h4 className="mb-2 text-muted">{t('title')}</h4>
      {papers.length === 0 && <p>{t('none')}</p>}
      <PaperList papers={papers} whose={whose} hrefOf={({ id }) => `${view.address}/papers/${id}`} />
      {mayAdd && (
        <Disclosure summary={t('add')}>
          <PaperUpload action={addPapersAction} whose={whose} />
        </Disclosure>
      )}
    </div>
  );
}
