import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { decideObjectionAction, eraseObjectionAction } from '@/app/actions/memory';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import type { FieldSpec } from '@/components/form/types';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { type ObjectionRow, objectionPage } from '@/domain/memory/objections';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { DeskAct } from '../../desk-act';
import { found } from '../../found';
import { objectionTones } from '../tones';

type PageProps = { params: Promise<{ locale: string; objectionId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'objections' });
  return { title: t('title') };
}

/** One objection: what is said against what, and the decision with its reason. */
export default async function ObjectionPage({ params }: PageProps) {
  const { locale, objectionId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const objection = await found(objectionPage(actor, { objectionId }));
  const t = await getTranslations('objections');
  const mayDecide = can(actor, 'objection.decide');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('title'), href: `/${locale}/desk/objections` },
          { label: t('one', { number: objection.number }) },
        ]}
      />
      <PageHeading
        above={t(`abouts.${objection.about}`)}
        aside={<Tag tone={objectionTones[objection.state]}>{t(`states.${objection.state}`)}</Tag>}
      >
        {fullName(objection)}
      </PageHeading>
      <Notice title={objection.isPublic ? t('isPublic') : t('isNotPublic')}>
        <span className="flex flex-wrap gap-x-6">
          <a href={`/${locale}/desk/cases/${objection.caseId}`} className="target">
            {t('case', { number: objection.caseNumber })}
          </a>
          <a href={`/${locale}/desk/cases/${objection.caseId}/memory`} className="target">
            {t('abouts.memory')}
          </a>
        </span>
      </Notice>
      <Section title={t('words')}>
        <p className="measure mb-4 whitespace-pre-line" lang={objection.language}>
          {objection.text || t('erased')}
        </p>
        <Facts objection={objection} />
      </Section>
      <Section title={t('decide')}>
        {objection.state === 'received' ? (
          mayDecide && <Decide objection={objection} />
        ) : (
          <Decided objection={objection} />
        )}
        {mayDecide && objection.state !== 'received' && objection.name !== '' && (
          <DeskAct
            action={eraseObjectionAction}
            hidden={{ objectionId }}
            summary={t('erase')}
            submit={t('erase')}
            danger
          >
            <p className="measure mb-2 text-muted">{t('eraseLead')}</p>
          </DeskAct>
        )}
      </Section>
    </>
  );
}

async function Facts({ objection }: { objection: ObjectionRow }) {
  const t = await getTranslations('objections');
  const { day } = await days();
  return (
    <DefinitionList
      items={[
        { term: t('received'), value: day(objection.receivedAt) },
        { term: t('by'), value: objection.name || t('erased') },
        { term: t('contact'), value: objection.contact || t('erased') },
        { term: t('relative'), value: t(objection.relative) },
      ]}
    />
  );
}

async function Decide({ objection }: { objection: ObjectionRow }) {
  const t = await getTranslations('objections');
  const fields: FieldSpec[] = [
    {
      name: 'decision',
      kind: 'radio',
      label: t('decision'),
      required: true,
      options: [
        { value: 'upheld', label: t('uphold') },
        { value: 'declined', label: t('decline') },
      ],
    },
    {
      name: 'note',
      kind: 'textarea',
      label: t('note'),
      hint: t('noteHint'),
      required: true,
      maxLength: 2000,
      autocomplete: 'off',
      width: 'full',
    },
  ];
  return (
    <DeskAct
      action={decideObjectionAction}
      hidden={{ objectionId: objection.id, version: String(objection.version) }}
      fields={fields}
      submit={t('submit')}
    />
  );
}

async function Decided({ objection }: { objection: ObjectionRow }) {
  const t = await getTranslations('objections');
  const { day } = await days();
  const by = objection.decider ?? '';
  return (
    <>
      <p className="font-semibold">
        {t('decided', {
          state: t(`states.${objection.state}`),
          day: objection.decidedAt ? day(objection.decidedAt) : '',
          by,
        })}
      </p>
      <p className="measure my-2 whitespace-pre-line">{objection.note}</p>
      {objection.name && <p className="text-muted">{t('tell')}</p>}
    </>
  );
}
