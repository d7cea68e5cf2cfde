import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { endTokenAction, giveTokenAction } from '@/app/actions/tokens';
import { tokenFields } from '@/components/desk/token-fields';
import { TokenTable } from '@/components/desk/token-table';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { tokenList, tokenMark } from '@/domain/staff/tokens';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'tokens' });
  return { title: t('title') };
}

/** One's own tokens for programs, an administrator's those of everybody. */
export default async function TokensPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const tokens = await found(tokenList(actor, {}));
  const t = await getTranslations('tokens');
  const account = await getTranslations('account');
  const gives = can(actor, 'token.give');
  return (
    <>
      <Breadcrumb items={[{ href: `/${locale}/desk/account`, label: account('title') }, { label: t('title') }]} />
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t(gives ? 'lead' : 'leadAll')}</Lead>
      <Section title={t('list')}>
        <TokenTable tokens={tokens} holders={!gives} end={endTokenAction} />
      </Section>
      {gives && (
        <Section title={t('give')}>
          <ActionForm
            action={giveTokenAction}
            token={crypto.randomUUID()}
            compact
            fields={await tokenFields(actor)}
            check={{ name: 'required' }}
            submit={t('submit')}
            texts={{ ...(await formTexts()), done: t('givenAlready') }}
          />
        </Section>
      )}
      <Section title={t('how')}>
        <p className="measure">{t('howText')}</p>
        <p className="measure my-[0.5em]">
          <code className="break-all">Authorization: Bearer {tokenMark}…</code>
        </p>
        <p>
          <a href="/api/v1/openapi.json">{t('howDocument')}</a>
        </p>
      </Section>
    </>
  );
}
