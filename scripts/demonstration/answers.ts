/** What an invented relative writes in the application. */
import type { Answers } from '@/domain/applications/fields';
import type { Generator } from './generator';
import { birthPlaceOf, type Relative, type Soldier } from './person';

const monthsKk = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const monthsRu = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** @param consents those that were ticked */
export function answersOf(by: Generator, soldier: Soldier, relative: Relative, consents: readonly string[]): Answers {
  const kk = relative.language === 'kk';
  const script = kk ? 'kk' : 'ru';
  const { origin, draftMonth, draftYear } = soldier;
  const lossYear = soldier.lossDate.slice(6);
  const maybe = (likely: number, text: string) => (by.chance(likely) ? text : '?');
  const answers: Answers = {
    surname: soldier.surname[script],
    givenName: soldier.given[script],
    patronymic: maybe(0.93, soldier.patronymic[script]),
    birth: birthOf(by, soldier, kk),
    birthPlace: maybe(0.95, birthPlaceOf(soldier, script)),
    draftPlace: maybe(0.75, kk ? `${origin.district.kk} аудандық әскери комиссариаты` : `${origin.district.ru} РВК`),
    draftDate: maybe(
      0.6,
      kk ? `${draftYear} жылғы ${monthsKk[draftMonth - 1]}` : `${monthsRu[draftMonth - 1]} ${draftYear}`,
    ),
    rank: maybe(0.4, soldier.rank),
    unit: maybe(0.25, soldier.unit || '?'),
    lastLetter: maybe(0.55, lastLetter(by, soldier, kk)),
    noticeKind: by.weighted([
      ['missing', 45],
      ['killed', 12],
      ['none', 18],
      ['?', 25],
    ]),
    parents: maybe(0.8, parentsOf(soldier, kk)),
    familyAddress: maybe(0.5, birthPlaceOf(soldier, script)),
    ...optional(by, 0.35, 'nationality', soldier.people === 'kazakh' ? (kk ? 'қазақ' : 'казах') : ''),
    ...optional(by, 0.4, 'wife', soldier.wife?.[script] ?? ''),
    ...optional(by, 0.3, 'otherSpellings', otherSpelling(soldier, kk)),
    ...optional(by, 0.2, 'askedWhere', askedWhere(by, kk)),
    ...optional(by, 0.12, 'captivity', captivity(by, kk)),
    ...optional(by, 0.12, 'hospital', hospital(kk)),
    applicantName: relative.name,
    kinship: relative.kinship,
    region: relative.region,
    tellFirst: relative.tellFirst,
    ...(relative.telephone ? { telephone: relative.telephone } : {}),
    ...(relative.email ? { email: relative.email } : {}),
    ...(relative.postalAddress ? { postalAddress: relative.postalAddress } : {}),
    ...(relative.birthYear < 1950 || by.chance(0.4) ? { birthYear: String(relative.birthYear) } : {}),
    ...Object.fromEntries(consents.map((kind) => [`consent-${kind}`, 'on'])),
  };
  if (answers.noticeKind === 'missing' && by.chance(0.5))
    Object.assign(answers, { noticeDate: lossYear, noticeNumber: `№ ${by.int(11, 980)}` });
  if (relative.helperName)
    Object.assign(answers, {
      helperName: relative.helperName,
      helperContact: relative.telephone || '+7 700 000 00 00',
      newsTo: by.chance(0.4) ? 'helper' : 'applicant',
    });
  // Whoever gives no other way to be reached at least gives an address.
  if (!answers.telephone && !answers.email && !answers.postalAddress)
    answers.postalAddress = kk ? 'Сұраныс бойынша пошта бөлімшесіне' : 'До востребования';
  return answers;
}

const optional = (by: Generator, likely: number, field: keyof Answers, text: string): Answers =>
  text && by.chance(likely) ? { [field]: text } : {};

/** The same name in the other language, where it is written otherwise. */
function otherSpelling({ surname, given }: Soldier, kk: boolean): string {
  if (surname.kk === surname.ru && given.kk === given.ru) return '';
  return kk ? `${surname.ru} ${given.ru}` : `${surname.kk} ${given.kk}`;
}

function birthOf(by: Generator, { birth }: Soldier, kk: boolean): string {
  const year = birth.year + (by.chance(0.15) ? by.pick([-1, 1]) : 0);
  const two = (n: number) => String(n).padStart(2, '0');
  return by.weighted([
    [String(year), 60],
    [kk ? `шамамен ${year}` : `около ${year}`, 20],
    [`${two(birth.day)}.${two(birth.month)}.${birth.year}`, 12],
    ['?', 8],
  ]);
}

function lastLetter(by: Generator, soldier: Soldier, kk: boolean): string {
  const year = soldier.lossDate.slice(6);
  const month = Math.max(1, Number(soldier.lossDate.slice(3, 5)) - 1);
  return kk
    ? by.pick([
        `Соңғы хаты ${year} жылғы ${monthsKk[month - 1]} айында келген. Хат сақталмаған, әжем айтып отыратын.`,
        `${year} жылдың ${monthsKk[month - 1]} айында үшбұрыш хат келіпті, «ертең ұрысқа кіреміз» деп жазған. Содан кейін хабар болмаған.`,
        `Хат ${year} жылға дейін келіп тұрған, қай жерден екені есте қалмаған.`,
      ])
    : by.pick([
        `Последнее письмо пришло в ${year} году, месяц ${monthsRu[month - 1]}. Само письмо не сохранилось.`,
        `Письмо-треугольник, ${monthsRu[month - 1]} ${year}: «завтра идём в бой». Больше вестей не было.`,
        `Писал до ${year} года, откуда – не помнят.`,
      ]);
}

function parentsOf({ father, mother }: Soldier, kk: boolean): string {
  return kk ? `әкесі ${father.kk}, анасы ${mother.kk}` : `отец ${father.ru}, мать ${mother.ru}`;
}

const askedWhere = (by: Generator, kk: boolean) =>
  kk
    ? by.pick([
        'Облыстық әскери комиссариаттан сұрағанбыз, «хабарсыз кеткен» деген анықтама берді.',
        'Интернеттен өзіміз қарадық, аты-жөні ұқсас адам көп, қайсысы екенін білмедік.',
        '1985 жылы Подольскідегі архивке хат жазылған, жауабы сақталмаған.',
      ])
    : by.pick([
        'Обращались в военкомат, получили справку «пропал без вести».',
        'Искали сами в интернете, но однофамильцев много, своего не узнали.',
        'В 1985 году писали в архив в Подольск, ответ не сохранился.',
      ]);

const captivity = (by: Generator, kk: boolean) =>
  kk
    ? by.pick(['Тұтқынға түскен деген сөз болған, дәлелі жоқ.', 'Ауылдасы лагерьде бірге болдым деп айтыпты.'])
    : by.pick(['Говорили, что был в плену, подтверждений нет.', 'Односельчанин рассказывал, что видел его в лагере.']);

const hospital = (kk: boolean) =>
  kk ? 'Жараланып, госпитальда жатқан, қай қалада екені белгісіз.' : 'Был ранен, лежал в госпитале, город неизвестен.';
