import { getTranslations } from 'next-intl/server';
import { NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { consentKinds } from '@/domain/applications/fields';
import type { CasePage } from '@/domain/cases/page';
import { fullName } from '@/domain/names';
import { regions } from '@/domain/regions';
import type { Locale } from '@/messages/routing';
import { ApplicantActs } from './applicant-acts';
import { ApplicantNews } from './applicant-news';
import { ErasedApplicant } from './erased';
import { ApplicantPapers } from './papers';
import type { View } from './view';

type Application = CasePage['applications'][number];

/** Who asks for him, how to reach them, what they allow. */
export async function Family({ view }: { view: View }) {
  const t = await getTranslations('case.family');
  const { applications, joinedHere } = view.page;
  return (
    <Section title={t('title')} id="family">
      {joinedHere.length > 0 && (
        <p className="mb-4">
          {t('joinedHere')}{' '}
          {joinedHere.map((other, index) => (
            <span key={other.caseId}>
              {index > 0 && '; '}
              <a href={`/${view.locale}/desk/cases/${other.caseId}`}>
                № {other.number}, {fullName(other)}
              </a>
            </span>
          ))}
        </p>
      )}
      {applications.length === 0 && <NothingYet title={t('none')}>{t('noneNext')}</NothingYet>}
      <div className="grid gap-y-7">
        {applications.map((application) =>
          application.erasedAt ? (
            <ErasedApplicant key={application.id} application={application} />
          ) : (
            <Applicant key={application.id} view={view} application={application} />
          ),
        )}
      </div>
    </Section>
  );
}

async function Applicant({ view, application }: { view: View; application: Application }) {
  const t = await getTranslations('case.family');
  const kinship = await getTranslations('kinship');
  const channel = await getTranslations('channel');
  const language = await getTranslations('site.languages');
  const { day } = await days();
  return (
    <article>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 className="title-3">
          {application.applicantName}, {kinship(application.kinship)}
        </h3>
        {application.withdrawnAt && <Tag tone="closed">{t('withdrawn', { day: day(application.withdrawnAt) })}</Tag>}
      </div>
      <p className="minor mb-2 text-muted">
        {[
          t('reference', { reference: application.reference }),
          t('received', { day: day(application.receivedAt), channel: channel(application.channel) }),
          t('language', { language: language(application.language) }),
          t('tellFirst', { how: t(`tell.${application.tellFirst}`) }),
        ].join(' · ')}{' '}
        <a href={`/api/documents/applications/${application.id}/form`} className="target print:hidden" download>
          {t('printed')}
        </a>
      </p>
      <div className="grid gap-x-12 gap-y-2 lg:grid-cols-2">
        <DefinitionList items={await contactsOf(application, view.locale)} />
        <Consents application={application} />
      </div>
      <ApplicantNews view={view} applicationId={application.id} />
      <ApplicantPapers view={view} application={application} />
      {!application.withdrawnAt && <ApplicantActs view={view} application={application} />}
    </article>
  );
}

async function contactsOf(application: Application, locale: Locale): Promise<Definition[]> {
  const t = await getTranslations('case.family');
  const { telephone, email, helperName, helperContact } = application;
  const helper = [helperName, helperContact].filter(Boolean).join(', ');
  const stated: Definition[] = [
    { term: t('telephone'), value: telephone && <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a> },
    { term: t('email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: t('postalAddress'), value: application.postalAddress },
    { term: t('region'), value: regions.find(({ code }) => code === application.region)?.name[locale] },
    { term: t('birthYear'), value: application.birthYear && String(application.birthYear) },
    { term: t('helper'), value: helper && (application.newsTo === 'helper' ? t('newsTo', { helper }) : helper) },
  ];
  return stated.filter(({ value }) => Boolean(value));
}

async function Consents({ application }: { application: Application }) {
  const t = await getTranslations('case.family');
  const words = await getTranslations('consentKind');
  const { day } = await days();
  const stateOf = (consent: Application['consents'][number] | undefined) => {
    if (!consent) return <span className="text-muted">{t('consentNone')}</span>;
    if (consent.revokedAt)
      return <span className="text-refusal">{t('consentRevoked', { day: day(consent.revokedAt) })}</span>;
    const given = t('consentGiven', { how: t(`how.${consent.how}`), day: day(consent.givenAt) });
    if (consent.how !== 'word-of-mouth') return given;
    return `${given}, ${consent.confirmedAt ? t('consentConfirmed', { day: day(consent.confirmedAt) }) : t('consentNotConfirmed')}`;
  };
  return (
    <div>
      <h4 className="text-muted">{t('consents')}</h4>
      <ul className="mt-1">
        {consentKinds.map((kind) => (
          <li key={kind} className="py-0.5">
            {words(kind)}: {stateOf(application.consents.findLast((one) => one.kind === kind))}
          </li>
        ))}
      </ul>
    </div>
  );
}
