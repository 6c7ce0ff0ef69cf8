#!/usr/bin/env node
// The command `clearsheet` of a checkout: TypeScript is run as it stands, so there is no build to remember.
// It belongs to the small workspace package beside it, because npm links a workspace's command into node_modules/.bin at
// `npm ci`; for a command of the root package npx would first fill its own cache, which costs a second or two a call.
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  console.error('Clearsheet: dependencies are missing; run `npm ci` in the checkout once.');
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli.ts');
process.exitCode = await main(process.argv.slice(2));
