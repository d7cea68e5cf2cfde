import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { sendLeadAction } from '@/app/actions/finds';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type Locale, routing } from '@/messages/routing';
import { type Subject, subjectOf } from './subject';

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'tellUs' });
  return { title: t('title'), description: t('lead') };
}

/** "I know something": one question that matters, the rest as one likes. `about` names the page it is written from. */
export default async function TellUsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const { sent, about } = await searchParams;
  if (typeof sent === 'string' && /^\d{1,9}$/.test(sent)) return <Thanks locale={locale} number={sent} />;
  const t = await getTranslations('tellUs');
  const subject = await subjectOf(typeof about === 'string' ? about : '');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      {subject && <Notice title={t('aboutThis', { name: subject.name })} />}
      <ActionForm
        action={sendLeadAction}
        token={crypto.randomUUID()}
        fields={await fieldsOf(subject)}
        check={{ text: 'required' }}
        submit={t('submit')}
        texts={await formTexts()}
      >
        <Trap label={t('website')} />
        <p className="measure mt-4">{t('what')}</p>
      </ActionForm>
      <Section title={t('other')}>
        <p className="measure mb-4">{t('otherText')}</p>
        <ButtonLink href={`/${locale}/apply`} look="secondary">
          {t('apply')}
        </ButtonLink>
      </Section>
    </>
  );
}

/** A field that no person sees or reaches; programs fill in everything. */
function Trap({ label }: { label: string }) {
  return (
    <div aria-hidden="true" className="hidden">
      <label>
        {label}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}

async function fieldsOf(subject: Subject | null): Promise<FieldSpec[]> {
  const t = await getTranslations('tellUs');
  const line = { kind: 'text', width: 'full' } as const;
  const what = { group: t('groupWhat') };
  const who = { group: t('groupWho') };
  return [
    { name: 'about', kind: 'hidden', label: '', value: subject?.about ?? '' },
    { name: 'aboutId', kind: 'hidden', label: '', value: subject?.aboutId ?? '' },
    {
      ...what,
      name: 'text',
      kind: 'textarea',
      label: t('text'),
      hint: t('textHint'),
      required: true,
      maxLength: 4000,
      rows: 7,
      width: 'full',
    },
    {
      ...what,
      ...line,
      name: 'soldier',
      label: t('soldier'),
      hint: t('soldierHint'),
      maxLength: 300,
      value: subject?.name ?? '',
    },
    {
      ...what,
      name: 'knownFrom',
      kind: 'textarea',
      label: t('knownFrom'),
      hint: t('knownFromHint'),
      maxLength: 1000,
      rows: 3,
      width: 'full',
    },
    { ...who, ...line, name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 200, autocomplete: 'name' },
    { ...who, ...line, name: 'contact', label: t('contact'), hint: t('contactHint'), maxLength: 300 },
  ];
}

async function Thanks({ locale, number }: { locale: Locale; number: string }) {
  const t = await getTranslations('tellUs.thanks');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p className="mb-[1em] font-serif text-[1.5em]">{t('number', { number })}</p>
      <Lead>
        <p>{t('text')}</p>
      </Lead>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}`}>{t('home')}</ButtonLink>
        <ButtonLink href={`/${locale}/tell-us`} look="secondary">
          {t('more')}
        </ButtonLink>
      </p>
    </>
  );
}
