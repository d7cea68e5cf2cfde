import { getTranslations } from 'next-intl/server';
import { Tag } from '@/components/ui/tag';
import type { WorkItem } from '@/domain/desk/my-work';
import type { Locale } from '@/messages/routing';
import { bandTones, candidateWords } from './candidate-words';
import { CaseStatus } from './case-status';
import { caseWords } from './case-words';

/** What is worth knowing of a thing to do before it is opened. */
export async function WorkDetail({ locale, item }: { locale: Locale; item: WorkItem }) {
  const t = await getTranslations('work');
  switch (item.what) {
    case 'case':
    case 'free':
      return <CaseStatus status={item.status} words={await caseWords()} />;
    case 'task':
      return (
        <>
          <span className="whitespace-pre-line">{item.task.text}</span>
          {item.task.setById !== item.task.assigneeId && <Minor>{t('from', { name: item.task.setBy })}</Minor>}
        </>
      );
    case 'mention':
      return (
        <>
          <span className="whitespace-pre-line">{beginning(item.mention.text)}</span>
          {item.mention.by && <Minor>{t('by', { name: item.mention.by })}</Minor>}
        </>
      );
    case 'answer':
    case 'message':
      return (
        <>
          {beginning(item.answer.answer)}
          {item.what === 'answer' && (
            <Minor>
              {item.answer.partner
                ? item.answer.partner[locale]
                : (await getTranslations('queue'))('answers.applicant')}
            </Minor>
          )}
        </>
      );
    case 'letter':
      return (
        <>
          {(await getTranslations('letterKind'))(item.letter.kind)}
          {item.letter.applicant && <Minor>{item.letter.applicant}</Minor>}
        </>
      );
    case 'reminder':
      return (
        <>
          {item.request.partner[locale]}
          {item.request.number && <Minor>№ {item.request.number}</Minor>}
        </>
      );
    case 'candidate':
      return <Candidate locale={locale} candidate={item.candidate} />;
    default:
      return null;
  }
}

async function Candidate({
  locale,
  candidate,
}: {
  locale: Locale;
  candidate: Extract<WorkItem, { what: 'candidate' }>['candidate'];
}) {
  const t = await getTranslations('candidate');
  const words = await candidateWords();
  const who = candidate.record ?? candidate.other;
  const where = candidate.record
    ? (candidate.record.source?.[locale] ?? candidate.record.sourceKey)
    : t('otherCase', { number: candidate.other?.number ?? 0 });
  return (
    <>
      <span className="name-of-the-dead">{words.nameOfLine(candidate)}</span>
      {who?.birth && `, ${who.birth}`} <Tag tone={bandTones[candidate.band]}>{words.band(candidate.band)}</Tag>
      <Minor>{where}</Minor>
    </>
  );
}

function Minor({ children }: { children: React.ReactNode }) {
  return <span className="minor block text-muted">{children}</span>;
}

const beginning = (text: string) => (text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text);
