// What the engine works on: orders and payout lines with what the books already hold of them, and nothing else.
import type { BusinessDate } from '../business-date.ts';
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts';
import type { PayoutCalendar } from '../calendar/payout-calendar.ts';
import { type Company, DEFAULT_COMPANY } from '../company.ts';
import type { FeeRule } from '../fees/fee-rule.ts';
import { type Amount, type Currency, ZERO } from '../money.ts';
import type { Order } from '../order.ts';
import type { ComponentType, PayoutLine } from '../payout.ts';
import type { AllocationTarget, Positions } from '../receipt.ts';
import type { MovementCause } from '../stock.ts';
import type { Decisions } from './decision.ts';
import type { Flow } from './flow.ts';
import type { MatchPass } from './link-passes.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from './policy.ts';
import type { StatementVersion } from './statement-versions.ts';

/** Where a row came from, so that every figure leads back to its cell. */
export interface Source {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** An order with its account as of now. */
export interface OrderAccount {
  readonly key: string;
  readonly shop: string;
  readonly order: Order;
  readonly source: Source;
  /** The platform's code, by which fee contracts and calendars are found. */
  readonly platform: string;
  /** Σ sales documents already booked. */
  readonly documented: Documented;
  /** Balance of its receivable in base currency before the run; null while no base currency is kept. */
  readonly receivableBase: Amount | null;
  /** What receipts so far gained or lost on it. */
  readonly exchange: ExchangeFacts;
  /** What receipts have done with the order beside its payout lines, see core/reconcile/bad-debt.ts; none for most. */
  readonly own?: Booked | null;
  /** Σ movements already booked, by item and cause. */
  readonly moved: readonly { readonly sku: string; readonly cause: MovementCause; readonly quantity: number }[];
}

/** Realised exchange differences of an order, in base currency; gains positive. */
export interface ExchangeFacts {
  readonly gain: Amount;
  /** Σ of differences that are less than one unit of the base currency: no rate could be told from them. */
  readonly rounding: Amount;
}

export const NO_EXCHANGE: ExchangeFacts = { gain: ZERO, rounding: ZERO };

/** What sales documents say of an order so far. */
export interface Documented {
  /** Σ 銷貨單. */
  readonly sold: Amount;
  /** The same in base currency; null while no base currency is kept. */
  readonly soldBase: Amount | null;
  /** Σ 銷退單 and 折讓單. */
  readonly credited: Amount;
  /** The part of `credited` that 銷退單 say; the rest 折讓單 say. */
  readonly returned: Amount;
  /** The part of `sold` that is freight collected for the carrier. */
  readonly collected: Amount;
  /** The part of `credited` that is such freight given back, and of that the part of `returned`. */
  readonly collectedBack: Amount;
  readonly collectedReturned: Amount;
  /** Freight collected less given back in base currency, as booked; null while no base currency is kept. */
  readonly collectedBase: Amount | null;
  /** Day of the latest of them that stands; null where none does. */
  readonly lastOn: BusinessDate | null;
}

/** What receipts have already done with a payout line, for one order or (order null) for none. */
export interface Booked {
  readonly orderKey: string | null;
  readonly positions: Positions;
  /** The same in base currency; null while no base currency is kept. */
  readonly base: Positions | null;
  /** The part of `positions.claim` that stands for fees above contract, by fee; a negative amount is a claim. */
  readonly feeClaims: Readonly<Partial<Record<ComponentType, Amount>>>;
  /** The part of `positions` that fees accepted by a person moved, by fee; none where nobody accepted one. */
  readonly accepted?: Readonly<Partial<Record<ComponentType, Amount>>>;
}

/** A link made by an earlier run; new data never changes it. */
export interface HeldMatch {
  readonly orderKey: string;
  readonly pass: MatchPass;
  readonly evidence: string;
  /** Null: the whole line. Else this order's share of a line that pays several. */
  readonly share: Flow | null;
}

/** The batch a payout line came with. */
export interface BatchFacts {
  readonly id: string;
  /** False when the file's rows do not add up to its own declared total. */
  readonly foots: boolean;
  /** Read by a mapping with unsure facts that nobody has confirmed yet. */
  readonly unconfirmed?: boolean;
  readonly paymentMode: 'single' | 'instalments';
}

/** A payout line with its matches and bookings as of now. */
export interface LineAccount {
  readonly key: string;
  readonly shop: string;
  readonly line: PayoutLine;
  readonly source: Source;
  readonly batch: BatchFacts;
  /** Empty until an earlier run linked it; several for a line that pays several orders. */
  readonly matches: readonly HeldMatch[];
  /** Null until a receipt names the line among its `lineKeys`; then Σ its allocations, one entry an order. */
  readonly booked: readonly Booked[] | null;
  /** Somebody looked at it and lets it be booked although the policy asks for review. */
  readonly approved: boolean;
  /** Not yet booked, and its file is another version of its statement. */
  readonly version?: StatementVersion | null;
  /** The day on which its batch reached the bank, as far as a statement says so. */
  readonly depositedOn: BusinessDate | null;
}

/** What the team taught the linking ladder (學習到的對應). */
export interface LinkMemory {
  /** Order key by shop and other number, see `orderKey`: links that a person made. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Order keys by line key: lines that a person said pay several orders. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Pairs a person declined, see `pairKey`; they never return. */
  readonly declined: ReadonlySet<string>;
}

const NO_MEMORY: LinkMemory = { aliases: new Map(), groups: new Map(), declined: new Set() };

/** Base units for one unit of a currency, as a decimal. */
export interface ExchangeRate {
  readonly currency: Currency;
  readonly validOn: BusinessDate;
  readonly rate: string;
}

/** A balance that belongs to a shop and to no order: reserves, tax withheld, money in transit. */
export interface UnassignedBalance {
  readonly shop: string;
  readonly currency: Currency;
  readonly target: AllocationTarget;
  readonly amount: Amount;
  readonly base: Amount;
}

/** Everything one run looks at. The order of the arrays does not matter. */
export interface ReconcileInput {
  readonly asOf: BusinessDate;
  readonly policy: ReconcilePolicy;
  readonly company: Company;
  readonly orders: readonly OrderAccount[];
  readonly lines: readonly LineAccount[];
  readonly memory: LinkMemory;
  /** What people decided on the work list. */
  readonly decisions?: Decisions;
  readonly feeRules: readonly FeeRule[];
  readonly calendars: readonly PayoutCalendar[];
  /** By id, as the calendars name them. */
  readonly holidays: ReadonlyMap<string, HolidayCalendar>;
  readonly rates: readonly ExchangeRate[];
  /** What earlier documents without an order left on accounts of a shop, credits positive. */
  readonly unassigned: readonly UnassignedBalance[];
  /** Months (YYYY-MM) that are closed or filed. */
  readonly closedMonths: ReadonlySet<string>;
  /** What was given up in the month of `asOf`, written off or accepted as a fee, per currency, without sign. */
  readonly writtenOff: ReadonlyMap<Currency, Amount>;
  /** What a person gives up with this very run, within `writtenOff`: it takes of the run's cap. */
  readonly givenUpNow?: ReadonlyMap<Currency, Amount> | undefined;
}

/** What a run sees beside orders and lines while nothing is set up. */
export const NOTHING_SET_UP: Omit<ReconcileInput, 'asOf' | 'orders' | 'lines'> = {
  policy: DEFAULT_POLICY,
  company: { ...DEFAULT_COMPANY, shopPlaces: new Map() },
  memory: NO_MEMORY,
  feeRules: [],
  calendars: [],
  holidays: new Map(),
  rates: [],
  unassigned: [],
  closedMonths: new Set(),
  writtenOff: new Map(),
};

const SEPARATOR = '\u001f';

/** Key of an order within the company: shop and platform number. */
export function orderKey(shop: string, orderNumber: string): string {
  return `${shop}${SEPARATOR}${orderNumber}`;
}

/** What `orderKey` was made of. */
export function partsOfOrderKey(key: string): { shop: string; orderNumber: string } {
  const [shop = '', orderNumber = ''] = key.split(SEPARATOR);
  return { shop, orderNumber };
}

/** Key of a payout line within the company: shop, order number and row identity. */
export function lineKey(shop: string, line: Pick<PayoutLine, 'orderNumber' | 'identity'>): string {
  return `${shop}${SEPARATOR}${orderNumberAndIdentity(line)}`;
}

/** The part of a line's key within its shop. */
export function orderNumberAndIdentity(line: Pick<PayoutLine, 'orderNumber' | 'identity'>): string {
  return `${line.orderNumber ?? ''}${SEPARATOR}${line.identity}`;
}

/** A shop's own name: its key without the platform that every key of the books begins with. */
export function shopName(shop: string, platform: string): string {
  const prefix = `${platform}/`;
  return shop.startsWith(prefix) ? shop.slice(prefix.length) : shop;
}

/** A payout line and an order that were declined as a pair. */
export function pairKey(line: string, order: string): string {
  return `${line}\u001e${order}`;
}
