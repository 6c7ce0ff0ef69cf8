// Any row of an order export or a payout report, drawn so that rows meet: few numbers, amounts that pay an order exactly,
// nearly, in part or not at all, every kind of component, and the currencies of two markets.
import fc from '../fast-check.ts';
import { addDays, type BusinessDate } from '../../core/business-date.ts';
import { type Amount, amountOfUnits, type Currency, negate, subtract, sum, ZERO } from '../../core/money.ts';
import { type Order, ORDER_STAGES, type OrderParts } from '../../core/order.ts';
import { type Component, COMPONENT_TYPES, type ComponentType, type PayoutLine } from '../../core/payout.ts';
import { day } from '../server/fixtures.ts';

export const SHOPS = ['shopee-tw/小店', 'momo/旗艦店'] as const;
const ORDER_NUMBERS = ['A1', 'B2', 'C3', 'D4'] as const;

/** The number that orders paid together name beside their own. */
const MERGED = 'M1';
const FIRST_DAY = day('2024-04-20');

/** One of the four is sold abroad. */
const currencyOf = (number: string | null): Currency => (number === 'C3' ? 'USD' : 'TWD');

/** So many dollars, or so many cents: the smallest money of each. */
const money = (count: number, currency: Currency): Amount => amountOfUnits(count * (currency === 'TWD' ? 10_000 : 100));

const onDay = (from: number, to: number): fc.Arbitrary<BusinessDate> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(FIRST_DAY, days));
const size = fc.integer({ min: 1, max: 600 });
const oneIn = (many: number) => fc.nat(many - 1).map((drawn) => drawn === many - 1);

export const anyOrderDraft = fc.record({
  number: fc.constantFrom(...ORDER_NUMBERS),
  stage: fc.constantFrom('completed', 'completed', 'completed', 'shipped', ...ORDER_STAGES),
  on: onDay(0, 45),
  price: size,
  pieces: fc.constantFrom(1, 2, 3, 0),
  back: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 3),
  refunded: oneIn(12),
  freight: fc.constantFrom(0, 0, 0, 60),
  subsidy: fc.constantFrom(0, 0, 0, 25),
  merged: fc.boolean(),
});
export type OrderDraft = typeof anyOrderDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

export function orderOfDraft({ number, stage, on, price, pieces, ...draft }: OrderDraft): Order {
  const currency = currencyOf(number);
  const returned = Math.min(pieces, draft.back);
  const parts: OrderParts = {
    ...(draft.freight === 0 ? {} : { BUYER_SHIPPING: money(draft.freight, currency) }),
    ...(draft.subsidy === 0 ? {} : { PLATFORM_SUBSIDY: money(draft.subsidy, currency) }),
  };
  const goods = money(price * pieces, currency);
  // One of the four is exported at the price at which the platform buys it.
  const agreed: OrderParts = number === 'B2' ? { CONTRACT_PRICE: goods } : {};
  const told = { ...parts, ...agreed };
  return {
    ...{ orderNumber: number, stage, status: stage, refunded: draft.refunded, currency },
    ...{ orderedOn: on, paidOn: on, shippedOn: stage === 'unshipped' ? null : addDays(on, 1) },
    completedOn: stage === 'completed' ? addDays(on, 4) : null,
    receivable: sum([goods, ...Object.values(parts)]),
    credited: money(price * returned, currency),
    ...(Object.keys(told).length === 0 ? {} : { parts: told }),
    aliases: draft.merged ? [`S-${number}`, MERGED] : [`S-${number}`],
    lines: [{ sku: 'TEA', name: 'TEA', quantity: pieces, returned, unitPrice: money(price, currency) }],
    sourceRow: 2,
  };
}

const OUTGOING: ReadonlySet<ComponentType> = new Set([
  ...(['SELLER_DISCOUNT', 'REFUND', 'COMMISSION', 'PAYMENT_FEE', 'SERVICE_FEE', 'AFFILIATE_FEE'] as const),
  ...(['SHIPPING_FEE', 'PENALTY', 'AD_FEE', 'CHARGEBACK', 'RESERVE_HELD', 'TAX', 'WITHDRAWAL'] as const),
]);
const otherTypes = COMPONENT_TYPES.filter((type) => type !== 'PRINCIPAL' && type !== 'COMMISSION');

/** A component beside principal and commission; one in twelve flows the other way than its kind says. */
const anyComponent = fc.record({
  type: fc.constantFrom<ComponentType>(...otherTypes, 'SHIPPING_FEE', 'SHIPPING_FEE', 'REFUND', 'CHARGEBACK'),
  count: fc.integer({ min: 1, max: 200 }),
  turned: oneIn(12),
});

interface ComponentDraft {
  readonly type: ComponentType;
  readonly count: number;
  readonly turned: boolean;
}
const someComponents: fc.Arbitrary<ComponentDraft[]> = fc.uniqueArray(anyComponent, {
  selector: ({ type }) => type,
  minLength: 1,
  maxLength: 3,
});

export const anyLineDraft = fc.record({
  number: fc.constantFrom(...ORDER_NUMBERS, ...ORDER_NUMBERS, ...ORDER_NUMBERS, 'X9', null),
  dress: fc.constantFrom('own', 'own', 'own', 'dressed', 'alias'),
  on: onDay(3, 60),
  pays: fc.constantFrom('whole', 'whole', 'near', 'near', 'half', 'merged', 'any', 'nothing'),
  off: fc.integer({ min: -4, max: 4 }),
  size,
  fee: fc.constantFrom('contract', 'contract', 'above', 'none'),
  more: fc.oneof({ weight: 2, arbitrary: fc.constant<ComponentDraft[]>([]) }, { weight: 1, arbitrary: someComponents }),
  otherCurrency: oneIn(14),
});
export type LineDraft = typeof anyLineDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** @param known the shop's orders as the books hold them when the row is written, by number */
export function lineOfDraft(draft: LineDraft, identity: string, known: ReadonlyMap<string, Order>): PayoutLine {
  const number = draft.pays === 'merged' ? null : draft.number;
  const own = currencyOf(number);
  const currency = draft.otherCurrency ? (own === 'TWD' ? 'USD' : 'TWD') : own;
  const principal = principalOf(draft, currency, known);
  const commission = commissionOf(draft, principal, currency);
  const given: readonly [ComponentType, Amount][] = [
    ['PRINCIPAL', principal],
    ['COMMISSION', commission],
    ...draft.more.map(({ type, count, turned }): [ComponentType, Amount] => {
      const amount = money(count, currency);
      return [type, OUTGOING.has(type) === turned ? amount : negate(amount)];
    }),
  ];
  const components = given.flatMap(([type, amount]): Component[] => {
    return amount === ZERO ? [] : [{ type, column: type, amount }];
  });
  return {
    ...{ orderNumber: dressed(number, draft.dress), identity, currency, components, paidOutOn: draft.on },
    reference: draft.pays === 'merged' ? MERGED : '',
    net: sum(components.map(({ amount }) => amount)),
    sourceRow: 7,
  };
}

function dressed(number: string | null, dress: LineDraft['dress']): string | null {
  if (number === null || dress === 'own') return number;
  return dress === 'dressed' ? `#${number.toLowerCase()}` : `S-${number}`;
}

function principalOf(
  { pays, number, off, size: count }: LineDraft,
  currency: Currency,
  known: ReadonlyMap<string, Order>,
) {
  if (pays === 'nothing') return ZERO;
  const together = [...known.values()].filter((one) => one.currency === currency && one.aliases?.includes(MERGED));
  if (pays === 'merged') return sum(together.map(({ receivable }) => receivable));
  const order = known.get(number ?? '');
  if (pays === 'any' || order === undefined || order.currency !== currency) return money(count, currency);
  const owed = subtract(order.receivable, order.credited);
  const unit = money(1, currency);
  if (pays === 'near') return amountOfUnits(Math.max(0, owed + off * unit));
  return pays === 'whole' ? owed : amountOfUnits(Math.floor(owed / 2 / unit) * unit);
}

/** 6 % as the contract says, half-up to the dollar; `above`: five more. */
function commissionOf({ fee }: LineDraft, principal: Amount, currency: Currency): Amount {
  if (fee === 'none') return ZERO;
  const unit = money(1, currency);
  const contract = Math.round((principal * 6) / 100 / unit) * unit;
  return amountOfUnits(-(fee === 'above' ? contract + 5 * unit : contract));
}
