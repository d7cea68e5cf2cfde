import { getTranslations } from 'next-intl/server';

/** The way to this page; the last item is the page itself and carries no address. */
export async function Breadcrumb({ items }: { items: { label: string; href?: string }[] }) {
  const t = await getTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')} className="minor mb-[1em] text-muted print:hidden">
      <ol className="flex flex-wrap items-center gap-x-[0.6em]">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-[0.6em]">
            {index > 0 && <span aria-hidden="true">/</span>}
            {item.href ? (
              <a href={item.href} className="target">
                {item.label}
              </a>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
