// Payout batches: the lines that a platform pays out in one sum, and what its report says that sum is.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';
import { groupBy } from './group-by.ts';

/** What a batch needs to know of a payout line. */
export interface BatchLine {
  /** `platform/name`. */
  readonly shop: string;
  readonly currency: Currency;
  readonly paidOutOn: BusinessDate;
  /** Number of the statement or payout that the line names; empty when it names none. */
  readonly statement: string;
  readonly net: Amount;
  /** The part of the net that was brought over from an earlier, negative batch; zero on ordinary lines. */
  readonly carried: Amount;
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
  /** H: the total that the report declares for the batch; null when it declares none. */
  readonly declared: Amount | null;
}

/**
 * Groups lines by statement number where they carry one, else by shop, currency and day of payout. Two currencies or
 * two shops are two batches even under one number: their amounts are never added.
 * @param declared H by batch key, as the reports say it
 * @returns by key, whatever the order of the lines
 */
export function payoutBatches(
  lines: Iterable<BatchLine>,
  declared: ReadonlyMap<string, Amount> = new Map(),
): PayoutBatch[] {
  return [...groupBy(lines, batchKey)]
    .map(([key, group]) => batchOf(key, group, declared.get(key) ?? null))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** The key of the batch that the line belongs to. */
export function batchKey({ shop, currency, statement, paidOutOn }: Omit<BatchLine, 'net' | 'carried'>): string {
  return [shop, currency, statement === '' ? paidOutOn : `#${statement}`].join('\u001f');
}

function batchOf(key: string, lines: readonly BatchLine[], declared: Amount | null): PayoutBatch {
  const [first] = lines;
  const days = lines.map((line) => line.paidOutOn).sort();
  return {
    key,
    shop: first?.shop ?? '',
    currency: first?.currency ?? '',
    paidOutOn: days[days.length - 1] ?? ('' as BusinessDate),
    statement: first?.statement ?? '',
    lines: lines.length,
    total: sum(lines.map((line) => line.net)),
    carriedIn: sum(lines.map((line) => line.carried)),
    declared,
  };
}

/** H: what the platform says it pays. Without a declared total the lines are all there is. */
export function payable({ declared, total }: Pick<PayoutBatch, 'declared' | 'total'>): Amount {
  return declared ?? total;
}

/** Declared − Σ lines; not zero is a file that does not add up (I3). */
export function fileDifference({ declared, total }: Pick<PayoutBatch, 'declared' | 'total'>): Amount {
  return declared === null ? ZERO : subtract(declared, total);
}
