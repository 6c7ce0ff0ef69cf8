// Who may be rounded together: the numbers under which orders stand that were placed, shipped, completed or paid out in
// given spans of days, or paid out under given statements.
import type { BusinessDate } from '../../core/business-date.ts';
import type { DecidingDay } from '../../core/fees/fee-rule.ts';
import type { Statements } from './database.ts';
import type { MatchKey } from './match-keys.ts';

export interface Span {
  readonly shopId: number;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface ShopStatement {
  readonly shopId: number;
  readonly statement: string;
}

const COLUMNS = {
  orderCreated: 'ordered_on',
  shipped: 'shipped_on',
  completed: 'completed_on',
} as const satisfies Partial<Record<DecidingDay, string>>;

/** Keys of orders by a day of their own. */
export async function keysOfOrderDays(
  tx: Statements,
  when: keyof typeof COLUMNS,
  spans: readonly Span[],
): Promise<MatchKey[]> {
  return tx.select<[number, string]>(
    ['DISTINCT t.shop_id', 't.match_key'],
    `FROM ${spanSource(tx)} k CROSS JOIN orders t
     WHERE t.company_id = ? AND t.shop_id = k.shop_id AND t.${COLUMNS[when]} BETWEEN k.first_day AND k.last_day`,
    [spanRows(spans), tx.company],
  );
}

/** Keys under which lines paid out on these days find their orders, or were linked to them. */
export async function keysOfPayoutDays(tx: Statements, spans: readonly Span[]): Promise<MatchKey[]> {
  const place = 't.shop_id = k.shop_id AND t.paid_out_on BETWEEN k.first_day AND k.last_day';
  return keysOfLines(tx, spanSource(tx), place, spanRows(spans));
}

/** The same of lines that name one of the statements. */
export async function keysOfStatements(tx: Statements, statements: readonly ShopStatement[]): Promise<MatchKey[]> {
  const source = tx.source({ shop_id: 'integer', statement: 'text' });
  const rows = JSON.stringify(statements.map(({ shopId, statement }) => [shopId, statement]));
  return keysOfLines(tx, source, "t.shop_id = k.shop_id AND t.statement = k.statement AND t.statement <> ''", rows);
}

async function keysOfLines(tx: Statements, source: string, place: string, rows: string): Promise<MatchKey[]> {
  const own = `SELECT t.shop_id, t.match_key FROM ${source} k CROSS JOIN payout_lines t
    WHERE t.company_id = ? AND ${place} AND t.match_key <> ''`;
  const linked = `SELECT o.shop_id, o.match_key FROM ${source} k CROSS JOIN payout_lines t
    CROSS JOIN matches m CROSS JOIN orders o
    WHERE t.company_id = ? AND ${place} AND m.company_id = t.company_id AND m.line_id = t.id
      AND o.company_id = m.company_id AND o.id = m.order_id`;
  const bindings = [rows, tx.company];
  return tx.select<[number, string]>(['u.shop_id', 'u.match_key'], `FROM (${own} UNION ${linked}) u`, [
    ...bindings,
    ...bindings,
  ]);
}

const spanSource = (tx: Statements) => tx.source({ shop_id: 'integer', first_day: 'text', last_day: 'text' });
const spanRows = (spans: readonly Span[]) => JSON.stringify(spans.map(({ shopId, from, to }) => [shopId, from, to]));
