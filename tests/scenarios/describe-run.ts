// Says what a run did in the words of the scenario texts, so that expectation and result are compared line by line.
import type { DueCheck } from '../../core/bank/check-deposits.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, readableAmount } from '../../core/money.ts';
import { ALLOCATION_TARGETS, allocatedTo, type ReceiptDraft } from '../../core/receipt.ts';
import { explainOrder, explainUnlinked } from '../../core/reconcile/explain.ts';
import type { OrderOutcome, UnlinkedLine } from '../../core/reconcile/outcome.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import type { Proposal } from '../../core/reconcile/plan.ts';
import type { SalesDocumentDraft } from '../../core/sales-document.ts';
import { entriesOfRun } from '../../core/statements/run-entries.ts';
import type { StockMovement } from '../../core/stock.ts';
import { ACCOUNT_ROLES, type VoucherDraft, type VoucherLine } from '../../core/voucher.ts';
import { ROLE_WORDS } from '../core/ledger/read-entries.ts';

/** What one run answered, from the pure engine or from a server. */
export interface RunAnswer {
  readonly orders: readonly OrderOutcome[];
  readonly unlinked: readonly UnlinkedLine[];
  readonly proposals: readonly Proposal[];
  readonly newSales: readonly SalesDocumentDraft[];
  readonly newReceipts: readonly ReceiptDraft[];
  readonly newVouchers: readonly VoucherDraft[];
  readonly newMovements: readonly StockMovement[];
  /** How payouts reached the bank; none without a statement of it. */
  readonly batches: readonly DueCheck[];
}

/** One line per order, unlinked line, new receipt and new movement. */
export function describeRun(answer: RunAnswer, asOf: BusinessDate): string[] {
  return [
    ...answer.orders.map(describeOrder),
    ...answer.orders.map((order) => `${order.orderNumber} says ${explainOrder(order, 'zh-TW', asOf)}`),
    ...answer.orders.map((order) => `${order.orderNumber} also ${order.discrepancies.join(' ') || '-'}`),
    ...answer.orders.map((order) => `${order.orderNumber} linked ${order.method ?? '-'}`),
    ...answer.orders.map((order) => `${order.orderNumber} why ${describeDifferences(order)}`),
    ...answer.orders.map((order) => `${order.orderNumber} flags ${order.flags.join(' ') || '-'}`),
    ...answer.orders.map((order) => `${order.orderNumber} waits ${order.onReview.join(' ') || '-'}`),
    ...answer.unlinked.map((line) => `${line.orderNumber ?? '-'} ${line.type} net ${readableAmount(line.net)}`),
    ...answer.unlinked.map((line) =>
      `${line.orderNumber ?? '-'} because ${line.because} ${line.onReview ?? ''}`.trim(),
    ),
    ...answer.unlinked.map((line) => `${line.orderNumber ?? '-'} says ${explainUnlinked(line, 'zh-TW')}`),
    ...answer.proposals.map(describeProposal),
    ...answer.newSales.map(describeSale),
    ...answer.newReceipts.map(describeReceipt),
    ...describeEntries(answer),
    ...answer.newVouchers.map(describeVoucher),
    ...answer.batches.map(describeBatch),
    ...answer.newMovements.map((move) => `stock ${move.orderNumber} ${move.sku} ${move.cause} ${move.quantity}`),
  ];
}

/** expected 987: SHORT 100, FEE_DIFF COMMISSION 17. */
function describeDifferences({ expectedNet, differences }: OrderOutcome): string {
  const parts = differences.map(({ reason, feeType, amount }) =>
    [reason, ...(feeType === null ? [] : [feeType]), readableAmount(amount)].join(' '),
  );
  return `expected ${readableAmount(expectedNet)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function describeProposal({ pass, orderKeys }: Proposal): string {
  return `proposal ${pass} ${orderKeys.map((key) => partsOfOrderKey(key).orderNumber).join('+')}`;
}

/** batch DAY STATE due 987 arrived 972 TRANSFER_FEE 15. */
function describeBatch({ key, state, due, group, reasons }: DueCheck): string {
  const why = reasons.map(({ reason, amount }) => `${reason} ${readableAmount(amount)}`);
  const arrived = group === null ? [] : [`arrived ${readableAmount(group.received)}`];
  const [, , day = ''] = key.split('\u001f');
  return ['batch', day, state, `due ${readableAmount(due)}`, ...arrived, ...why].join(' ');
}

const SALES_WORDS = { sale: 'sale', return: 'return', allowance: 'allowance' } as const;

function describeSale({ kind, orderKey, documentOn, amount }: SalesDocumentDraft): string {
  return `${SALES_WORDS[kind]} ${documentOn} ${partsOfOrderKey(orderKey).orderNumber} ${readableAmount(amount)}`;
}

/** entry DAY NO KIND amount: what the new documents are on the statement of account. */
function describeEntries({ orders, newSales, newReceipts }: RunAnswer): string[] {
  const posted = { number: '', reverses: null };
  const sales = newSales.map((sale) => ({ ...sale, ...posted }));
  const receipts = newReceipts.map((receipt) => ({ ...receipt, ...posted }));
  return entriesOfRun({ orders: [...orders], sales, receipts }).map(
    ({ on, orderNumber, kind, amount }) => `entry ${on} ${orderNumber} ${kind} ${readableAmount(amount)}`,
  );
}

/** voucher DAY 借 錢包 987 手續費 63 貸 應收 1,050, in base currency. */
function describeVoucher({ postedOn, lines }: VoucherDraft): string {
  const side = (pick: (line: VoucherLine) => Amount) =>
    [...lines]
      .filter((line) => pick(line) !== 0)
      .sort((left, right) => ACCOUNT_ROLES.indexOf(left.role) - ACCOUNT_ROLES.indexOf(right.role))
      .map((line) => `${ROLE_NAMES.get(line.role) ?? line.role} ${readableAmount(pick(line))}`)
      .join(' ');
  return `voucher ${postedOn} 借 ${side((line) => line.baseDebit)} 貸 ${side((line) => line.baseCredit)}`;
}

const ROLE_NAMES = new Map(Object.entries(ROLE_WORDS).map(([name, role]) => [role, name]));

function describeOrder(order: OrderOutcome): string {
  const figures = [
    ['receivable', order.receivable],
    ['credited', order.credited],
    ['received', order.received],
    ['compensated', order.compensated],
    ['refunded', order.refunded],
    ['fees', order.fees],
    ['net', order.net],
    ['open', order.open],
    ['on-hold', order.suspense],
    ['claim', order.claim],
    ['reserve', order.reserve],
    ['write-off', order.writtenOff],
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
