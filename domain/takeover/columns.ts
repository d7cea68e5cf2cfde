/** What a column of the old register can hold, and by which words of its heading it is known. Pure. */
import { fold } from '../names';
import { folded } from './words';

export const takeoverFields = [
  'number',
  'receivedOn',
  'channel',
  'language',
  'fullName',
  'surname',
  'givenName',
  'patronymic',
  'otherSpellings',
  'birth',
  'birthPlace',
  'draftPlace',
  'draftDate',
  'rank',
  'unit',
  'applicantName',
  'kinship',
  'telephone',
  'email',
  'postalAddress',
  'applicantBirthYear',
  'state',
  'fate',
  'fateDate',
  'burialPlace',
  'burialRegion',
  'burialCountry',
  'reportedCountry',
  'burialKind',
  'citation',
  'resultOn',
  'informedOn',
  'remark',
] as const;
export type TakeoverField = (typeof takeoverFields)[number];

export const isTakeoverField = (name: string): name is TakeoverField =>
  (takeoverFields as readonly string[]).includes(name);

/** Words of headings, folded: small letters, the Kazakh ones as the Russian they resemble, everything else a space. */
const applicant = folded(/заявител|обративш|отиниш (беруши|иеси)|арызданушы|applicant|relative s name|родственник/);

/** Tried in their order; the first that fits names the field. */
const written: readonly (readonly [RegExp, TakeoverField])[] = [
  [/туыс|степень родств|родство|^кем приход|kinship|relation/, 'kinship'],
  [/e mail|email|эл почт|электрон|почта$/, 'email'],
  [/телефон|тел$|phone/, 'telephone'],
  [
    /(?=.*(?:дата|күн|день|date|когда))(?=.*(?:поступ|обращ|заявл|отиниш|тускен|тиркел|кабылд|receiv|applic))|^поступил|тускен куни|^received/,
    'receivedOn',
  ],
  [
    /(?=.*(?:дата|куни|date|когда))(?=.*(?:ответ|жауап|извещ|хабарла|сообщ|inform|answer))|отвечено|(ответ|жауап).*(дата|куни)|informed/,
    'informedOn',
  ],
  [
    /(?=.*(?:дата|куни|date))(?=.*(?:установ|аныкта|найден|establish|found))|установлено (когда|дата)|established on/,
    'resultOn',
  ],
  [/(?=.*(?:год|дата|жылы|куни|year|date))(?=.*(?:рожд|туган|birth))|туган (жылы|куни)|^г р$|^д р$|born/, 'birth'],
  [/(место|жери|place|уроженец).*(рожд|туган|birth)?|уроженец|туган жери/, 'birthPlace'],
  [/(?=.*(?:дата|куни|date))(?=.*(?:призыв|шакыр|draft|call))|призван когда/, 'draftDate'],
  [/призван|призыв|военкомат|рвк|аскерге|шакырыл|draft|call up|enlist/, 'draftPlace'],
  [/звание|атагы|шени|^rank/, 'rank'],
  [/часть|болим|^unit/, 'unit'],
  [/адрес|мекен жай|мекенжай|address/, 'postalAddress'],
  [/язык|^тил|тили|language/, 'language'],
  [/(как|способ|канал|кайдан|калай|how).*(поступ|обращ|тус|келип|received)|способ|канал|тусу жолы|channel/, 'channel'],
  [/(?=.*(?:дата|куни|date))(?=.*(?:гибел|смерт|выбыт|каза|олим|кайтыс|death|loss))|погиб когда/, 'fateDate'],
  [/(?=.*(?:вид|тури|kind))(?=.*(?:захор|жерле|burial))/, 'burialKind'],
  [
    /(?=.*(?:страна|ел|мемлекет|country))(?=.*(?:донес|кужат|report|тогда|сол кезде))|страна по донесению/,
    'reportedCountry',
  ],
  [/страна|^ел$|^ели$|мемлекет|казирги ел|country/, 'burialCountry'],
  [/(?=.*(?:область|район|облыс|аймак|region))(?=.*(?:захор|жерле|burial))|регион захор/, 'burialRegion'],
  [/захорон|жерленген|burial place|burial|grave|бейит/, 'burialPlace'],
  [/судьба|тагдыр|fate/, 'fate'],
  [/статус|состояние|результат|жагдай|куйи|натиже|state|status|result/, 'state'],
  [/источник|дереккоз|архив|кор тизим|фонд|citation|source/, 'citation'],
  [/друг.*(напис|вариант)|баска жазыл|other spell|варианты/, 'otherSpellings'],
  [/примеч|ескерту|remark|note|комментар/, 'remark'],
  [/фио|ф и о|т а а|таа|аты жони|full name|толык аты|(фамилия|теги) .*(имя|аты)/, 'fullName'],
  [/фамилия|теги|surname|last name|family name/, 'surname'],
  [/отчество|акесинин аты|patronymic|father/, 'patronymic'],
  [/^имя|(^|\s)имя$|^аты$|(^|\s)аты$|есими|first name|given name/, 'givenName'],
  [
    /^(n|no|номер|рет|р с|п п|n п п|регистр|тиркеу|рег|вх|reg).{0,14}$|^number|номер (заяв|обращ|карт)|отиниш номири/,
    'number',
  ],
];
const signs = written.map(([sign, field]) => [folded(sign), field] as const);

/** The field a column probably fills, by its heading; null where none is clear. */
export function guessField(heading: string): TakeoverField | null {
  const text = fold(heading.replaceAll('№', ' n '));
  if (text === '') return null;
  if (applicant.test(text)) {
    const told = signs.find(([sign, field]) => ofApplicants.has(field) && sign.test(text))?.[1];
    if (told === 'birth') return 'applicantBirthYear';
    return told ?? 'applicantName';
  }
  // "Place of burial" is no place of birth.
  return signs.find(([sign, field]) => (field === 'birthPlace' ? isBirthPlace(text) : sign.test(text)))?.[1] ?? null;
}

const ofApplicants: ReadonlySet<TakeoverField> = new Set([
  'kinship',
  'email',
  'telephone',
  'receivedOn',
  'postalAddress',
  'language',
  'birth',
  'number',
]);

const isBirthPlace = (text: string) =>
  /(место|place).*(рожд|birth)|уроженец|туган жер/.test(text) && !/захор|жерле|burial/.test(text);

/** Which column fills which field, by the headings: the mapping a person then looks at. */
export function guessMapping(columns: readonly string[]): Record<string, TakeoverField> {
  const mapping: Record<string, TakeoverField> = {};
  for (const column of columns) {
    const field = guessField(column);
    if (field) mapping[column] = field;
  }
  return mapping;
}
