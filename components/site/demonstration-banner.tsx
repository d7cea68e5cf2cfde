import { getTranslations } from 'next-intl/server';

/** Says on every page of the demonstration that it is one; printed too, so that no sheet is taken for a real one. */
export async function DemonstrationBanner({ isDemonstration }: { isDemonstration: boolean }) {
  if (!isDemonstration) return null;
  const t = await getTranslations('site');
  return (
    <p className="minor border-ink bg-ink px-5 py-1.5 text-center text-paper print:border-b print:bg-white print:text-ink">
      {t('demonstration')}
    </p>
  );
}
