// The columns of a sheet as the mapping view lists them: what is printed, some values, and what the mapping says of each.
import { headersOf, prepare, bestFit } from '../../core/mapping/fit-header.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { paddedText } from '../../core/mapping/number-format.ts';
import { normalizeHeader } from '../../core/mapping/normalize-header.ts';
import { type Cell, type SheetTable, textOfCell } from '../../core/sheet-table.ts';

export interface SheetColumn {
  /** 0-based position within each row. */
  readonly index: number;
  readonly header: string;
  /** Counted from the left, from 1, where the header stands several times; null where it stands once. */
  readonly occurrence: number | null;
  /** The first different values below the header. */
  readonly samples: readonly Cell[];
  /** Position in the mapping's columns; null where the mapping does not know the column. */
  readonly place: number | null;
}

/** Where the table stands: a mapping says it too, but may not be sound yet while a person works on it. */
export interface TablePlace {
  readonly table: SheetTable;
  /** Position of the header in the table's rows. */
  readonly headerIndex: number;
}

const SAMPLES = 3;
/** Rows looked at for samples: a rarely filled column shows nothing rather than slowing the pane. */
const SAMPLE_ROWS = 500;

export function sheetColumns({ table, headerIndex }: TablePlace, mapping: Mapping): SheetColumn[] {
  const places = placesOf({ table, headerIndex }, mapping);
  const first = headerIndex + dataOffsetOf(mapping);
  const data = shownRows(table, first, first + SAMPLE_ROWS);
  const named = (table.rows[headerIndex] ?? []).flatMap((cell, index) => {
    const header = typeof cell === 'string' ? textOfCell(cell) : '';
    return header === '' ? [] : [{ index, header, name: normalizeHeader(header) }];
  });
  return named.map(({ index, header, name }) => {
    const same = named.filter((other) => other.name === name);
    return {
      index,
      header,
      occurrence: same.length > 1 ? same.findIndex((other) => other.index === index) + 1 : null,
      samples: samplesOf(data, index),
      place: places.get(index) ?? null,
    };
  });
}

export const dataOffsetOf = ({ header }: Mapping): number => header.dataOffset ?? 1;

/** Which column of the mapping claims each position of the header row, as detection would decide it. */
function placesOf({ table, headerIndex }: TablePlace, mapping: Mapping): Map<number, number> {
  const [header] = headersOf({ ...table, rows: table.rows.slice(headerIndex) }, 1);
  const [fit] = header ? bestFit(prepare(mapping), [header]) : [];
  return new Map((fit?.claims ?? []).flatMap((claimed, place) => claimed.map((index) => [index, place] as const)));
}

/** An identifier as the sheet shows it: with the zeros and marks that its format puts before the digits. */
function shownRows({ rows, numberFormats }: SheetTable, start: number, end: number): (readonly Cell[])[] {
  const data = rows.slice(start, end);
  if (!numberFormats) return data;
  return data.map((row, at) =>
    row.map((cell, column) => {
      const format = typeof cell === 'number' ? numberFormats.get(column)?.[start + at] : undefined;
      return typeof cell === 'number' && format !== undefined ? (paddedText(cell, format) ?? cell) : cell;
    }),
  );
}

function samplesOf(rows: readonly (readonly Cell[])[], index: number): Cell[] {
  const samples = new Map<string, Cell>();
  for (const row of rows) {
    const text = textOfCell(row[index]);
    if (text !== '') samples.set(text, row[index] ?? null);
    if (samples.size === SAMPLES) break;
  }
  return [...samples.values()];
}

/** The different values of a column, as long as they are few enough to be words of a vocabulary. */
export function wordsOf({ table, headerIndex }: TablePlace, mapping: Mapping, index: number): string[] {
  const words = new Set<string>();
  for (const row of table.rows.slice(headerIndex + dataOffsetOf(mapping))) {
    const text = textOfCell(row[index]);
    if (text !== '') words.add(text);
    if (words.size > WORDS_MAX) return [];
  }
  return [...words];
}

/** More different values are no kinds of rows. */
const WORDS_MAX = 60;
