// Exchange rates (匯率) the team has entered. A corrected rate is a further version; what was booked at the old one stays.
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
