// Conditional formats by formula, painted: the rule's formula is read as if it stood in each cell of its range.
import type { CSSProperties } from 'react';
import { intersect, cellArea, formatArea, parseArea, splitAddress } from '../../host/model/area.ts';
import { FormulaEvaluator } from '../../host/model/formula-evaluator.ts';
import { mapReferences } from '../../host/model/formula-parser.ts';
import type { ConditionalFormat, Sheet } from '../../host/model/shape.ts';

/** Each rule has an evaluator of its own, which remembers one value per cell until the workbook changes. */
const evaluators = new WeakMap<ConditionalFormat, FormulaEvaluator>();

export function conditionalLook(sheet: Sheet, row: number, column: number): CSSProperties | undefined {
  let look: CSSProperties | undefined;
  for (const rule of sheet.conditionalFormats) {
    if (!intersect(rule.area, cellArea(row, column)) || !holds(sheet, rule, row, column)) continue;
    look = { ...lookOf(rule), ...look };
    if (rule.stopIfTrue) break;
  }
  return look;
}

function holds(sheet: Sheet, rule: ConditionalFormat, row: number, column: number): boolean {
  if (rule.type !== 'Custom' || typeof rule.rule !== 'string') return false;
  const formula = moveFormula(rule.rule, row - rule.area.row, column - rule.area.column);
  const evaluator = evaluators.get(rule) ?? new FormulaEvaluator(sheet.workbook);
  evaluators.set(rule, evaluator);
  const value = evaluator.valueOf(sheet, row, column, formula);
  return value === true || (typeof value === 'number' && value !== 0);
}

function lookOf({ format }: ConditionalFormat): CSSProperties {
  const look: CSSProperties = {};
  if (typeof format['fillColor'] === 'string') look.backgroundColor = format['fillColor'];
  if (typeof format['fontColor'] === 'string') look.color = format['fontColor'];
  if (format['bold'] === true) look.fontWeight = 700;
  return look;
}

/** Moves the references without dollar signs, as copying the formula down and right would. */
export function moveFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return mapReferences(formula, (reference) => {
    const { address } = splitAddress(reference);
    const prefix = reference.slice(0, reference.length - address.length);
    return (
      prefix +
      address
        .split(':')
        .map((corner) => moveCorner(corner, down, right))
        .join(':')
    );
  });
}

function moveCorner(corner: string, down: number, right: number): string {
  const [, columnDollar = '', letters = '', rowDollar = '', digits = ''] =
    /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(corner) ?? [];
  const area = parseArea(letters + digits);
  if (!area) return corner;
  const row = area.row + (rowDollar ? 0 : down);
  const column = area.column + (columnDollar ? 0 : right);
  const [, movedLetters = '', movedDigits = ''] = /^([A-Z]+)(\d+)$/.exec(formatArea(cellArea(row, column))) ?? [];
  return `${columnDollar}${movedLetters}${rowDollar}${movedDigits}`;
}
