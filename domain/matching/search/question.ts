/** A man as a question to the index: what his names sound like, how rare they are, when and where he was born. */

import { type Kin, readKin } from '../../archive/normalising/kin';
import { readUnit, unitKey } from '../../archive/normalising/unit';
import { readDate } from '../../partial-date';
import type { Gazetteer } from '../../places/gazetteer';
import { yearOf } from '../facts';
import { yearOfCode } from '../index/compact-row';
import { nameParts } from '../name-parts';
import { fullName, type NameSound, nameSounds } from '../name-sound';
import type { Person } from '../person';
import { type PlaceFacts, type PlaceName, placeFacts } from '../place-sound';
import type { NamePart } from '../sound/base';
import { likeness } from '../sound/distance';
import { shortFormsOf } from '../sound/short-forms';
import type { IndexView } from './index-view';
import type { RelatedRegions } from './related-regions';
import { partialIds, type SimilarNames, similarNames } from './similar-names';

export const partNames = ['surname', 'given', 'patronymic'] as const satisfies readonly NamePart[];

export type AskedName = {
  written: string;
  sounds: NameSound[];
  /** null where only a beginning or an end is known. */
  similar: SimilarNames | null;
  /** Compact ids of unfinished spellings that agree, with the letters they say. */
  partial: Map<number, number>;
};

export type Question = {
  person: Person;
  names: (AskedName | null)[];
  /** Surname and father's name have one root: as evidence they count less together. */
  oneRoot: boolean;
  /** Year of birth, 0 unknown. */
  year: number;
  birth: ReturnType<typeof readDate>;
  place: PlaceFacts;
  /** Codes of regions that are no contradiction to the place's own. */
  related: ReadonlySet<number>;
  drafted: PlaceFacts;
  units: string[];
  kin: Kin[];
};

export type SimilarPlaces = { ids: (readonly [id: number, likeness: number])[]; records: number };

export type Asking = {
  view: IndexView;
  gazetteer: Gazetteer;
  related: RelatedRegions;
  /** Sounds by which a place may stand in records: its own, and those of all its names where it is known. */
  placeNames(place: PlaceName): readonly string[];
  /** Other sounds a base is known to go by. */
  aliases: ReadonlyMap<string, readonly string[]>;
  remembered: Map<string, SimilarNames>;
  /** The same for names of places: compact ids with their likeness, and how many records have them. */
  similarPlaceNames: Map<string, SimilarPlaces>;
};

const none: ReadonlySet<number> = new Set();
const mostRemembered = 500;

export function questionOf(person: Person, asking: Asking): Question {
  const written = nameParts(person);
  const others = otherNames(person.otherSpellings);
  const names = (['surname', 'givenName', 'patronymic'] as const).map((field, at) =>
    askedName(
      written[field],
      others.map((one) => one[field]),
      partNames[at] as NamePart,
      asking,
    ),
  );
  const [surname, , patronymic] = names;
  const birth = readDate(person.birth);
  const place = placeFacts(asking.gazetteer, person.birthPlace || person.residence);
  return {
    person,
    names,
    oneRoot: Boolean(
      surname?.similar &&
        patronymic?.similar &&
        likeness(surname.similar.bases[0] ?? '', patronymic.similar.bases[0] ?? '') > 0.85,
    ),
    year: yearOfCode(yearOf(person.birth)),
    birth,
    place,
    related: asking.related.get(place.region) ?? none,
    drafted: placeFacts(asking.gazetteer, person.draftPlace),
    units: readUnit(person.unit).map(unitKey),
    kin: readKin(person.kin),
  };
}

function askedName(written: string, others: string[], part: NamePart, asking: Asking): AskedName | null {
  const sounds = [written, ...others].flatMap((one) => nameSounds(one, part));
  if (sounds.length === 0) return null;
  const full = unique(sounds.filter(({ kind }) => kind === 'full')).slice(0, 8);
  const partial = new Map<number, number>();
  for (const sound of sounds)
    if (sound.kind === 'full')
      for (const { id, letters } of partialIds(sound.base, sound.base)) partial.set(id, letters);
    else partial.set(sound.id, sound.base.length);
  return {
    written: written || (others.find(Boolean) ?? ''),
    sounds,
    similar: full.length > 0 ? similarTo(full, asking) : null,
    partial,
  };
}

const unique = (sounds: NameSound[]): NameSound[] => [...new Map(sounds.map((sound) => [sound.base, sound])).values()];

function similarTo(full: NameSound[], { view, aliases, remembered }: Asking): SimilarNames {
  const key = full.map(({ base }) => base).join(' ');
  const known = remembered.get(key);
  if (known) return known;
  const withAliases = unique([
    ...full,
    ...full.flatMap(({ base }) => (aliases.get(base) ?? []).map(fullName)),
    ...full.flatMap(({ base }) => shortFormsOf(base).map(fullName)),
  ]);
  const similar = similarNames(view, withAliases);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, similar);
  return similar;
}

/** Other spellings as typed: whole names or single surnames, one after the other. */
function otherNames(text: string): { surname: string; givenName: string; patronymic: string }[] {
  return text
    .split(/[,;\n/]+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 6)
    .map((one) => nameParts({ surname: one, givenName: '', patronymic: '' }));
}
