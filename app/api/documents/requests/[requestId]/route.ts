import { staffOrVisitor } from '@/app/actions/session';
import { requestPdf } from '@/documents/requests/sheet';
import { wordsOf } from '@/documents/words';
import { requestPage } from '@/domain/correspondence/request-queries';
import { soughtMen } from '@/domain/correspondence/sought';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../../answering';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ requestId: string }> };

/** A request on paper, in its own language. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentOr('/sign-in', languageOf(request, defaultLocale), async () => {
    const actor = await staffOrVisitor();
    const { requestId } = await params;
    const { language, number, sentAt, body, text, men } = await requestPage(actor, { requestId });
    const sheet = {
      ...{ language, number, sentAt, text },
      body: { name: body.name[language], address: body.address },
      men: await soughtMen(actor, { caseIds: men.map(({ caseId }) => caseId) }),
    };
    const name = `${wordsOf(language, 'documents.request')('file')} ${number}`.trim().replaceAll('/', '-');
    return fileAnswer(await requestPdf(sheet), 'application/pdf', { plain: 'request.pdf', written: `${name}.pdf` });
  });
}
