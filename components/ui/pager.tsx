import { getTranslations } from 'next-intl/server';
import { type Address, addressWith } from './address';

/** The way through a long list, by its address. Pages count from 1; nothing is shown when all fits on one page. */
export async function Pager({
  address,
  page,
  pageSize,
  total,
}: {
  address: Address;
  page: number;
  pageSize: number;
  total: number;
}) {
  const t = await getTranslations('ui.pager');
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const href = (to: number) => addressWith(address, { page: to === 1 ? undefined : String(to) });
  const range = { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total };
  return (
    <nav aria-label={t('label')} className="mt-[1em] flex flex-wrap items-center gap-x-[1.500em] print:hidden">
      <p className="minor text-muted">{t('range', range)}</p>
      <ul className="flex flex-wrap items-center gap-x-[0.25em]">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev" className="target px-[0.5em]">
              {t('previous')}
            </a>
          </li>
        )}
        {pagesShown(page, pages).map((number) => (
          <li key={number}>
            {number < 0 ? (
              <span className="px-[0.4em]">…</span>
            ) : number === page ? (
              <span
                aria-current="page"
                className="target min-w-11 justify-center font-semibold underline decoration-[3px] decoration-ribbon"
              >
                {number}
              </span>
            ) : (
              <a
                href={href(number)}
                aria-label={t('page', { page: number })}
                className="target min-w-11 justify-center"
              >
                {number}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next" className="target px-[0.5em]">
              {t('next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and the neighbours of the present page; a negative number stands for a gap. */
export function pagesShown(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown: number[] = [];
  for (const number of [...new Set(wanted)]) {
    const before = shown.at(-1) ?? 0;
    if (number === before + 2) shown.push(number - 1);
    else if (number > before + 2) shown.push(-number);
    shown.push(number);
  }
  return shown;
}
