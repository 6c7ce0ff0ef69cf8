// I5, I13, I15: every voucher balances in both currencies, every amount is whole in its currency, tax is rounded once.
import { shopSettings } from '../../core/company.ts';
import { type Amount, type Currency, decimalsOf } from '../../core/money.ts';
import type { AccountRole, VoucherLine } from '../../core/voucher.ts';
import type { Invariant } from './invariant.ts';
import { type Ledger, type PostedVoucher, type Standing, standings, totals } from './ledger.ts';

export const BALANCE: readonly Invariant[] = [
  // Seen to fail when `voucherOf` lost exchange losses and did not insist on balance.
  { says: 'I5 every voucher balances in document and in base currency, on one side a line', check: vouchersBalance },
  // Seen to fail when transfers had no voucher, and when freight collected was credited to sales.
  { says: 'I5 vouchers move every account by what their documents say', check: vouchersFollowDocuments },
  // Seen to fail when `convert` rounded to ten-thousandths.
  { says: 'I13 amounts are whole in the smallest money of their currency', check: amountsAreWhole },
  // Seen to fail when `splitTax` cut the tax off instead of rounding it.
  { says: 'I15 net + VAT = gross on every sales document, rounded once', check: taxIsRoundedOnce },
];

const side = (lines: readonly VoucherLine[], name: 'debit' | 'credit' | 'baseDebit' | 'baseCredit') =>
  lines.reduce((total, line) => total + line[name], 0);

function vouchersBalance({ runs }: Ledger): void {
  for (const { voucher } of runs.flatMap(({ vouchers }) => vouchers)) {
    const { lines } = voucher;
    expect(side(lines, 'debit')).toBe(side(lines, 'credit'));
    expect(side(lines, 'baseDebit')).toBe(side(lines, 'baseCredit'));
    for (const { debit, credit, baseDebit, baseCredit } of lines) {
      expect(Math.min(debit, credit, baseDebit, baseCredit)).toBe(0);
      expect((debit > 0 || baseDebit > 0) !== (credit > 0 || baseCredit > 0)).toBe(true);
    }
  }
}

/** Accounts that documents move by name; fees and taxes are split on the way, so they are told by the rest. */
const NAMED: Readonly<Partial<Record<AccountRole, string>>> = {
  ...{ wallet: 'wallet', receivable: 'receivable', suspense: 'suspense', claim: 'claim', reserve: 'reserve' },
  ...{ collected: 'collected', taxClearing: 'tax', transit: 'transit', writeOff: 'writeOff' },
};

function vouchersFollowDocuments(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const posted = run.allVouchers.flatMap(({ voucher: { currency, lines } }) =>
      lines.flatMap((line) => {
        const name = NAMED[line.role];
        return name === undefined ? [] : [{ name: `${name} ${currency}`, line }];
      }),
    );
    const moved = (of: (line: VoucherLine) => number) =>
      totals(
        posted,
        ({ name }) => name,
        ({ line }) => of(line),
      );
    expect(moved((line) => line.debit - line.credit)).toEqual(documentMoves(run, 'amount'));
    expect(moved((line) => line.baseDebit - line.baseCredit)).toEqual(documentMoves(run, 'base'));
  }
}

interface Move {
  readonly name: string;
  readonly amount: number;
  readonly base: number;
}

/** What the documents themselves say each account moved by, debits positive. */
function documentMoves({ allSales, allReceipts }: Standing, which: 'amount' | 'base'): Map<string, number> {
  const moves: Move[] = [];
  for (const { kind, currency, amount, collected, base } of allSales) {
    const sign = kind === 'sale' ? 1 : -1;
    const collectedBase =
      collected === 0 || base === null ? collected : baseOfShare(base.amount, collected, amount, base.currency);
    moves.push({ name: `receivable ${currency}`, amount: sign * amount, base: sign * (base?.amount ?? amount) });
    moves.push({ name: `collected ${currency}`, amount: -sign * collected, base: -sign * collectedBase });
  }
  for (const { currency, cash, allocations, base } of allReceipts) {
    moves.push({ name: `wallet ${currency}`, amount: cash, base: base?.cash ?? cash });
    allocations.forEach(({ target, amount }, at) => {
      moves.push({ name: `${target} ${currency}`, amount: -amount, base: -(base?.allocations[at] ?? amount) });
    });
  }
  return totals(
    moves,
    ({ name }) => name,
    (move) => move[which],
  );
}

function baseOfShare(base: number, part: number, whole: number, currency: Currency): number {
  if (base === whole) return part;
  const step = 10 ** (4 - decimalsOf(currency));
  const exact = (BigInt(base) * BigInt(part) * 2n) / BigInt(whole) / BigInt(step);
  const rounded = exact >= 0n ? (exact + 1n) / 2n : (exact - 1n) / 2n;
  return Number(rounded) * step;
}

const isWhole = (amount: Amount, currency: Currency) =>
  Number.isSafeInteger(amount) && amount % 10 ** (4 - decimalsOf(currency)) === 0;

function amountsAreWhole({ runs }: Ledger): void {
  const crooked = runs.flatMap(({ sales, receipts, vouchers }) => [
    ...sales.flatMap(({ amount, collected, currency, base }) => [
      ...[amount, collected].filter((one) => !isWhole(one, currency)),
      ...(base === null || isWhole(base.amount, base.currency) ? [] : [base.amount]),
    ]),
    ...receipts.flatMap(({ cash, deductions, allocations, currency, base }) => [
      ...[cash, ...[...deductions, ...allocations].map(({ amount }) => amount)].filter(
        (one) => !isWhole(one, currency),
      ),
      ...(base === null ? [] : [base.cash, base.gain, ...base.deductions, ...base.allocations]).filter(
        (one) => !isWhole(one, base?.currency ?? currency),
      ),
    ]),
    ...vouchers.flatMap(crookedOfVoucher),
  ]);
  expect(crooked).toEqual([]);
}

function crookedOfVoucher({ voucher: { lines, currency, baseCurrency } }: PostedVoucher): Amount[] {
  return lines.flatMap(({ debit, credit, baseDebit, baseCredit }) => [
    ...[debit, credit].filter((one) => !isWhole(one, currency)),
    ...[baseDebit, baseCredit].filter((one) => !isWhole(one, baseCurrency)),
  ]);
}

/** Rates in hundredths of a percent. */
const TAX: Readonly<Record<string, bigint>> = { '0': 0n, '0.05': 500n, '0.13': 1300n };

function taxIsRoundedOnce({ setUp, runs }: Ledger): void {
  for (const { sales, vouchers } of runs) {
    const byNumber = new Map(sales.map((document) => [document.number, document]));
    for (const { voucher, documents } of vouchers.filter((one) => one.voucher.kind === 'sales')) {
      const own = documents.flatMap((number) => byNumber.get(number) ?? []);
      const settings = (shop: string) => shopSettings(setUp.company, shop).salesTaxRate;
      const taxes = own.map(({ amount, collected, currency, shop, kind }) => {
        const rate = settings(shop) ?? (currency === 'TWD' ? '0.05' : '0');
        return (kind === 'sale' ? 1 : -1) * taxIn(amount - collected, TAX[rate] ?? 0n, currency);
      });
      const booked = voucher.lines.filter(({ role }) => role === 'outputVat');
      expect(side(booked, 'credit') - side(booked, 'debit')).toBe(taxes.reduce((left, tax) => left + tax, 0));
    }
  }
}

/** gross × r ÷ (1 + r), half-up without regard to the sign, at the currency's decimals. */
function taxIn(gross: number, rate: bigint, currency: Currency): number {
  const step = BigInt(10 ** (4 - decimalsOf(currency)));
  const twice = (2n * BigInt(Math.abs(gross)) * rate) / ((10_000n + rate) * step);
  return Math.sign(gross) * Number(((twice + 1n) / 2n) * step);
}
