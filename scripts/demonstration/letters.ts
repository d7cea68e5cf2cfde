/** Texts of the letters to families, as a researcher writes them. */
import type { LetterKind } from '@/domain/correspondence/letter-kinds';
import type { Language } from './person';

export type LetterFacts = {
  applicant: string;
  soldier: string;
  /** The reference of the application. */
  reference: string;
  partner?: string;
  /** Sources already searched, in the letter's language. */
  searched?: string;
  fate?: string;
  fateDate?: string;
  place?: string;
  /** Whether the place is that of the primary burial. */
  primary?: boolean;
  citation?: string;
  today?: string;
};

/** The kinds that the demonstration's staff wrote. */
export type WrittenKind = Exclude<LetterKind, 'question' | 'partial' | 'correction'>;

type Writer = (facts: LetterFacts) => string;

const kk: Record<WrittenKind, Writer> = {
  acknowledgement: ({ soldier, reference }) =>
    `${soldier} туралы өтінішіңіз тіркелді, нөмірі – ${reference}. Бастапқы жауапты он бес жұмыс күні ішінде жібереміз. Үйіңізде майданнан келген хат, хабарлама немесе сурет сақталса, көшірмесін жіберуіңізді сұраймыз: іздеуге көп көмегі тиеді.`,
  interim: ({ soldier, searched }) =>
    `${soldier} туралы іздеу жалғасып жатыр. Осы күнге дейін қаралған дереккөздер: ${searched}. Жауынгердің тағдыры туралы нақты дерек әзірге табылған жоқ. Жаңа мәлімет шықса, бірден хабарлаймыз; жаңалық болмаған күннің өзінде үш айдан кешіктірмей тағы жазамыз.`,
  extension: ({ soldier }) =>
    `${soldier} туралы өтінішіңізге архивтен жауап күтіп отырмыз, сондықтан қарау мерзімі ұзартылды. Жауап келген соң Сізге жазамыз.`,
  forwarding: ({ soldier, partner }) =>
    `${soldier} туралы өтінішіңізде сұралған құжаттар біздің музейде сақталмайды. Өтінішіңіз мына мекемеге жіберілді: ${partner}. Жауапты сол мекеме береді; қосымша сұрағыңыз болса, бізге де хабарласа аласыз.`,
  'search-report': ({ soldier, searched }) =>
    `${soldier} туралы тізбедегі дереккөздердің бәрі қаралды: ${searched}. Өкінішке қарай, тағдыры да, жерленген жері де әзірге анықталмады. Кейбір құжатты отбасының өзі ғана сұрата алады: шақырылған жеріндегі әскерге шақырылғандар кітабының көшірмесі мен жәрдемақы ісі. Іздеу тоқтатылмайды: жаңа тізім түскен сайын есімі салыстырылып отырады.`,
  result: ({ soldier, fate, fateDate, place, primary, citation }) =>
    `Архив құжаттары бойынша ${soldier} туралы мынадай дерек анықталды: ${fate}, ${fateDate}.${place ? ` ${primary ? 'Алғашқы жерленген жері' : 'Жерленген жері'}: ${place}.` : ' Жерленген жері әзірге белгісіз.'} Дерек мына құжатпен расталады: ${citation}. Қайғыңызға ортақтасып, ерлік жолына тағзым етеміз.`,
  certificate: ({ soldier, fateDate, place, citation }) =>
    `Атаулы естелік сертификаты. ${soldier}, ${fateDate} күні Отан үшін опат болған. Алғашқы жерленген жері: ${place}. Негіздеме: ${citation}.`,
  closing: ({ soldier }) =>
    `${soldier} туралы іздеу нәтижесі Сізге жеткізілді, сондықтан өтініш бойынша жұмыс аяқталды. Жаңа құжат немесе сурет табылса, бізге хабарлаңыз: іздеуді қайта ашамыз.`,
};

const ru: Record<WrittenKind, Writer> = {
  acknowledgement: ({ soldier, reference }) =>
    `Ваше заявление о розыске (${soldier}) зарегистрировано, номер ${reference}. Первый ответ мы дадим в течение пятнадцати рабочих дней. Если в семье сохранились письма с фронта, извещение или фотография, пришлите, пожалуйста, копии: они очень помогают розыску.`,
  interim: ({ soldier, searched }) =>
    `Розыск (${soldier}) продолжается. К этому дню проверены источники: ${searched}. Точных сведений о судьбе воина пока нет. Если появится новое, мы сообщим сразу; если нового не будет, всё равно напишем не позднее чем через три месяца.`,
  extension: ({ soldier }) =>
    `По Вашему заявлению (${soldier}) мы ждём ответа архива, поэтому срок рассмотрения продлён. Как только ответ придёт, мы напишем Вам.`,
  forwarding: ({ soldier, partner }) =>
    `Документы, о которых Вы спрашиваете (${soldier}), в музее не хранятся. Ваше заявление направлено: ${partner}. Ответ даст этот орган; с вопросами Вы можете обращаться и к нам.`,
  'search-report': ({ soldier, searched }) =>
    `По розыску (${soldier}) проверены все источники нашего перечня: ${searched}. К сожалению, ни судьба, ни место захоронения пока не установлены. Некоторые документы может запросить только семья: выписку из книги призванных и дело о пособии по месту призыва. Розыск не прекращается: имя сверяется с каждым новым списком.`,
  result: ({ soldier, fate, fateDate, place, primary, citation }) =>
    `По архивным документам о воине (${soldier}) установлено: ${fate}, ${fateDate}.${place ? ` ${primary ? 'Место первичного захоронения' : 'Место захоронения'}: ${place}.` : ' Место захоронения пока неизвестно.'} Сведения подтверждает документ: ${citation}. Склоняем головы перед его памятью и разделяем Вашу скорбь.`,
  certificate: ({ soldier, fateDate, place, citation }) =>
    `Именной сертификат памяти. ${soldier} отдал жизнь за Родину, ${fateDate}. Место первичного захоронения: ${place}. Основание: ${citation}.`,
  closing: ({ soldier }) =>
    `Результат розыска (${soldier}) Вам сообщён, работа по заявлению завершена. Если найдутся новые документы или фотографии, напишите нам: мы возобновим розыск.`,
};

const en: Record<WrittenKind, Writer> = {
  acknowledgement: ({ soldier, reference }) =>
    `Your application about ${soldier} is registered under the number ${reference}. You will have our first answer within fifteen working days. If your family has kept letters from the front, a notice or a photograph, please send us copies.`,
  interim: ({ soldier, searched }) =>
    `The search for ${soldier} goes on. So far these sources were searched: ${searched}. Nothing certain is known of his fate yet. We shall write as soon as there is news, and within three months even if there is none.`,
  extension: ({ soldier }) => `For ${soldier} we are waiting for an archive, so the term of our answer was extended.`,
  forwarding: ({ soldier, partner }) =>
    `The papers you ask for (${soldier}) are not kept at our museum. Your application was passed on to: ${partner}.`,
  'search-report': ({ soldier, searched }) =>
    `For ${soldier} every source of our list was searched: ${searched}. Neither his fate nor his grave could be established yet. The call-up book and the allowance file at his place of call-up can be asked for by the family only. The search does not end: his name is compared with every new list.`,
  result: ({ soldier, fate, fateDate, place, primary, citation }) =>
    `Archive documents establish for ${soldier}: ${fate}, ${fateDate}.${place ? ` ${primary ? 'Place of the primary burial' : 'Place of burial'}: ${place}.` : ' His grave is not known yet.'} This rests on: ${citation}. We bow to his memory.`,
  certificate: ({ soldier, fateDate, place, citation }) =>
    `Certificate of memory. ${soldier} gave his life, ${fateDate}. Place of the primary burial: ${place}. Based on: ${citation}.`,
  closing: ({ soldier }) =>
    `You have been told the result of the search for ${soldier}, and the work on your application is done. Should new papers or photographs turn up, please write to us.`,
};

const frames: Record<Language, (applicant: string, text: string) => string> = {
  kk: (applicant, text) => `Құрметті ${applicant},\n\n${text}\n\nҚұрметпен, Әскери археология бөлімі`,
  ru: (applicant, text) => `Здравствуйте, ${applicant}.\n\n${text}\n\nС уважением, отдел военной археологии`,
  en: (applicant, text) => `Dear ${applicant},\n\n${text}\n\nDepartment of battlefield archaeology`,
};

export function letterText(kind: WrittenKind, language: Language, facts: LetterFacts): string {
  return frames[language](facts.applicant, { kk, ru, en }[language][kind](facts));
}
