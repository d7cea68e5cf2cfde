import { getTranslations } from 'next-intl/server';
import { confirmConsentAction, passOnAction, renewCodeAction } from '@/app/actions/applicants';
import { identityChecks } from '@/domain/applications/codes';
import { kinships } from '@/domain/applications/fields';
import type { CasePage } from '@/domain/cases/page';
import { locales } from '@/messages/routing';
import { Act } from './act';
import type { View } from './view';

type Props = { view: View; application: CasePage['applications'][number] };

/** Says that a consent given by word of mouth came in writing. */
export async function ConfirmConsent({ view, application }: Props) {
  const t = await getTranslations('case.family');
  const words = await getTranslations('consentKind');
  const spoken = application.consents.filter(
    ({ how, revokedAt, confirmedAt }) => how === 'word-of-mouth' && revokedAt === null && confirmedAt === null,
  );
  if (spoken.length === 0) return null;
  return (
    <Act
      view={view}
      action={confirmConsentAction}
      hidden={{ applicationId: application.id }}
      summary={t('confirmConsent')}
      submit={t('confirmConsentSubmit')}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('consentTo'),
          required: true,
          value: spoken.length === 1 ? (spoken[0]?.kind ?? '') : '',
          options: spoken.map(({ kind }) => ({ value: kind, label: words(kind) })),
        },
      ]}
    >
      <p className="mb-3 text-muted">{t('confirmConsentHint')}</p>
    </Act>
  );
}

/** A new access code for whoever lost theirs, after making sure who asks. */
export async function RenewCode({ view, application }: Props) {
  const t = await getTranslations('case.code');
  return (
    <Act
      view={view}
      action={renewCodeAction}
      hidden={{ applicationId: application.id }}
      summary={t('renew')}
      submit={t('renewSubmit')}
      fields={[
        {
          name: 'how',
          kind: 'select',
          label: t('how'),
          required: true,
          options: identityChecks.map((value) => ({ value, label: t(`check.${value}`) })),
        },
        {
          name: 'checked',
          kind: 'textarea',
          label: t('checked'),
          hint: t('checkedHint'),
          required: true,
          rows: 2,
          maxLength: 1000,
        },
      ]}
    >
      <p className="measure mb-3 text-muted">{t('renewHint')}</p>
    </Act>
  );
}

/** Another relative goes on in the applicant's place. */
export async function PassOn({ view, application }: Props) {
  const t = await getTranslations('case.passOn');
  const family = await getTranslations('case.family');
  const kinship = await getTranslations('kinship');
  const language = await getTranslations('site.languages');
  return (
    <Act
      view={view}
      action={passOnAction}
      hidden={{ applicationId: application.id }}
      summary={t('summary')}
      submit={t('submit')}
      danger
      fields={[
        { name: 'applicantName', kind: 'text', label: t('name'), required: true, maxLength: 200, autocomplete: 'off' },
        {
          name: 'kinship',
          kind: 'select',
          label: t('kinship'),
          required: true,
          options: kinships.map((value) => ({ value, label: kinship(value) })),
        },
        { name: 'telephone', kind: 'tel', label: family('telephone'), maxLength: 40, autocomplete: 'off' },
        { name: 'email', kind: 'email', label: family('email'), maxLength: 254, autocomplete: 'off' },
        {
          name: 'postalAddress',
          kind: 'textarea',
          label: family('postalAddress'),
          rows: 2,
          maxLength: 500,
          autocomplete: 'off',
        },
        {
          name: 'language',
          kind: 'select',
          label: t('language'),
          required: true,
          value: application.language,
          options: locales.map((value) => ({ value, label: language(value) })),
        },
        {
          name: 'tellFirst',
          kind: 'select',
          label: t('tellFirst'),
          required: true,
          value: application.tellFirst,
          options: (['page', 'voice', 'letter'] as const).map((value) => ({ value, label: family(`tell.${value}`) })),
        },
        {
          name: 'reason',
          kind: 'textarea',
          label: t('reason'),
          hint: t('reasonHint'),
          required: true,
          rows: 2,
          maxLength: 1000,
        },
      ]}
    >
      <ul className="measure mb-3 list-disc pl-5 text-muted">
        {(['goes', 'stays', 'ends', 'code'] as const).map((name) => (
          <li key={name}>{t(`follows.${name}`)}</li>
        ))}
      </ul>
    </Act>
  );
}
