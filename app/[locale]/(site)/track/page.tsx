import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import {
  addConsentAction,
  answerQuestionAction,
  followAction,
  leaveTrackingAction,
  revokeConsentAction,
  withdrawAction,
} from '@/app/actions/public';
import { applicantOrVisitor } from '@/app/actions/session';
import { formTexts } from '@/components/form/texts';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { TrackConsents } from '@/components/site/track-consents';
import { TrackFacts, TrackHead } from '@/components/site/track-head';
import { TrackHistory } from '@/components/site/track-history';
import { TrackLetters } from '@/components/site/track-letters';
import { TrackAnswered, TrackQuestions } from '@/components/site/track-questions';
import { TrackResult } from '@/components/site/track-result';
import { TrackSignIn } from '@/components/site/track-sign-in';
import { TrackWithdraw } from '@/components/site/track-withdraw';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { trackedApplication } from '@/domain/applications/tracking';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ done?: string | string[] }> };

const doneKinds = ['answered', 'revoked', 'given', 'withdrawn'] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'track' });
  return { title: t('title'), description: t('lead') };
}

export default async function TrackPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const actor = await applicantOrVisitor();
  if (actor.role !== 'applicant') return <TrackSignIn action={followAction} locale={locale} />;
  const { done } = await searchParams;
  return (
    <Followed applicationId={actor.applicationId} locale={locale} done={doneKinds.find((kind) => kind === done)} />
  );
}

async function Followed(props: {
  applicationId: string;
  locale: Locale;
  done: (typeof doneKinds)[number] | undefined;
}) {
  const { applicationId, locale, done } = props;
  const t = await getTranslations('track');
  const tracked = await trackedApplication(await applicantOrVisitor(), { applicationId });
  const texts = await formTexts();
  return (
    <>
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      <TrackHead tracked={tracked} locale={locale} />
      {tracked.result && <TrackResult tracked={tracked} result={tracked.result} locale={locale} />}
      <TrackQuestions tracked={tracked} action={answerQuestionAction} texts={texts} />
      <TrackFacts tracked={tracked} />
      <TrackLetters letters={tracked.letters} />
      <TrackHistory history={tracked.history} />
      <TrackAnswered questions={tracked.questions} />
      <TrackConsents
        consents={tracked.consents}
        actions={{ give: addConsentAction, takeBack: revokeConsentAction }}
        texts={texts}
      />
      {!tracked.withdrawn && <TrackWithdraw action={withdrawAction} texts={texts} />}
      <div className="mt-14 flex flex-wrap gap-4 print:hidden">
        <ApplyPrintButton label={t('print')} />
        <form action={leaveTrackingAction}>
          <Button look="secondary">{t('leave')}</Button>
        </form>
      </div>
    </>
  );
}
