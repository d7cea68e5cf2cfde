import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { PaperView } from '@/domain/attachments/queries';
import type { PaperActions } from './paper-actions';
import { PaperList } from './paper-list';
import { PaperUpload } from './paper-upload';

type TrackPapersProps = {
  papers: readonly PaperView[];
  /** What a paper may answer. */
  questions: readonly { id: string; text: string }[];
  /** Whether more may be added: not to an application that was taken back. */
  isOpen: boolean;
  actions: PaperActions;
};

/** Everything the applicant sent, and where more is added. */
export async function TrackPapers({ papers, questions, isOpen, actions }: TrackPapersProps) {
  if (papers.length === 0 && !isOpen) return null;
  const t = await getTranslations('papers');
  const whose = { for: 'application' } as const;
  return (
    <Section title={t('title')} id="papers" aside={isOpen && t('track.aside')}>
      <PaperList papers={papers} whose={whose} {...(isOpen && { remove: actions.remove })} />
      {papers.length === 0 && <p className="text-muted">{t('list.none')}</p>}
      {isOpen && (
        <Disclosure summary={t('track.add')}>
          <p className="measure mb-4">
            {t('upload.tip')} {t('upload.seen')}
          </p>
          <PaperUpload action={actions.add} whose={whose} questions={questions} />
        </Disclosure>
      )}
    </Section>
  );
}
