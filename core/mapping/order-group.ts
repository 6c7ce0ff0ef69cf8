// The rows of one order number while they are put together.
import type { Amount, Currency } from '../money.ts';
import type { OrderLine } from '../order.ts';
import type { Cell } from '../sheet-table.ts';
import type { OrderRow, OrderValues } from './read-order-row.ts';
import type { SortedRow } from './sort-rows.ts';

/** The rows of one order number. */
export interface Group {
  readonly orderNumber: string;
  /** Bad ones included. */
  readonly rows: SortedRow[];
  /** Sheet rows. */
  readonly bad: Set<number>;
  /** What the readable rows say about the order. */
  values: OrderValues | null;
  /** Cells of the first readable row, with which the others must agree. */
  first: readonly Cell[];
  currency: Currency;
  /** The readable rows, where each has a status of its own. */
  readonly members: Member[];
  lines: OrderLine[];
  ownTerms: Amount;
  refunded: boolean;
  readonly otherNumbers: Set<string>;
}

export interface Member extends OrderRow {
  /** Sheet row. */
  readonly row: number;
}
