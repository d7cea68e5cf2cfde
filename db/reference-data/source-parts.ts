/** Kinds of documents within one source that are searched one by one. */
import type { Names } from '../schema/correspondence';

type Parts = readonly { key: string; name: Names }[];

export const registerParts = [
  {
    key: 'register',
    name: {
      kk: 'Тізілімдегі өтініштер мен іздеулер',
      ru: 'Заявления и розыски реестра',
      en: 'Applications and cases of the register',
    },
  },
  {
    key: 'lists',
    name: {
      kk: 'Музейдің, жасақтар мен ұйымдардың тізімдері',
      ru: 'Списки музея, отрядов и организаций',
      en: 'Lists of the museum, squads and societies',
    },
  },
] as const satisfies Parts;

export const lossPapers = [
  {
    key: 'loss-reports',
    name: {
      kk: 'Қайтпас шығын туралы хабарламалар',
      ru: 'Донесения о безвозвратных потерях',
      en: 'Reports of irrecoverable losses',
    },
  },
  {
    key: 'clarifications',
    name: {
      kk: 'Шығынды нақтылайтын құжаттар',
      ru: 'Документы, уточняющие потери',
      en: 'Documents that make losses more exact',
    },
  },
  {
    key: 'exclusion-orders',
    name: {
      kk: 'Тізімнен шығару туралы бұйрықтар',
      ru: 'Приказы об исключении из списков',
      en: 'Orders of exclusion from the lists',
    },
  },
  {
    key: 'burials',
    name: {
      kk: 'Жерлеу паспорттары мен тізімдері',
      ru: 'Паспорта и списки захоронений',
      en: 'Burial passports and lists',
    },
  },
  {
    key: 'hospitals',
    name: {
      kk: 'Госпитальдар мен медсанбаттардың құжаттары',
      ru: 'Документы госпиталей и медсанбатов',
      en: 'Hospital and medical battalion papers',
    },
  },
  {
    key: 'transit-points',
    name: {
      kk: 'Әскери-транзиттік пункттердің құжаттары',
      ru: 'Документы военно-пересыльных пунктов',
      en: 'Papers of military transit points',
    },
  },
  {
    key: 'prisoners',
    name: { kk: 'Әскери тұтқындардың карточкалары', ru: 'Карточки военнопленных', en: 'Prisoner-of-war cards' },
  },
  {
    key: 'card-indexes',
    name: { kk: 'Шығын картотекалары', ru: 'Картотеки потерь', en: 'Card indexes of losses' },
  },
  { key: 'books', name: { kk: 'Естелік кітаптары', ru: 'Книги памяти', en: 'Books of Memory' } },
] as const satisfies Parts;

export const oblastPapers = [
  {
    key: 'call-up',
    name: {
      kk: 'Әскерге шақырылғандардың кітаптары мен тізімдері',
      ru: 'Книги и списки призванных',
      en: 'Call-up books and lists',
    },
  },
  {
    key: 'notices',
    name: { kk: 'Хабарламалар («қара қағаз»)', ru: 'Извещения («похоронки»)', en: 'Notices of death' },
  },
  {
    key: 'allowances',
    name: {
      kk: 'Отбасыларға жәрдемақы мен зейнетақы тізімдері',
      ru: 'Списки семей на пособии и пенсии',
      en: 'Lists of families on allowance',
    },
  },
] as const satisfies Parts;

export const prisonerPapers = [
  {
    key: 'cards',
    name: {
      kk: 'Тұтқынның жеке карточкалары',
      ru: 'Персональные карты пленных',
      en: 'Personal cards of prisoners',
    },
  },
  {
    key: 'camps',
    name: {
      kk: 'Лагерьлер мен лазареттердің тізімдері',
      ru: 'Списки лагерей и лазаретов',
      en: 'Lists of camps and camp hospitals',
    },
  },
  {
    key: 'graves',
    name: {
      kk: 'Тұтқындар зираттарының тізімдері',
      ru: 'Списки кладбищ военнопленных',
      en: 'Lists of prisoners’ cemeteries',
    },
  },
  {
    key: 'filtration',
    name: {
      kk: 'Сүзгілеу және тексеру істерінің құжаттары',
      ru: 'Фильтрационно-проверочные дела',
      en: 'Filtration files',
    },
  },
] as const satisfies Parts;
