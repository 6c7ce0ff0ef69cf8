// Payout lines summed to batches by the database: the payouts of a year are a few hundred sums, not a million lines.
import { groupBy } from '../../core/bank/group-by.ts';
import { batchKey, type PayoutBatch } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, type Currency, sum, ZERO } from '../../core/money.ts';
import { headersOf } from './batches.ts';
import type { Statements } from './database.ts';

type Row = [shop: string, currency: Currency, day: BusinessDate, batchId: string, net: Amount, lines: number];

/** The batches paid out from one day to another, both included; by key. */
export async function payoutBatchesBetween(
  tx: Statements,
  from: BusinessDate,
  to: BusinessDate,
): Promise<PayoutBatch[]> {
  const rows = await tx.select<Row>(
    ["s.platform || '/' || s.name", 'p.currency', 'p.paid_out_on', 'p.batch_id', 'p.net', 'p.lines'],
    `FROM (SELECT shop_id, currency, paid_out_on, batch_id, sum(net) AS net, count(*) AS lines FROM payout_lines
           WHERE company_id = ? AND paid_out_on BETWEEN ? AND ?
           GROUP BY shop_id, currency, paid_out_on, batch_id) p
     JOIN shops s ON s.company_id = ? AND s.id = p.shop_id`,
    [tx.company, from, to, tx.company],
  );
  const declared = await declaredTotals(tx, rows);
  return [...groupBy(rows, keyOf)]
    .map(([key, own]) => batchOf(key, own, declared))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

const keyOf = ([shop, currency, paidOutOn]: Row) => batchKey({ shop, currency, paidOutOn, statement: '' });

function batchOf(key: string, rows: readonly Row[], declared: ReadonlyMap<string, Amount | null>): PayoutBatch {
  const [[shop, currency, paidOutOn, file] = ['', '', '' as BusinessDate, '']] = rows;
  return {
    key,
    shop,
    currency,
    paidOutOn,
    statement: '',
    lines: rows.reduce((count, row) => count + row[5], 0),
    total: sum(rows.map((row) => row[4])),
    carriedIn: ZERO,
    declared: rows.length === 1 ? (declared.get(file) ?? null) : null,
  };
}

/**
 * What files declare, where it is the total of one batch: all lines of the file are in it. A file of several days
 * declares their sum, and one that repeats lines of an earlier file declares more than it brought.
 */
async function declaredTotals(tx: Statements, rows: readonly Row[]): Promise<Map<string, Amount | null>> {
  const headers = await headersOf(tx, [...new Set(rows.map(([, , , batchId]) => batchId))]);
  return new Map(
    rows.map(([, , , batchId, , lines]) => {
      const header = headers.get(batchId);
      return [batchId, header?.rows.accepted === lines ? (header.proof?.declared ?? null) : null];
    }),
  );
}
