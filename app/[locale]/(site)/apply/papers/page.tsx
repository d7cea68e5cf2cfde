import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { addPapersAction, removePaperAction } from '@/app/actions/papers';
import { ownDraft, visitor } from '@/app/actions/public-draft';
import { PaperList } from '@/components/papers/paper-list';
import { PaperUpload } from '@/components/papers/paper-upload';
import { ApplyBackLink } from '@/components/site/apply-back-link';
import { ApplyColumns } from '@/components/site/apply-columns';
import { applyPages, pageAfter, pageBefore } from '@/components/site/apply-pages';
import { ApplyProgress } from '@/components/site/apply-progress';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/headings';
import { draftPapers } from '@/domain/attachments/queries';
import { routing } from '@/messages/routing';

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

const page = 'papers';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply' });
  const place = { step: applyPages.indexOf(page) + 1, steps: applyPages.length };
  return { title: t('stepTitle', { title: t('steps.papers.title'), ...place }), robots: { index: false } };
}

/** Photographs and documents of the family. They are kept as soon as they have arrived, so nothing here waits to be saved. */
export default async function PapersPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const draft = await ownDraft();
  if (!draft) redirect(`/${locale}/apply`);
  if (draft.applicationId) redirect(`/${locale}/apply/sent`);
  const papers = await draftPapers(await visitor(), { token: draft.token });
  const fromCheck = (await searchParams).from === 'check';
  const t = await getTranslations('apply');
  const words = await getTranslations('papers');
  const whose = { for: 'draft' } as const;
  return (
    <ApplyColumns
      aside={
        <>
          <ApplyBackLink
            href={`/${locale}/apply/${fromCheck ? 'check' : pageBefore(page)}`}
            label={t(fromCheck ? 'backToCheck' : 'back')}
          />
          <ApplyProgress page={page} />
        </>
      }
    >
      <PageHeading>{t('steps.papers.title')}</PageHeading>
      <p className="measure">{t('steps.papers.intro')}</p>
      <p className="measure mt-3">{words('upload.tip')}</p>
      <p className="measure mt-3 mb-8">{words('upload.seen')}</p>
      {papers.length > 0 && (
        <div className="mb-8 border-line border-y py-6">
          <h2 className="title-3 mb-4">{words('list.title', { n: papers.length })}</h2>
          <PaperList papers={papers} whose={whose} remove={removePaperAction} />
        </div>
      )}
      <PaperUpload action={addPapersAction} whose={whose} />
      <p className="mt-10 flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}/apply/${fromCheck ? 'check' : pageAfter(page)}`}>
          {fromCheck ? t('backToCheck') : papers.length > 0 ? t('continue') : words('apply.skip')}
        </ButtonLink>
        {!fromCheck && (
          <ButtonLink href={`/${locale}/apply/saved`} look="secondary">
            {t('later')}
          </ButtonLink>
        )}
      </p>
    </ApplyColumns>
  );
}
