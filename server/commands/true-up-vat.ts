// The VAT of a filing period trued up (銷項稅額調整): what B2C sales owe on the period's total, against what their orders
// were booked with. One command a period; said again it posts only what has changed since.
import type { BusinessDate } from '../../core/business-date.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { type FilingPeriod, filingPeriodOf, trueUpVat } from '../../core/ledger/vat-period.ts';
import { add, type Amount, type Currency, subtract, ZERO } from '../../core/money.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { nextId } from '../store/next-id.ts';
import { closedMonths, listPeriods } from '../store/periods.ts';
import { insertRun } from '../store/runs.ts';
import { salesOfPeriod } from '../store/sales-documents.ts';
import { listShops } from '../store/shops.ts';
import { insertVouchers, NO_SHOP, type PostedVoucher, taxVouchers } from '../store/vouchers.ts';
import { must } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';
import { currentCompany } from './read-company.ts';

export interface VatRequest {
  /** Any day of the filing period. */
  readonly day: BusinessDate;
  readonly currency: Currency;
  readonly author: string;
  /** `plan` writes nothing. */
  readonly mode: 'plan' | 'post';
}

export interface VatAnswer {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Taxed sales, tax included. */
  readonly gross: Amount;
  /** Σ tax of the orders. */
  readonly provisional: Amount;
  /** Tax on the total, which is what is filed. */
  readonly due: Amount;
  /** Taken off 銷項稅額 by earlier vouchers of the period; negative was added. */
  readonly before: Amount;
  /** The voucher this command posts, or would post; null when nothing is left to true up. */
  readonly number: string | null;
  readonly adjustment: Amount;
}

/**
 * @throws ApiError when a month of the period is filed already: what was filed is corrected by a later period; and when
 * the books are kept in another currency, in which the tax is filed
 */
export async function trueUpPeriod(books: Books, request: VatRequest): Promise<VatAnswer> {
  return books.database.transaction(books.company, (tx) => trueUp(tx, request, books.now()));
}

async function trueUp(tx: Statements, { day, currency, author, mode }: VatRequest, now: string): Promise<VatAnswer> {
  const period = filingPeriodOf(day);
  await refuseFiled(tx, period);
  const company = await currentCompany(tx);
  const { baseCurrency } = company;
  if (baseCurrency !== null && baseCurrency !== currency)
    throw new ApiError('VAT_CURRENCY', { base: baseCurrency, currency });
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop.key]));
  const sales = (await salesOfPeriod(tx, period)).map((sale) => {
    return { ...sale, shop: must(shops, sale.shopId), orderKey: '' };
  });
  const before = takenOff(await taxVouchers(tx, period, currency));
  const { voucher, tooHigh, ...figures } = trueUpVat(period, currency, sales, company, before);
  const answer = { ...period, ...figures, before, adjustment: tooHigh, number: null };
  if (voucher === null || mode === 'plan') return answer;
  const postedOn = openDay(period.to, await closedMonths(tx));
  return { ...answer, number: await post(tx, period, { ...voucher, postedOn }, { author, now }) };
}

async function refuseFiled(tx: Statements, { from, to }: FilingPeriod): Promise<void> {
  const months = [from.slice(0, 7), to.slice(0, 7)];
  const filed = (await listPeriods(tx)).find(({ month, state }) => state === 'filed' && months.includes(month));
  if (filed) throw new ApiError('PERIOD_FILED', { month: filed.month });
}

/** Σ debit − credit of 銷項稅額 in the vouchers. */
export function takenOff(vouchers: readonly PostedVoucher[]): Amount {
  const lines = vouchers.flatMap((voucher) => voucher.lines).filter(({ role }) => role === 'outputVat');
  return lines.reduce((total, line) => add(total, subtract(line.debit, line.credit)), ZERO);
}

interface Posting {
  readonly author: string;
  readonly now: string;
}

async function post(tx: Statements, period: FilingPeriod, draft: VoucherDraft, { author, now }: Posting) {
  const numbers = await numberDocuments(tx, [{ series: 'JV', on: draft.postedOn }]);
  const number = must(numbers, 0);
  const runId = await nextId(tx, 'runs');
  const posted = { matches: 0, sales: 0, receipts: 0, vouchers: 1, movements: 0 };
  const run = { id: runId, kind: 'vat' as const, asOf: period.to, policy: DEFAULT_POLICY };
  await insertRun(tx, { ...run, batchIds: [], planHash: fingerprint(JSON.stringify(draft)), posted }, now);
  const head = { id: await nextId(tx, 'vouchers'), number, shopId: NO_SHOP, documents: [], reverses: null };
  await insertVouchers(tx, runId, [{ ...draft, ...head }]);
  await appendAudit(tx, now, { action: 'vat.trued-up', subject: number, detail: { postedOn: draft.postedOn, author } });
  return number;
}
