import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { writeLetterAction } from '@/app/actions/letters';
import { deskActor } from '@/app/actions/session';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { preparedText } from '@/documents/letters/text';
import { casePage } from '@/domain/cases/page';
import { letterFacts } from '@/domain/correspondence/letter-facts';
import { gap, letterKinds } from '@/domain/correspondence/letter-kinds';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { DomainError } from '@/domain/result';
import { type Locale, locales, routing } from '@/messages/routing';
import { DeskAct } from '../../desk-act';
import { found } from '../../found';
import { choiceOf, type Search, textOf } from '../../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'letters' });
  return { title: t('new.title') };
}

/** A new letter: what, to whom and in which language first, then its text, made ready from what is confirmed. */
export default async function NewLetterPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const search = await searchParams;
  const page = await found(casePage(actor, { caseId: textOf(search, 'case') }));
  const { caseId } = page.line;
  if (!can(actor, 'letter.write', page.line.assigneeId === actor.staffId)) notFound();
  const applicants = page.applications.filter(({ withdrawnAt }) => withdrawnAt === null);
  const addressee = applicants.find(({ id }) => id === textOf(search, 'to')) ?? applicants[0];
  const asked = textOf(search, 'language');
  const chosen = {
    caseId,
    kind: choiceOf(search, 'kind', letterKinds),
    addresseeId: addressee?.id ?? '',
    language: hasLocale(routing.locales, asked) ? asked : (addressee?.language ?? 'kk'),
    partnerId: textOf(search, 'partner'),
    correctsId: textOf(search, 'corrects'),
  };
  const partners = await partnerList(actor, {});
  const t = await getTranslations('letters');
  const kindName = await getTranslations('letterKind');
  const languageName = await getTranslations('site.languages');
  const prepared = await preparedOr(() => letterFacts(actor, chosen));
  const errors = await getTranslations('errors');
  return (
    <>
      <Breadcrumb
        items={[
          {
            label: t('case', { number: page.line.number, name: fullName(page.line) }),
            href: `/${locale}/desk/cases/${caseId}#letters`,
          },
          { label: t('new.title') },
        ]}
      />
      <PageHeading>{kindName(chosen.kind)}</PageHeading>
      <FilterForm
        address={{
          path: `/${locale}/desk/letters/new`,
          params: {
            case: caseId,
            kind: chosen.kind,
            to: chosen.addresseeId,
            language: chosen.language,
            partner: chosen.partnerId,
            corrects: chosen.correctsId,
          },
        }}
        fields={[
          {
            name: 'kind',
            kind: 'select',
            label: t('new.kind'),
            required: true,
            options: letterKinds
              .filter((one) => one !== 'correction' || chosen.correctsId !== '')
              .map((value) => ({ value, label: kindName(value) })),
          },
          {
            name: 'to',
            kind: 'select',
            label: t('new.to'),
            required: applicants.length > 0,
            options: applicants.map(({ id, applicantName, reference }) => ({
              value: id,
              label: `${applicantName}, ${reference}`,
            })),
          },
          {
            name: 'language',
            kind: 'select',
            label: t('new.language'),
            required: true,
            options: locales.map((value) => ({ value, label: languageName(value) })),
          },
          ...(chosen.kind === 'forwarding'
            ? [
                {
                  name: 'partner',
                  kind: 'select' as const,
                  label: t('new.partner'),
                  required: true,
                  options: partners.map(({ id, name }) => ({ value: id, label: name[locale] })),
                },
              ]
            : []),
        ]}
      />
      {prepared instanceof DomainError ? (
        <Notice tone="attention" title={t('new.refused')}>
          {errors(refusalOf(prepared) as never)}
        </Notice>
      ) : (
        <Section title={t('new.text')}>
          <p className="measure mb-4 text-muted">{t('new.lead', { gap })}</p>
          <DeskAct
            key={Object.values(chosen).join(' ')}
            action={writeLetterAction}
            submit={t('new.submit')}
            hidden={chosen}
            fields={[
              ...(addressee
                ? []
                : [{ name: 'recipient', kind: 'text' as const, label: t('new.recipient'), maxLength: 300 }]),
              {
                name: 'text',
                kind: 'textarea',
                label: t('new.letterText'),
                value: preparedText(prepared),
                required: true,
                rows: 24,
                maxLength: 20_000,
                width: 'full',
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

async function preparedOr<Facts>(facts: () => Promise<Facts>): Promise<Facts | DomainError> {
  try {
    return await facts();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** What is wrong with one field says more than that something is. */
const refusalOf = (error: DomainError): string => Object.values(error.fields)[0] ?? error.code;
