import { getTranslations } from 'next-intl/server';
import {
  confirmConclusionAction,
  markSensitiveAction,
  moveCaseAction,
  releaseConclusionAction,
  sendBackConclusionAction,
  setCountryTodayAction,
} from '@/app/actions/desk';
import { Notice } from '@/components/ui/notice';
import { sensitiveFates } from '@/domain/cases/fates';
import { countriesToday, countryName } from '@/domain/countries';
import { Act, Acts, seen } from './act';
import type { Conclusion } from './conclusion';
import { ConclusionForm } from './conclusion-form';
import type { View } from './view';

type Props = { view: View; proposal: Conclusion };

/** What can be done with a standing proposal, and why not, where it cannot. */
export async function ProposalActs(props: Props) {
  const { view, proposal } = props;
  const t = await getTranslations('case.conclusion');
  const isUnderReview = view.page.line.status === 'under-review';
  const isOwn = [proposal.proposedBy, proposal.lastEditedBy].includes(view.actor.staffId);
  const mayDecide = view.may('conclusion.decide');
  const lacksCountry = proposal.place !== null && proposal.place.countryToday === null;
  return (
    <>
      <SendToReview {...props} />
      {lacksCountry && <CountryToday {...props} />}
      {isUnderReview && mayDecide && isOwn && <Notice title={t('own')}>{t('ownText')}</Notice>}
      {isUnderReview && !mayDecide && <p className="my-3 text-muted">{t('waits')}</p>}
      <Acts>
        {isUnderReview && mayDecide && !isOwn && <Confirm {...props} />}
        {isUnderReview && mayDecide && <SendBack {...props} />}
        {view.may('conclusion.propose') && <ConclusionForm view={view} proposal={proposal} />}
        {view.may('conclusion.release') && <Sensitivity {...props} />}
      </Acts>
    </>
  );
}

/** The way to the second pair of eyes, where the pipeline has it. */
async function SendToReview({ view }: Props) {
  const t = await getTranslations('case');
  const errors = await getTranslations('errors');
  const move = view.page.moves.find(({ to }) => to === 'under-review');
  if (!move || !view.may('case.move')) return null;
  if (move.refusal) return <p className="my-3 text-muted">{errors(move.refusal)}</p>;
  const fields = move.back
    ? [
        {
          name: 'reason',
          kind: 'textarea' as const,
          label: t('steps.reason'),
          required: true,
          rows: 2,
          maxLength: 4000,
        },
      ]
    : [];
  return (
    <Act
      view={view}
      action={moveCaseAction}
      hidden={{ ...seen(view), to: 'under-review' }}
      submit={t('conclusion.sendToReview')}
      fields={fields}
    />
  );
}

async function CountryToday({ view, proposal: { place } }: Props) {
  const t = await getTranslations('case.conclusion');
  if (!place) return null;
  if (!view.may('burial-place.set-country')) return <p className="my-3 text-muted">{t('countryByManager')}</p>;
  return (
    <Notice tone="attention" title={t('countryTitle')}>
      <Act
        view={view}
        action={setCountryTodayAction}
        hidden={{ burialPlaceId: place.id, version: String(place.version) }}
        submit={t('countrySubmit')}
        fields={[
          {
            name: 'countryToday',
            kind: 'select',
            label: t('countryToday'),
            required: true,
            options: countriesToday.map((code) => ({ value: code, label: countryName(code, view.locale) })),
          },
          { name: 'regionOnly', kind: 'checkbox', label: t('regionOnly'), value: place.regionOnly ? 'on' : '' },
        ]}
      />
    </Notice>
  );
}

async function Confirm({ view, proposal }: Props) {
  const t = await getTranslations('case.conclusion');
  const lacksCountry =
    proposal.place !== null && proposal.place.countryToday === null && proposal.burialPrecision !== 'country';
  if (proposal.withheld || lacksCountry)
    return <p className="w-full py-2">{t(proposal.withheld ? 'confirmAfterRelease' : 'confirmAfterCountry')}</p>;
  return (
    <Act
      view={view}
      action={confirmConclusionAction}
      hidden={seen(view)}
      summary={t('confirm')}
      submit={t('confirmSubmit')}
      fields={[{ name: 'note', kind: 'text', label: t('confirmNote'), maxLength: 1000, width: 'full' }]}
    >
      <p className="mb-3 text-muted">{t('confirmHint')}</p>
    </Act>
  );
}

async function SendBack({ view }: Props) {
  const t = await getTranslations('case.conclusion');
  return (
    <Act
      view={view}
      action={sendBackConclusionAction}
      hidden={seen(view)}
      summary={t('sendBack')}
      submit={t('sendBackSubmit')}
      fields={[
        { name: 'reason', kind: 'textarea', label: t('sendBackReason'), required: true, rows: 3, maxLength: 4000 },
      ]}
    />
  );
}

/** A manager marks a conclusion as sensitive, takes the mark off, or lets the family be told. */
async function Sensitivity({ view, proposal }: Props) {
  const t = await getTranslations('case.conclusion');
  const isAlways = (sensitiveFates as readonly string[]).includes(proposal.fate);
  return (
    <>
      {proposal.withheld && (
        <Act
          view={view}
          action={releaseConclusionAction}
          hidden={seen(view)}
          summary={t('release')}
          submit={t('releaseSubmit')}
        >
          <p className="text-muted">{t('releaseHint')}</p>
        </Act>
      )}
      {!isAlways && (
        <Act
          view={view}
          action={markSensitiveAction}
          hidden={{ ...seen(view), sensitive: proposal.sensitive ? 'false' : 'true' }}
          summary={t(proposal.sensitive ? 'unmark' : 'mark')}
          submit={t(proposal.sensitive ? 'unmarkSubmit' : 'markSubmit')}
        >
          <p className="text-muted">{t('markHint')}</p>
        </Act>
      )}
    </>
  );
}
