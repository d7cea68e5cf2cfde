// Ranks of the Red Army and Navy of 1941–1945, as clerks, databases and prisoner cards wrote them.

/** Every rank that is told apart; the texts are `rank.KEY`. */
export const rankKeys = [
  'red-army-man',
  'red-navy-man',
  'private',
  'lance-corporal',
  'junior-sergeant',
  'sergeant',
  'senior-sergeant',
  'starshina',
  'petty-officer-2',
  'petty-officer-1',
  'chief-petty-officer',
  'midshipman',
  'section-leader',
  'junior-lieutenant',
  'lieutenant',
  'senior-lieutenant',
  'captain-lieutenant',
  'captain',
  'captain-3',
  'captain-2',
  'captain-1',
  'major',
  'lieutenant-colonel',
  'colonel',
  'brigade-commander',
  'division-commander',
  'corps-commander',
  'general',
  'deputy-political-instructor',
  'junior-political-instructor',
  'political-instructor',
  'senior-political-instructor',
  'battalion-commissar',
  'senior-battalion-commissar',
  'regimental-commissar',
  'brigade-commissar',
  'division-commissar',
  'junior-military-technician',
  'military-technician-2',
  'military-technician-1',
  'military-engineer-3',
  'military-engineer-2',
  'military-engineer-1',
  'junior-quartermaster-technician',
  'quartermaster-technician-2',
  'quartermaster-technician-1',
  'quartermaster-3',
  'quartermaster-2',
  'quartermaster-1',
  'feldsher',
  'senior-feldsher',
  'military-doctor-3',
  'military-doctor-2',
  'military-doctor-1',
  'veterinary-feldsher',
  'veterinary-doctor-3',
  'veterinary-doctor-2',
  'veterinary-doctor-1',
  'junior-military-lawyer',
  'military-lawyer',
  'military-lawyer-3',
  'military-lawyer-2',
  'military-lawyer-1',
  'cadet',
  'civilian',
  'partisan',
  'militiaman',
  'no-rank',
] as const;
export type RankKey = (typeof rankKeys)[number];
export type RankGroup = 'private' | 'sergeant' | 'officer' | 'political' | 'medical' | 'other';
export type Rank = { key: RankKey | null; group: RankGroup | null };

type Line = readonly [RegExp, RankGroup, plain: RankKey | null, junior?: RankKey | null, senior?: RankKey | null];

/** With a degree 1 to 3 the key is that of the plain one with the degree, where there is such a key. */
const LINES: readonly Line[] = [
  [/^(?:б\/?зв|без\S*зв|нетзв|бзв)/, 'other', 'no-rank'],
  [/^(?:вольнон|в\/?н(?:$|аем)|волн|служащ|ерікті|zivil)/, 'other', 'civilian'],
  [/^(?:курсант|курс$|слушат)/, 'other', 'cadet'],
  [/^(?:партизан|партиз)/, 'other', 'partisan'],
  [/^(?:ополчен|нарополч)/, 'other', 'militiaman'],
  [/^(?:краснофл|кр-?фл|крф|кф$|матрос|қызылфлот)/, 'private', 'red-navy-man'],
  [
    /^(?:кр-?е?ц|кр?[-/]?арм|крас?н?-?арм|краснарм|красн?о?-?ц|кркц|красногв|кра-?ц|к-?арм|к-?ц$|красноар|боец|боиц|қызыләскер|қызыл-әскер|rotarm)/,
    'private',
    'red-army-man',
  ],
  [/^(?:рядов|ряд$|р-вой|р-й|рядав|қатардағы|сарбаз|жауынгер|soldat|sold$|schütze)/, 'private', 'private'],
  [/^(?:ефр|еф-р|ефер|gefreit)/, 'private', 'lance-corporal'],
  [/^(?:военюр|военныйюр|воен-?юр|в-юрист|юрист)/, 'other', 'military-lawyer', 'junior-military-lawyer', null],
  [/^(?:воен-?вет-?фел|вет-?фел)/, 'medical', 'veterinary-feldsher'],
  [/^(?:воен-?вет|вет-?врач|ветеринар)/, 'medical', null],
  [/^(?:воен-?фел|в-?фельд|фельдш|фельш|военныйфельд)/, 'medical', 'feldsher', 'feldsher', 'senior-feldsher'],
  [/^(?:воен-?вр|в-?врач|врач|военныйврач)/, 'medical', null],
  [/^(?:санин|сан-?ин|мед-?сестр|м\/?с$|сестра)/, 'medical', null],
  [/^(?:воен-?тех|в-?тех|в\/т|вт$|военныйтех)/, 'officer', null, 'junior-military-technician', null],
  [/^(?:воен-?инж|в-?инж|военныйинж)/, 'officer', null],
  [/^(?:тех-?ник-?инт|тех-?инт|т-?инт|т\/и|тех-?н-?инт)/, 'officer', null, 'junior-quartermaster-technician', null],
  [/^(?:интенд|инт(?:-т|$))/, 'officer', null],
  [/^(?:бат\S{0,8}-?ком(?:исс|-?р|$)|б-?ком)/, 'political', 'battalion-commissar', null, 'senior-battalion-commissar'],
  [/^(?:полк\S{0,6}-?ком(?:исс|-?р|$))/, 'political', 'regimental-commissar'],
  [/^(?:бриг\S{0,6}-?комис)/, 'political', 'brigade-commissar'],
  [/^(?:див\S{0,9}-?комис)/, 'political', 'division-commissar'],
  [/^(?:зам(?:еститель|ест)?-?полит|зампол|зам-?п\/р)/, 'political', 'deputy-political-instructor'],
  [
    /^(?:полит-?р|п-?рук|полит$|п\/р$|саясижетекші|politruk)/,
    'political',
    'political-instructor',
    'junior-political-instructor',
    'senior-political-instructor',
  ],
  [/^(?:комис|полит)/, 'political', null],
  [/^(?:старшин|ст-?ши|ст-на$|старш-на)/, 'sergeant', 'starshina'],
  [/^(?:главныйстарш|гл-?старш|главстарш)/, 'sergeant', 'chief-petty-officer'],
  [/^мичман/, 'sergeant', 'midshipman'],
  [
    /^(?:сержант|серж|с-?ж?[аи]?н?[тд]$|с-нт|с-жант|сер-?[тж]|сер$|сжт|снт|стант|sergeant|serg|unteroff|feldweb)/,
    'sergeant',
    'sergeant',
    'junior-sergeant',
    'senior-sergeant',
  ],
  [/^unterserg/, 'sergeant', 'junior-sergeant'],
  [/^oberserg/, 'sergeant', 'senior-sergeant'],
  [/^(?:отд-?ком|отделком|отделен|ком-?отд|к-?ротд|командиротд|пом-?ком-?взв|п\/комвзв)/, 'sergeant', 'section-leader'],
  [/^(?:генерал|ген-|general)/, 'officer', 'general'],
  [/^(?:комбриг|ком-бриг)/, 'officer', 'brigade-commander'],
  [/^(?:комдив|ком-див)/, 'officer', 'division-commander'],
  [/^(?:комкор)/, 'officer', 'corps-commander'],
  [/^(?:капитан-?лей|кап-?лей|капитан-?л-?т)/, 'officer', 'captain-lieutenant'],
  [/^(?:oberleutn|oberltn)/, 'officer', 'senior-lieutenant'],
  [/^(?:unterleutn|unterltn)/, 'officer', 'junior-lieutenant'],
  [/^(?:oberstleut)/, 'officer', 'lieutenant-colonel'],
  [/^oberst/, 'officer', 'colonel'],
  [/^(?:лейт|л-?т$|л-?нт$|лей$|лтн|leutn|ltn)/, 'officer', 'lieutenant', 'junior-lieutenant', 'senior-lieutenant'],
  [/^(?:капит|кап$|к-н$|к-?тан|кпт|hauptm)/, 'officer', 'captain'],
  [/^(?:майор|м-р$|маиор|major)/, 'officer', 'major'],
  [/^(?:под-?полк|п\/п(?:-?к|олк)|п\/к$|пп-к)/, 'officer', 'lieutenant-colonel'],
  [/^(?:полковн|полк-?к|полк-ник|п-к$|полк$)/, 'officer', 'colonel'],
  [/^(?:командир|нач|ком-)/, 'officer', null],
];

/** Keys of the ranks that are always written with a degree. */
const DEGREED: readonly (readonly [RegExp, string])[] = [
  [/^(?:воен-?вет|вет-?врач)(?!-?фел)/, 'veterinary-doctor'],
  [/^(?:воен-?вр|в-?врач|военныйврач)/, 'military-doctor'],
  [/^(?:воен-?тех|в-?тех|в\/т|вт$|военныйтех)/, 'military-technician'],
  [/^(?:воен-?инж|в-?инж|военныйинж)/, 'military-engineer'],
  [/^(?:тех-?ник-?инт|тех-?инт|т-?инт|т\/и|тех-?н-?инт)/, 'quartermaster-technician'],
  [/^(?:интенд|инт(?:-т|$))/, 'quartermaster'],
  [/^(?:военюр|военныйюр|воен-?юр|в-юрист|юрист)/, 'military-lawyer'],
  [/^старшин/, 'petty-officer'],
  [/^кап/, 'captain'],
];

const KEYS: ReadonlySet<string> = new Set(rankKeys);
const isKey = (key: string): key is RankKey => KEYS.has(key);
const NOTHING: Rank = { key: null, group: null };

const GUARDS = /(?<!\p{L})(?:гв(?:ардии|ардиялық)?)(?!\p{L})/gu;
const MEDICAL = /(?<!\p{L})(?:м\/с(?!\p{L})|мед(?:ицинской)?\.?\s*сл|медслужбы|медицина)/u;
// Typewriters had no Latin letters: «Ш ранга» is the third, «П ранга» the second.
const DEGREE = /(?<!\d)([123])(?!\d)|(?<!\p{L})(i{1,3}(?!\p{L})|[пш](?=\s*р(?:анг|\.|$)))/u;
const DEGREE_SIGNS = /\d+(?:-?(?:го|й))?|(?<!\p{L})(?:i{1,3}(?!\p{L})|[пш](?=\s*р(?:анг|\s|$)))/gu;
const JUNIOR = /^(?:мл|млад|младш\p{L}*|кіші)(?!\p{L})/u;
const SENIOR = /^(?:ст(?!-на|-ши)|стар|старш(?:ий|его|ему|им)?|аға)(?!\p{L})/u;
const DEGREE_WORDS = /(?<!\p{L})(?:ранга|ранг|рга|р|статьи|ст|класса|запаса|службы)(?!\p{L})/gu;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, п: 2, ш: 3 };

/**
 * The rank and its group; both null where nothing is understood. Guards are left out, since they belong to the unit.
 * After 1943 doctors bear officers' ranks «м/с»: their key is the officer's, their group `medical`. A doctor, engineer or
 * technician without a degree has a group but no key. Texts longer than 100 UTF-16 units are no rank.
 */
export function readRank(written: string): Rank {
  if (written === '' || written.length > 100) return NOTHING;
  const whole = written.toLowerCase().replaceAll('ё', 'е').replace(GUARDS, ' ').trim();
  const signs = DEGREE.exec(whole);
  const found = signs?.[1] ?? signs?.[2];
  const degree = found === undefined ? 0 : (ROMAN[found] ?? Number(found));
  let text = whole.replace(/[\s.,;:()«»"]+/g, ' ').trim();
  const junior = JUNIOR.exec(text);
  const senior = junior ? null : SENIOR.exec(text);
  text = text.slice((junior ?? senior)?.[0].length ?? 0).trim();
  const bare = text.replace(DEGREE_SIGNS, ' ');
  const joined = (degree ? bare.replace(DEGREE_WORDS, ' ') : bare).replaceAll(' ', '').replace(/^-+|-+$/g, '');
  if (joined === '') return NOTHING;
  const line = LINES.find(([pattern]) => pattern.test(joined));
  if (!line) return NOTHING;
  const [, group, plain, younger, older] = line;
  const key = (degree && degreed(joined, degree)) || (junior ? younger : senior ? older : plain);
  // A modifier that the line knows nothing of is a habit («ст. краснофлотец»), not another rank.
  return { key: key === undefined ? plain : key, group: MEDICAL.test(whole) ? 'medical' : group };
}

function degreed(joined: string, degree: number): RankKey | null {
  const name = DEGREED.find(([pattern]) => pattern.test(joined))?.[1];
  const key = `${name}-${degree}`;
  return name !== undefined && isKey(key) ? key : null;
}
