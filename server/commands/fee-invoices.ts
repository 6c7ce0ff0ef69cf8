// The platforms' invoices for their fees: booked when they come, each with a voucher of its own, and taken back by a
// reversal. The same invoice said again is no second one.
import type { BusinessDate } from '../../core/business-date.ts';
import { monthOf } from '../../core/business-date.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import {
  comparedInvoice,
  completeInvoice,
  type EnteredInvoice,
  type FeeInvoice,
  feeInvoiceVoucher,
  type InvoiceFault,
} from '../../core/ledger/fee-invoice.ts';
import type { BookInvoices, FeeInvoices, VoidInvoice } from '../../core/ledger/fee-invoice-api.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { insertInvoice, listInvoices, type PostedInvoice, prepaidFees } from '../store/fee-invoices.ts';
import { nextId } from '../store/next-id.ts';
import { closedMonths } from '../store/periods.ts';
import { insertRun } from '../store/runs.ts';
import { listShops } from '../store/shops.ts';
import { insertVouchers, type PostedVoucher, vouchersOfRun } from '../store/vouchers.ts';
import { refuseUnstorableText } from './check-text.ts';
import { must } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';
import { VOUCHER_SERIES } from './post-plan.ts';
import { currentCompany } from './read-company.ts';

export function getInvoices(books: Books): Promise<FeeInvoices> {
  return books.database.transaction(books.company, tell);
}

/**
 * Books all of them or none.
 * @throws ApiError SHOP_UNKNOWN, INVOICE_FAULTY, and INVOICE_DIFFERS where one of that number is in the books otherwise
 */
export function bookInvoices(books: Books, { invoices, author }: BookInvoices): Promise<FeeInvoices> {
  refuseUnstorableText([invoices, author]);
  return books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    for (const entered of invoices) await book(tx, entered, { author, now });
    return tell(tx);
  });
}

interface Saying {
  readonly author: string;
  readonly now: string;
}

async function book(tx: Statements, entered: EnteredInvoice, { author, now }: Saying): Promise<void> {
  const company = await currentCompany(tx);
  const shopId = await shopOf(tx, entered.shop);
  const held = await standing(tx, shopId, entered.number);
  // What it left to the settings was their answer when it was booked; they may say otherwise since.
  const said = { ...entered, from: entered.from ?? held?.from ?? null, tax: entered.tax ?? held?.tax ?? null };
  const invoice = completeInvoice(said, company);
  if (typeof invoice === 'string') throw faulty(entered, invoice, company.baseCurrency);
  if (held !== undefined && !isSame(held, invoice)) throw new ApiError('INVOICE_DIFFERS', { number: invoice.number });
  if (held !== undefined) return;
  const voucher = feeInvoiceVoucher(invoice, openDay(invoice.invoicedOn, await closedMonths(tx)), company);
  if (voucher === null) throw new Error(`invoice ${invoice.number} moves nothing`);
  const runId = await post(tx, { ...voucher, reverses: null }, shopId, now);
  await insertInvoice(tx, { ...invoice, shopId, runId, reverses: null });
  const detail = { shop: invoice.shop, postedOn: voucher.postedOn, author };
  await appendAudit(tx, now, { action: 'invoice.booked', subject: invoice.number, detail });
}

const REFUSALS = {
  CURRENCY: 'INVOICE_CURRENCY',
  TAX: 'INVOICE_TAX',
  SPLIT_ALREADY: 'INVOICE_SPLIT_ALREADY',
} as const satisfies Record<InvoiceFault, string>;

function faulty({ number, currency }: EnteredInvoice, fault: InvoiceFault, base: string | null): ApiError {
  return new ApiError(REFUSALS[fault], { number, currency, base: base ?? '' });
}

async function shopOf(tx: Statements, key: string): Promise<number> {
  const shop = (await listShops(tx)).find((one) => one.key === key);
  if (shop === undefined) throw new ApiError('SHOP_UNKNOWN', { shop: key });
  return shop.id;
}

async function standing(tx: Statements, shopId: number, number: string): Promise<PostedInvoice | undefined> {
  const all = await rowsOf(tx, shopId, number);
  const reversed = new Set(all.map(({ reverses }) => reverses));
  return all.find(({ id, reverses }) => reverses === null && !reversed.has(id));
}

/** The invoice and its reversals, oldest first. */
async function rowsOf(tx: Statements, shopId: number, number: string): Promise<PostedInvoice[]> {
  const wanted = comparedInvoice(number);
  const all = await listInvoices(tx);
  return all.filter((one) => one.shopId === shopId && comparedInvoice(one.number) === wanted);
}

const FIELDS = [
  'kind',
  'invoicedOn',
  'currency',
  'amount',
  'tax',
  'cost',
  'from',
] as const satisfies (keyof FeeInvoice)[];
const isSame = (held: PostedInvoice, invoice: FeeInvoice) => FIELDS.every((field) => held[field] === invoice[field]);

/** A run of its own with the voucher. */
async function post(
  tx: Statements,
  { shop: _, ...draft }: VoucherDraft & { readonly reverses: number | null },
  shopId: number,
  now: string,
): Promise<number> {
  const numbers = await numberDocuments(tx, [{ series: VOUCHER_SERIES, on: draft.postedOn }]);
  const runId = await nextId(tx, 'runs');
  const posted = { matches: 0, sales: 0, receipts: 0, vouchers: 1, movements: 0 };
  const run = { id: runId, kind: 'fee-invoice' as const, asOf: draft.postedOn, policy: DEFAULT_POLICY };
  await insertRun(tx, { ...run, batchIds: [], planHash: fingerprint(JSON.stringify(draft)), posted }, now);
  const id = await nextId(tx, 'vouchers');
  await insertVouchers(tx, runId, [{ ...draft, id, number: must(numbers, 0), shopId, documents: [] }]);
  return runId;
}

/**
 * The same said again, as after a connection that broke, is answered like the first time.
 * @throws ApiError INVOICE_UNKNOWN when none of that number stands; PERIOD_CLOSED for a day of a closed month
 */
export function voidInvoice(books: Books, { shop, number, on, author, note }: VoidInvoice): Promise<FeeInvoices> {
  refuseUnstorableText([number, author, note]);
  return books.database.transaction(books.company, async (tx) => {
    const shopId = await shopOf(tx, shop);
    const held = await standing(tx, shopId, number);
    if (held === undefined && (await wasVoided(tx, { shopId, number, on }))) return tell(tx);
    if (held === undefined) throw new ApiError('INVOICE_UNKNOWN', { number, shop });
    const voucher = must(await vouchersOfRun(tx, held.runId), 0);
    const postedOn = await dayOfReversal(tx, voucher, on);
    const draft = reverseVoucher({ ...voucher, shop, reverses: null }, postedOn, await currentCompany(tx));
    const now = books.now();
    const runId = await post(tx, { ...draft, reverses: voucher.id }, shopId, now);
    await insertInvoice(tx, { ...held, runId, reverses: held.id });
    await appendAudit(tx, now, { action: 'invoice.voided', subject: number, detail: { shop, postedOn, author, note } });
    return tell(tx);
  });
}

type Voiding = Pick<VoidInvoice, 'number' | 'on'> & { readonly shopId: number };

async function wasVoided(tx: Statements, { shopId, number, on }: Voiding): Promise<boolean> {
  const reversal = (await rowsOf(tx, shopId, number)).at(-1);
  if (reversal === undefined) return false;
  return on === undefined || must(await vouchersOfRun(tx, reversal.runId), 0).postedOn === on;
}

async function dayOfReversal(tx: Statements, voucher: PostedVoucher, on?: BusinessDate): Promise<BusinessDate> {
  const closed = await closedMonths(tx);
  if (on === undefined) return openDay(voucher.postedOn, closed);
  if (closed.has(monthOf(on))) throw new ApiError('PERIOD_CLOSED', { month: monthOf(on) });
  if (on < voucher.postedOn) throw new ApiError('REVERSAL_TOO_EARLY', { day: on, earliest: voucher.postedOn });
  return on;
}

async function tell(tx: Statements): Promise<FeeInvoices> {
  const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  const all = await listInvoices(tx);
  const voucherOf = new Map<number, string>();
  for (const { runId } of all) voucherOf.set(runId, must(await vouchersOfRun(tx, runId), 0).number);
  const voided = new Map(all.map(({ reverses, runId }) => [reverses, must(voucherOf, runId)]));
  const prepaid = await prepaidFees(tx);
  return {
    invoices: all
      .filter(({ reverses }) => reverses === null)
      .map(({ id, shopId, runId, reverses: _, ...invoice }) => ({
        ...invoice,
        ...{ shop: must(shops, shopId), voucher: must(voucherOf, runId), voidedBy: voided.get(id) ?? null },
      })),
    prepaid: prepaid.map(({ shopId, ...rest }) => ({ shop: must(shops, shopId), ...rest })),
  };
}
