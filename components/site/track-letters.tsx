import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Tracked } from '@/domain/applications/tracking';

/** The letters that were sent, the newest open. */
export async function TrackLetters({ letters }: { letters: Tracked['letters'] }) {
  if (letters.length === 0) return null;
  const t = await getTranslations('track.letters');
  const kind = await getTranslations('letterKind');
  const format = await getFormatter();
  const locale = await getLocale();
  return (
    <Section title={t('title')} id="letters">
      {letters.map((letter, index) => (
        <Disclosure
          key={letter.id}
          open={index === 0}
          summary={`${kind(letter.kind)}, ${format.dateTime(letter.at, { dateStyle: 'long' })}`}
        >
          <p lang={letter.language} className="measure whitespace-pre-line py-1 font-serif">
            {letter.text}
          </p>
          {letter.hasSheet && (
            <p className="print:hidden">
              <a href={`/api/documents/letters/${letter.id}?for=applicant&language=${locale}`} className="target">
                {t('sheet')}
              </a>
            </p>
          )}
        </Disclosure>
      ))}
    </Section>
  );
}
