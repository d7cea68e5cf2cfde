import { getTranslations } from 'next-intl/server';
import { addConsentAction, revokeConsentAction, withdrawApplicationAction } from '@/app/actions/desk';
import { NothingYet } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { consentKinds } from '@/domain/applications/fields';
import type { CasePage } from '@/domain/cases/page';
import { fullName } from '@/domain/names';
import { regions } from '@/domain/regions';
import { Act, Acts } from './act';
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
      <div className="grid gap-x-10 gap-y-7 xl:grid-cols-2">
        {applications.map((application) => (
          <Applicant key={application.id} view={view} application={application} />
        ))}
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
  const region = regions.find(({ code }) => code === application.region)?.name[view.locale] ?? application.region;
  return (
    <article>
      <h3 className="title-3 mb-2 flex flex-wrap items-baseline gap-x-4">
        <span>
          {application.applicantName}, {kinship(application.kinship)}
        </span>
        {application.withdrawnAt && <Tag tone="closed">{t('withdrawn', { day: day(application.withdrawnAt) })}</Tag>}
      </h3>
      <DefinitionList
        items={[
          { term: t('reference'), value: application.reference },
          { term: t('received'), value: `${day(application.receivedAt)}, ${channel(application.channel)}` },
          ...(application.telephone
            ? [
                {
                  term: t('telephone'),
                  value: <a href={`tel:${application.telephone.replace(/[^+\d]/g, '')}`}>{application.telephone}</a>,
                },
              ]
            : []),
          ...(application.email
            ? [{ term: t('email'), value: <a href={`mailto:${application.email}`}>{application.email}</a> }]
            : []),
          ...(application.postalAddress ? [{ term: t('postalAddress'), value: application.postalAddress }] : []),
          ...(region ? [{ term: t('region'), value: region }] : []),
          ...(application.birthYear ? [{ term: t('birthYear'), value: String(application.birthYear) }] : []),
          { term: t('language'), value: language(application.language) },
          { term: t('tellFirst'), value: t(`tell.${application.tellFirst}`) },
          ...(application.helperName || application.helperContact
            ? [
                {
                  term: t('helper'),
                  value: [
                    application.helperName,
                    application.helperContact,
                    application.newsTo === 'helper' ? t('newsToHelper') : '',
                  ]
                    .filter(Boolean)
                    .join(', '),
                },
              ]
            : []),
          { term: t('consents'), value: <Consents application={application} /> },
        ]}
      />
      {!application.withdrawnAt && <ApplicantActs view={view} application={application} />}
    </article>
  );
}

/** The consents in force, in the order of the application. */
const standing = (application: Application) =>
  consentKinds.flatMap((kind) => application.consents.findLast((one) => one.kind === kind && !one.revokedAt) ?? []);

async function Consents({ application }: { application: Application }) {
  const t = await getTranslations('case.family');
  const words = await getTranslations('consentKind');
  const { day } = await days();
  const last = consentKinds.map((kind) => ({ kind, given: application.consents.findLast((one) => one.kind === kind) }));
  return (
    <ul>
      {last.map(({ kind, given }) => (
        <li key={kind}>
          {words(kind)}:{' '}
          {!given ? (
            <span className="text-muted">{t('consentNone')}</span>
          ) : given.revokedAt ? (
            <span className="text-refusal">{t('consentRevoked', { day: day(given.revokedAt) })}</span>
          ) : (
            t('consentGiven', { how: t(`how.${given.how}`), day: day(given.givenAt) })
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is done on the applicant's behalf. */
async function ApplicantActs({ view, application }: { view: View; application: Application }) {
  const t = await getTranslations('case.family');
  const words = await getTranslations('consentKind');
  const given = standing(application).map(({ kind }) => kind);
  const missing = consentKinds.filter((kind) => !given.includes(kind));
  const option = (kind: (typeof consentKinds)[number]) => ({ value: kind, label: words(kind) });
  const hidden = { applicationId: application.id };
  const mayChange = view.may('consent.change', application.caseId);
  return (
    <Acts>
      {mayChange && missing.length > 0 && (
        <Act
          view={view}
          action={addConsentAction}
          hidden={hidden}
          summary={t('addConsent')}
          submit={t('addConsentSubmit')}
          fields={[
            { name: 'kind', kind: 'select', label: t('consentTo'), required: true, options: missing.map(option) },
            {
              name: 'how',
              kind: 'select',
              label: t('consentHow'),
              required: true,
              options: (['signature', 'word-of-mouth'] as const).map((value) => ({ value, label: t(`how.${value}`) })),
            },
          ]}
        />
      )}
      {mayChange && given.length > 0 && (
        <Act
          view={view}
          action={revokeConsentAction}
          hidden={hidden}
          summary={t('revokeConsent')}
          submit={t('revokeConsentSubmit')}
          fields={[{ name: 'kind', kind: 'select', label: t('consentTo'), required: true, options: given.map(option) }]}
        />
      )}
      {view.may('application.withdraw', application.caseId) && (
        <Act
          view={view}
          action={withdrawApplicationAction}
          hidden={hidden}
          summary={t('withdraw')}
          submit={t('withdrawSubmit')}
          danger
          fields={[{ name: 'reason', kind: 'textarea', label: t('withdrawReason'), rows: 2, maxLength: 4000 }]}
        >
          <p className="mb-3 text-muted">{t('withdrawHint')}</p>
        </Act>
      )}
    </Acts>
  );
}
