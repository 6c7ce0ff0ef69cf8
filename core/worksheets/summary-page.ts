// The summary while it is being written: lines with the row numbers that formulas need.
import type { Currency } from '../money.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';
import type { ColumnFormat, Formula, ResultLine, ResultValue, Tone } from './result-sheet.ts';
import { quoted, sumOfCells } from './table-layout.ts';

/** A cell of a line with the way it is shown. */
export type Shown = readonly [value: ResultValue, format: ColumnFormat];

export const asText = (value: ResultValue): Shown => [value, 'text'];
export const asAmount = (value: ResultValue): Shown => [value, 'amount'];
export const asCount = (value: ResultValue): Shown => [value, 'count'];

type LineLooks = Pick<ResultLine, 'tone' | 'zeros'>;

/** Rows of a block, from its first to its last values line. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

export class SummaryPage {
  readonly lines: ResultLine[] = [];

  /** Adds a line. @returns its sheet row. */
  put(style: ResultLine['style'], cells: readonly Shown[], looks: LineLooks = {}): number {
    this.lines.push({
      style,
      cells: cells.map(([value]) => value),
      formats: cells.map(([, format]) => format),
      ...(looks.tone && { tone: looks.tone }),
      ...(looks.zeros && { zeros: looks.zeros }),
    });
    return this.lines.length;
  }

  /** A blank line, then a heading and the heads of the columns below. */
  startBlock(heading: string, heads: readonly Shown[]): void {
    this.lines.push({ style: 'note', cells: [] });
    this.put('heading', [asText(heading)]);
    this.put('columns', heads);
  }

  values(cells: readonly Shown[], tone?: Tone): number {
    return this.put('values', cells, tone ? { tone } : {});
  }

  /** Row in which the next line will stand. */
  get nextRow(): number {
    return this.lines.length + 1;
  }
}

/** Cells of a column of this sheet: `$B$6:$B$9`. */
export function cellsOf(letter: string, { first, last }: Block): string {
  return `$${letter}$${first}:$${letter}$${last}`;
}

/** A SUM over a block of this sheet with the value it has. */
export function sumOf(letter: string, block: Block, values: readonly number[]): Formula {
  return { formula: `=SUM(${cellsOf(letter, block)})`, value: sumOfCells(values) };
}

/** One test of SUMIFS or COUNTIFS: a range and the text or cell it must equal. */
export interface Criterion {
  readonly range: string;
  /** A cell address, or a text to be quoted; `<>0` is any other number than 0, as Excel reads it. */
  readonly equals: { readonly cell: string } | { readonly text: string };
}

export function sumIfs(range: string, criteria: readonly Criterion[], value: number): Formula {
  if (criteria.length === 0) return { formula: `=SUM(${range})`, value };
  return { formula: `=SUMIFS(${[range, ...criteria.map(criterionText)].join(',')})`, value };
}

/** Rows in the given currency; nothing to test where a sheet holds one currency only and so has no such column. */
export function inCurrency(sheet: TableSheet, currency: Currency): Criterion[] {
  return sheet.keys.includes('currency') ? [{ range: rangeOf(sheet, 'currency'), equals: { text: currency } }] : [];
}

export function countIfs(criteria: readonly Criterion[], value: number): Formula {
  return { formula: `=COUNTIFS(${criteria.map(criterionText).join(',')})`, value };
}

function criterionText({ range, equals }: Criterion): string {
  return `${range},${'cell' in equals ? equals.cell : quoted(equals.text)}`;
}
