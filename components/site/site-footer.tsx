import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';

const links = [
  { key: 'tellUs', path: 'tell-us' },
  { key: 'signIn', path: 'sign-in' },
] as const;

export async function SiteFooter({ locale }: { locale: Locale }) {
  const t = await getTranslations('site');
  return (
    <footer className="mt-20 border-line border-t bg-deep print:mt-8 print:border-ink">
      <div className="page grid gap-x-12 gap-y-5 py-10 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] print:py-3">
        <div>
          <p className="title-3">{t('museum')}</p>
          <p className="text-muted">{t('department')}</p>
          <p className="measure mt-4 print:hidden">{t('free')}</p>
        </div>
        <ul className="sm:justify-self-end print:hidden">
          {links.map(({ key, path }) => (
            <li key={key}>
              <a href={`/${locale}/${path}`} className="target">
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
