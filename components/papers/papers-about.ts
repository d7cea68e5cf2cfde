import type { PaperView } from '@/domain/attachments/queries';

/** The papers that came with one answer or one message. */
export const papersAbout = (
  papers: readonly PaperView[],
  about: { questionId: string } | { messageId: string },
): PaperView[] =>
  papers.filter((paper) =>
    'questionId' in about ? paper.questionId === about.questionId : paper.messageId === about.messageId,
  );
