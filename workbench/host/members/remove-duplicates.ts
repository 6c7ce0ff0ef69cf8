// Range.removeDuplicates: keeps the first of equal rows, closes the gaps within the range.
import { HostError } from '../host-error.ts';
import { isUnbounded } from '../model/area.ts';
import type { CellValue } from '../model/cell-grid.ts';
import type { Args, WireClass, WireObject } from '../wire-object.ts';
import { wireObject } from '../wire-object.ts';
import type { RangeTarget } from './range-target.ts';

interface Outcome {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

export const removeDuplicatesResultClass: WireClass<Outcome> = {
  name: 'RemoveDuplicatesResult',
  properties: { removed: { get: (it) => it.removed }, uniqueRemaining: { get: (it) => it.uniqueRemaining } },
  links: {},
  methods: {},
};

export function removeDuplicates({ sheet, area }: RangeTarget, args: Args): WireObject {
  const columns: unknown = args.raw(0);
  if (isUnbounded(area) || !Array.isArray(columns)) throw new HostError('InvalidArgument');
  const indexes = columns.map(Number);
  const rows = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_none, column): CellValue =>
      sheet.value(area.row + row, area.column + column),
    ),
  );
  const headers = args.flag(1, false) ? rows.splice(0, 1) : [];
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = JSON.stringify(indexes.map((index) => row[index]));
    return !seen.has(key) && Boolean(seen.add(key));
  });
  sheet.clear(area, { contents: true, formats: false, links: false });
  sheet.load([...headers, ...kept], area);
  return wireObject(removeDuplicatesResultClass, { removed: rows.length - kept.length, uniqueRemaining: kept.length });
}
