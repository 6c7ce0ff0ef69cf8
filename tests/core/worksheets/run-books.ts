// From orders and payout lines to the server's answer, without a server: what worksheets are drawn from in these tests.
import type { BatchHeader, ReconcileResult } from '../../../core/api.ts';
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { DEFAULT_COMPANY } from '../../../core/company.ts';
import { type Amount, amountOfUnits, sum, ZERO } from '../../../core/money.ts';
import type { Order } from '../../../core/order.ts';
import type { ComponentType, PayoutLine } from '../../../core/payout.ts';
import type { RowProblem } from '../../../core/problem.ts';
import {
  lineKey,
  type LineAccount,
  NOTHING_SET_UP,
  orderKey,
  type ReconcileInput,
} from '../../../core/reconcile/account.ts';
import { companyInBooks } from '../company-in-books.ts';
import type { SetUp } from '../reconcile/memory-books.ts';
import { NEW_LINE, NEW_ORDER } from '../reconcile/plain-facts.ts';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import { documentRanges } from '../../../core/ledger/document-ranges.ts';
import { alertStock } from '../../../core/reconcile/alert-stock.ts';
import { planReconciliation } from '../../../core/reconcile/plan-reconciliation.ts';
import { forecastRun } from '../../../core/statements/run-forecast.ts';
import type { ResultContext, ResultFile } from '../../../core/worksheets/result-context.ts';

export const dollars = (amount: number): Amount => amountOfUnits(Math.round(amount * 10_000));

export function day(text: string): BusinessDate {
  const read = dayOfText(text);
  if (read === null) throw new Error(`${text} is no day`);
  return read;
}

/** A completed order over 1,000 with two pieces of one item, unless said otherwise. */
export function anOrder(orderNumber: string, facts: Partial<Order> = {}): Order {
  return {
    orderNumber,
    stage: 'completed',
    status: '已完成',
    refunded: false,
    currency: 'TWD',
    orderedOn: day('2024-05-01'),
    paidOn: day('2024-05-01'),
    shippedOn: day('2024-05-02'),
    completedOn: day('2024-05-06'),
    receivable: dollars(1000),
    credited: ZERO,
    lines: [{ sku: 'TEA-01', name: '茶', quantity: 2, returned: 0, unitPrice: dollars(500) }],
    sourceRow: 2,
    ...facts,
  };
}

/** A payout row of the given components; its net is their sum. */
export function aLine(
  orderNumber: string | null,
  parts: Partial<Record<ComponentType, number>>,
  facts: Partial<PayoutLine> = {},
): PayoutLine {
  const components = (Object.entries(parts) as [ComponentType, number][]).map(([type, amount]) => {
    return { type, column: type, amount: dollars(amount) };
  });
  return {
    orderNumber,
    identity: `${orderNumber}-${JSON.stringify(parts)}`,
    reference: '',
    paidOutOn: day('2024-05-10'),
    currency: 'TWD',
    net: sum(components.map(({ amount }) => amount)),
    components,
    sourceRow: 7,
    ...facts,
  };
}

interface PayoutFile {
  readonly file: string;
  readonly lines: readonly PayoutLine[];
  readonly declared?: number;
  readonly rejected?: { readonly rows: number; readonly net: number };
  readonly problems?: readonly RowProblem[];
  readonly repeatedRows?: readonly number[];
}

export interface BookFacts {
  readonly orders?: readonly Order[];
  readonly payouts?: readonly PayoutFile[];
  readonly shop?: string;
  readonly asOf?: string;
  readonly levels?: Parameters<typeof alertStock>[0];
  readonly setUp?: SetUp;
}

const PLATFORM = 'shopee-tw';

/** Runs the engine and numbers the receipts, as the server would. */
export function runBooks(facts: BookFacts, context: Partial<ResultContext> = {}) {
  const { orders = [], payouts = [], shop = 'demo', asOf = '2024-06-01', levels = [], setUp = {} } = facts;
  const key = `${PLATFORM}/${shop}`;
  const files = [
    ...(orders.length > 0 ? [ordersFile(orders, shop)] : []),
    ...payouts.map((file) => payoutFile(file, shop)),
  ];
  const input: ReconcileInput = {
    ...{ ...NOTHING_SET_UP, ...setUp },
    company: companyInBooks(setUp.company ?? DEFAULT_COMPANY, [key]),
    asOf: day(asOf),
    orders: orders.map((order) => {
      const source = { file: 'orders.xlsx', sheet: 'orders', row: order.sourceRow };
      return { key: orderKey(key, order.orderNumber), shop: key, platform: PLATFORM, order, source, ...NEW_ORDER };
    }),
    lines: linesOf(payouts, key),
  };
  const plan = planReconciliation(input);
  const named = <T extends { readonly shop: string }>(one: T) => ({ ...one, shop });
  const result: ReconcileResult = {
    runId: 'RUN-1',
    planHash: plan.hash,
    asOf: day(asOf),
    policy: DEFAULT_POLICY,
    posted: { matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 },
    batches: files.map((file) => ({
      batchId: file.file,
      header: headerOf(file),
      counts: { created: 0, unchanged: 0, replaced: 0, conflict: 0 },
    })),
    conservation: [],
    orders: plan.orders.map(named),
    unlinked: plan.unlinked.map(named),
    receipts: plan.receipts.map((receipt, at) =>
      named({ ...receipt, number: `RC202405-000${at + 1}`, reverses: null }),
    ),
    sales: plan.sales.map((one, at) => named({ ...one, number: `SA202405-000${at + 1}`, reverses: null })),
    vouchers: plan.vouchers.map(({ voucher, documents }, at) =>
      named({
        ...{ ...voucher, number: `JV202405-000${at + 1}`, reverses: null },
        documents: documentRanges([
          ...documents.sales.map((index) => `SA202405-000${index + 1}`),
          ...documents.receipts.map((index) => `RC202405-000${index + 1}`),
        ]),
      }),
    ),
    proposals: [...plan.proposals],
    onReview: [...plan.onReview],
    deposits: null,
    forecast: forecastRun(plan.orders, input),
    stock: {
      movements: plan.movements.map(named),
      alerts: alertStock(
        levels,
        [...new Set(plan.movements.map(({ sku }) => sku))].map((sku) => {
          const moved = plan.movements.filter((one) => one.sku === sku).reduce((total, one) => total + one.quantity, 0);
          return { sku, moved, reserved: 0 };
        }),
      ),
    },
  };
  return { result, context: { language: 'zh-TW', files, workbook: null, ...context } satisfies ResultContext };
}

function linesOf(payouts: readonly PayoutFile[], shop: string): LineAccount[] {
  const held = new Map<string, LineAccount>();
  for (const { file, lines, problems = [], repeatedRows = [] } of payouts) {
    for (const line of lines) {
      const key = lineKey(shop, line);
      const refused = problems.some(({ code, row }) => code === 'CONFLICT' && row === line.sourceRow);
      if (refused || repeatedRows.includes(line.sourceRow) || held.has(key)) continue;
      const source = { file, sheet: 'Income', row: line.sourceRow };
      const batch = { id: file, foots: true, paymentMode: 'instalments' as const };
      held.set(key, { key, shop, line, source, batch, ...NEW_LINE });
    }
  }
  return [...held.values()];
}

const TITLES = {
  orders: { 'zh-TW': '蝦皮 訂單', 'zh-CN': '虾皮 订单', en: 'Shopee orders' },
  payout: { 'zh-TW': '蝦皮 我的進帳', 'zh-CN': '虾皮 我的进账', en: 'Shopee income' },
};

function ordersFile(orders: readonly Order[], shop: string): ResultFile {
  const rows = { read: orders.length, accepted: orders.length, rejected: 0, skipped: 0 };
  const nothing = { proof: null, problems: [], lines: [] };
  const place = { file: 'orders.xlsx', sheet: 'orders', shop };
  return { ...place, kind: 'orders', report: TITLES.orders, currency: orders[0]?.currency ?? 'TWD', rows, ...nothing };
}

function payoutFile(
  { file, lines, declared, rejected, problems = [], repeatedRows = [] }: PayoutFile,
  shop: string,
): ResultFile {
  const rejectedNet = dollars(rejected?.net ?? 0);
  const net = sum([...lines.map((line) => line.net), rejectedNet]);
  const accepted = lines.length;
  return {
    ...{ file, sheet: 'Income', shop, kind: 'payout', report: TITLES.payout, currency: lines[0]?.currency ?? 'TWD' },
    rows: { read: accepted + (rejected?.rows ?? 0), accepted, rejected: rejected?.rows ?? 0, skipped: 0 },
    proof: {
      ...{ net, rejectedNet, declared: declared === undefined ? null : dollars(declared) },
      state: declared === undefined ? 'undeclared' : dollars(declared) === net ? 'foots' : 'differs',
    },
    ...{ problems, lines, repeatedRows },
  };
}

function headerOf({ file, sheet, shop, kind, currency, rows, proof }: ResultFile): BatchHeader {
  return {
    shop: { platform: PLATFORM, name: shop },
    kind: kind === 'orders' ? 'orders' : 'payout',
    mapping: { id: 'shopee-tw.income', version: 1 },
    source: { file, sheet },
    currency: currency ?? 'TWD',
    ...{ paymentMode: null, fingerprint: '', chunks: 1, rows, proof },
  };
}
