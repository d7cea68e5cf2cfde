import { getFormatter, getTranslations } from 'next-intl/server';
import type { CountryLocale } from '@/domain/countries';
import { drawMap } from '@/domain/map/draw';
import { MapPicture } from './map-picture';
import { stillWords } from './place-map';

export type JourneyStage = { name: string; latitude: number; longitude: number; approximate?: boolean };

/** The stages of a trip in their order, joined by a line; the list beside it says the same in words. */
export async function JourneyMap({ stages }: { locale: CountryLocale; stages: readonly JourneyStage[] }) {
  const t = await getTranslations('map');
  const format = await getFormatter();
  if (stages.length === 0) return null;
  const drawing = drawMap({
    points: stages.map(({ approximate = false, ...stage }, index) => ({
      ...stage,
      id: String(index),
      approximate,
      name: t('journey.stage', { n: index + 1, name: stage.name }),
      soldiers: 0,
    })),
    journey: stages,
    size: { width: 720, height: 460 },
    namePlaces: true,
  });
  return (
    <figure>
      <div role="img" aria-label={t('journey.label')} className="map-frame map-still">
        <MapPicture drawing={drawing} words={stillWords(format.number)} />
      </div>
      <figcaption className="minor mt-[0.5em] text-muted">{t('legend.source')}</figcaption>
    </figure>
  );
}
