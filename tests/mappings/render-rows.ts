// Normalised rows as text that an accountant can review beside the export: one line an order, item or payout component.
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { type Amount, textOfAmount } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { explainProblem } from '../../core/problem.ts';

type Normalized = NormalizedOrders | NormalizedPayout;

export function renderRows(result: Normalized): string {
  const rows = result.kind === 'orders' ? result.orders.flatMap(renderOrder) : renderPayout(result);
  const problems = result.problems.map(
    (problem) => `row ${problem.row} ${problem.code}: ${explainProblem(problem, 'zh-TW')}`,
  );
  return [renderHead(result), ...rows, ...problems, ''].join('\n');
}

function renderHead({ mapping, currency, rows }: Normalized): string {
  const { read, accepted, rejected, skipped } = rows;
  return `${mapping.id} version ${mapping.version} ${currency}: ${read} rows read, ${accepted} accepted, ${rejected} rejected, ${skipped} skipped`;
}

function renderOrder(order: Order): string[] {
  const { orderNumber, stage, status, refunded, receivable, credited, sourceRow } = order;
  const days = `ordered ${day(order.orderedOn)}, paid ${day(order.paidOn)}, shipped ${day(order.shippedOn)}, completed ${day(order.completedOn)}`;
  const head = `row ${sourceRow} order ${orderNumber} ${stage} (${status})${refunded ? ' refunded' : ''}`;
  const lines = order.lines.map(
    (line) =>
      `    ${line.sku} ${line.name}: ${line.quantity} × ${textOfAmount(line.unitPrice)}, ${line.returned} returned`,
  );
  return ['', head, `    ${days}`, `    receivable ${money(receivable)}, credited ${money(credited)}`, ...lines];
}

function renderPayout(payout: NormalizedPayout): string[] {
  const { net, acceptedNet, rejectedNet, unreadableNets, declared, proof, paymentMode } = payout;
  return [
    `net ${money(net)} = accepted ${money(acceptedNet)} + rejected ${money(rejectedNet)}, ${unreadableNets} unreadable`,
    `declared ${declared === null ? 'nothing' : money(declared)}: ${proof}; paid in ${paymentMode}`,
    ...payout.lines.flatMap(renderLine),
  ];
}

function renderLine({ sourceRow, orderNumber, reference, paidOutOn, net, identity, components }: PayoutLine): string[] {
  const parts = components.map((part) => `    ${part.type} ${part.column}: ${money(part.amount)}`);
  const head = `row ${sourceRow} order ${orderNumber ?? 'none'} reference ${reference || 'none'} paid out ${paidOutOn} net ${money(net)}`;
  return ['', head, `    identity ${identity}`, ...parts];
}

const money = (amount: Amount) => textOfAmount(amount);
const day = (value: string | null) => value ?? 'unknown';
