// The mappings the product brings, each with the text of its file: an export is that file, to the byte.
import { readFileSync } from 'node:fs';
import type { Mapping } from '../core/mapping/mapping.ts';
import { builtInMappings } from '../mappings/index.ts';

export interface BuiltIn {
  readonly mapping: Mapping;
  readonly text: string;
}
/** By id. */
export type BuiltIns = ReadonlyMap<string, BuiltIn>;

/** Who publishes them, in a history. */
export const BUILT_IN_AUTHOR = 'Clearsheet';

const fileOf = (id: string) => new URL(`../mappings/${id}.json`, import.meta.url);

export const productBuiltIns: BuiltIns = new Map(
  builtInMappings.map((mapping) => [mapping.id, { mapping, text: readFileSync(fileOf(mapping.id), 'utf8') }]),
);
