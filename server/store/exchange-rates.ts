// Exchange rates (匯率) the team has entered. A corrected rate is a further version; what was booked at the old one stays.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Currency } from '../../core/money.ts';
import type { ExchangeRate } from '../../core/reconcile/account.ts';
import type { Statements } from './database.ts';

export interface EnteredRate extends ExchangeRate {
  readonly source: string;
}

type Row = [currency: string, validOn: ExchangeRate['validOn'], rate: string, source: string];

/** The last version of every rate, by currency and day. */
export async function listRates(tx: Statements): Promise<EnteredRate[]> {
  const rows = await tx.select<Row>(
    ['currency', 'valid_on', 'rate', 'source'],
    `FROM exchange_rates r WHERE company_id = ? AND version = (SELECT max(version) FROM exchange_rates n
       WHERE n.company_id = r.company_id AND n.currency = r.currency AND n.valid_on = r.valid_on)
     ORDER BY currency, valid_on`,
    [tx.company],
  );
  return rows.map(([currency, validOn, rate, source]) => ({ currency, validOn, rate, source }));
}

/** Enters rates; of one that is held already, a further version. */
export async function insertRates(
  tx: Statements,
  rates: readonly EnteredRate[],
  author: string,
  savedAt: string,
): Promise<void> {
  const versions = new Map(
    (
      await tx.select<[string, string, number]>(
        ['currency', 'valid_on', 'max(version)'],
        'FROM exchange_rates WHERE company_id = ? GROUP BY currency, valid_on',
        [tx.company],
      )
    ).map(([currency, validOn, version]) => [`${currency} ${validOn}`, version]),
  );
  const columns = {
    currency: 'text',
    valid_on: 'text',
    version: 'integer',
    rate: 'text',
    source: 'text',
    author: 'text',
    saved_at: 'text',
  } as const;
  const rows = rates.map(({ currency, validOn, rate, source }) => {
    const version = (versions.get(`${currency} ${validOn}`) ?? 0) + 1;
    return [currency, validOn, version, rate, source, author, savedAt];
  });
  await tx.insert('exchange_rates', columns, rows);
}

/** A day on which something of a shop in a currency would be booked. */
export interface DayToBook {
  readonly shopId: number;
  readonly currency: Currency;
  readonly day: BusinessDate;
}

/** As `soldOn` in core/reconcile/revenue-date.ts: by the policy of the order's shop. */
const SOLD_ON = {
  shipped: 'coalesce(o.shipped_on, o.completed_on, o.paid_on, o.ordered_on)',
  completed: 'coalesce(o.completed_on, o.shipped_on, o.paid_on, o.ordered_on)',
} as const;

/**
 * Days of what is not booked yet in another currency: payout lines without a receipt, and orders without a sale, as each
 * policy would book them.
 */
export async function foreignDaysToBook(
  tx: Statements,
  base: Currency,
): Promise<Readonly<Record<'lines' | 'shipped' | 'completed', readonly DayToBook[]>>> {
  const ask = async (from: string): Promise<DayToBook[]> => {
    const rows = await tx.select<[number, Currency, BusinessDate]>(
      ['d.shop_id', 'd.currency', 'd.day'],
      `FROM (SELECT DISTINCT ${from}) d ORDER BY d.shop_id, d.currency, d.day`,
      [tx.company, base],
    );
    return rows.map(([shopId, currency, day]) => ({ shopId, currency, day }));
  };
  return {
    lines: await ask(`t.shop_id, t.currency, t.paid_out_on AS day FROM payout_lines t
      WHERE t.company_id = ? AND t.currency <> ? AND NOT EXISTS
        (SELECT 1 FROM line_bookings b WHERE b.company_id = t.company_id AND b.line_id = t.id)`),
    shipped: await ask(toSell(SOLD_ON.shipped, "'shipped', 'completed'")),
    completed: await ask(toSell(SOLD_ON.completed, "'completed'")),
  };
}

const toSell = (day: string, stages: string) => `o.shop_id, o.currency, ${day} AS day FROM orders o
  WHERE o.company_id = ? AND o.currency <> ? AND o.stage IN (${stages}) AND ${day} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sales_documents s WHERE s.company_id = o.company_id AND s.order_id = o.id)`;
