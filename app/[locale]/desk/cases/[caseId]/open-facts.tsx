import { getTranslations } from 'next-intl/server';
import { Tag } from '@/components/ui/tag';
import { factWords } from './fact-words';
import type { View } from './view';

/** The facts about which sources disagree and nobody has chosen: whoever concludes should know. */
export async function OpenFacts({ view }: { view: View }) {
  const t = await getTranslations('case.known');
  const open = view.facts.facts.filter((fact) => fact.open);
  if (open.length === 0) return null;
  const words = await factWords(view.locale);
  return (
    <p className="measure mb-3">
      <Tag tone="attention">{t('open', { n: open.length })}</Tag>{' '}
      {open.map(({ field }, at) => (
        <span key={field}>
          {at > 0 && ', '}
          <a href={`#fact-${field}`}>{words.field(field).toLowerCase()}</a>
        </span>
      ))}
    </p>
  );
}
