import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';

/** The two things a visitor comes for, as two doors side by side. */
export async function HomeDoors({ locale }: { locale: Locale }) {
  const t = await getTranslations('home');
  const looks = {
    apply: 'border-accent bg-accent text-paper hover:bg-accent-deep hover:text-paper',
    track: 'border-accent text-ink hover:bg-deep hover:text-ink',
  };
  return (
    <div className="grid gap-4 lg:grid-cols-2 lg:gap-6 print:hidden">
      {(['apply', 'track'] as const).map((door) => (
        <a
          key={door}
          href={`/${locale}/${door}`}
          className={`group block border p-6 no-underline sm:p-8 lg:pb-10 ${looks[door]}`}
        >
          <span className="title-2 flex items-baseline justify-between gap-4">
            <span className="decoration-1 underline-offset-[0.2em] group-hover:underline">{t(`${door}.title`)}</span>
            <span aria-hidden="true">→</span>
          </span>
          <span className="mt-3 block max-w-[34rem]">{t(`${door}.text`)}</span>
        </a>
      ))}
    </div>
  );
}
