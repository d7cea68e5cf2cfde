/** A memory page from its first words through the family's answer to everybody, and every way it goes off the site again. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications, attachments, notices } from '@/db/schema';
import { addConsent, revokeConsent, withdrawApplication } from '../applications/commands';
import { publicBurials } from '../burials/public';
import { joinCases, partCase } from '../cases/commands';
import { revokeConclusion } from '../cases/revoking';
import { bookkeep } from '../change';
import { read } from '../database';
import { newId } from '../identity';
import { planNews } from '../news/planning';
import { visitor } from '../permissions';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anApplication, type MadeCase, makeMove } from '../testing/factories';
import { recordedBy } from '../testing/outcome';
import { answerMemory } from './answers';
import { freePublication, holdPublication } from './holds';
import { askAboutMemory, publishMemory, withdrawMemory, writeMemory } from './pages';
import { draftPhoto, placePhoto, publicPhoto, removePhoto } from './photos';
import { memoryForFamily, memoryOfCase, publicAddresses, publicMemory } from './reading';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
});
afterEach(() => database.close());

const story = { storyKk: 'Ол ауыл мұғалімі болған.', storyRu: 'Он был сельским учителем.' };

const write = async (version = 0) =>
  (await writeMemory(made.researcher, { caseId: made.caseId, version, ...story })).pageId;
const page = async () => (await memoryOfCase(made.manager, { caseId: made.caseId })).page;
const asked = async () => ({ caseId: made.caseId, version: (await page())?.version ?? 0 });
const agree = async (made: Pick<MadeCase, 'applicant' | 'applicationId'>, answer = 'agreed') =>
  answerMemory(made.applicant, { applicationId: made.applicationId, version: (await page())?.version, answer });

async function published(): Promise<string> {
  const pageId = await write();
  await askAboutMemory(made.researcher, await asked());
  await agree(made);
  await publishMemory(made.manager, await asked());
  return pageId;
}

const isOpen = async (pageId: string) => {
  try {
    await publicMemory(visitor, { pageId });
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'memory.not-found' });
    return false;
  }
};

/** A picture that is ready, without the bytes of one. */
async function aPhoto(applicationId: string): Promise<string> {
  const id = newId();
  const sha256 = 'a'.repeat(64);
  await bookkeep(async (tx) => {
    await tx.insert(attachments).values({
      ...{ id, applicationId, kind: 'photo', name: 'Айгүлдің суреті.jpg', mediaType: 'image/jpeg', bytes: 1, sha256 },
      ...{ state: 'ready', refusal: '', viewSha256: sha256, thumbSha256: sha256, width: 400, height: 300, addedAt: 1 },
    });
  });
  return id;
}

describe('a memory page', () => {
  it('goes from draft through the family’s agreement to everybody', async () => {
    const pageId = await write();
    expect(await page()).toMatchObject({ state: 'draft', version: 1 });
    expect(await memoryForFamily(made.applicant, { applicationId: made.applicationId })).toBeNull();
    expect(await isOpen(pageId)).toBe(false);
    await askAboutMemory(made.researcher, await asked());
    expect(await memoryForFamily(made.applicant, { applicationId: made.applicationId })).toMatchObject({
      state: 'asked',
      answer: null,
      publicPageId: null,
    });
    await expect(publishMemory(made.manager, await asked())).rejects.toMatchObject({ code: 'memory.not-agreed' });
    await agree(made);
    expect(await isOpen(pageId)).toBe(false);
    await publishMemory(made.manager, await asked());
    const shown = await publicMemory(visitor, { pageId });
    expect(shown.story.ru).toBe(story.storyRu);
    expect(shown.burials[0]?.citations).not.toEqual([]);
    expect((await publicBurials(visitor, {})).rows[0]?.memoryPageId).toBe(pageId);
    expect(await publicAddresses()).toMatchObject({ pageIds: [pageId] });
  });

  it('tells the family that a draft waits', async () => {
    await planNews();
    await write();
    await askAboutMemory(made.researcher, await asked());
    while (await planNews());
    expect((await read().select().from(notices)).filter(({ kind }) => kind === 'memory')).toHaveLength(1);
  });

  it('needs words before the family is asked, and is asked about once', async () => {
    await writeMemory(made.researcher, { caseId: made.caseId, version: 0 });
    await expect(askAboutMemory(made.researcher, await asked())).rejects.toMatchObject({ code: 'memory.empty' });
    await write(1);
    await askAboutMemory(made.researcher, await asked());
    await expect(askAboutMemory(made.researcher, await asked())).rejects.toMatchObject({ code: 'memory.not-now' });
  });

  it('is off the site with the first changed word, and agreed to anew', async () => {
    const pageId = await published();
    const version = (await page())?.version ?? 0;
    await write(version);
    expect(await isOpen(pageId)).toBe(false);
    await askAboutMemory(made.researcher, await asked());
    await expect(
      answerMemory(made.applicant, { applicationId: made.applicationId, version, answer: 'agreed' }),
    ).rejects.toMatchObject({ code: 'memory.changed' });
    await expect(publishMemory(made.manager, await asked())).rejects.toMatchObject({ code: 'memory.not-agreed' });
    await agree(made);
    await publishMemory(made.manager, await asked());
    expect(await isOpen(pageId)).toBe(true);
  });

  it('is refused to a stale form', async () => {
    await write();
    await write(1);
    await expect(write(1)).rejects.toMatchObject({ code: 'case.stale' });
    await expect(write(0)).rejects.toMatchObject({ code: 'case.stale' });
  });
});

describe('a published page goes off the site at once', () => {
  const ways: [string, () => Promise<unknown>][] = [
    [
      'when the consent is taken back',
      () => revokeConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication' }),
    ],
    ['when the family objects', () => agree(made, 'objected')],
    [
      'when the application is withdrawn',
      () => withdrawApplication(made.applicant, { applicationId: made.applicationId, reason: '' }),
    ],
    ['when it is withdrawn', async () => withdrawMemory(made.researcher, await asked())],
    ['when a manager holds the case back', () => holdPublication(made.manager, { caseId: made.caseId })],
    [
      'when the conclusion falls',
      async () => revokeConclusion(made.manager, { ...(await pageOf(made.caseId)), reason: 'Басқа адам екен.' }),
    ],
    [
      'when a relative joins who has not agreed to the page',
      async () => {
        const other = await anApplication();
        await joinCases(made.manager, { ...(await pageOf(other.caseId)), intoId: made.caseId, reason: 'Бір адам.' });
      },
    ],
  ];
  for (const [name, way] of ways)
    it(name, async () => {
      const pageId = await published();
      expect(await isOpen(pageId)).toBe(true);
      await way();
      expect(await isOpen(pageId)).toBe(false);
      expect((await publicAddresses()).pageIds).toEqual([]);
    });

  it('and comes back when a hold is lifted, for the register, too', async () => {
    const pageId = await published();
    await holdPublication(made.manager, { caseId: made.caseId });
    expect((await publicBurials(visitor, {})).total).toBe(0);
    const [held] = (await memoryOfCase(made.manager, { caseId: made.caseId })).holds;
    await freePublication(made.manager, { caseId: made.caseId, holdId: held?.id });
    expect(await isOpen(pageId)).toBe(true);
    await expect(freePublication(made.manager, { caseId: made.caseId, holdId: held?.id })).rejects.toMatchObject({
      code: 'publication.not-held',
    });
  });
});

describe('before a family was told as it asked to be', () => {
  const tellFirst = (value: 'voice' | 'page') =>
    bookkeep((tx) => tx.update(applications).set({ tellFirst: value }).where(eq(applications.id, made.applicationId)));

  it('it is not asked: the story says where he lies', async () => {
    await tellFirst('voice');
    await write();
    await expect(askAboutMemory(made.researcher, await asked())).rejects.toMatchObject({ code: 'memory.not-told' });
    await tellFirst('page');
    await askAboutMemory(made.researcher, await asked());
  });

  it('nor is a relative who came later, of whom nobody was told', async () => {
    await write();
    const other = await anApplication({ tellFirst: 'voice' });
    await joinCases(made.manager, { ...(await pageOf(other.caseId)), intoId: made.caseId, reason: 'Бір адам.' });
    await expect(askAboutMemory(made.researcher, await asked())).rejects.toMatchObject({ code: 'memory.not-told' });
  });

  it('it neither reads the draft, nor sees its photographs, nor answers, nor hears that it waits', async () => {
    await planNews();
    const photo = await aPhoto(made.applicationId);
    await write();
    await placePhoto(made.researcher, { ...(await asked()), attachmentId: photo });
    await askAboutMemory(made.researcher, await asked());
    await tellFirst('voice');
    const ofFamily = { applicationId: made.applicationId, attachmentId: photo, form: 'view' };
    expect(await memoryForFamily(made.applicant, { applicationId: made.applicationId })).toBeNull();
    await expect(draftPhoto(made.applicant, ofFamily)).rejects.toMatchObject({ code: 'paper.not-found' });
    await expect(agree(made)).rejects.toMatchObject({ code: 'memory.not-found' });
    while (await planNews());
    expect((await read().select().from(notices)).filter(({ kind }) => kind === 'memory')).toEqual([]);
    await tellFirst('page');
    expect((await draftPhoto(made.applicant, ofFamily)).name).toBe('photo.jpg');
  });

  it('nor while no confirmed conclusion stands', async () => {
    await write();
    await revokeConclusion(made.manager, { ...(await pageOf(made.caseId)), reason: 'Басқа адам екен.' });
    await expect(askAboutMemory(made.researcher, await asked())).rejects.toMatchObject({ code: 'memory.not-told' });
  });
});

describe('when the conclusion falls and another one is confirmed', () => {
  const anotherConclusion = async () => {
    await revokeConclusion(made.manager, { ...(await pageOf(made.caseId)), reason: 'Басқа адам екен.' });
    await makeMove(made, 'under-review');
    await makeMove(made, 'burial-established');
  };

  it('the story of the first is not public again by itself', async () => {
    const pageId = await published();
    const before = (await page())?.version ?? 0;
    expect(await recordedBy(anotherConclusion)).toContain('memory.changed');
    expect((await publicBurials(visitor, {})).rows).toMatchObject([{ memoryPageId: null }]);
    expect(await isOpen(pageId)).toBe(false);
    expect(await page()).toMatchObject({ state: 'draft', version: before + 1, answers: [{ answer: null }] });
    await askAboutMemory(made.researcher, await asked());
    await expect(publishMemory(made.manager, await asked())).rejects.toMatchObject({ code: 'memory.not-agreed' });
    await agree(made);
    await publishMemory(made.manager, await asked());
    expect(await isOpen(pageId)).toBe(true);
  });

  it('what was agreed to a page that is withdrawn does not count for it either', async () => {
    await published();
    await withdrawMemory(made.researcher, await asked());
    await anotherConclusion();
    expect(await page()).toMatchObject({ state: 'withdrawn', answers: [{ answer: null }] });
  });
});

describe('who may do it', () => {
  it('a researcher writes, only a manager publishes and holds back', async () => {
    await write();
    await askAboutMemory(made.researcher, await asked());
    await agree(made);
    const denied = { code: expect.stringMatching(/^access\./) };
    await expect(publishMemory(made.researcher, await asked())).rejects.toMatchObject(denied);
    await expect(holdPublication(made.researcher, { caseId: made.caseId })).rejects.toMatchObject(denied);
  });

  it('another applicant neither reads the draft nor answers for the family', async () => {
    await write();
    await askAboutMemory(made.researcher, await asked());
    const stranger = await anApplication();
    const denied = { code: expect.stringMatching(/^access\./) };
    await expect(memoryForFamily(stranger.applicant, { applicationId: made.applicationId })).rejects.toMatchObject(
      denied,
    );
    await expect(
      answerMemory(stranger.applicant, { applicationId: made.applicationId, version: 1, answer: 'agreed' }),
    ).rejects.toMatchObject(denied);
    expect(await memoryForFamily(stranger.applicant, { applicationId: stranger.applicationId })).toBeNull();
  });

  it('staff record what the family said by voice', async () => {
    await write();
    await askAboutMemory(made.researcher, await asked());
    await answerMemory(made.researcher, {
      applicationId: made.applicationId,
      version: 1,
      answer: 'agreed',
      words: 'Телефонмен.',
    });
    expect((await page())?.answers).toMatchObject([{ answer: 'agreed', recorded: true, words: 'Телефонмен.' }]);
    await publishMemory(made.manager, await asked());
  });
});

describe('a photograph', () => {
  it('is of a consenting relative of the case, shown without the name of its file', async () => {
    const photo = await aPhoto(made.applicationId);
    const stranger = await anApplication();
    await write();
    await expect(
      placePhoto(made.researcher, { ...(await asked()), attachmentId: await aPhoto(stranger.applicationId) }),
    ).rejects.toMatchObject({ code: 'memory.foreign-photo' });
    await placePhoto(made.researcher, { ...(await asked()), attachmentId: photo, captionKk: 'Отбасымен, 1939' });
    expect((await page())?.photos).toMatchObject([{ attachmentId: photo, caption: { kk: 'Отбасымен, 1939' } }]);
    const wanted = { attachmentId: photo, form: 'view' };
    const ofFamily = { applicationId: made.applicationId, ...wanted };
    await expect(draftPhoto(made.applicant, ofFamily)).rejects.toMatchObject({ code: 'paper.not-found' });
    await askAboutMemory(made.researcher, await asked());
    expect((await draftPhoto(made.applicant, ofFamily)).name).toBe('photo.jpg');
    const pageId = (await page())?.id;
    await expect(publicPhoto(visitor, { pageId, ...wanted })).rejects.toMatchObject({ code: 'paper.not-found' });
    await agree(made);
    await publishMemory(made.manager, await asked());
    expect((await publicPhoto(visitor, { pageId, ...wanted })).name).toBe('photo.jpg');
    expect(JSON.stringify(await publicMemory(visitor, { pageId }))).not.toContain('Айгүл');
    await bookkeep(async (tx) => {
      await tx.update(attachments).set({ removedAt: 2 }).where(eq(attachments.id, photo));
    });
    await expect(publicPhoto(visitor, { pageId, ...wanted })).rejects.toMatchObject({ code: 'paper.not-found' });
  });

  it('of a relative who takes the consent back can no longer be chosen', async () => {
    const photo = await aPhoto(made.applicationId);
    await write();
    await revokeConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication' });
    await expect(placePhoto(made.researcher, { ...(await asked()), attachmentId: photo })).rejects.toMatchObject({
      code: 'memory.foreign-photo',
    });
    await addConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication', how: 'web' });
    await placePhoto(made.researcher, { ...(await asked()), attachmentId: photo });
    await removePhoto(made.researcher, { ...(await asked()), attachmentId: photo });
    expect((await page())?.photos).toEqual([]);
  });

  describe('of another family', () => {
    let other: Awaited<ReturnType<typeof anApplication>>;
    let photo: string;
    beforeEach(async () => {
      other = await anApplication();
      await joinCases(made.manager, { ...(await pageOf(other.caseId)), intoId: made.caseId, reason: 'Бір адам.' });
      photo = await aPhoto(other.applicationId);
      await write();
      await placePhoto(made.researcher, { ...(await asked()), attachmentId: photo });
      await askAboutMemory(made.researcher, await asked());
    });
    const ofFamily = () => ({ applicationId: made.applicationId, attachmentId: photo, form: 'view' });
    const draft = () => memoryForFamily(made.applicant, { applicationId: made.applicationId });

    it('goes with it when the cases are parted', async () => {
      await agree(made);
      await agree(other);
      await publishMemory(made.manager, await asked());
      const pageId = (await page())?.id ?? '';
      const wanted = { pageId, attachmentId: photo, form: 'view' };
      expect((await publicPhoto(visitor, wanted)).name).toBe('photo.jpg');
      expect((await publicMemory(visitor, { pageId })).photos).toHaveLength(1);
      await partCase(made.manager, { ...(await pageOf(other.caseId)), reason: 'Екі адам екен.' });
      expect(await isOpen(pageId)).toBe(true);
      expect((await publicMemory(visitor, { pageId })).photos).toEqual([]);
      await expect(publicPhoto(visitor, wanted)).rejects.toMatchObject({ code: 'paper.not-found' });
      await expect(draftPhoto(made.applicant, ofFamily())).rejects.toMatchObject({ code: 'paper.not-found' });
      expect((await draft())?.photos).toEqual([]);
    });

    for (const kind of ['publication', 'processing'])
      it(`is in no draft any more when its consent to ${kind} is taken back`, async () => {
        expect((await draft())?.photos).toHaveLength(1);
        await revokeConsent(made.manager, { applicationId: other.applicationId, kind });
        expect((await draft())?.photos).toEqual([]);
        await expect(draftPhoto(made.applicant, ofFamily())).rejects.toMatchObject({ code: 'paper.not-found' });
        expect((await memoryOfCase(made.manager, { caseId: made.caseId })).offered).toEqual([]);
      });
  });
});
