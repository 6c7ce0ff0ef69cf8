// Contracts and orders as the fee tests write them: only what a case is about, amounts as texts.
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { expectedFees, type FeeExpectation } from '../../../core/fees/expected-fees.ts';
import type { FeeRule, FeeRounding } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject, FeeSubjectLine } from '../../../core/fees/fee-subject.ts';
import { type Amount, amountOfText, type Rate, rateOfText, textOfAmount } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';

export function money(text: string): Amount {
  const amount = amountOfText(text);
  if (amount === null) throw new Error(`not an amount: ${text}`);
  return amount;
}

export function rate(text: string): Rate {
  const read = rateOfText(text);
  if (read === null) throw new Error(`not a rate: ${text}`);
  return read;
}

export function day(text: string): BusinessDate {
  const read = dayOfText(text);
  if (read === null) throw new Error(`not a day: ${text}`);
  return read;
}

/** A commission without a rate yet, on the goods, rounded half-up to whole dollars by order. */
export function rule(
  given: Partial<Omit<FeeRule, 'rounding'>> & { readonly rounding?: Partial<FeeRounding> } = {},
): FeeRule {
  return {
    id: 'commission',
    version: 1,
    platform: 'shopee-tw',
    shopPattern: '*',
    currency: 'TWD',
    sellerType: null,
    programs: { has: [], lacks: [] },
    feeType: 'COMMISSION',
    scope: 'order',
    base: ['PRINCIPAL'],
    baseCap: null,
    rate: null,
    byCategory: null,
    tiers: null,
    fixed: null,
    min: null,
    max: null,
    additive: [],
    taxIncluded: true,
    taxRate: rate('0.05'),
    taxVoucher: 'monthlyInvoice',
    refundPolicy: { policy: 'none' },
    when: 'orderCreated',
    validFrom: null,
    validTo: null,
    source: '',
    checkedAt: null,
    ...given,
    rounding: { mode: 'halfUp', decimals: 0, when: 'perRule', level: 'order', unitDecimals: null, ...given.rounding },
  };
}

export type Amounts = Readonly<Partial<Record<ComponentType, string>>>;

/** An order of shop 甲 of 7 May 2026, with its payout components as in the file. */
export function subject(amounts: Amounts, given: Partial<FeeSubject> = {}): FeeSubject {
  const read = Object.entries(amounts).map(([type, text]) => [type, money(text)]);
  return {
    orderKey: 'A1',
    platform: 'shopee-tw',
    shop: '甲',
    currency: 'TWD',
    batchId: 'B1',
    orderedOn: day('2026-05-07'),
    shippedOn: day('2026-05-08'),
    completedOn: day('2026-05-15'),
    paidOutOn: day('2026-05-20'),
    lines: [],
    amounts: Object.fromEntries(read),
    receivable: money(amounts.PRINCIPAL ?? '0'),
    isPaid: true,
    programs: [],
    sellerType: null,
    ...given,
  };
}

export function line(unitPrice: string, quantity = 1, category: string | null = null): FeeSubjectLine {
  return { sku: 'S', category, quantity, unitPrice: money(unitPrice) };
}

/** The expectations of one order, as `TYPE contract/charged`, `TYPE ?/charged` where no contract holds. */
export function feesOf(rules: readonly FeeRule[], order: FeeSubject): string[] {
  return (expectedFees(rules, [order]).get(order.orderKey) ?? []).map(show);
}

export const show = ({ type, contract, charged, rule: by }: FeeExpectation) =>
  `${type} ${by === null ? '?' : textOfAmount(contract)}/${textOfAmount(charged)}`;
