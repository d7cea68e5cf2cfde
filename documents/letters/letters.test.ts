/** Every kind of letter in every language, made as PDF and read back. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, conclusions, letters } from '@/db/schema';
import { correctCase } from '@/domain/cases/commands';
import { now } from '@/domain/clock';
import { letterFacts } from '@/domain/correspondence/letter-facts';
import { gap, type LetterKind, letterKinds, resultLetters } from '@/domain/correspondence/letter-kinds';
import { registerLetter, settleLetter } from '@/domain/correspondence/letter-registering';
import { keepSheet, keptSheet, letterSheet, ownLetterSheet } from '@/domain/correspondence/letter-sheets';
import { read } from '@/domain/database';
import {
  approve,
  ask,
  draftLetter,
  pageOf,
  registeredLetter,
  request,
  searchEverything,
  sendLetter,
} from '@/domain/testing/arranging';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, type People } from '@/domain/testing/factories';
import { refusalOf } from '@/domain/testing/outcome';
import { letterPdf } from './sheet';
import { preparedText } from './text';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const languages = ['kk', 'ru', 'en'] as const;

/** Invented men, with every letter that Kazakh has beside the Russian ones. */
const men = [
  ['Әбдіқадыров', 'Өмірғали', 'Ізбасарұлы'],
  ['Ғұмаров', 'Қайыргелді', 'Үсенұлы'],
  ['Һәкімов', 'Ұзақбай', 'Іңкәрбекұлы'],
  ['Сәрсенов', 'Ерғали', 'Жұмабайұлы'],
  ['Көшербаев', 'Нұрғиса', 'Тілеуқабылұлы'],
  ['Мәмбетқұлов', 'Әлімжан', ''],
  ['Петренко', 'Иван', 'Фёдорович'],
  ['Щёголев', 'Пётр', 'Юрьевич'],
  ['Эрнст-Объедков', 'Яков', 'Цезаревич'],
  ['Жаңабергенов', 'Бөлекбай', 'Сүйіндікұлы'],
] as const;

async function aMan(man: (typeof men)[number], status: 'searching' | 'fate-established' | 'burial-established') {
  const hand = await aCaseIn(status, { people });
  const [surname, givenName, patronymic] = man;
  const named = { surname, givenName, patronymic, birth: '1915', birthPlace: 'Ақмола облысы' };
  await correctCase(people.researcher, { ...(await pageOf(hand.caseId)), ...named });
  return hand;
}

/** What a letter of this kind is written about. */
async function caseFor(kind: LetterKind, man: (typeof men)[number]): Promise<MadeCase & { correctsId?: string }> {
  if (kind === 'partial') return aMan(man, 'fate-established');
  if (kind === 'correction') {
    const hand = await aMan(man, 'burial-established');
    const correctsId = await sendLetter(hand, 'result', hand.applicationId);
    await database.store.tx(async (tx) => {
      const fallen = { state: 'superseded' as const, revokedAt: now() };
      await tx.update(conclusions).set(fallen).where(eq(conclusions.caseId, hand.caseId));
    });
    return { ...hand, correctsId };
  }
  const hand = await aMan(man, resultLetters.includes(kind) ? 'burial-established' : 'searching');
  if (kind === 'question') await ask(hand);
  if (kind === 'interim') await request(hand);
  if (kind === 'search-report') await searchEverything(hand);
  return hand;
}

/** The text of a PDF, its line breaks as spaces. */
async function readBack(pdf: Uint8Array): Promise<{ text: string; pages: number }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) parts.push(item.str, item.hasEOL ? ' ' : '');
  }
  return { text: plain(parts.join('')), pages: document.numPages };
}

const plain = (text: string) => text.replace(/\s+/g, ' ');
const citation = 'ЦАМО, ф. 58, оп. 818883, д. 1304';

describe.each(letterKinds)('%s', (kind) => {
  it('in every language, for ten men: facts, citation, number, every letter', { timeout: 120_000 }, async () => {
    for (const man of men) {
      const hand = await caseFor(kind, man);
      for (const language of languages) await inLanguage(kind, man, hand, language);
    }
  });
});

async function inLanguage(
  kind: LetterKind,
  man: (typeof men)[number],
  hand: Awaited<ReturnType<typeof caseFor>>,
  language: (typeof languages)[number],
): Promise<void> {
  const facts = await letterFacts(people.researcher, {
    caseId: hand.caseId,
    kind,
    language,
    addresseeId: hand.applicationId,
    partnerId: kind === 'forwarding' ? 'oblast-archive' : '',
    correctsId: hand.correctsId ?? '',
  });
  const text = preparedText(facts).replaceAll(gap, '2020');
  const over = { language, text, ...(hand.correctsId ? { correctsId: hand.correctsId } : {}) };
  const letterId = await registeredLetter(hand, kind, hand.applicationId, over);
  const { facts: sheet } = await letterSheet(people.researcher, { letterId });
  const { text: said } = await readBack(await letterPdf(sheet, false));
  for (const paragraph of text.split('\n')) expect(said).toContain(plain(paragraph));
  expect(said).toContain(`${language === 'en' ? 'No.' : '№'} ${sheet.number}`);
  expect(said).toContain(sheet.day);
  expect(said).toContain(people.manager.name);
  if (resultLetters.includes(kind)) expect(said).toContain(citation);
  else expect(said).not.toContain(citation);
  for (const part of kind === 'certificate' ? [...man, 'Малая Осинка'] : [sheet.addressee, man[0]])
    expect(said).toContain(part);
}

it('a certificate is one page, however long the names', async () => {
  const hand = await aCaseIn('burial-established', { people });
  const long = {
    surname: 'Мәмбетқұлжанғазиев-Сейітжаппаров',
    givenName: 'Қайырбекмұхаммед',
    patronymic: 'Әбдіразаққызыұлы',
  };
  await correctCase(people.researcher, { ...(await pageOf(hand.caseId)), ...long, birth: '__.04.1915' });
  const letterId = await registeredLetter(hand, 'certificate', hand.applicationId, { text: 'Есімі '.repeat(40) });
  const { facts } = await letterSheet(people.researcher, { letterId });
  expect((await readBack(await letterPdf(facts, false))).pages).toBe(1);
});

describe('the sheet of a registered letter', () => {
  const sheetOf = (letterId: string) => letterSheet(people.researcher, { letterId });

  it('is the same to the byte whatever became of the case, the applicant or the signatory', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const letterId = await registeredLetter(hand, 'certificate', hand.applicationId);
    const first = await letterPdf((await sheetOf(letterId)).facts, false);
    await correctCase(people.researcher, { ...(await pageOf(hand.caseId)), surname: 'Басқаев' });
    await database.store.tx(async (tx) => {
      await tx.update(cases).set({ birthPlace: 'басқа' }).where(eq(cases.id, hand.caseId));
    });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const again = await letterPdf((await sheetOf(letterId)).facts, false);
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(first).digest('hex'));
  });

  it('is kept under its hash once; a draft is not, nor another sheet in its place', async () => {
    const hand = await aCaseIn('searching', { people });
    const letterId = await draftLetter(hand, 'interim', hand.applicationId);
    const kept = async () => {
      const [row] = await read().select().from(letters).where(eq(letters.id, letterId));
      return row?.sheetSha256 ?? null;
    };
    const draft = await sheetOf(letterId);
    expect(draft).toMatchObject({ isDraft: true, sha256: null });
    const marked = await letterPdf(draft.facts, true);
    expect((await readBack(marked)).text).toContain('ЖОБА');
    await keepSheet(draft, marked);
    expect(await kept()).toBeNull();
    await approve(hand, letterId);
    await registerLetter(people.researcher, { caseId: hand.caseId, letterId });
    const pdf = await letterPdf((await sheetOf(letterId)).facts, false);
    await keepSheet(await sheetOf(letterId), pdf);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await kept()).toBe(sha256);
    expect(keptSheet(await sheetOf(letterId))?.equals(pdf)).toBe(true);
    await keepSheet(await sheetOf(letterId), marked);
    expect(await kept()).toBe(sha256);
  });

  it('is the applicant’s once it went out, and nobody else’s', async () => {
    const hand = await aCaseIn('searching', { people });
    const other = await aCaseIn('searching', { people });
    const letterId = await registeredLetter(hand, 'interim', hand.applicationId);
    const own = () => ownLetterSheet(hand.applicant, { applicationId: hand.applicationId, letterId });
    expect(await refusalOf(own())).toBe('letter.not-found');
    await settleLetter(people.researcher, { caseId: hand.caseId, letterId, state: 'sent', channel: 'post' });
    expect((await own()).facts.kind).toBe('interim');
    const foreign = { applicationId: other.applicationId, letterId };
    expect(await refusalOf(ownLetterSheet(other.applicant, foreign))).toBe('letter.not-found');
  });

  it('of a result waits until the applicant was told in the way they asked for', async () => {
    const hand = await aCaseIn('burial-established', { people, answers: { tellFirst: 'voice' } });
    const letterId = await sendLetter(hand, 'result', hand.applicationId);
    const own = ownLetterSheet(hand.applicant, { applicationId: hand.applicationId, letterId });
    expect(await refusalOf(own)).toBe('letter.not-found');
  });
});
