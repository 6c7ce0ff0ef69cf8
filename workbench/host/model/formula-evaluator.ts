// Values of formula cells, worked out when they are read and remembered until the workbook changes.
// What it cannot read or does not know shows #NAME?, as Excel does for unknown functions: never a made-up number.
import type { Area } from './area.ts';
import { cellArea, cellCount, intersect, lastColumn, lastRow } from './area.ts';
import type { CellValue } from './cell-grid.ts';
import type { FormulaNode } from './formula-parser.ts';
import { parseFormula } from './formula-parser.ts';
import type { Operand } from './formula-functions.ts';
import { CellError, checked, FUNCTIONS, isErrorText, toNumber, toTruth } from './formula-functions.ts';
import type { Sheet, Workbook } from './shape.ts';
import { tablePart } from './table.ts';

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export class FormulaEvaluator {
  readonly #workbook: Workbook;
  readonly #trees = new Map<string, FormulaNode | undefined>();
  readonly #values = new Map<Sheet, Map<number, CellValue>>();
  readonly #running = new Set<string>();
  #revision = -1;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  valueOf(sheet: Sheet, row: number, column: number, formula: string): CellValue {
    const values = this.#remembered(sheet);
    const key = row * 16_384 + column;
    const known = values.get(key);
    if (known !== undefined) return known;
    const place = `${sheet.id}:${key}`;
    if (this.#running.has(place)) return 0;
    this.#running.add(place);
    const value = this.#compute({ sheet, row, column }, formula);
    this.#running.delete(place);
    values.set(key, value);
    return value;
  }

  #remembered(sheet: Sheet): Map<number, CellValue> {
    if (this.#revision !== this.#workbook.revision) this.#values.clear();
    this.#revision = this.#workbook.revision;
    const values = this.#values.get(sheet) ?? new Map<number, CellValue>();
    this.#values.set(sheet, values);
    return values;
  }

  #compute(place: Place, formula: string): CellValue {
    try {
      const tree = this.#tree(formula);
      if (!tree) return '#NAME?';
      const value = this.#single(tree, place);
      return value === '' ? 0 : value;
    } catch (error) {
      if (error instanceof CellError) return error.message;
      throw error;
    }
  }

  #tree(formula: string): FormulaNode | undefined {
    if (!this.#trees.has(formula)) this.#trees.set(formula, readable(formula));
    return this.#trees.get(formula);
  }

  #single(node: FormulaNode, place: Place): CellValue {
    switch (node.kind) {
      case 'value':
        return checked(node.value);
      case 'unary':
        return unary(node.operator, toNumber(this.#single(node.inner, place)));
      case 'binary':
        return binary(node.operator, this.#single(node.left, place), this.#single(node.right, place));
      case 'call':
        return this.#call(node.name, node.inputs, place);
      default:
        return this.#areaValue(this.#area(node, place), place);
    }
  }

  /** A range where one value is wanted: its cell in this row or column (implicit intersection). */
  #areaValue(found: { sheet: Sheet; area: Area }, place: Place): CellValue {
    const { sheet, area } = found;
    if (cellCount(area) === 1) return checked(sheet.value(area.row, area.column));
    const row = area.columns === 1 ? intersect(area, cellArea(place.row, area.column)) : undefined;
    const column = area.rows === 1 ? intersect(area, cellArea(area.row, place.column)) : undefined;
    const crossing = row ?? column;
    if (!crossing) throw new CellError('#VALUE!');
    return checked(sheet.value(crossing.row, crossing.column));
  }

  #area(node: FormulaNode, place: Place): { sheet: Sheet; area: Area } {
    if (node.kind === 'area') return { sheet: this.#sheet(node.sheet, place), area: node.area };
    if (node.kind === 'name') {
      const named = this.#workbook.names.areaOf(node.name, place.sheet);
      if (!named) throw new CellError('#NAME?');
      return named;
    }
    if (node.kind !== 'structured') throw new CellError('#VALUE!');
    const table =
      node.table === ''
        ? this.#workbook.tables.at(place.sheet, cellArea(place.row, place.column))
        : this.#workbook.tables.find(node.table);
    const area = table && tablePart(table, node.part, node.columns, place.row);
    if (!table || !area) throw new CellError('#REF!');
    return { sheet: table.sheet, area };
  }

  #sheet(name: string | undefined, place: Place): Sheet {
    const sheet = name === undefined ? place.sheet : this.#workbook.sheets.find(name);
    if (!sheet) throw new CellError('#REF!');
    return sheet;
  }

  #call(name: string, inputs: readonly FormulaNode[], place: Place): CellValue {
    if (name === 'IF') return this.#branch(inputs, place);
    if (name === 'IFERROR') return this.#orElse(inputs, place);
    const work = FUNCTIONS[name];
    if (!work) throw new CellError('#NAME?');
    const result = work(inputs.map((input) => this.#operand(input, place)));
    if (typeof result === 'number' && !Number.isFinite(result)) return name === 'MIN' || name === 'MAX' ? 0 : '#NUM!';
    return result;
  }

  #branch([test, yes, no]: readonly FormulaNode[], place: Place): CellValue {
    if (!test || !yes) throw new CellError('#VALUE!');
    if (toTruth(this.#single(test, place))) return this.#single(yes, place);
    return no ? this.#single(no, place) : false;
  }

  #orElse([first, second]: readonly FormulaNode[], place: Place): CellValue {
    if (!first || !second) throw new CellError('#VALUE!');
    try {
      return checked(this.#single(first, place));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      return this.#single(second, place);
    }
  }

  #operand(node: FormulaNode, place: Place): Operand {
    const isArea = node.kind === 'area' || node.kind === 'structured' || node.kind === 'name';
    if (!isArea) return { values: [this.#single(node, place)], isArea, hidden: () => false, nested: () => false };
    const { sheet, area } = this.#area(node, place);
    const cells = clip(sheet, area);
    const row = (index: number) => cells.row + Math.floor(index / cells.columns);
    return {
      values: valuesOf(sheet, cells),
      isArea,
      hidden: (index) => sheet.hiddenRows.has(row(index)),
      nested: (index) =>
        /SUBTOTAL\(/i.test(sheet.grid.formula(row(index), cells.column + (index % cells.columns)) ?? ''),
    };
  }
}

function readable(formula: string): FormulaNode | undefined {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whole columns end where the sheet's last row ends; criteria pairs keep equal lengths because all areas are cut alike. */
function clip(sheet: Sheet, area: Area): Area {
  const { rows, columns } = sheet.extent();
  const end = { row: Math.min(lastRow(area), Math.max(rows - 1, area.row)), column: lastColumn(area) };
  const width = Math.min(end.column, Math.max(columns - 1, area.column)) - area.column + 1;
  return { row: area.row, column: area.column, rows: end.row - area.row + 1, columns: width };
}

function valuesOf(sheet: Sheet, area: Area): CellValue[] {
  const values: CellValue[] = [];
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++) values.push(sheet.value(row, column));
  return values;
}

const unary = (operator: string, value: number): number => (operator === '%' ? value / 100 : -value);

function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  if (operator === '&') return String(left) + String(right);
  if (['=', '<>', '<', '>', '<=', '>='].includes(operator)) return compare(operator, left, right);
  const [a, b] = [toNumber(left), toNumber(right)];
  if (operator === '/' && b === 0) throw new CellError('#DIV/0!');
  const result = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[operator] ?? NaN;
  if (!Number.isFinite(result)) throw new CellError('#NUM!');
  return operator === '-' || operator === '+' ? nearZero(result, a, b) : result;
}

/** Excel turns a sum that is zero but for the last bits into 0 (1.1-1-0.1): totals that balance show 0, not 1E-16. */
const nearZero = (result: number, a: number, b: number): number =>
  Math.abs(result) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -49 ? 0 : result;

const RANKS = { number: 0, string: 1, boolean: 2 } as const;
type Kind = keyof typeof RANKS;

function compare(operator: string, left: CellValue, right: CellValue): boolean {
  const blank = (value: CellValue, other: CellValue) => (value === '' && typeof other === 'number' ? 0 : value);
  const [a, b] = [blank(left, right), blank(right, left)].map((v) => (typeof v === 'string' ? v.toLowerCase() : v));
  const ranks = [a, b].map((value) => RANKS[typeof value as Kind]);
  const order = ranks[0] === ranks[1] ? Number(gt(a, b)) - Number(gt(b, a)) : Number(ranks[0]) - Number(ranks[1]);
  const outcomes: Readonly<Record<string, boolean>> = {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  };
  return outcomes[operator] ?? false;
}

const gt = (a: CellValue | undefined, b: CellValue | undefined): boolean =>
  a !== undefined && b !== undefined && !isErrorText(a) && a > b;
