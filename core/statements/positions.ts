// What a platform has of ours at the end of a period (平台應收部位): unpaid, in reserve, in the wallet, by the ledger. Rolled
// forward: opening + sales − refunds − fees − payouts ± other = closing.
import { add, type Amount, negate, sum, ZERO } from '../money.ts';
import type { AccountRole } from '../voucher.ts';
import { type Account, accountKey, gather } from './ledger-entry.ts';
import type { RollForward } from './roll-forward.ts';

/** Σ debit − credit of one role on the vouchers of a shop and currency. */
export interface LedgerSum extends Account {
  readonly role: AccountRole;
  /** Vouchers before the period; else those within it. */
  readonly isBefore: boolean;
  /** On vouchers of returns and allowances: their tax is no tax of sales. */
  readonly isReturn: boolean;
  readonly amount: Amount;
  readonly baseAmount: Amount;
}

/** Where a platform holds our money, and the account that says so. */
export const PLACES = [
  { place: 'unpaid', role: 'receivable' },
  { place: 'reserve', role: 'reserve' },
  { place: 'wallet', role: 'wallet' },
] as const satisfies readonly { place: string; role: AccountRole }[];
type Place = (typeof PLACES)[number]['place'];

/** The columns between opening and closing with the sign they are read with. */
export const POSITION_MOVES = [
  { figure: 'sales', sign: 1 },
  { figure: 'refunds', sign: -1 },
  { figure: 'fees', sign: -1 },
  { figure: 'payouts', sign: -1 },
  { figure: 'other', sign: 1 },
] as const;
type Move = (typeof POSITION_MOVES)[number]['figure'];

/** unpaid + reserve + wallet = closing, in sound books. */
export interface PlatformPosition extends Account, Readonly<Record<Place | Move, Amount>> {
  readonly opening: Amount;
  /** opening + sales − refunds − fees − payouts + other. */
  readonly closing: Amount;
  /** 應收帳款 at the end in the company's currency. */
  readonly baseUnpaid: Amount;
}

/** One a platform, shop and currency that has vouchers. */
export function positionsOf(sums: Iterable<LedgerSum>): PlatformPosition[] {
  return gather(sums, accountKey, startOf, put).map(closed).filter(isAnything);
}

function closed(position: PlatformPosition): PlatformPosition {
  const moves = POSITION_MOVES.map(({ figure, sign }) => (sign < 0 ? negate(position[figure]) : position[figure]));
  return { ...position, closing: sum([position.opening, ...moves]) };
}

/** Each place for itself: what is unpaid and what the wallet lacks for it may be as large. */
const isAnything = (position: PlatformPosition) => FIGURES.some((figure) => position[figure] !== 0);

const FIGURES = [
  ...PLACES.map(({ place }) => place),
  ...POSITION_MOVES.map(({ figure }) => figure),
  ...(['opening', 'baseUnpaid'] as const),
];

/** What is at the three places together. */
export function placed(position: PlatformPosition): Amount {
  return sum(PLACES.map(({ place }) => position[place]));
}

type Growing = { -readonly [K in keyof PlatformPosition]: PlatformPosition[K] };

function startOf({ platform, shop, currency }: Account): Growing {
  return {
    ...{ platform, shop, currency, opening: ZERO, sales: ZERO, refunds: ZERO, fees: ZERO, payouts: ZERO, other: ZERO },
    ...{ closing: ZERO, unpaid: ZERO, reserve: ZERO, wallet: ZERO, baseUnpaid: ZERO },
  };
}

/** Vouchers balance: what the other accounts of the period moved is what the position moved, turned round. */
function put(position: Growing, { role, isBefore, isReturn, amount, baseAmount }: LedgerSum): void {
  const place = PLACES.find((one) => one.role === role)?.place;
  if (place !== undefined) {
    position[place] = add(position[place], amount);
    if (isBefore) position.opening = add(position.opening, amount);
    if (role === 'receivable') position.baseUnpaid = add(position.baseUnpaid, baseAmount);
  } else if (!isBefore) {
    const { figure, sign } = moveOf(role, isReturn);
    position[figure] = add(position[figure], sign > 0 ? negate(amount) : amount);
  }
}

const FEES: readonly AccountRole[] = [
  ...(['platformFees', 'freight', 'advertising', 'otherExpense', 'inputVat', 'prepaidFees'] as const),
];
/** Gains have an amount in a document's own currency only beside the deposit of a conversion, with which they cancel. */
const PAYOUTS: readonly AccountRole[] = [
  ...(['bank', 'transit', 'conversion', 'transferFees', 'exchangeGain', 'exchangeLoss'] as const),
];

function moveOf(role: AccountRole, isReturn: boolean): (typeof POSITION_MOVES)[number] {
  const [sales, refunds, fees, payouts, other] = POSITION_MOVES;
  if (role === 'salesReturns' || role === 'salesAllowances') return refunds;
  if (role === 'sales' || role === 'outputVat') return isReturn ? refunds : sales;
  if (FEES.includes(role)) return fees;
  return PAYOUTS.includes(role) ? payouts : other;
}

/** The roll-forward against the ledger's own account: both differences are 0 in sound books. */
export interface LedgerTie extends Account {
  readonly ledger: Amount;
  /** closing − ledger. */
  readonly difference: Amount;
  readonly baseLedger: Amount;
  readonly baseDifference: Amount;
}

/** One a place that the roll-forward or the ledger knows. */
export function ledgerTies(rolled: readonly RollForward[], positions: readonly PlatformPosition[]): LedgerTie[] {
  const closings = rolled.map(({ figures, base, ...account }) => {
    return { ...placeOf(account), closing: figures.closing, baseClosing: base.figures.closing };
  });
  const ledgers = positions.map((one) => ({ ...placeOf(one), ledger: one.unpaid, baseLedger: one.baseUnpaid }));
  return gather(
    [...closings, ...ledgers],
    accountKey,
    (account): { account: Account; parts: (typeof closings | typeof ledgers)[number][] } => ({ account, parts: [] }),
    (group, part) => group.parts.push(part),
  ).map(({ account, parts }) => tieOf(account, parts));
}

function tieOf(
  account: Account,
  parts: readonly Partial<Record<'closing' | 'baseClosing' | 'ledger' | 'baseLedger', Amount>>[],
): LedgerTie {
  const of = (key: keyof (typeof parts)[number]) => sum(parts.map((part) => part[key] ?? ZERO));
  const [ledger, baseLedger] = [of('ledger'), of('baseLedger')];
  return {
    ...placeOf(account),
    ...{ ledger, difference: add(of('closing'), negate(ledger)) },
    ...{ baseLedger, baseDifference: add(of('baseClosing'), negate(baseLedger)) },
  };
}

const placeOf = ({ platform, shop, currency }: Account): Account => ({ platform, shop, currency });
