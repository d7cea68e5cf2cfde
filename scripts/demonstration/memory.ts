/** Two memory pages and an objection, at the end of the making: nothing counted before changes by them. */
import { asc, eq } from 'drizzle-orm';
import { cases } from '@/db/schema';
import { everyPublished } from '@/domain/burials/public';
import { activeApplications } from '@/domain/cases/guards';
import { atMoment } from '@/domain/clock';
import { read } from '@/domain/database';
import { answerMemory } from '@/domain/memory/answers';
import { sendObjection } from '@/domain/memory/objections';
import { askAboutMemory, publishMemory, writeMemory } from '@/domain/memory/pages';
import type { Actor, StaffActor } from '@/domain/permissions';
import { startOfDay } from '@/domain/working-days';
import type { World } from './world';

/** The last afternoon before the demonstration begins, after the finds. */
const afternoon = startOfDay('2020-01-31') + 17 * 3600_000;
const minute = 60_000;
const visitor: Actor = { role: 'visitor', address: 'demonstration' };

export async function makeMemories(world: World): Promise<void> {
  const manager = world.staff.managers[0];
  if (!manager) return;
  let at = afternoon;
  const next: Next = (work) => {
    at += minute;
    return atMoment(at, work);
  };
  const [first, second, third] = await publishedCases();
  if (first) await page(next, manager, first.caseId, stories.teacher);
  if (second) await page(next, manager, second.caseId, stories.shepherd);
  if (third) await next(() => sendObjection(visitor, { ...objection, aboutId: third.burialId }));
}

/** Published entries of cases with one application, by the number of the case. */
async function publishedCases(): Promise<{ caseId: string; burialId: string }[]> {
  const found: { caseId: string; burialId: string; number: number }[] = [];
  for (const { caseId, burialId } of await everyPublished()) {
    const [row] = await read()
      .select({ number: cases.number })
      .from(cases)
      .where(eq(cases.id, caseId))
      .orderBy(asc(cases.number));
    if (row && (await activeApplications(caseId)).length === 1) found.push({ caseId, burialId, number: row.number });
  }
  return found.sort((a, b) => a.number - b.number);
}

type Next = <T>(work: () => Promise<T>) => Promise<T>;

/** The whole way of a page: written, asked about, agreed to by the family, published. */
async function page(next: Next, manager: StaffActor, caseId: string, story: object): Promise<void> {
  const seen = { caseId, version: 1 };
  await next(() => writeMemory(manager, { caseId, version: 0, ...story }));
  await next(() => askAboutMemory(manager, seen));
  const [family] = await activeApplications(caseId);
  if (!family) return;
  const actor: Actor = { role: 'applicant', applicationId: family.id };
  await next(() => answerMemory(actor, { applicationId: family.id, version: 1, answer: 'agreed' }));
  await next(() => publishMemory(manager, seen));
}

const stories = {
  teacher: {
    storyKk:
      'Соғысқа дейін ол ауыл мектебінде бастауыш сыныпты оқытқан. Шәкірттері оның қоңыр домбырасын, үнемі ағаш иісі шығып тұратын сыныбын ұмытпаған.\n\nМайданға 1942 жылдың қысында аттанды. Үйге үш хат келді. Соңғысында «балаларға айтыңдар, сабақтарын тастамасын» деп жазған.\n\nАнасы сол хатты сандықтың түбінде өмір бойы сақтады. Немерелері оның қайда жатқанын жетпіс жеті жылдан кейін білді.',
    storyRu:
      'До войны он учил детей в сельской школе. Ученики помнили его домбру и класс, где всегда пахло деревом.\n\nНа фронт ушёл зимой 1942 года. Домой пришло три письма. В последнем он писал: «Скажите детям, пусть не бросают учёбу».\n\nМать хранила это письмо на дне сундука всю жизнь. Внуки узнали, где он лежит, через семьдесят семь лет.',
    storyEn: '',
  },
  shepherd: {
    storyKk:
      'Ол қойшы болған, қысты қыстауда жалғыз өткізетін. Көршілері оны аз сөйлейтін, бірақ жұлдызға қарап жол табатын адам деп еске алатын.\n\nҚызы оны көрген жоқ: әкесі кеткенде әлі туған жоқ еді. Осы бетте жазылғанды сол қызы айтып берді.',
    storyRu:
      'Он был чабаном и зимовал с отарой один. Соседи вспоминали, что говорил он мало, а дорогу находил по звёздам.\n\nДочь его не видела: она родилась, когда он уже ушёл. Всё, что здесь написано, рассказала она.',
    storyEn: '',
  },
};

const objection = {
  about: 'burial',
  language: 'kk',
  text: 'Әкесінің аты қате жазылған деп ойлаймын: біздің үйде оны басқаша атайтын. Тексеріп беріңіздерші.',
  name: 'Серік Жанғалиұлы',
  contact: '+7 700 000 00 05',
  relative: 'on',
};
