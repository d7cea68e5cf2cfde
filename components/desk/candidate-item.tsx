import { getTranslations } from 'next-intl/server';
import { Tag } from '@/components/ui/tag';
import type { CandidateLine } from '@/domain/matching/candidate-queries';
import type { Locale } from '@/messages/routing';
import { bandTones, candidateWords, stateTones } from './candidate-words';
import { CaseItem } from './case-item';
import { days } from './days';

/** One pair of a case in a list: who it may be, where that stands, how close and why; the way to the comparison. */
export async function CandidateItem({ locale, caseId, line }: { locale: Locale; caseId: string; line: CandidateLine }) {
  const t = await getTranslations('candidate');
  const words = await candidateWords();
  const { day } = await days();
  const { record, other, state } = line;
  const name = words.nameOfLine(line);
  const facts = record
    ? [record.birth, record.birthPlace, record.rank, record.unit]
    : [other?.birth ?? '', other?.birthPlace ?? ''];
  const where = record
    ? [record.source?.[locale] ?? record.sourceKey, record.citation, record.superseded ? t('superseded') : '']
    : [t('otherCase', { number: other?.number ?? 0 })];
  const why = words.why(line.verdicts);
  return (
    <CaseItem
      title={
        <a
          href={`/${locale}/desk/matches/${line.candidateId}?case=${caseId}`}
          aria-label={t('compareWho', { name })}
          className="name-of-the-dead"
        >
          {name}
        </a>
      }
      state={
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          {state === 'proposed' ? (
            <Tag tone={bandTones[line.band]}>{words.band(line.band)}</Tag>
          ) : (
            <Tag tone={stateTones[state]}>{words.state(state)}</Tag>
          )}
          <span className="minor figures-aligned text-muted">{t('bits', { bits: words.bits(line.bits) })}</span>
        </span>
      }
      meta={where.filter(Boolean).join(' · ')}
    >
      <p>{facts.filter(Boolean).join(', ')}</p>
      {state === 'proposed' && why && <p className="measure text-muted">{t('because', { why })}</p>}
      {state !== 'proposed' && (
        <p className="minor text-muted">
          {t('decidedBy', { state: words.state(state), day: day(line.decidedAt ?? 0), by: line.by ?? '' })}
        </p>
      )}
      {line.returned && (
        <p className="measure font-semibold">
          {t('returned', {
            state: words.state(line.returned.earlier),
            day: day(line.decidedAt ?? 0),
            fields: line.returned.fields.map(words.field).join(', '),
          })}
        </p>
      )}
      {line.reason && <p className="measure whitespace-pre-line">{line.reason}</p>}
    </CaseItem>
  );
}
