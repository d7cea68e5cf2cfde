import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import {
  addCeremonyParticipantAction,
  agreeToJoinAction,
  changeCeremonyAction,
  inviteToCeremonyAction,
  markDocumentsSeenAction,
  moveCeremonyAction,
  recordAnswerToInvitationAction,
  removeCeremonyParticipantAction,
  showCeremonyAction,
  withdrawInvitationAction,
} from '@/app/actions/journeys';
import { deskActor } from '@/app/actions/session';
import { hidden, JourneyActs } from '@/components/desk/journey-acts';
import { JourneyAnswers } from '@/components/desk/journey-answers';
import { JourneyFamilies } from '@/components/desk/journey-families';
import { ceremonyFields } from '@/components/desk/journey-fields';
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
import { ceremonyPage } from '@/domain/community/journey-queries';
import { inLanguage } from '@/domain/community/rules/journeys';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { Protocol } from './protocol';
import { Soldiers } from './soldiers';

type PageProps = { params: Promise<{ locale: string; ceremonyId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'journey.ceremonies' });
  return { title: t('one') };
}

/** One ceremony: for whom, where and when, who comes, and what was done. */
export default async function CeremonyDeskPage({ params }: PageProps) {
  const { locale, ceremonyId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(ceremonyPage(actor, { ceremonyId }));
  const { journey, row, families } = page;
  const t = await getTranslations('journey');
  const told = await getTranslations('journeys');
  const words = await journeyWords(locale);
  const stated = { ceremonyId, version: String(journey.version) };
  const isPlanned = journey.state === 'planned';
  const mayWrite = can(actor, 'ceremony.write');
  const say = (names: typeof journey.title) => inLanguage(names, locale);
  return (
    <>
      <Breadcrumb
        items={[{ label: t('ceremonies.title'), href: `/${locale}/desk/ceremonies` }, { label: say(journey.title) }]}
      />
      <PageHeading
        above={[words.kind(journey), words.days(journey)].join(', ')}
        aside={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Tag tone={journeyTones[journey.state]}>{told(`state.${journey.state}`)}</Tag>
            <a href={`/api/documents/programmes/${ceremonyId}?language=${locale}`} className="target" download>
              {t('programmePdf')}
            </a>
          </div>
        }
      >
        {say(journey.title)}
      </PageHeading>
      <DefinitionList
        items={[
          { term: told('where'), value: words.where(journey) },
          {
            term: t('field.burialPlace'),
            value: journey.burialPlace && (
              <a href={`/${locale}/desk/burials/${journey.burialPlace.burialPlaceId}`}>
                {words.place(journey.burialPlace)}
              </a>
            ),
          },
          { term: t('field.programme'), value: say(journey.programme) },
          { term: t('field.contact'), value: journey.contact },
          {
            term: t('public'),
            value: journey.public ? (
              <a href={`/${locale}/ceremonies/${ceremonyId}`}>{t('publicYes')}</a>
            ) : (
              t('publicNo')
            ),
          },
        ]}
      />
      {can(actor, 'ceremony.publish') && (
        <JourneyActs journey={journey} stated={stated} move={moveCeremonyAction} show={showCeremonyAction} />
      )}
      <Soldiers page={page} stated={stated} mayWrite={mayWrite} locale={locale} />
      <JourneyFamilies
        journey={journey}
        families={families}
        occasion={{ ceremonyId }}
        mayInvite={isPlanned}
        invite={inviteToCeremonyAction}
        locale={locale}
      />
      <JourneyAnswers
        journey={journey}
        families={families}
        places={null}
        mayWrite={isPlanned}
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
        mayWrite={mayWrite}
        add={addCeremonyParticipantAction}
        remove={removeCeremonyParticipantAction}
      />
      <Protocol page={page} stated={stated} mayWrite={mayWrite} locale={locale} />
      {mayWrite && isPlanned && (
        <Section title={t('changeTitle')} id="change">
          <Disclosure summary={t('ceremonies.change')}>
            <ActionForm
              key={journey.version}
              action={changeCeremonyAction}
              token={crypto.randomUUID()}
              compact
              keep
              fields={[
                ...hidden(stated),
                ...(await ceremonyFields(locale, (await burialPlaceList(actor, { limit: 1000 })).rows, journey, row)),
              ]}
              submit={t('save')}
              texts={await formTexts()}
            />
          </Disclosure>
        </Section>
      )}
    </>
  );
}
