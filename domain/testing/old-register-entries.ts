/** The rows of the made-up old register, and the thirty mistakes in them. */

import type { TakeoverField } from '../takeover/columns';
import type { ProblemCode } from '../takeover/problems';
import type { Cell } from '../workbook';

type Cells = Partial<Record<TakeoverField, Cell>>;
export type Entry = {
  at: number;
  year: string;
  cells: Cells;
  /** One cell with the row before: another relative of the same man. */
  sharesSoldier: boolean;
  wrong: Wrong[];
};
type Wrong = { code: ProblemCode; field: TakeoverField | null; fix: Partial<Record<TakeoverField, string>> };

export const mistakesOf = (entry: Entry): Wrong[] => entry.wrong;

const surnames =
  'Ахметов Оспанов Серіков Жұмабаев Қасымов Нұрғалиев Әбенов Тілеуов Байжанов Сүлейменов Иванов Петренко Ким Искаков Дүйсенов Мұқанов Есімов Рахимов Сатпаев Төлегенов Шәріпов Ыбыраев Яценко'.split(
    ' ',
  );
const given =
  'Қасым Болат Сәкен Ғалым Өмір Ұлан Үсен Ілияс Мәжит Ораз Иван Пётр Ахат Темір Жақып Кенже Сейіт Тұрар Хамит'.split(
    ' ',
  );
const fathers =
  'Ахметұлы Болатұлы Сейітұлы Қанатұлы Омарұлы Жақыпұлы Нұрланұлы Иванович Петрович Әлиұлы Мұратұлы Серікұлы Тұрарұлы Хамитұлы Ерланұлы Маратұлы Ғабитұлы'.split(
    ' ',
  );
const families = 'Айгүл Дана Серік Ержан Марат Гүлнар Светлана Олег Бақыт Назым Қайрат'.split(' ');

/** Where they lie, as a museum named the places in January 2020. */
const graves: readonly [number, string, kk: string, ru: string][] = [
  [14, 'Ростовская область, Матвеево-Курганский район', 'Ресей', 'Россия'],
  [8, 'Орловская область, д. Малая Осинка', 'Ресей Федерациясы', 'РФ'],
  [8, 'Ульяновская область', 'Ресей', 'Российская Федерация'],
  [5, 'Карело-Финская ССР', 'Ресей', 'Россия'],
  [3, 'Петровский район', 'Ресей', 'Россия'],
  [4, 'д. Мике-Перч, западная окраина', 'Мажарстан', 'Венгрия'],
  [2, 'Карсавский уезд', 'Латвия', 'Латвия'],
  [2, 'Бранденбург, д. Ной-Левин, братская могила', 'Германия', 'Германия'],
  [1, 'Мазовецкое воеводство', 'Польша', 'Польша'],
  [1, 'Полесская область', 'Беларусь', 'Белоруссия'],
];

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <Value>(list: readonly Value[], at: number): Value => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
};

const total = 556;
/** Every eleventh row, from the sixth on, 48 in all, says where he lies. */
const buried = Array.from({ length: 48 }, (_, n) => 6 + n * 11);
const pairs = new Set([20, 90, 151, 300, 401, 500]);

export function entries(seed: number): Entry[] {
  const random = randomOf(seed);
  const places = graves.flatMap(([times, place, kk, ru]) => Array.from({ length: times }, () => ({ place, kk, ru })));
  const all = Array.from({ length: total }, (_, at) => entryOf(at, random));
  for (const [n, at] of buried.entries()) {
    const entry = pick(all, at);
    const { place, kk, ru } = pick(places, n);
    Object.assign(entry.cells, {
      state: at < 280 ? 'Жерленген жері анықталды' : 'Место захоронения установлено',
      fate: at < 280 ? 'қаза тапқан' : 'погиб',
      burialPlace: place,
      burialCountry: at < 280 ? kk : ru,
      citation: `ЦАМО, ф. 58, оп. 18003, д. ${300 + n}`,
      resultOn: dayCell(`${Number(entry.year)}-12-${String(10 + (n % 19)).padStart(2, '0')}`, n % 3, at < 280),
    } satisfies Cells);
  }
  spoil(all);
  return all;
}

function entryOf(at: number, random: () => number): Entry {
  const isKazakh = at < 280;
  const year = String(2012 + Math.floor((at * 8) / total));
  const day = `${year}-${String(1 + Math.floor(random() * 11)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const [surname, name, father] = [pick(surnames, at), pick(given, at * 7), pick(fathers, at * 11)];
  const born = 1893 + ((at * 13) % 33);
  const lost = random() < 0.4;
  const cells: Cells = {
    number: at + 1,
    receivedOn: dayCell(day, at % 3, isKazakh),
    channel: pick(isKazakh ? ['пошта', 'телефон', 'өзі келді'] : ['почта', 'по телефону', 'лично', 'эл. почта'], at),
    surname,
    givenName: name,
    patronymic: father,
    fullName: `${surname} ${name} ${father}`,
    birth: pick([born, `__.__.${born}`, isKazakh ? `${born} жылы` : `${born} г.`], Math.floor(random() * 3)),
    birthPlace: pick(['Ақмола облысы', 'Акмолинская обл., с. Алексеевка', 'Семей', 'Гурьев'], at),
    draftPlace: pick(['Алматы ҚӘК', 'Акмолинский РВК', 'Павлодарский ГВК'], at * 3),
    applicantName: `${surname}${isKazakh ? 'тің ұрпағы' : ''} ${pick(families, at)} ${at + 1}-ші`
      .replace(/\d/g, '')
      .replace(' -ші', ''),
    kinship: pick(
      isKazakh ? ['немересі', 'ұлы', 'қызы', 'шөбересі', 'жиені'] : ['внук', 'дочь', 'правнучка', 'племянник'],
      at,
    ),
    telephone: `+7 700 ${String(1_000_000 + at * 37).slice(0, 3)} ${String(10 + (at % 90))} ${String(10 + (at % 89))}`,
    email: at % 4 === 0 && !isKazakh ? `relative${at}@example.invalid` : null,
    postalAddress: isKazakh ? `Астана қ., Тың көшесі, ${at + 1}` : `г. Павлодар, ул. Степная, ${at + 1}`,
    state: isKazakh
      ? pick(['Іздестіріліп жатыр', 'Мәлімет табылмады', 'Сұрау салу жіберілді'], at)
      : pick(['В работе', 'Не найден', 'Ожидаем ответа ЦАМО'], at),
    fate: lost ? (isKazakh ? 'хабарсыз кеткен' : 'пропал без вести') : null,
    fateDate: lost && !isKazakh ? `__.0${1 + (at % 9)}.1942` : null,
    remark: at % 17 === 0 ? (isKazakh ? 'Құжаттары көк папкада' : 'Папка № 3') : null,
  };
  return { at, year, cells, sharesSoldier: pairs.has(at), wrong: [] };
}

const months = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** One day in one of three hands: a date of the spreadsheet, figures with dots, words. */
function dayCell(day: string, hand: number, isKazakh: boolean): Cell {
  const [year = '', month = '', date = ''] = day.split('-');
  if (hand === 0) return { day };
  if (hand === 1) return `${date}.${month}.${year}`;
  const name = pick(isKazakh ? months.kk : months.ru, Number(month) - 1);
  return isKazakh ? `${year} жылғы ${Number(date)} ${name}` : `${Number(date)} ${name} ${year} г.`;
}

/** Puts each mistake into a row of its own, away from the pairs. */
function spoil(all: Entry[]): void {
  const put = (at: number, code: ProblemCode, field: TakeoverField | null, cells: Cells, own?: Wrong['fix']) => {
    const entry = pick(all, at);
    const fix =
      own ?? Object.fromEntries(Object.keys(cells).map((name) => [name, textOf(entry.cells[name as TakeoverField])]));
    Object.assign(entry.cells, cells);
    entry.wrong.push({ code, field, fix });
  };
  const grave = (n: number) => pick(buried, n);
  put(1, 'date-impossible', 'birth', { birth: '31.02.1912' });
  put(3, 'date-out-of-range', 'birth', { birth: 1812 });
  put(8, 'day-in-future', 'receivedOn', { receivedOn: '12.05.2145' });
  put(10, 'day-not-exact', 'receivedOn', { receivedOn: 2012 });
  put(12, 'date-unreadable', 'receivedOn', { receivedOn: 'наурыздан кейін келді' });
  put(14, 'no-receipt-day', 'receivedOn', { receivedOn: null });
  put(16, 'two-names', 'surname', { surname: 'Ахметов, Оспанов' });
  put(18, 'digits-in-name', 'givenName', { givenName: 'Болат2' });
  put(22, 'no-name', 'surname', { surname: null, givenName: null, patronymic: null });
  put(24, 'no-applicant', 'applicantName', { applicantName: null });
  put(26, 'wrong-telephone', 'telephone', { telephone: '8-70' });
  put(30, 'reference-twice', 'number', { number: 5 });
  const twin = pick(all, 31).cells;
  put(32, 'duplicate-row', null, {
    surname: twin.surname ?? null,
    givenName: twin.givenName ?? null,
    patronymic: twin.patronymic ?? null,
    birth: twin.birth ?? null,
    applicantName: twin.applicantName ?? null,
  });
  put(grave(0), 'unknown-country', 'burialCountry', { burialCountry: 'Атлантида' });
  put(grave(1), 'no-country', 'burialCountry', { burialPlace: 'Ростовская область, х. Степной', burialCountry: null });
  put(grave(2), 'former-country', 'burialCountry', { burialCountry: 'КСРО' });
  put(34, 'unknown-state', 'state', { state: 'көк папкада' });
  put(36, 'unknown-fate', 'fate', { fate: 'соғыста' });
  put(38, 'cell-error', 'birthPlace', { birthPlace: '#REF!' });
  put(grave(4), 'result-before-receipt', 'resultOn', { resultOn: '01.02.2001' });
  put(282, 'two-names', 'fullName', { fullName: 'Иванов Пётр и Иванов Павел' });
  put(284, 'wrong-email', 'email', { email: 'aigul@mail' });
  put(286, 'result-without-place', 'burialPlace', { state: 'Место захоронения установлено' }, { state: 'В работе' });
  put(grave(40), 'state-contradicts', 'state', { state: 'В работе' });
  put(288, 'informed-before-receipt', 'informedOn', { informedOn: '05.05.2009' });
  put(290, 'broken-characters', 'birthPlace', { birthPlace: 'Акмолинск\ufffd\ufffd обл.' });
  put(292, 'date-impossible', 'receivedOn', { receivedOn: '31.04.2017' });
  put(294, 'too-young', 'fateDate', { fateDate: '12.05.1941', birth: '15.06.1930' }, { birth: '15.06.1910' });
  put(296, 'too-long', 'postalAddress', { postalAddress: 'ул. Степная, '.repeat(50) });
  put(298, 'result-without-fate', 'fate', { state: 'Установлен', fate: null }, { state: 'В работе' });
}

/** A cell as a person would type it. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' && 'day' in cell ? cell.day : String(typeof cell === 'object' ? cell.share : cell);
}
