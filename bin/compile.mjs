// The program of the command as it is run: TypeScript put together once into a few files of JavaScript, and again when a
// source has changed. Module by module it takes 1 s longer to start, on a core that reading the files has use for.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const ENTRY = 'server/cli.ts';
const FOLDERS = ['core', 'files', 'mappings', 'server'];

/** Programs that stay: another run may still be loading parts of the one before. */
const KEPT = 4;

/**
 * Compiles what is not compiled yet.
 * @param {string} root the checkout
 * @param {string} cache the folder that holds programs; made when it is missing
 * @returns {Promise<string>} the address of the module that exports `main`
 */
export async function compiled(root, cache) {
  mkdirSync(cache, { recursive: true });
  // A program finds its sources from where it really is, also where the cache is reached by a link.
  const folder = realpathSync(cache);
  const program = join(folder, `program-${stateOf(root)}`);
  if (!existsSync(program)) await compile(root, folder, program);
  return pathToFileURL(join(program, 'cli.js')).href;
}

/** What tells one state of the sources from another; as quick as asking 700 files for their date is. */
function stateOf(root) {
  const hash = createHash('sha256').update(root);
  for (const folder of FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (!name.endsWith('.ts')) continue;
      const { size, mtimeMs } = statSync(join(root, folder, name));
      hash.update(`\n${folder}/${name} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Beside its place and moved there whole, so that no other run finds half of it. */
async function compile(root, cache, program) {
  const { build, stop } = await import('esbuild');
  const making = `${program}.${process.pid}`;
  await build({
    entryPoints: [join(root, ENTRY)],
    outdir: making,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [inPlace(making)],
  });
  await stop();
  try {
    renameSync(making, program);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  forgetOld(cache);
}

/** A module that looks for files beside itself finds them where its source stands. */
function inPlace(folder) {
  return {
    name: 'in-place',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const place = `new URL(${JSON.stringify(relative(folder, path))}, import.meta.url).href`;
        return { contents: source.replaceAll('import.meta.url', place), loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}

function forgetOld(cache) {
  const programs = readdirSync(cache).filter((name) => name.startsWith('program-'));
  const byAge = programs.sort(
    (left, right) => statSync(join(cache, right)).mtimeMs - statSync(join(cache, left)).mtimeMs,
  );
  for (const name of byAge.slice(KEPT)) rmSync(join(cache, name), { recursive: true, force: true });
}
