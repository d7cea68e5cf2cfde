import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import type { PaperView } from '@/domain/attachments/queries';
import type { PaperActions } from './paper-actions';
import { PaperList } from './paper-list';
import { PaperUpload } from './paper-upload';

/** What goes with an answer that is still owed: the papers added for it so far, and where more are added. */
export async function AnswerPapers({
  papers,
  questionId,
  actions,
}: {
  papers: readonly PaperView[];
  questionId: string;
  actions: PaperActions;
}) {
  const t = await getTranslations('papers.track');
  const whose = { for: 'application' } as const;
  const own = papers.filter((paper) => paper.questionId === questionId);
  return (
    <div className="mt-6">
      <PaperList papers={own} whose={whose} remove={actions.remove} />
      <Disclosure summary={t('addToAnswer')}>
        <PaperUpload action={actions.add} whose={whose} questionId={questionId} />
      </Disclosure>
    </div>
  );
}
