// Payout lines summed to batches by the database: the payouts of a year are a few hundred sums, not a million lines.
import { groupBy } from '../../core/bank/group-by.ts';
import { batchKey, type BatchLine, type PayoutBatch, payoutBatches, walletKey } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, type Currency, ZERO } from '../../core/money.ts';
import { headersOf } from './batches.ts';
import type { Statements } from './database.ts';
import { type StatementKey, statementsOfSeveralFiles, statementText } from './statement-files.ts';

type Row = [
  shop: string,
  currency: Currency,
  day: BusinessDate,
  statement: string,
  net: Amount,
  withdrawn: Amount,
  lines: number,
  file: string,
  shopId: number,
];

const SHOP = "s.platform || '/' || s.name";
const SUMS = [
  ...['p.currency', 'p.paid_out_on', 'p.statement', 'p.net', 'p.withdrawn', 'p.lines', 'p.batch_id', 'p.shop_id'],
];

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
  const { sums, declared } = await withoutOtherVersions(tx, rows.map(sumOf));
  return payoutBatches(
    sums.map(({ line }) => line),
    new Map([...(await declaredTotals(tx, sums)), ...declared]),
    await withdrawers(tx),
  );
}

const sumOf = (row: Row): Sum => ({ line: lineOf(row), file: row[7], shopId: row[8] });

const keyOfSum = ({ shopId, line: { currency, statement } }: Sum): StatementKey => ({ shopId, currency, statement });

/**
 * Another version of a statement is no money to look for until somebody let it be booked; what parts of one statement
 * declare, each for the whole, is its total.
 */
async function withoutOtherVersions(
  tx: Statements,
  sums: readonly Sum[],
): Promise<{ readonly sums: readonly Sum[]; readonly declared: ReadonlyMap<string, Amount> }> {
  const several = await statementsOfSeveralFiles(tx, keysInSeveral(sums));
  if (several.size === 0) return { sums, declared: new Map() };
  const isVersion = (sum: Sum) => several.get(statementText(keyOfSum(sum)))?.versions.has(sum.file) ?? false;
  const others = sums.filter(isVersion);
  const booked = others.length === 0 ? [] : (await bookedSums(tx, others)).map(sumOf).filter(isVersion);
  const approved = new Set(booked.map(({ line }) => batchKey(line)));
  const declared = sums.flatMap((sum) => {
    const [key, total] = [batchKey(sum.line), several.get(statementText(keyOfSum(sum)))?.declared ?? null];
    return total === null || approved.has(key) ? [] : [[key, total] as const];
  });
  return { sums: [...sums.filter((sum) => !isVersion(sum)), ...booked], declared: new Map(declared) };
}

/** The statements of which lines came with more than one file. */
function keysInSeveral(sums: readonly Sum[]): StatementKey[] {
  const named = sums.filter(({ line }) => line.statement !== '');
  return [...groupBy(named, (sum) => statementText(keyOfSum(sum))).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined || new Set(own.map(({ file }) => file)).size < 2 ? [] : [keyOfSum(first)];
  });
}

/** What receipts book of the files' lines. */
function bookedSums(tx: Statements, others: readonly Sum[]): Promise<Row[]> {
  const files = [...new Set(others.map(({ file }) => file))];
  return tx.select<Row>(
    [SHOP, ...SUMS],
    `FROM (SELECT l.shop_id, l.currency, l.paid_out_on, l.statement, l.batch_id, sum(l.net) AS net, count(*) AS lines,
             sum(CASE WHEN l.withdrawn < 0 THEN l.withdrawn ELSE 0 END) AS withdrawn
           FROM ${tx.source({ id: 'text' })} k CROSS JOIN payout_lines l
           JOIN line_bookings b ON b.company_id = l.company_id AND b.line_id = l.id
           WHERE l.company_id = ? AND l.batch_id = k.id
           GROUP BY l.shop_id, l.currency, l.paid_out_on, l.statement, l.batch_id) p
     JOIN shops s ON s.company_id = ? AND s.id = p.shop_id`,
    [JSON.stringify(files.map((id) => [id])), tx.company, tx.company],
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
  readonly shopId: number;
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
