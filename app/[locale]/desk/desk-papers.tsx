import { getTranslations } from 'next-intl/server';
import { addPapersAction, removePaperAction } from '@/app/actions/papers';
import { deskActor } from '@/app/actions/session';
import { PaperList } from '@/components/papers/paper-list';
import type { Whose } from '@/components/papers/paper-server';
import { PaperUpload } from '@/components/papers/paper-upload';
import { Disclosure } from '@/components/ui/disclosure';
import { deskPapers } from '@/domain/attachments/desk-papers';
import type { deskPaperKinds } from '@/domain/attachments/limits';

type DeskPapersProps = {
  locale: string;
  /** A case the paper speaks of; one of them, when a request has several. */
  caseId: string;
  /** What in the case the papers belong to; left out: every paper of the desk on it, and new ones to the case itself. */
  owner?: { requestId: string } | { letterId: string } | { evidenceId: string };
  /** What a paper added here is. */
  kind: (typeof deskPaperKinds)[number];
  mayWrite: boolean;
  /** Opens the form: "Add the scan of the answer"; a general word when left out. */
  summary?: string;
};

/** Scans and files of the desk's own work: listed with their download links, and added in pieces or by a plain form. */
export async function DeskPapers({ locale, caseId, owner, kind, mayWrite, summary }: DeskPapersProps) {
  const t = await getTranslations('papers');
  const papers = await deskPapers(await deskActor(locale), { caseId, ...owner });
  const whose: Whose = { for: 'desk', caseId, ...owner };
  if (papers.length === 0 && !mayWrite) return null;
  return (
    <div className="my-2">
      <PaperList papers={papers} whose={whose} {...(mayWrite && { remove: removePaperAction })} />
      {mayWrite && (
        <Disclosure summary={summary ?? t(`desk.${kind}`)}>
          <PaperUpload action={addPapersAction} whose={whose} kind={kind} />
        </Disclosure>
      )}
    </div>
  );
}
