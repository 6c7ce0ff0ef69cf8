// What a scenario sets up before or between runs: policy, contracts, the shop's switches, rates, closed months, links.
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import type { PayoutCalendar } from '../../core/calendar/payout-calendar.ts';
import {
  type CompanySettings,
  DEFAULT_COMPANY,
  DEFAULT_SHOP,
  type FeeVat,
  type ShopSettings,
} from '../../core/company.ts';
import type { FeeRule, FeeType } from '../../core/fees/fee-rule.ts';
import { type Amount, amountOfText, type Rate, rateOfText } from '../../core/money.ts';
import type { ComponentType } from '../../core/payout.ts';
import type { ExchangeRate } from '../../core/reconcile/account.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';

/** Everything in force at a run. */
export interface SetUpState {
  readonly policy: ReconcilePolicy;
  readonly shop: ShopSettings;
  readonly baseCurrency: string | null;
  readonly feeRules: readonly FeeRule[];
  readonly rates: readonly ExchangeRate[];
  readonly closed: readonly string[];
  /** What the bank keeps of each payout; null: nothing is known. */
  readonly transferFee: Amount | null;
  /** Pairs of payout number and order number. */
  readonly aliases: readonly (readonly [number: string, order: string])[];
  readonly declined: readonly (readonly [number: string, order: string])[];
  /** Payout numbers and the orders that they pay together. */
  readonly together: readonly (readonly [number: string, orders: readonly string[]])[];
  /** Payout numbers that somebody approved. */
  readonly approved: readonly string[];
}

export const FIRST_DAY: SetUpState = {
  policy: DEFAULT_POLICY,
  shop: DEFAULT_SHOP,
  baseCurrency: null,
  transferFee: null,
  ...{ feeRules: [], rates: [], closed: [], aliases: [], declined: [], together: [], approved: [] },
};

export const SET_UP_WORDS = [
  ...['policy', 'shop', 'contract', 'base', 'rate', 'close', 'reopen', 'alias', 'decline', 'together', 'approve'],
  'transfer-fee',
];

/** The state after one line of set-up. */
export function changeSetUp(state: SetUpState, [word = '', ...rest]: readonly string[]): SetUpState {
  const [first = '', second = '', third = '', ...more] = rest;
  switch (word) {
    case 'policy':
      return { ...state, policy: changePolicy(state.policy, first, second) };
    case 'shop':
      return { ...state, shop: changeShop(state.shop, rest) };
    case 'contract':
      return {
        ...state,
        feeRules: [...state.feeRules, contractOf(first as FeeType, second, third, more)],
      };
    case 'base':
      return { ...state, baseCurrency: first };
    case 'rate':
      return { ...state, rates: [...state.rates, { currency: first, validOn: dayOf(second), rate: third }] };
    case 'close':
      return { ...state, closed: [...state.closed, first] };
    case 'reopen':
      return { ...state, closed: state.closed.filter((month) => month !== first) };
    case 'alias':
      return { ...state, aliases: [...state.aliases, [first, second]] };
    case 'decline':
      return { ...state, declined: [...state.declined, [first, second]] };
    case 'together':
      return { ...state, together: [...state.together, [first, rest.slice(1)]] };
    case 'transfer-fee':
      return { ...state, transferFee: amountOf(first) };
    case 'approve':
      return { ...state, approved: [...state.approved, ...rest] };
    default:
      throw new Error(`unknown set-up: ${word}`);
  }
}

/** The company's books for a shop key. */
export function companyOf({ shop, baseCurrency }: SetUpState, shopKey: string): CompanySettings {
  return { ...DEFAULT_COMPANY, baseCurrency, shops: { [shopKey]: shop } };
}

function changePolicy(policy: ReconcilePolicy, name: string, value: string): ReconcilePolicy {
  const amount = () => amountOf(value);
  const { tolerance, autoPost } = policy;
  switch (name) {
    // Caps far above it, unless the scenario sets them.
    case 'tolerance':
      return { ...policy, tolerance: { ...tolerance, perOrder: amount(), perRun: LARGE, perMonth: LARGE } };
    case 'tolerance-per-run':
      return { ...policy, tolerance: { ...tolerance, perRun: amount() } };
    case 'tolerance-per-month':
      return { ...policy, tolerance: { ...tolerance, perMonth: amount() } };
    case 'tolerance-share':
      return { ...policy, tolerance: { ...tolerance, share: rateOf(value) } };
    case 'grace-days':
      return { ...policy, graceDays: Number(value) };
    case 'fee-tolerance':
      return { ...policy, feeTolerance: amount() };
    case 'freight-max':
      return { ...policy, freightMax: amount() };
    case 'post-up-to':
      return { ...policy, autoPost: { ...autoPost, netMax: amount() } };
    case 'post-only':
      return { ...policy, autoPost: { ...autoPost, passes: autoPost.passes.filter((pass) => pass === value) } };
    default:
      throw new Error(`unknown policy: ${name}`);
  }
}

function changeShop(shop: ShopSettings, [name = '', value = '', more = '']: readonly string[]): ShopSettings {
  switch (name) {
    case 'fee-vat':
      return { ...shop, feeVat: value as FeeVat };
    case 'fee-vat-of':
      return { ...shop, feeVatByType: { ...shop.feeVatByType, [value as ComponentType]: more as FeeVat } };
    case 'freight':
      return { ...shop, freight: value as ShopSettings['freight'] };
    case 'settlement':
      return { ...shop, settlement: value as ShopSettings['settlement'] };
    case 'revenue-on':
      return { ...shop, revenueOn: value as NonNullable<ShopSettings['revenueOn']> };
    case 'receipt-per':
      return { ...shop, receiptPer: value as ShopSettings['receiptPer'] };
    case 'paid-through':
      return { ...shop, paidThrough: [value] };
    case 'sales-tax':
      return { ...shop, salesTaxRate: value, feeTaxRate: value };
    default:
      throw new Error(`unknown switch of the shop: ${name}`);
  }
}

/**
 * contract COMMISSION rate 0.06 | contract COMMISSION fixed 63, of the receivable, half-up to the dollar, per order.
 * kept: not returned with a refund; by-day, by-payout: rounded over the day or the payout; of-principal: of what was paid
 * in goods; in PLAN, not-in PLAN: only for orders of a plan, or of none.
 */
function contractOf(feeType: FeeType, shape: string, value: string, words: readonly string[]): FeeRule {
  const level = words.includes('by-day') ? 'day' : words.includes('by-payout') ? 'batch' : 'order';
  const after = (word: string) => words.flatMap((one, at) => (one === word ? [words[at + 1] ?? ''] : []));
  const programs = { has: after('in'), lacks: after('not-in') };
  return {
    ...{
      id: [feeType, shape, value, ...words].join('-'),
      version: 1,
      platform: 'shopee-tw',
      shopPattern: '*',
      currency: 'TWD',
    },
    ...{ sellerType: null, programs, feeType, scope: 'order' },
    base: shape === 'fixed' ? [] : words.includes('of-principal') ? ['PRINCIPAL'] : ['receivable'],
    rate: shape === 'rate' ? rateOf(value) : null,
    fixed: shape === 'fixed' ? amountOf(value) : null,
    ...{ baseCap: null, byCategory: null, tiers: null, min: null, max: null, additive: [] },
    rounding: { mode: 'halfUp', decimals: 0, when: 'sum', level, unitDecimals: null },
    ...{ taxIncluded: true, taxRate: rateOf('0'), taxVoucher: 'monthlyInvoice' },
    refundPolicy: { policy: words.includes('kept') ? 'none' : 'full' },
    ...{ when: level === 'order' ? 'orderCreated' : 'paidOut', validFrom: null, validTo: null },
    ...{ source: 'scenario', checkedAt: null },
  };
}

/** The shop's payout calendar as far as it says what a transfer costs: its days are those of the policy's term. */
export function calendarOf(transferFee: Amount): PayoutCalendar {
  return {
    ...{ id: 'scenario', version: 1, platform: 'shopee-tw', shopPattern: '*' },
    ...{ validFrom: dayOf('2024-01-01'), validTo: null, anchor: 'completed', cycle: { kind: 'daily' } },
    ...{ delay: { n: 14, unit: 'day' }, transferDelay: { n: 0, unit: 'day' }, whenClosed: 'keep', cutoff: null },
    ...{ holidayCalendar: 'none', currency: 'TWD', minPayout: null, transferFee, reserve: null },
    ...{ destination: 'bank', source: 'scenario', checkedOn: null },
  };
}

const LARGE = amountOf('1000000');

function amountOf(text: string): Amount {
  return present(amountOfText(text.replace(/,/g, '')));
}

const rateOf = (text: string): Rate => present(rateOfText(text));
const dayOf = (text: string): BusinessDate => present(dayOfText(text));

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a value is missing or unreadable');
  return value;
}
