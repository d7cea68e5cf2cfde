import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { resumeAction } from '@/app/actions/public';
import { visitor } from '@/app/actions/public-draft';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { draftByToken } from '@/domain/applications/drafts';
import { known } from '@/domain/applications/fields';
import { fullName } from '@/domain/names';
import { routing } from '@/messages/routing';

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ draft?: string | string[] }>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply.resume' });
  return { title: t('title'), robots: { index: false } };
}

/** Only looks: mail programs open links by themselves, so the draft is taken up by a button. */
export default async function ResumePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const t = await getTranslations('apply.resume');
  const token = [(await searchParams).draft ?? ''].flat().join('');
  const draft = await draftByToken(await visitor(), { token });
  if (!draft) return <NoDraft locale={locale} />;
  const { answers, applicationId, updatedAt } = draft;
  const name = fullName({
    surname: known(answers.surname),
    givenName: known(answers.givenName),
    patronymic: known(answers.patronymic),
  });
  const format = await getFormatter();
  const saved = format.dateTime(updatedAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <PageHeading above={name && <span className="name-of-the-dead text-ink">{name}</span>}>{t('title')}</PageHeading>
      <Lead>
        <p>{t(applicationId ? 'sent' : 'there', { saved })}</p>
      </Lead>
      <ActionForm
        action={resumeAction}
        fields={[{ name: 'draft', kind: 'hidden', label: '', value: token }]}
        submit={t(applicationId ? 'show' : 'goOn')}
        texts={await formTexts()}
      />
    </>
  );
}

async function NoDraft({ locale }: { locale: string }) {
  const t = await getTranslations('apply.resume.none');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('text')}</p>
      </Lead>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}/apply`}>{t('apply')}</ButtonLink>
        <ButtonLink href={`/${locale}/track`} look="secondary">
          {t('track')}
        </ButtonLink>
      </p>
    </>
  );
}
