import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import type { FamilyLine } from '@/domain/community/journey-queries';
import type { Journey } from '@/domain/community/journeys';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { hidden } from './journey-acts';

type FamiliesProps = {
  journey: Journey;
  families: readonly FamilyLine[];
  /** `tripId` or `ceremonyId`. */
  occasion: Readonly<Record<string, string>>;
  mayInvite: boolean;
  invite: FormAction;
  locale: Locale;
};

/** The families it concerns and that are not invited yet: those who may be, and the others with the reason. */
export async function JourneyFamilies({ families, occasion, mayInvite, invite, locale }: FamiliesProps) {
  const t = await getTranslations('journey');
  const waiting = families.filter(
    ({ invitation, isConcerned }) => isConcerned && (!invitation || invitation.state === 'withdrawn'),
  );
  const free = waiting.filter(({ hindrance }) => hindrance === null);
  const others = waiting.filter(({ hindrance }) => hindrance !== null);
  if (families.length === 0)
    return (
      <Section title={t('families.title')} id="families">
        <EmptyState title={t('families.nobody')}>{t('families.nobodyNext')}</EmptyState>
      </Section>
    );
  return (
    <Section title={t('families.title')} id="families" aside={t('families.aside', { n: free.length })}>
      {free.length === 0 && <p className="text-muted">{t('families.allInvited')}</p>}
      {free.length > 0 && !mayInvite && <p className="mb-2 text-muted">{t('families.notOpen')}</p>}
      {free.length > 0 && (
        <ActionForm
          key={free.map(({ applicationId }) => applicationId).join()}
          action={invite}
          token={crypto.randomUUID()}
          fields={[
            ...hidden(occasion),
            {
              name: 'applicationIds',
              kind: 'checkboxes',
              label: t('families.choose'),
              value: free.map(({ applicationId }) => applicationId).join(','),
              options: await Promise.all(
                free.map(async (family) => ({ value: family.applicationId, label: await familyText(family) })),
              ),
            },
          ]}
          submit={t('families.invite')}
          texts={await formTexts()}
        />
      )}
      {others.length > 0 && (
        <Disclosure summary={t('families.others', { n: others.length })}>
          <Table
            caption={t('families.others', { n: others.length })}
            captionHidden
            phone="cards"
            columns={await hinderedColumns(locale)}
            rows={others}
            rowKey={({ applicationId }) => applicationId}
          />
        </Disclosure>
      )}
    </Section>
  );
}

async function familyText(family: FamilyLine): Promise<string> {
  const t = await getTranslations('journey');
  const kinship = await getTranslations('kinship');
  return t('families.line', {
    soldier: fullName(family),
    applicant: family.applicantName,
    kinship: kinship.has(family.kinship as never) ? kinship(family.kinship as never) : '–',
  });
}

async function hinderedColumns(locale: Locale): Promise<Column<FamilyLine>[]> {
  const t = await getTranslations('journey');
  return [
    {
      key: 'soldier',
      label: t('column.soldier'),
      heading: true,
      cell: (family) => <a href={`/${locale}/desk/cases/${family.caseId}`}>{fullName(family)}</a>,
    },
    { key: 'applicant', label: t('column.applicant'), cell: ({ applicantName }) => applicantName },
    {
      key: 'why',
      label: t('column.why'),
      cell: ({ hindrance }) => hindrance && t(`hindrance.${hindrance}`),
    },
  ];
}
