import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { enterAliasAction, switchAliasAction } from '@/app/actions/matching';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { EmptyState } from '@/components/ui/empty-state';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type AliasLine, aliasList } from '@/domain/matching/aliases';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'candidate' });
  return { title: t('alias.title') };
}

/** Spellings that matching takes for one name: seen, entered, switched off. */
export default async function AliasesPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const aliases = await found(aliasList(actor, {}));
  const t = await getTranslations('candidate.alias');
  const mayTeach = can(actor, 'match.teach');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      <Table
        caption={t('title')}
        captionHidden
        phone="cards"
        columns={await columnsOf(mayTeach)}
        rows={aliases}
        rowKey={(row) => row.aliasId}
        empty={<EmptyState title={t('empty')}>{t('next')}</EmptyState>}
      />
      {mayTeach && (
        <Section title={t('enter')} id="enter">
          <ActionForm
            action={enterAliasAction}
            texts={await formTexts()}
            token={crypto.randomUUID()}
            submit={t('enterSubmit')}
            compact
            check={{ writtenA: 'required', writtenB: 'required' }}
            fields={[
              {
                name: 'writtenA',
                kind: 'text',
                label: t('one'),
                hint: t('hint'),
                required: true,
                maxLength: 60,
                width: 'medium',
              },
              { name: 'writtenB', kind: 'text', label: t('two'), required: true, maxLength: 60, width: 'medium' },
            ]}
          />
        </Section>
      )}
    </>
  );
}

async function columnsOf(mayTeach: boolean): Promise<Column<AliasLine>[]> {
  const t = await getTranslations('candidate.alias');
  const { day } = await days();
  const texts = await formTexts();
  return [
    {
      key: 'pair',
      label: t('pair'),
      heading: true,
      cell: (row) => (
        <span className="name-of-the-dead">
          {row.writtenA} – {row.writtenB}
        </span>
      ),
    },
    {
      key: 'origin',
      label: t('origin'),
      cell: (row) =>
        row.origin === 'hand' ? t('origins.hand', { by: row.by ?? '' }) : t('origins.confirmed', { n: row.times }),
    },
    { key: 'entered', label: t('entered'), cell: (row) => day(row.enteredAt) },
    {
      key: 'use',
      label: t('use'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-4">
          <Tag tone={row.inUse ? 'good' : 'closed'}>{t(row.inUse ? 'on' : 'off')}</Tag>
          {mayTeach && (
            <ActionForm
              action={switchAliasAction}
              texts={texts}
              submit={t(row.inUse ? 'switchOff' : 'switchOn')}
              fields={[
                { name: 'aliasId', kind: 'hidden', label: 'aliasId', value: row.aliasId },
                { name: 'inUse', kind: 'hidden', label: 'inUse', value: row.inUse ? 'off' : 'on' },
              ]}
            />
          )}
        </span>
      ),
    },
  ];
}
