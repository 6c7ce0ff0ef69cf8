// Computes the formulas of result sheets from their cells, as a spreadsheet would: only the functions we write.
import { columnLetters } from '../../../core/sheet-table.ts';
import type { Formula, ResultSheet, ResultValue } from '../../../core/worksheets/result-sheet.ts';
import { totalsOf } from '../../../core/worksheets/table-layout.ts';

type Value = string | number | null;
type Cells = ReadonlyMap<string, ResultValue>;

/** A formula with the value it claims and the value it has. */
export interface Checked {
  readonly at: string;
  readonly formula: string;
  readonly claimed: Value;
  readonly computed: Value;
}

/** Every formula of the sheets, computed. */
export function evaluateSheets(sheets: readonly ResultSheet[]): Checked[] {
  const books = new Map(sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
  return sheets.flatMap((sheet) =>
    [...(books.get(sheet.name) ?? [])].flatMap(([address, value]) => {
      if (!isFormula(value)) return [];
      const computed = new Evaluator(books, sheet.name).valueOf(value.formula.slice(1));
      return [{ at: `${sheet.name}!${address}`, formula: value.formula, claimed: value.value, computed }];
    }),
  );
}

const isFormula = (value: ResultValue | undefined): value is Formula => typeof value === 'object' && value !== null;

/** The sheet's cells by address. */
export function cellsOf({ lines, tables }: ResultSheet): Cells {
  const cells = new Map<string, ResultValue>();
  const put = (row: number, values: readonly ResultValue[]) =>
    values.forEach((value, at) => cells.set(`${columnLetters(at + 1)}${row}`, value));
  lines.forEach((line, at) => put(at + 1, line.cells));
  for (const table of tables) {
    put(table.headerRow - 1, totalsOf(table));
    put(
      table.headerRow,
      table.columns.map(({ header }) => header),
    );
    table.rows.forEach((row, at) => put(table.headerRow + 1 + at, row));
  }
  return cells;
}

class Evaluator {
  private readonly books: ReadonlyMap<string, Cells>;
  private readonly sheet: string;

  constructor(books: ReadonlyMap<string, Cells>, sheet: string) {
    this.books = books;
    this.sheet = sheet;
  }

  valueOf(expression: string): Value {
    const terms = splitAtTop(expression, '+-');
    if (terms.length > 1) return terms.reduce((total, { sign, text }) => total + sign * this.number(text), 0);
    const call = /^([A-Z]+)\((.*)\)$/s.exec(expression);
    return call
      ? this.call(
          call[1] ?? '',
          splitAtTop(call[2] ?? '', ',').map(({ text }) => text),
        )
      : this.cell(expression);
  }

  private number(expression: string): number {
    const value = this.valueOf(expression);
    return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : 0;
  }

  private call(name: string, args: readonly string[]): Value {
    switch (name) {
      case 'SUM':
        return total(this.range(args[0] ?? ''));
      case 'ROUND':
        return Math.round(this.number(args[0] ?? '') * 10_000) / 10_000;
      case 'SUBTOTAL':
        return args[0] === '109'
          ? total(this.range(args[1] ?? ''))
          : this.range(args[1] ?? '').filter((v) => v !== null).length;
      case 'SUMIFS': {
        const hits = this.hits(args.slice(1));
        return total(this.range(args[0] ?? '').filter((_, at) => hits[at]));
      }
      case 'COUNTIFS':
        return this.hits(args).filter(Boolean).length;
      case 'HYPERLINK':
        return unquote(args[1] ?? '');
      default:
        throw new Error(`no such function in these sheets: ${name}`);
    }
  }

  private hits(args: readonly string[]): boolean[] {
    const tests = args.flatMap((range, at) =>
      at % 2 === 0 ? [{ range: this.range(range), wanted: args[at + 1] ?? '' }] : [],
    );
    return (tests[0]?.range ?? []).map((_, at) =>
      tests.every(({ range, wanted }) => this.fits(range[at] ?? null, wanted)),
    );
  }

  private fits(value: Value, wanted: string): boolean {
    if (wanted === '"?*"') return typeof value === 'string' && value !== '';
    if (wanted === '"0"' || wanted === '"<>0"') return (value === 0) === (wanted === '"0"');
    return value === (wanted.startsWith('"') ? unquote(wanted) : this.cell(wanted));
  }

  private cell(reference: string): Value {
    return this.range(reference)[0] ?? null;
  }

  private range(reference: string): Value[] {
    const parts = /^(?:'((?:[^']|'')+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(reference);
    if (!parts) throw new Error(`not a reference: ${reference}`);
    const [, sheet, left = '', top = '', right = left, bottom = top] = parts;
    const name = sheet?.replaceAll("''", "'") ?? this.sheet;
    const cells = this.books.get(name);
    if (!cells) throw new Error(`no such sheet: ${name}`);
    const values: Value[] = [];
    for (let row = Number(top); row <= Number(bottom); row++) {
      for (let column = indexOf(left); column <= indexOf(right); column++) {
        const value = cells.get(`${columnLetters(column)}${row}`) ?? null;
        values.push(isFormula(value) ? new Evaluator(this.books, name).valueOf(value.formula.slice(1)) : value);
      }
    }
    return values;
  }
}

const indexOf = (letters: string) => [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0);
const unquote = (text: string) => text.slice(1, -1).replaceAll('""', '"');
const total = (values: readonly Value[]) =>
  values.reduce<number>((units, value) => units + (typeof value === 'number' ? Math.round(value * 10_000) : 0), 0) /
  10_000;

/** Cuts at separators outside brackets and quotes; the sign before each part. */
function splitAtTop(text: string, separators: string): { sign: 1 | -1; text: string }[] {
  const parts: { sign: 1 | -1; text: string }[] = [{ sign: 1, text: '' }];
  let depth = 0;
  let quote = '';
  for (const character of text) {
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0 && separators.includes(character)) {
      parts.push({ sign: character === '-' ? -1 : 1, text: '' });
      continue;
    }
    const last = parts.at(-1);
    if (last) last.text += character;
  }
  return parts;
}
