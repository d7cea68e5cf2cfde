import { getTranslations } from 'next-intl/server';
import { addConsentAction, revokeConsentAction, withdrawApplicationAction } from '@/app/actions/desk';
import { consentKinds } from '@/domain/applications/fields';
import type { CasePage } from '@/domain/cases/page';
import { Act, Acts } from './act';
import { ConfirmConsent, PassOn, RenewCode } from './applicant-change';
import type { View } from './view';

type Application = CasePage['applications'][number];

/** What is done on the applicant's behalf. */
export async function ApplicantActs({ view, application }: { view: View; application: Application }) {
  const t = await getTranslations('case.family');
  const words = await getTranslations('consentKind');
  const given = consentKinds.filter((kind) => application.consents.some((one) => one.kind === kind && !one.revokedAt));
  const missing = consentKinds.filter((kind) => !given.includes(kind));
  const option = (kind: (typeof consentKinds)[number]) => ({ value: kind, label: words(kind) });
  const hidden = { applicationId: application.id };
  // A joined case is worked on where it was joined to.
  const isHere = view.page.joinedInto === null;
  const mayChange = isHere && view.may('consent.change');
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
      {mayChange && <ConfirmConsent view={view} application={application} />}
      {view.may('code.renew') && <RenewCode view={view} application={application} />}
      {isHere && view.may('application.pass-on') && <PassOn view={view} application={application} />}
      {isHere && view.may('application.withdraw') && (
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
