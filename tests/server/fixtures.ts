// Small sheets for the server's tests: orders and payout lines as an accountant would list them, and their headers.
import type { BatchHeader } from '../../core/api.ts';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { fingerprintOfSet } from '../../core/fingerprint.ts';
import { type Amount, amountOfUnits, sum, ZERO } from '../../core/money.ts';
import type { Order, OrderStage } from '../../core/order.ts';
import type { ComponentType, PayoutLine } from '../../core/payout.ts';

export const twd = (dollars: number): Amount => amountOfUnits(Math.round(dollars * 10_000));

export function day(text: string): BusinessDate {
  const read = dayOfText(text);
  if (read === null) throw new Error(`${text} is no day`);
  return read;
}

export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the test expects a value here');
  return value;
}

interface OrderFacts {
  readonly stage?: OrderStage;
  readonly receivable?: number;
  readonly credited?: number;
  readonly currency?: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly returned?: number;
  readonly row?: number;
}

/** A completed order over 1,050 with two pieces of one item, unless said otherwise. */
export function anOrder(orderNumber: string, facts: OrderFacts = {}): Order {
  const { stage = 'completed', receivable = 1050, quantity = 2, sku = 'TEA-01' } = facts;
  const has = (...stages: OrderStage[]) => stages.includes(stage);
  return {
    orderNumber,
    stage,
    status: { unshipped: '待出貨', shipped: '運送中', completed: '已完成', cancelled: '不成立' }[stage],
    refunded: (facts.credited ?? 0) > 0,
    currency: facts.currency ?? 'TWD',
    orderedOn: day('2024-05-01'),
    paidOn: day('2024-05-01'),
    shippedOn: has('shipped', 'completed') ? day('2024-05-03') : null,
    completedOn: has('completed') ? day('2024-05-07') : null,
    receivable: twd(receivable),
    credited: twd(facts.credited ?? 0),
    lines: [{ sku, name: '高山茶', quantity, returned: facts.returned ?? 0, unitPrice: twd(receivable / quantity) }],
    sourceRow: facts.row ?? 2,
  };
}

interface LineFacts {
  readonly parts?: Partial<Record<ComponentType, number>>;
  readonly identity?: string;
  readonly paidOutOn?: string;
  readonly row?: number;
}

const HEADERS: Partial<Record<ComponentType, string>> = {
  PRINCIPAL: '商品原價',
  COMMISSION: '成交手續費',
  REFUND: '退款金額',
  AD_FEE: '廣告費',
};

/** A payout line of 1,050 less 60 commission, unless said otherwise. */
export function aLine(orderNumber: string | null, facts: LineFacts = {}): PayoutLine {
  const parts = Object.entries(facts.parts ?? { PRINCIPAL: 1050, COMMISSION: -60 }) as [ComponentType, number][];
  const components = parts.map(([type, dollars]) => ({ type, column: HEADERS[type] ?? type, amount: twd(dollars) }));
  return {
    orderNumber,
    identity: facts.identity ?? `${facts.paidOutOn ?? '2024-05-10'} ${JSON.stringify(facts.parts ?? {})} 1`,
    reference: '',
    paidOutOn: day(facts.paidOutOn ?? '2024-05-10'),
    currency: 'TWD',
    net: sum(components.map((part) => part.amount)),
    components,
    sourceRow: facts.row ?? 2,
  };
}

/** Rows of a sheet, numbered from row 2 in the order given. */
export const sheetOf = <T extends Order | PayoutLine>(rows: readonly T[]): T[] =>
  rows.map((row, index) => ({ ...row, sourceRow: index + 2 }));

const contentOf = ({ sourceRow: _, ...content }: Order | PayoutLine) => JSON.stringify(content);

export function ordersHeader(orders: readonly Order[], facts: Partial<BatchHeader> = {}): BatchHeader {
  const accepted = orders.reduce((total, order) => total + Math.max(1, order.lines.length), 0);
  return {
    shop: { platform: 'shopee-tw', name: '小店' },
    kind: 'orders',
    mapping: { id: 'shopee-tw.orders', version: 1 },
    source: { file: 'orders.xlsx', sheet: 'orders' },
    currency: 'TWD',
    paymentMode: null,
    fingerprint: fingerprintOfSet(orders.map(contentOf)),
    chunks: 1,
    rows: { read: accepted, accepted, rejected: 0, skipped: 0 },
    proof: null,
    ...facts,
  };
}

export function payoutHeader(lines: readonly PayoutLine[], facts: Partial<BatchHeader> = {}): BatchHeader {
  const net = sum(lines.map((line) => line.net));
  return {
    shop: { platform: 'shopee-tw', name: '小店' },
    kind: 'payout',
    mapping: { id: 'shopee-tw.income', version: 1 },
    source: { file: 'income.xlsx', sheet: 'Income' },
    currency: 'TWD',
    paymentMode: 'single',
    fingerprint: fingerprintOfSet(lines.map(contentOf)),
    chunks: 1,
    rows: { read: lines.length, accepted: lines.length, rejected: 0, skipped: 0 },
    proof: { net, rejectedNet: ZERO, declared: net, state: 'foots' },
    ...facts,
  };
}
