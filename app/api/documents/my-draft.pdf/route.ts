import { ownDraft, visitor } from '@/app/actions/public-draft';
import { applicationForm } from '@/documents/application-form/form';
import { wordsOf } from '@/documents/words';
import { receiptByToken } from '@/domain/applications/receipt';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf, regionName } from '../answering';

export const dynamic = 'force-dynamic';

/** What is being written in this browser, or was sent from it within the last day. */
export async function GET(request: Request): Promise<Response> {
  const locale = languageOf(request, defaultLocale);
  return documentOr('/apply', locale, async () => {
    const draft = await ownDraft();
    if (!draft) return new Response(null, { status: 303, headers: { location: `/${locale}/apply` } });
    const language = languageOf(request, draft.language);
    const receipt = draft.applicationId ? await receiptByToken(await visitor(), { token: draft.token }) : null;
    const sent = receipt && { reference: receipt.reference, receivedAt: receipt.receivedAt };
    const region = regionName(draft.answers.region, language);
    const pdf = await applicationForm(language, { answers: draft.answers, region, sent });
    const title = wordsOf(language, 'documents.form')('title');
    return fileAnswer(pdf, 'application/pdf', { plain: 'izdeu-application.pdf', written: `${title}.pdf` });
  });
}
