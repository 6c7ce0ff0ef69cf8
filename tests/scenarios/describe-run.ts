// Says what a run did in the words of the scenario texts, so that expectation and result are compared line by line.
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, readableAmount } from '../../core/money.ts';
import { ALLOCATION_TARGETS, allocatedTo, type ReceiptDraft } from '../../core/receipt.ts';
import { explainOrder } from '../../core/reconcile/explain.ts';
import type { OrderOutcome, UnlinkedLine } from '../../core/reconcile/outcome.ts';
import type { StockMovement } from '../../core/stock.ts';

/** What one run answered, from the pure engine or from a server. */
export interface RunAnswer {
  readonly orders: readonly OrderOutcome[];
  readonly unlinked: readonly UnlinkedLine[];
  readonly newReceipts: readonly ReceiptDraft[];
  readonly newMovements: readonly StockMovement[];
}

/** One line per order, unlinked line, new receipt and new movement. */
export function describeRun(answer: RunAnswer, asOf: BusinessDate): string[] {
  return [
    ...answer.orders.map(describeOrder),
    ...answer.orders.map((order) => `${order.orderNumber} says ${explainOrder(order, 'zh-TW', asOf)}`),
    ...answer.orders.map((order) => `${order.orderNumber} also ${order.discrepancies.join(' ') || '-'}`),
    ...answer.orders.map((order) => `${order.orderNumber} linked ${order.method ?? '-'}`),
    ...answer.unlinked.map((line) => `${line.orderNumber ?? '-'} ${line.type} net ${readableAmount(line.net)}`),
    ...answer.newReceipts.map(describeReceipt),
    ...answer.newMovements.map((move) => `stock ${move.orderNumber} ${move.sku} ${move.cause} ${move.quantity}`),
  ];
}

function describeOrder(order: OrderOutcome): string {
  const figures = [
    ['receivable', order.receivable],
    ['credited', order.credited],
    ['received', order.received],
    ['refunded', order.refunded],
    ['fees', order.fees],
    ['net', order.net],
    ['open', order.open],
    ['on-hold', order.suspense],
  ] as const;
  const words = figures
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name} ${readableAmount(amount)}`);
  return [order.orderNumber, order.headline, ...words].join(' ');
}

const OTHER_TARGETS = ALLOCATION_TARGETS.filter((target) => target !== 'receivable' && target !== 'suspense');

const nonZero = (name: string, amount: Amount) => (amount === 0 ? [] : [`${name} ${readableAmount(amount)}`]);

const RECEIPT_WORDS = { payout: 'receipt', expense: 'expense', transfer: 'transfer' } as const;

function describeReceipt(receipt: ReceiptDraft): string {
  const fees = receipt.deductions.map((part) => `${part.type} ${readableAmount(part.amount)}`);
  const words = [
    RECEIPT_WORDS[receipt.kind],
    receipt.receivedOn,
    `cash ${readableAmount(receipt.cash)}`,
    ...fees,
    `receivable ${readableAmount(allocatedTo(receipt, 'receivable'))}`,
    `on-hold ${readableAmount(allocatedTo(receipt, 'suspense'))}`,
    ...OTHER_TARGETS.flatMap((target) => nonZero(target, allocatedTo(receipt, target))),
  ];
  return words.join(' ');
}
