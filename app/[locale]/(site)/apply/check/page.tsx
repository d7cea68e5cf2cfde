import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { sendApplicationAction } from '@/app/actions/public';
import { ownDraft, visitor } from '@/app/actions/public-draft';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ApplyPapers } from '@/components/papers/apply-papers';
import { ApplyAnswers, applyFormId } from '@/components/site/apply-answers';
import { ApplyBackLink } from '@/components/site/apply-back-link';
import { applyPages } from '@/components/site/apply-pages';
import { KnownAlready } from '@/components/site/known-already';
import { OwnPaperLink } from '@/components/site/paper-form-link';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { Answers } from '@/domain/applications/fields';
import { missingForSending, stepOf } from '@/domain/applications/input';
import { draftPapers } from '@/domain/attachments/queries';
import { type Locale, routing } from '@/messages/routing';
import { fieldTexts } from '../field-texts';
import { offeredEntries } from '../offered';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply.check' });
  return { title: t('title'), robots: { index: false } };
}

export default async function CheckPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const draft = await ownDraft();
  if (!draft) redirect(`/${locale}/apply`);
  if (draft.applicationId) redirect(`/${locale}/apply/sent`);
  const t = await getTranslations('apply');
  const texts = await fieldTexts(locale);
  const papers = await draftPapers(await visitor(), { token: draft.token });
  const isReady = Object.keys(missingForSending(draft.answers)).length === 0;
  return (
    <>
      <ApplyBackLink href={`/${locale}/apply/${applyPages.at(-1)}`} label={t('back')} />
      <PageHeading>{t('check.title')}</PageHeading>
      <Lead>
        <p>{t('check.lead')}</p>
      </Lead>
      <KnownAlready entries={await offeredEntries(draft.answers)} locale={locale} />
      <Missing locale={locale} answers={draft.answers} />
      <div className="mt-12">
        {applyPages.map((page) => {
          const href = `/${locale}/apply/${page}?from=check`;
          if (page === 'papers') return <ApplyPapers key={page} papers={papers} href={href} />;
          return <ApplyAnswers key={page} step={page} answers={draft.answers} texts={texts} href={href} />;
        })}
      </div>
      <OwnPaperLink locale={locale} />
      <Section title={t('check.send.title')}>
        {isReady ? (
          <>
            <p className="measure">{t('check.send.text')}</p>
            <ActionForm
              action={sendApplicationAction}
              fields={[]}
              submit={t('check.send.button')}
              texts={await formTexts()}
            />
          </>
        ) : (
          <p className="measure">
            <a href="#missing">{t('check.send.notYet')}</a>
          </p>
        )}
      </Section>
    </>
  );
}

/** What still stands in the way of sending, each with the way to its field. */
async function Missing({ locale, answers }: { locale: Locale; answers: Answers }) {
  const missing = Object.entries(missingForSending(answers));
  if (missing.length === 0) return null;
  const t = await getTranslations('apply.check');
  const label = await getTranslations('field');
  const error = await getTranslations('errors');
  return (
    <div id="missing" className="max-w-[48rem]">
      <Notice tone="attention" title={t('missing')}>
        <ul>
          {missing.map(([name, code]) => (
            <li key={name} className="mt-2">
              <a href={`/${locale}/apply/${stepOf(name)}?from=check#${applyFormId}-${name}`} className="target">
                {label(`${name}.label`)}: {error(code)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
