import { getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import { Section } from '@/components/ui/headings';
import type { InvitationAnswer } from '@/domain/community/journey-queries';
import { inLanguage } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';

/** What families answered to invitations by themselves, and wishes to come along that nobody has decided. */
export async function InvitationAnswers({ answers, locale }: { answers: readonly InvitationAnswer[]; locale: Locale }) {
  if (answers.length === 0) return null;
  const t = await getTranslations('journey');
  const { day } = await days();
  return (
    <Section title={t('work.title')} id="invitations">
      <ul>
        {answers.map(({ invitationId, tripId, ceremonyId, title, state, persons, answeredAt, applicantName }) => (
          <li key={invitationId} className="flex flex-wrap gap-x-4 border-line border-t py-[0.5em] first:border-t-0">
            <a href={`/${locale}/desk/${tripId ? `trips/${tripId}` : `ceremonies/${ceremonyId}`}#answers`}>
              {inLanguage(title, locale)}
            </a>
            <span>{applicantName}</span>
            <span>
              {t(`invitation.${state}`)}
              {persons !== null && `, ${t('answers.come', { n: persons })}`}
            </span>
            <span className="text-muted">{day(answeredAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
