import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import type { FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { FamilyLine } from '@/domain/community/journey-queries';
import type { Journey } from '@/domain/community/journeys';
import { answers, documentLines, openInvitations } from '@/domain/community/rules/journeys';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { hidden } from './journey-acts';

type Invited = FamilyLine & { invitation: NonNullable<FamilyLine['invitation']> };

const tones = {
  invited: 'wait',
  accepted: 'good',
  declined: 'closed',
  withdrawn: 'closed',
  asked: 'attention',
} as const satisfies Record<Invited['invitation']['state'], Tone>;

export type AnswerActions = { record: FormAction; agree: FormAction; withdraw: FormAction; documents: FormAction };

/** Families that were invited or asked by themselves, with what they said. */
export async function JourneyAnswers(props: {
  journey: Journey;
  families: readonly FamilyLine[];
  places: number | null;
  mayWrite: boolean;
  actions: AnswerActions;
  locale: Locale;
}) {
  const { families, places } = props;
  const t = await getTranslations('journey');
  const invited = families.filter((family): family is Invited => family.invitation !== null);
  const persons = invited.reduce(
    (sum, { invitation }) => sum + (invitation.state === 'accepted' ? (invitation.persons ?? 0) : 0),
    0,
  );
  return (
    <Section
      title={t('answers.title')}
      id="answers"
      aside={
        places === null ? t('answers.persons', { n: persons }) : t('answers.personsOf', { n: persons, all: places })
      }
    >
      {invited.length === 0 && <p className="text-muted">{t('answers.none')}</p>}
      <ul>
        {invited.map((family) => (
          <li key={family.applicationId} className="border-line border-t py-[0.8em] first:border-t-0">
            <Answer {...props} family={family} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Answer(props: {
  family: Invited;
  journey: Journey;
  mayWrite: boolean;
  actions: AnswerActions;
  locale: Locale;
}) {
  const { family, journey, mayWrite, actions, locale } = props;
  const { invitation, applicationId } = family;
  const t = await getTranslations('journey');
  const { day } = await days();
  const lines = documentLines(journey.documents, locale);
  const isOpen = openInvitations.includes(invitation.state);
  const stated = { invitationId: invitation.id, version: String(invitation.version) };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold">{family.applicantName}</span>
        <a href={`/${locale}/desk/cases/${family.caseId}`} className="font-serif">
          {fullName(family)}
        </a>
        <Tag tone={tones[invitation.state]}>{t(`invitation.${invitation.state}`)}</Tag>
        {invitation.persons !== null && <span>{t('answers.come', { n: invitation.persons })}</span>}
        {family.telephone && <span className="text-muted">{family.telephone}</span>}
      </p>
      {invitation.answer && <p className="measure whitespace-pre-line">{invitation.answer}</p>}
      <p className="minor text-muted">
        {invitation.invitedBy
          ? t('answers.invitedOn', { day: day(invitation.invitedAt) })
          : t('answers.askedOn', { day: day(invitation.invitedAt) })}
        {invitation.answeredAt !== null && `, ${t('answers.answeredOn', { day: day(invitation.answeredAt) })}`}
        {lines.length > 0 &&
          `, ${t('answers.documents', { n: lines.filter(({ key }) => invitation.documentsSeen.includes(key)).length, all: lines.length })}`}
      </p>
      {isOpen && family.hindrance && <p className="text-refusal">{t(`hindrance.${family.hindrance}`)}</p>}
      {isOpen && !family.isConcerned && invitation.invitedBy && (
        <p className="text-refusal">{t('answers.notConcerned')}</p>
      )}
      {mayWrite && isOpen && (
        <div className="flex flex-wrap gap-x-6">
          {invitation.state === 'asked' && (
            <QuickAct action={actions.agree} stated={stated} label={t('answers.agree')} about={family.applicantName} />
          )}
          <QuickAct
            action={actions.withdraw}
            stated={stated}
            label={t(invitation.state === 'asked' ? 'answers.decline' : 'answers.withdraw')}
            about={family.applicantName}
          />
        </div>
      )}
      {mayWrite && invitation.state !== 'withdrawn' && (
        <Disclosure summary={t('answers.record')}>
          <ActionForm
            key={invitation.version}
            action={actions.record}
            token={crypto.randomUUID()}
            compact
            fields={[
              ...hidden({ applicationId, invitationId: invitation.id }),
              {
                name: 'answer',
                kind: 'select',
                label: t('answers.said'),
                required: true,
                options: answers.map((value) => ({ value, label: t(`said.${value}`) })),
              },
              {
                name: 'persons',
                kind: 'text',
                label: t('answers.howMany'),
                width: 'short',
                inputMode: 'numeric',
                maxLength: 2,
                value: invitation.persons ? String(invitation.persons) : '',
              },
              {
                name: 'words',
                kind: 'textarea',
                label: t('answers.words'),
                rows: 2,
                maxLength: 1000,
                value: invitation.answer,
              },
            ]}
            submit={t('answers.save')}
            texts={await formTexts()}
          />
        </Disclosure>
      )}
      {mayWrite && isOpen && lines.length > 0 && (
        <Disclosure summary={t('answers.documentsSeen')}>
          <ActionForm
            key={invitation.version}
            action={actions.documents}
            token={crypto.randomUUID()}
            fields={[
              ...hidden(stated),
              {
                name: 'lines',
                kind: 'checkboxes',
                label: t('answers.shown'),
                value: invitation.documentsSeen.join(','),
                options: lines.map(({ key, text }) => ({ value: key, label: text })),
              },
            ]}
            submit={t('answers.saveDocuments')}
            texts={await formTexts()}
          />
        </Disclosure>
      )}
    </>
  );
}
