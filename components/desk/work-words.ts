import { getTranslations } from 'next-intl/server';
import type { LetterKind } from '@/domain/correspondence/letter-kinds';
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
        return item.letterId ? t('written', { what: dueKind(item.due.kind) }) : dueKind(item.due.kind);
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

/** Where it is done: a term is kept by a letter, so it leads to the letter; the man's name beside it leads to the case. */
export function workHref(locale: Locale, item: WorkItem): string {
  const desk = `/${locale}/desk`;
  const onCase = (part: string) => (item.about ? `${desk}/cases/${item.about.caseId}${part}` : `${desk}/tasks`);
  const letterFor = (kind: LetterKind) =>
    item.about ? `${desk}/letters/new?case=${item.about.caseId}&kind=${kind}` : desk;
  switch (item.what) {
    case 'candidate':
      return `${desk}/matches/${item.candidate.candidateId}?case=${item.candidate.mine.caseId}`;
    case 'case':
      if (item.letterId) return `${desk}/letters/${item.letterId}`;
      return letterFor(item.due.kind === 'notice' ? 'result' : 'interim');
    case 'letter':
      return item.letter.what === 'correct' ? onCase('#letters') : `${desk}/letters/${item.letter.letterId}`;
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
