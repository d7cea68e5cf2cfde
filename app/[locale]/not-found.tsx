import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { switchTypeAction } from '@/app/actions/type-size';
import { SiteFrame } from '@/components/site/site-frame';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { env } from '@/env';
import { routing } from '@/messages/routing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('title') };
}

export default async function NotFoundPage() {
  const language = await getLocale();
  const locale = hasLocale(routing.locales, language) ? language : routing.defaultLocale;
  const t = await getTranslations('site');
  return (
    <SiteFrame locale={locale} isDemonstration={env.isDemonstration} switchType={switchTypeAction}>
      <PageHeading>{t('notFound.title')}</PageHeading>
      <Lead>
        <p>{t('notFound.text')}</p>
      </Lead>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}`}>{t('home')}</ButtonLink>
        <ButtonLink href={`/${locale}/track`} look="secondary">
          {t('track')}
        </ButtonLink>
      </p>
    </SiteFrame>
  );
}
