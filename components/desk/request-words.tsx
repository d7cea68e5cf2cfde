import { getTranslations } from 'next-intl/server';
import { Tag } from '@/components/ui/tag';
import type { RequestLine } from '@/domain/correspondence/request-lines';
import { days } from './days';

type Stating = Pick<RequestLine, 'state' | 'sentAt' | 'expectedOn' | 'overdue'>;

/** How a request stands, in a word or two. */
export async function RequestState({ request }: { request: Stating }) {
  const t = await getTranslations('requests.state');
  const { ofDay } = await days();
  if (request.state === 'draft') return <Tag>{t('draft')}</Tag>;
  if (request.state === 'closed') return <Tag tone="closed">{t(request.sentAt === null ? 'discarded' : 'closed')}</Tag>;
  const day = ofDay(request.expectedOn);
  return (
    <Tag tone={request.overdue ? 'attention' : 'wait'}>{t(request.overdue ? 'overdue' : 'expected', { day })}</Tag>
  );
}

/** Number, day, who and how, as far as they are known. */
export async function requestMeta(request: RequestLine): Promise<string> {
  const t = await getTranslations('requests');
  const channel = await getTranslations('channel');
  const { day } = await days();
  const { number, sentAt, writtenAt, by, reminders } = request;
  return [
    number && t('numbered', { number }),
    sentAt === null
      ? t('writtenBy', { day: day(writtenAt), by: by ?? '' })
      : t('sentBy', { day: day(sentAt), by: by ?? '' }),
    channel(request.channel as 'post'),
    reminders > 0 && t('reminders', { n: reminders }),
  ]
    .filter(Boolean)
    .join(' · ');
}
