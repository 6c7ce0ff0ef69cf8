// What the team had set when an entry of the log was written: each row says which entry told of it, so that what is drawn
// again is drawn by the settings, rates and closed months of its own time.
import type { Company } from '../../core/company.ts';
import type { ExchangeRate } from '../../core/reconcile/account.ts';
import type { PeriodState } from '../../core/team-books.ts';
import { companyReader } from '../commands/read-company.ts';
import type { Statements } from '../store/database.ts';

export interface BooksAt {
  readonly company: Company;
  readonly rates: readonly ExchangeRate[];
  readonly closedMonths: ReadonlySet<string>;
}

type Rate = [entry: number, currency: string, validOn: ExchangeRate['validOn'], rate: string];

/** @returns what was set before the entry. It throws where somebody has put something else in a setting's place. */
export async function booksAt(tx: Statements): Promise<(entry: number) => BooksAt> {
  const read = await companyReader(tx);
  const settings = await tx.select<[number, string]>(
    ['entry', 'content'],
    "FROM team_settings WHERE company_id = ? AND kind = 'company' ORDER BY version",
    [tx.company],
  );
  const rates = await tx.select<Rate>(
    ['entry', 'currency', 'valid_on', 'rate'],
    'FROM exchange_rates WHERE company_id = ? ORDER BY version',
    [tx.company],
  );
  const changes = await tx.select<[number, string, PeriodState]>(
    ['entry', 'month', 'state'],
    'FROM period_changes WHERE company_id = ? ORDER BY seq',
    [tx.company],
  );
  const before = <Row extends readonly [entry: number, ...unknown[]]>(rows: readonly Row[], entry: number) =>
    rows.filter(([own]) => own < entry);
  return remembering((entry) => {
    const company = before(settings, entry).at(-1);
    const months = new Map(before(changes, entry).map(([, month, state]) => [month, state]));
    return {
      company: read(company === undefined ? undefined : JSON.parse(company[1])),
      rates: lastVersions(before(rates, entry)),
      closedMonths: new Set([...months].flatMap(([month, state]) => (state === 'open' ? [] : [month]))),
    };
  });
}

/** A run of one entry has thousands of vouchers, and reading what a company has set takes longer than drawing one. */
function remembering(readAt: (entry: number) => BooksAt): (entry: number) => BooksAt {
  const known = new Map<number, BooksAt>();
  return (entry) => {
    const books = known.get(entry) ?? readAt(entry);
    known.set(entry, books);
    return books;
  };
}

function lastVersions(rates: readonly Rate[]): ExchangeRate[] {
  const last = new Map(
    rates.map(([, currency, validOn, rate]) => [`${currency} ${validOn}`, { currency, validOn, rate }]),
  );
  return [...last.values()];
}
