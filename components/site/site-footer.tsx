import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';

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
        <p className="sm:justify-self-end print:hidden">
          <a href={`/${locale}/sign-in`} className="target">
            {t('signIn')}
          </a>
        </p>
      </div>
    </footer>
  );
}
