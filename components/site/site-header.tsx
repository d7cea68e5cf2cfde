import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';
import { DemonstrationBanner } from './demonstration-banner';
import { Emblem } from './emblem';
import { LanguageLinks } from './language-links';
import { type TypeAction, TypeSwitch } from './type-switch';

const sections = ['apply', 'track', 'burials', 'sought', 'ceremonies'] as const;

/** The head of every public page: the museum's name, the languages, the ways in. `path` is the address being shown. */
export async function SiteHeader({
  locale,
  path,
  isDemonstration,
  switchType,
}: {
  locale: Locale;
  path: string;
  isDemonstration: boolean;
  switchType: TypeAction;
}) {
  const t = await getTranslations('site');
  return (
    <header>
      <DemonstrationBanner isDemonstration={isDemonstration} />
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-1 pt-4 pb-3 sm:pt-7 sm:pb-6">
        <a href={`/${locale}`} className="flex min-w-0 items-start gap-4 text-ink no-underline hover:text-accent">
          <Emblem className="size-10 text-accent sm:size-[2.625rem]" />
          <span className="min-w-0">
            <span className="block font-serif text-[1.75rem] leading-none sm:text-[2.125rem]">{t('name')}</span>
            <span className="minor mt-2 block text-muted leading-snug sm:mt-1.5">{t('museum')}</span>
          </span>
        </a>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <LanguageLinks locale={locale} path={path} />
          <TypeSwitch action={switchType} />
        </div>
      </div>
      <nav aria-label={t('sections')} className="border-line border-y print:hidden">
        <ul className="page flex flex-wrap gap-x-9 py-1 sm:py-1.5">
          {sections.map((section) => {
            const current = path.replace(/^\/[a-z]{2}\//, '/').split(/[/?]/)[1] === section;
            return (
              <li key={section}>
                <a
                  href={`/${locale}/${section}`}
                  aria-current={current ? 'page' : undefined}
                  className={`target font-medium ${current ? 'text-ink decoration-ribbon decoration-[3px]' : 'no-underline hover:underline'}`}
                >
                  {t(section)}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </header>
  );
}
