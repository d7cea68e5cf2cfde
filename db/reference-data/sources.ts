/** The checklist of sources in the order they are searched, as a new register begins with it; managers edit it later. */
import type { Names } from '../schema/correspondence';

export type SourceKind = 'own' | 'database' | 'book' | 'archive' | 'community' | 'partner';

type Source = {
  key: string;
  kind: SourceKind;
  country: string;
  url: string | null;
  name: Names;
  /** One sentence: what the source holds, or how to search it. */
  note: Names;
  checklist: boolean;
};

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
  },
  {
    key: 'podvig-naroda',
    kind: 'database',
    country: 'RU',
    url: 'https://podvignaroda.ru/',
    name: { kk: '«Подвиг народа»', ru: '«Подвиг народа»', en: 'Podvig Naroda' },
    note: {
      kk: 'Марапат парағында бөлімшесі, шақырылған жері мен күні жазылады: жауынгердің қай жерде соғысқаны содан білінеді.',
      ru: 'В наградном листе названы часть, место и дата призыва: по ним видно, где воевал боец.',
      en: 'An award sheet names the unit and the place and date of call-up, and so shows where the soldier fought.',
    },
    checklist: true,
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
  },
  {
    key: 'prisoner-of-war',
    kind: 'database',
    country: 'DE',
    url: null,
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
  },
] as const satisfies readonly Source[];
