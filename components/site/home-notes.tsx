import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';

const questions = ['name', 'year', 'place', 'callUp', 'letter', 'family'] as const;
const promises = ['free', 'private', 'helper'] as const;

/** What to have at hand before applying. */
export async function HomePrepare() {
  const t = await getTranslations('home.prepare');
  return (
    <Section title={t('title')}>
      <p className="measure mb-5">{t('intro')}</p>
      <dl className="grid gap-x-10 sm:grid-cols-2">
        {questions.map((question) => (
          <div key={question} className="border-line border-t py-4">
            <dt className="title-3">{t(`${question}.term`)}</dt>
            <dd className="mt-0.5 text-muted">{t(`${question}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Free of charge, in confidence, by another's hand if need be. */
export async function HomePromises() {
  const t = await getTranslations('home.promise');
  return (
    <Section title={t('title')}>
      <dl className="grid gap-y-6">
        {promises.map((promise) => (
          <div key={promise} className="measure">
            <dt className="title-3">{t(`${promise}.title`)}</dt>
            <dd className="mt-0.5">{t(`${promise}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
