// The contract for the month-end report of the books, between add-in and server: what is asked, and the report as it travels.
import { z } from 'zod';
import { forecastSchema } from '../calendar/forecast-api.ts';
import { documentedVoucherSchema } from '../api.ts';
import { amount, currency, day } from '../wire-values.ts';
import { agingBoundsSchema, DEFAULT_AGING_BOUNDS } from './aging.ts';
import type { BooksWish } from './books-report.ts';
import { ENTRY_KINDS, type OrderTerms } from './ledger-entry.ts';
import type { BooksProof, ReceivableReport } from './receivable-report.ts';
import { onlyOf } from './report-only.ts';
import { PARTIES } from './statement.ts';

/** A shop by its name or its key, which is longer. */
const place = z.string().min(1).max(1_000).optional();

/** A query: `?from=2026-05-01&to=2026-05-31&by=shop&aging=30,60,90&shop=NAME`. */
export const booksWishSchema: z.ZodType<BooksWish, unknown> = z
  .object({
    from: day,
    to: day,
    /** Whom statements are made for; left out: none are. */
    by: z.enum(PARTIES).optional(),
    /** Left out: all platforms and shops. */
    ...{ platform: place, shop: place },
    aging: z.preprocess((text) => (typeof text === 'string' ? numbersIn(text) : text), agingBoundsSchema).optional(),
  })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins')
  .transform(({ from, to, by, aging, platform, shop }): BooksWish => {
    return {
      period: { from, to },
      bounds: aging ?? DEFAULT_AGING_BOUNDS,
      statementsBy: by ?? null,
      only: onlyOf({ platform, shop }),
    };
  });

/** `30,60,90`; anything else is no list of numbers and refused as such. */
const numbersIn = (text: string) => text.split(',').map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : NaN));

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Which months there are to report, oldest first. */
export const reportMonthsSchema = z.object({
  /** Those with vouchers. */
  booked: z.array(month),
  /** Those that nothing is posted into any more. */
  closed: z.array(month),
  /** What a report can be narrowed to. */
  shops: z.array(z.object({ platform: z.string(), shop: z.string() })),
});
export type ReportMonths = z.infer<typeof reportMonthsSchema>;

/** The report without what only its drawing needs; terms of the orders that are open. */
export interface BooksAnswer extends Omit<ReceivableReport, 'orders' | 'books'>, BooksProof {
  readonly terms: readonly (OrderTerms & { readonly orderKey: string })[];
}

const text = z.string();
const count = z.int().min(0);
const account = { platform: text, shop: text, currency };
const period = z.object({ from: day, to: day });

const openItem = z.object({
  ...account,
  customer: text,
  orderKey: text,
  orderNumber: text,
  open: amount,
  baseOpen: amount,
});

const total = { orders: count, debit: amount, credit: amount, open: amount, baseOpen: amount };

const agingFigures = {
  ...{ orders: count, notDue: amount, undated: amount, buckets: z.array(amount) },
  ...{ credit: amount, total: amount, baseTotal: amount },
};

const tie = z.object({ openOrders: amount, agingTotal: amount, difference: amount, agingDifference: amount });
const figures = z.object({
  ...{ opening: amount, sales: amount, returns: amount, allowances: amount, receipts: amount, refunds: amount },
  ...{ writeOffs: amount, badDebts: amount, fx: amount, adjustments: amount, closing: amount },
});
const rolled = { figures, tie, later: amount };

const statementAmounts = { sale: amount, returned: amount, allowance: amount, received: amount, other: amount };
const statementLine = z.object({
  ...{ on: day, number: text, orderNumber: text, platform: text, shop: text, kind: z.enum(ENTRY_KINDS) },
  ...{ ...statementAmounts, balance: amount },
});
const statement = z.object({
  party: z.object({ by: z.enum(PARTIES), name: text, platform: text.nullable() }),
  ...{ currency, period, opening: amount, lines: z.array(statementLine), totals: z.object(statementAmounts) },
  ...{ closing: amount, aging: z.object(agingFigures), bounds: z.array(count) },
});

const position = z.object({
  ...{ ...account, opening: amount, sales: amount, refunds: amount, fees: amount, payouts: amount, other: amount },
  ...{ closing: amount, unpaid: amount, reserve: amount, wallet: amount, baseUnpaid: amount },
});

const accountSums = z.object({
  ...{ account: z.object({ code: text, name: text }), currency, baseCurrency: currency },
  ...{ opening: amount, debit: amount, credit: amount, balance: amount },
  ...{ baseOpening: amount, baseDebit: amount, baseCredit: amount, baseBalance: amount },
});

export const booksAnswerSchema: z.ZodType<BooksAnswer, unknown> = z.object({
  period,
  bounds: z.array(count),
  /** Null while the company keeps each currency by itself: base amounts then say nothing. */
  baseCurrency: currency.nullable(),
  /** Where the company wants to be paid; null while it has not set it. */
  bankDetails: text.nullable(),
  /** What it was narrowed to; null: the whole books. */
  only: z.object({ platform: text.exactOptional(), shop: text.exactOptional() }).nullable(),
  /** Every closing is what the orders say is open, the aging's total, and 應收帳款 in the ledger. */
  ties: z.boolean(),
  totals: z.array(z.object({ names: z.array(text), currency, ...total })),
  rollForward: z.array(z.object({ ...account, ...rolled, base: z.object(rolled), ties: z.boolean() })),
  ledgerTies: z.array(
    z.object({ ...account, ledger: amount, difference: amount, baseLedger: amount, baseDifference: amount }),
  ),
  positions: z.array(position),
  /** Accounts with opening, movements and closing; the vouchers of the period, null above 5,000 of them. */
  ledgerMonth: z.object({
    accounts: z.array(accountSums),
    vouchers: z.array(documentedVoucherSchema).nullable(),
  }),
  aging: z.array(z.object({ ...account, customer: text, ...agingFigures })),
  openOrders: z.array(openItem),
  terms: z.array(z.object({ orderKey: text, dueOn: day.nullable(), orderType: text })),
  statements: z.array(statement),
  forecast: forecastSchema.nullable(),
});

const NO_BOOKS: BooksProof = { positions: [], ledgerTies: [], ledgerMonth: { accounts: [], vouchers: null } };

export function answerOfReport({ orders, books, ...report }: ReceivableReport): BooksAnswer {
  const keys = [...new Set(report.openOrders.map(({ orderKey }) => orderKey))];
  const terms = keys.flatMap((orderKey) => {
    const own = orders.get(orderKey);
    return own === undefined ? [] : [{ orderKey, ...own }];
  });
  return { ...report, ...(books ?? NO_BOOKS), terms };
}

/** The way back: all that the worksheets are drawn from. */
export function reportOfAnswer({
  terms,
  positions,
  ledgerTies,
  ledgerMonth,
  ...report
}: BooksAnswer): ReceivableReport {
  const orders = new Map(terms.map(({ orderKey, ...own }) => [orderKey, own]));
  return { ...report, orders, books: { positions, ledgerTies, ledgerMonth } };
}
