import { getTranslations } from 'next-intl/server';

const parts = ['thread', 'papers', 'journeys', 'consents', 'data'] as const;
type TrackPart = (typeof parts)[number];

/** The ways to what stands further down: whoever came to write or to send a photograph need not look for it. */
export async function TrackContents({ shown }: { shown: readonly TrackPart[] }) {
  const t = await getTranslations('track.contents');
  return (
    <nav aria-label={t('title')} className="mt-(--gap-section) border-line border-t pt-[0.9em] print:hidden">
      <ul className="flex flex-col sm:flex-row sm:flex-wrap sm:gap-x-8">
        {parts
          .filter((part) => shown.includes(part))
          .map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="target">
                {t(part)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
