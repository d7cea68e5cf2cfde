import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { Lead, PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { type SoughtFamily, soughtList } from '@/domain/community/appeal-queries';
import { fullName } from '@/domain/names';
import { dateText, readDate } from '@/domain/partial-date';
import { visitor } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 50;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'sought' });
  return { title: t('title'), description: t('lead') };
}

/** Soldiers who were found and whose families were not, by the district they were called up from. */
export default async function SoughtPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const search = await searchParams;
  const t = await getTranslations('sought');
  const site = await getTranslations('site');
  const asked = typeof search.district === 'string' ? search.district.slice(0, 200) : '';
  const page = typeof search.page === 'string' && /^[1-9]\d{0,3}$/.test(search.page) ? Number(search.page) : 1;
  const all = await soughtList(visitor, { limit: 1 });
  const district = all.districts.some((one) => one.district === asked) ? asked : '';
  const { rows, total } = await soughtList(visitor, { district, limit: pageSize, offset: (page - 1) * pageSize });
  const address = {
    path: `/${locale}/sought`,
    params: { district: district || undefined, page: page > 1 ? String(page) : undefined },
  };
  const districts = [...new Set(rows.map((row) => row.district))];
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {all.total > 0 && (
        <Lead>
          <p>{t('lead')}</p>
        </Lead>
      )}
      {all.districts.length > 1 && (
        <FilterForm
          address={address}
          fields={[
            {
              name: 'district',
              kind: 'select',
              label: t('district'),
              options: all.districts.map(({ district: one, n }) => ({ value: one, label: `${one} (${n})` })),
            },
          ]}
        />
      )}
      {total === 0 ? (
        <EmptyState title={t('empty')} action={{ href: `/${locale}/apply`, label: site('apply') }}>
          {t('emptyNext')}
        </EmptyState>
      ) : (
        <p className="mb-4 text-muted">{t('found', { n: total })}</p>
      )}
      {districts.map((one) => (
        <section key={one} className="mb-[1.5em] border-line border-t pt-[1em]">
          <h2 className="title-2 mb-[0.4em]">{one}</h2>
          <ul>
            {rows
              .filter((row) => row.district === one)
              .map((row) => (
                <Sought key={row.appealId} locale={locale} row={row} nameless={t('nameless')} />
              ))}
          </ul>
        </section>
      ))}
      <Pager address={address} page={page} pageSize={pageSize} total={total} />
    </>
  );
}

function Sought({ locale, row, nameless }: { locale: Locale; row: SoughtFamily; nameless: string }) {
  const born = [row.birth && dateText(readDate(row.birth), locale), row.birthPlace].filter(Boolean).join(', ');
  return (
    <li className="border-line border-t py-[0.5em] first:border-t-0">
      <a href={`/${locale}/sought/${row.appealId}`} className="target">
        <span className="name-of-the-dead text-[1.125em]">{fullName(row) || nameless}</span>
      </a>
      {born && <p className="text-muted">{born}</p>}
    </li>
  );
}
