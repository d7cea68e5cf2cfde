import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinCases } from '../cases/commands';
import { anApplication } from '../testing/applications';
import { pageOf, request } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { fillPersonal, marker, personal, personalTables, unmarked } from '../testing/personal';
import { addConsent, withdrawApplication } from './commands';
import { ownData } from './own-data';

let database: TestDatabase;
let hand: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('searching');
});
afterEach(() => database.close());

const taken = async ({ applicant, applicationId } = hand) => ownData(applicant, { applicationId, form: 'json' });

/** Every column of every table that is the applicant's own. */
const ownColumns = personalTables().flatMap(({ name, columns }) =>
  columns.filter((column) => personal[name]?.[column] === 'own').map((column) => [name, column] as const),
);

describe('what belongs to an application', () => {
  it('is decided for every column of the schema', () => {
    const tables = personalTables();
    expect(tables.length).toBeGreaterThan(10);
    for (const { name, columns } of tables)
      expect(Object.keys(personal[name] ?? {}).sort(), `${name}: say in domain/testing/personal.ts`).toEqual(
        [...columns].sort(),
      );
  });
});

describe('own data', () => {
  it('hold everything of the application and nothing secret', async () => {
    await fillPersonal({ ...hand, owner: 'mine', staffId: hand.researcher.staffId });
    const text = JSON.stringify(await taken());
    expect(ownColumns.length).toBeGreaterThan(15);
    const marked = ownColumns.filter(([, column]) => !unmarked.includes(column));
    const lacking = marked.filter(([table, column]) => !text.includes(marker('mine', table, column)));
    expect(lacking, 'gather it in domain/applications/own-data.ts').toEqual([]);
    expect(await taken()).toHaveProperty('application.birthYear');
    expect((await taken()).invitations).toMatchObject([{ persons: 2 }]);
    const secret = personalTables().flatMap(({ name, columns }) =>
      columns.filter((column) => personal[name]?.[column] === 'secret' && text.includes(marker('mine', name, column))),
    );
    expect(secret).toEqual([]);
  });

  it('hold every fact by its name', async () => {
    await fillPersonal({ ...hand, owner: 'mine', staffId: hand.researcher.staffId });
    const data = await taken();
    const held: Record<string, object | undefined> = {
      applications: data.application,
      consents: data.consents[0],
      drafts: data.draft ?? undefined,
      questions: data.questions[0],
      messages: data.messages[0],
      attachments: data.papers[0],
      notices: data.notices[0],
      invitations: data.invitations[0],
      memory_consents: data.memory[0],
      sign_ins: data.signIns[0],
      erasure_requests: data.erasure[0],
    };
    for (const [table, row] of Object.entries(held)) {
      const facts = Object.entries(personal[table] ?? {}).filter(([, keeping]) => keeping === 'fact');
      expect(Object.keys(row ?? {}), table).toEqual(expect.arrayContaining(facts.map(([column]) => column)));
    }
    expect(data.letters[0]).toMatchObject({ kind: 'interim', language: 'kk' });
    expect(data.newCodes).toHaveLength(1);
  });

  it('hold nothing of another applicant of the same case, and no member of staff', async () => {
    const other = await anApplication({ applicantName: 'Басқа Туысы', telephone: '+7 701 111 11 11' });
    await joinCases(hand.manager, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    await fillPersonal({ ...hand, owner: 'mine', staffId: hand.researcher.staffId });
    await fillPersonal({ ...other, owner: 'theirs', staffId: hand.researcher.staffId });
    for (const [one, not] of [
      [hand, 'theirs'],
      [other, 'mine'],
    ] as const) {
      const text = JSON.stringify(await ownData(one.applicant, { applicationId: one.applicationId, form: 'json' }));
      expect(text).not.toContain(not);
      for (const { staffId, name } of [hand.researcher, hand.manager]) {
        expect(text).not.toContain(staffId);
        expect(text).not.toContain(name);
      }
    }
  });

  it('name the bodies we wrote to, and whether the applicant allowed to be named', async () => {
    await request(hand);
    const consent = { applicationId: hand.applicationId, kind: 'sharing', how: 'web' };
    await addConsent(hand.applicant, consent);
    await request(hand);
    expect((await taken()).partners.map(({ consent: held }) => held)).toEqual([false, true]);
  });

  it('hold the reason of a withdrawal, and are recorded as taken', async () => {
    await withdrawApplication(hand.applicant, { applicationId: hand.applicationId, reason: 'Өзіміз таптық.' });
    const before = await lastSeq();
    expect((await taken()).reasons.map(({ text }) => text)).toEqual(['Өзіміз таптық.']);
    expect(await eventsAfter(before)).toMatchObject([
      { kind: 'data.downloaded', applicationId: hand.applicationId, data: { form: 'json' } },
    ]);
  });

  it('are given to nobody else', async () => {
    const stranger = await anApplication();
    const asked = { applicationId: hand.applicationId, form: 'json' };
    expect(await refusalOf(ownData(stranger.applicant, asked))).toBe('access.not-yours');
    expect(await refusalOf(ownData(hand.manager, asked))).toBe('access.denied');
  });
});
