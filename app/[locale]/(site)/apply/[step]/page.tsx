import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { saveStepAction } from '@/app/actions/public';
import { isStep, ownDraft } from '@/app/actions/public-draft';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { applyFormId } from '@/components/site/apply-answers';
import { ApplyBackLink } from '@/components/site/apply-back-link';
import { ApplyColumns } from '@/components/site/apply-columns';
import { stepCheck, stepFields } from '@/components/site/apply-fields';
import { applyPages, pageBefore } from '@/components/site/apply-pages';
import { ApplyProgress } from '@/components/site/apply-progress';
import { withHelp } from '@/components/site/field-help';
import { KnownAlready } from '@/components/site/known-already';
import { PageHeading } from '@/components/ui/headings';
import { routing } from '@/messages/routing';
import { fieldTexts } from '../field-texts';
import { offeredEntries } from '../offered';

type PageProps = {
  params: Promise<{ locale: string; step: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

/** Each consent stands by itself: its sentence in the voice of a heading, its text below. */
const consentsLook =
  '[&_.choice]:font-serif [&_.choice]:font-semibold [&_.field]:border-line [&_.field]:border-t [&_.field]:pt-4';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, step } = await params;
  if (!isStep(step)) return {};
  const t = await getTranslations({ locale, namespace: 'apply' });
  return {
    title: t('stepTitle', {
      title: t(`steps.${step}.title`),
      step: applyPages.indexOf(step) + 1,
      steps: applyPages.length,
    }),
  };
}

export default async function StepPage({ params, searchParams }: PageProps) {
  const { locale, step } = await params;
  if (!hasLocale(routing.locales, locale) || !isStep(step)) notFound();
  setRequestLocale(locale);
  const draft = await ownDraft();
  if (draft?.applicationId) redirect(`/${locale}/apply/sent`);
  const fromCheck = (await searchParams).from === 'check';
  const t = await getTranslations('apply');
  const texts = await fieldTexts(locale);
  const before = pageBefore(step);
  return (
    <ApplyColumns
      aside={
        <>
          <ApplyBackLink
            href={`/${locale}/apply${fromCheck ? '/check' : before ? `/${before}` : ''}`}
            label={t(fromCheck ? 'backToCheck' : 'back')}
          />
          <ApplyProgress page={step} />
        </>
      }
    >
      <PageHeading>{t(`steps.${step}.title`)}</PageHeading>
      {draft && step !== 'soldier' && (
        <KnownAlready entries={await offeredEntries(draft.answers)} locale={locale} brief={step !== 'service'} />
      )}
      <p className="measure mb-8">{t(`steps.${step}.intro`)}</p>
      <div className={step === 'consents' ? consentsLook : undefined}>
        <ActionForm
          key={step}
          id={applyFormId}
          action={saveStepAction}
          fields={[
            { name: 'step', kind: 'hidden', label: '', value: step },
            { name: 'from', kind: 'hidden', label: '', value: fromCheck ? 'check' : '' },
            ...(await withHelp(stepFields(step, draft?.answers ?? {}, texts))),
          ]}
          check={stepCheck(step)}
          submit={t('continue')}
          secondary={{ label: t('later'), name: 'later', value: '1' }}
          texts={await formTexts()}
        />
      </div>
    </ApplyColumns>
  );
}
