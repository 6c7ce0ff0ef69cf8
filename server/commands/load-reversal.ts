// What an undo looks at: the documents it takes back, all that moved their money later, their vouchers and receivables.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Company } from '../../core/company.ts';
import type { ReversalInput } from '../../core/reconcile/plan-reversal.ts';
import type { Statements } from '../store/database.ts';
import { linesById } from '../store/payout-lines.ts';
import { receivablesOf } from '../store/receivables.ts';
import { type PostedReceipt, receiptsOfLines } from '../store/receipts.ts';
import { inPlaceOfReplaced, postingInstants } from '../store/reversals.ts';
import { type PostedSale, salesById } from '../store/sales-documents.ts';
import { settingsOf } from '../store/team-settings.ts';
import { type PostedVoucher, vouchersOfDocuments } from '../store/vouchers.ts';
import type { Found } from './find-undone.ts';
import { must } from './load-scope.ts';
import { NamesOfBooks } from './names-of-books.ts';
import { companyReader } from './read-company.ts';

/** What the plan is made from, and the way back from names to ids. */
export interface ReversalScope {
  readonly input: ReversalInput;
  readonly names: NamesOfBooks;
  readonly found: Found;
  readonly receipts: readonly PostedReceipt[];
  readonly sales: readonly PostedSale[];
  readonly vouchers: readonly PostedVoucher[];
}

export async function loadReversal(tx: Statements, found: Found, postedOn: BusinessDate): Promise<ReversalScope> {
  const receipts = await inPlaceOfReplaced(tx, standing(await receiptsOfLines(tx, [...found.lines.keys()])));
  const sales = await salesById(tx, found.saleIds);
  const vouchers = await vouchersOf(tx, receipts, sales);
  const onVouchers = vouchers.flatMap((voucher) => idsOf(voucher, 'sales'));
  const undone = new Set(found.saleIds);
  const besides = (await salesById(tx, onVouchers)).filter(({ id }) => !undone.has(id));
  const orderIds = concernedOrders(found, receipts, [...sales, ...besides]);
  const lineIds = receipts.flatMap((one) => [...one.lineIds, ...one.allocations.map((part) => part.lineId)]);
  const names = await NamesOfBooks.load(tx, {
    lineIds: [...lineIds, ...found.matches.map(({ lineId }) => lineId)],
    orderIds: [...orderIds, ...found.matches.map(({ orderId }) => orderId)],
  });
  const money = new Map((await linesById(tx, [...new Set(lineIds)])).map(({ id, line }) => [id, line]));
  const companyAt = await companyHistory(tx);
  const input: ReversalInput = {
    postedOn,
    lines: new Map([...found.lines].map(([line, first]) => [names.lineKey(line), must(numbersOf(receipts), first)])),
    receipts: receipts.map((one) => names.receipt(one)),
    moneyOf: (key) => must(money, names.lineId(key)),
    sales: sales.map((one) => names.sale(one)),
    besides: besides.map((one) => names.sale(one)),
    vouchers: await heldVouchers(
      tx,
      vouchers,
      numbersOf([...sales, ...besides]),
      numbersOf(receipts),
      names,
      companyAt,
    ),
    company: companyAt(null),
    movements: found.movements.map((one) => ({ id: one.id, movement: names.movement(one) })),
    matches: found.matches.map(({ lineId, orderId }) => {
      return { lineKey: names.lineKey(lineId), orderKey: names.orderKey(orderId) };
    }),
    receivables: (await receivablesOf(tx, orderIds)).map(({ orderId, ...state }) => {
      return { ...state, orderKey: names.orderKey(orderId) };
    }),
  };
  return { input, names, found, receipts, sales: [...sales, ...besides], vouchers };
}

interface Reversible {
  readonly id: number;
  readonly reverses: number | null;
}

/** Neither a reversal nor reversed. Whatever reverses a document is found with it. */
function standing<T extends Reversible>(documents: readonly T[]): T[] {
  const reversed = new Set(documents.map(({ reverses }) => reverses));
  return documents.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
}

const numbersOf = (documents: readonly { readonly id: number; readonly number: string }[]) =>
  new Map(documents.map(({ id, number }) => [id, number]));

function idsOf({ documents }: PostedVoucher, kind: 'sales' | 'receipt'): number[] {
  return documents.filter(({ document }) => document === kind).map(({ id }) => id);
}

/** Vouchers of receipts that may be taken back, and of the sales documents, as long as they stand. */
async function vouchersOf(tx: Statements, receipts: readonly PostedReceipt[], sales: readonly PostedSale[]) {
  const ids = (documents: readonly Reversible[]) => documents.map(({ id }) => id);
  const all = [
    ...(await vouchersOfDocuments(tx, 'sales', ids(sales))),
    ...(await vouchersOfDocuments(tx, 'receipt', ids(receipts))),
  ];
  const reversed = new Set(await reversedVouchers(tx, ids(all)));
  const standingOnes = all.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  return [...new Map(standingOnes.map((one) => [one.id, one])).values()].sort((left, right) => left.id - right.id);
}

async function reversedVouchers(tx: Statements, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.select<[number]>(
    ['v.reverses'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN vouchers v WHERE v.company_id = ? AND v.reverses = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(([id]) => id);
}

function concernedOrders(found: Found, receipts: readonly PostedReceipt[], sales: readonly PostedSale[]): number[] {
  const applied = receipts.flatMap(({ allocations }) => allocations.flatMap(({ orderId }) => orderId ?? []));
  const others = [...sales, ...found.movements].map(({ orderId }) => orderId);
  return [...new Set([...applied, ...others])];
}

type CompanyAt = (instant: string | null) => Company;

/** The company's settings as they were at an instant; null: as they are. */
async function companyHistory(tx: Statements): Promise<CompanyAt> {
  const read = await companyReader(tx);
  const unset = read(undefined);
  const versions = (await settingsOf(tx, 'company')).map(({ savedAt, content }) => {
    return { savedAt, company: read(content) };
  });
  return (instant) => versions.filter(({ savedAt }) => instant === null || savedAt <= instant).at(-1)?.company ?? unset;
}

async function heldVouchers(
  tx: Statements,
  vouchers: readonly PostedVoucher[],
  sales: ReadonlyMap<number, string>,
  receipts: ReadonlyMap<number, string>,
  names: NamesOfBooks,
  companyAt: CompanyAt,
): Promise<ReversalInput['vouchers']> {
  const instants = await postingInstants(
    tx,
    vouchers.map(({ id }) => id),
  );
  return vouchers.map((voucher) => ({
    voucher: names.voucher(voucher),
    sales: idsOf(voucher, 'sales').map((id) => must(sales, id)),
    receipts: idsOf(voucher, 'receipt').map((id) => must(receipts, id)),
    company: companyAt(instants.get(voucher.id) ?? null),
  }));
}
