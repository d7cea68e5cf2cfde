/** The text a request or a reminder begins with; a person goes on from there. */
import { fullName } from '@/domain/names';
import { type DocumentLanguage, datesOf, wordsOf } from '../words';

/** What is told of a man; nothing of who applied. Absent or '' where nothing is known. */
export type Described = {
  surname: string;
  givenName: string;
  patronymic: string;
  otherSpellings: string;
  birth: string;
  birthPlace: string;
  draftPlace: string;
} & Partial<
  Record<
    | 'residence'
    | 'draftDate'
    | 'rank'
    | 'unit'
    | 'fieldPost'
    | 'noticeKind'
    | 'noticeNumber'
    | 'noticeDate'
    | 'captivity'
    | 'hospital'
    | 'parents'
    | 'wife',
    string
  >
>;

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');

/** Facts of a man as label and value, those that are known, in the order an archive looks for them. */
export function factsOf(language: DocumentLanguage, man: Described): [label: string, value: string][] {
  const t = wordsOf(language, 'documents.request.fact');
  const notice = man.noticeKind === 'killed' || man.noticeKind === 'missing' ? t(`notice-${man.noticeKind}`) : '';
  const number = man.noticeNumber && t('noticeNumber', { number: man.noticeNumber });
  const facts: [string, string][] = [
    [t('otherSpellings'), man.otherSpellings],
    [t('birth'), man.birth],
    [t('birthPlace'), man.birthPlace],
    [t('residence'), man.residence ?? ''],
    [t('draft'), joined(man.draftDate, man.draftPlace)],
    [t('rank'), man.rank ?? ''],
    [t('unit'), man.unit ?? ''],
    [t('fieldPost'), man.fieldPost ?? ''],
    [t('notice'), joined(notice, number, man.noticeDate)],
    [t('captivity'), man.captivity ?? ''],
    [t('hospital'), man.hospital ?? ''],
    [t('parents'), man.parents ?? ''],
    [t('wife'), man.wife ?? ''],
  ];
  return facts.flatMap(([label, value]): [string, string][] => (value ? [[label, value.replace(/\s+/g, ' ')]] : []));
}

/** A request about one man with what is known of him, or about several, whose list goes with the sheet. */
export function requestText(language: DocumentLanguage, men: readonly Described[]): string {
  const t = wordsOf(language, 'documents.request');
  const [man] = men;
  if (!man || men.length > 1)
    return [t('opening'), t('askSeveral', { n: men.length }), t('wanted'), t('closing')].join('\n\n');
  const described = [fullName(man), ...factsOf(language, man).map(([label, value]) => `${label}: ${value}`)];
  return [t('opening'), t('askOne'), described.join('\n'), t('wanted'), t('closing')].join('\n\n');
}

/** @param request `sentAt` in milliseconds since 1970; `waiting`: names of the men without an answer */
export function reminderText(
  language: DocumentLanguage,
  request: { number: string; sentAt: number; waiting: readonly string[] },
): string {
  const t = wordsOf(language, 'documents.request');
  const day = datesOf(language).day(request.sentAt);
  const { number, waiting } = request;
  return [
    number ? t('reminderNumbered', { day, number }) : t('reminder', { day }),
    waiting.length <= 10 ? waiting.join('\n') : t('reminderMany', { n: waiting.length }),
    t('reminderClosing'),
  ].join('\n\n');
}
