import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { addStaffAction } from '@/app/actions/staff';
import { staffFields } from '@/components/desk/staff-fields';
import { StaffTable } from '@/components/desk/staff-table';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { PageHeading, Section } from '@/components/ui/headings';
import { now } from '@/domain/clock';
import { can } from '@/domain/permissions';
import { staffList } from '@/domain/staff/queries';
import { dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'staff' });
  return { title: t('title') };
}

/** The members of staff; administrators add to them, managers lend the right to confirm. */
export default async function StaffPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'staff.write') && !can(actor, 'staff.grant-confirming')) notFound();
  const t = await getTranslations('staff');
  const staff = await found(staffList(actor, {}));
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <StaffTable staff={staff} locale={locale} today={dayOf(now())} />
      {can(actor, 'staff.write') && (
        <Section title={t('add')}>
          <p className="measure mb-[1em] text-muted">{t('addHint')}</p>
          <ActionForm
            action={addStaffAction}
            token={crypto.randomUUID()}
            compact
            fields={[
              ...(await staffFields()),
              {
                name: 'email',
                kind: 'email',
                label: t('email'),
                required: true,
                maxLength: 254,
                autocomplete: 'off',
              },
            ]}
            check={{ name: 'required', role: 'required', email: ['required', 'email'] }}
            submit={t('addSubmit')}
            texts={{ ...(await formTexts()), done: t('addedAlready') }}
          />
        </Section>
      )}
    </>
  );
}
