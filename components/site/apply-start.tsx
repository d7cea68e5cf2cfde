import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import { applyPages } from './apply-pages';

const promises = ['stop', 'unknown', 'private', 'helper'] as const;
const atHand = ['papers', 'family', 'contact'] as const;
const afterwards = ['code', 'answer', 'word'] as const;

/** What awaits whoever applies: how long it takes, what is asked, what to have at hand, what follows. */
export async function ApplyStart() {
  const t = await getTranslations('apply');
  const points = (part: string, names: readonly string[]) => (
    <dl className="grid gap-y-5">
      {names.map((name) => (
        <div key={name} className="measure">
          <dt className="title-3">{t(`${part}.${name}.title`)}</dt>
          <dd className="mt-0.5">{t(`${part}.${name}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <Section title={t('awaits.title')}>{points('awaits', promises)}</Section>
      <Section title={t('asked.title')}>
        <ol>
          {applyPages.map((step, index) => (
            <li
              key={step}
              className="grid grid-cols-[2.25rem_minmax(0,1fr)] border-line border-t py-3 first:border-t-0 first:pt-0"
            >
              <span aria-hidden="true" className="font-serif text-[1.375rem] text-ribbon leading-snug">
                {index + 1}
              </span>
              <span className="measure">
                <span className="title-3 block">{t(`steps.${step}.title`)}</span>
                <span className="text-muted">{t(`steps.${step}.summary`)}</span>
              </span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('atHand.title')}>{points('atHand', atHand)}</Section>
      <Section title={t('afterwards.title')}>{points('afterwards', afterwards)}</Section>
    </>
  );
}
