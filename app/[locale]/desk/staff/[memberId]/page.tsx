import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { changeStaffAction, grantConfirmingAction, resetPasswordAction } from '@/app/actions/staff';
import { days } from '@/components/desk/days';
import { staffFields } from '@/components/desk/staff-fields';
import { StaffState } from '@/components/desk/staff-table';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type StaffLine, staffList } from '@/domain/staff/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; memberId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'staff' });
  return { title: t('one') };
}

/** One member of staff, and what this person may change of them. */
export default async function MemberPage({ params }: PageProps) {
  const { locale, memberId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const mayWrite = can(actor, 'staff.write');
  const mayGrant = can(actor, 'staff.grant-confirming');
  if (!mayWrite && !mayGrant) notFound();
  const member = (await found(staffList(actor, {}))).find((one) => one.id === memberId);
  if (!member) notFound();
  const t = await getTranslations('staff');
  const role = await getTranslations('role');
  const { ofDay } = await days();
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/staff` }, { label: member.name }]} />
      <PageHeading>{member.name}</PageHeading>
      <DefinitionList
        items={[
          { term: t('email'), value: member.email },
          { term: t('role'), value: role(member.role) },
          { term: t('state'), value: <StaffState member={member} /> },
          { term: t('confirmsUntil'), value: member.confirmsUntil && ofDay(member.confirmsUntil) },
        ]}
      />
      {mayGrant && member.role === 'researcher' && <Grant member={member} />}
      {mayWrite && <Change member={member} isSelf={member.id === actor.staffId} />}
    </>
  );
}

async function Grant({ member }: { member: StaffLine }) {
  const t = await getTranslations('staff');
  return (
    <Section title={t('grant')}>
      <p className="measure mb-[1em] text-muted">{t('grantHint')}</p>
      <ActionForm
        action={grantConfirmingAction}
        token={crypto.randomUUID()}
        keep
        fields={[
          { name: 'memberId', kind: 'hidden', label: '', value: member.id },
          {
            name: 'until',
            kind: 'text',
            label: t('until'),
            hint: t('untilHint'),
            required: true,
            width: 'short',
            maxLength: 20,
            autocomplete: 'off',
            value: member.confirmsUntil ?? '',
          },
        ]}
        check={{ until: 'required' }}
        submit={t('grantSubmit')}
        texts={await formTexts()}
      />
    </Section>
  );
}

async function Change({ member, isSelf }: { member: StaffLine; isSelf: boolean }) {
  const t = await getTranslations('staff');
  const texts = await formTexts();
  return (
    <>
      <Section title={t('change')}>
        <ActionForm
          action={changeStaffAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={[
            { name: 'memberId', kind: 'hidden', label: '', value: member.id },
            ...(await staffFields(member)),
            {
              name: 'active',
              kind: 'checkbox',
              label: t('active'),
              hint: t('activeHint'),
              value: member.active ? 'on' : '',
            },
          ]}
          check={{ name: 'required', role: 'required' }}
          submit={t('changeSubmit')}
          texts={texts}
        />
      </Section>
      {!isSelf && (
        <Section title={t('reset')}>
          <p className="measure mb-[1em] text-muted">{t('resetHint')}</p>
          <ActionForm
            action={resetPasswordAction}
            token={crypto.randomUUID()}
            danger
            fields={[{ name: 'email', kind: 'hidden', label: '', value: member.email }]}
            submit={t('resetSubmit')}
            texts={{ ...texts, done: t('resetAlready') }}
          />
        </Section>
      )}
    </>
  );
}
