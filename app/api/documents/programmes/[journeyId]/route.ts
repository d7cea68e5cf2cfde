import { staffOrVisitor } from '@/app/actions/session';
import { programmePdf } from '@/documents/programme/programme';
import { ceremonyPage, tripPage } from '@/domain/community/journey-queries';
import type { Journey } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { DomainError } from '@/domain/result';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../../answering';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ journeyId: string }> };

/** The programme of a trip or ceremony, for the desk. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const language = languageOf(request, defaultLocale);
  return documentOr('/sign-in', language, async () => {
    const journey = await journeyFor((await params).journeyId);
    return fileAnswer(await programmePdf({ journey, family: null }, language), 'application/pdf', {
      plain: 'izdeu-programme.pdf',
      written: `${inLanguage(journey.title, language).replace(/[/\\:*?"<>|]/g, ' ')}.pdf`,
    });
  });
}

async function journeyFor(id: string): Promise<Journey> {
  const actor = await staffOrVisitor();
  try {
    return (await tripPage(actor, { tripId: id })).journey;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'trip.not-found') throw error;
    return (await ceremonyPage(actor, { ceremonyId: id })).journey;
  }
}
