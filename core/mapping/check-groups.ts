// Roll-up rows: the net of one must be the sum of the rows of the same order that follow it directly.
import { positionOf } from './ask-row.ts';
import { type CheckedFile, type CheckResult, compared, netColumn } from './checked-file.ts';
import { readAmount, textIn } from './read-cells.ts';
import type { SortedRow } from './sort-rows.ts';

export function checkGroups(file: CheckedFile): CheckResult[] {
  const net = netColumn(file);
  const key = file.mapping.columns.find(({ as }) => as === 'orderNumber');
  const place = key && positionOf(key.header, file.context.columns);
  if (net === null || place === undefined || file.sorted.rows.every(({ is }) => is !== 'groupTotal')) return [];
  const entries = new Map(file.entries.map((entry) => [entry.row, entry]));
  return file.sorted.rows.flatMap((total, at) => {
    if (total.is !== 'groupTotal') return [];
    const members = membersOf(at, place, file).flatMap(({ row }) => entries.get(row) ?? []);
    file.reader.goTo(total.cells, total.row);
    const declared = file.reader.read(net, readAmount);
    if (declared === null) return [];
    const result = compared({ name: net.header, row: total.row, column: net, declared, found: file.net(members) });
    // True of some rows: a row beside the groups would not be missed.
    return [{ ...result, provesRows: false }];
  });
}

/** The rows below, as long as they are of the same order. */
function membersOf(at: number, place: number, { sorted: { rows }, context }: CheckedFile): SortedRow[] {
  const keyAt = (index: number) => textIn(rows[index]?.cells[place], context.rules);
  let end = at + 1;
  while (end < rows.length && rows[end]?.is !== 'groupTotal' && keyAt(end) === keyAt(at)) end++;
  return rows.slice(at + 1, end);
}
