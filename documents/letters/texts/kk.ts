/** Хаттардың қазақша мәтіні. */
import { wordsOf } from '../../words';
import {
  fullNameOf,
  gaveLife,
  known,
  type LetterFacts,
  list,
  listed,
  notSearched,
  orGap,
  sourcesBy,
  type Writers,
} from './parts';

const dative = { қаңтар: 'ға', сәуір: 'ге', шілде: 'ге', қыркүйек: 'ке' } as Readonly<Record<string, string>>;

/** «2020 жылғы 31 қаңтарға дейін»: the ending follows the month. */
const until = (day: string) => `${day}${dative[day.split(' ').at(-1) ?? ''] ?? 'ға'} дейін`;

const about = (facts: LetterFacts) => {
  const { birth, birthPlace } = facts.soldier;
  const more = [birth && `туған күні: ${birth}`, birthPlace && `туған жері: ${birthPlace}`].filter(Boolean).join('; ');
  return more ? `${fullNameOf(facts)} (${more})` : fullNameOf(facts);
};

const application = ({ addressee }: LetterFacts) =>
  addressee ? `Сіздің өтінішіңіз (№ ${addressee.reference}, ${addressee.receivedOn}) бойынша ` : '';

const waiting = ({ waiting }: LetterFacts) =>
  listed(
    'Мына мекемелерге сұрау салдық, жауап күтіп отырмыз:',
    waiting.map(({ body, since }) => (since ? `${body}, сұрау салынған күн: ${since}` : body)),
  );

const established = (facts: LetterFacts) => {
  const { stated, soldier } = facts;
  const burial = stated?.burial;
  const kinds = { primary: 'Алғашқы жерленген жері', reburial: 'Қайта жерленген жері', unknown: 'Жерленген жері' };
  return known([
    ['Жауынгер', fullNameOf(facts)],
    ['Туған күні', soldier.birth],
    ['Туған жері', soldier.birthPlace],
    ['Тағдыры', stated ? wordsOf('kk', 'fate')(stated.fate) : ''],
    [gaveLife(facts) ? 'Қайтыс болған күні' : 'Күні', stated?.fateDate ?? ''],
    [`${kinds[burial?.kind ?? 'unknown']} (құжатта жазылғандай)`, burial?.reported ?? ''],
    ['Бұл жердің бүгінгі атауы', burial?.today ?? ''],
    ['Жердің анықталу дәлдігі', burial ? wordsOf('kk', 'precision')(burial.precision) : ''],
  ]);
};

const citations = ({ stated }: LetterFacts) =>
  listed('Бұл деректерді мына құжаттар растайды:', stated?.citations ?? []);

const homage = (facts: LetterFacts) => (gaveLife(facts) ? 'Жауынгердің рухына тағзым етеміз.' : '');

const familyOnly = ({ soldier }: LetterFacts) =>
  `Кейбір құжаттарды туыстығын растаған отбасы мүшелері ғана сұрата алады:\n${list([
    `әскерге шақырылған жеріндегі${soldier.draftPlace ? ` (${soldier.draftPlace})` : ''} әскери комиссариат (қазіргі қорғаныс істері жөніндегі бөлім) пен мемлекеттік архив: әскерге шақырылғандар кітабынан көшірме, отбасына төленген жәрдемақы құжаттары, келген хабарламалар`,
    'Ресей Федерациясы Қорғаныс министрлігінің Орталық архиві (Подольск қаласы): есепке алу карточкасы, жеке ісі, марапат құжаттары',
    'Әскери-медициналық құжаттар архиві (Санкт-Петербург қаласы): госпитальда емделгені туралы анықтама',
    'облыстық полиция департаментінің арнаулы мемлекеттік архиві: тұтқыннан қайтқандар мен сотталғандардың құжаттары',
  ])}\nСұрау хатқа туыстықты растайтын құжаттардың көшірмесін қоса тіркеу қажет. Хатты дайындауға көмектесеміз.`;

const next = ({ nextWordBy }: LetterFacts) =>
  `Жаңалық болса, бірден хабарлаймыз; болмаса да, ${until(nextWordBy)} Сізге тағы жазамыз.`;

export const kk: Writers = {
  acknowledgement: (facts) => [
    `Жауынгер ${about(facts)} туралы өтінішіңіз қабылданып, ${orGap(facts.addressee?.reference ?? '')} нөмірімен тіркелді (${orGap(facts.addressee?.receivedOn ?? '')}).`,
    `Алғашқы жауапты ${until(facts.firstAnswerBy)} жібереміз. Іздеудің барысын сайтымыздан өтініштің нөмірі мен жеке код арқылы көре аласыз.`,
    'Отбасыңызда майданнан келген хат, хабарлама («қара қағаз»), сурет немесе басқа құжат сақталса, көшірмесін жіберуіңізді сұраймыз: мұндай құжаттың іздеуге көмегі көп. Іздеу тегін жүргізіледі.',
  ],
  question: (facts) => [
    `Жауынгер ${about(facts)} туралы іздеуді жалғастыру үшін Сізден мынаны сұраймыз:`,
    list(facts.questions.length > 0 ? facts.questions : [orGap('')]),
    'Нақты білмесеңіз, отбасыңызда айтылып жүрген әңгімені немесе болжамыңызды жазсаңыз да болады. Жауапты хатпен, телефонмен не сайттағы өтінішіңіздің бетінде бере аласыз. Жауабыңызды күткен кезде де іздеу тоқтамайды.',
  ],
  interim: (facts) => [
    `${application(facts)}жауынгер ${about(facts)} туралы іздеу жалғасып жатыр.`.replace(/^ж/, 'Ж'),
    listed(
      'Осы күнге дейін мына дереккөздер қаралды:',
      facts.searched.flatMap(({ source, outcome }) => (outcome === 'found' || outcome === 'nothing' ? [source] : [])),
    ),
    waiting(facts),
    `Жауынгердің тағдыры мен жерленген жері туралы расталған дерек әзірге жоқ. ${next(facts)}`,
  ],
  extension: (facts) => [
    `${application(facts)}жауынгер ${about(facts)} туралы іздеу белгіленген мерзімде аяқталмады.`.replace(/^ж/, 'Ж'),
    waiting(facts),
    `Осыған байланысты жауап беру мерзімі ${facts.extendedTo ? until(facts.extendedTo) : `${orGap('')} дейін`} ұзартылды. Бұл уақытта да іздеу тоқтамайды.`,
  ],
  forwarding: (facts) => [
    `Жауынгер ${about(facts)} туралы өтінішіңізде сұралған құжаттар біздің музейде сақталмайды. Сондықтан өтінішіңіз мына мекемеге жіберілді: ${orGap(facts.partner)}.`,
    'Бұдан былай жауапты сол мекеме береді. Жауап ұзақ келмесе немесе қосымша сұрағыңыз болса, бізге хабарласыңыз.',
  ],
  'search-report': (facts) => [
    `${application(facts)}жауынгер ${about(facts)} туралы тізіміміздегі дереккөздердің бәрі қаралды. Өкінішке қарай, оның тағдыры да, жерленген жері де әзірге анықталмады.`.replace(
      /^ж/,
      'Ж',
    ),
    listed('Ештеңе табылмаған дереккөздер:', sourcesBy(facts, 'nothing')),
    listed(
      'Ұқсас жазба табылған, бірақ дәл осы жауынгерге қатысты екені расталмаған дереккөздер:',
      sourcesBy(facts, 'found'),
    ),
    listed('Қарау мүмкін болмаған дереккөздер:', notSearched(facts)),
    waiting(facts),
    familyOnly(facts),
    `Іздеу тоқтатылмайды: жаңа тізім түскен сайын жауынгердің есімі салыстырылып отырады. ${next(facts)}`,
  ],
  partial: (facts) => [
    `${application(facts)}архив құжаттары зерттеліп, жауынгердің тағдыры анықталды.`.replace(/^а/, 'А'),
    established(facts),
    citations(facts),
    `Жерленген жері әзірге белгісіз, іздеу жалғасып жатыр. ${next(facts)}`,
    homage(facts),
  ],
  result: (facts) => [
    `${application(facts)}архив құжаттары зерттеліп, мынадай деректер анықталды.`.replace(/^а/, 'А'),
    established(facts),
    citations(facts),
    facts.stated?.burial ? '' : 'Жерленген жері әзірге белгісіз.',
    homage(facts),
  ],
  certificate: () => ['Отан үшін жанын қиған жауынгердің есімі ұрпақ жадында мәңгі сақталады.'],
  correction: (facts) => [
    `Сізге жіберілген № ${orGap(facts.earlier?.number ?? '')} хатымызда (${orGap(facts.earlier?.day ?? '')}) айтылған мәлімет қайта тексерілді. Ол мәліметтің басқа адамға қатысты екені анықталды, сондықтан бұл хат күшін жояды. Қателігіміз үшін Сізден кешірім сұраймыз.`,
    `Қатенің себебі: ${orGap('')}`,
    `Жауынгер ${about(facts)} туралы іздеу қайта басталды. ${next(facts)}`,
  ],
  closing: (facts) => [
    facts.earlier
      ? `Жауынгер ${about(facts)} туралы іздеудің нәтижесі Сізге № ${orGap(facts.earlier.number)} хатпен (${orGap(facts.earlier.day)}) жеткізілді. Осымен өтініш бойынша жұмыс аяқталды.`
      : `Жауынгер ${about(facts)} туралы өтініш бойынша жұмыс аяқталды.`,
    'Жаңа құжат, сурет немесе дерек табылса, бізге хабарлаңыз: іздеуді қайта ашамыз.',
  ],
};

export const kkFrame = (name: string, paragraphs: readonly string[]): string[] => [
  name ? `Құрметті ${name},` : 'Құрметті туыстары,',
  ...paragraphs,
  'Құрметпен, Әскери археология бөлімі',
];
