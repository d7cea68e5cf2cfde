import { applicant } from '@/app/actions/public-applicant';
import { ownSheet } from '@/domain/applications/sheet';
import { defaultLocale } from '@/messages/routing';
import { documentOr, languageOf } from '../answering';
import { filledForm } from '../filled-form';

export const dynamic = 'force-dynamic';

/** What the applicant of this browser wrote. */
export async function GET(request: Request): Promise<Response> {
  return documentOr('/track', languageOf(request, defaultLocale), async () => {
    const { actor, applicationId } = await applicant();
    const sheet = await ownSheet(actor, { applicationId });
    return filledForm(sheet, languageOf(request, sheet.language));
  });
}
