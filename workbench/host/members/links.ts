// Ranges and worksheets lead to each other and to everything else; their classes are connected here once, by
// workbook-members.ts, so that no file imports in a circle.
import type { Sheet } from '../model/shape.ts';
import type { WireObject } from '../wire-object.ts';
import { found } from '../wire-object.ts';
import type { RangeTarget } from './range-target.ts';

interface Makers {
  range: (target: RangeTarget) => WireObject;
  worksheet: (sheet: Sheet) => WireObject;
}

const makers: Partial<Makers> = {};

export function connect(all: Makers): void {
  Object.assign(makers, all);
}

export const rangeOf = (target: RangeTarget): WireObject => found(makers.range)(target);
export const worksheetOf = (sheet: Sheet): WireObject => found(makers.worksheet)(sheet);
