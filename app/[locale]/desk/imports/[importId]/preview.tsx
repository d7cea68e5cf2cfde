import { getTranslations } from 'next-intl/server';
import { beginImportAction } from '@/app/actions/archive';
import { uploadPath } from '@/app/actions/archive-upload';
import { ImportSample } from '@/components/desk/import-sample';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { importPreview, type Preview } from '@/domain/archive/preview';
import type { ImportLine } from '@/domain/archive/queries';
import { mappedFields } from '@/domain/archive/reading/formats';
import type { StaffActor } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { DomainError } from '@/domain/result';
import type { Locale } from '@/messages/routing';

type PreviewProps = { locale: Locale; line: ImportLine; actor: StaffActor; tried: string; sourceKey: string };

/** What a file is, which of its columns would fill what, and the first record as it would be taken; then the word to begin. */
export async function ImportPreview(props: PreviewProps) {
  const t = await getTranslations('imports.preview');
  const preview = await previewOf(props);
  if (preview instanceof DomainError) return <Unreadable refusal={preview} />;
  const words = await getTranslations('imports.upload.formats');
  const separator = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[preview.separator] ?? 'comma';
  return (
    <>
      <DefinitionList
        items={[
          { term: t('format'), value: words(preview.format as never) },
          { term: t('encoding'), value: preview.encoding.toUpperCase() },
          { term: t('separator'), value: t(`separators.${separator}` as never) },
          { term: t('columns'), value: preview.columns.length },
        ]}
      />
      <ImportSample preview={preview} />
      <Section title={t('mapping')} id="mapping">
        <p className="measure mb-4 text-muted">{t('mappingHint')}</p>
        <ActionForm
          id="mapping-form"
          action={beginImportAction}
          texts={await formTexts()}
          token={crypto.randomUUID()}
          submit={t('begin')}
          secondary={{ label: t('show'), name: 'show', value: 'again' }}
          compact
          fields={await fieldsOf(props, preview)}
        />
      </Section>
    </>
  );
}

async function fieldsOf({ locale, line, actor, sourceKey }: PreviewProps, preview: Preview): Promise<FieldSpec[]> {
  const t = await getTranslations('imports');
  const labels = await getTranslations('mappedField');
  const sources = await sourceList(actor, {});
  const options = [
    { value: '', label: t('preview.none') },
    ...preview.columns.map((name, place) => ({ value: String(place), label: columnLabel(name, place, preview) })),
  ];
  return [
    { name: 'importId', kind: 'hidden', label: 'importId', value: line.importId },
    {
      name: 'sourceKey',
      kind: 'select',
      label: t('upload.source'),
      required: true,
      value: sourceKey,
      options: sources.map(({ key, name }) => ({ value: key, label: name[locale] })),
    },
    ...mappedFields.map(
      (field): FieldSpec => ({
        name: field,
        kind: 'select',
        label: labels(field),
        value: preview.places[field]?.toString() ?? '',
        options,
      }),
    ),
  ];
}

/** A column by its name and the first value that stands in it. */
function columnLabel(name: string, place: number, { rows }: Preview): string {
  const value = rows.map(({ cells }) => cells[place]?.trim()).find(Boolean) ?? '';
  const shown = value.length > 30 ? `${value.slice(0, 30).replace(/\p{Cs}$/u, '')}…` : value;
  return shown ? `${name.slice(0, 60)} (${shown})` : name.slice(0, 60);
}

async function previewOf({ line, actor, tried }: PreviewProps): Promise<Preview | DomainError> {
  const places = Object.fromEntries(tried.split('_').map((pair) => pair.split('.').slice(0, 2))) as Record<
    string,
    string
  >;
  try {
    return await importPreview(actor, {
      importId: line.importId,
      path: uploadPath(line.sha256),
      ...(tried && { places }),
    });
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('file.')) return error;
    throw error;
  }
}

async function Unreadable({ refusal }: { refusal: DomainError }) {
  const t = await getTranslations('errors');
  return <Notice tone="refusal" title={t(refusal.code as never, refusal.details as never)} />;
}
