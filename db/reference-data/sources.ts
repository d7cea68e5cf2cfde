/**
 * The checklist of sources in the order they are searched, as a new register begins with it; managers edit it later. Search
 * addresses are those that the sites themselves make of a search; a site whose search has no address of its own has none here.
 */
import type { Names, SourceAccess } from '../schema/correspondence';
import { lossPapers, oblastPapers, prisonerPapers, registerParts } from './source-parts';

export type SourceKind = 'own' | 'database' | 'book' | 'archive' | 'community' | 'partner';

/** What a citation can be made of. */
export type CitationPart =
  | 'archive'
  | 'fond'
  | 'opis'
  | 'delo'
  | 'list'
  | 'document'
  | 'address'
  | 'volume'
  | 'page'
  | 'grave-passport'
  | 'camp'
  | 'prisoner'
  | 'protocol'
  | 'photograph'
  | 'author'
  | 'date';

type Source = {
  key: string;
  kind: SourceKind;
  country: string;
  url: string | null;
  name: Names;
  /** One sentence: what the source holds, or how to search it. */
  note: Names;
  checklist: boolean;
  access: SourceAccess;
  /** With places such as `{surname}` to fill in. */
  searchAddress: string | null;
  citationPattern: readonly CitationPart[];
  /** Kinds of documents that are searched one by one. */
  parts: readonly { key: string; name: Names }[];
};

const file = ['archive', 'fond', 'opis', 'delo', 'list'] as const satisfies CitationPart[];

export const sources = [
  {
    key: 'own-register',
    kind: 'own',
    country: 'KZ',
    url: null,
    name: {
      kk: 'Музейдің өз тізілімі мен тізімдері',
      ru: 'Собственный реестр и списки музея',
      en: 'The museum’s own register and lists',
    },
    note: {
      kk: 'Іздеуді осыдан бастаңыз: бұл жауынгерді бұрын басқа туысы сұрастырған немесе оның есімі іздеу жасағының тізімінде болуы мүмкін.',
      ru: 'Начинайте отсюда: о воине мог уже спрашивать другой родственник, или он назван в списке поискового отряда.',
      en: 'Begin here: another relative may have asked about this soldier, or a search squad’s list may name him.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: ['document', 'date'],
    parts: registerParts,
  },
  {
    key: 'batyrlarga-tagzym',
    kind: 'database',
    country: 'KZ',
    url: 'https://batyrlargatagzym.kz/',
    name: { kk: '«Батырларға тағзым»', ru: '«Батырларға тағзым»', en: 'Batyrlarga Tagzym' },
    note: {
      kk: 'Қазақстан архивтерінен жиналған майдангерлер дерекқоры: аты-жөнін қазақша жазылуымен де, орысша жазылуымен де іздеңіз.',
      ru: 'База фронтовиков по документам архивов Казахстана: ищите и по казахскому, и по русскому написанию имени.',
      en: 'Soldiers from the records of Kazakhstan’s archives: search by the Kazakh and the Russian spelling.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: ['archive', 'fond', 'opis', 'delo', 'list', 'address'],
    parts: [],
  },
  {
    key: 'pamyat-naroda',
    kind: 'database',
    country: 'RU',
    url: 'https://pamyat-naroda.ru/',
    name: { kk: '«Память народа»', ru: '«Память народа»', en: 'Pamyat Naroda' },
    note: {
      kk: 'Шығын туралы хабарламалар, марапаттар және бөлімшелердің құжаттары бір жерде: есім бұрмаланып жазылуы мүмкін, сондықтан туған жері мен жылы бойынша да іздеңіз.',
      ru: 'Донесения о потерях, награды и документы частей вместе: имя бывает искажено, поэтому ищите и по месту и году рождения.',
      en: 'Loss reports, awards and unit records together: names are often distorted, so search by birthplace and year as well.',
    },
    checklist: true,
    access: 'open',
    searchAddress:
      'https://pamyat-naroda.ru/heroes/?adv_search=y&last_name={surname}&first_name={givenName}&middle_name={patronymic}&date_birth=',
    citationPattern: [...file, 'document', 'address'],
    parts: [],
  },
  {
    key: 'obd-memorial',
    kind: 'database',
    country: 'RU',
    url: 'https://obd-memorial.ru/',
    name: { kk: '«Мемориал» жалпыланған деректер банкі', ru: 'ОБД «Мемориал»', en: 'OBD Memorial' },
    note: {
      kk: 'Қайтпас шығын туралы хабарламалардың, жерлеу паспорттары мен тұтқын карточкаларының көшірмелері: жақын туысының аты мен мекенжайы – ең сенімді белгі.',
      ru: 'Образы донесений о безвозвратных потерях, паспортов захоронений и карточек пленных: имя и адрес родных – самый надёжный признак.',
      en: 'Images of loss reports, burial passports and prisoner cards: next of kin and their address are the surest key.',
    },
    checklist: true,
    access: 'open',
    searchAddress: 'https://obd-memorial.ru/html/search.htm?f={surname}&n={givenName}&s={patronymic}&y=&r=',
    citationPattern: [...file, 'document', 'address'],
    parts: lossPapers,
  },
  {
    key: 'podvig-naroda',
    kind: 'database',
    country: 'RU',
    url: 'https://podvignaroda.ru/?#tab=navPeople_search',
    name: { kk: '«Подвиг народа»', ru: '«Подвиг народа»', en: 'Podvig Naroda' },
    note: {
      kk: 'Марапат парағында бөлімшесі, шақырылған жері мен күні жазылады: жауынгердің қай жерде соғысқаны содан білінеді.',
      ru: 'В наградном листе названы часть, место и дата призыва: по ним видно, где воевал боец.',
      en: 'An award sheet names the unit and the place and date of call-up, and so shows where the soldier fought.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: [...file, 'document', 'address'],
    parts: [],
  },
  {
    key: 'books-of-memory',
    kind: 'book',
    country: 'KZ',
    url: null,
    name: {
      kk: '«Боздақтар» естелік кітаптары',
      ru: 'Книги памяти «Боздақтар»',
      en: 'Books of Memory “Bozdaqtar”',
    },
    note: {
      kk: 'Облыстар бойынша шыққан кітаптар: томы мен бетін жазып алыңыз және деректі бастапқы құжатпен салыстырыңыз.',
      ru: 'Тома по областям: запишите том и страницу и сверьте сведения с первичным документом.',
      en: 'Volumes by oblast: note volume and page, and compare the entry with the primary document.',
    },
    checklist: true,
    access: 'on-site',
    searchAddress: null,
    citationPattern: ['volume', 'page'],
    parts: [],
  },
  {
    key: 'oblast-archives',
    kind: 'archive',
    country: 'KZ',
    url: null,
    name: {
      kk: 'Облыстық архивтер мен қорғаныс істері жөніндегі органдар',
      ru: 'Областные архивы и местные органы военного управления',
      en: 'Oblast archives and commissariats',
    },
    note: {
      kk: 'Әскерге шақырылғандардың кітаптары, хабарламалар («қара қағаз») мен отбасыларына төленген жәрдемақы тізімдері шақырылған жерінде сақталады.',
      ru: 'Книги призванных, извещения и списки семей, получавших пособие, хранятся по месту призыва.',
      en: 'Call-up books, notices and lists of families on allowance are kept where the soldier was called up.',
    },
    checklist: true,
    access: 'on-site',
    searchAddress: null,
    citationPattern: file,
    parts: oblastPapers,
  },
  {
    key: 'prisoner-of-war',
    kind: 'database',
    country: 'DE',
    url: 'https://collections.arolsen-archives.org/en/search/',
    name: {
      kk: 'Әскери тұтқындар туралы дереккөздер',
      ru: 'Источники о военнопленных',
      en: 'Prisoner-of-war sources',
    },
    note: {
      kk: 'Тұтқын карточкалары, лагерь мен лазарет тізімдері, сүзгілеу құжаттары: лагерьдің және тұтқынның нөмірін жазып алыңыз.',
      ru: 'Карточки пленных, списки лагерей и лазаретов, фильтрационные дела: записывайте номер лагеря и номер пленного.',
      en: 'Prisoner cards, lists of camps and camp hospitals, filtration files: note the camp and the prisoner number.',
    },
    checklist: true,
    access: 'open',
    searchAddress: 'https://collections.arolsen-archives.org/en/search/?s={surname}%20{givenName}',
    citationPattern: ['archive', 'camp', 'prisoner', 'document', 'address'],
    parts: prisonerPapers,
  },
  {
    key: 'unit-losses',
    kind: 'database',
    country: 'RU',
    url: 'https://pamyat-naroda.ru/documents/',
    name: {
      kk: 'Сол бөлімшенің сол күнгі шығыны',
      ru: 'Потери той же части в тот же день',
      en: 'Losses of the same unit on the same day',
    },
    note: {
      kk: 'Хабарламадағы көрші жазбаларды, ұрыс қимылдары журналын және бірге қаза тапқандардың жерленген жерін қараңыз.',
      ru: 'Просмотрите соседние записи донесения, журнал боевых действий и места захоронения тех, кто погиб рядом.',
      en: 'Read the neighbouring entries of the report, the war diary, and where those who fell beside him were buried.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: [...file, 'document', 'address'],
    parts: [],
  },
  {
    key: 'burial-passports',
    kind: 'archive',
    country: 'RU',
    url: null,
    name: {
      kk: 'Жерлеу паспорттары',
      ru: 'Паспорта воинских захоронений',
      en: 'Burial passports',
    },
    note: {
      kk: 'Зираттың есепке алу карточкасы мен жерленгендер тізімі: алғашқы жерленген жер мен қайта жерлеуді ажыратыңыз.',
      ru: 'Учётная карточка захоронения и список погребённых: отличайте первичное захоронение от перезахоронения.',
      en: 'The record card of a grave and its list of the buried: tell a primary burial from a reburial.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: ['grave-passport', 'archive', 'fond', 'opis', 'delo', 'list'],
    parts: [],
  },
  {
    key: 'squads-and-communities',
    kind: 'community',
    country: 'KZ',
    url: null,
    name: {
      kk: 'Іздеу жасақтары мен желідегі қауымдастықтар',
      ru: 'Поисковые отряды и сообщества',
      en: 'Squads and communities',
    },
    note: {
      kk: 'Медальондар, қабірлер мен табылған сүйектер туралы хабарлар: айтылған деректі растайтын құжат не фотосурет сұраңыз.',
      ru: 'Сообщения о медальонах, могилах и останках: просите документ или снимок, подтверждающий сказанное.',
      en: 'Word of medallions, graves and remains: ask for a document or photograph that bears it out.',
    },
    checklist: true,
    access: 'open',
    searchAddress: null,
    citationPattern: ['protocol', 'photograph', 'author', 'date', 'address'],
    parts: [],
  },
  {
    key: 'written-requests',
    kind: 'partner',
    country: 'KZ',
    url: null,
    name: {
      kk: 'Жазбаша сұрау салулар',
      ru: 'Письменные запросы',
      en: 'Written requests',
    },
    note: {
      kk: 'Жарияланған дереккөздерден табылмаған мәлімет архив пен серіктестен хатпен сұралады: бөлімшесі мен хабарлама нөмірін көрсетіңіз.',
      ru: 'Чего нет в открытых источниках, спрашивают письмом у архива или партнёра: укажите часть и номер извещения.',
      en: 'What open sources do not hold is asked of an archive or partner by letter: give the unit and the notice’s number.',
    },
    checklist: true,
    access: 'written',
    searchAddress: null,
    citationPattern: ['document', 'date', 'archive', 'fond', 'opis', 'delo', 'list'],
    parts: [],
  },
] as const satisfies readonly Source[];
