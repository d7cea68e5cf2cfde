import { getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import type { CasePage } from '@/domain/cases/page';

/** What is left of an applicant whose data were deleted: that there was one, and when. */
export async function ErasedApplicant({ application }: { application: CasePage['applications'][number] }) {
  const t = await getTranslations('case.family');
  const channel = await getTranslations('channel');
  const { day } = await days();
  return (
    <article>
      <h3 className="title-3">{t('erasedName', { reference: application.reference })}</h3>
      <p className="minor mb-2 text-muted">
        {t('received', { day: day(application.receivedAt), channel: channel(application.channel) })}
      </p>
      {application.erasedAt && <p className="font-semibold">{t('erased', { day: day(application.erasedAt) })}</p>}
    </article>
  );
}
