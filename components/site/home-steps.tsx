import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';

const steps = ['received', 'searching', 'asking', 'telling'] as const;

/** How the search goes, in the order it goes. */
export async function HomeSteps() {
  const t = await getTranslations('home.steps');
  return (
    <Section title={t('title')}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            className="grid grid-cols-[2.250rem_minmax(0,1fr)] border-line border-t py-5 first:border-t-0 first:pt-0 sm:grid-cols-[3.500rem_minmax(0,1fr)]"
          >
            <span aria-hidden="true" className="font-serif text-[1.75rem] text-ribbon leading-none sm:text-[2.125rem]">
              {index + 1}
            </span>
            <div>
              <h3 className="title-3">{t(`${step}.title`)}</h3>
              <p className="measure mt-1">{t(`${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
