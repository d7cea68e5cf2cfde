import { JourneyMap } from '@/components/map/journey-map';
import { Timeline } from '@/components/ui/timeline';
import type { Journey } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';
import { journeyWords, mapStages } from './journey-words';

/** The stages of a trip day by day, and their way on the map. */
export async function JourneyStages({
  stages,
  locale,
  label,
}: {
  stages: Journey['stages'];
  locale: Locale;
  label: string;
}) {
  const words = await journeyWords(locale);
  return (
    <>
      <Timeline
        label={label}
        items={stages.map((stage) => ({
          key: stage.stageId,
          date: words.day(stage.day),
          dateTime: stage.day,
          title: stage.place ? words.place(stage.place) : inLanguage(stage.programme, locale),
          body: stage.place && inLanguage(stage.programme, locale),
        }))}
      />
      {mapStages(stages, locale).length > 0 && (
        <div className="mt-[1.25em]">
          <JourneyMap locale={locale} stages={mapStages(stages, locale)} />
        </div>
      )}
    </>
  );
}
