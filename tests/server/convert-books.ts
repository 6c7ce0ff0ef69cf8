// Books of a shop that is paid in US dollars by a processor who credits the bank in Taiwan dollars: what tests of conversions
// set, push and read.
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import { type CompanySettings, DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Books } from '../../server/books.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { aBankLine, BANK } from '../core/bank/fixtures.ts';
import { aLine, day, sheetOf } from './fixtures.ts';
import { pushPayout, reconcileBatches } from './push.ts';

export const AMAZON = 'amazon/美國站';
const NUMBER = 'SET-20240301';
const BY = { author: '王**', note: '' };

/** The key of the payout that `paidAbroad` brings. */
export const dueKey = (statement = NUMBER, currency = 'USD', shop = '美國站') =>
  [`amazon/${shop}`, currency, `#${statement}`].join('\u001f');

export async function keepBooks(books: Books, facts: Partial<CompanySettings> = {}): Promise<void> {
  await saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD', ...facts }, ...BY });
}

export const spreadAs = (conversionSpread: 'exchange' | 'fee') => ({
  shops: { [AMAZON]: { ...DEFAULT_SHOP, conversionSpread } },
});

export async function rate(books: Books, on: string, value: string, currency = 'USD'): Promise<void> {
  await enterRates(books, { rates: [{ currency, validOn: day(on), rate: value, source: 'bank' }], ...BY });
}

interface PaidFacts {
  readonly on?: string;
  readonly dollars?: number;
  readonly statement?: string;
  readonly currency?: string;
  readonly shop?: string;
}

/** A settlement of the shop, reconciled: its money is in the wallet. */
export async function paidAbroad(books: Books, facts: PaidFacts = {}) {
  const { on = '2024-03-01', dollars = 1000, statement = NUMBER, currency = 'USD', shop: name = '美國站' } = facts;
  const line = aLine(null, { parts: { ADJUSTMENT: dollars }, paidOutOn: on, identity: `row ${statement}` });
  const lines: PayoutLine[] = sheetOf([{ ...line, currency, statement }]);
  const shop = { platform: 'amazon', name };
  const source = { file: `${statement}.csv`, sheet: 'settlement' };
  const payout = await pushPayout(books, lines, { shop, currency, source });
  return reconcileBatches(books, [payout], `${on.slice(0, 7)}-28`);
}

/** A line of the bank's statement of March, in Taiwan dollars unless said otherwise. */
export async function credited(books: Books, account: BankAccount, ...rows: BankLine[]): Promise<void> {
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
  const own = rows.map((row) => ({ ...row, account: account.key, currency: account.currency }));
  await pushBankLines(books, { account, ...about, rows: own });
}

export const arrival = (dollars = 31_400, description = `AMAZON ${NUMBER}`) =>
  aBankLine('d', 4, dollars, { description });

/** The month's two rates, the settlement and its deposit. */
export async function conversion(books: Books, facts: Partial<CompanySettings> = {}): Promise<void> {
  await keepBooks(books, facts);
  await rate(books, '2024-03-01', '31.5');
  await rate(books, '2024-03-04', '31.8');
  await paidAbroad(books);
  await credited(books, BANK, arrival());
}

type Posting = [number: string, on: string, currency: string, ...lines: string[]];

/** The vouchers of kind `bank`, with their lines as `role amount` (debits positive), in base currency where it differs. */
export async function bankVouchers(books: Books): Promise<Posting[]> {
  const rows = await books.database.transaction(books.company, (tx) =>
    tx.select<[string, string, string, string, number, number]>(
      ['v.number', 'v.posted_on', 'v.currency', 'l.role', 'l.debit - l.credit', 'l.base_debit - l.base_credit'],
      `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
       WHERE v.company_id = ? AND v.kind = 'bank' ORDER BY v.id, l.position`,
      [tx.company],
    ),
  );
  const told = new Map<string, Posting>();
  for (const [number, on, currency, role, amount, base] of rows) {
    const text = amount === base ? `${role} ${amount / 10_000}` : `${role} ${amount / 10_000} = ${base / 10_000}`;
    told.set(number, [...(told.get(number) ?? ([number, on, currency] as const)), text]);
  }
  return [...told.values()];
}

/** Σ debits − credits of a role by currency (or shop), and in base currency, in whole units; what is zero is left out. */
export async function standing(books: Books, role: string, by = 'v.currency'): Promise<string[]> {
  const rows = await books.database.transaction(books.company, (tx) =>
    tx.select<[string, number, number]>(
      [by, 'CAST(sum(l.debit - l.credit) AS BIGINT)', 'CAST(sum(l.base_debit - l.base_credit) AS BIGINT)'],
      `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
       WHERE v.company_id = ? AND l.role = ? GROUP BY ${by} ORDER BY ${by}`,
      [tx.company, role],
    ),
  );
  const base = rows.reduce((total, [, , own]) => total + own, 0);
  const own = rows.filter(([, amount]) => amount !== 0).map(([currency, amount]) => `${currency} ${amount / 10_000}`);
  return [...own, `base ${base / 10_000}`];
}
