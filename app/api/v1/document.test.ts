/** The document held against the routes, the queries and the answers. */
import { readdirSync } from 'node:fs';
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBurials, openPublishedBurials } from '@/domain/open-data/burials';
import { openCases } from '@/domain/open-data/cases';
import { openRecords } from '@/domain/open-data/records';
import { giveToken } from '@/domain/staff/tokens';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, aManager, anImportedRecord, type MadeCase } from '@/domain/testing/factories';
import { openApi } from './openapi';
import { paths } from './paths';
import { ask as askRoute, bearer } from './testing';

vi.mock('@/log', () => ({ log: { info: () => undefined } }));
vi.mock('@/app/actions/session', () => ({ staffOrVisitor: async () => ({ role: 'visitor' }) }));

const folder = 'app/api/v1';
const shapesAt = 'https://izdeu.test/shapes';

/** `/cases/{caseId}` for `app/api/v1/cases/[caseId]/route.ts`. */
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('/route.ts'))
  .map((name) => `/${name.slice(0, -'/route.ts'.length).replaceAll('[', '{').replaceAll(']', '}')}`)
  .sort();

/** Routes with an address of their own that the document describes by a path with a parameter. */
const described = (route: string) =>
  Object.keys(paths).find((path) => path === route) ??
  Object.keys(paths).find((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/{]+')}$`).test(route));

let database: TestDatabase;
let made: MadeCase;
let recordId: number;
let token: string;
beforeAll(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('family-informed');
  recordId = (await anImportedRecord()).recordId;
  ({ token } = await giveToken(await aManager(), {
    name: 'Тексеру',
    scopes: ['cases', 'records', 'burials', 'statistics'],
    days: 1,
  }));
  const text = JSON.stringify((openApi().components as { schemas: object }).schemas);
  const $defs = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'));
  registerSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs }, shapesAt);
});
afterAll(() => database.close());

/** One question for each path, with what fills its braces. */
const examples = (): Readonly<Record<string, readonly { fill?: Record<string, string>; search?: string }[]>> => ({
  '/openapi.json': [{}],
  '/burials': [{}, { search: '?limit=1' }, { search: '?view=all' }],
  '/burial-places.geojson': [{}],
  '/burial-places.csv': [{}],
  '/cases': [{}, { search: '?text=сарс&limit=1' }],
  '/cases/{caseId}': [{ fill: { caseId: made.caseId } }],
  '/records': [{ search: '?surname=Сарсенов' }],
  '/records/{recordId}': [{ fill: { recordId: String(recordId) } }],
  '/statistics': [{}],
  '/statistics/{file}': [],
});

const ask = (path: string, fill: Record<string, string> = {}, search = '') =>
  askRoute(path, { fill, search, headers: bearer(token) });

const fits = async (shape: string, value: unknown) =>
  (await validate(`${shapesAt}#/$defs/${shape}`, value as never)).valid;

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const schema = 'https://spec.openapis.org/oas/3.1/schema-base';
    expect((await validate(schema, openApi() as never, 'BASIC')).valid).toBe(true);
    expect((await validate(schema, { ...openApi(), info: {} } as never)).valid).toBe(false);
  });

  it('describes every route, and nothing that is not there', () => {
    expect(routes.filter((route) => described(route) === undefined)).toEqual([]);
    const served = Object.keys(paths).filter((path) => routes.includes(path));
    expect(served).toEqual(Object.keys(paths));
    expect(Object.keys(examples())).toEqual(Object.keys(paths));
  });

  it('names each answer only once and every shape it speaks of', () => {
    const ids = Object.values(paths).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const { schemas } = openApi().components as { schemas: object };
    for (const [, shape] of Object.values(paths).flatMap(({ answers }) => answers))
      for (const name of [shape ?? []].flat()) expect(Object.keys(schemas)).toContain(name);
  });

  it('knows the parameters that the queries know', () => {
    const parametersOf = (path: string) =>
      (paths[path]?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const keysOf = ({ schema }: { schema: unknown }) => Object.keys((schema as { shape: object }).shape);
    expect(parametersOf('/cases').sort()).toEqual(keysOf(openCases).sort());
    expect(parametersOf('/records').sort()).toEqual(keysOf(openRecords).sort());
    for (const burials of [openBurials, openPublishedBurials])
      expect(parametersOf('/burials').sort()).toEqual([...keysOf(burials), 'view'].sort());
  });
});

describe('every answer', () => {
  it.each(Object.entries(paths))('%s', async (path, { answers }) => {
    for (const { fill, search } of examples()[path] ?? []) {
      const answer = await ask(path, fill, search);
      expect(answer.status, `${path}${search ?? ''}`).toBe(200);
      const type = answer.headers.get('content-type')?.split(';')[0];
      const found = answers.find(([one]) => one === type);
      expect(found, `${path} answers ${type}`).toBeDefined();
      const shape = [found?.[1] ?? []].flat();
      if (shape.length === 0) continue;
      const body = await answer.json();
      const fitting = await Promise.all(shape.map((name) => fits(name, body)));
      expect(fitting.filter(Boolean), JSON.stringify(body).slice(0, 2000)).toHaveLength(1);
    }
  });

  it('holds something in these examples: an empty list fits every shape', async () => {
    for (const path of ['/burials', '/cases', '/statistics'])
      expect((await (await ask(path)).json()).items).not.toEqual([]);
    expect((await (await ask('/records', {}, '?surname=Сарсенов')).json()).items).not.toEqual([]);
    expect((await (await ask('/burial-places.geojson')).json()).features).not.toEqual([]);
    const whole = await (await ask('/cases/{caseId}', { caseId: made.caseId })).json();
    for (const part of ['evidence', 'burials']) expect(whole[part]).not.toEqual([]);
    expect(whole.conclusion).not.toBeNull();
  });

  it('would be refused with a member too many, too few or of another kind', async () => {
    const whole = await (await ask('/cases/{caseId}', { caseId: made.caseId })).json();
    expect(await fits('Case', whole)).toBe(true);
    expect(await fits('Case', { ...whole, applicantName: 'Айгүл' })).toBe(false);
    expect(await fits('Case', { ...whole, number: '12' })).toBe(false);
    const { status: _, ...less } = whole;
    expect(await fits('Case', less)).toBe(false);
  });

  it('refuses in the shape of a problem', async () => {
    const refused = [
      await ask('/cases', {}, '?colour=red'),
      await ask('/cases', {}, '?limit=1000'),
      await ask('/cases', {}, '?limit=1&limit=2'),
      await ask('/cases', {}, '?cursor=%00'),
      await ask('/burials', {}, '?view=some'),
      await ask('/records'),
      await ask('/cases/{caseId}', { caseId: '00000000-0000-7000-8000-000000000000' }),
    ];
    for (const answer of refused) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await fits('Problem', await answer.json())).toBe(true);
    }
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 404]);
  });
});

describe('a long list', () => {
  it('is read to its end by cursors, each row once', async () => {
    for (let n = 0; n < 4; n++) await aCaseIn('received');
    const numbers: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { number: number }[]; next: string | null } = await (
        await ask('/cases', {}, `?limit=2${next ? `&cursor=${next}` : ''}`)
      ).json();
      numbers.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    const all = (await (await ask('/cases', {}, '?limit=200')).json()).items as { number: number }[];
    expect(numbers).toEqual(all.map(({ number }) => number));
    expect(numbers).toHaveLength(5);
  });
});

describe('open data', () => {
  it('is asked for again only when it changed', async () => {
    const path = '/burial-places.geojson';
    const first = await askRoute(path, {});
    const tag = first.headers.get('etag') ?? '';
    const second = await askRoute(path, { headers: { 'if-none-match': tag } });
    expect([tag === '', second.status, await second.text()]).toEqual([false, 304, '']);
  });
});
