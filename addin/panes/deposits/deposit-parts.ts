// Payouts, withdrawals and deposits of a report by their keys, as a person tells them apart: day, number, amount.
import { lineKeyOf } from '../../../core/bank/check-deposits.ts';
import { depositRows } from '../../../core/bank/deposit-rows.ts';
import type { DepositGroup } from '../../../core/bank/deposit-match.ts';
import type { ConversionSpread } from '../../../core/ledger/conversion-vouchers.ts';
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import { type Amount, type Currency, ZERO } from '../../../core/money.ts';
import { shortShop } from '../../../core/short-shop.ts';

export interface DepositPart {
  readonly key: string;
  readonly kind: 'due' | 'withdrawal' | 'deposit';
  readonly day: string;
  /** Number of the statement, the bank's reference, or the words of its line; empty where there is none. */
  readonly name: string;
  /** Shop of a payout, account of a line. */
  readonly place: string;
  readonly currency: Currency;
  readonly amount: Amount;
}

export type PartOf = (key: string, kind: DepositPart['kind']) => DepositPart;

/** What is known of each key; a key that the report does not explain stands for itself. */
export function partsOf(report: DepositReport): PartOf {
  const dues = new Map([...report.batches, ...report.withdrawals].map(({ key, due }) => [key, due]));
  const known = new Map<string, Omit<DepositPart, 'kind'>>();
  for (const { key, shop, currency, paidOutOn: day, statement: name, total } of report.payouts)
    known.set(key, { key, day, name, place: shortShop(shop), currency, amount: dues.get(key) ?? total });
  for (const line of report.lines) {
    const { bookedOn: day, reference, description, account: place, currency, amount } = line;
    const key = lineKeyOf(line);
    known.set(key, { key, day, name: reference || description, place, currency, amount: dues.get(key) ?? amount });
  }
  const withdrawals = new Set(report.withdrawals.map(({ key }) => key));
  return (key, kind) => ({
    ...(known.get(key) ?? { key, day: '', name: key, place: '', currency: '', amount: ZERO }),
    kind: kind === 'due' && withdrawals.has(key) ? 'withdrawal' : kind,
  });
}

/** Dues that nothing arrived for, and deposits without a due. */
export function unmatched(report: DepositReport): { readonly dues: DepositPart[]; readonly deposits: DepositPart[] } {
  const partOf = partsOf(report);
  const rows = depositRows(report);
  return {
    dues: rows.filter(({ outstanding }) => outstanding !== ZERO).map(({ key }) => partOf(key, 'due')),
    deposits: rows.filter(({ kind }) => kind === 'deposit').map(({ key }) => partOf(key, 'deposit')),
  };
}

/** A group that the books hold, with the document that booked it. */
export interface HeldDeposits {
  readonly id: number;
  readonly group: DepositGroup;
  readonly document: string | null;
  /** What a processor's conversion cost; null where nothing was converted, or no spread is known. */
  readonly spread: ConversionSpread | null;
}

export function heldDeposits(report: DepositReport): HeldDeposits[] {
  const rows = new Map(depositRows(report).map((row) => [row.key, row]));
  return report.held.flatMap(({ id, dues }) => {
    const group = report.groups.find((one) => one.dues.join('\u001e') === [...dues].sort().join('\u001e'));
    const row = rows.get(dues[0] ?? '');
    const told = { document: row?.document ?? null, spread: row?.converted?.spread ?? null };
    return group === undefined ? [] : [{ id, group, ...told }];
  });
}

interface Pair {
  readonly due: string;
  readonly deposit: string;
}

export function pairsOf({ dues, deposits }: Pick<DepositGroup, 'dues' | 'deposits'>): Pair[] {
  return dues.flatMap((due) => deposits.map((deposit) => ({ due, deposit })));
}

/**
 * What may be said no to in a proposed group. Of one payout or deposit among several: that it is no part of it, so that
 * other groups of the rest are not declined with it.
 */
export function declinable(group: DepositGroup): { readonly key: string; readonly pairs: readonly Pair[] }[] {
  const { dues, deposits } = group;
  const [larger, isDue] = dues.length >= deposits.length ? [dues, true] : [deposits, false];
  return larger.map((key) => ({
    key,
    pairs: pairsOf(group).filter((pair) => (isDue ? pair.due : pair.deposit) === key),
  }));
}
