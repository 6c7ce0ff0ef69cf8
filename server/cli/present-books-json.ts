// The books' part of the JSON answer: sales documents, vouchers, trial balance, and what receivables are open, since when and
// expected on which day (docs/cli.md).
import type { ReconcileResult } from '../../core/api.ts';
import type { OrderSums } from '../../core/calendar/forecast-orders.ts';
import type { ExpectedPayout, PayoutForecast } from '../../core/calendar/forecast-payouts.ts';
import { totalOf, trialBalance } from '../../core/ledger/trial-balance.ts';
import { type Amount, textOfAmount } from '../../core/money.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import type { SalesDocument } from '../../core/sales-document.ts';
import type { AgingRow } from '../../core/statements/aging.ts';
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import type { RollForward } from '../../core/statements/roll-forward.ts';
import type { DocumentedVoucher, Voucher, VoucherLine } from '../../core/voucher.ts';

/** Every amount of a record as a decimal text; other values as they are. */
export function amountsJson(amounts: Readonly<Record<string, Amount>>): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, textOfAmount(amount)]));
}

export function booksJson(result: ReconcileResult, report: ReceivableReport): object {
  return {
    sales: result.sales.map(saleJson),
    vouchers: result.vouchers.map(voucherJson),
    trialBalance: trialBalanceJson(result.vouchers),
    aging: agingJson(report),
    rollForward: rollForwardJson(report),
    forecast: report.forecast === null ? null : forecastJson(report.forecast),
  };
}

function saleJson({ number, kind, shop, orderKey, currency, documentOn, ...sale }: SalesDocument): object {
  const { amount, collected, base, reverses } = sale;
  return {
    ...{ number, kind, shop, orderNumber: partsOfOrderKey(orderKey).orderNumber, date: documentOn, currency },
    ...amountsJson({ amount, collected }),
    base: base && { ...base, amount: textOfAmount(base.amount) },
    reverses,
  };
}

function voucherJson(voucher: DocumentedVoucher): object {
  const { number, kind, shop, postedOn, currency, baseCurrency, summary, documents, lines, reverses } = voucher;
  const head = { number, kind, shop, date: postedOn, currency, baseCurrency, summary, documents };
  return { ...head, lines: lines.map(voucherLineJson), reverses };
}

function voucherLineJson({ role, account, debit, credit, baseDebit, baseCredit }: VoucherLine): object {
  return { role, ...account, ...amountsJson({ debit, credit, baseDebit, baseCredit }) };
}

/** One entry a currency; its totals are zero. One row a role and account: a company may let roles share an account. */
function trialBalanceJson(vouchers: readonly Voucher[]): object[] {
  const rows = trialBalance(vouchers);
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const { document, base } = totalOf(rows, currency);
    return {
      ...{ currency, baseCurrency: own[0]?.baseCurrency ?? currency },
      ...amountsJson({ total: document, baseTotal: base }),
      rows: own.map(({ role, account, debit, credit, balance, baseDebit, baseCredit, baseBalance }) => {
        return { role, ...account, ...amountsJson({ debit, credit, balance, baseDebit, baseCredit, baseBalance }) };
      }),
    };
  });
}

function agingJson({ aging, bounds, period, baseCurrency }: ReceivableReport): object {
  return { asOf: period.to, bounds, baseCurrency, rows: aging.map(agingRowJson) };
}

/** `buckets` has one amount more than `bounds`: the last is everything past the last bound. */
function agingRowJson({ platform, shop, customer, currency, orders, buckets, ...row }: AgingRow): object {
  const { notDue, undated, credit, total, baseTotal } = row;
  return {
    ...{ platform, shop, customer, currency, orders },
    ...amountsJson({ notDue, undated }),
    buckets: buckets.map(textOfAmount),
    ...amountsJson({ credit, total, baseTotal }),
  };
}

function rollForwardJson({ rollForward, period, baseCurrency, ties }: ReceivableReport): object {
  return { ...period, baseCurrency, ties, rows: rollForward.map((row) => rollRowJson(row, baseCurrency !== null)) };
}

function rollRowJson({ platform, shop, currency, ties, base, ...own }: RollForward, hasBase: boolean): object {
  const figuresJson = ({ figures, tie, later }: RollForward['base']) => amountsJson({ ...figures, ...tie, later });
  return {
    ...{ platform, shop, currency, ties, ...figuresJson(own) },
    base: hasBase ? figuresJson(base) : null,
  };
}

function forecastJson({ asOf, expected, overdue, undated, ...held }: PayoutForecast): object {
  return {
    asOf,
    expected: expected.map(payoutJson),
    overdue: overdue.map(({ dueOn, daysLate, ...sums }) => ({ dueOn, daysLate, ...sumsJson(sums) })),
    undated: undated.map(({ why, ...sums }) => ({ why, ...sumsJson(sums) })),
    heldUndated: held.heldUndated.map((one) => ({ ...one, amount: textOfAmount(one.amount) })),
    heldLate: held.heldLate.map((one) => ({ ...one, amount: textOfAmount(one.amount) })),
    reserves: held.reserves.map(({ orderKey, amount, ...one }) => {
      return { ...one, orderNumber: partsOfOrderKey(orderKey).orderNumber, amount: textOfAmount(amount) };
    }),
  };
}

/** `calendar` as settings name it, `terms@2`; null where the policy's term stands in. */
function payoutJson({ on, calendar, ...payout }: ExpectedPayout): object {
  const { held, released, carriedIn, transferFee, carriedOut, paid, ...sums } = payout;
  const flows = amountsJson({ held, released, carriedIn, transferFee, carriedOut, paid });
  return { on, ...sumsJson(sums), ...flows, calendar: calendar && `${calendar.id}@${calendar.version}` };
}

function sumsJson({ platform, shop, currency, orders, open, fees, ordersWithoutFees }: OrderSums): object {
  return { platform, shop, currency, orders, ordersWithoutFees, ...amountsJson({ open, fees }) };
}
