import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DemonstrationBanner } from '@/components/site/demonstration-banner';
import { LanguageLinks } from '@/components/site/language-links';
import { SkipLink } from '@/components/ui/skip-link';
import type { Locale } from '@/messages/routing';
import { type DeskSection, groupsOf, sectionAt } from './shell-sections';
import { ShortcutWays } from './shortcut-ways';

export type DeskShellProps = {
  locale: Locale;
  /** the address being shown, with its search: `requestPath()` */
  path: string;
  /** the sections this person may enter, out of `deskSections` */
  sections: readonly DeskSection[];
  staffName: string;
  signOut: (data: FormData) => Promise<void>;
  isDemonstration: boolean;
  children: ReactNode;
};

/** Everything around the content of a desk page. */
export async function DeskShell(props: DeskShellProps) {
  const { locale, path, sections, staffName, signOut, isDemonstration, children } = props;
  const t = await getTranslations('site');
  const current = sectionAt(path, sections);
  const groups = groupsOf(sections);
  // A page outside all sections (one's account, tasks) stands with the work.
  const open = groups.find(({ group }) => group === current?.group) ?? groups[0];
  const link = (section: DeskSection) => (
    <li key={section.key}>
      <a
        href={`/${locale}${section.path}`}
        aria-current={section === current ? 'page' : undefined}
        className={`target border-b-[3px] px-[0.1em] no-underline hover:border-rule ${section === current ? 'border-ribbon font-semibold text-ink' : 'border-transparent text-accent'}`}
      >
        {t(`desk.${section.key}`)}
      </a>
    </li>
  );
  return (
    <div className="desk">
      <SkipLink label={t('skip')} />
      <header className="border-line border-b bg-deep">
        <DemonstrationBanner isDemonstration={isDemonstration} />
        <div className="page flex print:hidden flex-wrap items-center justify-between gap-x-8 pt-1">
          <p>
            <a href={`/${locale}/desk`} className="target font-serif text-[1.375rem] text-ink no-underline">
              {t('name')}
            </a>
          </p>
          <div className="flex flex-wrap items-center gap-x-7">
            <ShortcutWays locale={locale} sections={sections} />
            <LanguageLinks locale={locale} path={path} />
            <form action={signOut} className="flex items-center gap-4">
              <a href={`/${locale}/desk/account`} className="target font-semibold text-ink">
                {staffName}
              </a>
              <button type="submit" className="target cursor-pointer text-accent underline underline-offset-4">
                {t('desk.signOut')}
              </button>
            </form>
          </div>
        </div>
        <nav aria-label={t('sections')} className="page hidden lg:block print:hidden">
          {groups.length > 1 && (
            <ul className="flex flex-wrap gap-x-8">
              {groups.map((one) => (
                <li key={one.group}>
                  <a
                    href={`/${locale}${one.sections[0]?.path ?? '/desk'}`}
                    aria-current={one === open ? 'true' : undefined}
                    className={`target no-underline ${one === open ? 'font-semibold text-ink' : 'text-accent'}`}
                  >
                    {t(`deskGroup.${one.group}`)}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <ul className="flex flex-wrap gap-x-6 border-line border-t">{open?.sections.map(link)}</ul>
        </nav>
        <nav aria-label={t('sections')} className="page lg:hidden print:hidden">
          <details className="group">
            <summary className="target list-none gap-2 font-semibold [&::-webkit-details-marker]:hidden">
              <svg aria-hidden="true" viewBox="0 0 12 12" className="size-[0.65em] flex-none group-open:rotate-90">
                <path d="M2.500.5 11 6 2.500 11.500z" fill="currentColor" />
              </svg>
              {t('desk.menu')}
            </summary>
            <ul className="grid grid-cols-1 gap-x-6 pb-3 xs:grid-cols-2">
              {groups.map((one) => (
                <li key={one.group} className="pt-2">
                  <p className="minor text-muted">{t(`deskGroup.${one.group}`)}</p>
                  <ul>{one.sections.map(link)}</ul>
                </li>
              ))}
            </ul>
          </details>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="page pt-5 pb-16 outline-none">
        {children}
      </main>
    </div>
  );
}
