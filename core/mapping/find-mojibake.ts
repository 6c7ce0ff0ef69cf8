// Is the text of a sheet garbled? It is when undoing a wrong encoding gives more known headers than it has now.
import { type Cell, type SheetTable, textOfCell } from '../sheet-table.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';
import { knownHeaders, scorerOf } from './score-headers.ts';
import { type Decode, possibleOriginals, type WrittenIn } from './wrong-encoding.ts';

const ROWS_LOOKED_AT = 30;
const CELLS_LOOKED_AT = 120;
/** Beginnings shorter than this may be chance. */
const SHORTEST = 2;

/** A sheet whose text was read in a wrong encoding. */
export interface Garbled {
  /** The encodings that give most known headers; none where the text is torn beyond telling. */
  readonly writtenIn: readonly WrittenIn[];
}

/** @returns the question for one sheet: null when it is sound. U+FFFD where its header should be is beyond undoing. */
export function garbledBy(mappings: readonly Mapping[], decode: Decode): (sheet: SheetTable) => Garbled | null {
  const scoreOf = scorerOf(mappings);
  let beginnings: ReadonlySet<string> | null = null;
  return ({ rows }) => {
    const head = rows.slice(0, ROWS_LOOKED_AT);
    const score = scoreOf(head);
    const strange = head.map((row) => row.map(textOfCell).filter(isStrange).slice(0, CELLS_LOOKED_AT));
    const most = strange.reduce((best, texts) => (texts.length > best.length ? texts : best), []);
    if (most.length <= score) return null;
    const known = (beginnings ??= beginningsOf(knownHeaders(mappings)));
    const undone = bestOf(strange.map((texts) => countUndone(texts, known, decode)));
    if (undone.count > score) return { writtenIn: undone.writtenIn };
    return isTorn(head, score) ? { writtenIn: [] } : null;
  };
}

/** Beyond ASCII and short enough for a header. */
const isStrange = (text: string) => text.length <= 60 && /[\u0080-\uffff]/.test(text);

function isTorn(head: readonly (readonly Cell[])[], score: number): boolean {
  return score === 0 && head.some((row) => row.filter((cell) => textOfCell(cell).includes('\ufffd')).length > 1);
}

interface Undone extends Garbled {
  /** Cells of a row of which some reading is a known header, or the beginning of one where the end was lost. */
  readonly count: number;
}

function countUndone(texts: readonly string[], known: ReadonlySet<string>, decode: Decode): Undone {
  const counts = new Map<WrittenIn, number>();
  let count = 0;
  for (const text of texts) {
    const originals = possibleOriginals(text, decode).filter((original) => isKnown(original.text, known));
    if (originals.length > 0) count += 1;
    for (const encoding of new Set(originals.map(({ writtenIn }) => writtenIn)))
      counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return { count, writtenIn: [...counts].flatMap(([encoding, cells]) => (cells === most ? [encoding] : [])) };
}

const bestOf = (rows: readonly Undone[]): Undone =>
  rows.reduce((best, row) => (row.count > best.count ? row : best), { count: 0, writtenIn: [] });

function isKnown(original: string, known: ReadonlySet<string>): boolean {
  const [readable = ''] = normalizeHeader(original).split(/[\ufffd?]/);
  return readable.length >= SHORTEST && isStrange(readable) && known.has(readable);
}

/** A thousand cells have ten thousand readings, each asked for among thousands of headers. */
function beginningsOf(headers: Iterable<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const header of headers)
    for (let length = SHORTEST; length <= header.length; length += 1) beginnings.add(header.slice(0, length));
  return beginnings;
}
