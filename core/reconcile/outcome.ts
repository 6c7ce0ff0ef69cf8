// What a run says: the closed list of states, one outcome per order, and what could not be linked.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';
import type { OrderStage } from '../order.ts';
import type { MatchPass, Source } from './account.ts';

/**
 * States by precedence: the first that holds is the order's headline. The first eleven need somebody's attention.
 * CANCELLED and NOT_SHIPPED are calm states for orders on which nothing is owed and nothing was paid: calling them
 * EXACT would hide them among orders paid in full.
 */
export const HEADLINES = [
  /** 檔案不平 */ 'FILE_INCONSISTENT',
  /** 重複撥款 */ 'DUPLICATE_LINE',
  /** 已取消仍撥款 */ 'CANCELLED_BUT_PAID',
  /** 有撥款無訂單 */ 'PAYOUT_WITHOUT_ORDER',
  /** 已支付未發貨 */ 'PAID_NOT_SHIPPED',
  /** 已退款未核銷 */ 'REFUND_NOT_WRITTEN_OFF',
  /** 已折讓未退款 */ 'CREDIT_WITHOUT_REFUND',
  /** 溢收 */ 'OVER',
  /** 短收 */ 'SHORT',
  /** 逾期未撥款 */ 'OVERDUE',
  /** 負撥款 */ 'NEGATIVE_NET',
  /** 分批收款中 */ 'PARTIAL',
  /** 未到期 */ 'NOT_DUE',
  /** 全額退款 */ 'REFUND_FULL',
  /** 部分退款 */ 'REFUND_PARTIAL',
  /** 已取消 */ 'CANCELLED',
  /** 未出貨 */ 'NOT_SHIPPED',
  /** 完全相符 */ 'EXACT',
] as const;
export type Headline = (typeof HEADLINES)[number];

/** States that belong on the work list (差異清單). */
export const DISCREPANCIES: readonly Headline[] = HEADLINES.slice(0, HEADLINES.indexOf('PARTIAL'));

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
  /** G as the books hold it: 0 while the order is not shipped or is cancelled. */
  readonly receivable: Amount;
  /** C: credit for returned goods. */
  readonly credited: Amount;
  /** Pg: principal paid by the platform so far. */
  readonly received: Amount;
  /** Pr: refunds taken back so far, positive. */
  readonly refunded: Amount;
  /** Pf: deductions so far, positive; freight after the platform's freight subsidy included. */
  readonly fees: Amount;
  /** What reached the wallet: Pg − Pf − Pr ± other. */
  readonly net: Amount;
  /** Receivable still open: G − C − what receipts have applied. Negative: more was credited than refunded. */
  readonly open: Amount;
  /** Money received for the order that no receivable covers (暫收款). */
  readonly suspense: Amount;
  /** The weakest pass that linked one of its payout lines; null without payout. */
  readonly method: MatchPass | null;
  /** Day the platform should have paid by; null when nothing is owed or no date is known. */
  readonly dueOn: BusinessDate | null;
  /** Last day on which a payout line of the order was paid out. */
  readonly paidOutOn: BusinessDate | null;
  /** False: no contract is set for its fees, so they were booked as charged and not checked (手續費未核). */
  readonly feesChecked: boolean;
  readonly source: Source;
  readonly lineKeys: readonly string[];
}

/** A payout line without an order in the books. */
export interface UnlinkedLine {
  readonly lineKey: string;
  readonly shop: string;
  readonly orderNumber: string | null;
  /** `PAYOUT_WITHOUT_ORDER`: names an order we do not have. `NON_ORDER` (非訂單費用): names none by nature. */
  readonly type: 'PAYOUT_WITHOUT_ORDER' | 'NON_ORDER';
  readonly currency: Currency;
  readonly net: Amount;
  readonly paidOutOn: BusinessDate;
  readonly source: Source;
}
