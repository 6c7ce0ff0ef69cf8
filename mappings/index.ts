// The mappings the product brings along: every `<platform>.<report>.json` beside this file.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Mapping } from '../core/mapping/mapping.ts';

const folder = new URL('./', import.meta.url);

/** In the order of their ids. A `<platform>.<report>.draft.json` is being written and is not brought along. */
export const builtInMappings: readonly Mapping[] = readdirSync(fileURLToPath(folder))
  .filter((name) => /^[a-z0-9-]+\.[a-z0-9-]+\.json$/.test(name))
  .sort()
  .map(readMapping);

/** Not checked: that each is a mapping, and reads as it stands, is tested. Checking a hundred costs every start half a second. */
function readMapping(name: string): Mapping {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Mapping;
}
