/** Words of the old register for things that have a fixed list here, in Kazakh and Russian (and English). Pure. */
import type { Channel, Language } from '@/db/schema';
import type { Fate } from '../cases/fates';
import type { Status } from '../cases/pipeline';
import { type CountryLocale, countriesReported, countriesToday, countryName } from '../countries';
import { fold } from '../names';

type Signs<Value> = readonly (readonly [RegExp, Value])[];

/** The sign over folded text: its own letters folded the same way. */
export const folded = (sign: RegExp): RegExp =>
  new RegExp([...sign.source].map((letter) => fold(letter) || letter).join(''));

function reader<Value>(signs: Signs<Value>): (written: string) => Value | null {
  const known = signs.map(([sign, value]) => [folded(sign), value] as const);
  return (written) => known.find(([sign]) => sign.test(fold(written)))?.[1] ?? null;
}

/** Each answers null for words it does not know. */
export const readChannel = reader<Channel>([
  [/сайт|web|онлайн|интернет/, 'web'],
  [/эл(ектрон)?.*(почт|пошт)|e ?mail/, 'email'],
  [/почт|пошта|письм|хат|post|mail|letter/, 'post'],
  [/тел|звон|коңырау|phone/, 'telephone'],
  [/лично|приём|кабылда|өзі|visit|in person/, 'visit'],
]);

export const readLanguage = reader<Language>([
  [/^(каз|kk|kz|kaz)/, 'kk'],
  [/^(рус|орыс|ru)/, 'ru'],
  [/^(англ|агыл|en)/, 'en'],
]);

export const readKinship = reader<string>([
  [/прав?нук|правнуч|шобере|great grand/, 'great-grandchild'],
  [/внук|внуч|немере|жиен немере|grand/, 'grandchild'],
  [/племян|жиен|niece|nephew/, 'nephew-niece'],
  [/дочь|кызы|^кыз$|daughter/, 'daughter'],
  [/сын|улы|^ул$|^son/, 'son'],
  [/жена|супруг|вдова|айели|жубайы|зайыбы|wife|widow|spouse/, 'spouse'],
  [/брат|сестр|бауыр|карындас|синли|агасы|иниси|апасы|апкеси|sister|brother|sibling/, 'sibling'],
  [/не родств|туыс емес|not a rel|поискови|краевед|мектеп|школа/, 'not-a-relative'],
  [/родств|туыс|relative/, 'other-relative'],
]);

/** How far the search had come. What the words mean here stands in the pipeline. */
export const readState = reader<Status>([
  [/отозв|кайтарып алды|withdrawn/, 'withdrawn'],
  [/закрыт|заверш|аякталды|жабылды|closed/, 'closed'],
  [
    /(семь|заявител|родств).*(извещ|сообщ|ответ)|отбасы.*хабар|хабардар|жауап берилди|ответ дан|informed/,
    'family-informed',
  ],
  [/переслан|перенаправ|передан|жолданды|forwarded/, 'forwarded'],
  [/ожид|ждем|запрос|кутил|сурау|waiting|awaiting/, 'awaiting-reply'],
  [/не найден|не установлен|сведений нет|нет сведений|табылмады|аныкталмады|малимет жок|not found|nothing/, 'on-watch'],
  [
    /(место )?захорон.*(установ|найден)|жерленген жери.*(аныкт|табыл)|burial (place )?(established|found)/,
    'burial-established',
  ],
  [/установлен|найден|аныкталды|табылды|established|found/, 'fate-established'],
  [/в работе|ведется|розыск|издестири|издеу|журип жатыр|жумыста|in progress|search/, 'searching'],
  [/провер|тексер|check/, 'checking'],
  [/нов|принят|поступ|жана|кабылданды|тиркелди|new|received/, 'received'],
]);

export const readFate = reader<Fate>([
  [/расстрел|атылган|атылды|executed/, 'executed'],
  [/дезерт|перебежч|кашып кет|desert/, 'deserted'],
  [/осужд|сотталган|condemned|convict/, 'condemned'],
  [
    /(умер|погиб|скончал|каза|кайтыс|олген|died).*(плен|туткын|captiv)|(плен|туткын).*(умер|погиб|каза|кайтыс|олген)/,
    'died-in-captivity',
  ],
  [/(от|of) ран|жарадан|жаракаттан|wound/, 'died-of-wounds'],
  [/болезн|аурудан|illness|disease/, 'died-of-illness'],
  [/без вести|хабар ?сыз|хабар ошар|missing/, 'missing'],
  [/плен|туткын|captur|prisoner/, 'captured'],
  [/убит|погиб|пал в бою|каза тап|каза болды|killed/, 'killed'],
  [/вернул|жив|выжил|аман|оралды|оралган|surviv/, 'survived'],
  [/умер|скончал|кайтыс|олди|died/, 'died'],
  [/неизвест|белгисиз|unknown/, 'unknown'],
]);

export const readBurialKind = reader<'primary' | 'reburial'>([
  [/пере|кайта|reburial/, 'reburial'],
  [/первич|алгашк|primary|первонач/, 'primary'],
]);

/** Common names beside those of the tables. */
const otherNames: readonly (readonly [string, string])[] = [
  ['рф', 'RU'],
  ['россия', 'RU'],
  ['российская федерация', 'RU'],
  ['ресей федерациясы', 'RU'],
  ['russian federation', 'RU'],
  ['белоруссия', 'BY'],
  ['республика беларусь', 'BY'],
  ['фрг', 'DE'],
  ['латвийская республика', 'LV'],
  ['венгрия республикасы', 'HU'],
  ['венгрия', 'HU'],
  ['мажарстан', 'HU'],
  ['молдавия', 'MD'],
  ['рк', 'KZ'],
  ['советский союз', 'SU'],
  ['кенес одагы', 'SU'],
  ['soviet union', 'SU'],
  ['ussr', 'SU'],
  ['гдр', 'DD'],
];

let countries: ReadonlyMap<string, string> | undefined;

/** The ISO code of a country by its name in any of the three languages, or by its code; null when nobody calls one so. */
export function readCountry(written: string): string | null {
  countries ??= new Map([
    ...[...countriesReported, ...countriesToday].flatMap((code) =>
      (['kk', 'ru', 'en'] as CountryLocale[]).map((locale) => [fold(countryName(code, locale)), code] as const),
    ),
    ...otherNames.map(([name, code]) => [fold(name), code] as const),
  ]);
  const name = fold(written);
  const code = written.trim().toUpperCase();
  return countries.get(name) ?? (countriesReported.includes(code) ? code : null);
}
