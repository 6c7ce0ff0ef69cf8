// How alike two headers are, for people: a renamed column mostly keeps part of its name.
import { normalizeHeader } from './normalize-header.ts';

/** 1 for the same name, 0 for nothing in common; a name inside the other counts at least 0.6. */
export function likeness(left: string, right: string): number {
  const [one, two] = [normalizeHeader(left), normalizeHeader(right)];
  if (one === '' || two === '') return 0;
  const longest = Math.max(one.length, two.length);
  const alike = 1 - editDistance(one, two) / longest;
  const shortest = Math.min(one.length, two.length);
  const inside = shortest >= 2 && (one.includes(two) || two.includes(one));
  return inside ? Math.max(alike, INSIDE) : alike;
}

const INSIDE = 0.6;

/** Insertions, deletions and replacements that turn one text into the other (Levenshtein), one row at a time. */
export function editDistance(from: string, to: string): number {
  const [source, target] = [[...from], [...to]];
  let row = target.map((_, at) => at + 1);
  source.forEach((letter, at) => {
    let left = at + 1;
    let above = at;
    row = target.map((other, column) => {
      const replaced = above + (letter === other ? 0 : 1);
      above = row[column] ?? 0;
      left = Math.min(replaced, above + 1, left + 1);
      return left;
    });
  });
  return row.at(-1) ?? source.length;
}
