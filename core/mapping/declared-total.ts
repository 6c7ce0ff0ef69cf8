// The total a file prints above its header: the figure its rows must add up to.
import type { Amount } from '../money.ts';
import { type Cell, type SheetTable, sheetRow, textOfCell } from '../sheet-table.ts';
import { normalizeHeader } from './normalize-header.ts';
import { readAmount } from './read-cells.ts';
import type { PayoutPlan } from './read-payout-row.ts';
import type { RowReader } from './read-row.ts';

/**
 * The declared total: in the column of the net, on the row whose first filled cell is the mapping's label. Where several
 * rows bear the label, the one nearest to the header with a value counts. Unreadable is reported and is no total.
 */
export function readDeclaredTotal(
  table: SheetTable,
  headerIndex: number,
  plan: PayoutPlan,
  reader: RowReader,
): Amount | null {
  const declared = plan.mapping.checks?.find((check) => check.check === 'labelledTotal');
  if (declared === undefined) return null;
  const wanted = normalizeHeader(declared.label);
  for (let index = headerIndex - 1; index >= 0; index--) {
    const cells = table.rows[index] ?? [];
    if (labelOf(cells) !== wanted) continue;
    reader.goTo(cells, sheetRow(table, index));
    const total = reader.readFirst(plan.net, readAmount);
    if (total !== null || reader.failed) return total;
  }
  return null;
}

function labelOf(cells: readonly Cell[]): string {
  return normalizeHeader(textOfCell(cells.find((cell) => textOfCell(cell) !== '')));
}
