import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type PaperView, papersOf } from '@/domain/attachments/queries';
import type { CasePage } from '@/domain/cases/page';
import type { StaffActor } from '@/domain/permissions';
import { caseOf } from '../../view';

export type CasePaper = {
  paper: PaperView;
  /** All papers of the same applicant, in their order. */
  papers: PaperView[];
  application: CasePage['applications'][number];
  number: number;
};

/** A paper of one of the applicants of a case; one of another case is a page that does not exist. */
export const casePaper = cache(
  async (actor: StaffActor, locale: string, caseId: string, attachmentId: string): Promise<CasePaper> => {
    const { applications, line } = await caseOf(locale, caseId);
    for (const application of applications) {
      const papers = await papersOf(actor, { applicationId: application.id });
      const paper = papers.find(({ id }) => id === attachmentId);
      if (paper) return { paper, papers, application, number: line.number };
    }
    notFound();
  },
);
