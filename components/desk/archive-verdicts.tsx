import { getTranslations } from 'next-intl/server';
import type { FieldVerdict } from '@/domain/matching/verdict';
import { candidateWords } from './candidate-words';

/** What each field says, a sentence a field, with its bits; below, what could not be compared. */
export async function ArchiveVerdicts({ verdicts }: { verdicts: readonly FieldVerdict[] }) {
  const t = await getTranslations('archive.verdicts');
  const words = await candidateWords();
  const told = verdicts.filter(({ verdict }) => verdict !== 'missing');
  // What nobody asked for is no gap.
  const missing = verdicts.filter(({ verdict, left }) => verdict === 'missing' && left);
  if (told.length === 0 && missing.length === 0) return null;
  return (
    <div className="minor">
      <ul aria-label={t('label')}>
        {told.map((verdict) => (
          <li key={verdict.field} className="flex flex-wrap items-baseline gap-x-2">
            <span className="figures-aligned w-[3.2em] flex-none text-right text-muted">
              {words.bits(verdict.bits)}
              <span className="sr-only"> {t('bits')}</span>
            </span>
            <span className="min-w-0 flex-1 basis-[14em] [overflow-wrap:anywhere]">
              <span className="text-muted">
                {t('field', { field: verdict.field === 'prior' ? t('order') : words.field(verdict.field) })}
              </span>{' '}
              {words.sentence(verdict)}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className="mt-1 pl-[3.7em] text-muted">
          {t('missing', { fields: missing.map(({ field }) => words.field(field)).join(', ') })}
        </p>
      )}
    </div>
  );
}
