import { hasLocale } from 'next-intl';
import { documentOr } from '@/app/api/documents/answering';
import { calendarAnswer } from '@/app/api/documents/calendar-answer';
import { calendarOf } from '@/documents/calendar/calendar';
import { publicJourney } from '@/domain/community/public-journeys';
import { visitor } from '@/domain/permissions';
import { env } from '@/env';
import { defaultLocale, routing } from '@/messages/routing';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string; journeyId: string }> };

/** One public trip or ceremony for a calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, journeyId } = await params;
  const language = hasLocale(routing.locales, locale) ? locale : defaultLocale;
  return documentOr('/ceremonies', language, async () => {
    const journey = await publicJourney(visitor, { journeyId });
    const addressOf = () => `${env.baseUrl}/${language}/ceremonies/${journeyId}`;
    return calendarAnswer(calendarOf([journey], language, { addressOf }), 'izdeu', true);
  });
}
