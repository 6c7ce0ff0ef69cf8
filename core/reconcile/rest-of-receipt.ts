// What is left of a receipt when some of its rows are undone: its other rows, booked again exactly as they were.
import type { BusinessDate } from '../business-date.ts';
import { convert } from '../ledger/convert.ts';
import { add, type Amount, amountOfUnits, negate, subtract, sum, ZERO } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES, type ComponentType, type PayoutLine } from '../payout.ts';
import { type Allocation, type Deduction, imbalanceOf, type ReceiptBase, type ReceiptDraft } from '../receipt.ts';

/** The money of a payout line, as it was pushed. */
export type LineMoney = Pick<PayoutLine, 'net' | 'components'>;

/**
 * The receipt without the rows that are undone; null when none of it is left.
 * @throws Error when the rest does not balance: a broken program
 */
export function restOfReceipt(
  receipt: ReceiptDraft,
  undone: ReadonlySet<string>,
  moneyOf: (lineKey: string) => LineMoney,
  receivedOn: BusinessDate,
): ReceiptDraft | null {
  const lineKeys = receipt.lineKeys.filter((key) => !undone.has(key));
  const kept = receipt.allocations.map((part) => !undone.has(part.lineKey));
  const allocations = receipt.allocations.filter((_, at) => kept[at]);
  if (lineKeys.length === 0 && allocations.length === 0) return null;
  const lines = lineKeys.map(moneyOf);
  const { kind, shop, currency } = receipt;
  const rest = {
    ...{ kind, shop, receivedOn, currency, lineKeys, allocations },
    cash: sum(lines.map(({ net }) => net)),
    deductions: deductionsOf(lines, allocations),
  };
  const bases = receipt.base?.allocations.filter((_, at) => kept[at]) ?? [];
  const draft = { ...rest, base: receipt.base && valueRest(rest, receipt.base, bases) };
  const imbalance = imbalanceOf(draft);
  if (imbalance !== 0) throw new Error(`the rest of a receipt of ${shop} ${receivedOn} is out by ${imbalance}`);
  return draft;
}

/** What the seller bears of the lines' fees: those charged, less what is claimed back or was collected. */
export function deductionsOf(
  lines: readonly Pick<LineMoney, 'components'>[],
  allocations: readonly Pick<Allocation, 'target' | 'feeType' | 'amount'>[],
): Deduction[] {
  const costs = new Map<ComponentType, Amount>();
  const put = (type: ComponentType, amount: Amount) => costs.set(type, add(costs.get(type) ?? ZERO, amount));
  for (const { type, amount } of lines.flatMap((line) => line.components)) {
    if (COMPONENT_SIDES[type] === 'fee') put(type, negate(amountOfUnits(amount)));
  }
  // What is not borne is a debit of another account, hence negative; what a person accepted as a fee is a credit.
  for (const { target, feeType, amount } of allocations) {
    if (feeType !== null) put(feeType, amount);
    if (target === 'collected') put('SHIPPING_FEE', amount);
  }
  return COMPONENT_TYPES.map((type) => ({ type, amount: costs.get(type) ?? ZERO })).filter(
    ({ amount }) => amount !== 0,
  );
}

type Unvalued = Omit<ReceiptDraft, 'base'>;

/** At the receipt's own rate. Where it made no exchange gain, neither does its rest: rounding stays in the cash. */
function valueRest(rest: Unvalued, was: ReceiptBase, allocations: readonly Amount[]): ReceiptBase {
  const { currency, rate } = was;
  const toBase = (amount: Amount) => (currency === rest.currency ? amount : convert(amount, rate, currency));
  const deductions = rest.deductions.map(({ amount }) => toBase(amount));
  const cash = toBase(rest.cash);
  const gain = subtract(add(cash, sum(deductions)), sum(allocations));
  if (was.gain !== 0 || gain === 0) return { currency, rate, cash, deductions, allocations, gain };
  return { currency, rate, ...absorb(cash, deductions, gain), allocations, gain: ZERO };
}

function absorb(cash: Amount, deductions: readonly Amount[], rounding: Amount) {
  if (cash !== 0 || deductions.length === 0) return { cash: subtract(cash, rounding), deductions };
  return { cash, deductions: deductions.map((one, at) => (at === 0 ? subtract(one, rounding) : one)) };
}
