// What a run says: the closed list of states, one outcome per order, and what could not be linked.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';
import type { OrderStage } from '../order.ts';
import type { FeeFact } from '../fees/fee-rule.ts';
import type { ComponentType } from '../payout.ts';
import type { Source } from './account.ts';
import type { Consigned } from './consignment.ts';
import type { MatchPass } from './link-passes.ts';
import type { StatementVersion } from './statement-versions.ts';
import type { ReviewReason } from './review-reasons.ts';

/**
 * States by precedence: the first that holds is the order's headline. Those before PARTIAL need somebody's attention.
 * CANCELLED, NOT_SHIPPED and NOT_COMPLETED are calm states for orders on which nothing is owed and nothing was paid:
 * calling them EXACT would hide them among orders paid in full. The last, and PAID_NOT_COMPLETED, are of shops that book
 * a sale at completion.
 */
export const HEADLINES = [
  /** 檔案不平 */ 'FILE_INCONSISTENT',
  /** 重複撥款 */ 'DUPLICATE_LINE',
  /** 已取消仍撥款 */ 'CANCELLED_BUT_PAID',
  /** 爭議款 */ 'CHARGEBACK',
  /** 有撥款無訂單 */ 'PAYOUT_WITHOUT_ORDER',
  /** 已支付未發貨 */ 'PAID_NOT_SHIPPED',
  /** 已撥款未完成 */ 'PAID_NOT_COMPLETED',
  /** 已退款未核銷 */ 'REFUND_NOT_WRITTEN_OFF',
  /** 已折讓未退款 */ 'CREDIT_WITHOUT_REFUND',
  /** 溢收 */ 'OVER',
  /** 短收 */ 'SHORT',
  /** 逾期未撥款 */ 'OVERDUE',
  /** 手續費與合約不符 */ 'FEE_DIFF',
  /** 運費差異 */ 'SHIPPING_DIFF',
  /** 負撥款 */ 'NEGATIVE_NET',
  /** 保留款 */ 'RESERVE_HELD',
  /** 分批收款中 */ 'PARTIAL',
  /** 未到期 */ 'NOT_DUE',
  /** 已列呆帳 */ 'BAD_DEBT',
  /** 全額退款 */ 'REFUND_FULL',
  /** 部分退款 */ 'REFUND_PARTIAL',
  /** 已取消 */ 'CANCELLED',
  /** 未出貨 */ 'NOT_SHIPPED',
  /** 已出貨未完成 */ 'NOT_COMPLETED',
  /** 容差內相符 */ 'WITHIN_TOLERANCE',
  /** 完全相符 */ 'EXACT',
] as const;
export type Headline = (typeof HEADLINES)[number];

/** States that belong on the work list (差異清單). */
export const DISCREPANCIES: readonly Headline[] = HEADLINES.slice(0, HEADLINES.indexOf('PARTIAL'));

/** What is worth knowing beside the state; none is a headline. */
export const FLAGS = [
  /** 平台補貼差異 */ 'SUBSIDY_DIFF',
  /** 跨期: sale, payouts and their deposits fall in different months */ 'CROSS_PERIOD',
  /** 匯差 */ 'FX_DIFF',
  /** 進位尾差: less than one unit, left by a rounding that was declared */ 'ROUNDING_DIFF',
] as const;
export type Flag = (typeof FLAGS)[number];

/** How far the receivable is cleared: an axis of its own beside link, discrepancies and batch. */
export const SETTLEMENT_STATES = [
  /** nothing is owed */ 'none',
  /** 未收 */ 'open',
  /** 部分沖銷 */ 'partly',
  /** 已沖銷 */ 'settled',
  /** more credited than is left to refund */ 'overpaid',
] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** Why actual and expected net differ. Closed list; every difference is one or more of these. */
export const DIFFERENCE_REASONS = [
  'NOT_DUE',
  'INSTALMENT_OPEN',
  'OVERDUE',
  'SHORT',
  'OVER',
  'WRITE_OFF',
  'BAD_DEBT',
  'ROUNDING_DIFF',
  'SUBSIDY_DIFF',
  'REFUND_NOT_WRITTEN_OFF',
  'CREDIT_WITHOUT_REFUND',
  'PAID_NOT_SHIPPED',
  'PAID_NOT_COMPLETED',
  'CANCELLED_BUT_PAID',
  'FEE_DIFF',
  'FEE_WITHOUT_SALE',
  /** Principal that did not come and was compensated (賠付), as far as it clears the receivable. */ 'COMPENSATED',
  /** 賠付: what the platform compensated, as it came. */ 'REIMBURSEMENT',
  'CHARGEBACK',
  /** Given back in disputes beyond what was taken. */ 'DISPUTE_SURPLUS',
  'RESERVE_HELD',
  /** Released beyond what was held. */ 'RESERVE_SURPLUS',
  'TAX',
  'ADJUSTMENT',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** One part of expected net − actual net: positive is money that did not come. */
export interface Difference {
  readonly reason: DifferenceReason;
  /** For FEE_DIFF, and ROUNDING_DIFF of a fee: the fee, and what was charged for it. */
  readonly feeType: ComponentType | null;
  readonly charged: Amount | null;
  readonly amount: Amount;
}

/** An order's account after the run. All amounts in the order's currency. */
export interface OrderOutcome {
  readonly orderKey: string;
  readonly orderNumber: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly stage: OrderStage;
  /** The platform's own status words. */
  readonly status: string;
  readonly headline: Headline;
  /** Every state of the work list that holds, the headline included, by precedence. */
  readonly discrepancies: readonly Headline[];
  /** G as the books hold it: 0 while the order is not sold or is cancelled. */
  readonly receivable: Amount;
  /** C: credit for returned goods. */
  readonly credited: Amount;
  /** Pg: principal paid by the platform so far. */
  readonly received: Amount;
  /** 賠付: what the platform paid instead of principal, for goods lost or damaged. */
  readonly compensated: Amount;
  /** Pr: refunds taken back so far, positive. */
  readonly refunded: Amount;
  /** The part of it that came as disputes (爭議款): a credit note makes them refunds. */
  readonly refundedByDispute: Amount;
  /** Pf: deductions so far, positive; freight after the platform's freight subsidy included. */
  readonly fees: Amount;
  /** What reached the wallet: Pg + compensated − Pf − Pr ± other. */
  readonly net: Amount;
  /** Receivable still open: G − C − what receipts have applied. Negative: more was credited than refunded. */
  readonly open: Amount;
  /** `open` as the books hold it in base currency; null while no base currency is kept. */
  readonly baseOpen: Amount | null;
  /** What roundings alone left in base currency when this run cleared the receivable; positive is a gain. */
  readonly baseRounding: Amount;
  /** Money received for the order that no receivable covers (暫收款). */
  readonly suspense: Amount;
  /** The weakest pass that linked one of its payout lines; null without payout. */
  readonly method: MatchPass | null;
  /** Day the platform should have paid by; null when nothing is owed or no date is known. */
  readonly dueOn: BusinessDate | null;
  /** Last day on which a payout line of the order was paid out. */
  readonly paidOutOn: BusinessDate | null;
  /** False: a fee has no contract, so it was booked as charged and not checked (手續費未核). */
  readonly feesChecked: boolean;
  /** What is not known of the order and decides which contract holds for such a fee. */
  readonly feesLacking: readonly FeeFact[];
  /**
   * What contracts say the platform will still deduct with the money that is open, as if all of it came as principal;
   * null where nothing is open, or where no contract tells.
   */
  readonly feesToCome: Amount | null;
  /** Σ allocations to the receivable by receipts, write-offs included. */
  readonly applied: Amount;
  /** 尾差: positive was given up, negative was kept. */
  readonly writtenOff: Amount;
  /** What is claimed back from the platform: chargebacks and fees above contract. */
  readonly claim: Amount;
  /** Money the platform holds in reserve. */
  readonly reserve: Amount;
  /** What freight cost the seller: charged, less what the buyer and the platform gave for it. */
  readonly freight: Amount;
  readonly settlement: SettlementState;
  readonly flags: readonly Flag[];
  /** G − C − fees by contract; fees without contract as charged. */
  readonly expectedNet: Amount;
  /** Sums to expectedNet − net, exactly. */
  readonly differences: readonly Difference[];
  /** Why some of its payout lines wait; empty when all are booked. */
  readonly onReview: readonly ReviewReason[];
  readonly source: Source;
  readonly lineKeys: readonly string[];
  /** What linked each of them: the values that agreed, each once. */
  readonly evidence: readonly string[];
  /** Of an order that left and whose sale waits for completion only: G − C of its export, what will be booked then. */
  readonly uncompleted?: { readonly worth: Amount } | undefined;
  /** Of an order that left in consignment (代銷) only: whether its statement came, and what it should bring. */
  readonly consigned?: Consigned | undefined;
}

export const UNLINKED_BECAUSE = [
  /** It belongs to no order by nature. */ 'BY_NATURE',
  /** It is an order's money, and the file names no order. */ 'NO_NUMBER',
  /** No order of its number is in the books. */ 'NO_ORDER',
  /** The order of its number is in another currency; two currencies are never added. */ 'OTHER_CURRENCY',
  /** Several orders answer to its number. */ 'SEVERAL_ORDERS',
  /** A person said that the order of its number is not the one. */ 'DECLINED',
  /** Its file is another version of a statement; until somebody lets it be booked it pays no order. */ 'STATEMENT_DIFFERS',
] as const;
export type UnlinkedBecause = (typeof UNLINKED_BECAUSE)[number];

/** A payout line without an order in the books. */
export interface UnlinkedLine {
  readonly lineKey: string;
  readonly shop: string;
  readonly orderNumber: string | null;
  /** `PAYOUT_WITHOUT_ORDER`: money of an order that we do not have or know. `NON_ORDER` (非訂單費用): of none by nature. */
  readonly type: 'PAYOUT_WITHOUT_ORDER' | 'NON_ORDER';
  /** What keeps it from its order. */
  readonly because: UnlinkedBecause;
  /** Why it waits instead of being held in suspense; null when booked. */
  readonly onReview: ReviewReason | null;
  readonly currency: Currency;
  readonly net: Amount;
  /** The part of it on hold (暫收款), before fees; what was accepted as a fee since is no more. */
  readonly onHold: Amount;
  /** What the platform kept of it, positive. */
  readonly fees: Amount;
  readonly paidOutOn: BusinessDate;
  readonly source: Source;
  /** The two versions of its statement, where that is what keeps it from its order. */
  readonly version?: StatementVersion | undefined;
}
