import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { changePasswordAction } from '@/app/actions/staff';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { can, type StaffActor } from '@/domain/permissions';
import { staffList } from '@/domain/staff/queries';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'account' });
  return { title: t('title') };
}

/** One's own account; whoever came with a one-time password sees nothing but the form. */
export default async function AccountPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale, 'account');
  const t = await getTranslations('account');
  const password = (name: string, autocomplete: string): FieldSpec => ({
    name,
    kind: 'password',
    label: t(name === 'current' && actor.passwordChangeDue ? 'oneTime' : name),
    required: true,
    width: 'medium',
    maxLength: 512,
    autocomplete,
    ...(name === 'password' ? { hint: t('passwordHint') } : {}),
  });
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {actor.passwordChangeDue ? (
        <Notice tone="attention" title={t('due')}>
          {t('dueText')}
        </Notice>
      ) : (
        <Section title={t('who')}>
          <Who actor={actor} />
        </Section>
      )}
      {!actor.passwordChangeDue && can(actor, 'token.read') && (
        <Section title={t('tokens')}>
          <p className="measure">{t('tokensText')}</p>
          <p className="mt-[0.5em]">
            <a href={`/${locale}/desk/account/tokens`}>{t('tokens')}</a>
          </p>
        </Section>
      )}
      <Section title={t('change')}>
        <ActionForm
          action={changePasswordAction}
          token={crypto.randomUUID()}
          fields={[
            { name: 'staffId', kind: 'hidden', label: '', value: actor.staffId },
            password('current', 'current-password'),
            password('password', 'new-password'),
            password('repeat', 'new-password'),
          ]}
          check={{ current: 'required', password: 'required', repeat: 'required' }}
          submit={t('submit')}
          texts={await formTexts()}
        />
      </Section>
    </>
  );
}

async function Who({ actor }: { actor: StaffActor }) {
  const t = await getTranslations('account');
  const role = await getTranslations('role');
  const { ofDay } = await days();
  const own = (await staffList(actor, {})).find((member) => member.id === actor.staffId);
  const confirms =
    actor.confirms && own?.confirmsUntil
      ? t('confirmsUntil', { date: ofDay(own.confirmsUntil) })
      : t(can(actor, 'conclusion.decide') ? 'confirmsAlways' : 'confirmsNot');
  return (
    <DefinitionList
      items={[
        { term: t('name'), value: actor.name },
        { term: t('email'), value: own?.email },
        { term: t('role'), value: role(actor.role) },
        { term: t('confirms'), value: confirms },
      ]}
    />
  );
}
