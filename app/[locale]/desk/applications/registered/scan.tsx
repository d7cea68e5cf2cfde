import { getTranslations } from 'next-intl/server';
import { addPapersAction, removePaperAction } from '@/app/actions/papers';
import { PaperList } from '@/components/papers/paper-list';
import { PaperUpload } from '@/components/papers/paper-upload';
import { papersOf } from '@/domain/attachments/queries';
import { casePage } from '@/domain/cases/page';
import type { StaffActor } from '@/domain/permissions';

type ScanProps = { actor: StaffActor; caseId: string; reference: string; address: string };

/** Where the scan of what came on paper is added, as long as the paper lies at hand. */
export async function Scan({ actor, caseId, reference, address }: ScanProps) {
  const { applications } = await casePage(actor, { caseId });
  const application = applications.find((one) => one.reference === reference);
  if (!application) return null;
  const t = await getTranslations('register.registered');
  const papers = await papersOf(actor, { applicationId: application.id });
  const whose = { for: 'application', applicationId: application.id } as const;
  return (
    <section className="mt-[2.500em] border-line border-t pt-[1.25em] print:hidden">
      <h2 className="title-2 mb-[0.5em]">{t('scanTitle')}</h2>
      <p className="measure mb-[1em]">{t('scanText')}</p>
      {papers.length > 0 && (
        <div className="mb-[1.25em]">
          <PaperList
            papers={papers}
            whose={whose}
            remove={removePaperAction}
            hrefOf={({ id }) => `${address}/papers/${id}`}
          />
        </div>
      )}
      <PaperUpload action={addPapersAction} whose={whose} kind="form" />
    </section>
  );
}
