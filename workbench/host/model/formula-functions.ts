// The worksheet functions the workbench grid can show. Excel counts in binary doubles, and so does this: it is Excel's
// arithmetic that is being imitated here, not the product's money.
import type { CellValue } from './cell-grid.ts';
import { ERROR_TEXTS } from './parse-input.ts';

/** One argument as functions see it: cells row by row (`isArea`) or one value. */
export interface Operand {
  readonly values: readonly CellValue[];
  readonly isArea: boolean;
  /** For SUBTOTAL: true where the row is hidden, or the cell is itself a SUBTOTAL. */
  readonly hidden: (index: number) => boolean;
  readonly nested: (index: number) => boolean;
}

export type WorksheetFunction = (inputs: readonly Operand[]) => CellValue;

/** Thrown inside a formula; its message is the error text the cell shows. */
export class CellError extends Error {}

export const isErrorText = (value: CellValue): value is string => typeof value === 'string' && ERROR_TEXTS.has(value);

export function checked(value: CellValue): CellValue {
  if (isErrorText(value)) throw new CellError(value);
  return value;
}

export function toNumber(value: CellValue): number {
  const good = checked(value);
  if (typeof good === 'boolean') return good ? 1 : 0;
  const number = Number(good);
  if (Number.isNaN(number)) throw new CellError('#VALUE!');
  return number;
}

export const toTruth = (value: CellValue): boolean =>
  typeof value === 'string' && value !== '' ? value.toUpperCase() === 'TRUE' : toNumber(value) !== 0;

/** Numbers of an argument: cells that hold text or booleans are passed over, written-out arguments are converted. */
function numbers(inputs: readonly Operand[]): number[] {
  return inputs.flatMap(({ values, isArea }) =>
    values.flatMap((value) => {
      if (!isArea) return [toNumber(value)];
      return typeof checked(value) === 'number' ? [Number(value)] : [];
    }),
  );
}

const sum = (list: readonly number[]): number => list.reduce((total, number) => total + number, 0);
const filled = (inputs: readonly Operand[]): CellValue[] =>
  inputs.flatMap(({ values }) => values.filter((value) => value !== ''));

const at = (inputs: readonly Operand[], index: number): Operand => {
  const input = inputs[index];
  if (!input) throw new CellError('#VALUE!');
  return input;
};
const one = (inputs: readonly Operand[], index: number): CellValue => checked(at(inputs, index).values[0] ?? '');
const numberAt = (inputs: readonly Operand[], index: number): number => toNumber(one(inputs, index));
const optional = (inputs: readonly Operand[], index: number, otherwise: CellValue): CellValue =>
  inputs[index] ? one(inputs, index) : otherwise;

const WILDCARDS = /[*?~]/;

/** Criteria of COUNTIF and its relatives: `5`, `">=5"`, `"<>paid"`, `"A*"`. */
function criterion(wanted: CellValue): (value: CellValue) => boolean {
  if (typeof wanted !== 'string') return (value) => value === wanted;
  const [, operator = '=', text = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const number = text.trim() === '' ? NaN : Number(text);
  if (operator === '<>') {
    const same = criterion(`=${text}`);
    return (value) => !same(value);
  }
  if (operator === '=') return equals(text, number);
  return (value) => {
    if (Number.isNaN(number) || typeof value !== 'number') return false;
    if (operator === '<') return value < number;
    if (operator === '>') return value > number;
    return operator === '<=' ? value <= number : value >= number;
  };
}

function equals(text: string, number: number): (value: CellValue) => boolean {
  if (text === '') return (value) => value === '';
  if (WILDCARDS.test(text)) {
    const source = text.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (sign, escaped?: string, wild?: string) =>
      wild ? (wild === '*' ? '[\\s\\S]*' : '[\\s\\S]') : `\\${escaped ?? sign}`,
    );
    const pattern = new RegExp(`^${source}$`, 'i');
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  const lower = text.toLowerCase();
  return (value) =>
    (Number.isNaN(number) ? false : Number(value) === number && value !== '') || lower === String(value).toLowerCase();
}

/** Indexes where every (area, criterion) pair holds. */
function matching(pairs: readonly Operand[]): number[] {
  let indexes: number[] | undefined;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const { values } = at(pairs, index);
    const holds = criterion(one(pairs, index + 1));
    indexes = (indexes ?? [...values.keys()]).filter((place) => holds(values[place] ?? ''));
  }
  return indexes ?? [];
}

const pick = (operand: Operand, indexes: readonly number[]): number =>
  sum(
    indexes
      .map((index) => operand.values[index] ?? '')
      .flatMap((v) => (typeof checked(v) === 'number' ? [Number(v)] : [])),
  );

function subtotal(inputs: readonly Operand[]): CellValue {
  const code = numberAt(inputs, 0);
  const visible = inputs.slice(1).map((operand) => ({
    ...operand,
    values: operand.values.filter((_, index) => !operand.nested(index) && !(code > 100 && operand.hidden(index))),
  }));
  const plain = SUBTOTALS[code % 100];
  if (!plain) throw new CellError('#VALUE!');
  return plain(visible);
}

function round(value: number, digits: number, mode: (size: number) => number): number {
  const exact = Number(value.toPrecision(15));
  const size = mode(Number(`${Math.abs(exact)}e${digits}`));
  return Math.sign(exact) * Number(`${size}e${-digits}`);
}

const average: WorksheetFunction = (inputs) => {
  const list = numbers(inputs);
  if (list.length === 0) throw new CellError('#DIV/0!');
  return sum(list) / list.length;
};

const SUBTOTALS: Readonly<Record<number, WorksheetFunction>> = {
  1: average,
  2: (inputs) => numbers(inputs).length,
  3: (inputs) => filled(inputs).length,
  4: (inputs) => Math.max(0, ...numbers(inputs)),
  5: (inputs) => Math.min(...numbers(inputs)),
  9: (inputs) => sum(numbers(inputs)),
};

/** IF and IFERROR are the evaluator's: they must not touch the branch they do not take. */
export const FUNCTIONS: Readonly<Record<string, WorksheetFunction>> = {
  SUM: (inputs) => sum(numbers(inputs)),
  SUBTOTAL: subtotal,
  AVERAGE: average,
  COUNT: (inputs) => inputs.flatMap(({ values }) => values.filter((v) => typeof v === 'number')).length,
  COUNTA: (inputs) => filled(inputs).length,
  MIN: (inputs) => numbers(inputs).reduce((a, b) => Math.min(a, b), Infinity),
  MAX: (inputs) => numbers(inputs).reduce((a, b) => Math.max(a, b), -Infinity),
  ABS: (inputs) => Math.abs(numberAt(inputs, 0)),
  ROUND: (inputs) => round(numberAt(inputs, 0), toNumber(optional(inputs, 1, 0)), Math.round),
  ROUNDDOWN: (inputs) => round(numberAt(inputs, 0), toNumber(optional(inputs, 1, 0)), Math.floor),
  ROUNDUP: (inputs) => round(numberAt(inputs, 0), toNumber(optional(inputs, 1, 0)), Math.ceil),
  COUNTIF: (inputs) => matching(inputs.slice(0, 2)).length,
  COUNTIFS: (inputs) => matching(inputs).length,
  SUMIF: (inputs) => pick(inputs[2] ?? at(inputs, 0), matching(inputs.slice(0, 2))),
  SUMIFS: (inputs) => pick(at(inputs, 0), matching(inputs.slice(1))),
  AND: (inputs) => inputs.every(({ values }) => values.every((value) => value === '' || toTruth(value))),
  OR: (inputs) => inputs.some(({ values }) => values.some((value) => value !== '' && toTruth(value))),
  NOT: (inputs) => !toTruth(one(inputs, 0)),
  HYPERLINK: (inputs) => optional(inputs, 1, one(inputs, 0)),
  LEN: (inputs) => String(one(inputs, 0)).length,
};
