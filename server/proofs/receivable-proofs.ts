// Proofs of receivables: what is kept for each order is what its documents and allocations add up to, no more is
// allocated than is owed, and the roll-forward closes on the open orders and on the ledger.
import { receivableReport } from '../../core/statements/receivable-report.ts';
import { DEFAULT_AGING_BOUNDS } from '../../core/statements/aging.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount } from '../../core/money.ts';
import type { OpenItem } from '../../core/statements/open-items.ts';
import type { Statements } from '../store/database.ts';
import { differences, type Fault, type Prove, sumOf } from './proof.ts';
import { faultsOfOrders } from './order-figures.ts';
import { bookingsOnReceivables } from './receivable-bookings.ts';

const documents = (what: string, kinds: string) =>
  `(SELECT ${sumOf(what)} FROM sales_documents s WHERE s.company_id = o.company_id AND s.order_id = o.id AND s.kind ${kinds})`;
const allocations = (what: string) =>
  `(SELECT ${sumOf(what)} FROM allocations a WHERE a.company_id = o.company_id AND a.order_id = o.id AND a.target = 'receivable')`;

interface OrderFigures {
  readonly number: string;
  readonly kept: readonly [original: number, credited: number, allocated: number, base: number | null] | null;
  readonly sold: number;
  readonly credited: number;
  readonly allocated: number;
  readonly base: number;
  /** How many documents and allocations have a base amount. */
  readonly valued: number;
}

const valued = (table: string, where: string) =>
  `(SELECT count(p.base) FROM ${table} p WHERE p.company_id = o.company_id AND p.order_id = o.id AND ${where})`;

type Figures = [string, number | null, number, number, number | null, number, number, number, number, number];

async function figuresOfOrders(tx: Statements): Promise<OrderFigures[]> {
  const rows = await tx.select<Figures>(
    [
      ...['o.order_number', 'r.original', 'r.credited', 'r.allocated', 'r.base'],
      ...[documents('s.amount', "= 'sale'"), documents('s.amount', "<> 'sale'"), allocations('a.amount')],
      `${documents('s.base', "= 'sale'")} - ${documents('s.base', "<> 'sale'")} - ${allocations('a.base')}`,
      `${valued('sales_documents', 'true')} + ${valued('allocations', "p.target = 'receivable'")}`,
    ],
    `FROM orders o LEFT JOIN receivables r ON r.company_id = o.company_id AND r.order_id = o.id
     WHERE o.company_id = ? ORDER BY o.id`,
    [tx.company],
  );
  return rows.map(([number, original, credits, applied, base, sold, credited, allocated, baseSum, based]) => ({
    kept: original === null ? null : ([original, credits, applied, base] as const),
    ...{ number, sold, credited, allocated, base: baseSum, valued: based },
  }));
}

export const proveReceivables: Prove = async (tx) => {
  const orders = await figuresOfOrders(tx);
  const faults = orders.flatMap(({ number, kept, sold, credited, allocated, base, valued: parts }) => {
    const [original, credits, applied, keptBase] = kept ?? [0, 0, 0, null];
    return differences('receivables', number, [
      ['original', original, sold],
      ['credited', credits, credited],
      ['allocated', applied, allocated],
      // Books without a base currency keep none.
      ...(keptBase === null && parts === 0 ? [] : [['base', keptBase, base] as const]),
    ]);
  });
  return { name: 'RECEIVABLES', counted: orders.length, faults: [...faults, ...(await faultsOfOrders(tx))] };
};

export const proveAllocationsWithin: Prove = async (tx) => {
  const orders = await figuresOfOrders(tx);
  const faults = orders
    .filter(({ sold, allocated }) => allocated > sold)
    .flatMap(({ number, sold, allocated }) => differences('allocations', number, [['amount', allocated, sold]]));
  return { name: 'ALLOCATIONS_WITHIN', counted: orders.length, faults };
};

/** Later than any booking; the period is the last month that has one. */
const END = '9999-12-31' as BusinessDate;

export const proveRollForward: Prove = async (tx) => {
  const entries = await bookingsOnReceivables(tx);
  const last = entries.reduce((latest, { on }) => (on > latest ? on : latest), '1900-01-01' as BusinessDate);
  const report = receivableReport({
    ...{ entries, orders: new Map(), openOrders: await openOrders(tx), statementsBy: null, bankDetails: null },
    ...{ period: { from: `${last.slice(0, 8)}01` as BusinessDate, to: END }, bounds: DEFAULT_AGING_BOUNDS },
    ...{ baseCurrency: '', forecast: null },
  });
  const faults = report.rollForward.flatMap(({ platform, shop, currency, tie, base }) =>
    differences('receivables', `${platform}/${shop} ${currency}`, [
      ['closing − open orders', tie.difference, 0],
      ['closing − aging', tie.agingDifference, 0],
      ['base closing − open orders', base.tie.difference, 0],
    ]),
  );
  const ledger = await receivableAccounts(tx, report.openOrders);
  return { name: 'ROLL_FORWARD', counted: report.rollForward.length, faults: [...faults, ...ledger] };
};

async function openOrders(tx: Statements): Promise<OpenItem[]> {
  const rows = await tx.select<[string, string, string, string, Amount, Amount]>(
    [
      ...['h.platform', 'h.name', 'o.currency', 'o.order_number', 'r.original - r.credited - r.allocated'],
      'coalesce(r.base, r.original - r.credited - r.allocated)',
    ],
    `FROM receivables r JOIN orders o ON o.company_id = r.company_id AND o.id = r.order_id
     JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id WHERE r.company_id = ? ORDER BY o.id`,
    [tx.company],
  );
  return rows.map(([platform, shop, currency, orderNumber, open, baseOpen]) => {
    return { platform, shop, currency, customer: shop, orderKey: orderNumber, orderNumber, open, baseOpen };
  });
}

/** The ledger's own account against the orders, by currency: a gateway's receipts clear orders of other shops. */
async function receivableAccounts(tx: Statements, open: readonly OpenItem[]): Promise<Fault[]> {
  const rows = await tx.select<[currency: string, amount: number]>(
    ['v.currency', sumOf('l.debit - l.credit')],
    `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
     WHERE l.company_id = ? AND l.role = 'receivable' GROUP BY v.currency`,
    [tx.company],
  );
  const ledger = new Map(rows);
  const owed = new Map<string, number>(rows.map(([currency]) => [currency, 0]));
  for (const { currency, open: amount } of open) owed.set(currency, (owed.get(currency) ?? 0) + amount);
  return [...owed].flatMap(([name, amount]) =>
    differences('voucher_lines', name, [['receivable', ledger.get(name) ?? 0, amount]]),
  );
}
