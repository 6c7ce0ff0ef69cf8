// Is the text of a sheet garbled? It is when undoing a wrong encoding gives more known headers than it has now.
import type { Mapping } from '../core/mapping/mapping.ts';
import { normalizeHeader } from '../core/mapping/normalize-header.ts';
import { type Cell, type SheetTable, textOfCell } from '../core/sheet-table.ts';
import { knownHeaders, scorerOf } from './score-headers.ts';
import { possibleOriginals } from './wrong-encoding.ts';

const ROWS_LOOKED_AT = 30;
const CELLS_LOOKED_AT = 120;
/** Beginnings shorter than this may be chance. */
const SHORTEST = 2;

/** @returns the question for one sheet. What has U+FFFD where its header should be is garbled beyond undoing. */
export function garbledBy(mappings: readonly Mapping[]): (sheet: SheetTable) => boolean {
  const scoreOf = scorerOf(mappings);
  const known = [...knownHeaders(mappings)];
  return ({ rows }) => {
    const head = rows.slice(0, ROWS_LOOKED_AT);
    const score = scoreOf(head);
    const strange = head.map((row) => row.map(textOfCell).filter(isStrange).slice(0, CELLS_LOOKED_AT));
    const most = strange.reduce((best, texts) => (texts.length > best.length ? texts : best), []);
    if (most.length <= score) return false;
    return isTorn(head, score) || Math.max(0, ...strange.map((texts) => countUndone(texts, known))) > score;
  };
}

/** Beyond ASCII and short enough for a header. */
const isStrange = (text: string) => text.length <= 60 && /[\u0080-\uffff]/.test(text);

function isTorn(head: readonly (readonly Cell[])[], score: number): boolean {
  return score === 0 && head.some((row) => row.filter((cell) => textOfCell(cell).includes('\ufffd')).length > 1);
}

/** Cells of a row of which some reading is a known header, or the beginning of one where the end was lost. */
function countUndone(texts: readonly string[], known: readonly string[]): number {
  return texts.filter((text) => possibleOriginals(text).some((original) => isKnown(original, known))).length;
}

function isKnown(original: string, known: readonly string[]): boolean {
  const [readable = ''] = normalizeHeader(original).split(/[\ufffd?]/);
  if (readable.length < SHORTEST || !isStrange(readable)) return false;
  return known.some((header) => header.startsWith(readable));
}
