import { applicationForm } from '@/documents/application-form/form';
import { wordsOf } from '@/documents/words';
import { defaultLocale, type Locale } from '@/messages/routing';
import { fileAnswer, languageOf } from '../answering';

export const dynamic = 'force-dynamic';

/** The empty form says the same to everybody: made once a language and process. */
const made = new Map<Locale, Promise<Buffer>>();

/** The empty application form, to be printed and written by hand. */
export async function GET(request: Request): Promise<Response> {
  const language = languageOf(request, defaultLocale);
  const making = made.get(language) ?? applicationForm(language);
  made.set(language, making);
  try {
    const title = wordsOf(language, 'documents.form')('title');
    const name = { plain: `izdeu-application-${language}.pdf`, written: `${title}.pdf` };
    return fileAnswer(await making, 'application/pdf', name, true);
  } catch (error) {
    made.delete(language);
    throw error;
  }
}
