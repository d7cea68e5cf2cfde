import 'server-only';
import { applicationForm } from '@/documents/application-form/form';
import { wordsOf } from '@/documents/words';
import type { Sheet } from '@/domain/applications/sheet';
import type { Locale } from '@/messages/routing';
import { fileAnswer, regionName } from './answering';

/** The form as it was filled in. */
export async function filledForm(sheet: Sheet, language: Locale): Promise<Response> {
  const { reference, receivedAt, answers } = sheet;
  const region = regionName(answers.region, language);
  const pdf = await applicationForm(language, { answers, region, sent: { reference, receivedAt } });
  const title = wordsOf(language, 'documents.ownData')('foot', { reference });
  return fileAnswer(pdf, 'application/pdf', { plain: `izdeu-${reference}.pdf`, written: `${title}.pdf` });
}
