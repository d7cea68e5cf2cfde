import { applicant } from '@/app/actions/public-applicant';
import { calendarOf } from '@/documents/calendar/calendar';
import { programmePdf } from '@/documents/programme/programme';
import { trackedApplication } from '@/domain/applications/tracking';
import { ownInvitation } from '@/domain/community/own-invitations';
import { inLanguage } from '@/domain/community/rules/journeys';
import { DomainError } from '@/domain/result';
import { env } from '@/env';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../../../answering';
import { calendarAnswer } from '../../../calendar-answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ invitationId: string; file: string }> };

/** What the family of this browser takes along: the programme on paper, the days for its calendar. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const language = languageOf(request, defaultLocale);
  return documentOr('/track', language, async () => {
    const { invitationId, file } = await params;
    const { actor, applicationId } = await applicant();
    const invitation = await ownInvitation(actor, { applicationId, invitationId });
    const { journey } = invitation;
    if (file === 'calendar.ics') {
      // An invitation that was taken back is called off in the family's calendar, too.
      const entry = invitation.state === 'withdrawn' ? { ...journey, state: 'cancelled' as const } : journey;
      const addressOf = () => `${env.baseUrl}/${language}/track`;
      return calendarAnswer(calendarOf([entry], language, { addressOf }), 'izdeu-invitation', false);
    }
    if (file !== 'programme.pdf') throw new DomainError('invitation.not-found');
    const { reference } = await trackedApplication(actor, { applicationId });
    const family = { reference, persons: invitation.persons };
    return fileAnswer(await programmePdf({ journey, family }, language), 'application/pdf', {
      plain: 'izdeu-programme.pdf',
      written: `${inLanguage(journey.title, language).replace(/[/\\:*?"<>|]/g, ' ')}.pdf`,
    });
  });
}
