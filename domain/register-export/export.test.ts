import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '@/db/schema';
import ru from '@/messages/ru.json';
import { addNote } from '../cases/commands';
import { read } from '../database';
import type { Actor } from '../permissions';
import { readBook } from '../takeover/reading/read-book';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import type { MadeCase } from '../testing/factories';
import { aCaseIn, anApplication } from '../testing/factories';
import type { ExportWords } from './columns';
import { registerWorkbook } from './writing';

let database: TestDatabase;
let hand: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('burial-established');
});
afterEach(() => database.close());

const missing: string[] = [];
const words: ExportWords = {
  language: 'ru',
  text: (key) => {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], ru);
    if (typeof found !== 'string') missing.push(key);
    return String(found);
  },
};

async function exported(actor: Actor) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await registerWorkbook(actor, words)) chunks.push(chunk);
  const tables = readBook(Buffer.concat(chunks));
  return (sheet: string) => tables.find((table) => table.sheet === sheet)?.rows.map((row) => row.cells) ?? [];
}

describe('the whole register as a workbook', () => {
  it('holds every sheet in the reader’s words, days as days, and is recorded with who took it', async () => {
    await addNote(hand.researcher, { caseId: hand.caseId, text: '=HYPERLINK("http://example.invalid")' });
    const sheet = await exported(hand.manager);
    expect(missing).toEqual([]);
    expect(sheet('Розыски')).toMatchObject([{ 'Розыск №': '1', Статус: ru.status['burial-established'] }]);
    expect(sheet('Заявления')[0]).toMatchObject({
      'Розыск №': '1',
      Поступило: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/),
    });
    expect(sheet('Заключения')[0]).toMatchObject({ Заключение: 'подтверждено' });
    expect(sheet('Захоронения')).toHaveLength(1);
    expect(sheet('Заметки')[0]?.Заметка).toBe('=HYPERLINK("http://example.invalid")');
    const [event] = await read().select().from(events).where(eq(events.kind, 'register.exported'));
    expect(event).toMatchObject({ actorId: hand.manager.staffId });
  });

  it('holds a row for every application', async () => {
    for (let n = 0; n < 3; n++) await anApplication();
    expect((await exported(hand.manager))('Заявления')).toHaveLength(4);
  });

  it('is refused to researchers before the first byte', async () => {
    await expect(registerWorkbook(hand.researcher, words)).rejects.toMatchObject({ code: 'access.denied' });
  });
});
