import { getTranslations } from 'next-intl/server';
import { placePhotoAction, removePhotoAction } from '@/app/actions/memory';
import { NothingYet } from '@/components/desk/case-item';
import type { FieldSpec } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import type { OfferedPhoto } from '@/domain/memory/photos';
import { DeskAct } from '../../../desk-act';
import { type MemoryView, seenPage, type WrittenPage } from './view';

const suffix = { kk: 'Kk', ru: 'Ru', en: 'En' } as const;

/** The photographs of the page, and those of the family that could stand there. */
export async function PhotosPart({ view, page }: { view: MemoryView; page: WrittenPage }) {
  const t = await getTranslations('memoryDesk');
  const { offered } = view.memory;
  return (
    <Section title={t('photos')} id="photos">
      {offered.length === 0 ? (
        <NothingYet title={t('noPhotos')}>{t('noPhotosNext')}</NothingYet>
      ) : (
        <p className="measure mb-3 text-muted">{t('photosLead')}</p>
      )}
      <ul className="grid gap-6 lg:grid-cols-2">
        {offered.map((photo) => (
          <Photo key={photo.attachmentId} view={view} page={page} photo={photo} />
        ))}
      </ul>
    </Section>
  );
}

async function Photo({ view, page, photo }: { view: MemoryView; page: WrittenPage; photo: OfferedPhoto }) {
  const t = await getTranslations('memoryDesk');
  const shown = page.photos.find(({ attachmentId }) => attachmentId === photo.attachmentId);
  const hidden = { ...seenPage(view), attachmentId: photo.attachmentId };
  return (
    <li className="flex min-w-0 flex-wrap gap-4">
      {/* biome-ignore lint/performance/noImgElement: the picture is made by us and ready in this size */}
      <img
        src={`/api/attachments/${photo.attachmentId}/thumb`}
        alt={photo.name}
        className="size-36 flex-none border border-line bg-deep object-contain"
      />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">{photo.name}</p>
        {shown && <Tag tone="good">{t('onPage')}</Tag>}
        {view.may('memory.write') && (
          <>
            <DeskAct
              action={placePhotoAction}
              hidden={hidden}
              fields={await captionFields(shown)}
              summary={shown ? t('keep') : t('place')}
              submit={shown ? t('keep') : t('place')}
            />
            {shown && (
              <DeskAct action={removePhotoAction} hidden={hidden} submit={t('takeOff')} summary={t('takeOff')} />
            )}
          </>
        )}
      </div>
    </li>
  );
}

async function captionFields(shown: WrittenPage['photos'][number] | undefined): Promise<FieldSpec[]> {
  const t = await getTranslations('memoryDesk');
  return [
    ...(['kk', 'ru', 'en'] as const).map(
      (language): FieldSpec => ({
        name: `caption${suffix[language]}`,
        kind: 'text',
        label: t(`caption.${language}`),
        value: shown?.caption[language] ?? '',
        maxLength: 300,
        autocomplete: 'off',
        width: 'full',
      }),
    ),
    {
      name: 'position',
      kind: 'text',
      inputMode: 'numeric',
      label: t('position'),
      value: String(shown?.position ?? 1),
      maxLength: 2,
      width: 'short',
      autocomplete: 'off',
    },
  ];
}
