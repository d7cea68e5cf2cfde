/** Names of countries: those of today, and the former states that reports of 1941–1945 and later lists name. */

export type CountryLocale = 'kk' | 'ru' | 'en';

/**
 * The countries of ISO 3166-1, those with graves the museum looks after first, the others by code. The Kazakh names are
 * the Unicode CLDR's own (what `Intl` gives in Node): some browsers claim to speak Kazakh and answer in English.
 */
const presentInKazakh = names(`
  RU Ресей; BY Беларусь; UA Украина; LV Латвия; LT Литва; EE Эстония; MD Молдова; PL Польша; DE Германия; HU Венгрия;
  CZ Чехия; SK Словакия; AT Аустрия; RO Румыния; BG Болгария; RS Сербия; FI Финляндия; NO Норвегия; SI Словения;
  HR Хорватия; BA Босния және Герцеговина; ME Черногория; MK Солтүстік Македония; AL Албания; GR Грекия; IT Италия;
  FR Франция; BE Бельгия; NL Нидерланд; LU Люксембург; DK Дания; SE Швеция; CH Швейцария; GB Ұлыбритания;
  KZ Қазақстан; KG Қырғызстан; UZ Өзбекстан; TM Түрікменстан; TJ Тәжікстан; AM Армения; AZ Әзірбайжан; GE Грузия;
  CN Қытай; KP Солтүстік Корея; KR Оңтүстік Корея; MN Моңғолия; JP Жапония;

  AD Андорра; AE Біріккен Араб Әмірліктері; AF Ауғанстан; AG Антигуа және Барбуда; AI Ангилья; AO Ангола;
  AQ Антарктида; AR Аргентина; AS Америкалық Самоа; AU Аустралия; AW Аруба; AX Аланд аралдары; BB Барбадос;
  BD Бангладеш; BF Буркина-Фасо; BH Бахрейн; BI Бурунди; BJ Бенин; BL Сен-Бартелеми; BM Бермуд аралдары; BN Бруней;
  BO Боливия; BQ Бонэйр, Синт-Эстатиус және Саба; BR Бразилия; BS Багам аралдары; BT Бутан; BV Буве аралы;
  BW Ботсвана; BZ Белиз; CA Канада; CC Кокос (Килинг) аралдары; CD Конго; CF Орталық Африка Республикасы;
  CG Конго-Браззавиль Республикасы; CI Кот-д’Ивуар; CK Кук аралдары; CL Чили; CM Камерун; CO Колумбия; CR Коста-Рика;
  CU Куба; CV Кабо-Верде; CW Кюрасао; CX Рождество аралы; CY Кипр; DJ Джибути; DM Доминика;
  DO Доминикан Республикасы; DZ Алжир; EC Эквадор; EG Мысыр; EH Батыс Сахара; ER Эритрея; ES Испания; ET Эфиопия;
  FJ Фиджи; FK Фолкленд аралдары; FM Микронезия; FO Фарер аралдары; GA Габон; GD Гренада; GF Француз Гвианасы;
  GG Гернси; GH Гана; GI Гибралтар; GL Гренландия; GM Гамбия; GN Гвинея; GP Гваделупа; GQ Экваторлық Гвинея;
  GS Оңтүстік Георгия және Оңтүстік Сандвич аралдары; GT Гватемала; GU Гуам; GW Гвинея-Бисау; GY Гайана;
  HK Сянган АӘА; HM Херд аралы және Макдональд аралдары; HN Гондурас; HT Гаити; ID Индонезия; IE Ирландия;
  IL Израиль; IM Мэн аралы; IN Үндістан; IO Үнді мұхитындағы Британ аймағы; IQ Ирак; IR Иран; IS Исландия; JE Джерси;
  JM Ямайка; JO Иордания; KE Кения; KH Камбоджа; KI Кирибати; KM Комор аралдары; KN Сент-Китс және Невис; KW Кувейт;
  KY Кайман аралдары; LA Лаос; LB Ливан; LC Сент-Люсия; LI Лихтенштейн; LK Шри-Ланка; LR Либерия; LS Лесото;
  LY Ливия; MA Марокко; MC Монако; MF Сен-Мартен; MG Мадагаскар; MH Маршалл аралдары; ML Мали; MM Мьянма (Бирма);
  MO Макао АӘА; MP Солтүстік Мариана аралдары; MQ Мартиника; MR Мавритания; MS Монтсеррат; MT Мальта; MU Маврикий;
  MV Мальдив аралдары; MW Малави; MX Мексика; MY Малайзия; MZ Мозамбик; NA Намибия; NC Жаңа Каледония; NE Нигер;
  NF Норфолк аралы; NG Нигерия; NI Никарагуа; NP Непал; NR Науру; NU Ниуэ; NZ Жаңа Зеландия; OM Оман; PA Панама;
  PE Перу; PF Француз Полинезиясы; PG Папуа — Жаңа Гвинея; PH Филиппин аралдары; PK Пәкістан;
  PM Сен-Пьер және Микелон; PN Питкэрн аралдары; PR Пуэрто-Рико; PS Палестина аймақтары; PT Португалия; PW Палау;
  PY Парагвай; QA Катар; RE Реюньон; RW Руанда; SA Сауд Арабиясы; SB Соломон аралдары; SC Сейшель аралдары; SD Судан;
  SG Сингапур; SH Әулие Елена аралы; SJ Шпицберген және Ян-Майен; SL Сьерра-Леоне; SM Сан-Марино; SN Сенегал;
  SO Сомали; SR Суринам; SS Оңтүстік Судан; ST Сан-Томе және Принсипи; SV Сальвадор; SX Синт-Мартен; SY Сирия;
  SZ Эсватини; TC Теркс және Кайкос аралдары; TD Чад; TF Францияның оңтүстік аймақтары; TG Того; TH Таиланд;
  TK Токелау; TL Тимор-Лесте; TN Тунис; TO Тонга; TR Түркия; TT Тринидад және Тобаго; TV Тувалу; TW Тайвань;
  TZ Танзания; UG Уганда; UM АҚШ-тың сыртқы кіші аралдары; US Америка Құрама Штаттары; UY Уругвай; VA Ватикан;
  VC Сент-Винсент және Гренадин аралдары; VE Венесуэла; VG Британдық Виргин аралдары; VI АҚШ-тың Виргин аралдары;
  VN Вьетнам; VU Вануату; WF Уоллис және Футуна; WS Самоа; YE Йемен; YT Майотта; ZA Оңтүстік Африка; ZM Замбия;
  ZW Зимбабве
`);

/**
 * `Intl` calls these by a successor's name. SU, DD, YU and CS are the codes of ISO 3166-3; CS is always Czechoslovakia
 * here, never the Serbia and Montenegro of 2003. XM and XC are ours, from the codes ISO leaves to its users, for the war
 * of August 1945. The Germany of the reports is DE.
 */
const formerStates: ReadonlyMap<string, Readonly<Record<CountryLocale, string>>> = new Map(
  Object.entries({
    SU: { kk: 'КСРО', ru: 'СССР', en: 'Soviet Union (USSR)' },
    CS: { kk: 'Чехословакия', ru: 'Чехословакия', en: 'Czechoslovakia' },
    YU: { kk: 'Югославия', ru: 'Югославия', en: 'Yugoslavia' },
    DD: {
      kk: 'Германия Демократиялық Республикасы (ГДР)',
      ru: 'Германская Демократическая Республика (ГДР)',
      en: 'German Democratic Republic (GDR)',
    },
    XM: { kk: 'Маньчжурия (Маньчжоу-го)', ru: 'Маньчжурия (Маньчжоу-го)', en: 'Manchuria (Manchukuo)' },
    XC: { kk: 'Корея (1948 жылға дейін)', ru: 'Корея (до 1948 года)', en: 'Korea (until 1948)' },
  }),
);

/** Codes of ISO 3166-1 alpha-2 in the order of a select: where the museum's graves are first; no former states. */
export const countriesToday: readonly string[] = [...presentInKazakh.keys()];

/** Codes a report may name: the former states first, then the countries of today. */
export const countriesReported: readonly string[] = [...formerStates.keys(), ...countriesToday];

const reported: ReadonlySet<string> = new Set(countriesReported);

/** Whether `code` is a country of today: two capital letters of ISO 3166-1, no former state. */
export function isCountryToday(code: string): boolean {
  return presentInKazakh.has(code);
}

/** Whether `code` is a country of today or a former state. */
export function isCountryReported(code: string): boolean {
  return reported.has(code);
}

/**
 * What a country is called in a language: `Intl`'s name of a present country, our own of a former state. A code that is
 * neither comes back as it is.
 */
export function countryName(code: string, locale: CountryLocale): string {
  const former = formerStates.get(code);
  if (former) return former[locale];
  const kazakh = presentInKazakh.get(code);
  if (kazakh === undefined) return code;
  if (locale === 'kk' && !speaksKazakh()) return kazakh;
  return displayNames(locale).of(code) ?? code;
}

const cache = new Map<CountryLocale, Intl.DisplayNames>();

function displayNames(locale: CountryLocale): Intl.DisplayNames {
  const known = cache.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale], { type: 'region' });
  cache.set(locale, made);
  return made;
}

/** `supportedLocalesOf` is no help: Chromium lists kk without having its names. */
function speaksKazakh(): boolean {
  return displayNames('kk').of('RU') === presentInKazakh.get('RU');
}

function names(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').map((entry) => {
      const [code = '', ...words] = entry.trim().split(' ');
      return [code, words.join(' ')];
    }),
  );
}
