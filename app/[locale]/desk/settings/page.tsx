import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { changeNumberingAction, changeRemindersAction, changeTermsAction } from '@/app/actions/my-work';
import { deskActor } from '@/app/actions/session';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { PageHeading, Section } from '@/components/ui/headings';
import { termNames } from '@/domain/cases/terms-in-use';
import { numberingPattern } from '@/domain/correspondence/letter-numbers';
import { termSettings } from '@/domain/desk/settings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';

type PageProps = { params: Promise<{ locale: string }> };

/** Counted in days of the calendar; every other term in working days. */
const inCalendarDays: readonly string[] = ['nextWord', 'nextWordOnWatch'];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'setting' });
  return { title: t('title') };
}

/** What the museum sets for itself: its terms, and the way to the calendar they are counted by. */
export default async function SettingsPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const { terms, first, ranges, reminders } = await found(termSettings(actor, {}));
  const t = await getTranslations('setting');
  const texts = await formTexts();
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Section title={t('terms.title')} id="terms">
        <p className="measure mb-[1em] text-muted">{t('terms.lead')}</p>
        <ActionForm
          action={changeTermsAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={termNames.map((name) => ({
            name,
            kind: 'text',
            inputMode: 'numeric',
            label: t(`terms.${name}`),
            hint: t(inCalendarDays.includes(name) ? 'terms.hintCalendar' : 'terms.hintWorking', {
              least: ranges[name][0],
              most: ranges[name][1],
              first: first[name],
            }),
            value: String(terms[name]),
            required: true,
            maxLength: 4,
            width: 'short',
          }))}
          submit={t('terms.submit')}
          texts={texts}
        />
      </Section>
      <Section title={t('reminders.title')} id="reminders">
        <p className="measure mb-[1em] text-muted">{t('reminders.lead')}</p>
        <ActionForm
          action={changeRemindersAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={(['first', 'second', 'third'] as const).map((name, at) => ({
            name,
            kind: 'text',
            inputMode: 'numeric',
            label: t(`reminders.${name}`),
            hint: t('reminders.hint'),
            value: String(reminders[at] ?? ''),
            required: true,
            maxLength: 4,
            width: 'short',
          }))}
          submit={t('reminders.submit')}
          texts={texts}
        />
      </Section>
      <Section title={t('numbering.title')} id="numbering">
        <p className="measure mb-[1em] text-muted">{t('numbering.lead')}</p>
        <ActionForm
          action={changeNumberingAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={[
            {
              name: 'pattern',
              kind: 'text',
              label: t('numbering.pattern'),
              hint: t('numbering.hint'),
              value: await numberingPattern(actor, {}),
              required: true,
              maxLength: 40,
              width: 'medium',
            },
          ]}
          submit={t('numbering.submit')}
          texts={texts}
        />
      </Section>
      {can(actor, 'holiday.write') && (
        <Section title={t('calendar')} id="calendar">
          <p className="measure">
            {t('calendarHint')}{' '}
            <a href={`/${locale}/desk/holidays`} className="target">
              {t('calendar')}
            </a>
          </p>
        </Section>
      )}
    </>
  );
}
