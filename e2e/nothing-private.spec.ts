/**
 * Walks every public page of the register as a visitor does, with its data for the browser's own navigation, and looks in all of it
 * for what no family agreed to publish: who applied, how to reach them, what they wrote, sensitive fates, the places of unmarked
 * graves and of finds, leads, objections.
 */
import type { APIRequestContext } from '@playwright/test';
import en from '../messages/en.json' with { type: 'json' };
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { readRegister } from './fixtures/staff';
import { expect, test } from './fixtures/test';

type Secret = { what: string; value: string };

/** Every column of private text, one SELECT each; what is too short to be told from chance is left out. */
const privately: readonly [what: string, statement: string][] = [
  ['applicant', 'SELECT applicant_name AS value FROM applications'],
  ['telephone', 'SELECT telephone AS value FROM applications'],
  ['e-mail', 'SELECT email AS value FROM applications'],
  ['address', 'SELECT postal_address AS value FROM applications'],
  ['reference', 'SELECT reference AS value FROM applications'],
  ['code', 'SELECT code_hash AS value FROM applications'],
  ['helper', 'SELECT helper_name AS value FROM applications'],
  ['helper’s contact', 'SELECT helper_contact AS value FROM applications'],
  ['question', 'SELECT text AS value FROM questions'],
  ['message', 'SELECT text AS value FROM messages'],
  ['letter', 'SELECT text AS value FROM letters'],
  ['note', 'SELECT text AS value FROM notes'],
  ['summary of a conclusion', 'SELECT summary AS value FROM conclusions'],
  [
    'sensitive fate',
    `SELECT c.surname || ' ' || c.given_name AS value FROM cases c JOIN conclusions o ON o.case_id = c.id
     WHERE (o.sensitive = 1 OR o.fate IN ('condemned', 'executed', 'deserted')) AND o.state IN ('proposed', 'confirmed')`,
  ],
  ['latitude', 'SELECT CAST(latitude AS TEXT) AS value FROM burial_places WHERE marked = 0 AND latitude IS NOT NULL'],
  [
    'longitude',
    'SELECT CAST(longitude AS TEXT) AS value FROM burial_places WHERE marked = 0 AND longitude IS NOT NULL',
  ],
  ['find', 'SELECT place AS value FROM finds'],
  ['find’s description', 'SELECT description AS value FROM finds'],
  ['lead', 'SELECT text AS value FROM leads'],
  ['who sent a lead', 'SELECT contact AS value FROM leads'],
  ['objection', 'SELECT text AS value FROM objections'],
  ['who objected', 'SELECT contact AS value FROM objections'],
  ['draft of a page', "SELECT json_extract(story, '$.kk') AS value FROM memory_pages WHERE state <> 'published'"],
  ['words to a draft', 'SELECT words AS value FROM memory_consents'],
  ['file', 'SELECT name AS value FROM attachments'],
];

const ourTexts = JSON.stringify([kk, ru, en]);

function secrets(): Secret[] {
  return privately.flatMap(([what, statement]) =>
    readRegister<{ value: string | null }>(statement)
      .map(({ value }) => ({ what, value: (value ?? '').trim() }))
      // A degree without decimals, an empty field: nothing that could be told from chance.
      .filter(({ what, value }) => value.length > (/tude$/.test(what) ? 5 : 7))
      // An address that our own texts give as an example, typed into a form by another journey.
      .filter(({ value }) => !ourTexts.includes(value)),
  );
}

const seeds = [
  ...['', '/burials', '/burials?as=reported', '/ceremonies', '/tell-us', '/sought', '/apply', '/track'].map(
    (path) => `/kk${path}`,
  ),
  '/sitemap.xml',
  '/robots.txt',
  '/api/v1/burials',
  '/api/v1/burial-places.geojson',
  '/api/v1/burial-places.csv',
  '/api/v1/statistics',
  '/api/v1/openapi.json',
  '/api/health',
];

/** What a visitor reaches by links; drafts, sign-ins and the desk are no public answers. */
const isPublic = (path: string) =>
  /^\/kk(?:$|[?#]|\/(?:burials|memory|ceremonies|tell-us|sought)(?:$|[/?]))/.test(path) ||
  /^\/(?:api\/v1\/|sitemap\.xml)/.test(path);

const most = 250;

/** Every answer that links lead to, as text; pages also as the browser fetches them for itself. */
async function walk(request: APIRequestContext): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const waiting = [...seeds];
  for (let path = waiting.shift(); path !== undefined && answers.size < most; path = waiting.shift()) {
    if (answers.has(path)) continue;
    const answer = await request.get(path, { maxRedirects: 0 });
    const isText = /text|json|xml|javascript/.test(answer.headers()['content-type'] ?? '');
    const body = isText ? await answer.text() : '';
    answers.set(path, body);
    if (path.startsWith('/kk'))
      answers.set(`${path} (rsc)`, await (await request.get(path, { headers: { rsc: '1' }, maxRedirects: 0 })).text());
    for (const [, found = ''] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const link = found.replaceAll('&amp;', '&');
      // The map moves without end: one step of it is enough.
      if (isPublic(link) && !/[?&](?:z|x|y)=/.test(link) && !waiting.includes(link)) waiting.push(link);
    }
  }
  return answers;
}

test('nothing private stands in any public answer @desktop', async ({ request, page }) => {
  test.setTimeout(600_000);
  await page.goto('/kk/burials');
  const answers = await walk(request);
  const hidden = secrets();
  expect(hidden.length, 'secrets looked for').toBeGreaterThan(500);
  expect([...answers.keys()].filter((path) => path.startsWith('/kk/burials/')).length).toBeGreaterThan(5);
  const found: string[] = [];
  for (const [path, body] of answers) {
    const plain = body.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    for (const { what, value } of hidden)
      if (plain.includes(value)) found.push(`${path}: ${what} ${value.slice(0, 60)}`);
  }
  expect(found).toEqual([]);
});

test('the walk would find a secret: the search is not blind @desktop', async ({ request }) => {
  const [entry] = readRegister<{ surname: string }>(
    'SELECT c.surname FROM cases c JOIN burials b ON b.case_id = c.id WHERE b.ended_at IS NULL LIMIT 400',
  );
  expect(entry?.surname).toBeTruthy();
  const list = await (await request.get('/kk/burials')).text();
  const published = readRegister<{ surname: string }>('SELECT DISTINCT surname FROM cases').filter(({ surname }) =>
    list.includes(surname),
  );
  expect(published.length).toBeGreaterThan(3);
});
