import { getTranslations } from 'next-intl/server';
import { type Locale, locales } from '@/messages/routing';
import { inLanguage } from './address-in-language';

/** The same page in the other languages, each named in its own. `path` is the address now, with its search. */
export async function LanguageLinks({ locale, path }: { locale: Locale; path: string }) {
  const t = await getTranslations('site');
  return (
    <nav aria-label={t('language')} className="minor print:hidden">
      <ul className="flex flex-wrap gap-x-[1.1em]">
        {locales.map((language) => (
          <li key={language}>
            {language === locale ? (
              <span
                aria-current="true"
                lang={language}
                className="target font-semibold underline decoration-[3px] decoration-ribbon"
              >
                {t(`languages.${language}`)}
              </span>
            ) : (
              <a href={inLanguage(path, language)} hrefLang={language} lang={language} className="target">
                {t(`languages.${language}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
