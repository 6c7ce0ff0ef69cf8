// The mappings the product brings along: every `<platform>.<report>.json` beside this file, checked once at the start.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mappingSchema } from '../core/mapping/mapping-schema.ts';
import type { Mapping } from '../core/mapping/mapping.ts';

const folder = new URL('./', import.meta.url);

/** In the order of their ids. A `<platform>.<report>.draft.json` is being written and is not brought along. */
export const builtInMappings: readonly Mapping[] = readdirSync(fileURLToPath(folder))
  .filter((name) => /^[a-z0-9-]+\.[a-z0-9-]+\.json$/.test(name))
  .sort()
  .map(readMapping);

function readMapping(name: string): Mapping {
  const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new Error(`mappings/${name} is no mapping:\n${faults.join('\n')}`);
}
