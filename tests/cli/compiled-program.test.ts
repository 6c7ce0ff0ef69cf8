// The command as it is started from a shell: compiled once, compiled again when a source changes, and the same program.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const CHECKOUT = resolve('.');
const COMPILER = pathToFileURL(join(CHECKOUT, 'bin/compile.mjs')).href;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'program-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `main` of the compiled program of a checkout gives, as another process sees it. */
function run(root: string, cache: string, words: readonly string[] = []): string {
  const script = `
    const { compiled } = await import(${JSON.stringify(COMPILER)});
    const { main } = await import(await compiled(${JSON.stringify(root)}, ${JSON.stringify(cache)}));
    process.exitCode = await main(${JSON.stringify(words)});`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}

function write(root: string, greeting: string): void {
  for (const name of ['server', 'core']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'core/beside.txt'), 'beside its source');
  writeFileSync(join(root, 'core/greeting.ts'), `export const greeting: string = '${greeting}';`);
  writeFileSync(
    join(root, 'server/cli.ts'),
    `import { readFileSync } from 'node:fs';
     import { greeting } from '../core/greeting.ts';
     export function main(): void {
       console.log(greeting, readFileSync(new URL('../core/beside.txt', import.meta.url), 'utf8'));
     }`,
  );
}

test('a source that changes is compiled again, one that does not is not', () => {
  const [root, cache] = [join(folder, 'checkout'), join(folder, 'cache')];
  write(root, 'first');
  expect(run(root, cache)).toBe('first beside its source\n');
  expect(run(root, cache)).toBe('first beside its source\n');
  expect(readdirSync(cache)).toHaveLength(1);
  write(root, 'the second');
  expect(run(root, cache)).toBe('the second beside its source\n');
});

test('programs of older sources do not pile up', () => {
  const [root, cache] = [join(folder, 'checkout'), join(folder, 'cache')];
  for (const greeting of ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff']) {
    write(root, greeting);
    run(root, cache);
  }
  expect(readdirSync(cache)).toHaveLength(4);
});

test('files are found beside their source where the cache is reached by a link', () => {
  const [root, cache] = [join(folder, 'checkout'), join(folder, 'link')];
  mkdirSync(join(folder, 'far/away/cache'), { recursive: true });
  symlinkSync(join(folder, 'far/away/cache'), cache);
  write(root, 'linked');
  expect(run(root, cache)).toBe('linked beside its source\n');
});

test('the compiled program reconciles the sample pair', () => {
  mkdirSync(join(CHECKOUT, 'node_modules/.cache'), { recursive: true });
  const cache = mkdtempSync(join(CHECKOUT, 'node_modules/.cache/program-'));
  try {
    const samples = ['orders', 'income'].map((name) => `workbench/samples/shopee_tw_${name}.xlsx`);
    const answer = run(CHECKOUT, cache, ['reconcile', ...samples, '--as-of', '2024-06-30', '--json']);
    expect(JSON.parse(answer)).toMatchObject({ conservation: [{ currency: 'TWD', net: '1531', difference: '0' }] });
  } finally {
    rmSync(cache, { recursive: true });
  }
});
