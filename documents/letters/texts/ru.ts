/** Тексты писем по-русски. */
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
  sentence,
  sourcesBy,
  type Writers,
} from './parts';

const about = (facts: LetterFacts) => {
  const { birth, birthPlace } = facts.soldier;
  const more = [birth && `дата рождения: ${birth}`, birthPlace && `место рождения: ${birthPlace}`]
    .filter(Boolean)
    .join('; ');
  return more ? `${fullNameOf(facts)} (${more})` : fullNameOf(facts);
};

const application = ({ addressee }: LetterFacts) =>
  addressee ? `По Вашему заявлению № ${addressee.reference} от ${addressee.receivedOn} сообщаем: ` : 'Сообщаем: ';

const waiting = ({ waiting }: LetterFacts) =>
  listed(
    'Мы направили запросы и ждём ответа:',
    waiting.map(({ body, since }) => (since ? `${body}, запрос от ${since}` : body)),
  );

const established = (facts: LetterFacts) => {
  const { stated, soldier } = facts;
  const burial = stated?.burial;
  const kinds = {
    primary: 'Место первичного захоронения',
    reburial: 'Место перезахоронения',
    unknown: 'Место захоронения',
  };
  return known([
    ['Воин', fullNameOf(facts)],
    ['Дата рождения', soldier.birth],
    ['Место рождения', soldier.birthPlace],
    ['Судьба', stated ? wordsOf('ru', 'fate')(stated.fate) : ''],
    [gaveLife(facts) ? 'Дата смерти' : 'Дата', stated?.fateDate ?? ''],
    [`${kinds[burial?.kind ?? 'unknown']} (как в документе)`, burial?.reported ?? ''],
    ['Как это место называется сегодня', burial?.today ?? ''],
    ['С какой точностью установлено место', burial ? wordsOf('ru', 'precision')(burial.precision) : ''],
  ]);
};

const citations = ({ stated }: LetterFacts) => listed('Эти сведения подтверждают документы:', stated?.citations ?? []);

const homage = (facts: LetterFacts) => (gaveLife(facts) ? 'Склоняем головы перед памятью воина.' : '');

const familyOnly = ({ soldier }: LetterFacts) =>
  `Некоторые документы могут запросить только члены семьи, подтвердившие родство:\n${list([
    `военкомат (ныне отдел по делам обороны) и государственный архив по месту призыва${soldier.draftPlace ? ` (${soldier.draftPlace})` : ''}: выписку из книги призванных, дело о пособии семье, поступившие извещения`,
    'Центральный архив Министерства обороны Российской Федерации (г. Подольск): учётную карточку, личное дело, наградные документы',
    'Архив военно-медицинских документов (г. Санкт-Петербург): справку о лечении в госпитале',
    'специальный государственный архив департамента полиции области: дела вернувшихся из плена и осуждённых',
  ])}\nК запросу нужно приложить копии документов, подтверждающих родство. Мы поможем его составить.`;

const next = ({ nextWordBy }: LetterFacts) =>
  sentence(`Если появятся новости, сообщим сразу; если их не будет, всё равно напишем Вам не позднее ${nextWordBy}`);

export const ru: Writers = {
  acknowledgement: (facts) => [
    `Ваше заявление о розыске воина принято и зарегистрировано: № ${orGap(facts.addressee?.reference ?? '')} от ${orGap(facts.addressee?.receivedOn ?? '')}. Разыскивается ${sentence(about(facts))}`,
    `Первый ответ мы дадим не позднее ${facts.firstAnswerBy}. Ход розыска можно видеть на нашем сайте по номеру заявления и личному коду.`,
    'Если в семье сохранились письма с фронта, извещение, фотография или другие документы, пришлите, пожалуйста, их копии: они очень помогают розыску. Розыск бесплатный.',
  ],
  question: (facts) => [
    `Для розыска воина (${about(facts)}) просим Вас ответить:`,
    list(facts.questions.length > 0 ? facts.questions : [orGap('')]),
    'Если Вы не знаете точно, напишите, что рассказывали в семье, или своё предположение. Ответить можно письмом, по телефону или на странице Вашего заявления на сайте. Пока мы ждём ответа, розыск не останавливается.',
  ],
  interim: (facts) => [
    `${application(facts)}розыск воина продолжается. Разыскивается ${sentence(about(facts))}`,
    listed(
      'К настоящему времени проверены источники:',
      facts.searched.flatMap(({ source, outcome }) => (outcome === 'found' || outcome === 'nothing' ? [source] : [])),
    ),
    waiting(facts),
    `Подтверждённых сведений о судьбе воина и месте захоронения пока нет. ${next(facts)}`,
  ],
  extension: (facts) => [
    `${application(facts)}розыск воина (${about(facts)}) не удалось закончить в срок.`,
    waiting(facts),
    `Поэтому срок ответа продлён до ${facts.extendedTo || orGap('')}. Всё это время розыск продолжается.`,
  ],
  forwarding: (facts) => [
    `Документы, о которых Вы спрашиваете в заявлении, в музее не хранятся. Разыскивается ${sentence(about(facts))} Ваше заявление направлено в следующее учреждение: ${sentence(orGap(facts.partner))}`,
    'Дальше Вам ответит это учреждение. Если ответа долго нет или у Вас есть вопросы, обращайтесь к нам.',
  ],
  'search-report': (facts) => [
    `${application(facts)}по розыску воина (${about(facts)}) проверены все источники из нашего перечня. К сожалению, ни его судьба, ни место захоронения пока не установлены.`,
    listed('Источники, в которых ничего не найдено:', sourcesBy(facts, 'nothing')),
    listed(
      'Источники, в которых есть похожие записи, но не подтвердилось, что это именно он:',
      sourcesBy(facts, 'found'),
    ),
    listed('Источники, которые проверить не удалось:', notSearched(facts)),
    waiting(facts),
    familyOnly(facts),
    `Розыск не прекращается: имя воина сверяется с каждым новым списком. ${next(facts)}`,
  ],
  partial: (facts) => [
    `${application(facts)}по архивным документам установлена судьба воина.`,
    established(facts),
    citations(facts),
    `Место захоронения пока неизвестно, розыск продолжается. ${next(facts)}`,
    homage(facts),
  ],
  result: (facts) => [
    `${application(facts)}по архивным документам установлено следующее.`,
    established(facts),
    citations(facts),
    facts.stated?.burial ? '' : 'Место захоронения пока неизвестно.',
    homage(facts),
  ],
  certificate: () => ['Имя воина, отдавшего жизнь за Родину, навсегда сохранится в памяти потомков.'],
  correction: (facts) => [
    `Сведения, которые мы сообщили Вам в письме № ${orGap(facts.earlier?.number ?? '')} от ${orGap(facts.earlier?.day ?? '')}, проверены ещё раз. Оказалось, что они относятся к другому человеку, поэтому считайте то письмо недействительным. Просим простить нас за эту ошибку.`,
    `Причина ошибки: ${orGap('')}`,
    `Розыск воина (${about(facts)}) возобновлён. ${next(facts)}`,
  ],
  closing: (facts) => [
    facts.earlier
      ? `Результат розыска воина (${about(facts)}) сообщён Вам в письме № ${orGap(facts.earlier.number)} от ${orGap(facts.earlier.day)}. На этом работа по заявлению завершена.`
      : `Работа по заявлению о розыске воина (${about(facts)}) завершена.`,
    'Если найдутся новые документы, фотографии или сведения, напишите нам: мы возобновим розыск.',
  ],
};

export const ruFrame = (name: string, paragraphs: readonly string[]): string[] => [
  name ? `Здравствуйте, ${name}.` : 'Уважаемые родственники,',
  ...paragraphs,
  'С уважением, отдел военной археологии',
];
