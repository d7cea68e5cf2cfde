import { applicant } from '@/app/actions/public-applicant';
import { ownDataJson } from '@/documents/own-data/json';
import { ownData } from '@/domain/applications/own-data';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../answering';

export const dynamic = 'force-dynamic';

/** All we hold about the applicant of this browser, in a form programs can read. */
export async function GET(request: Request): Promise<Response> {
  return documentOr('/track', languageOf(request, defaultLocale), async () => {
    const { actor, applicationId } = await applicant();
    const data = await ownData(actor, { applicationId, form: 'json' });
    const name = `izdeu-${data.application.reference}.json`;
    return fileAnswer(ownDataJson(data), 'application/json; charset=utf-8', { plain: name, written: name });
  });
}
