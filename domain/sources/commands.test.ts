import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources } from '@/db/schema';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { systemActor } from '../permissions';
import { completeReference } from '../reference';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, aResearcher } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf, refusedFields } from '../testing/outcome';
import { changeSource, enterSource, orderSources } from './commands';
import { partLines } from './parts';
import { sourcePage } from './queries';

let database: TestDatabase;
let manager: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  manager = await aManager();
});
afterEach(() => database.close());

const museum = {
  nameKk: 'Аудандық музей',
  nameRu: 'Районный музей',
  nameEn: 'District museum',
  noteKk: 'Көрмедегі хаттар.',
  kind: 'archive',
  country: 'KZ',
  access: 'on-site',
  citationPattern: ['page', 'volume'],
  parts: 'Хаттар | Письма | Letters\nФотосуреттер | Снимки | Photographs',
  checklist: true,
};
const rowOf = async (key: string) => {
  const [row] = await read().select().from(sources).where(eq(sources.key, key));
  return row ?? expect.fail(key);
};
const order = async () =>
  (await read().select({ key: sources.key }).from(sources).orderBy(asc(sources.position))).map(({ key }) => key);
/** The row as its form would send it back. */
const formOf = async (key: string) => {
  const row = await rowOf(key);
  return {
    ...{ sourceKey: key, version: row.version, inUse: row.inUse, kind: row.kind, country: row.country },
    ...{ nameKk: row.name.kk, nameRu: row.name.ru, nameEn: row.name.en },
    ...{ noteKk: row.note.kk, noteRu: row.note.ru, noteEn: row.note.en },
    ...{ url: row.url ?? '', access: row.access, searchAddress: row.searchAddress ?? '' },
    ...{ citationPattern: row.citationPattern, parts: partLines(row.parts), checklist: row.checklist },
  };
};

describe('sources as managers keep them', () => {
  it('a new one stands at the end with a key of its English name', async () => {
    const seq = await lastSeq();
    expect(await enterSource(manager, museum)).toEqual({ sourceKey: 'district-museum' });
    expect(await enterSource(manager, { ...museum, parts: '' })).toEqual({ sourceKey: 'district-museum-2' });
    expect((await order()).slice(-3)).toEqual(['written-requests', 'district-museum', 'district-museum-2']);
    expect(await rowOf('district-museum')).toMatchObject({
      name: { kk: 'Аудандық музей', ru: 'Районный музей', en: 'District museum' },
      note: { kk: 'Көрмедегі хаттар.', ru: '', en: '' },
      citationPattern: ['volume', 'page'],
      parts: [{ key: 'letters' }, { key: 'photographs' }],
      url: null,
      searchAddress: null,
      inUse: true,
    });
    expect((await eventsAfter(seq)).map(({ kind }) => kind)).toEqual(['source.entered', 'source.entered']);
  });

  it.each([
    [{ url: 'javascript:alert(1)' }, { url: 'source.address' }],
    [{ searchAddress: 'https://example.kz/' }, { searchAddress: 'source.search-address' }],
    [{ parts: 'Хаттар' }, { parts: 'source.parts' }],
    [{ country: 'SU' }, { country: 'input.choose' }],
    [{ citationPattern: ['shelf'] }, { citationPattern: 'input.choose' }],
  ])('%j is refused', async (over, fields) => {
    expect(await refusedFields(enterSource(manager, { ...museum, ...over }))).toEqual(fields);
  });

  it('a change names what changed, and is refused from a stale page or when nothing changed', async () => {
    const form = await formOf('obd-memorial');
    const seq = await lastSeq();
    expect(await refusalOf(changeSource(manager, form))).toBe('source.unchanged');
    await changeSource(manager, { ...form, nameEn: 'Memorial', access: 'registration' });
    expect((await eventsAfter(seq)).map(({ data }) => data)).toEqual([
      { sourceKey: 'obd-memorial', fields: ['access', 'name'] },
    ]);
    expect(await refusalOf(changeSource(manager, { ...form, nameEn: 'Other' }))).toBe('source.stale');
    expect(await refusalOf(changeSource(manager, { ...form, sourceKey: 'nowhere' }))).toBe('source.not-found');
    // The program's own list does not undo what a manager changed.
    expect(await completeReference(systemActor)).toEqual([]);
    expect((await rowOf('obd-memorial')).name.en).toBe('Memorial');
  });

  it('one source is put elsewhere, the others keep their order and stay so', async () => {
    const before = await order();
    await orderSources(manager, { sourceKey: 'written-requests', place: 2 });
    const others = before.filter((key) => key !== 'written-requests');
    const after = [others[0], 'written-requests', ...others.slice(1)];
    expect(await order()).toEqual(after);
    expect(await completeReference(systemActor)).toEqual([]);
    expect(await order()).toEqual(after);
    await orderSources(manager, { sourceKey: 'written-requests', place: 999 });
    expect(await order()).toEqual(before);
    expect(await refusalOf(orderSources(manager, { sourceKey: 'written-requests', place: 999 }))).toBe(
      'source.unchanged',
    );
  });

  it('researchers read and do not write', async () => {
    const researcher = await aResearcher();
    expect((await sourcePage(researcher, { sourceKey: 'obd-memorial' })).source.key).toBe('obd-memorial');
    expect(await refusalOf(enterSource(researcher, museum))).toBe('access.denied');
  });
});
