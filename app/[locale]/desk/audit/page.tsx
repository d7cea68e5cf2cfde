import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { verifyChainAction } from '@/app/actions/staff';
import { auditFilter } from '@/components/desk/audit-filter';
import { AuditFilterForm, unnamedActors } from '@/components/desk/audit-filter-form';
import { auditKinds } from '@/components/desk/audit-kinds';
import { AuditTable } from '@/components/desk/audit-table';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { auditTrail } from '@/domain/audit';
import { caseByNumber, caseNumbers } from '@/domain/cases/queries';
import { can, type StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { staffList } from '@/domain/staff/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { pageOf, type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 50;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'audit' });
  return { title: t('title') };
}

/** Who did what and when; filtered and paged by the address. */
export default async function AuditPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'audit.read')) notFound();
  const t = await getTranslations('audit');
  const opening = await getTranslations('opening');
  const search = await searchParams;
  const staff = await found(staffList(actor, {}));
  // Administrators see no cases: neither their numbers here nor a way to ask for one.
  const withCases = can(actor, 'case.read');
  const { filter, wrong } = auditFilter((name) => (name === 'number' && !withCases ? '' : textOf(search, name)), {
    kinds: auditKinds,
    actors: [...staff.map(({ id }) => id), ...unnamedActors],
  });
  const { number, ...asked } = filter;
  const page = pageOf(search);
  const caseId = number ? await caseIdOf(actor, number) : '';
  const list =
    caseId === null
      ? { total: 0, rows: [] }
      : await found(auditTrail(actor, { ...asked, caseId, limit: pageSize, offset: (page - 1) * pageSize }));
  const address = {
    path: `/${locale}/desk/audit`,
    params: { ...filter, page: page > 1 ? String(page) : undefined },
  };
  const caseIds = [...new Set(list.rows.flatMap((row) => row.caseId ?? []))];
  const cases = withCases ? await caseNumbers(actor, { caseIds }) : null;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">
        {t('lead')}{' '}
        {can(actor, 'opening.read') && (
          <a href={`${address.path}/openings`} className="target">
            {opening('link')}
          </a>
        )}
      </p>
      {wrong.length > 0 && (
        <Notice
          tone="attention"
          title={t('filter.wrong', { fields: wrong.map((field) => t(`filter.${field}`)).join(', ') })}
        />
      )}
      <AuditFilterForm address={address} staff={staff} withCases={withCases} />
      <AuditTable
        {...list}
        locale={locale}
        names={new Map(staff.map(({ id, name }) => [id, name]))}
        numbers={cases && new Map(cases.map((row) => [row.caseId, row.number]))}
        empty={
          <EmptyState title={t('empty')} action={{ href: address.path, label: t('clear') }}>
            {t('emptyNext')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
      <Section title={t('check')}>
        <p className="measure text-muted">{t('checkHint')}</p>
        <ActionForm action={verifyChainAction} fields={[]} submit={t('verify')} texts={await formTexts()} />
      </Section>
    </>
  );
}

/** The case of a number; null when there is none. */
async function caseIdOf(actor: StaffActor, number: string): Promise<string | null> {
  try {
    return (await caseByNumber(actor, { intoNumber: number })).caseId;
  } catch (error) {
    if (error instanceof DomainError && error.fields.intoNumber === 'case.not-found') return null;
    throw error;
  }
}
