// Normalised rows as text that an accountant can review beside the export: one line an order, item or payout component.
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import type { CheckResult } from '../../core/mapping/checked-file.ts';
import type { CurrencyFigures } from '../../core/mapping/currency-figures.ts';
import type { SetAside } from '../../core/mapping/set-aside.ts';
import { type Amount, textOfAmount } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { explainProblem, explainRefusal } from '../../core/problem.ts';

type Normalized = NormalizedOrders | NormalizedPayout;

export function renderRows(result: Normalized): string {
  const rows =
    result.kind === 'orders'
      ? result.orders.flatMap((order) => renderOrder(order, result.currency))
      : renderPayout(result);
  const aside = result.setAside.map(renderAside);
  const unmapped = result.unmappedAmounts.map(({ header, sum }) => `unmapped amount ${header}: ${money(sum)}`);
  const stopped = result.stopped ? [`STOPPED ${explainRefusal(result.stopped, 'zh-TW')}`] : [];
  const problems = result.problems.map(
    (problem) => `row ${problem.row} ${problem.code}: ${explainProblem(problem, 'zh-TW')}`,
  );
  return [renderHead(result), ...stopped, ...aside, ...unmapped, ...rows, ...problems, ''].join('\n');
}

function renderHead({ mapping, currency, rows }: Normalized): string {
  const { read, accepted, rejected, skipped } = rows;
  return `${mapping.id} version ${mapping.version} ${currency}: ${read} rows read, ${accepted} accepted, ${rejected} rejected, ${skipped} skipped`;
}

function renderAside({ reason, rows, firstRow, amount }: SetAside): string {
  return `set aside: ${reason || 'without reason'}, ${rows} rows from row ${firstRow}${amount === null ? '' : `, ${money(amount)}`}`;
}

function renderOrder(order: Order, mainCurrency: string): string[] {
  const { orderNumber, stage, status, refunded, receivable, credited, sourceRow } = order;
  const days = `ordered ${day(order.orderedOn)}, paid ${day(order.paidOn)}, shipped ${day(order.shippedOn)}, completed ${day(order.completedOn)}`;
  const head = `row ${sourceRow} order ${orderNumber} ${stage} (${status})${refunded ? ' refunded' : ''}${order.currency === mainCurrency ? '' : ` ${order.currency}`}`;
  const lines = order.lines.map(
    (line) =>
      `    ${line.sku} ${line.name}: ${line.quantity} × ${textOfAmount(line.unitPrice)}, ${line.returned} returned`,
  );
  const parts = Object.entries(order.parts ?? {}).map(([part, amount]) => `, of which ${part} ${money(amount)}`);
  const others = (order.aliases ?? []).map((alias) => `    also known as ${alias}`);
  const figures = `    receivable ${money(receivable)}${parts.join('')}, credited ${money(credited)}`;
  return ['', head, `    ${days}`, figures, ...others, ...lines];
}

function renderPayout(payout: NormalizedPayout): string[] {
  const { net, acceptedNet, rejectedNet, unreadableNets, declared, proof, paymentMode } = payout;
  return [
    `net ${money(net)} = accepted ${money(acceptedNet)} + rejected ${money(rejectedNet)}, ${unreadableNets} unreadable`,
    `declared ${declared === null ? 'nothing' : money(declared)}: ${proof}; paid in ${paymentMode}`,
    ...(payout.currencies.length > 1 ? payout.currencies.map(renderCurrency) : []),
    ...payout.checks.filter(({ declaresNet }) => !declaresNet).map(renderCheck),
    ...payout.lines.flatMap((line) => renderLine(line, payout.currency)),
  ];
}

function renderCurrency({ currency, rows, net, acceptedNet, rejectedNet }: CurrencyFigures): string {
  return `${currency}: ${rows} rows, net ${money(net)} = accepted ${money(acceptedNet)} + rejected ${money(rejectedNet)}`;
}

function renderCheck({ name, row, column, declared, found, holds }: CheckResult): string {
  const header = column === null || column.header === name ? '' : ` ${column.header}`;
  const place = `${header}${row === null ? '' : ` row ${row}`}`;
  const verdict = holds ? 'holds' : 'FAILS';
  return `check ${name}${place}: ${money(declared)} declared, ${found === null ? 'nothing' : money(found)} found: ${verdict}`;
}

function renderLine(line: PayoutLine, mainCurrency: string): string[] {
  const { sourceRow, orderNumber, reference, statement, paidOutOn, net, currency, identity, components } = line;
  const parts = components.map((part) => `    ${part.type} ${part.column}: ${money(part.amount)}`);
  const head = `row ${sourceRow} order ${orderNumber ?? 'none'} reference ${reference || 'none'}${statement === undefined ? '' : ` statement ${statement}`} paid out ${paidOutOn} net ${money(net)}${currency === mainCurrency ? '' : ` ${currency}`}`;
  return ['', head, `    identity ${identity}`, ...parts];
}

const money = (amount: Amount) => textOfAmount(amount);
const day = (value: string | null) => value ?? 'unknown';
