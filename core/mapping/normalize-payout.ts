// From the rows of a payout report to payout lines, with the proof of the file.
import { type Amount, type Currency, ZERO, add } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { RowProblem } from '../problem.ts';
import { type SheetTable, isBlankRow, sheetRow } from '../sheet-table.ts';
import { type Proof, proveTotal } from './check-identities.ts';
import { readDeclaredTotal } from './declared-total.ts';
import type { RecognisedPayout } from './detect-mapping.ts';
import type { PayoutMapping } from './mapping.ts';
import { cellRulesOf } from './read-cells.ts';
import { type PayoutPlan, payoutPlanOf, readPayoutRow } from './read-payout-row.ts';
import { type RowCounts, RowReader } from './read-row.ts';

/** A payout report as lines, with what could not be read and the proof of the file. */
export interface NormalizedPayout {
  readonly kind: 'payout';
  readonly mapping: { readonly id: string; readonly version: number };
  readonly currency: Currency;
  readonly paymentMode: PayoutMapping['paymentMode'];
  readonly lines: readonly PayoutLine[];
  /** By sheet row. */
  readonly problems: readonly RowProblem[];
  readonly rows: RowCounts;
  /** Σ of every net that could be read, rejected rows included: acceptedNet + rejectedNet. */
  readonly net: Amount;
  readonly acceptedNet: Amount;
  readonly rejectedNet: Amount;
  /** Rows whose net could not be read. */
  readonly unreadableNets: number;
  /** The total printed in the file; null when there is none. */
  readonly declared: Amount | null;
  readonly proof: Proof;
}

/**
 * Reads the rows below the header. A row is taken when every value is readable and its components add up to its net
 * exactly; else it is left out and named, and its net stays in the sums, so that nothing disappears.
 */
export function normalizePayout(table: SheetTable, recognised: RecognisedPayout): NormalizedPayout {
  const { mapping, headerIndex } = recognised;
  const plan = payoutPlanOf(table, recognised);
  const reader = new RowReader(cellRulesOf(mapping));
  const declared = readDeclaredTotal(table, headerIndex, plan, reader);
  const { rows, ...read } = readRows(table, headerIndex, plan, reader);
  const net = add(read.acceptedNet, read.rejectedNet);
  return {
    kind: 'payout',
    mapping: { id: mapping.id, version: mapping.version },
    currency: typeof mapping.currency === 'string' ? mapping.currency : '',
    paymentMode: mapping.paymentMode,
    ...read,
    problems: reader.problems,
    rows,
    net,
    declared,
    proof: proveTotal(net, declared, read.unreadableNets),
  };
}

function readRows(table: SheetTable, headerIndex: number, plan: PayoutPlan, reader: RowReader) {
  const lines: PayoutLine[] = [];
  const totals = { acceptedNet: ZERO, rejectedNet: ZERO, unreadableNets: 0 };
  let skipped = 0;
  for (let index = headerIndex + 1; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? [];
    if (isBlankRow(cells)) {
      skipped++;
      continue;
    }
    const row = sheetRow(table, index);
    reader.goTo(cells, row);
    const { net, line } = readPayoutRow(reader, plan, row);
    if (line) lines.push(line);
    if (net === null) totals.unreadableNets++;
    else if (line) totals.acceptedNet = add(totals.acceptedNet, net);
    else totals.rejectedNet = add(totals.rejectedNet, net);
  }
  const read = table.rows.length - headerIndex - 1;
  const rows: RowCounts = { read, accepted: lines.length, rejected: read - skipped - lines.length, skipped };
  return { lines, rows, ...totals };
}
