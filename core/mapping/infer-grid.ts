// Where the table stands in an unknown sheet: its header row, its data rows, and what stands above, between and below.
import { type Cell, type SheetTable, isBlankRow, sheetRow, textOfCell } from '../sheet-table.ts';
import { type CellKind, kindOfCell } from './infer-cell.ts';
import { TOTAL_WORDS, hasWord } from './infer-words.ts';
import { normalizeHeader } from './normalize-header.ts';

/** A column of the table as it is printed. */
export interface GridColumn {
  /** 0-based position within each row. */
  readonly index: number;
  readonly header: string;
  /** Counted from the left where the header stands several times; null where it stands once. */
  readonly occurrence: number | null;
  /** One cell for each data row. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A row that is no ordinary data. `offset`: between header and first data. */
export interface OtherRow {
  readonly row: number;
  readonly is: 'offset' | 'total' | 'skip' | 'footer';
  /** Text of its first filled cell. */
  readonly starts: string;
}

export interface Grid {
  /** Position of the header in `table.rows`. */
  readonly headerIndex: number;
  /** Rows from the header to the first row of data. */
  readonly dataOffset: number;
  readonly columns: readonly GridColumn[];
  /** Sheet row of each data row. */
  readonly rows: readonly number[];
  readonly others: readonly OtherRow[];
}

/** No platform prints more lines above its header (eBay's notes grow towards it). */
const SEARCH_ROWS = 200;
const LONGEST_HEADER = 200;

/** Null when no row could be a header with data below. */
export function findGrid(table: SheetTable): Grid | null {
  const headerIndex = findHeader(table);
  if (headerIndex === null) return null;
  const places = headerPlaces(table.rows[headerIndex] ?? []);
  const sorted = sortRows(table, headerIndex, places);
  if (sorted.data.length === 0) return null;
  const first = sorted.data[0] ?? headerIndex + 1;
  return {
    headerIndex,
    dataOffset: first - headerIndex,
    columns: columnsOf(table, places, sorted.data),
    rows: sorted.data.map((index) => sheetRow(table, index)),
    others: sorted.others,
  };
}

/**
 * The row with most different words and fewest figures, the upper of equals: a header is the most complete row of its
 * table, while group lines, titles and footers fill few columns, and data rows hold dates and figures.
 */
function findHeader({ rows }: SheetTable): number | null {
  let best: number | null = null;
  let most = 1;
  rows.slice(0, SEARCH_ROWS).forEach((row, index) => {
    const score = headerScore(row);
    if (score > most && rows.slice(index + 1, index + 30).some((below) => !isBlankRow(below))) {
      [best, most] = [index, score];
    }
  });
  return best;
}

function headerScore(row: readonly Cell[]): number {
  const texts = new Set<string>();
  let figures = 0;
  for (const cell of row) {
    const text = typeof cell === 'string' && cell.length <= LONGEST_HEADER ? textOfCell(cell) : '';
    if (looksLikeHeader(text)) texts.add(normalizeHeader(text));
    else if (textOfCell(cell) !== '') figures++;
  }
  return texts.size - 2 * figures;
}

function looksLikeHeader(text: string): boolean {
  if (!/\p{L}/u.test(text) || /^[#=`']/.test(text)) return /^(no\.?|#|%數|%)$/i.test(text);
  const kind = kindOfCell(text);
  return kind === 'word' || (kind === 'id' && /^\D/.test(text) && !/\d{4}/.test(text));
}

const headerPlaces = (header: readonly Cell[]) =>
  header.map((cell, index) => ({ index, header: textOfCell(cell) })).filter(({ header: text }) => text !== '');

type Place = ReturnType<typeof headerPlaces>[number];

function columnsOf(table: SheetTable, places: readonly Place[], data: readonly number[]) {
  const named = places.map(({ header }) => normalizeHeader(header));
  return places.map(({ index, header }, at): GridColumn => {
    const same = named.filter((name) => name === named[at]).length;
    const before = named.slice(0, at).filter((name) => name === named[at]).length;
    const cells = data.map((row) => table.rows[row]?.[index]);
    return { index, header, occurrence: same > 1 ? before + 1 : null, cells };
  });
}

interface Sorted {
  readonly data: readonly number[];
  readonly others: readonly OtherRow[];
}

/** So many rows tell what a column holds; the rest is compared with them. */
const LEARN_ROWS = 60;

function sortRows(table: SheetTable, headerIndex: number, places: readonly Place[]): Sorted {
  const below = table.rows.map((_, index) => index).slice(headerIndex + 1);
  const filled = below.filter((index) => !isBlankRow(table.rows[index] ?? []));
  const usual = usualKinds(table, places, filled.slice(0, LEARN_ROWS));
  const looksData = (index: number) => looksLikeData(table.rows[index] ?? [], places, usual);
  const start = filled.find(looksData) ?? Infinity;
  const end =
    filled.find((index) => index > start && isSecondHeader(table.rows[index] ?? [], places, usual)) ?? Infinity;
  const isData = (index: number) => index < end && looksData(index);
  const last = [...filled].reverse().find(isData) ?? -1;
  const first = filled.find(isData) ?? -1;
  const others = filled.filter((index) => index > last || !isData(index));
  return {
    data: filled.filter((index) => index <= last && isData(index)),
    others: others.map((index) => otherRow(table, index, { first, last })),
  };
}

function otherRow(table: SheetTable, index: number, { first, last }: { first: number; last: number }): OtherRow {
  const starts = firstText(table.rows[index] ?? []);
  const row = sheetRow(table, index);
  if (saysTotal(table.rows[index] ?? []) && index > first) return { row, is: 'total', starts };
  if (index > last) return { row, is: 'footer', starts };
  return { row, is: index < first ? 'offset' : 'skip', starts };
}

const firstText = (row: readonly Cell[]) => row.map((cell) => textOfCell(cell)).find((text) => text !== '') ?? '';

interface Usual {
  /** Per place: the kind most of its filled cells have. */
  readonly kinds: readonly (CellKind | null)[];
  readonly filled: number;
}

function usualKinds(table: SheetTable, places: readonly Place[], rows: readonly number[]): Usual {
  const kinds = places.map(({ index }) => mostFrequent(rows.map((row) => kindOfCell(table.rows[row]?.[index]))));
  const counts = rows.map((row) => countFilled(table.rows[row] ?? [], places)).sort((left, right) => left - right);
  return { kinds, filled: counts[Math.floor(counts.length / 2)] ?? 0 };
}

function mostFrequent(kinds: readonly CellKind[]): CellKind | null {
  const counts = new Map<CellKind, number>();
  for (const kind of kinds) if (kind !== 'blank') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let best: CellKind | null = null;
  for (const [kind, count] of counts) if (count > (best === null ? 0 : (counts.get(best) ?? 0))) best = kind;
  return best;
}

const countFilled = (row: readonly Cell[], places: readonly Place[]) =>
  places.filter(({ index }) => kindOfCell(row[index]) !== 'blank').length;

/** The word may stand behind a day or a blank, but among the first texts of the row. */
const TOTAL_PLACES = 4;

function saysTotal(row: readonly Cell[]): boolean {
  const texts = row.map((cell) => textOfCell(cell)).filter((text) => text !== '');
  return texts.slice(0, TOTAL_PLACES).some((text) => hasWord(text, TOTAL_WORDS));
}

/** Data fill as many columns as their neighbours, with the same kinds, and do not begin with a word for a sum. */
function looksLikeData(row: readonly Cell[], places: readonly Place[], usual: Usual): boolean {
  const filled = places.flatMap(({ index }, at) => {
    const kind = kindOfCell(row[index]);
    return kind === 'blank' ? [] : [{ kind, usual: usual.kinds[at] ?? null }];
  });
  const starts = firstText(row);
  if (filled.length === 0 || starts.startsWith('#-') || saysTotal(row)) return false;
  const figures = filled.filter(({ usual: known }) => known === 'number' || known === 'date');
  if (figures.length >= 3 && figures.every(({ kind }) => kind === 'word')) return false;
  const strange = filled.filter(({ kind, usual: known }) => isStrange(kind, known)).length;
  if (filled.length * 3 < usual.filled) return filled.length > 2 && strange === 0;
  return strange * 5 < filled.length * 2;
}

/** A row of names where figures and days stand above it: the names of a footer (微信 prints its sums that way). */
function isSecondHeader(row: readonly Cell[], places: readonly Place[], usual: Usual): boolean {
  const filled = places.filter(({ index }) => kindOfCell(row[index]) !== 'blank');
  if (filled.length < 3 || !filled.every(({ index }) => kindOfCell(row[index]) === 'word')) return false;
  const usualWords = places.filter(({ index }, at) => kindOfCell(row[index]) !== 'blank' && usual.kinds[at] === 'word');
  return usualWords.length * 2 < filled.length;
}

/** Ids may be plain numbers and words may be anything; a word among figures or days is another row. */
function isStrange(kind: CellKind, usual: CellKind | null): boolean {
  if (usual === null || kind === usual) return false;
  if (usual === 'word') return kind === 'number' || kind === 'date' || kind === 'percent';
  if (usual === 'id') return kind === 'date' || kind === 'percent';
  if (usual === 'number') return kind !== 'id';
  return true;
}
