/** Words that say what a place is, in Russian, Kazakh, English and their abbreviations. Pure. */

export type Level = 'country' | 'region' | 'district' | 'council' | 'settlement';

/** `before`: the name follows (с. Бегазы); `after`: the name stands before it (Абай ауданы); `either`: Russian adjectives. */
export type PlaceWord = { level: Level; side: 'before' | 'after' | 'either' };

const listed: readonly (readonly [Level, PlaceWord['side'], string])[] = [
  [
    'country',
    'either',
    'сср кср ssr республика республикасы республики respublikasy republic социалистическая советская',
  ],
  [
    'region',
    'either',
    'обл область области обл-ть об-ть об облыс облысы oblysy oblys oblast region province губ губерния губернии губерниясы gubernia край края крайы өлкесі асср акср assr ао автономная krai kray',
  ],
  [
    'district',
    'either',
    'р-н р-на р-не рн рон район района районе р-он аудан ауданы аудандық ауд audan audany rayon raion district уезд уезда у уездный уезі okrug округ округа',
  ],
  [
    'council',
    'either',
    'с/с а/с с/о а/о а/о к/с п/с сельсовет сельсовета сельский аулсовет аулсовета ауылсовет поссовет сельсоветі волость волости вол болыс болысы volost ауылдық округі',
  ],
  [
    'settlement',
    'before',
    'с село села селе сел д дер деревня деревни деревне пос посёлок поселок поселка п рп пгт ст станция станции ст-ца станица станицы х хут хутор г гор город города городе ғ аул аула а кишлак к разъезд раз-д разъезда совхоз свх с-з с-х колхоз к-з клх отделение ферма зимовка уроч урочище мест местечко м фольварк двор господский отд участок selo derevnya posyolok poselok stantsiya gorod kishlak razyezd sovkhoz kolkhoz otdeleniye otdelenie ferma zimovka urochishche city town village settlement',
  ],
  [
    'settlement',
    'either',
    'қ қаласы қала қаласының ауыл ауылы аулы ауылының село селосы кенті кент ст-сы бекеті разъезі стансасы qalasy auyly aul ауыл',
  ],
];

const words: ReadonlyMap<string, PlaceWord> = new Map(
  listed.flatMap(([level, side, text]) => text.split(' ').map((word) => [word, { level, side }] as const)),
);

/** What a word in small letters says of its neighbour; undefined for a word of a name. */
export const placeWord = (lower: string): PlaceWord | undefined => words.get(lower);

/** Words that belong to no name: "named after", "uninhabited", "city of". */
const empties = new Set(
  'им имени imeni im nomer номер атындағы ат н of the city-of область-ская ныне бывш бывший бывшая современная современный аты род род-ся уроженец урож родился жит житель и в во из на'.split(
    ' ',
  ),
);
export const isEmpty = (lower: string) => empties.has(lower);

const short: Readonly<Record<string, string>> = {
  сев: 'северо',
  север: 'северо',
  вост: 'восточно',
  зап: 'западно',
  юж: 'южно',
  ю: 'южно',
  центр: 'центрально',
};
/** A quarter of the sky shortened, as in Сев. Казахстанская. */
export const longQuarter = (lower: string) => short[lower] ?? lower;

/** Well-used initials of oblasts and states. */
const initials: Readonly<Record<string, string>> = {
  ско: 'северо-казахстанская область',
  вко: 'восточно-казахстанская область',
  зко: 'западно-казахстанская область',
  юко: 'южно-казахстанская область',
  шқо: 'шығыс қазақстан облысы',
  бқо: 'батыс қазақстан облысы',
  оқо: 'оңтүстік қазақстан облысы',
  сқо: 'солтүстік қазақстан облысы',
  кссрказ: 'казахская сср',
  кссr: 'казахская сср',
  казсср: 'казахская сср',
  кссрр: 'казахская сср',
  кссp: 'казахская сср',
  қазсср: 'казахская сср',
  кссрқаз: 'казахская сср',
  ксср: 'казахская сср',
  қазкср: 'казахская сср',
  касср: 'казахская асср',
  усср: 'украинская сср',
  бсср: 'белорусская сср',
  узсср: 'узбекская сср',
  тассср: 'татарская асср',
  кирсср: 'киргизская сср',
};
export const spelledOut = (lower: string): string | undefined => initials[lower];
