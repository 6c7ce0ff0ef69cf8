#!/usr/bin/env node
// The command `clearsheet` of a checkout: it compiles its own sources when it has to, so there is no build to remember.
// It belongs to the small workspace package beside it, because npm links a workspace's command into node_modules/.bin at
// `npm ci`; for a command of the root package npx would first fill its own cache, which costs a second or two a call.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compiled } from './compile.mjs';

/**
 * Room for young objects. With Node's 16 MB the objects of 20,000 orders are copied so often while they are matched and
 * written that the run takes 0.8 s more CPU of 12. It can only be set at the start of a process, and another start costs
 * 40 ms, so only for the command that has such files.
 */
const YOUNG_SPACE = '--max-semi-space-size';

/** V8 would start four helpers; with more of them than cores they keep each other from collecting garbage: 0.5 s of 11. */
const HELPERS = `--v8-pool-size=${Math.min(4, availableParallelism())}`;

const words = process.argv.slice(2);
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  console.error('Clearsheet: dependencies are missing; run `npm ci` in the checkout once.');
  process.exitCode = 1;
} else if (words[0] === 'reconcile' && !process.execArgv.some((option) => option.startsWith(YOUNG_SPACE))) {
  const line = [...process.execArgv, `${YOUNG_SPACE}=64`, HELPERS, fileURLToPath(import.meta.url), ...words];
  process.exitCode = spawnSync(process.execPath, line, { stdio: 'inherit' }).status ?? 1;
} else {
  // With DEBUG a fault shows where in the sources it is; reading the maps takes 0.1 s.
  if (process.env.DEBUG) process.setSourceMapsEnabled(true);
  const { main } = await import(await program());
  process.exitCode = await main(words);
}

/** Compiled; from the sources themselves where nothing can be kept, as in a checkout that is read-only. */
async function program() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  try {
    return await compiled(root, `${root}node_modules/.cache/clearsheet`);
  } catch (error) {
    if (process.env.DEBUG) console.error(error);
    const { register } = await import('tsx/esm/api');
    register();
    return '../server/cli.ts';
  }
}
