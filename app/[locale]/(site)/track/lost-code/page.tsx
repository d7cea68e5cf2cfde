import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { askForCodeAction } from '@/app/actions/track';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ asked?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'track.lost' });
  return { title: t('title'), description: t('lead') };
}

/** A new access code for whoever lost theirs. What it answers is the same whether we know the address or not. */
export default async function LostCodePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  if ((await searchParams).asked) return <Asked locale={locale} />;
  const t = await getTranslations('track.lost');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <ActionForm
        action={askForCodeAction}
        fields={[
          {
            name: 'email',
            kind: 'email',
            label: t('email'),
            hint: t('emailHint'),
            required: true,
            maxLength: 254,
            autocomplete: 'email',
            inputMode: 'email',
          },
        ]}
        check={{ email: ['required', 'email'] }}
        submit={t('submit')}
        texts={await formTexts()}
      />
      <OtherWays />
    </>
  );
}

async function Asked({ locale }: { locale: Locale }) {
  const t = await getTranslations('track.lost.asked');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('text')}</p>
      </Lead>
      <ul className="measure list-disc pl-5">
        {(['hour', 'spam', 'none'] as const).map((name) => (
          <li key={name} className="mb-2">
            {t(name)}
          </li>
        ))}
      </ul>
      <p className="mt-8 flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}/track`} look="secondary">
          {t('track')}
        </ButtonLink>
        <ButtonLink href={`/${locale}/track/lost-code`} look="secondary">
          {t('again')}
        </ButtonLink>
      </p>
      <OtherWays />
    </>
  );
}

/** Those without e-mail are helped by a person. */
async function OtherWays() {
  const t = await getTranslations('track.lost.other');
  return (
    <Section title={t('title')}>
      <p className="measure">{t('text')}</p>
      <ul className="measure mt-3 list-disc pl-5">
        {(['visit', 'telephone', 'letter'] as const).map((name) => (
          <li key={name} className="mb-2">
            {t(name)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
