import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import type { PaperView } from '@/domain/attachments/queries';
import { PaperList } from './paper-list';

/** The papers of an application to be looked over before it is sent. @param href where they can be changed */
export async function ApplyPapers({ papers, href }: { papers: readonly PaperView[]; href: string }) {
  const t = await getTranslations('apply');
  const words = await getTranslations('papers.list');
  const title = t('steps.papers.title');
  return (
    <Section
      title={title}
      aside={
        <a href={href} className="target">
          {t('check.changeStep')}
          <span className="sr-only">: {title}</span>
        </a>
      }
    >
      {papers.length > 0 ? (
        <PaperList papers={papers} whose={{ for: 'draft' }} />
      ) : (
        <p className="text-muted">{words('none')}</p>
      )}
    </Section>
  );
}
