import { getTranslations } from 'next-intl/server';
import { addPapersAction, removePaperAction } from '@/app/actions/papers';
import { deskActor } from '@/app/actions/session';
import { PaperList } from '@/components/papers/paper-list';
import type { Whose } from '@/components/papers/paper-server';
import { PaperUpload } from '@/components/papers/paper-upload';
import { Disclosure } from '@/components/ui/disclosure';
import { deskPapers } from '@/domain/attachments/desk-papers';
import { fieldPapers } from '@/domain/attachments/field-papers';
import type { deskPaperKinds } from '@/domain/attachments/limits';
import type { FieldPlace } from '@/domain/attachments/owners';

/** In a case; one of them, when a request has several. */
type OfCase = {
  caseId: string;
  /** What in the case the papers belong to; left out: every paper of the desk on it, and new ones to the case itself. */
  owner?: { requestId: string } | { letterId: string } | { evidenceId: string };
};
/** Of a find or a ceremony. */
type OfField = { about: FieldPlace };

type DeskPapersProps = (OfCase | OfField) & {
  locale: string;
  /** What a paper added here is. */
  kind: (typeof deskPaperKinds)[number];
  mayWrite: boolean;
  /** Opens the form: "Add the scan of the answer"; a general word when left out. */
  summary?: string;
};

/** Scans and files of the desk's own work: listed with their download links, and added in pieces or by a plain form. */
export async function DeskPapers({ locale, kind, mayWrite, summary, ...whose }: DeskPapersProps) {
  const t = await getTranslations('papers');
  const actor = await deskActor(locale);
  const place = 'about' in whose ? whose.about : { caseId: whose.caseId, ...whose.owner };
  const papers = 'caseId' in place ? await deskPapers(actor, place) : await fieldPapers(actor, place);
  const named: Whose = { for: 'desk', ...place };
  if (papers.length === 0 && !mayWrite) return null;
  return (
    <div className="my-2">
      <PaperList papers={papers} whose={named} {...(mayWrite && { remove: removePaperAction })} />
      {mayWrite && (
        <Disclosure summary={summary ?? t(`desk.${kind}`)}>
          <PaperUpload action={addPapersAction} whose={named} kind={kind} />
        </Disclosure>
      )}
    </div>
  );
}
