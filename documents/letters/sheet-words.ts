/**
 * The words around the facts of a sheet, form 1. They never change: a sheet made again must be the same to the byte. Other words are
 * another form.
 */
import type { SheetFacts } from '@/domain/correspondence/letter-sheets';

type Language = SheetFacts['language'];

/** The head of the paper is in both languages of the state, whatever language the letter is in. */
export const letterhead = {
  kk: ['Қазақстан Республикасы', 'Қарулы Күштерінің', 'Әскери-тарихи музейі', 'Әскери археология бөлімі'],
  ru: ['Военно-исторический музей', 'Вооружённых Сил', 'Республики Казахстан', 'Отдел военной археологии'],
} as const;

type SheetWords = {
  draft: string;
  number: string;
  inReplyTo: (reference: string) => string;
  writer: string;
  page: (page: number, pages: number) => string;
  /** Of the certificate. */
  museum: string;
  department: string;
  title: string;
  rankOfHonour: string;
  burial: string;
  today: string;
  grounds: string;
  signature: string;
  /** Of the document as a file. */
  letter: string;
};

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  kk: {
    draft: 'ЖОБА',
    number: '№',
    inReplyTo: (reference) => `№ ${reference} өтінішке`,
    writer: 'Орындаушы',
    page: (page, pages) => `${pages} беттің ${page}-беті`,
    museum: 'Қазақстан Республикасы Қарулы Күштерінің Әскери-тарихи музейі',
    department: 'Әскери археология бөлімі',
    title: 'Атаулы естелік сертификаты',
    rankOfHonour: 'Ұлы Отан соғысының жауынгері',
    burial: 'Алғашқы жерленген жері',
    today: 'бүгінде',
    grounds: 'Негіз',
    signature: 'Қолы',
    letter: 'Хат',
  },
  ru: {
    draft: 'ЧЕРНОВИК',
    number: '№',
    inReplyTo: (reference) => `На заявление № ${reference}`,
    writer: 'Исполнитель',
    page: (page, pages) => `Страница ${page} из ${pages}`,
    museum: 'Военно-исторический музей Вооружённых Сил Республики Казахстан',
    department: 'Отдел военной археологии',
    title: 'Именной сертификат памяти',
    rankOfHonour: 'Воин Великой Отечественной войны',
    burial: 'Место первичного захоронения',
    today: 'ныне',
    grounds: 'Основание',
    signature: 'Подпись',
    letter: 'Письмо',
  },
  en: {
    draft: 'DRAFT',
    number: 'No.',
    inReplyTo: (reference) => `In reply to application ${reference}`,
    writer: 'Written by',
    page: (page, pages) => `Page ${page} of ${pages}`,
    museum: 'Military Historical Museum of the Armed Forces of the Republic of Kazakhstan',
    department: 'Department of battlefield archaeology',
    title: 'Certificate of memory',
    rankOfHonour: 'Soldier of the Great Patriotic War',
    burial: 'Place of the primary burial',
    today: 'today',
    grounds: 'Source',
    signature: 'Signature',
    letter: 'Letter',
  },
};
