import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { askErasureAction } from '@/app/actions/erasure';
import { answerInvitationAction, askToJoinAction } from '@/app/actions/invitations';
import { answerMemoryAction } from '@/app/actions/memory';
import { addPapersAction, removePaperAction } from '@/app/actions/papers';
import {
  addConsentAction,
  answerQuestionAction,
  followAction,
  leaveTrackingAction,
  revokeConsentAction,
  withdrawAction,
} from '@/app/actions/public';
import { applicantOrVisitor } from '@/app/actions/session';
import { writeMessageAction } from '@/app/actions/track';
import { formTexts } from '@/components/form/texts';
import { AnswerPapers } from '@/components/papers/answer-papers';
import { PaperList } from '@/components/papers/paper-list';
import { papersAbout } from '@/components/papers/papers-about';
import { TrackPapers } from '@/components/papers/track-papers';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { TrackConsents } from '@/components/site/track-consents';
import { TrackContents } from '@/components/site/track-contents';
import { TrackData } from '@/components/site/track-data';
import { TrackFacts, TrackHead } from '@/components/site/track-head';
import { TrackHistory } from '@/components/site/track-history';
import { TrackJourneys } from '@/components/site/track-journeys';
import { TrackLetters } from '@/components/site/track-letters';
import { TrackMemory } from '@/components/site/track-memory';
import { TrackOwed } from '@/components/site/track-owed';
import { TrackResult } from '@/components/site/track-result';
import { TrackSignIn } from '@/components/site/track-sign-in';
import { TrackThread } from '@/components/site/track-thread';
import { TrackWithdraw } from '@/components/site/track-withdraw';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ownErasure } from '@/domain/applications/erasure';
import { trackedApplication } from '@/domain/applications/tracking';
import { papersOf } from '@/domain/attachments/queries';
import { ownJourneys } from '@/domain/community/own-invitations';
import { owedOf } from '@/domain/correspondence/thread';
import { memoryForFamily } from '@/domain/memory/reading';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ done?: string | string[] }> };

const paperActions = { add: addPapersAction, remove: removePaperAction };

const doneKinds = [
  'answered',
  'written',
  'revoked',
  'given',
  'withdrawn',
  'erasureAsked',
  'memory',
  'invitationAnswered',
  'joinAsked',
] as const;

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
  const owed = tracked.withdrawn ? [] : owedOf(tracked.questions);
  const papers = await papersOf(await applicantOrVisitor(), { applicationId });
  const texts = await formTexts();
  const memory = await memoryForFamily(await applicantOrVisitor(), { applicationId });
  return (
    <>
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      <TrackHead tracked={tracked} locale={locale} />
      {tracked.result && <TrackResult tracked={tracked} result={tracked.result} locale={locale} />}
      <TrackOwed
        questions={owed}
        action={answerQuestionAction}
        texts={texts}
        papersAt={(questionId) => <AnswerPapers papers={papers} questionId={questionId} actions={paperActions} />}
      />
      {memory && (
        <TrackMemory
          memory={memory}
          name={fullName(tracked)}
          action={answerMemoryAction}
          texts={texts}
          locale={locale}
        />
      )}
      <TrackContents
        shown={
          tracked.withdrawn ? ['thread', 'consents', 'data'] : ['thread', 'papers', 'journeys', 'consents', 'data']
        }
      />
      <TrackFacts tracked={tracked} />
      <TrackHistory history={tracked.history} />
      <TrackThread
        tracked={tracked}
        action={writeMessageAction}
        texts={texts}
        papersAt={(about) => <PaperList papers={papersAbout(papers, about)} whose={{ for: 'application' }} />}
      />
      <TrackLetters letters={tracked.letters} />
      <TrackPapers actions={paperActions} papers={papers} questions={tracked.questions} isOpen={!tracked.withdrawn} />
      {!tracked.withdrawn && (
        <TrackJourneys
          journeys={await ownJourneys(await applicantOrVisitor(), { applicationId })}
          actions={{ answer: answerInvitationAction, ask: askToJoinAction }}
          texts={texts}
          locale={locale}
        />
      )}
      <TrackConsents
        consents={tracked.consents}
        actions={{ give: addConsentAction, takeBack: revokeConsentAction }}
        texts={texts}
      />
      <TrackData
        erasure={await ownErasure(await applicantOrVisitor(), { applicationId })}
        action={askErasureAction}
        texts={texts}
        locale={locale}
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
