import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import type { SisterRecord } from '@/domain/archive/record-page';
import type { Locale } from '@/messages/routing';
import { bandTones, candidateWords } from './candidate-words';
import { CaseItem } from './case-item';

/** Records of other documents that may speak of the same man, each with why. */
export async function ArchiveSisters({
  sisters,
  locale,
  carried,
}: {
  sisters: readonly SisterRecord[];
  locale: Locale;
  carried: string;
}) {
  const t = await getTranslations('archive.record');
  const words = await candidateWords();
  const bits = await getTranslations('archive');
  return (
    <Section title={t('sisters')} id="sisters">
      {sisters.length === 0 && <p className="text-muted">{t('noSisters')}</p>}
      <ul>
        {sisters.map(({ record, band, verdicts, bits: score }) => (
          <CaseItem
            key={record.recordId}
            title={
              <a href={`/${locale}/desk/archive/${record.recordId}${carried}`} className="name-of-the-dead">
                {words.nameOf(record)}
              </a>
            }
            state={
              <span className="flex flex-wrap items-baseline gap-x-3">
                <Tag tone={bandTones[band]}>{words.band(band)}</Tag>
                <span className="minor figures-aligned text-muted">{bits('score', { bits: words.bits(score) })}</span>
              </span>
            }
            meta={[
              record.source?.[locale] ?? record.sourceKey,
              record.sourceRecordId && `№ ${record.sourceRecordId}`,
              record.citation,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            <p>{[record.birth, record.birthPlace, record.rank, record.unit].filter(Boolean).join(', ')}</p>
            <p className="measure text-muted">{words.why(verdicts)}</p>
          </CaseItem>
        ))}
      </ul>
    </Section>
  );
}
