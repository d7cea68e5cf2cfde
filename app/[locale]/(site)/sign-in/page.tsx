import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { staffOrVisitor } from '@/app/actions/session';
import { signInAction } from '@/app/actions/staff';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Lead, PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ error?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'signIn' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  if ('staffId' in (await staffOrVisitor())) redirect(`/${locale}/desk`);
  const t = await getTranslations('signIn');
  // next-auth's own interface leads here when it refuses.
  const { error } = await searchParams;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>
          {t('lead')} <a href={`/${locale}/track`}>{t('track')}</a>
        </p>
      </Lead>
      {error !== undefined && <Notice tone="refusal" title={t('failed')} />}
      <ActionForm
        action={signInAction}
        fields={[
          {
            name: 'email',
            kind: 'email',
            label: t('email'),
            required: true,
            width: 'medium',
            maxLength: 254,
            autocomplete: 'username',
          },
          {
            name: 'password',
            kind: 'password',
            label: t('password'),
            required: true,
            width: 'medium',
            maxLength: 512,
            autocomplete: 'current-password',
          },
        ]}
        check={{ email: 'required', password: 'required' }}
        submit={t('submit')}
        texts={await formTexts()}
      />
      <p className="measure mt-8 text-muted">{t('forgotten')}</p>
    </>
  );
}
