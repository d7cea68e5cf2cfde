import { type Locale, locales } from '@/messages/routing';

/** The same address under another language; what does not begin with a language leads home. */
export function inLanguage(path: string, language: Locale): string {
  const rest = locales.flatMap((locale) => {
    const after = path.slice(locale.length + 1);
    return path.startsWith(`/${locale}`) && /^([/?].*)?$/.test(after) ? [after] : [];
  })[0];
  return `/${language}${rest ?? ''}`;
}
