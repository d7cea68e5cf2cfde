import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { sendApplicationAction } from '@/app/actions/public';
import { ownDraft } from '@/app/actions/public-draft';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ApplyAnswers, applyFormId } from '@/components/site/apply-answers';
import { ApplyBackLink } from '@/components/site/apply-back-link';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type Answers, steps } from '@/domain/applications/fields';
import { missingForSending, stepOf } from '@/domain/applications/input';
import { type Locale, routing } from '@/messages/routing';
import { fieldTexts } from '../field-texts';

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
  const isReady = Object.keys(missingForSending(draft.answers)).length === 0;
  return (
    <>
      <ApplyBackLink href={`/${locale}/apply/${steps.at(-1)}`} label={t('back')} />
      <PageHeading>{t('check.title')}</PageHeading>
      <Lead>
        <p>{t('check.lead')}</p>
      </Lead>
      <Missing locale={locale} answers={draft.answers} />
      <div className="mt-12">
        {steps.map((step) => (
          <ApplyAnswers
            key={step}
            step={step}
            answers={draft.answers}
            texts={texts}
            href={`/${locale}/apply/${step}?from=check`}
          />
        ))}
      </div>
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
