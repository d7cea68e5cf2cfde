import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { removeHolidayAction, setHolidayAction } from '@/app/actions/my-work';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { now } from '@/domain/clock';
import { type HolidayLine, holidayList } from '@/domain/desk/holidays';
import { dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'holiday' });
  return { title: t('title') };
}

/** Days off and working Saturdays of one year: all terms are counted by them. */
export default async function HolidaysPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const thisYear = Number(dayOf(now()).slice(0, 4));
  const asked = textOf(await searchParams, 'year');
  const year = /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : thisYear;
  const { rows, years } = await found(holidayList(actor, { year }));
  const t = await getTranslations('holiday');
  const setting = await getTranslations('setting');
  const shown = [...new Set([...years, thisYear, thisYear + 1, year])].sort((a, b) => a - b);
  return (
    <>
      <Breadcrumb items={[{ label: setting('title'), href: `/${locale}/desk/settings` }, { label: t('title') }]} />
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('lead')}</p>
      <nav aria-label={t('years')} className="mb-[1.25em] print:hidden">
        <ul className="flex flex-wrap gap-x-5 border-line border-b">
          {shown.map((one) => (
            <li key={one}>
              <a
                href={`/${locale}/desk/holidays?year=${one}`}
                aria-current={one === year ? 'page' : undefined}
                className={`target border-b-[3px] no-underline hover:border-rule ${one === year ? 'border-ribbon font-semibold text-ink' : 'border-transparent'}`}
              >
                {one}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption={t('count', { n: rows.length })}
        phone="cards"
        columns={await columns(locale)}
        rows={rows}
        rowKey={(row) => row.day}
        empty={<EmptyState title={t('empty', { year: String(year) })}>{t('emptyNext')}</EmptyState>}
      />
      <Section title={t('enter')} id="enter">
        <ActionForm
          action={setHolidayAction}
          token={crypto.randomUUID()}
          compact
          fields={[
            { name: 'day', kind: 'text', label: t('day'), hint: `${year}-12-31`, required: true, width: 'short' },
            {
              name: 'kind',
              kind: 'select',
              label: t('kindOf'),
              required: true,
              width: 'medium',
              options: (['off', 'working'] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
            },
            ...(['nameKk', 'nameRu', 'nameEn'] as const).map((name) => ({
              name,
              kind: 'text' as const,
              label: t(name),
              required: true,
              maxLength: 200,
            })),
          ]}
          submit={t('enterSubmit')}
          texts={await formTexts()}
        />
      </Section>
    </>
  );
}

async function columns(locale: Locale): Promise<Column<HolidayLine>[]> {
  const t = await getTranslations('holiday');
  const format = await getFormatter();
  const { ofDay } = await days();
  const names = { kk: 'nameKk', ru: 'nameRu', en: 'nameEn' } as const;
  return [
    { key: 'day', label: t('column.day'), cell: (row) => <span className="whitespace-nowrap">{ofDay(row.day)}</span> },
    {
      key: 'weekday',
      label: t('column.weekday'),
      cell: (row) => format.dateTime(new Date(`${row.day}T12:00:00+05:00`), { weekday: 'long' }),
    },
    { key: 'name', label: t('column.name'), heading: true, cell: (row) => row[names[locale]] },
    {
      key: 'kind',
      label: t('column.kind'),
      cell: (row) => <Tag tone={row.kind === 'off' ? 'neutral' : 'wait'}>{t(`kind.${row.kind}`)}</Tag>,
    },
    {
      key: 'act',
      label: t('column.act'),
      cell: (row) => (
        <QuickAct action={removeHolidayAction} stated={{ day: row.day }} label={t('remove')} about={ofDay(row.day)} />
      ),
    },
  ];
}
