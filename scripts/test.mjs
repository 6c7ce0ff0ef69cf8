// `npm test`: everything that keeps Clearsheet true, from a fresh clone, in one command. Each step says how long it took.
// A failed check does not hide the next one; further arguments go to jest (`npm test -- tests/core`).
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildPages, checkNode, installDependencies, step, tool } from './prepare.mjs';

const results = 'node_modules/.cache/clearsheet';
const jestResult = `${results}/jest.json`;

/** "N passed, N failed": jest's tests; a suite that did not load and a failed check count as failed, so red is never "0 failed". */
function countOutcome(failedChecks) {
  try {
    const jest = JSON.parse(readFileSync(jestResult, 'utf8'));
    const failed = jest.numFailedTests + jest.numRuntimeErrorTestSuites + failedChecks;
    return `${jest.numPassedTests} passed, ${failed} failed`;
  } catch {
    return `0 passed, ${failedChecks} failed`;
  }
}

checkNode();
await installDependencies();
mkdirSync(results, { recursive: true });
rmSync(jestResult, { force: true });

const folders = [
  'core',
  'mappings',
  'files',
  'server',
  'addin',
  'workbench',
  'bench',
  'tests',
  'scripts',
  'bin',
].filter((name) => existsSync(name));

/** What looks at the sources: one after the other, which takes one core. */
async function checkSources() {
  return [
    await tool('types', 'typescript7/bin/tsc', '-p', '.'),
    await tool('types of core, without platform', 'typescript7/bin/tsc', '-p', 'core'),
    await tool(
      'arrows',
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...folders,
      '--config',
      '.dependency-cruiser.cjs',
    ),
    await step('lock file', process.execPath, ['scripts/check-lock.mjs']),
    await tool('lint', 'eslint/bin/eslint.js', '.'),
  ];
}

const built = await buildPages();
const jestFlags = ['--json', `--outputFile=${jestResult}`, ...process.argv.slice(2)];
// Beside each other: the tests are far longer, and wait for databases and browsers.
const [checks, tests] = await Promise.all([checkSources(), tool('tests', 'jest/bin/jest.js', ...jestFlags)]);

const failedChecks = [built, ...checks].filter((ok) => !ok).length;
writeFileSync(`${results}/outcome.txt`, `${countOutcome(failedChecks)}\n`);
process.exitCode = tests && failedChecks === 0 ? 0 : 1;
