// What a receipt does to the accounts: the wallet, what the platform kept, what was cleared, and the exchange gain.
import { type CompanySettings, type FeeVat, shopSettings } from '../company.ts';
import { type Amount, larger, negate, subtract, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { AllocationTarget, ReceiptDraft } from '../receipt.ts';
import { orderOfOwnKey } from '../reconcile/bad-debt.ts';
import type { AccountRole } from '../voucher.ts';
import { credit, debit, type Entry } from './entry.ts';
import { addPositions, NOTHING_OPEN, type Position } from './open-position.ts';
import { shareOf } from './convert.ts';
import { feeTaxRate, splitTaxOver } from './split-tax.ts';

const TARGET_ROLES: Readonly<Record<AllocationTarget, AccountRole>> = {
  receivable: 'receivable',
  suspense: 'suspense',
  claim: 'claim',
  reserve: 'reserve',
  collected: 'collected',
  tax: 'taxClearing',
  transit: 'transit',
  writeOff: 'writeOff',
};

/** Fees that are not the platform's own price for selling. */
const FEE_ROLES: Readonly<Partial<Record<ComponentType, AccountRole>>> = {
  SHIPPING_FEE: 'freight',
  SHIPPING_SUBSIDY: 'freight',
  AD_FEE: 'advertising',
  PENALTY: 'otherExpense',
};

/** The account on which the cost of a kind of fee stands. */
export const roleOfFee = (type: ComponentType): AccountRole => FEE_ROLES[type] ?? 'platformFees';

export function receiptEntries(receipt: ReceiptDraft, company: CompanySettings): Entry[] {
  const { cash, base } = receipt;
  return [
    debit('wallet', cash, base?.cash),
    ...feeEntries(receipt, company),
    ...allocationEntries(receipt),
    ...gainEntries(base?.gain ?? ZERO),
  ];
}

/** A gain stands in base currency alone. */
export function gainEntries(gain: Amount): Entry[] {
  return gain < 0 ? [debit('exchangeLoss', ZERO, negate(gain))] : [credit('exchangeGain', ZERO, gain)];
}

interface Fee {
  readonly role: AccountRole;
  readonly vat: FeeVat;
  readonly amount: Amount;
  readonly base: Amount;
}

function feeEntries(receipt: ReceiptDraft, company: CompanySettings): Entry[] {
  const fees = feesOf(receipt, company);
  const whole = fees.filter(({ vat }) => vat !== 'split');
  const rest = fees.filter(({ vat }) => vat === 'split');
  return [
    ...whole.map(({ role, vat, amount, base }) => debit(vat === 'prepaid' ? 'prepaidFees' : role, amount, base)),
    // Fees charged and fees given back are two documents of the platform, each with its own tax.
    ...splitEntries(
      rest.filter(({ amount }) => amount > 0),
      receipt,
      company,
    ),
    ...splitEntries(
      rest.filter(({ amount }) => amount < 0),
      receipt,
      company,
    ),
  ];
}

function feesOf({ shop, deductions, base }: ReceiptDraft, company: CompanySettings): Fee[] {
  const { feeVat, feeVatByType } = shopSettings(company, shop);
  return deductions.map(({ type, amount }, at) => ({
    role: roleOfFee(type),
    vat: feeVatByType[type] ?? feeVat,
    amount,
    base: base?.deductions[at] ?? amount,
  }));
}

/** Net to the cost, tax to input VAT: rounded once for all of them, spread over them by largest remainder. */
function splitEntries(fees: readonly Fee[], receipt: ReceiptDraft, company: CompanySettings): Entry[] {
  const { currency, shop } = receipt;
  const rate = feeTaxRate(shopSettings(company, shop), currency);
  const sizes = fees.map(({ amount }) => larger(amount, negate(amount)));
  const taxes = splitTaxOver(sizes, rate, currency);
  return fees.flatMap(({ role, amount, base }, at) => {
    const size = taxes[at]?.tax ?? ZERO;
    const tax = amount < 0 ? negate(size) : size;
    const taxBase = shareOf(base, tax, amount, receipt.base?.currency ?? currency);
    return [debit(role, subtract(amount, tax), subtract(base, taxBase)), debit('inputVat', tax, taxBase)];
  });
}

/** What each order's account moved by; what was applied and given back within the receipt shows as what is left. */
function allocationEntries(receipt: ReceiptDraft): Entry[] {
  const groups = new Map<string, { role: AccountRole; parts: Position[] }>();
  receipt.allocations.forEach(({ lineKey, orderKey, target, amount }, at) => {
    const role = target === 'writeOff' && orderOfOwnKey(lineKey) !== null ? 'badDebts' : TARGET_ROLES[target];
    const key = `${role}\u001e${orderKey ?? lineKey}`;
    const group = groups.get(key) ?? { role, parts: [] };
    group.parts.push({ amount, base: receipt.base?.allocations[at] ?? amount });
    groups.set(key, group);
  });
  return [...groups.values()].flatMap(({ role, parts }) =>
    netted(parts).map(({ amount, base }) => credit(role, amount, base)),
  );
}

/** One movement, unless the bases of its parts would leave it standing on the other side. */
function netted(parts: readonly Position[]): readonly Position[] {
  const net = parts.reduce(addPositions, NOTHING_OPEN);
  const sides = Math.sign(net.amount) * Math.sign(net.base);
  return sides > 0 || (net.amount === 0 && net.base === 0) ? [net] : parts;
}
