// The rows of a payout file as its checks see them, and what a check finds.
import { type Amount, type Currency, ZERO, sum } from '../money.ts';
import type { Cell, SheetTable } from '../sheet-table.ts';
import type { RuleContext } from './ask-row.ts';
import type { ColumnMatch, RecognisedPayout } from './detect-mapping.ts';
import type { PayoutMapping } from './mapping.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import type { SheetRow } from './sheet-row.ts';
import type { SortedRows } from './sort-rows.ts';

/** A data row after reading, accepted or not. */
export interface Entry {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly net: Amount | null;
  readonly currency: Currency | null;
  readonly orderNumber: string | null;
  /** What its components leave unexplained; null when nothing can be said. */
  readonly difference: Amount | null;
}

/** Whether something the file says of itself is true. Amounts of counts are whole units. */
export interface CheckResult {
  readonly name: string;
  /** Sheet row where the figure stands; null on another sheet. */
  readonly row: number | null;
  readonly column: ColumnMatch | null;
  readonly declared: Amount;
  readonly found: Amount | null;
  /** Null when a row is unreadable, or there is too little to compare. */
  readonly holds: boolean | null;
  /** The figure is the total of the file's nets. */
  readonly declaresNet: boolean;
  /** A true figure proves the money of the rows; their number does not. */
  readonly provesRows: boolean;
}

export class CheckedFile {
  readonly mapping: PayoutMapping;
  /** Columns that hold components or the net. */
  readonly amountColumns: readonly ColumnMatch[];
  readonly context: RuleContext;
  readonly sorted: SortedRows;
  /** Data rows, in the order of the sheet; those set aside are not among them. */
  readonly entries: readonly Entry[];
  readonly reader: RowReader;
  readonly others: readonly SheetTable[];
  readonly table: SheetTable;

  constructor(
    recognised: RecognisedPayout,
    context: RuleContext,
    rows: { readonly sorted: SortedRows; readonly entries: readonly Entry[] },
    reader: RowReader,
    sheets: { readonly table: SheetTable; readonly others: readonly SheetTable[] },
  ) {
    this.mapping = recognised.mapping;
    this.amountColumns = recognised.columns.filter(({ column }) => column.as === 'component' || column.as === 'net');
    this.context = context;
    this.sorted = rows.sorted;
    this.entries = rows.entries;
    this.reader = reader;
    this.others = sheets.others;
    this.table = sheets.table;
  }

  /** Σ nets; null when one is unreadable, or they are of several currencies, which are never added. */
  net(entries: readonly Entry[]): Amount | null {
    const nets = entries.map(({ net }) => net).filter((net) => net !== null);
    const currencies = new Set(entries.map(({ currency }) => currency));
    return nets.length === entries.length && currencies.size <= 1 ? sum(nets) : null;
  }

  /** Σ of a column as printed; null when a cell is unreadable. An empty cell is no money. */
  printed(entries: readonly SheetRow[], { index }: ColumnMatch): Amount | null {
    const amounts: Amount[] = [];
    for (const entry of entries) {
      const amount = this.reader.peekIn(entry, index, readAmount);
      if (isUnreadable(amount)) return null;
      amounts.push(amount ?? ZERO);
    }
    return sum(amounts);
  }
}

/** The one column that prints the net; null where the net is a sum of columns, which then are checked one by one. */
export function netColumn({ amountColumns }: CheckedFile): ColumnMatch | null {
  const nets = amountColumns.filter(({ column }) => 'as' in column && column.as === 'net');
  return nets.length === 1 ? (nets[0] ?? null) : null;
}

/** A declared figure beside what the rows give. */
export function compared(
  figure: Pick<CheckResult, 'name' | 'row' | 'column' | 'declared' | 'found'> & { readonly declaresNet?: boolean },
): CheckResult {
  const { declared, found } = figure;
  return {
    ...figure,
    holds: found === null ? null : declared === found,
    declaresNet: figure.declaresNet ?? false,
    provesRows: true,
  };
}
