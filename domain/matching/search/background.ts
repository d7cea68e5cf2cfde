/**
 * How common names, years and places are before the index knows: so many imaginary records stand beside the real ones, so that
 * the first twenty-five cards do not make every name rare, and the first million drowns them out.
 */
import { baseOf } from '../sound/base';
import { soundOf } from '../sound/sound';

export const imagined = 5000;

/** Share of the imaginary records that have one particular name, as far as nothing more is known. */
const anyName = 2e-4;
const aYear = 1 / 34;
export const aRegion = 1 / 14;
export const aDistrict = 1 / 300;
export const aSettlement = 1 / 3000;

// Men born 1890 to 1927, in hundredths of all of a list from all over the Union; rounded estimates of our own.
const given =
  'Иван 9 Василий 6 Николай 6 Александр 5 Михаил 5 Алексей 4 Петр 4 Павел 3 Федор 3 Григорий 3 Дмитрий 3 Андрей 3 Степан 2 Сергей 2 Семен 2 Яков 2 Егор 2 Владимир 2 Константин 1 Илья 1 Ефим 1 Максим 1 Тимофей 1 Никита 1 Кузьма 1 Анатолий 1 Виктор 1 Ахмет 0.3 Мухамед 0.4 Ибрагим 0.3 Абдулла 0.3 Али 0.3 Умар 0.2 Касым 0.2 Хасан 0.2 Сулейман 0.2 Абдрахман 0.2 Жакып 0.2 Исмаил 0.2';
const surnames =
  'Иванов 0.8 Смирнов 0.5 Кузнецов 0.5 Попов 0.5 Васильев 0.4 Петров 0.4 Соколов 0.3 Михайлов 0.3 Новиков 0.3 Федоров 0.3 Морозов 0.3 Волков 0.3 Алексеев 0.2 Ахметов 0.1 Омаров 0.1 Абдрахманов 0.1';

const shares = { given: table(given, 'given'), surname: table(surnames, 'surname') };

function table(written: string, part: 'given' | 'surname'): ReadonlyMap<string, number> {
  const words = written.split(' ');
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at += 2)
    found.set(baseOf(soundOf(words[at] ?? ''), part), Number(words[at + 1]) / 100);
  return found;
}

/** Imaginary records with one of these names in a field (0 surname, 1 given name, 2 father's name). */
export function imaginedNames(bases: readonly string[], field: number): number {
  const known = field === 0 ? shares.surname : shares.given;
  return imagined * bases.reduce((most, base) => Math.max(most, known.get(base) ?? anyName), anyName);
}

/** Imaginary records of one year of birth. */
export const imaginedYear = (year: number): number =>
  year >= 1890 && year <= 1927 ? imagined * aYear : imagined * 1e-3;
