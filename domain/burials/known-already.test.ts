/** What an applicant is offered while applying: published entries that may be the man, and never a word of any other. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addConsent, revokeConsent, withdrawApplication } from '../applications/commands';
import { joinCases } from '../cases/commands';
import { visitor } from '../permissions';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anApplication, type MadeCase } from '../testing/factories';
import { mayBeKnown } from './known-already';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
});
afterEach(() => database.close());

const offered = async (asked: object) => (await mayBeKnown(visitor, asked)).map(({ surname }) => surname);
const he = { surname: 'Сәрсенов', givenName: 'Ерғали', patronymic: 'Жұмабайұлы', birth: '1915' };

describe('an entry that may be the man', () => {
  it('is offered however the name is spelled, and in whichever field it stands', async () => {
    for (const asked of [
      he,
      { surname: 'Сарсенов', givenName: 'Ергали', patronymic: 'Джумабаевич' },
      { surname: 'Сарсенов', givenName: 'Ергали' },
      { surname: 'Sarsenov', givenName: 'Yergali', birth: 'шамамен 1916' },
      { surname: 'Сәрсенов Ерғали Жұмабайұлы' },
      { surname: 'Ерғали', givenName: 'Сәрсенов' },
    ])
      expect(await offered(asked), JSON.stringify(asked)).toEqual(['Сәрсенов']);
  });

  it('is not offered to who asks for another man, or for too little of one', async () => {
    for (const asked of [
      { ...he, givenName: 'Болат' },
      { ...he, surname: 'Ахметов' },
      { ...he, patronymic: 'Қасымұлы' },
      { ...he, birth: '1899' },
      { surname: 'Сәрсенов' },
      { surname: 'Сәрсенов', birth: '1915' },
      { givenName: 'Ерғали', birth: '1915' },
      {},
    ])
      expect(await offered(asked), JSON.stringify(asked)).toEqual([]);
  });

  it('is gone at once when the consent is taken back, and there again when it is given', async () => {
    const consent = { applicationId: made.applicationId, kind: 'publication' };
    expect(await offered(he)).toEqual(['Сәрсенов']);
    await revokeConsent(made.applicant, consent);
    expect(await offered(he)).toEqual([]);
    await addConsent(made.applicant, { ...consent, how: 'web' });
    expect(await offered(he)).toEqual(['Сәрсенов']);
    await withdrawApplication(made.applicant, { applicationId: made.applicationId, reason: '' });
    expect(await offered(he)).toEqual([]);
  });

  it('is gone while one of the relatives of a joined case does not agree', async () => {
    const other = await anApplication({ 'consent-publication': '' });
    await joinCases(made.manager, { ...(await pageOf(other.caseId)), intoId: made.caseId, reason: 'Бір адам.' });
    expect(await offered(he)).toEqual([]);
  });
});

it('says nothing of a man whose burial nobody agreed to publish, or whose search goes on', async () => {
  const asked = { surname: 'Ғаббасов', givenName: 'Тоқтар', patronymic: 'Ескендірұлы', birth: '1920' };
  await aCaseIn('burial-established', { answers: { ...asked, 'consent-publication': '' } });
  await aCaseIn('searching', { answers: asked });
  expect(await offered(asked)).toEqual([]);
});

it('offers three at most', async () => {
  for (let more = 0; more < 4; more++) await aCaseIn('burial-established');
  expect(await offered(he)).toHaveLength(3);
});
