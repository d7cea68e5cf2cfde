import { getTranslations } from 'next-intl/server';
import { cancelImportAction, resumeImportAction } from '@/app/actions/archive';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Section } from '@/components/ui/headings';
import type { ImportLine } from '@/domain/archive/queries';

/** Going on with an import that broke off, and stopping one that is not finished. */
export async function ImportEnd({ line }: { line: ImportLine }) {
  const t = await getTranslations('imports');
  if (line.isEnding) return null;
  const isOpen = line.state === 'prepared' || line.state === 'waiting' || line.state === 'running';
  // A file of the command line lies where only the command line knows.
  const isBroken = line.by !== null && (line.state === 'failed' || (isOpen && line.givenUp !== null));
  const fields = [{ name: 'importId', kind: 'hidden', label: 'importId', value: line.importId }] as const;
  return (
    <>
      {isBroken && (
        <Section title={t('resume.title')} id="resume">
          <p className="measure mb-4">{t('resume.text')}</p>
          <ActionForm
            action={resumeImportAction}
            texts={await formTexts()}
            token={crypto.randomUUID()}
            submit={t('resume.submit')}
            fields={fields}
          />
        </Section>
      )}
      {isOpen && (
        <Section title={t('cancel.title')} id="cancel">
          <p className="measure mb-4">{t(line.state === 'running' ? 'cancel.text' : 'cancel.nothing')}</p>
          <ActionForm
            action={cancelImportAction}
            texts={await formTexts()}
            token={crypto.randomUUID()}
            submit={t('cancel.submit')}
            danger
            fields={fields}
          />
        </Section>
      )}
    </>
  );
}
