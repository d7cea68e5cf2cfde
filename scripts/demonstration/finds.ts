/** Two finds of search squads and three messages of the public, at the end of the making: nothing counted before changes by them. */
import { and, asc, eq, isNotNull, ne, notExists, sql } from 'drizzle-orm';
import { applications, cases, leads } from '@/db/schema';
import { atMoment } from '@/domain/clock';
import { publishAppeal, writeAppeal } from '@/domain/community/appeals';
import { enterFind, enterFoundMan } from '@/domain/community/finds';
import { matchFoundMan } from '@/domain/community/found-men';
import { linkLead, sendLead } from '@/domain/community/leads';
import { read } from '@/domain/database';
import type { Actor } from '@/domain/permissions';
import { startOfDay } from '@/domain/working-days';
import type { World } from './world';

/** The last afternoon before the demonstration begins, after the journeys. */
const afternoon = startOfDay('2020-01-31') + 16 * 3600_000;
const minute = 60_000;
const visitor: Actor = { role: 'visitor', address: 'demonstration' };

type CaseRow = typeof cases.$inferSelect;

export async function makeFinds(world: World): Promise<void> {
  const manager = world.staff.managers[0];
  if (!manager) return;
  const sought = await openCase();
  const orphan = await caseWithoutFamily();
  let at = afternoon;
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    at += minute;
    return atMoment(at, work);
  };
  if (sought) await next(() => medallion(manager, sought));
  const appealId = orphan && (await next(() => relativesSought(manager, orphan)));
  await next(() => sendLead(visitor, messages.grave));
  if (appealId) await next(() => sendLead(visitor, { ...messages.family, about: 'appeal', aboutId: appealId }));
  if (sought) await next(() => linked(manager, sought));
}

/** A case in somebody's hands whose man has a name to be read letter by letter. */
async function openCase(): Promise<CaseRow | undefined> {
  const rows = await read()
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.status, 'searching'),
        eq(cases.origin, 'application'),
        isNotNull(cases.assigneeId),
        isNotNull(cases.birthEarliest),
        ne(cases.patronymic, ''),
        sql`length(${cases.surname}) > 7`,
      ),
    )
    .orderBy(asc(cases.number))
    .limit(1);
  return rows[0];
}

async function caseWithoutFamily(): Promise<CaseRow | undefined> {
  const family = read().select({ one: sql`1` }).from(applications).where(eq(applications.caseId, cases.id));
  const rows = await read()
    .select()
    .from(cases)
    .where(and(ne(cases.origin, 'application'), ne(cases.status, 'joined'), notExists(family), ne(cases.surname, '')))
    .orderBy(asc(cases.number))
    .limit(1);
  return rows[0];
}

const squad = { partnerId: 'memorial-zone', country: 'RU' };

/** The paper of a medallion, one letter of the surname washed away and the end of the father's name torn off. */
async function medallion(manager: Actor, { surname, givenName, patronymic, birthEarliest, draftPlace }: CaseRow) {
  const name = {
    surname: `${surname.slice(0, 4)}?${surname.slice(5)}`,
    givenName,
    patronymic: `${patronymic.slice(0, 4)}…`,
    birth: birthEarliest?.slice(0, 4) ?? '',
    draftPlace,
  };
  const { findId } = await enterFind(manager, {
    ...squad,
    kind: 'medallion',
    foundBy: '',
    foundOn: 'август 2019',
    place: 'д. Малая Осинка, в 2 км к западу, на опушке',
    region: 'Новгородская область',
    latitude: '57,93',
    longitude: '31,28',
    description: 'Глубина 60 см, останки одного бойца, медальон с запиской, частично размыта.',
    remains: '1',
    keptAt: 'у отряда, до захоронения',
  });
  const reading = [
    `Фам. ${name.surname}`,
    `Имя ${name.givenName}`,
    `Отч. ${name.patronymic}`,
    `Год рожд. ${name.birth}`,
  ];
  await enterFoundMan(manager, { findId, version: 1, ...name, reading: reading.join('\n') });
}

/** A soldier with a case and no family: found, matched, and asked for in the district he was called up from. */
async function relativesSought(manager: Actor, row: CaseRow): Promise<string | undefined> {
  const { findId } = await enterFind(manager, {
    ...squad,
    kind: 'belonging',
    foundBy: '',
    foundOn: '2019',
    place: 'бывш. д. Заречье',
    region: 'Смоленская область',
    description: 'Котелок с выцарапанной фамилией.',
  });
  const { manId } = await enterFoundMan(manager, { findId, version: 1, surname: row.surname, birth: row.birth });
  await matchFoundMan(manager, { findId, version: 2, manId, caseId: row.id });
  const { appealId } = await writeAppeal(manager, {
    caseId: row.id,
    district: row.draftPlace || row.birthPlace || 'Ақмола облысы',
    textKk:
      'Іздеу жасағы жауынгердің жеке затын тапты. Туыстарын іздейміз: немере-шөберелері, бауырларының ұрпақтары хабарласса екен.',
    textRu:
      'Поисковый отряд обнаружил личную вещь солдата. Мы ищем его родных: внуков, правнуков, потомков братьев и сестёр.',
    textEn:
      'A search squad found a belonging of this soldier. We look for his family: grandchildren, great-grandchildren and other kin.',
  });
  await publishAppeal(manager, { appealId, version: 1 });
  return appealId;
}

const blank = { soldier: '', knownFrom: '', name: '', contact: '' };
const messages = {
  grave: {
    ...blank,
    language: 'kk',
    text: 'Ауылымыздың шетіндегі ескі қабірде соғыста қаза тапқан екі жауынгер жатыр деп үлкендер айтушы еді. Қоршауы бар, тақтасы жоқ.',
    knownFrom: 'Нағашы атам айтып отыратын.',
  },
  family: {
    ...blank,
    language: 'ru',
    text: 'Фамилия знакомая: на нашей улице живёт его внучатая племянница, могу передать ей Ваш телефон.',
    knownFrom: 'Соседи',
    name: 'Сосед',
  },
  letter: {
    ...blank,
    language: 'kk',
    text: 'Осы кісінің майданнан жазған хаты аудандық музейде тұр. Өз көзіммен көрдім.',
    knownFrom: 'Аудандық музейден көрдім.',
  },
};

async function linked(manager: Actor, { number, surname, givenName }: CaseRow): Promise<void> {
  const sent = await sendLead(visitor, { ...messages.letter, soldier: `${surname} ${givenName}` });
  const [row] = await read().select().from(leads).where(eq(leads.number, sent.number));
  if (row) await linkLead(manager, { leadId: row.id, version: row.version, caseNumber: number, note: '' });
}
