import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { sendObjectionAction } from '@/app/actions/memory';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';
import { entryOf } from '../entry';

type PageProps = {
  params: Promise<{ locale: string; burialId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'objection' });
  return { title: t('title'), robots: { index: false } };
}

/** Somebody says that something public is wrong, or should not be there. */
export default async function ObjectPage({ params, searchParams }: PageProps) {
  const { locale, burialId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('objection');
  const { sent, about: asked } = await searchParams;
  if (typeof sent === 'string' && /^\d{1,9}$/.test(sent))
    return (
      <>
        <PageHeading>{t('title')}</PageHeading>
        <Notice tone="success" live title={t('sentTitle', { number: sent })}>
          {t('sent')}
        </Notice>
        <ButtonLink href={`/${locale}/burials`} look="secondary">
          {t('back')}
        </ButtonLink>
      </>
    );
  const burial = await entryOf(burialId);
  const about = asked === 'memory' && burial.memoryPageId ? 'memory' : 'burial';
  const stated = { burialId, about, aboutId: about === 'memory' ? (burial.memoryPageId ?? '') : burialId };
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      <p className="measure mb-[1.5em] font-serif text-[1.125em]">{t(`about.${about}`, { name: fullName(burial) })}</p>
      <ActionForm
        action={sendObjectionAction}
        token={crypto.randomUUID()}
        fields={[
          ...Object.entries(stated).map(([name, value]): FieldSpec => ({ name, value, kind: 'hidden', label: '' })),
          ...(await fields()),
        ]}
        check={{ text: 'required', name: 'required', contact: 'required' }}
        submit={t('send')}
        texts={await formTexts()}
      >
        <label aria-hidden="true" className="absolute -left-[200rem]">
          {t('website')}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </ActionForm>
    </>
  );
}

async function fields(): Promise<FieldSpec[]> {
  const t = await getTranslations('objection');
  return [
    {
      name: 'text',
      kind: 'textarea',
      label: t('text'),
      hint: t('textHint'),
      required: true,
      maxLength: 4000,
      autocomplete: 'off',
      rows: 6,
    },
    { name: 'name', kind: 'text', label: t('name'), required: true, maxLength: 200, autocomplete: 'name' },
    {
      name: 'contact',
      kind: 'text',
      label: t('contact'),
      hint: t('contactHint'),
      required: true,
      maxLength: 300,
      autocomplete: 'off',
    },
    { name: 'relative', kind: 'checkbox', label: t('relative') },
  ];
}
