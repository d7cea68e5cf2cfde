import { getTranslations } from 'next-intl/server';
import { type ApplyPageName, applyPages } from './apply-pages';

/** How far the application has come: a line of marks on a phone, the list of all steps beside the form on a wide screen. */
export async function ApplyProgress({ page }: { page: ApplyPageName }) {
  const t = await getTranslations('apply');
  const here = applyPages.indexOf(page);
  return (
    <div className="mb-6 lg:mb-0">
      <p className="text-muted">{t('progress', { step: here + 1, steps: applyPages.length })}</p>
      <div aria-hidden="true" className="mt-2 flex gap-1 lg:hidden">
        {applyPages.map((one, index) => (
          <span key={one} className={`h-1.5 flex-1 ${index <= here ? 'bg-ribbon' : 'bg-line'}`} />
        ))}
      </div>
      <ol aria-hidden="true" className="mt-4 hidden lg:block">
        {applyPages.map((one, index) => (
          <li
            key={one}
            className={`flex items-baseline gap-3 border-l-[3px] py-1.5 pl-4 leading-snug ${
              index === here ? 'border-ribbon font-semibold' : 'border-line text-muted'
            }`}
          >
            {t(`steps.${one}.short`)}
          </li>
        ))}
      </ol>
    </div>
  );
}
