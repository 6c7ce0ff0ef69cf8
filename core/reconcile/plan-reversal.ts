// Undoing (沖銷), decided before anything is written: always by further documents that turn earlier ones round. What is
// undone is a set of payout lines, from a receipt on, with whatever moved their money later; other lines of the same
// receipts are booked again as they were.
import type { BusinessDate } from '../business-date.ts';
import type { Company } from '../company.ts';
import { fingerprint } from '../fingerprint.ts';
import { add, type Amount, ZERO } from '../money.ts';
import type { Receipt, ReceiptDraft } from '../receipt.ts';
import type { SalesDocument, SalesDocumentDraft } from '../sales-document.ts';
import type { StockMovement } from '../stock.ts';
import type { ReceivableState } from './plan.ts';
import { type LineMoney, restOfReceipt } from './rest-of-receipt.ts';
import { reverseReceipt, reverseSale } from './reverse-documents.ts';
import { type HeldVoucher, type ReversalVoucher, reverseVouchers } from './reverse-vouchers.ts';

/** What is undone, and all the books hold of it. Documents that are taken back already are not among them. */
export interface ReversalInput {
  readonly postedOn: BusinessDate;
  /** Payout lines, each with the number of the first receipt that is taken back for it. */
  readonly lines: ReadonlyMap<string, string>;
  /**
   * Every standing receipt that books one of the lines or moves its money, in the order in which they were posted; what
   * was booked again when other lines were undone stands where it was before.
   */
  readonly receipts: readonly Receipt[];
  readonly moneyOf: (lineKey: string) => LineMoney;
  /** Sales documents that are taken back. */
  readonly sales: readonly SalesDocument[];
  /** Sales documents that stand on the same vouchers. */
  readonly besides: readonly SalesDocument[];
  /** The standing vouchers of these receipts and sales documents. */
  readonly vouchers: readonly HeldVoucher[];
  /** The company's settings, for what is said about vouchers. */
  readonly company: Company;
  /** Stock movements that are taken back, with their ids. */
  readonly movements: readonly { readonly id: number; readonly movement: StockMovement }[];
  /** Links that end. */
  readonly matches: readonly EndedMatch[];
  /** Receivables of the orders concerned, as the books hold them. */
  readonly receivables: readonly ReceivableState[];
}

interface EndedMatch {
  readonly lineKey: string;
  readonly orderKey: string;
}

export interface ReversalPlan {
  /** Fingerprint of all that posting writes. */
  readonly hash: string;
  readonly postedOn: BusinessDate;
  /** Each document that is taken back, with its reversal. */
  readonly receipts: readonly { readonly reverses: Receipt; readonly draft: ReceiptDraft }[];
  readonly sales: readonly { readonly reverses: SalesDocument; readonly draft: SalesDocumentDraft }[];
  /** Receipts for what is left of the ones that are taken back; `replaces` is the number of that one. */
  readonly rebooked: readonly { readonly replaces: string; readonly draft: ReceiptDraft }[];
  readonly vouchers: readonly ReversalVoucher[];
  readonly movements: readonly { readonly reverses: number; readonly movement: StockMovement }[];
  readonly matches: readonly EndedMatch[];
  /** The receivables after it. */
  readonly receivables: readonly ReceivableState[];
}

/** Lines of receipts that are taken back and that no receipt of the undo books again. */
export function freedLines({ receipts, rebooked }: Pick<ReversalPlan, 'receipts' | 'rebooked'>): string[] {
  const again = new Set(rebooked.flatMap(({ draft }) => draft.lineKeys));
  return receipts.flatMap(({ draft }) => draft.lineKeys).filter((key) => !again.has(key));
}

/** Why nothing may be undone: later documents of these orders build on what is undone. */
export interface Depended {
  readonly orderKeys: readonly string[];
}

/**
 * Decides an undo. Every balance becomes what it is without the documents that are taken back.
 * @throws Error when a document would not balance: a broken program, and nothing may be posted
 */
export function planReversal(input: ReversalInput): ReversalPlan | Depended {
  const { postedOn, movements, matches } = input;
  const receipts = takenBack(input).map((reverses) => ({ reverses, draft: reverseReceipt(reverses, postedOn) }));
  const undone = new Set(input.lines.keys());
  const rebooked = receipts.flatMap(({ reverses }) => {
    const draft = restOfReceipt(reverses, undone, input.moneyOf, postedOn);
    return draft === null ? [] : [{ replaces: reverses.number, draft }];
  });
  const sales = input.sales.map((reverses) => ({ reverses, draft: reverseSale(reverses, postedOn) }));
  const documents = { receipts, sales, rebooked };
  const receivables = receivablesAfter(input, documents);
  const before = new Map(input.receivables.map((one) => [one.orderKey, one]));
  const orderKeys = receivables.filter((after) => buildsOnNothing(after, before)).map(({ orderKey }) => orderKey);
  if (orderKeys.length > 0) return { orderKeys };
  const posted = {
    ...{ postedOn, ...documents, matches, receivables },
    vouchers: reverseVouchers({ ...input, ...documents }),
    movements: movements.map(({ id, movement }) => ({ reverses: id, movement: turnedRound(movement, postedOn) })),
  };
  return { hash: fingerprint(JSON.stringify(posted)), ...posted };
}

/** Receipts from the first one of each line on, in posting order. */
function takenBack({ lines, receipts }: ReversalInput): Receipt[] {
  const begun = new Set<string>();
  return receipts.filter((receipt) => {
    const own = linesOf(receipt).filter((key) => lines.has(key));
    for (const key of own) if (lines.get(key) === receipt.number) begun.add(key);
    return own.some((key) => begun.has(key));
  });
}

/** Every payout line whose money a receipt books or moves. */
function linesOf({ lineKeys, allocations }: Pick<Receipt, 'lineKeys' | 'allocations'>): string[] {
  return [...new Set([...lineKeys, ...allocations.map((part) => part.lineKey)])];
}

type Documents = Pick<ReversalPlan, 'receipts' | 'sales' | 'rebooked'>;

function receivablesAfter(input: ReversalInput, documents: Documents): ReceivableState[] {
  const applied = new Map<string, Amount>();
  for (const { draft } of [...documents.receipts, ...documents.rebooked]) addApplied(applied, draft);
  const sold = totals(documents.sales.filter(({ draft }) => draft.kind === 'sale'));
  const credited = totals(documents.sales.filter(({ draft }) => draft.kind !== 'sale'));
  const plus = (before: number, change: Amount | undefined) => before + (change ?? 0);
  return input.receivables.map(({ orderKey, ...before }) => ({
    orderKey,
    original: plus(before.original, sold.get(orderKey)),
    credited: plus(before.credited, credited.get(orderKey)),
    allocated: plus(before.allocated, applied.get(orderKey)),
  }));
}

function addApplied(applied: Map<string, Amount>, { allocations }: ReceiptDraft): void {
  for (const { target, orderKey, amount } of allocations) {
    if (target !== 'receivable' || orderKey === null) continue;
    applied.set(orderKey, add(applied.get(orderKey) ?? ZERO, amount));
  }
}

function totals(sales: Documents['sales']): Map<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const { draft } of sales) sums.set(draft.orderKey, add(sums.get(draft.orderKey) ?? ZERO, draft.amount));
  return sums;
}

/** A receivable that is allocated, credited or corrected beyond what is left of it: later documents count on it. */
function buildsOnNothing(
  { orderKey, original, credited, allocated }: ReceivableState,
  states: ReadonlyMap<string, ReceivableState>,
): boolean {
  if (original < 0 || allocated > original) return true;
  const before = states.get(orderKey);
  const wasCovered = before !== undefined && before.credited <= before.original;
  return credited < 0 || (wasCovered && credited > original);
}

function turnedRound(movement: StockMovement, movedOn: BusinessDate): StockMovement {
  return { ...movement, quantity: -movement.quantity, movedOn };
}
