/** `npm test`: every check in order, each with its time; the last line counts. `--only unit,lint` runs some of them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenChanged, installMissing, root, run } from './prepare.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'izdeu-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const steps = {
  lint: {
    name: 'Format and lint',
    work: () => passes('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  types: { name: 'Types', work: () => passes('typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  imports: {
    name: 'Import directions',
    work: async () => one(await (await import('./test/imports.mjs')).importDirections()),
  },
  unused: { name: 'Dead code', work: () => passes('knip/bin/knip.js', []) },
  unit: { name: 'Unit and property tests', work: unitTests },
  build: { name: 'Production build', work: build },
  journeys: { name: 'Journeys in a browser', work: journeys },
};

let built = true;

const chosen = chosenSteps();
await installMissing();
const counts = { passed: 0, failed: 0 };
/** What did not pass, by name: said again at the end, where the reader of a long log looks. */
const refused = [];
for (const key of chosen) {
  const { name, work } = steps[key];
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const { passed, failed } = await work().catch((error) => {
    console.error(error);
    return one(false);
  });
  if (failed > 0) refused.push(`── ${name}`);
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  counts.passed += passed;
  counts.failed += failed;
}
if (refused.length > 0) console.log(`\nNot passed:\n${refused.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function chosenSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const all = Object.keys(steps);
  const wanted = values.only?.split(',') ?? all;
  const unknown = wanted.filter((key) => !all.includes(key));
  if (unknown.length === 0) return all.filter((key) => wanted.includes(key));
  console.error(`No such step: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(2);
}

function one(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A check that says yes or no by its exit status. */
async function passes(script, args) {
  return one((await tool(script, args)) === 0);
}

function tool(script, args, env) {
  return run(process.execPath, [path.join(root, 'node_modules', script), ...args], { env });
}

async function unitTests() {
  const { installTools } = await import('./test/browser.mjs');
  installTools();
  const file = path.join(reports, 'unit.json');
  const status = await tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not be loaded holds no failed test, but it failed.
  for (const { assertionResults } of report.testResults)
    for (const { status: outcome, fullName, failureMessages } of assertionResults)
      if (outcome !== 'passed') refused.push(`${fullName}: ${failureMessages[0]?.split('\n')[0] ?? outcome}`);
  const unread = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  refused.push(...unread.map((result) => `${path.relative(root, result.name)}: ${result.message.split('\n')[0]}`));
  return counted(status, report.numPassedTests, report.numTotalTests - report.numPassedTests + unread.length);
}

async function build() {
  built = false;
  await buildWhenChanged();
  built = true;
  return one(true);
}

async function journeys() {
  if (!built) {
    console.error('Not tried: there is no build');
    return one(false);
  }
  const { browser } = await import('./test/browser.mjs');
  const file = path.join(reports, 'journeys.json');
  const env = { PLAYWRIGHT_CHROMIUM: await browser(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const status = await tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], env);
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return counted(status, stats.expected, stats.unexpected + stats.flaky + stats.skipped + errors.length);
}

/** Skipped counts as failed, and so does a run without tests or one that complains about something else. */
function counted(status, passed, failed) {
  const silent = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}
