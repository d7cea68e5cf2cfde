/** Bodies the museum writes to and works along with, as a new register begins with them. No persons, no contacts. */
import type { Names } from '../schema/correspondence';

export type PartnerKind = 'archive' | 'commissariat' | 'museum' | 'ngo' | 'squad' | 'foreign-body';

export const partners = [
  {
    key: 'defence-department',
    kind: 'commissariat',
    country: 'KZ',
    name: {
      kk: 'Облыстың (қаланың) қорғаныс істері жөніндегі департаменті',
      ru: 'Департамент по делам обороны области (города)',
      en: 'Department of Defence Affairs of the oblast or city',
    },
  },
  {
    key: 'oblast-archive',
    kind: 'archive',
    country: 'KZ',
    name: {
      kk: 'Облыстың мемлекеттік архиві',
      ru: 'Государственный архив области',
      en: 'State archive of the oblast',
    },
  },
  {
    key: 'police-special-archive',
    kind: 'archive',
    country: 'KZ',
    name: {
      kk: 'Облыстық полиция департаментінің арнаулы мемлекеттік архиві',
      ru: 'Специальный государственный архив департамента полиции области',
      en: 'Special state archive of the oblast police department',
    },
  },
  {
    key: 'central-archive-mod-kz',
    kind: 'archive',
    country: 'KZ',
    name: {
      kk: 'Қазақстан Республикасы Қорғаныс министрлігінің Орталық архиві',
      ru: 'Центральный архив Министерства обороны Республики Казахстан',
      en: 'Central Archive of the Ministry of Defence of Kazakhstan',
    },
  },
  {
    key: 'central-state-archive-kz',
    kind: 'archive',
    country: 'KZ',
    name: {
      kk: 'Қазақстан Республикасының Орталық мемлекеттік архиві',
      ru: 'Центральный государственный архив Республики Казахстан',
      en: 'Central State Archive of Kazakhstan',
    },
  },
  {
    key: 'presidential-archive-kz',
    kind: 'archive',
    country: 'KZ',
    name: {
      kk: 'Қазақстан Республикасы Президентінің Архиві',
      ru: 'Архив Президента Республики Казахстан',
      en: 'Archive of the President of Kazakhstan',
    },
  },
  {
    key: 'oblast-museum',
    kind: 'museum',
    country: 'KZ',
    name: {
      kk: 'Облыстық тарихи-өлкетану музейі',
      ru: 'Областной историко-краеведческий музей',
      en: 'Oblast museum of local history',
    },
  },
  {
    key: 'atamnyn-amanaty',
    kind: 'ngo',
    country: 'KZ',
    name: {
      kk: '«Атамның аманаты» қоғамдық бірлестігі',
      ru: 'Общественное объединение «Атамнын аманаты»',
      en: 'NGO “Atamnyn Amanaty”',
    },
  },
  {
    key: 'memorial-zone',
    kind: 'squad',
    country: 'KZ',
    name: {
      kk: '«Мемориальная зона» іздеу жасағы',
      ru: 'Поисковый отряд «Мемориальная зона»',
      en: 'Search squad “Memorial Zone”',
    },
  },
  {
    key: 'central-archive-mod-ru',
    kind: 'archive',
    country: 'RU',
    name: {
      kk: 'Ресей Қорғаныс министрлігінің Орталық архиві (Подольск)',
      ru: 'Центральный архив Министерства обороны Российской Федерации (ЦАМО, Подольск)',
      en: 'Central Archive of the Ministry of Defence of Russia (TsAMO, Podolsk)',
    },
  },
  {
    key: 'military-medical-archive-ru',
    kind: 'archive',
    country: 'RU',
    name: {
      kk: 'Ресей Қорғаныс министрлігі Орталық архивінің әскери-медициналық құжаттар филиалы (Санкт-Петербург)',
      ru: 'Филиал Центрального архива Министерства обороны (военно-медицинских документов), Санкт-Петербург',
      en: 'Military medical records branch of TsAMO, Saint Petersburg',
    },
  },
  {
    key: 'rgva',
    kind: 'archive',
    country: 'RU',
    name: {
      kk: 'Ресей мемлекеттік әскери архиві (Мәскеу)',
      ru: 'Российский государственный военный архив (РГВА, Москва)',
      en: 'Russian State Military Archive (RGVA, Moscow)',
    },
  },
  {
    key: 'commissariat-ru',
    kind: 'commissariat',
    country: 'RU',
    name: {
      kk: 'Жерленген жердегі әскери комиссариат (Ресей)',
      ru: 'Военный комиссариат по месту захоронения (Россия)',
      en: 'Military commissariat at the place of burial (Russia)',
    },
  },
  {
    key: 'memory-department-by',
    kind: 'foreign-body',
    country: 'BY',
    name: {
      kk: 'Беларусь Қарулы Күштерінің Отан қорғаушылар мен соғыс құрбандарын мәңгі есте қалдыру басқармасы',
      ru: 'Управление по увековечению памяти защитников Отечества и жертв войн Вооружённых Сил Республики Беларусь',
      en: 'Department for perpetuating the memory of defenders and war victims, Armed Forces of Belarus',
    },
  },
  {
    key: 'brethren-cemeteries-lv',
    kind: 'foreign-body',
    country: 'LV',
    name: {
      kk: 'Латвияның Бауырластар зираттары комитеті',
      ru: 'Комитет братских кладбищ Латвии',
      en: 'Brethren Cemeteries Committee of Latvia (Brāļu kapu komiteja)',
    },
  },
  {
    key: 'red-cross-pl',
    kind: 'foreign-body',
    country: 'PL',
    name: {
      kk: 'Поляк Қызыл Крестінің Ақпарат және іздестіру ұлттық бюросы',
      ru: 'Национальное бюро информации и розыска Польского Красного Креста',
      en: 'National Tracing and Information Office of the Polish Red Cross',
    },
  },
  {
    key: 'military-archive-hu',
    kind: 'archive',
    country: 'HU',
    name: {
      kk: 'Венгрияның Әскери тарих институты мен музейінің әскери архиві (Будапешт)',
      ru: 'Военный архив Института и музея военной истории Венгрии (Будапешт)',
      en: 'Military Archives of the Institute and Museum of Military History of Hungary (Budapest)',
    },
  },
  {
    key: 'bundesarchiv-pa',
    kind: 'archive',
    country: 'DE',
    name: {
      kk: 'Германия Федералдық архивінің жеке тұлғалар туралы анықтама бөлімі (бұрынғы WASt, Берлин)',
      ru: 'Федеральный архив Германии, отдел справок о лицах (бывшая WASt, Берлин)',
      en: 'Federal Archives of Germany, department PA (formerly Deutsche Dienststelle, WASt, Berlin)',
    },
  },
  {
    key: 'arolsen-archives',
    kind: 'archive',
    country: 'DE',
    name: {
      kk: 'Арользен архивтері (Бад-Арользен)',
      ru: 'Архивы Арользена (Бад-Арользен)',
      en: 'Arolsen Archives (Bad Arolsen)',
    },
  },
  {
    key: 'saxon-memorials',
    kind: 'foreign-body',
    country: 'DE',
    name: {
      kk: 'Саксония мемориалдары қорының құжаттама орталығы (Дрезден)',
      ru: 'Центр документации объединения «Саксонские мемориалы» (Дрезден)',
      en: 'Documentation Centre of the Saxon Memorials Foundation (Dresden)',
    },
  },
  {
    key: 'volksbund',
    kind: 'foreign-body',
    country: 'DE',
    name: {
      kk: 'Германияның соғыс қабірлеріне күтім жасау жөніндегі халық одағы',
      ru: 'Народный союз Германии по уходу за военными могилами',
      en: 'German War Graves Commission (Volksbund)',
    },
  },
] as const satisfies readonly { key: string; kind: PartnerKind; country: string; name: Names }[];
