import { applicant } from '@/app/actions/public-applicant';
import { staffOrVisitor } from '@/app/actions/session';
import { letterPdf } from '@/documents/letters/sheet';
import { wordsOf } from '@/documents/words';
import { keepSheet, keptSheet, letterSheet, ownLetterSheet, type Sheet } from '@/domain/correspondence/letter-sheets';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../../answering';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ letterId: string }> };

/**
 * The sheet of a letter. Staff get any, a draft marked as such; an applicant (`?for=applicant`, as the tracking page links it) the own
 * one that went out. The first time the sheet of a registered letter is made it is kept, and given out again ever after.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const forApplicant = new URL(request.url).searchParams.get('for') === 'applicant';
  return documentOr(forApplicant ? '/track' : '/sign-in', languageOf(request, defaultLocale), async () => {
    const { letterId } = await params;
    return answer(forApplicant ? await ownSheet(letterId) : await letterSheet(await staffOrVisitor(), { letterId }));
  });
}

async function ownSheet(letterId: string): Promise<Sheet> {
  const { actor, applicationId } = await applicant();
  return ownLetterSheet(actor, { applicationId, letterId });
}

async function answer(sheet: Sheet): Promise<Response> {
  const { facts, isDraft } = sheet;
  const kept = keptSheet(sheet);
  const pdf = kept ?? (await letterPdf(facts, isDraft));
  if (!kept) await keepSheet(sheet, pdf);
  const number = facts.number ?? facts.isoDay;
  const title = wordsOf(facts.language, 'letterKind')(facts.kind);
  const plain = number.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return fileAnswer(pdf, 'application/pdf', {
    plain: `izdeu-letter-${plain || 'draft'}.pdf`,
    written: `${title} ${number.replaceAll('/', '-')}.pdf`,
  });
}
