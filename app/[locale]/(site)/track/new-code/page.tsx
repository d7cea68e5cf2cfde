import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { lastNewCode, type NewCodeSlip } from '@/app/actions/new-code';
import { followAction } from '@/app/actions/public';
import { visitor } from '@/app/actions/public-draft';
import { renewByLinkAction } from '@/app/actions/track';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { ApplySlip } from '@/components/site/apply-slip';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { codeByLink, type RenewalLink } from '@/domain/applications/codes';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'track.newCode' });
  return { title: t('title'), robots: { index: false } };
}

/** Where the link of the letter leads. Opening it only looks, since mail programs open links by themselves. */
export default async function NewCodePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const token = [(await searchParams).code ?? ''].flat().join('');
  const link = token ? await codeByLink(await visitor(), { token }) : null;
  if (link) return <Renew link={link} token={token} />;
  const slip = await lastNewCode();
  if (slip) return <Slip slip={slip} />;
  if (!token) redirect(`/${locale}/track/lost-code`);
  return <Over locale={locale} />;
}

async function Renew({ link, token }: { link: RenewalLink; token: string }) {
  const t = await getTranslations('track.newCode');
  const name = fullName(link);
  return (
    <>
      <PageHeading above={name && <span className="name-of-the-dead text-[1.125em] text-ink">{name}</span>}>
        {t('title')}
      </PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <ActionForm
        action={renewByLinkAction}
        fields={[{ name: 'token', kind: 'hidden', label: '', value: token }]}
        submit={t('submit')}
        texts={await formTexts()}
      />
    </>
  );
}

async function Slip({ slip }: { slip: NewCodeSlip }) {
  const t = await getTranslations('track.newCode.slip');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <ApplySlip name={slip.name} reference={slip.reference} code={slip.code} />
      <p className="measure mt-5">{t('keep')}</p>
      <div className="mt-1 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
        <ActionForm
          action={followAction}
          fields={[
            { name: 'reference', kind: 'hidden', label: '', value: slip.reference },
            { name: 'code', kind: 'hidden', label: '', value: slip.code },
          ]}
          submit={t('follow')}
          texts={await formTexts()}
        />
        <ApplyPrintButton label={t('print')} />
      </div>
      <p className="measure mt-6 text-muted print:hidden">{t('soon')}</p>
    </>
  );
}

async function Over({ locale }: { locale: Locale }) {
  const t = await getTranslations('track.newCode.over');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('text')}</p>
      </Lead>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}/track/lost-code`}>{t('again')}</ButtonLink>
        <ButtonLink href={`/${locale}/track`} look="secondary">
          {t('track')}
        </ButtonLink>
      </p>
    </>
  );
}
