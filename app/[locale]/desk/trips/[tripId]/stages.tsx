import { getTranslations } from 'next-intl/server';
import { addStageAction, changeStageAction, removeStageAction } from '@/app/actions/journeys';
import { days } from '@/components/desk/days';
import { hidden } from '@/components/desk/journey-acts';
import { type PlaceChoice, stageFields } from '@/components/desk/journey-fields';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import { JourneyMap } from '@/components/map/journey-map';
import { journeyWords, mapStages } from '@/components/site/journey-words';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { TripPage } from '@/domain/community/journey-queries';
import { inLanguage } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';

/** The stages day by day, on the map, and the forms that change them. */
export async function Stages({
  page,
  places,
  mayWrite,
  locale,
}: {
  page: TripPage;
  places: readonly PlaceChoice[];
  mayWrite: boolean;
  locale: Locale;
}) {
  const { journey, buried } = page;
  const t = await getTranslations('journey');
  const words = await journeyWords(locale);
  const { ofDay } = await days();
  const stated = { tripId: journey.id, version: String(journey.version) };
  const onMap = mapStages(journey.stages, locale);
  return (
    <Section title={t('stages.title')} id="stages">
      {journey.stages.length === 0 && <p className="text-muted">{t('stages.none')}</p>}
      <div className={onMap.length > 0 ? 'grid gap-x-10 gap-y-4 lg:grid-cols-2' : ''}>
        <ol>
          {journey.stages.map((stage) => (
            <li key={stage.stageId} className="border-line border-t py-[0.6em] first:border-t-0 first:pt-0">
              <p>
                <span className="figures-aligned text-muted">{ofDay(stage.day)}</span>{' '}
                {stage.place && (
                  <>
                    <a href={`/${locale}/desk/burials/${stage.place.burialPlaceId}`}>{words.place(stage.place)}</a>
                    <span className="text-muted">
                      {' '}
                      ({t('stages.soldiers', { n: buried.get(stage.place.burialPlaceId) ?? 0 })})
                    </span>
                  </>
                )}
              </p>
              {inLanguage(stage.programme, locale) && (
                <p className="whitespace-pre-line">{inLanguage(stage.programme, locale)}</p>
              )}
              {mayWrite && (
                <Disclosure summary={t('stages.change')}>
                  <StageForm
                    places={places}
                    locale={locale}
                    stated={{ ...stated, stageId: stage.stageId }}
                    stage={{
                      day: stage.day,
                      burialPlaceId: stage.place?.burialPlaceId ?? '',
                      programme: stage.programme,
                    }}
                  />
                  <div className="mt-3">
                    <QuickAct
                      action={removeStageAction}
                      stated={{ ...stated, stageId: stage.stageId }}
                      label={t('stages.remove')}
                      about={ofDay(stage.day)}
                    />
                  </div>
                </Disclosure>
              )}
            </li>
          ))}
        </ol>
        {onMap.length > 0 && <JourneyMap locale={locale} stages={onMap} />}
      </div>
      {mayWrite && (
        <Disclosure summary={t('stages.add')} open={journey.stages.length === 0}>
          <StageForm
            places={places}
            locale={locale}
            stated={stated}
            stage={{ day: journey.stages.at(-1)?.day ?? journey.startsOn, burialPlaceId: '' }}
          />
        </Disclosure>
      )}
    </Section>
  );
}

async function StageForm(props: {
  places: readonly PlaceChoice[];
  locale: Locale;
  stated: Readonly<Record<string, string>>;
  stage: Parameters<typeof stageFields>[2];
}) {
  const { places, locale, stated, stage } = props;
  const t = await getTranslations('journey');
  return (
    <ActionForm
      key={stated.version}
      action={stated.stageId ? changeStageAction : addStageAction}
      token={crypto.randomUUID()}
      compact
      fields={[...hidden(stated), ...(await stageFields(places, locale, stage))]}
      submit={t(stated.stageId ? 'stages.save' : 'stages.submit')}
      texts={await formTexts()}
    />
  );
}
