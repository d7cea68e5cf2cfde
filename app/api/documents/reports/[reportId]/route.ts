import { staffOrVisitor } from '@/app/actions/session';
import { reportWords } from '@/documents/report/words';
import { reportFile } from '@/domain/statistics/reports';
import { defaultLocale } from '@/messages/routing';
import { documentOr, fileAnswer, languageOf } from '../../answering';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ reportId: string }> };

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A report as the worker made it, to the byte. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentOr('/sign-in', languageOf(request, defaultLocale), async () => {
    const { reportId } = await params;
    const { period, language, form, content } = await reportFile(await staffOrVisitor(), { reportId });
    const { t, period: told } = reportWords(language);
    return fileAnswer(content, types[form], {
      plain: `izdeu-report-${period}-${language}.${form}`,
      written: `${t('file')} ${told(period)}.${form}`,
    });
  });
}
