import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { FoundRecord } from '@/domain/archive/find';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { ArchiveVerdicts } from './archive-verdicts';
import { bandTones, candidateWords } from './candidate-words';

/** One record among those found: everything as written, and below it why it may be he. */
export async function ArchiveFound({
  record,
  href,
  source,
  locale,
}: {
  record: FoundRecord;
  href: string;
  source: string;
  locale: Locale;
}) {
  const t = await getTranslations('archive');
  const words = await candidateWords();
  const { score, band, facts, verdicts } = record;
  const said = verdicts.some(({ verdict }) => verdict !== 'missing');
  const weighs = said && (facts.length === 0 || score !== 0);
  return (
    <li className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <a href={href} className="name-of-the-dead target -my-2 text-[1.12em]">
          {words.nameOf(record)}
        </a>
        {facts.map((fact) => (
          <span key={fact} className="minor">
            <Tag tone="neutral">{t(`fact.${fact}`)}</Tag>
          </span>
        ))}
        {weighs && (
          <span className="minor figures-aligned text-muted">
            {facts.length > 0 && <>{words.band(band)}, </>}
            {t('score', { bits: words.bits(score) })}
          </span>
        )}
      </div>
      <p className="[overflow-wrap:anywhere]">{linesOf(record, locale).join(' · ')}</p>
      <p className="minor text-muted [overflow-wrap:anywhere]">
        {[record.citation, source].filter(Boolean).join(' · ')}
      </p>
      {said &&
        (band === 'unlikely' ? (
          <div className="minor [&>details]:my-0">
            <Disclosure summary={t('verdicts.open')}>
              <ArchiveVerdicts verdicts={verdicts} />
            </Disclosure>
          </div>
        ) : (
          <div className={`mt-2 border-l-2 pl-3 ${bandTones[band] === 'good' ? 'border-good' : 'border-line'}`}>
            <ArchiveVerdicts verdicts={verdicts} />
          </div>
        ))}
    </li>
  );
}

/** Born when and where, rank and unit, what became of him. */
function linesOf({ birth, birthPlace, rank, unit, fate, lossDate, lossPlace }: FoundRecord, locale: Locale): string[] {
  const date = (written: string) => written && (dateText(readDate(written), locale) || written);
  return [
    [date(birth), birthPlace],
    [rank, unit],
    [fate, date(lossDate), lossPlace],
  ].flatMap((group) => {
    const text = group.filter(Boolean).join(', ');
    return text ? [text] : [];
  });
}
