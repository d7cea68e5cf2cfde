import { hasLocale } from 'next-intl';
import { calendarAnswer } from '@/app/api/documents/calendar-answer';
import { calendarOf } from '@/documents/calendar/calendar';
import { wordsOf } from '@/documents/words';
import { publicCalendar } from '@/domain/community/public-journeys';
import { visitor } from '@/domain/permissions';
import { env } from '@/env';
import { defaultLocale, routing } from '@/messages/routing';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string }> };

/** Every public trip and ceremony, to subscribe to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const language = hasLocale(routing.locales, locale) ? locale : defaultLocale;
  const calendar = calendarOf(await publicCalendar(visitor, {}), language, {
    name: wordsOf(language, 'journeys')('title'),
    addressOf: ({ id }) => `${env.baseUrl}/${language}/ceremonies/${id}`,
  });
  return calendarAnswer(calendar, 'izdeu', true);
}
