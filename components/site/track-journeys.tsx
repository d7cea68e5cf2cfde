import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec, FormAction, FormTexts } from '@/components/form/types';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { FamilyInvitation, FamilyJourneys } from '@/domain/community/own-invitations';
import { documentLines, inLanguage } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';
import { JourneyStages } from './journey-stages';
import { journeyWords } from './journey-words';

type Actions = { answer: FormAction; ask: FormAction };

type TrackJourneysProps = { journeys: FamilyJourneys; actions: Actions; texts: FormTexts; locale: Locale };

/** Trips and ceremonies the family is invited to, and open trips it may ask to join. */
export async function TrackJourneys({ journeys, actions, texts, locale }: TrackJourneysProps) {
  const t = await getTranslations('track.journeys');
  const { consents, invitations, trips } = journeys;
  return (
    <Section title={t('title')} id="journeys" aside={t('aside')}>
      {!consents && (
        <p className="measure">
          {t('noConsent')}{' '}
          <a href="#consents" className="target">
            {t('toConsents')}
          </a>
        </p>
      )}
      {consents && invitations.length === 0 && trips.length === 0 && <p className="measure text-muted">{t('none')}</p>}
      {invitations.map((invitation) => (
        <Invited
          key={invitation.invitationId}
          invitation={invitation}
          action={actions.answer}
          texts={texts}
          locale={locale}
        />
      ))}
      {trips.length > 0 && (
        <div className="mt-10 first:mt-0 print:hidden">
          <h3 className="title-3 mb-2">{t('openTrips')}</h3>
          {trips.map((trip) => (
            <MayAsk key={trip.journey.id} {...trip} action={actions.ask} texts={texts} locale={locale} />
          ))}
        </div>
      )}
    </Section>
  );
}

type InvitedProps = { invitation: FamilyInvitation; action: FormAction; texts: FormTexts; locale: Locale };

async function Invited({ invitation, action, texts, locale }: InvitedProps) {
  const t = await getTranslations('track.journeys');
  const told = await getTranslations('journeys');
  const words = await journeyWords(locale);
  const { journey, state, invitationId } = invitation;
  const file = (name: string) => `/api/documents/invitations/${invitationId}/${name}?language=${locale}`;
  const isOff = state === 'withdrawn' || journey.state === 'cancelled';
  const lines = documentLines(journey.documents, locale);
  const say = (names: typeof journey.title) => inLanguage(names, locale);
  return (
    <article className="mb-12 last:mb-0" aria-label={say(journey.title)}>
      <p className="text-muted">{`${words.kind(journey)}, ${words.days(journey)}`}</p>
      <h3 className="title-2 mt-1">{say(journey.title)}</h3>
      <Notice tone={isOff ? 'attention' : state === 'accepted' ? 'success' : 'info'} title={t(standing(invitation))}>
        {state === 'accepted' && !isOff && invitation.persons !== null && t('persons', { n: invitation.persons })}
      </Notice>
      {!isOff && (
        <>
          <DefinitionList
            items={[
              ...(journey.kind === 'ceremony' ? [{ term: told('where'), value: words.where(journey) }] : []),
              ...(say(journey.meeting) ? [{ term: told('meeting'), value: say(journey.meeting) }] : []),
              ...(say(journey.programme) ? [{ term: told('programme'), value: say(journey.programme) }] : []),
              ...(journey.contact ? [{ term: told('contact'), value: journey.contact }] : []),
              ...(say(journey.note) ? [{ term: told('note'), value: say(journey.note) }] : []),
            ]}
          />
          {lines.length > 0 && (
            <>
              <h4 className="mt-6 mb-1 font-semibold">{told('documents')}</h4>
              <ul className="list-disc pl-5">
                {lines.map(({ key, text }) => (
                  <li key={key}>
                    {text}
                    {invitation.documentsSeen.includes(key) && <span className="text-good"> – {t('seen')}</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
          {journey.stages.length > 0 && (
            <Disclosure summary={told('stages')}>
              <JourneyStages stages={journey.stages} locale={locale} label={told('stages')} />
            </Disclosure>
          )}
          <ul className="mt-4 flex flex-wrap gap-x-8 print:hidden">
            <li>
              <a href={file('programme.pdf')} className="target" download>
                {t('programme')}
              </a>
            </li>
            <li>
              <a href={file('calendar.ics')} className="target" download>
                {t('calendar')}
              </a>
            </li>
          </ul>
        </>
      )}
      {invitation.mayAnswer && (
        <Disclosure
          open={state === 'invited'}
          summary={t(state === 'invited' && invitation.answeredAt === null ? 'answer' : 'change')}
        >
          <ActionForm
            action={action}
            token={crypto.randomUUID()}
            fields={[
              { name: 'invitationId', kind: 'hidden', label: '', value: invitationId },
              {
                name: 'answer',
                kind: 'radio',
                label: t('question'),
                hint: t('until', { day: words.day(journey.answerBy) }),
                required: true,
                value: state === 'accepted' || state === 'declined' ? state : '',
                options: invitation.ownWish
                  ? [
                      { value: 'later', label: t(state === 'asked' ? 'asked.later' : 'asked.again') },
                      { value: 'declined', label: t('asked.declined') },
                    ]
                  : (['accepted', 'declined', 'later'] as const).map((value) => ({
                      value,
                      label: t(`choice.${value}`),
                    })),
              },
              ...(await comingFields(invitation.left, invitation)),
            ]}
            submit={t('send')}
            texts={texts}
          />
        </Disclosure>
      )}
    </article>
  );
}

/** How the invitation stands, as the heading of its notice. */
function standing({ state, journey, answeredAt }: FamilyInvitation) {
  if (journey.state === 'cancelled') return 'state.cancelled' as const;
  if (state === 'invited' && answeredAt !== null) return 'state.later' as const;
  return `state.${state}` as const;
}

async function comingFields(
  left: number | null,
  said?: Pick<FamilyInvitation, 'persons' | 'answer'>,
): Promise<FieldSpec[]> {
  const t = await getTranslations('track.journeys');
  return [
    {
      name: 'persons',
      kind: 'text',
      label: t('howMany'),
      hint: left === null ? t('howManyHint') : t('left', { n: left }),
      inputMode: 'numeric',
      width: 'short',
      maxLength: 2,
      autocomplete: 'off',
      value: said?.persons ? String(said.persons) : '',
    },
    {
      name: 'words',
      kind: 'textarea',
      label: t('words'),
      hint: t('wordsHint'),
      rows: 3,
      maxLength: 1000,
      autocomplete: 'off',
      value: said?.answer ?? '',
    },
  ];
}

type MayAskProps = FamilyJourneys['trips'][number] & { action: FormAction; texts: FormTexts; locale: Locale };

async function MayAsk({ journey, left, action, texts, locale }: MayAskProps) {
  const t = await getTranslations('track.journeys');
  const words = await journeyWords(locale);
  return (
    <div className="border-line border-t py-[0.9em]">
      <p className="font-serif text-[1.15em]">{inLanguage(journey.title, locale)}</p>
      <p className="text-muted">{[words.days(journey), words.where(journey)].filter(Boolean).join('. ')}</p>
      {left === 0 ? (
        <p className="mt-1">{t('full')}</p>
      ) : (
        <Disclosure summary={t('ask')}>
          <ActionForm
            action={action}
            token={crypto.randomUUID()}
            fields={[
              { name: 'tripId', kind: 'hidden', label: '', value: journey.id },
              ...(await comingFields(left)).map((field) =>
                field.name === 'persons' ? { ...field, required: true } : field,
              ),
            ]}
            submit={t('ask')}
            texts={texts}
          />
        </Disclosure>
      )}
    </div>
  );
}
