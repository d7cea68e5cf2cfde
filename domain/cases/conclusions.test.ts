import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burials, conclusions } from '@/db/schema';
import { atMoment, now } from '../clock';
import { writeLetter } from '../correspondence/letter-drafting';
import { settleLetter } from '../correspondence/letter-registering';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { grantConfirming } from '../staff/commands';
import {
  aBurial,
  arrange,
  attach,
  type CaseInHand,
  caseRow,
  draftLetter,
  edit,
  pageOf,
  propose,
  registeredLetter,
  standing,
} from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, makeMove, type People } from '../testing/factories';
import { lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { actorOfStaff } from '../testing/staff';
import { addDays, dayOf } from '../working-days';
import { decideMove } from './commands';
import {
  confirmConclusion,
  editConclusion,
  markSensitive,
  proposeConclusion,
  releaseConclusion,
  sendBackConclusion,
} from './conclusions';
import { removeEvidence } from './evidence';
import { sensitiveFates } from './fates';

let database: TestDatabase;
let people: People;
let anotherManager: StaffActor;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
  anotherManager = await aManager();
});
afterAll(() => database.close());

const searching = () => aCaseIn('searching', { people });
const underReview = () => aCaseIn('under-review', { people });
const confirm = async (actor: StaffActor, { caseId }: CaseInHand) => confirmConclusion(actor, await pageOf(caseId));
const conclusionsOf = (caseId: string) => read().select().from(conclusions).where(eq(conclusions.caseId, caseId));
const burialsOf = (caseId: string) => read().select().from(burials).where(eq(burials.caseId, caseId));
const letterOf = async (hand: MadeCase) => draftLetter(hand, 'result', hand.applicationId);

describe('proposing', () => {
  it('keeps fate and burial on named evidence, and moves nothing', async () => {
    const hand = await searching();
    const burial = await aBurial(hand);
    expect(await recordedBy(() => propose(hand, { fate: 'died-of-wounds', ...burial }))).toEqual([
      'evidence.attached',
      'conclusion.proposed',
    ]);
    expect(await standing(hand.caseId)).toMatchObject({
      state: 'proposed',
      fate: 'died-of-wounds',
      ...burial,
      proposedBy: people.researcher.staffId,
      lastEditedBy: people.researcher.staffId,
    });
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });

  it('refuses a second proposal, none or foreign evidence, and half a burial', async () => {
    const hand = await searching();
    const other = await searching();
    const proposal = async (over: object) => ({
      ...(await pageOf(hand.caseId)),
      fate: 'killed',
      fateDate: '',
      summary: 'Донесение.',
      evidenceIds: [await attach(hand)],
      ...over,
    });
    const refusedOver = async (over: object) =>
      refusedFields(proposeConclusion(people.researcher, await proposal(over)));
    expect(await refusedOver({ evidenceIds: [] })).toEqual({ evidenceIds: 'conclusion.no-evidence' });
    expect(await refusedOver({ evidenceIds: [await attach(other)] })).toEqual({ evidenceIds: 'evidence.not-found' });
    const { burialPlaceId } = await aBurial(hand);
    expect(await refusedOver({ burialPlaceId })).toEqual({ burialKind: 'input.choose' });
    expect(await refusedOver({ burialPlaceId, burialKind: 'primary' })).toEqual({ burialPrecision: 'input.choose' });
    expect(await refusedOver({ fateDate: '31.02.1942' })).toHaveProperty('fateDate');
    await proposeConclusion(people.researcher, await proposal({}));
    const second = proposeConclusion(people.researcher, await proposal({}));
    expect(await refusalOf(second)).toBe('conclusion.stands-already');
  });

  it('evidence it rests on cannot be taken out; other evidence can', async () => {
    const hand = await searching();
    const spare = await attach(hand);
    const evidenceId = await attach(hand);
    const summary = 'Донесение.';
    const fate = 'killed';
    await proposeConclusion(people.researcher, {
      ...(await pageOf(hand.caseId)),
      fate,
      summary,
      evidenceIds: evidenceId,
    });
    const remove = (id: string) =>
      removeEvidence(people.researcher, { caseId: hand.caseId, evidenceId: id, reason: 'Басқа адам.' });
    expect(await refusalOf(remove(evidenceId))).toBe('evidence.in-use');
    expect(await recordedBy(() => remove(spare))).toEqual(['evidence.removed']);
    expect(await refusalOf(remove(spare))).toBe('evidence.not-found');
  });
});

describe('the second pair of eyes', () => {
  it('nobody confirms what they proposed', async () => {
    const hand = await aCaseIn('under-review', { people: { ...people, researcher: anotherManager } });
    expect(await refusalOf(confirm(anotherManager, hand))).toBe('conclusion.own-proposal');
    expect(await confirm(people.manager, hand)).toEqual({ status: 'fate-established' });
  });

  it('nobody confirms what they last edited; the one before may', async () => {
    const hand = await aCaseIn('under-review', { people: { ...people, researcher: anotherManager } });
    await edit({ ...hand, researcher: people.manager }, {});
    expect(await refusalOf(confirm(people.manager, hand))).toBe('conclusion.own-proposal');
    expect(await refusalOf(confirm(anotherManager, hand))).toBe('conclusion.own-proposal');
    expect(await refusalOf(confirm(people.researcher, hand))).toBe('access.denied');
    expect(await refusalOf(confirm(await aManager(), hand))).toBe('accepted');
  });

  it('a researcher confirms only on a manager’s grant, while it runs, and never their own', async () => {
    const colleague = await aResearcher();
    const until = addDays(dayOf(now()), 10);
    await grantConfirming(people.manager, { memberId: colleague.staffId, until });
    const granted = await actorOfStaff(colleague.staffId);
    const own = await aCaseIn('under-review', { people: { ...people, researcher: granted } });
    expect(await refusalOf(confirm(granted, own))).toBe('conclusion.own-proposal');
    const later = await atMoment(now() + 12 * 86_400_000, () => actorOfStaff(colleague.staffId));
    const hand = await underReview();
    expect(await refusalOf(confirm(colleague, hand))).toBe('access.denied');
    expect(await refusalOf(confirm(later, hand))).toBe('access.denied');
    expect(await confirm(granted, hand)).toEqual({ status: 'fate-established' });
  });

  it('confirming moves the case and establishes the burial', async () => {
    const hand = await underReview();
    await edit(hand, await aBurial(hand));
    expect(await recordedBy(() => confirm(people.manager, hand))).toEqual([
      'conclusion.confirmed',
      'burial.established',
      'case.moved',
    ]);
    const [burial] = await burialsOf(hand.caseId);
    expect(burial).toMatchObject({ kind: 'primary', precision: 'settlement', endedAt: null });
    expect((await conclusionsOf(hand.caseId))[0]).toMatchObject({
      state: 'confirmed',
      decidedBy: people.manager.staffId,
    });
  });

  it('a later conclusion supersedes the first and ends its burial', async () => {
    const hand = await aCaseIn('burial-established', { people });
    await makeMove(hand, 'under-review');
    expect(await recordedBy(() => confirm(people.manager, hand))).toEqual([
      'burial.ended',
      'conclusion.confirmed',
      'case.moved',
    ]);
    expect((await conclusionsOf(hand.caseId)).map((one) => one.state).sort()).toEqual(['confirmed', 'superseded']);
    expect((await burialsOf(hand.caseId))[0]?.endedAt).not.toBeNull();
  });

  it('sent back with a reason it goes to the search; the next proposal is a new one', async () => {
    const hand = await underReview();
    const page = await pageOf(hand.caseId);
    expect(await refusedFields(sendBackConclusion(people.manager, { ...page, reason: ' ' }))).toHaveProperty('reason');
    await sendBackConclusion(people.manager, { ...page, reason: 'Туған жылы сәйкес емес.' });
    expect((await caseRow(hand.caseId)).status).toBe('searching');
    expect((await conclusionsOf(hand.caseId))[0]?.state).toBe('rejected');
    expect(await refusalOf(confirm(people.manager, hand))).toBe('case.no-such-move');
    await arrange['conclusion-proposed'](hand);
    expect(await conclusionsOf(hand.caseId)).toHaveLength(2);
  });
});

describe('a sensitive fate', () => {
  const release = async (actor: StaffActor, { caseId }: CaseInHand) => releaseConclusion(actor, await pageOf(caseId));

  it.each(sensitiveFates)(
    '%s is confirmed only once a manager releases it, and no letter tells it before',
    async (fate) => {
      const hand = await underReview();
      await edit(hand, { fate });
      expect(await refusalOf(confirm(people.manager, hand))).toBe('guard.release');
      expect(await refusalOf(letterOf(hand))).toBe('letter.nothing-confirmed');
      const seq = await lastSeq();
      expect(await refusalOf(release(people.researcher, hand))).toBe('access.denied');
      expect(await lastSeq()).toBe(seq);
      expect(await recordedBy(() => release(anotherManager, hand))).toEqual(['conclusion.released']);
      expect(await confirm(people.manager, hand)).toEqual({ status: 'fate-established' });
      expect(await refusalOf(letterOf(hand))).toBe('accepted');
    },
  );

  it('an edit takes the release back', async () => {
    const hand = await underReview();
    await edit(hand, { fate: 'executed' });
    await release(people.manager, hand);
    await edit(hand, { fate: 'condemned' });
    expect(await refusalOf(confirm(people.manager, hand))).toBe('guard.release');
  });

  it('a manager’s mark makes any fate sensitive, taking it off makes it plain again', async () => {
    const hand = await underReview();
    const mark = async (sensitive: boolean) =>
      markSensitive(anotherManager, { ...(await pageOf(hand.caseId)), sensitive });
    expect(await recordedBy(() => mark(true))).toEqual(['conclusion.edited']);
    expect(await refusalOf(confirm(people.manager, hand))).toBe('guard.release');
    await mark(false);
    expect(await refusalOf(confirm(people.manager, hand))).toBe('accepted');
  });

  it('a letter drafted for an earlier result goes out only while what is in force is released', async () => {
    const hand = await aCaseIn('fate-established', { people });
    const letterId = await registeredLetter(hand, 'result', hand.applicationId);
    await database.store.tx((tx) =>
      tx
        .update(conclusions)
        .set({ sensitive: true })
        .where(eq(conclusions.caseId, hand.caseId))
        .then(() => undefined),
    );
    const settled = { caseId: hand.caseId, letterId, state: 'handed-over', channel: 'in-person' };
    expect(await refusalOf(settleLetter(people.researcher, settled))).toBe('guard.release');
    expect(await refusalOf(letterOf(hand))).toBe('guard.release');
    const page = { ...(await pageOf(hand.caseId)), to: 'family-informed', reason: '' };
    expect(await refusalOf(decideMove(people.researcher, page))).toBe('guard.families-told');
  });

  it('a certificate needs a primary burial', async () => {
    const hand = await aCaseIn('fate-established', { people });
    const certificate = { caseId: hand.caseId, kind: 'certificate', addresseeId: hand.applicationId, language: 'kk' };
    const written = writeLetter(people.researcher, { ...certificate, text: 'Мәтін.' });
    expect(await refusalOf(written)).toBe('letter.nothing-confirmed');
  });

  it('a proposal is edited only while it stands', async () => {
    const hand = await searching();
    const shape = { fate: 'killed', summary: 'Донесение.', evidenceIds: await attach(hand) };
    const edited = editConclusion(people.researcher, { ...(await pageOf(hand.caseId)), ...shape });
    expect(await refusalOf(edited)).toBe('conclusion.not-found');
  });
});
