// How much rows look like a known report: the headers on their best row that some mapping knows.
import type { Cell } from '../sheet-table.ts';
import { headersOf, prepare } from './fit-header.ts';
import type { Mapping } from './mapping.ts';

/** Every header and synonym of the mappings, normalised. */
export function knownHeaders(mappings: readonly Mapping[]): ReadonlySet<string> {
  return new Set(mappings.flatMap((mapping) => prepare(mapping).names.flat()));
}

/** @returns the most known headers that stand on one row of the first `searchRows` */
export function scorerOf(mappings: readonly Mapping[]): (rows: readonly (readonly Cell[])[]) => number {
  const known = knownHeaders(mappings);
  const searchRows = Math.max(0, ...mappings.map(({ header }) => header.searchRows));
  return (rows) => {
    const table = { file: '', sheet: '', firstRow: 1, firstColumn: 1, rows };
    const counts = headersOf(table, searchRows).map(({ positions }) => countKnown(positions.keys(), known));
    return Math.max(0, ...counts);
  };
}

function countKnown(texts: Iterable<string>, known: ReadonlySet<string>): number {
  let count = 0;
  for (const text of texts) if (known.has(text)) count += 1;
  return count;
}
