import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { type LetterPage, letterPage } from '@/domain/correspondence/letter-queries';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { DeskPapers } from '../../desk-papers';
import { found } from '../../found';
import { letterTones } from '../tones';
import { LetterActs } from './acts';

type PageProps = { params: Promise<{ locale: string; letterId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'letters' });
  return { title: t('one') };
}

/** One letter: its text and sheet, where it stands, and the next step of its way. */
export default async function OneLetterPage({ params }: PageProps) {
  const { locale, letterId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const letter = await found(letterPage(actor, { letterId }));
  const mayWrite = can(actor, 'letter.write', letter.case.assigneeId === actor.staffId);
  const t = await getTranslations('letters');
  const kind = await getTranslations('letterKind');
  const state = await getTranslations('letterState');
  const errors = await getTranslations('errors');
  const caseHref = `/${locale}/desk/cases/${letter.case.caseId}#letters`;
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('case', { number: letter.case.number, name: fullName(letter.case) }), href: caseHref },
          { label: kind(letter.kind) },
        ]}
      />
      <PageHeading
        above={<Tag tone={letterTones[letter.state]}>{state(letter.state)}</Tag>}
        aside={
          letter.state !== 'discarded' && (
            <ButtonLink href={`/api/documents/letters/${letter.id}?language=${locale}`} look="secondary">
              {letter.number ? t('sheet') : t('draftSheet')}
            </ButtonLink>
          )
        }
      >
        {letter.number ? t('numbered', { kind: kind(letter.kind), number: letter.number }) : kind(letter.kind)}
      </PageHeading>
      {letter.hindrance && (
        <Notice tone="attention" title={t('hindered')}>
          {errors(letter.hindrance as never)}
        </Notice>
      )}
      {letter.state === 'draft' && letter.reason && (
        <Notice tone="attention" title={t('returned')}>
          {letter.reason}
        </Notice>
      )}
      <LetterActs letter={letter} actor={actor} />
      <Section title={t('text')} id="text">
        <p className="measure whitespace-pre-line font-serif" lang={letter.language}>
          {letter.text}
        </p>
      </Section>
      <Section title={t('way')} id="way">
        <Way letter={letter} locale={locale} />
      </Section>
      {letter.number && (
        <Section title={t('scan')} id="scan">
          <DeskPapers
            locale={locale}
            caseId={letter.caseId}
            owner={{ letterId: letter.id }}
            kind="signed"
            mayWrite={mayWrite}
            summary={t('addScan')}
          />
        </Section>
      )}
    </>
  );
}

/** Who had it in hand, and when. */
async function Way({ letter, locale }: { letter: LetterPage; locale: Locale }) {
  const t = await getTranslations('letters.line');
  const language = await getTranslations('site.languages');
  const channel = await getTranslations('channel');
  const kind = await getTranslations('letterKind');
  const { day, ofDay } = await days();
  const other = (one: { letterId: string; kind: string; number: string | null }) => (
    <a key={one.letterId} href={`/${locale}/desk/letters/${one.letterId}`}>
      {[kind(one.kind), one.number].filter(Boolean).join(', ')}
    </a>
  );
  const lines = [
    { term: t('to'), value: [letter.applicant || letter.recipient, letter.reference].filter(Boolean).join(', ') },
    { term: t('language'), value: language(letter.language) },
    letter.partner && { term: t('partner'), value: letter.partner[locale] },
    { term: t('written'), value: [letter.writer, day(letter.writtenAt)].filter(Boolean).join(', ') },
    letter.editor !== letter.writer && { term: t('edited'), value: letter.editor },
    letter.approvedAt && { term: t('approved'), value: `${letter.signatory ?? ''}, ${day(letter.approvedAt)}` },
    letter.numberedOn && {
      term: t('registered'),
      value: [letter.number, ofDay(letter.numberedOn), letter.registrar].filter(Boolean).join(', '),
    },
    letter.settledAt && {
      term: t('settled'),
      value: [day(letter.settledAt), letter.channel && channel(letter.channel), letter.recipient, letter.settler]
        .filter(Boolean)
        .join(', '),
    },
    letter.state === 'cannot-be-sent' && { term: t('reason'), value: letter.reason },
    letter.corrects && { term: t('corrects'), value: other(letter.corrects) },
    letter.correctedBy.length > 0 && { term: t('correctedBy'), value: letter.correctedBy.map(other) },
  ];
  return <DefinitionList items={lines.flatMap((line) => (line ? [line] : []))} />;
}
