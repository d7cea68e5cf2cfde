import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { startAnewAction } from '@/app/actions/public';
import { ownDraft } from '@/app/actions/public-draft';
import { pageToGoOn } from '@/components/site/apply-pages';
import { ApplyStart } from '@/components/site/apply-start';
import { PaperForm } from '@/components/site/paper-form-link';
import { Button, ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Lead, PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply' });
  return { title: t('title'), description: t('lead') };
}

export default async function ApplyPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const t = await getTranslations('apply');
  const draft = await ownDraft();
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      {draft ? (
        <DraftNotice locale={locale} />
      ) : (
        <p className="mb-12">
          <ButtonLink href={`/${locale}/apply/soldier`}>{t('begin')}</ButtonLink>
        </p>
      )}
      <ApplyStart />
      <PaperForm locale={locale} />
    </>
  );
}

/** What stands in this browser already: gone on with, read again, or left for another soldier. */
async function DraftNotice({ locale }: { locale: string }) {
  const [t, format, draft] = [await getTranslations('apply.draft'), await getFormatter(), await ownDraft()];
  if (!draft) return null;
  const kind = draft.applicationId ? 'sent' : 'open';
  const saved = format.dateTime(draft.updatedAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <div className="mb-12 max-w-[48rem]">
      <Notice title={t(`${kind}.title`)}>
        <p>{t(`${kind}.text`, { saved })}</p>
        <p className="mt-4">
          <ButtonLink href={`/${locale}/apply/${draft.applicationId ? 'sent' : pageToGoOn(draft.answers)}`}>
            {t(`${kind}.goOn`)}
          </ButtonLink>
        </p>
        <Disclosure summary={t(`${kind}.anew`)}>
          <p>{t(`${kind}.anewText`)}</p>
          <form action={startAnewAction} className="mt-4">
            <Button look="secondary">{t('anewButton')}</Button>
          </form>
        </Disclosure>
      </Notice>
    </div>
  );
}
