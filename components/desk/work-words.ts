import { getTranslations } from 'next-intl/server';
import type { WorkItem } from '@/domain/desk/my-work';
import type { Locale } from '@/messages/routing';

/** What there is to do, in a few words. */
export async function workWords(): Promise<(item: WorkItem) => string> {
  const t = await getTranslations('work');
  const queue = await getTranslations('queue');
  const dueKind = await getTranslations('dueKind');
  return (item) => {
    switch (item.what) {
      case 'case':
        return dueKind(item.due.kind);
      case 'letter':
        return t(`letter.${item.letter.what}`);
      case 'reminder':
        return t(`reminder.${item.request.next.what}`);
      case 'message':
        return queue('answers.message');
      default:
        return t(`what.${item.what}`);
    }
  };
}

/** Where it is done. */
export function workHref(locale: Locale, item: WorkItem): string {
  const desk = `/${locale}/desk`;
  const onCase = (part: string) => (item.about ? `${desk}/cases/${item.about.caseId}${part}` : `${desk}/tasks`);
  switch (item.what) {
    case 'candidate':
      return `${desk}/matches/${item.candidate.candidateId}?case=${item.candidate.mine.caseId}`;
    case 'letter':
      return onCase('#letters');
    case 'reminder':
      return `${desk}/requests/${item.request.requestId}`;
    case 'confirm':
      return onCase('#conclusion');
    case 'answer':
    case 'message':
      return onCase('#asked');
    case 'mention':
      return onCase('#notes');
    case 'task':
      return onCase('#tasks');
    default:
      return onCase('');
  }
}
