/** Finds and their men held against open cases, in both directions, and what a person decides about them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correctCase } from '../cases/commands';
import { casePage } from '../cases/page';
import { personOfCase } from '../matching/cases';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, importText, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { findList, findPage, findsOfCase, myProposedFinds } from './find-queries';
import { changeFind, closeFind, enterFind, enterFoundMan } from './finds';
import { matchFoundMan, openCaseOfFound, partFoundMan, refuseFoundMan } from './found-men';
import { compareFound, type Readings } from './found-person';

let database: TestDatabase;
let hand: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  // A name is rare only among others.
  const rows = ['Бол', 'Вар', 'Гор', 'Дем', 'Жан', 'Кар'].flatMap((head) =>
    ['ин', 'енко', 'анов', 'ушин'].map((tail, n) => `${head}${tail},${['Иван', 'Нурлан'][n % 2]},Павлович,19${10 + n}`),
  );
  await importText(['surname,given_name,patronymic,birth_date', ...rows].join('\n'));
  hand = await aCaseIn('searching', { answers: kusainov });
});
afterEach(() => database.close());

const kusainov = {
  surname: 'Құсайынов',
  givenName: 'Сәрсенғали',
  patronymic: 'Ерғалиұлы',
  otherSpellings: '',
  birth: '1915',
  birthPlace: 'Ақмола облысы, Жаңаарқа ауданы',
  draftPlace: 'Жаңаарқа ауданы',
};
const blank: Readings = {
  surname: '',
  givenName: '',
  patronymic: '',
  birth: '',
  birthPlace: '',
  draftPlace: '',
  kin: '',
};
const reading = { surname: 'Кус?инов', givenName: 'Сарс[еи]нгали', patronymic: '', birth: '1915', birthPlace: '' };

async function aFind(man: Partial<Readings> = reading, actor = hand.researcher) {
  const { findId } = await enterFind(actor, {
    kind: 'medallion',
    foundBy: 'Отряд «Мемориальная зона»',
    place: 'д. Осинка',
  });
  const { manId } = await enterFoundMan(actor, { findId, version: 1, ...man });
  return { findId, manId, version: 2 };
}
const proposedFor = async (findId: string) => {
  const { men } = await findPage(hand.researcher, { findId });
  return men[0]?.proposals.map(({ caseId }) => caseId) ?? [];
};

describe('a found man', () => {
  it('meets the open case whose name his letters leave open, in another script', async () => {
    const { findId, manId } = await aFind();
    expect(await proposedFor(findId)).toEqual([hand.caseId]);
    const { proposed } = await findsOfCase(hand.researcher, { caseId: hand.caseId });
    expect(proposed).toMatchObject([{ man: { id: manId }, find: { findId, number: 1 }, caseId: hand.caseId }]);
    const surname = proposed[0]?.verdicts.find(({ field }) => field === 'surname');
    expect(surname).toMatchObject({ reason: 'pattern-fits', left: 'Құсайынов', right: 'Кус?инов', verdict: 'similar' });
    expect(await myProposedFinds(hand.researcher, {})).toMatchObject([{ case: { number: 1 } }]);
    expect((await findList(hand.researcher, { view: 'proposed' })).rows).toMatchObject([{ waiting: 1 }]);
  });

  it('meets a case that comes to name him later, and no longer one that stops', async () => {
    const other = await aCaseIn('searching', {
      answers: { ...kusainov, surname: 'Ким', givenName: 'Виссарион', patronymic: '?' },
    });
    const { findId } = await aFind();
    expect(await proposedFor(findId)).toEqual([hand.caseId]);
    const soldier = { ...kusainov, otherSpellings: '' };
    await correctCase(other.manager, { ...(await pageOf(other.caseId)), ...soldier });
    expect((await proposedFor(findId)).sort()).toEqual([hand.caseId, other.caseId].sort());
    // Two that come equally into question: neither is likely.
    const { men } = await findPage(hand.researcher, { findId });
    expect(men[0]?.proposals.map(({ band }) => band)).toEqual(['possible', 'possible']);
  });

  it('meets nobody of other years, with too little to read, or of a closed find', async () => {
    const late = await aFind({ ...reading, birth: '1926' });
    const silent = await aFind({ surname: '?у…', givenName: '…', birth: '1915' });
    expect([await proposedFor(late.findId), await proposedFor(silent.findId)]).toEqual([[], []]);
    const { findId, version } = await aFind();
    await closeFind(hand.researcher, { findId, version });
    expect(await proposedFor(findId)).toEqual([]);
    expect((await findsOfCase(hand.researcher, { caseId: hand.caseId })).proposed).toEqual([]);
  });

  it('matched to a case stands there, recorded for it, until it is parted with a reason', async () => {
    const { findId, manId, version } = await aFind();
    const { caseId, researcher } = hand;
    const before = await lastSeq();
    await matchFoundMan(researcher, { findId, version, manId, caseId });
    expect(await eventsAfter(before)).toMatchObject([{ kind: 'find.matched', caseId, data: { findId, manId } }]);
    expect(await findsOfCase(researcher, { caseId })).toMatchObject({
      matched: [{ man: { id: manId } }],
      proposed: [],
    });
    const again = { findId, version: version + 1, manId, caseId };
    expect(await refusalOf(matchFoundMan(researcher, again))).toBe('find.matched-already');
    expect(await refusalOf(partFoundMan(researcher, { ...again, version, reason: 'Қате.' }))).toBe('find.stale');
    await partFoundMan(researcher, { ...again, reason: 'Қате.' });
    expect((await findsOfCase(researcher, { caseId })).proposed).toHaveLength(1);
  });

  it('that is not the same is not proposed again, and may still be matched', async () => {
    const { findId, manId, version } = await aFind();
    const { caseId, researcher } = hand;
    const pair = { findId, version, manId, caseId };
    expect(await refusalOf(refuseFoundMan(researcher, pair))).toBe('input.invalid');
    await refuseFoundMan(researcher, { ...pair, reason: 'Басқа жылы туған.' });
    expect(await proposedFor(findId)).toEqual([]);
    const { men } = await findPage(researcher, { findId });
    expect(men[0]?.refused).toMatchObject([{ caseId, reason: 'Басқа жылы туған.' }]);
    await matchFoundMan(researcher, { ...pair, version: version + 1 });
    expect((await findPage(researcher, { findId })).men[0]).toMatchObject({ case: { caseId }, refused: [] });
  });

  it('is decided on by who holds the case, or a manager', async () => {
    const { findId, manId, version } = await aFind();
    const other = await aCaseIn('searching');
    const pair = { findId, version, manId, caseId: other.caseId };
    expect(await refusalOf(matchFoundMan(hand.researcher, pair))).toBe('access.not-yours');
    expect(await refusalOf(matchFoundMan(await aManager(), pair))).toBe('accepted');
  });

  it('whom nobody seeks opens a case without a family', async () => {
    const { findId, manId, version } = await aFind({ surname: 'Оразбаев', givenName: 'М…', birth: '1912' });
    const named = { surname: 'Оразбаев', givenName: 'М…', birth: '1912', draftPlace: 'Шетский РВК' };
    const { caseId } = await openCaseOfFound(hand.researcher, { findId, version, manId, ...named });
    expect(await casePage(hand.researcher, { caseId })).toMatchObject({ origin: 'find', applications: [] });
    expect((await findPage(hand.researcher, { findId })).men[0]).toMatchObject({ case: { caseId } });
  });
});

describe('a find', () => {
  it('says who found it and where, and is refused without', async () => {
    const entered = { kind: 'grave', place: 'д. Осинка', foundBy: 'Отряд' };
    const refused = async (over: object) => refusalOf(enterFind(hand.researcher, { ...entered, ...over }));
    expect(await refused({ place: '' })).toBe('input.invalid');
    expect(await refused({ foundBy: '' })).toBe('input.invalid');
    expect(await refused({ latitude: '47,1' })).toBe('input.invalid');
    expect(await refused({ latitude: '47,1', longitude: '38,6', remains: '3', foundOn: 'август 2019' })).toBe(
      'accepted',
    );
    expect(await refusalOf(enterFoundMan(hand.researcher, { ...(await lastFind()), surname: '' }))).toBe(
      'input.invalid',
    );
  });

  it('changed on a stale page is refused', async () => {
    const { findId } = await aFind();
    const next = { findId, kind: 'remains', foundBy: 'Отряд', place: 'д. Осинка' };
    expect(await refusalOf(changeFind(hand.researcher, { ...next, version: 1 }))).toBe('find.stale');
    const before = await lastSeq();
    await changeFind(hand.researcher, { ...next, version: 2 });
    expect(await eventsAfter(before)).toMatchObject([{ kind: 'find.changed', data: { fields: ['kind', 'foundBy'] } }]);
  });

  const lastFind = async () => {
    const [row] = (await findList(hand.researcher, {})).rows;
    return { findId: row?.find.id, version: row?.find.version };
  };
});

describe('a reading with letters nobody can read', () => {
  const parts = ['surname', 'givenName', 'patronymic'] as const;
  const full = { surname: 'Құсайынов', givenName: 'Сәрсенғали', patronymic: 'Ерғалиұлы' };

  it('never weighs more than the same name read in full, and the less of it is read, the less', async () => {
    const asked = await personOfCase(hand.caseId);
    const ways = fc.array(fc.constantFrom('keep', 'keep', 'any', 'one-of'), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(ways, fc.nat(29), fc.constantFrom('1915', '', '1917'), async (hiding, more, birth) => {
        const bits = async (hidden: readonly string[]) =>
          (await compareFound(asked, { ...blank, ...hide(hidden), birth })).bits;
        const read = await bits([]);
        const some = await bits(hiding);
        expect(some).toBeLessThanOrEqual(read + 1e-9);
        expect(await bits(hiding.with(more, 'any'))).toBeLessThanOrEqual(some + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  function hide(ways: readonly string[]): Pick<Readings, (typeof parts)[number]> {
    let at = 0;
    const one = (name: string) =>
      [...name]
        .map((letter) => {
          const way = ways[at++];
          return way === 'any' ? '?' : way === 'one-of' ? `[${letter.toLowerCase()}ж]` : letter;
        })
        .join('');
    return { surname: one(full.surname), givenName: one(full.givenName), patronymic: one(full.patronymic) };
  }
});
