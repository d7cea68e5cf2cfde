import { staffOrVisitor } from '@/app/actions/session';
import { applicationSheet } from '@/domain/applications/sheet';
import { defaultLocale } from '@/messages/routing';
import { documentOr, languageOf } from '../../../answering';
import { filledForm } from '../../../filled-form';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ applicationId: string }> };

/** One application as it was filled in, for the paper file; in its own language unless another is asked for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentOr('/sign-in', languageOf(request, defaultLocale), async () => {
    const sheet = await applicationSheet(await staffOrVisitor(), await params);
    return filledForm(sheet, languageOf(request, sheet.language));
  });
}
