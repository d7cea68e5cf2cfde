import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { removeDeskPaperAction } from '@/app/actions/papers';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { papersAddress } from '@/components/papers/paper-server';
import { PaperWatch } from '@/components/papers/paper-watch';
import { paperWords } from '@/components/papers/paper-words';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeading } from '@/components/ui/headings';
import type { PaperView } from '@/domain/attachments/queries';
import { routing } from '@/messages/routing';
import { casePaper } from './case-paper';

type PageProps = { params: Promise<{ locale: string; caseId: string; attachmentId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, caseId, attachmentId } = await params;
  const { paper } = await casePaper(await deskActor(locale), locale, caseId, attachmentId);
  const { kind, name } = await paperWords(paper);
  return { title: `${kind}: ${name}` };
}

/** One paper as large as the window, with what is known of it and the ways to its neighbours. */
export default async function PaperPage({ params }: PageProps) {
  const { locale, caseId, attachmentId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const { paper, papers, application, number } = await casePaper(actor, locale, caseId, attachmentId);
  const t = await getTranslations('case');
  const words = await paperWords(paper);
  const address = `/${locale}/desk/cases/${caseId}`;
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('all'), href: `/${locale}/desk/cases` },
          { label: t('number', { number }), href: `${address}#family` },
          { label: words.name },
        ]}
      />
      <PageHeading above={t('papers.of', { n: papers.indexOf(paper) + 1, all: papers.length })}>
        {words.kind}
      </PageHeading>
      <Neighbours papers={papers} paper={paper} address={address} />
      <Shown paper={paper} applicationId={application.id} alt={`${words.kind}: ${words.name}`} />
      <div className="my-5 flex flex-wrap gap-3">
        {paper.state !== 'refused' && (
          <ButtonLink href={`/api/attachments/${paper.id}/original`}>{t('papers.original')}</ButtonLink>
        )}
      </div>
      <Facts paper={paper} applicant={application.applicantName} />
      {paper.isRemovable && (
        <Disclosure summary={t('papers.removePaper')}>
          <ActionForm
            action={removeDeskPaperAction}
            fields={Object.entries({ caseId, applicationId: application.id, attachmentId }).map(([name, value]) => ({
              name,
              value,
              kind: 'hidden' as const,
              label: '',
            }))}
            submit={t('papers.removePaper')}
            danger
            texts={await formTexts()}
          />
        </Disclosure>
      )}
    </>
  );
}

async function Neighbours({
  papers,
  paper,
  address,
}: {
  papers: readonly PaperView[];
  paper: PaperView;
  address: string;
}) {
  const t = await getTranslations('case.papers');
  const at = papers.indexOf(paper);
  const ways = [
    { paper: papers[at - 1], label: t('previous'), rel: 'prev' },
    { paper: papers[at + 1], label: t('next'), rel: 'next' },
  ];
  if (papers.length < 2) return null;
  return (
    <nav aria-label={t('title')} className="mb-3 flex gap-6 print:hidden">
      {ways.map(
        (way) =>
          way.paper && (
            <a key={way.rel} rel={way.rel} href={`${address}/papers/${way.paper.id}`} className="target">
              {way.label}
            </a>
          ),
      )}
    </nav>
  );
}

async function Shown({ paper, applicationId, alt }: { paper: PaperView; applicationId: string; alt: string }) {
  const t = await getTranslations();
  const isPicture = paper.mediaType.startsWith('image/');
  if (paper.state === 'waiting')
    return (
      <>
        <p>{t('papers.list.waiting')}</p>
        <PaperWatch address={papersAddress({ for: 'application', applicationId })} waiting={paper.id} />
      </>
    );
  if (paper.state === 'refused') return <p className="measure text-refusal">{t('papers.list.refused')}</p>;
  if (!isPicture) return <p className="measure">{t('case.papers.pdf')}</p>;
  return (
    <a href={`/api/attachments/${paper.id}/view`} className="inline-block">
      {/* biome-ignore lint/performance/noImgElement: the picture is made by us and ready in this size */}
      <img
        src={`/api/attachments/${paper.id}/view`}
        alt={alt}
        {...(paper.width && paper.height && { width: paper.width, height: paper.height })}
        className="h-auto max-h-[85svh] w-auto max-w-full border border-line bg-deep object-contain print:max-h-[23cm]"
      />
    </a>
  );
}

async function Facts({ paper, applicant }: { paper: PaperView; applicant: string }) {
  const t = await getTranslations('case.papers');
  const { moment } = await days();
  const { kind, name, size } = await paperWords(paper);
  const { width, height } = paper;
  const pixels = width && height ? `, ${t('pixels', { width, height })}` : '';
  return (
    <DefinitionList
      items={[
        { term: t('kind'), value: kind },
        { term: t('name'), value: <span className="[overflow-wrap:anywhere]">{name}</span> },
        { term: t('size'), value: `${size}${pixels}` },
        { term: t('when'), value: moment(paper.addedAt) },
        { term: t('who'), value: t(paper.byStaff ? 'byStaff' : 'byApplicant') },
        { term: t('applicant'), value: applicant },
      ]}
    />
  );
}
