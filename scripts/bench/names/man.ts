/** One man as he truly was: names, year and place. The same seed and number give the same man. */
import { type Chance, Draw } from './chance';
import { type Name, patronymicRu, type SurnameForm, surnameOf } from './forms';
import { aulFirst, aulSecond, collectiveFarms, type Oblast, oblasts, russianVillages } from './lists/places';
import type { NameLists } from './name-lists';

export type Man = {
  people: 'kazakh' | 'slav' | 'german' | 'tatar' | 'korean' | 'uighur' | 'polish';
  /** The name the surname is made of. */
  stem: Name;
  form: SurnameForm;
  surname: Name;
  given: Name;
  /** Not every man had one in the papers. */
  father: Name | null;
  patronymic: Name | null;
  birthYear: number;
  place: Place;
};

export type Place = { oblast: Oblast; raion: string; settlement: string };

const years = new Draw<number>(
  Array.from({ length: 38 }, (_, i) => {
    const year = 1890 + i;
    return [year, year < 1905 ? 1 + (year - 1890) / 5 : year <= 1923 ? 7 : 4 - (year - 1924)];
  }),
);
const oblastDraw = new Draw<Oblast>(oblasts.map((oblast) => [oblast, oblast.weight]));

/** Draws a man; whatever `chance` gives next is his alone. */
export function drawMan(chance: Chance, lists: NameLists): Man {
  const sort = chance.next();
  const birthYear = years.by(chance);
  const home = place(chance, sort < 0.55);
  if (sort < 0.55) return kazakh(chance, lists, birthYear, home);
  return sort < 0.9 ? slav(chance, lists, birthYear, home) : other(chance, lists, birthYear, home);
}

function kazakh(chance: Chance, lists: NameLists, birthYear: number, home: Place): Man {
  const given = lists.kazakh.by(chance);
  const father = lists.kazakh.by(chance);
  const way = chance.next();
  const formWay = chance.next();
  // A father's name made the surname about as often as a grandfather's.
  const own = way > 0.85 ? lists.kazakhSurnames?.by(chance) : undefined;
  const stem = own ?? (way < 0.3 ? father : lists.kazakh.by(chance));
  const form: SurnameForm = own ? 'own' : formWay < 0.86 ? 'ov' : formWay < 0.93 ? 'uly' : 'bare';
  const surname = surnameOf(stem, form);
  const known = !chance.is(0.12);
  const patronymic = known ? { kk: `${father.kk}ұлы`, ru: patronymicRu(father.ru) } : null;
  return {
    people: 'kazakh',
    stem,
    form,
    surname,
    given,
    father: known ? father : null,
    patronymic,
    birthYear,
    place: home,
  };
}

function slav(chance: Chance, lists: NameLists, birthYear: number, home: Place): Man {
  const surname = lists.slavSurnames.by(chance);
  const father = lists.slavFathers.by(chance);
  const patronymic = patronymicRu(father.ru);
  return {
    people: 'slav',
    stem: surname,
    form: 'own',
    surname,
    given: lists.slavGiven.by(chance),
    father,
    patronymic: { kk: patronymic, ru: patronymic },
    birthYear,
    place: home,
  };
}

function other(chance: Chance, lists: NameLists, birthYear: number, home: Place): Man {
  const people = lists.others.by(chance);
  const surname = people.surnameNames.by(chance);
  const father = chance.is(people.withFather) ? people.givenNames.by(chance) : null;
  const patronymic = father && patronymicRu(father.ru);
  return {
    people: people.key,
    stem: surname,
    form: 'own',
    surname,
    given: people.givenNames.by(chance),
    father,
    patronymic: patronymic === null ? null : { kk: patronymic, ru: patronymic },
    birthYear,
    place: home,
  };
}

function place(chance: Chance, isKazakh: boolean): Place {
  const oblast = oblastDraw.by(chance);
  return { oblast, raion: chance.pick(oblast.raions), settlement: settlement(chance, isKazakh) };
}

/** Auls had names, numbers or only the collective farm's; the tail is as long as the map. */
function settlement(chance: Chance, isKazakh: boolean): string {
  const way = chance.next();
  if (!isKazakh && way < 0.75) return `с. ${chance.pick(russianVillages)}`;
  if (way < 0.25) return `аул № ${chance.int(1, 30)}`;
  if (way < 0.45) return `к-з ${chance.pick(collectiveFarms)}`;
  return `аул ${chance.pick(aulFirst)}${chance.pick(aulSecond)}`;
}
