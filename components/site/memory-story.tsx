import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/messages/routing';

const languages = ['ru', 'kk', 'en'] as const satisfies readonly Locale[];

/** The story in the reader's language, else in one it was written in, and said so. */
export async function MemoryStory({ story, locale }: { story: Readonly<Record<Locale, string>>; locale: Locale }) {
  const t = await getTranslations('memory');
  const language = story[locale] ? locale : languages.find((one) => story[one]);
  if (!language) return null;
  return (
    <div lang={language} className="font-serif text-[1.125em] leading-[1.7]">
      {language !== locale && (
        <p lang={locale} className="minor mb-[1em] font-sans text-muted">
          {t('otherLanguage', { language })}
        </p>
      )}
      {paragraphs(story[language]).map((paragraph) => (
        <p key={paragraph.key} className="mb-[0.9em] max-w-[36em] whitespace-pre-line last:mb-0">
          {paragraph.text}
        </p>
      ))}
    </div>
  );
}

const paragraphs = (text: string): { key: string; text: string }[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part, i) => ({ key: `${i}`, text: part.trim() }));
