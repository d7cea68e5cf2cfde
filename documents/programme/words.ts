/** Words of programmes and calendars: a place, a stage, an hour, in the reader's language. */

import type { Journey, JourneyPlace, JourneyStage } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { countryName } from '@/domain/countries';
import { type DocumentLanguage, datesOf, wordsOf } from '../words';

export type JourneyLanguage = DocumentLanguage;

export function journeyWords(language: JourneyLanguage) {
  const t = wordsOf(language, 'journeys');
  const dates = datesOf(language);
  const day = (value: string) => dates.day(Date.parse(`${value}T07:00:00Z`));
  const placeText = ({ name, region, country }: JourneyPlace): string => {
    const parts = [
      name ? inLanguage(name, language) : '',
      inLanguage(region, language),
      country ? countryName(country, language) : '',
    ];
    return [...new Set(parts)].filter(Boolean).join(', ');
  };
  return {
    t,
    day,
    meeting: t('meeting'),
    placeText,
    /** Where a ceremony is held, or the places of a trip. */
    where: ({ place, country, stages }: Pick<Journey, 'place' | 'country' | 'stages'>): string =>
      place
        ? [inLanguage(place, language), country && countryName(country, language)].filter(Boolean).join(', ')
        : [...new Set(stages.flatMap((stage) => (stage.place ? [placeText(stage.place)] : [])))].join('; '),
    stage: (stage: JourneyStage): string =>
      [
        `${day(stage.day)}:`,
        [stage.place && placeText(stage.place), inLanguage(stage.programme, language)].filter(Boolean).join('. '),
      ].join(' '),
    days: ({ startsOn, endsOn, time }: Pick<Journey, 'startsOn' | 'endsOn' | 'time'>): string =>
      startsOn === endsOn ? [day(startsOn), time].filter(Boolean).join(', ') : `${day(startsOn)} – ${day(endsOn)}`,
  };
}
