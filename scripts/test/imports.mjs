/** Checks the directions of imports, and that the check itself would notice: one forbidden import is planted for each rule. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from '../prepare.mjs';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const folders = ['app', 'components', 'db', 'documents', 'domain', 'messages', 'scripts', 'e2e'];
const files = ['auth.ts', 'env.ts', 'instrumentation.ts', 'log.ts', 'proxy.ts', 'next.config.js'];

const plain = 'export const value = 1;\n';
const importing = (name) => `import { value } from '${name}';\nexport const other = value;\n`;

/** For each rule: files of a small house in which it is broken. */
const planted = {
  'no-cycles': { 'domain/a.ts': importing('./b'), 'domain/b.ts': importing('./a') },
  'no-orphans': { 'domain/alone.ts': plain },
  'nothing-imports-app': { 'app/page.tsx': plain, 'components/part.tsx': importing('../app/page') },
  'app-knows-no-table': { 'db/store.ts': plain, 'app/page.tsx': importing('../db/store') },
  'components-stay-in-front': { 'db/store.ts': plain, 'components/part.tsx': importing('../db/store') },
  'components-take-pure-domain': {
    'domain/cases/queries.ts': plain,
    'components/part.tsx': importing('../domain/cases/queries'),
  },
  'domain-knows-no-web': { 'domain/rule.ts': "import next from 'next';\nexport const value = next;\n" },
  'domain-imports-db-only': { 'components/part.tsx': plain, 'domain/rule.ts': importing('../components/part') },
  'db-imports-nothing': { 'domain/result.ts': plain, 'db/store.ts': importing('../domain/result') },
  'one-write-path': { 'db/store.ts': plain, 'domain/cases/commands.ts': importing('../../db/store') },
  'documents-are-pure': {
    'domain/cases/commands.ts': plain,
    'documents/letter.ts': importing('../domain/cases/commands'),
  },
  'tests-stay-outside': { 'domain/a.test.ts': plain, 'domain/b.ts': importing('./a.test') },
};

async function violations(baseDir, entries) {
  const { output } = await cruise(entries, { ...rules.options, baseDir, validate: true, ruleSet: rules });
  const lost = output.modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter((to) => to.couldNotResolve && /^(?:\.|@\/)/.test(to.module))
      .map((to) => `${source} → ${to.module}`),
  );
  return { modules: output.modules.length, found: output.summary.violations, lost };
}

async function unnoticed() {
  const missed = [];
  for (const { name } of rules.forbidden) {
    const house = realpathSync(mkdtempSync(path.join(tmpdir(), 'izdeu-imports-')));
    try {
      for (const [file, content] of Object.entries(planted[name] ?? {})) {
        mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
        writeFileSync(path.join(house, file), content);
      }
      const { found } = await violations(house, ['.']);
      if (!found.some((violation) => violation.rule.name === name)) missed.push(name);
    } finally {
      rmSync(house, { recursive: true });
    }
  }
  return missed;
}

export async function importDirections() {
  process.chdir(root);
  const { modules, found, lost } = await violations(
    root,
    [...folders, ...files].filter((entry) => existsSync(entry)),
  );
  for (const { from, to, rule } of found) {
    const { comment } = rules.forbidden.find(({ name }) => name === rule.name);
    console.error(`${from} → ${to}\n    ${rule.name}: ${comment}`);
  }
  for (const line of lost) console.error(`${line}: where this leads was not found, so no rule was applied to it`);
  const missed = await unnoticed();
  for (const name of missed) console.error(`${name}: an import planted against this rule was not noticed`);
  if (modules < 20) console.error(`Only ${modules} modules were read`);
  console.log(`${modules} modules, ${rules.forbidden.length} rules`);
  return found.length + lost.length + missed.length === 0 && modules >= 20;
}
