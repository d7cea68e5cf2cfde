import { getTranslations } from 'next-intl/server';
import { revokeConclusionAction } from '@/app/actions/facts';
import { days } from '@/components/desk/days';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { Aftermath, LaterFinding, Revoked, ToldWrongly } from '@/domain/cases/aftermath';
import { Act, seen } from './act';
import { factWords } from './fact-words';
import type { View } from './view';

/** What came to light after the conclusion in force was confirmed: whoever reads it should know. */
export async function SinceConfirmed({ view, later }: { view: View; later: Aftermath['later'] }) {
  const t = await getTranslations('case.conclusion');
  const event = await getTranslations('event');
  const words = await factWords(view.locale);
  const { day } = await days();
  if (later.length === 0) return null;
  const about = ({ citation, fields }: LaterFinding) =>
    [citation, fields.map((field) => words.anyField(field)).join(', ')].filter(Boolean).join('; ');
  return (
    <Notice tone="attention" title={t('since')}>
      <ul>
        {later.map((finding) => (
          <li key={finding.seq}>
            {[event(finding.kind.replaceAll('.', '-') as never), about(finding)].filter(Boolean).join(': ')}
            <span className="minor text-muted"> · {t('byOn', { by: finding.by ?? '', day: day(finding.at) })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A manager takes back what was confirmed. */
export async function Revoke({ view, letters }: { view: View; letters: number }) {
  const t = await getTranslations('case.conclusion');
  return (
    <Act
      view={view}
      action={revokeConclusionAction}
      hidden={seen(view)}
      summary={t('revoke')}
      submit={t('revokeSubmit')}
      danger
      fields={[
        {
          name: 'reason',
          kind: 'textarea',
          label: t('revokeReason'),
          hint: t('revokeReasonHint'),
          required: true,
          rows: 3,
          maxLength: 4000,
        },
      ]}
    >
      <p className="measure mb-3 text-muted">{t('revokeHint', { n: letters })}</p>
    </Act>
  );
}

/** Why a conclusion was revoked, and which families were told of it: each must hear so. */
export async function RevokedNote({ view, revoked }: { view: View; revoked: Revoked }) {
  const t = await getTranslations('case.conclusion');
  const { day } = await days();
  const isOwed = revoked.told.some((letter) => letter.correctedAt === null && !letter.correcting);
  return (
    <Notice tone={isOwed ? 'attention' : 'info'} title={t('revoked')}>
      <p className="minor text-muted">{t('byOn', { by: revoked.by ?? '', day: day(revoked.at) })}</p>
      <p className="whitespace-pre-line">{revoked.reason}</p>
      {revoked.told.length > 0 && (
        <>
          <p className="mt-3 font-semibold">{t('told', { n: revoked.told.length })}</p>
          <ul>
            {revoked.told.map((letter) => (
              <li key={letter.letterId} className="mt-1 flex flex-wrap items-baseline gap-x-3">
                <Told view={view} letter={letter} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

async function Told({ view, letter }: { view: View; letter: ToldWrongly }) {
  const t = await getTranslations('case.conclusion');
  const kind = await getTranslations('letterKind');
  const { day } = await days();
  const { number, applicant, settledAt, correctedAt, correcting } = letter;
  const name = [kind(letter.kind as never), number && `№ ${number}`, applicant ?? '', settledAt ? day(settledAt) : ''];
  return (
    <>
      <a href={`/${view.locale}/desk/letters/${letter.letterId}`}>{name.filter(Boolean).join(', ')}</a>
      {correctedAt ? (
        <Tag tone="good">{t('correctedOn', { day: day(correctedAt) })}</Tag>
      ) : (
        <Tag tone="attention">{t(correcting ? 'correcting' : 'toCorrect')}</Tag>
      )}
    </>
  );
}
