import { applicant } from '@/app/actions/public-applicant';
import { ownDataDocument } from '@/documents/own-data/document';
import { wordsOf } from '@/documents/words';
import { ownData } from '@/domain/applications/own-data';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf, regionName } from '../answering';

export const dynamic = 'force-dynamic';

/** All we hold about the applicant of this browser, to read and to print. */
export async function GET(request: Request): Promise<Response> {
  return documentOr('/track', languageOf(request, defaultLocale), async () => {
    const { actor, applicationId } = await applicant();
    const data = await ownData(actor, { applicationId, form: 'pdf' });
    const language = languageOf(request, data.application.language);
    const pdf = await ownDataDocument(language, data, regionName(data.application.region, language));
    const title = wordsOf(language, 'documents.ownData')('title');
    const plain = `izdeu-${data.application.reference}-data.pdf`;
    return fileAnswer(pdf, 'application/pdf', { plain, written: `${title}.pdf` });
  });
}
