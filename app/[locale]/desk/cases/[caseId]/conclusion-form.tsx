import { getTranslations } from 'next-intl/server';
import { editConclusionAction, proposeConclusionAction } from '@/app/actions/desk';
import { burialPlaceList, burialPlacePage } from '@/domain/burials/queries';
import { burialKinds, burialPrecisions, fates, sensitiveFates } from '@/domain/cases/fates';
import { countryName } from '@/domain/countries';
import { DomainError } from '@/domain/result';
import { Act, seen } from './act';
import type { Conclusion } from './conclusion';
import type { View } from './view';

/** As many places as a list can show; the others are chosen on their own page. */
const mostPlaces = 300;

/** Proposes a conclusion, or changes the one that stands. */
export async function ConclusionForm({ view, proposal }: { view: View; proposal?: Conclusion }) {
  const t = await getTranslations('case.conclusion');
  const fate = await getTranslations('fate');
  const kind = await getTranslations('burialKind');
  const precision = await getTranslations('precision');
  const placeId = view.chosen.place || (proposal?.burialPlaceId ?? '');
  const resting = proposal?.restsOn.map(({ evidenceId }) => evidenceId) ?? [];
  const { evidence } = view.page;
  return (
    <Act
      view={view}
      action={proposal ? editConclusionAction : proposeConclusionAction}
      hidden={seen(view)}
      rewrites
      summary={t(proposal ? 'edit' : view.page.conclusions.length > 0 ? 'proposeNew' : 'propose')}
      submit={t(proposal ? 'editSubmit' : 'proposeSubmit')}
      open={view.chosen.place !== ''}
      fields={[
        {
          name: 'fate',
          kind: 'select',
          label: t('fate'),
          required: true,
          value: proposal?.fate ?? '',
          options: fates.map((value) => ({
            value,
            label: sensitiveFates.includes(value) ? `${fate(value)} (${t('sensitiveFate')})` : fate(value),
          })),
        },
        {
          name: 'fateDate',
          kind: 'date',
          label: t('fateDate'),
          hint: t('dateHint'),
          value: proposal?.fateDate ?? '',
          maxLength: 100,
        },
        {
          name: 'burialPlaceId',
          kind: 'select',
          label: t('place'),
          value: placeId,
          width: 'full',
          group: t('burial'),
          options: [{ value: '', label: t('noBurial') }, ...(await placeOptions(view, placeId))],
        },
        {
          name: 'burialKind',
          kind: 'select',
          label: t('kind'),
          value: proposal?.burialKind ?? '',
          group: t('burial'),
          options: burialKinds.map((value) => ({ value, label: kind(value) })),
        },
        {
          name: 'burialPrecision',
          kind: 'select',
          label: t('precision'),
          value: proposal?.burialPrecision ?? '',
          group: t('burial'),
          options: burialPrecisions.map((value) => ({ value, label: precision(value) })),
        },
        {
          name: 'evidenceIds',
          kind: 'checkboxes',
          label: t('restsOn'),
          required: true,
          value: (resting.length > 0 ? resting : evidence.length === 1 ? [evidence[0]?.id] : []).join(','),
          options: evidence.map(({ id, citation }) => ({ value: id, label: citation })),
        },
        {
          name: 'summary',
          kind: 'textarea',
          label: t('summary'),
          hint: t('summaryHint'),
          value: proposal?.summary ?? '',
          required: true,
          rows: 4,
          maxLength: 4000,
        },
      ]}
    >
      <p className="mb-2 text-muted">
        {t('newPlace')}{' '}
        <a href={`/${view.locale}/desk/burials/new?case=${view.caseId}`} className="target">
          {t('enterPlace')}
        </a>
      </p>
    </Act>
  );
}

async function placeOptions({ actor, locale }: View, chosen: string) {
  const { rows } = await burialPlaceList(actor, { limit: mostPlaces });
  const listed = rows.map((place) => ({
    value: place.id,
    label: [place.reportedName, place.reportedRegion, countryName(place.countryToday ?? place.reportedCountry, locale)]
      .filter(Boolean)
      .join(', '),
  }));
  if (!chosen || listed.some(({ value }) => value === chosen)) return listed;
  const place = await placeBy(actor, chosen);
  return place ? [{ value: place.id, label: `${place.reportedName}, ${place.reportedRegion}` }, ...listed] : listed;
}

/** A place named in the address may not exist. */
async function placeBy(actor: View['actor'], burialPlaceId: string) {
  try {
    return (await burialPlacePage(actor, { burialPlaceId })).place;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
