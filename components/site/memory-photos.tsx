import { getTranslations } from 'next-intl/server';
import type { MemoryPhoto } from '@/domain/memory/photos';
import type { Locale } from '@/messages/routing';
import { inLanguage } from './burial-place-words';

type PhotosProps = {
  photos: readonly MemoryPhoto[];
  locale: Locale;
  /** whose photographs, for those who hear the page */
  name: string;
  /** where a picture is, without the form of it */
  at: (photo: MemoryPhoto) => string;
  /** of the first of them, when earlier ones stand elsewhere */
  from?: number;
};

/** Photographs at their own proportions, each over its caption. */
export async function MemoryPhotos({ photos, locale, name, at, from = 1 }: PhotosProps) {
  const t = await getTranslations('memory');
  return (
    <div className="flex flex-col gap-10">
      {photos.map((photo, i) => {
        const caption = inLanguage(photo.caption, locale);
        const portrait = photo.height > photo.width;
        return (
          <figure key={photo.attachmentId} className={portrait ? 'mx-auto max-w-[30rem]' : ''}>
            {/* biome-ignore lint/performance/noImgElement: the picture is made by us and ready in this size */}
            <img
              src={`${at(photo)}/view`}
              width={photo.width}
              height={photo.height}
              alt={caption || t('photo', { n: from + i, name })}
              loading={from + i > 1 ? 'lazy' : undefined}
              decoding="async"
              className="h-auto w-full border border-line bg-deep"
            />
            {caption && <figcaption className="minor mt-[0.6em] text-muted">{caption}</figcaption>}
          </figure>
        );
      })}
    </div>
  );
}
