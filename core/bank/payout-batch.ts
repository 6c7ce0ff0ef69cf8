// Payout batches: the lines that a platform pays out in one sum, and what its report says that sum is.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, negate, subtract, sum, ZERO } from '../money.ts';
import { groupBy } from './group-by.ts';

/** What a batch needs to know of a payout line, or of several that have all this in common. */
export interface BatchLine {
  readonly lines: number;
  /** `platform/name`. */
  readonly shop: string;
  readonly currency: Currency;
  readonly paidOutOn: BusinessDate;
  /** Number of the statement or payout that the line names; empty when it names none. */
  readonly statement: string;
  readonly net: Amount;
  /** The part of the net that was brought over from an earlier, negative batch; zero on ordinary lines. */
  readonly carried: Amount;
  /** The part of the net by which the report itself sends money to the bank: negative, or zero. */
  readonly withdrawn: Amount;
}

/** 撥款批次. */
export interface PayoutBatch {
  readonly key: string;
  readonly shop: string;
  readonly currency: Currency;
  /** The last day of its lines. */
  readonly paidOutOn: BusinessDate;
  /** Empty when the report names none: then the batch is the shop's day. */
  readonly statement: string;
  readonly lines: number;
  /** Σ nets of the lines. */
  readonly total: Amount;
  /** Σ carried: what its lines say was brought over from earlier batches; negative, or zero when they say nothing. */
  readonly carriedIn: Amount;
  /** Σ withdrawn. */
  readonly withdrawn: Amount;
  /** The shop's reports name their withdrawals: only those leave, and the rest of a batch stays in the wallet. */
  readonly namesWithdrawals: boolean;
  /** H: the total that the report declares for the batch; null when it declares none. */
  readonly declared: Amount | null;
}

/**
 * Groups lines by statement number where they carry one, else by shop, currency and day of payout. Two currencies or
 * two shops are two batches even under one number: their amounts are never added.
 * @param declared H by batch key, as the reports say it
 * @param withdrawers `walletKey`s of shops whose reports name their withdrawals, in these lines or others
 * @returns by key, whatever the order of the lines
 */
export function payoutBatches(
  lines: Iterable<BatchLine>,
  declared: ReadonlyMap<string, Amount> = new Map(),
  withdrawers: ReadonlySet<string> = new Set(),
): PayoutBatch[] {
  return [...groupBy(lines, batchKey)]
    .map(([key, group]) => batchOf(key, group, declared.get(key) ?? null, withdrawers))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** The key of the batch that the line belongs to. */
export function batchKey({
  shop,
  currency,
  statement,
  paidOutOn,
}: Pick<BatchLine, 'shop' | 'currency' | 'statement' | 'paidOutOn'>): string {
  return [shop, currency, statement === '' ? paidOutOn : `#${statement}`].join('\u001f');
}

/** A shop's money in one currency. */
export function walletKey({ shop, currency }: Pick<BatchLine, 'shop' | 'currency'>): string {
  return `${shop}\u001f${currency}`;
}

function batchOf(
  key: string,
  lines: readonly BatchLine[],
  declared: Amount | null,
  withdrawers: ReadonlySet<string>,
): PayoutBatch {
  const [first] = lines;
  const withdrawn = sum(lines.map((line) => line.withdrawn));
  const days = lines.map((line) => line.paidOutOn).sort();
  return {
    key,
    shop: first?.shop ?? '',
    currency: first?.currency ?? '',
    paidOutOn: days[days.length - 1] ?? ('' as BusinessDate),
    statement: first?.statement ?? '',
    lines: lines.reduce((count, line) => count + line.lines, 0),
    total: sum(lines.map((line) => line.net)),
    carriedIn: sum(lines.map((line) => line.carried)),
    withdrawn,
    namesWithdrawals: withdrawn !== ZERO || (first !== undefined && withdrawers.has(walletKey(first))),
    declared,
  };
}

/**
 * What should arrive: H, what the platform says it pays; without a declared total the lines are all there is. A report
 * that names its withdrawals pays out by them.
 */
export function payable(batch: Pick<PayoutBatch, 'declared' | 'total' | 'withdrawn' | 'namesWithdrawals'>): Amount {
  return batch.namesWithdrawals ? negate(batch.withdrawn) : (batch.declared ?? batch.total);
}

/** Declared − Σ lines; not zero is a file that does not add up (I3). */
export function fileDifference({ declared, total }: Pick<PayoutBatch, 'declared' | 'total'>): Amount {
  return declared === null ? ZERO : subtract(declared, total);
}
