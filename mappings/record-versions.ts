// Keeps versions honest: what each built-in mapping was at its version stands in versions.txt, one line a mapping.
// A team's library takes over a built-in by its version, so a change under the same number would never reach it.
// `npx tsx mappings/record-versions.ts` records new mappings and raised versions; a change without one is refused.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../core/fingerprint.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import { builtInMappings } from './index.ts';

/** The record: `id version fingerprint`, in the order of the ids. */
export const versionsFile = fileURLToPath(new URL('versions.txt', import.meta.url));

/** The line of a mapping. Only its content counts, not how the file is laid out. */
export const lineOf = (mapping: Mapping): string =>
  `${mapping.id} ${mapping.version} ${fingerprint(JSON.stringify(mapping, keysSorted)).slice(0, 16)}`;

const keysSorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;

/** What is to be done, one sentence a mapping that is not as it was recorded. */
export function faultsOfVersions(mappings: readonly Mapping[], recorded: string): string[] {
  const lines = new Map(recorded.split('\n').map((line) => [line.split(' ')[0] ?? '', line]));
  const ids = new Set(mappings.map(({ id }) => id));
  const gone = [...lines.keys()].filter((id) => id !== '' && !ids.has(id));
  return [
    ...mappings.flatMap((mapping) => faultOf(mapping, lines.get(mapping.id))),
    ...gone.map((id) => `${id}: recorded, but no longer there. ${RECORD}`),
  ];
}

const RECORD = 'Run npx tsx mappings/record-versions.ts.';

function faultOf(mapping: Mapping, line: string | undefined): string[] {
  const { id, version } = mapping;
  if (line === lineOf(mapping)) return [];
  if (line === undefined) return [`${id}: new. ${RECORD}`];
  const recorded = Number(line.split(' ')[1]);
  if (version > recorded) return [`${id}: version ${version} is not recorded. ${RECORD}`];
  return [`${id}: changed since version ${recorded} was recorded. Raise "version" to ${recorded + 1}. ${RECORD}`];
}

/** The record renewed. A change without a raised version stays as it was recorded, so that it is still a fault. */
export function recordOf(mappings: readonly Mapping[], recorded: string): string {
  const lines = new Map(recorded.split('\n').map((line) => [line.split(' ')[0] ?? '', line]));
  const kept = mappings.map((mapping) => {
    const line = lines.get(mapping.id);
    const stays = line !== undefined && mapping.version <= Number(line.split(' ')[1]);
    return stays ? line : lineOf(mapping);
  });
  return [...kept, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const recorded = recordOf(builtInMappings, readFileSync(versionsFile, { encoding: 'utf8', flag: 'a+' }));
  writeFileSync(versionsFile, recorded);
  const faults = faultsOfVersions(builtInMappings, recorded);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
