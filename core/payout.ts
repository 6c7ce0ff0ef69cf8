// The payout line: one row of a settlement report as a vector of typed components that sums to its net.
import type { BusinessDate } from './business-date.ts';
import { type Amount, type Currency, sum } from './money.ts';

/**
 * Where a component stands in the order's account:
 * principal = money owed to the seller (Pg), refund = money taken back for the buyer (Pr),
 * fee = the platform's deductions and what it gives towards them (Pf), other = money without a claim on an order.
 */
export type Side = 'principal' | 'refund' | 'fee' | 'other';

/** Every kind of money a payout can hold, with its side. The Chinese words are the report's usual ones. */
export const COMPONENT_SIDES = {
  /** 貨款 */ PRINCIPAL: 'principal',
  /** 買家運費 */ BUYER_SHIPPING: 'principal',
  /** 平台補貼 */ PLATFORM_SUBSIDY: 'principal',
  /** 賣家折扣 */ SELLER_DISCOUNT: 'principal',
  /** 賠付 */ REIMBURSEMENT: 'principal',
  /** 退款 */ REFUND: 'refund',
  /** 成交手續費 */ COMMISSION: 'fee',
  /** 金流手續費 */ PAYMENT_FEE: 'fee',
  /** 活動/方案服務費 */ SERVICE_FEE: 'fee',
  /** 分潤 */ AFFILIATE_FEE: 'fee',
  /** 實扣運費 */ SHIPPING_FEE: 'fee',
  /** 平台補助運費: offsets the freight charged, never part of the goods' price */ SHIPPING_SUBSIDY: 'fee',
  /** 手續費退回 */ FEE_REVERSAL: 'fee',
  /** 罰款 */ PENALTY: 'fee',
  /** 廣告 */ AD_FEE: 'fee',
  /** 爭議款 */ CHARGEBACK: 'other',
  /** 爭議款退回 */ CHARGEBACK_REVERSAL: 'other',
  /** 保留款扣留 */ RESERVE_HELD: 'other',
  /** 保留款釋出 */ RESERVE_RELEASED: 'other',
  /** 稅 */ TAX: 'other',
  /** 調整 */ ADJUSTMENT: 'other',
  /** 提領 */ WITHDRAWAL: 'other',
  /** 未知 */ UNKNOWN: 'other',
} as const satisfies Record<string, Side>;

/**
 * Money that only an order can bring: whoever has no number for it lacks one. Ads, withdrawals, reserves, adjustments and
 * a compensation (also paid for goods lost in a warehouse) may be about no order at all.
 */
const OF_ORDERS: ReadonlySet<ComponentType> = new Set([
  ...(['PRINCIPAL', 'BUYER_SHIPPING', 'PLATFORM_SUBSIDY', 'SELLER_DISCOUNT'] as const),
  ...(['REFUND', 'CHARGEBACK', 'CHARGEBACK_REVERSAL'] as const),
]);

export type ComponentType = keyof typeof COMPONENT_SIDES;
export const COMPONENT_TYPES = Object.keys(COMPONENT_SIDES) as ComponentType[];

/** One signed amount of a payout line: positive flows to the seller, negative away. Zero components are left out. */
export interface Component {
  readonly type: ComponentType;
  /** Header of the column it was read from, so that every figure leads back to its cell. */
  readonly column: string;
  readonly amount: Amount;
}

/** Of `PayoutLine.identity`. */
export const IDENTITY_LENGTH_MAX = 4_000;

/** One row of a payout report (撥款明細). */
export interface PayoutLine {
  /** The order it belongs to; null for lines without an order by nature (ads, withdrawals), and where the file names none. */
  readonly orderNumber: string | null;
  /**
   * Row identity within company, shop and order number: the platform's transaction id where the mapping names one,
   * else the row's content with its occurrence number among identical rows of the file. Never amount and date alone.
   */
  readonly identity: string;
  /** The platform's refund or transaction number; empty when it has none. */
  readonly reference: string;
  /** Number of the statement or payout that the line is paid out with (撥款批次/結算單號); left out where the file names none. */
  readonly statement?: string;
  /** Day the money reached the wallet or bank (撥款日). */
  readonly paidOutOn: BusinessDate;
  readonly currency: Currency;
  /** Σ components, exactly. */
  readonly net: Amount;
  readonly components: readonly Component[];
  /** Sheet row, 1-based. */
  readonly sourceRow: number;
}

/** Whether the line is about an order: it names one, or holds money that only an order can bring. */
export function concernsOrder({ orderNumber, components }: Pick<PayoutLine, 'orderNumber' | 'components'>): boolean {
  return orderNumber !== null || components.some(({ type }) => OF_ORDERS.has(type));
}

/** The line's amount on one side of the account, signed as in the file. */
export function sideTotal(line: Pick<PayoutLine, 'components'>, side: Side): Amount {
  return sum(line.components.filter((part) => COMPONENT_SIDES[part.type] === side).map((part) => part.amount));
}
