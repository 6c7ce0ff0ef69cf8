// Exchange rates (匯率) as the team enters them. What was booked at an earlier rate stays as it is.
import type { EnterRates } from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { type EnteredRate, insertRates, listRates } from '../store/exchange-rates.ts';

export function getRates(books: Books): Promise<EnteredRate[]> {
  return books.database.transaction(books.company, (tx) => listRates(tx));
}

/** Rates that are held already are left alone; others become a further version. */
export function enterRates(books: Books, { rates, author }: EnterRates): Promise<EnteredRate[]> {
  return books.database.transaction(books.company, async (tx) => {
    await addRates(tx, { rates, author }, books.now());
    return listRates(tx);
  });
}

/** `enterRates` within a transaction that does more. */
export async function addRates(tx: Statements, { rates, author }: EnterRates, now: string): Promise<void> {
  const keyOf = ({ currency, validOn }: EnteredRate) => `${currency} ${validOn}`;
  const held = new Map((await listRates(tx)).map((one) => [keyOf(one), one]));
  const last = [...new Map(rates.map((one) => [keyOf(one), one])).values()];
  const changed = last.filter((one) => {
    const before = held.get(keyOf(one));
    return before?.rate !== one.rate || before.source !== one.source;
  });
  await insertRates(tx, changed, author, now);
  if (changed.length > 0) {
    const subject = [...new Set(changed.map(({ currency }) => currency))].sort().join(' ');
    await appendAudit(tx, now, { action: 'rates.entered', subject, detail: { rates: changed.length, author } });
  }
}
