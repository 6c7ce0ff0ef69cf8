// Payout lines summed to batches by the database: the payouts of a year are a few hundred sums, not a million lines.
import { groupBy } from '../../core/bank/group-by.ts';
import { batchKey, type BatchLine, type PayoutBatch, payoutBatches, walletKey } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, type Currency, ZERO } from '../../core/money.ts';
import { headersOf } from './batches.ts';
import type { Statements } from './database.ts';

type Row = [
  shop: string,
  currency: Currency,
  day: BusinessDate,
  statement: string,
  net: Amount,
  withdrawn: Amount,
  lines: number,
  file: string,
];

const SHOP = "s.platform || '/' || s.name";
const SUMS = ['p.currency', 'p.paid_out_on', 'p.statement', 'p.net', 'p.withdrawn', 'p.lines', 'p.batch_id'];

/** The batches paid out from one day to another, both included; by key. A statement's lines of other days belong to it. */
export async function payoutBatchesBetween(
  tx: Statements,
  from: BusinessDate,
  to: BusinessDate,
): Promise<PayoutBatch[]> {
  const own = `company_id = ? AND paid_out_on BETWEEN ? AND ?`;
  const rows = await tx.select<Row>(
    [SHOP, ...SUMS],
    `FROM (SELECT shop_id, currency, paid_out_on, statement, batch_id, sum(net) AS net, count(*) AS lines,
             sum(CASE WHEN withdrawn < 0 THEN withdrawn ELSE 0 END) AS withdrawn
           FROM (SELECT * FROM payout_lines WHERE ${own} UNION ALL
             SELECT * FROM payout_lines WHERE company_id = ? AND statement <> '' AND NOT (${own})
               AND (shop_id, currency, statement) IN
                 (SELECT shop_id, currency, statement FROM payout_lines WHERE ${own})) l
           GROUP BY shop_id, currency, paid_out_on, statement, batch_id) p
     JOIN shops s ON s.company_id = ? AND s.id = p.shop_id`,
    [tx.company, from, to, tx.company, tx.company, from, to, tx.company, from, to, tx.company],
  );
  const sums = rows.map((row) => ({ line: lineOf(row), file: row[7] }));
  return payoutBatches(
    sums.map(({ line }) => line),
    await declaredTotals(tx, sums),
    await withdrawers(tx),
  );
}

function lineOf([shop, currency, paidOutOn, statement, net, withdrawn, lines]: Row): BatchLine {
  return { shop, currency, paidOutOn, statement, net, withdrawn, lines, carried: ZERO };
}

/** Shops and currencies whose reports name their withdrawals, as `walletKey`s. */
export async function withdrawers(tx: Statements): Promise<Set<string>> {
  const rows = await tx.select<[string, Currency]>(
    [SHOP, 'p.currency'],
    `FROM (SELECT DISTINCT shop_id, currency FROM payout_lines WHERE company_id = ? AND withdrawn < 0) p
     JOIN shops s ON s.company_id = ? AND s.id = p.shop_id`,
    [tx.company, tx.company],
  );
  return new Set(rows.map(([shop, currency]) => walletKey({ shop, currency })));
}

interface Sum {
  readonly line: BatchLine;
  readonly file: string;
}

/**
 * What files declare, where it is the total of one batch: all lines of the file are in it, and it has no others. A file
 * of several payouts declares their sum, and one that repeats lines of an earlier file declares more than it brought.
 */
async function declaredTotals(tx: Statements, sums: readonly Sum[]): Promise<Map<string, Amount>> {
  const headers = await headersOf(tx, [...new Set(sums.map(({ file }) => file))]);
  const declared = new Map<string, Amount>();
  for (const [key, own] of groupBy(sums, ({ line }) => batchKey(line))) {
    const [file, ...more] = new Set(own.map((sum) => sum.file));
    const header = headers.get(file ?? '');
    const lines = own.reduce((count, { line }) => count + line.lines, 0);
    const total = header?.proof?.declared ?? null;
    if (more.length === 0 && total !== null && header?.rows.accepted === lines) declared.set(key, total);
  }
  return declared;
}

/** The first and last day of payout of import batches' rows; null where none of them is a payout. */
export async function payoutDaysOf(
  tx: Statements,
  batchIds: readonly string[],
): Promise<{ readonly from: BusinessDate; readonly to: BusinessDate } | null> {
  const [[from, to] = [null, null]] = await tx.select<[BusinessDate | null, BusinessDate | null]>(
    ['min(p.paid_out_on)', 'max(p.paid_out_on)'],
    `FROM ${tx.source({ id: 'text' })} k CROSS JOIN import_batches b
     JOIN import_rows r ON r.company_id = b.company_id AND r.batch_id = b.id
     JOIN payout_lines p ON p.company_id = b.company_id AND p.id = r.subject_id
     WHERE b.company_id = ? AND b.id = k.id AND b.kind = 'payout'`,
    [JSON.stringify(batchIds.map((id) => [id])), tx.company],
  );
  return from === null || to === null ? null : { from, to };
}
