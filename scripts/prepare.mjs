// What `npm start` and `npm test` share before they begin: the right Node, installed dependencies, built pages, timed steps.
// No dependencies of its own: this runs in a fresh clone, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Clearsheet needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org/`);
  process.exit(1);
}

/** Runs one step and prints what it took; steps may run beside each other. Gives whether it went well. */
export async function step(title, command, args) {
  const begun = performance.now();
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('close', resolve);
    child.once('error', ({ message }) => {
      console.error(message);
      resolve(null);
    });
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  return status === 0;
}

/** Runs a tool of node_modules by its script, so that no shell and no .cmd file is between us and it. */
export const tool = (title, script, ...args) => step(title, process.execPath, [join('node_modules', script), ...args]);

/**
 * Whether node_modules holds what the lock names. npm itself keeps the record of what it installed in
 * node_modules/.package-lock.json and writes it last, so an interrupted installation does not count.
 */
function dependenciesAreCurrent() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  return wanted.every(([path, { version, link, optional, devOptional }]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (link) return existsSync(path);
    return installed[path] ? installed[path].version === version : Boolean(optional || devOptional);
  });
}

export async function installDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log('Installing dependencies (only when the lock file changed; a minute or two) ...');
  const flags = ['ci', '--no-audit', '--no-fund'];
  const npmScript = process.env.npm_execpath; // set by npm; the plain name serves `node scripts/start.mjs` outside Windows
  const ok = npmScript?.endsWith('.js')
    ? await step('dependencies', process.execPath, [npmScript, ...flags])
    : await step('dependencies', 'npm', flags);
  if (ok) return;
  console.error('The installation failed; the lines above say why. Mostly it is the way to the npm registry.');
  process.exit(1);
}

function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stat.mtimeMs);
}

/** Builds pane and workbench when a source is newer than the last build (a folder's own time tells of deleted files). */
export async function buildPages() {
  const sources = ['addin', 'core', 'files', 'mappings', 'workbench', 'vite.config.ts', 'package-lock.json'];
  const builtAt = newestChange('dist/addin/taskpane.html');
  if (builtAt > Math.max(...sources.map(newestChange))) return true;
  return tool('pages built', 'vite/bin/vite.js', 'build', '--logLevel', 'warn');
}
