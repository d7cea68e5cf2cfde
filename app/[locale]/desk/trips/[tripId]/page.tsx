import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import {
  addTripParticipantAction,
  agreeToJoinAction,
  changeTripAction,
  inviteToTripAction,
  markDocumentsSeenAction,
  moveTripAction,
  recordAnswerToInvitationAction,
  removeTripParticipantAction,
  showTripAction,
  withdrawInvitationAction,
} from '@/app/actions/journeys';
import { deskActor } from '@/app/actions/session';
import { hidden, JourneyActs } from '@/components/desk/journey-acts';
import { JourneyAnswers } from '@/components/desk/journey-answers';
import { JourneyFamilies } from '@/components/desk/journey-families';
import { tripFields } from '@/components/desk/journey-fields';
import { JourneyParticipants } from '@/components/desk/journey-participants';
import { journeyTones } from '@/components/desk/journey-tones';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { journeyWords } from '@/components/site/journey-words';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeading, Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { burialPlaceList } from '@/domain/burials/queries';
import { tripPage } from '@/domain/community/journey-queries';
import { inLanguage } from '@/domain/community/rules/journeys';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { Stages } from './stages';

type PageProps = { params: Promise<{ locale: string; tripId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'journey.trips' });
  return { title: t('one') };
}

/** One trip: its way, the families along it, what they answered, who goes along. */
export default async function TripDeskPage({ params }: PageProps) {
  const { locale, tripId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(tripPage(actor, { tripId }));
  const { journey, families, places } = page;
  const t = await getTranslations('journey');
  const told = await getTranslations('journeys');
  const words = await journeyWords(locale);
  const stated = { tripId, version: String(journey.version) };
  const isOver = journey.state === 'held' || journey.state === 'cancelled';
  const mayWrite = can(actor, 'trip.write') && !isOver;
  const say = (names: typeof journey.title) => inLanguage(names, locale);
  return (
    <>
      <Breadcrumb items={[{ label: t('trips.title'), href: `/${locale}/desk/trips` }, { label: say(journey.title) }]} />
      <PageHeading
        above={words.days(journey)}
        aside={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Tag tone={journeyTones[journey.state]}>{told(`state.${journey.state}`)}</Tag>
            <a href={`/api/documents/programmes/${tripId}?language=${locale}`} className="target" download>
              {t('programmePdf')}
            </a>
          </div>
        }
      >
        {say(journey.title)}
      </PageHeading>
      <DefinitionList
        items={[
          { term: t('field.answerBy'), value: words.day(journey.answerBy) },
          { term: t('field.meeting'), value: say(journey.meeting) },
          { term: t('field.documents'), value: say(journey.documents) },
          { term: t('field.contact'), value: journey.contact },
          ...(say(journey.note) ? [{ term: t('field.note'), value: say(journey.note) }] : []),
          {
            term: t('public'),
            value: journey.public ? <a href={`/${locale}/ceremonies/${tripId}`}>{t('publicYes')}</a> : t('publicNo'),
          },
        ]}
      />
      {can(actor, 'trip.publish') && (
        <JourneyActs journey={journey} stated={stated} move={moveTripAction} show={showTripAction} />
      )}
      <Stages
        page={page}
        places={(await burialPlaceList(actor, { limit: 1000 })).rows}
        mayWrite={mayWrite}
        locale={locale}
      />
      <JourneyFamilies
        journey={journey}
        families={families}
        occasion={{ tripId }}
        mayInvite={journey.state === 'open'}
        invite={inviteToTripAction}
        locale={locale}
      />
      <JourneyAnswers
        journey={journey}
        families={families}
        places={places}
        mayWrite={journey.state === 'open'}
        actions={{
          record: recordAnswerToInvitationAction,
          agree: agreeToJoinAction,
          withdraw: withdrawInvitationAction,
          documents: markDocumentsSeenAction,
        }}
        locale={locale}
      />
      <JourneyParticipants
        journey={journey}
        stated={stated}
        partners={await partnerList(actor, {})}
        locale={locale}
        mayWrite={can(actor, 'trip.write')}
        add={addTripParticipantAction}
        remove={removeTripParticipantAction}
      />
      {mayWrite && (
        <Section title={t('changeTitle')} id="change">
          <Disclosure summary={t('trips.change')}>
            <ActionForm
              key={journey.version}
              action={changeTripAction}
              token={crypto.randomUUID()}
              compact
              keep
              fields={[...hidden(stated), ...(await tripFields(journey, places))]}
              submit={t('save')}
              texts={await formTexts()}
            />
          </Disclosure>
        </Section>
      )}
    </>
  );
}
