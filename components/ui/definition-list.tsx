import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

export type Definition = {
  term: string;
  /** nothing (null, undefined, an empty string) reads "not stated" */
  value: ReactNode;
  /** where the answer can be changed; `label` names what, for those who hear the page */
  change?: { href: string; label?: string };
};

/** Facts with their labels: a case's facts, or the answers to be checked before sending. */
export async function DefinitionList({ items }: { items: Definition[] }) {
  const t = await getTranslations('ui');
  return (
    <dl className="max-w-[60rem]">
      {items.map((item) => (
        <div
          key={item.term}
          className="flex flex-wrap gap-x-[1.500em] border-line border-t py-[0.55em] first:border-t-0 first:pt-0 sm:grid sm:grid-cols-[minmax(8em,13em)_minmax(0,1fr)_auto]"
        >
          <dt className="w-full text-muted sm:w-auto">{item.term}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line">
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="text-muted">{t('notStated')}</span>
            ) : (
              item.value
            )}
          </dd>
          {item.change && (
            <dd className="print:hidden">
              <a href={item.change.href} className="target -my-[0.5em]">
                {t('change')}
                <span className="sr-only">: {item.change.label ?? item.term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
