// Kinds of units of the Red Army and the ways clerks wrote them, as words cut down to the codes below.

/** How a kind goes with a number: before it («310 сд»), after it (post), either (hospital), or it has none (front). */
type Manner = 'unit' | 'post' | 'hospital' | 'front' | 'passing';

// `осб` stands for a separate rifle brigade and for a separate sapper battalion alike: it is kept as its own kind, so that
// nobody is matched on a guess. `мсб` is the medical battalion, as loss reports use it.
const UNITS = `
  sd сд | sp сп | sb сб | sbr сбр | sk ск | osb осб | gornsd гсд | gornsp гсп
  msd мсд | msp мсп | msbr мсбр | mbr мбр мехбр | mk мк мехк | mp мехп
  kd кд | kp кп | kk кк | td тд | tbr тбр | tp тп | tk тк | tb тб | ta та тарм | ttp ттп
  ap ап арп | gap гап гарп | pap пап парп | kap кап карп | lap лап ларп | iptap иптап иптарп птап птарп | zenap зенап зенарп
  sap сап сарп | gmp гмп минпреактар | minp минп | minb минб | abr абр арбр | gabr габр гарбр | pabr пабр парбр | iptabr иптабр иптарбр
  artd ад ард | adn адн ардн | iptadn иптадн иптардн иптад иптд птадн птардн птд птдн | zenadn зенадн зенардн зендн зад зенад
  sapb сапб | isb исб инжсапб | inzhb инжб | isbr исбр шисбр инжсапбр | pontb понтб понтмостб | bs обс бсвязь связьб | ps псвязь связьп
  rb орб рб разведб | rr орр рр разведрота | medsb мсб медсанб мсанб медсб
  zsp зсп азсп армзсп | zsbr зсбр | zsd зсд | zp зп азп армзп | zap зап зарп | zkp зкп | ztp зтп | usp усп | usbr усбр | ub уб | up уп
  mpbr брмп морпехбр брморпех мпбр | mpb бмп бморпех морпехб мпб | morsbr морсбр
  lyzhb лыжб лб | lyzhbr лыжбр лбр | vdbr вдбр | vdd вдд | vdp вдп | vdk вдк | vdb вдб
  iap иап | bap бап сбап дбап нбап нлбап | shap шап | iad иад | bad бад | shad шад | va ва варм
  ur ур | pulab паб пуларб пулаб | pulb пулб | strb стройб | rabb рабб | rabk рабк
  avtob автоб атб | avtop автоп | nkvdp нквдп пнквд спнквд | nkvdd нквдд днквд сднквд | pogp погранп | pogo погранотр
  shtrb шб | shtrr шрота шр | army а арм | uda уда уа ударм
`;
const POSTS = 'fp пп ппс полпочт почтпол полпочтстанц | vch вч | pya пя почтящ';
const HOSPITALS = 'eg эг эгосп | ppg ппг полподвгосп | hppg хппг хирполподвгосп | ep эп эприем | gosp госп вгосп';
const FRONTS = `
  front-north-caucasian скф севкавкф севкавф | front-transcaucasian закавкф закф | front-crimean крымф кркф
  front-caucasian кавкф кавф | front-western зф запф | front-northwestern сзф севзф | front-southwestern юзф
  front-southern юф южф | front-northern севф | front-southeastern ювф | front-leningrad ленф лф
  front-volkhov волхф вф | front-kalinin калф калинф | front-bryansk брянф брф | front-voronezh ворф воронф
  front-stalingrad сталф стф сталинф | front-don донф дф | front-steppe степф | front-central цф центрф
  front-karelian карф кф карелф | front-reserve резф | front-ukrainian укрф уф | front-belorussian белф белорф
  front-baltic прибф прибалтф
`;
/** What has a number that belongs to no unit kept here. */
const PASSING = 'company рота орота | battalion б | platoon взв | battery батр | squadron эск';

const MANNERS = { unit: UNITS, post: POSTS, hospital: HOSPITALS, front: FRONTS, passing: PASSING } as const;

export type KindEntry = { kind: string; manner: Manner };

/** What a code stands for. */
export const KINDS: ReadonlyMap<string, KindEntry> = new Map(
  Object.entries(MANNERS).flatMap(([manner, text]) =>
    text.split(/[|\n]/).flatMap((line) => {
      const [kind = '', ...codes] = line.trim().split(' ');
      return codes.map((code): [string, KindEntry] => [code, { kind, manner: manner as Manner }]);
    }),
  ),
);

/** Every kind a unit may have; the texts are `unit.KIND`, with `number` and `guards` (`yes` or `no`). */
export const unitKinds: readonly string[] = [
  ...new Set([...KINDS.values()].filter(({ manner }) => manner !== 'passing').map(({ kind }) => kind)),
];

/** Beginnings of words and their codes; the first that fits counts, so the longer stand before the shorter. */
const STEMS: readonly (readonly [beginning: string, code: string])[] = `
  стрелк с; стрелб сб; стройбат стройб; строит строй; сталинград стал; степн степ; северо сев; северн сев; связ связь
  сапбат сапб; сапер сап; санбат санб; санитар сан; станц станц; самоход с; центр центр; хирург хир; участ уч
  дивизион дн; дивиз д; див д; десант д; донск дон
  полков п; полка п; полки п; полку п; полк п; полев пол; почт почт; подвижн подв; погран погран; понтон понт; мостов мост; реактив реакт
  пулем пул; пушеч п; пехот пех; противот пт; птанк пт; прибалт прибалт; приемн прием; приём прием
  бригад бр; бриг бр; батальон б; батар батр; бат б; брянск брян; белорус белор; бомбард б
  корпус к; корп к; кавказ кавк; кавполк кп; кавдив кд; кавкор кк; кавал к; калинин калин; карель карел; крымск крым
  колон к; корпусн к
  танков т; танк т; тяжел т; артполк арп; артдивизион ардн; артбриг арбр; артдив ард; арт ар; армей арм; арми арм
  автобат автоб; автополк автоп; автомоб авто; авиа а; атқышт с; гаубич г; горнострел гс; горн г; госпит госп; госп госп
  гварди ГВ; гвард ГВ; отдельн от; отд от; отряд отр; запад з; запасн з; запполк зп; закавказ закавк; зенитн зен
  минометн мин; минполк минп; минбат минб; мотострел мс; моторизов м; мото м; механиз мех; мехкор мехк; мехбр мехбр
  морск мор; медсанбат медсанб; медсан медсан; медик мед; медиц мед; истреб и; инженер инж; легк л; лыжн лыж; ленинград лен
  воздуш в; войсков в; воинск в; восточ в; военн в; волховск волх; воронеж ворон; взвод взв; ударн уд; учебн у; укреплен у
  украин укр; район р; разведк р; разведрот разведрота; разведб разведб; развед развед; рота рота; роты рота; рабоч раб
  резерв рез; роте рота; фронт ф; част ч; штрафбат шб; штрафрот шрота; штрафн ш; штурм ш; эвакогосп эгосп; эвакоприем эприем
  эвако э; эвак э; эскадр эск; южн ю; юго ю; ящик ящ; әскери в; бөлім ч
`
  .split(/[;\n]/)
  .map((pair) => pair.trim().split(' '))
  .flatMap(([beginning, code]) => (beginning && code ? [[beginning, code] as const] : []));

/** Whole abbreviations that are not the code itself. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `стр с; эв э; див д; дивиз д; бат б; батал б; корп к; кор к; тяж т; стрел с; стрелк с; дн дн; пол п; полк п; бр бр; бн б; кав к; тан т; арт ар; артп арп; арм арм; армия арм; гауб г
  зап з; отд от; мин мин; мор мор; мех мех; мото м; зен зен; истр и; инж инж; лыж лыж; возд в; дес д; уд уд; уч у; учеб у
  разв развед; мед мед; сан сан; госп госп; полев пол; подв подв; почта почт; поч почт; войск в; воин в; ящ ящ; погр погран
  штраф ш; раб раб; авто авто; укр укр; пул пул; стд сд; сев сев; юж ю; юго ю; фр ф; фронт ф; бел бел; приб приб; отр отр; пех пех
  гв ГВ; гвар ГВ; гвард ГВ; оф оф`
    .split(/[;\n]/)
    .map((pair) => pair.trim().split(' '))
    .flatMap(([word, code]): [string, string][] => (word && code ? [[word, code]] : [])),
);

/** The code of «гвардейский». */
export const GUARDS = 'ГВ';

/** The code of one word in small letters without ё; the word itself where it is none. */
export function wordCode(word: string): string {
  const short = SHORT.get(word);
  if (short !== undefined) return short;
  if (word.length > 3) for (const [beginning, code] of STEMS) if (word.startsWith(beginning)) return code;
  return word;
}
