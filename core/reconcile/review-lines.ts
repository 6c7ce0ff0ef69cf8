// Which new lines may be booked without review (免審), and why the others wait. Money that waits is in no receipt.
import { monthOf } from '../business-date.ts';
import { shopSettings } from '../company.ts';
import { absolute, type Currency } from '../money.ts';
import type { LineAccount, OrderAccount, ReconcileInput } from './account.ts';
import type { MatchPass } from './link-passes.ts';
import { openDay } from './closed-periods.ts';
import type { RateOn } from './exchange-rates.ts';
import type { Links } from './links.ts';
import type { OnReview } from './plan.ts';
import { isSold, soldOn } from './revenue-date.ts';
import type { ReviewReason } from './review-reasons.ts';

/** How a line was linked; null for a line without an order. */
type Link = { readonly pass: MatchPass; readonly orderKey: string } | null;

export class Review {
  private readonly input: ReconcileInput;
  private readonly rateOn: RateOn;
  /** Orders with a document that has no rate for its day: neither it nor what belongs to it can be booked. */
  private readonly unrated: ReadonlySet<string>;

  /** @param known further orders that cannot be booked for want of a rate */
  constructor(
    input: ReconcileInput,
    orders: readonly OrderAccount[],
    rateOn: RateOn,
    known: ReadonlySet<string> = new Set(),
  ) {
    this.input = input;
    this.rateOn = rateOn;
    // In consignment no sale stands on the day of shipment. A sale in the books has its rate; what changes it is found
    // by its own documents.
    const lacksRate = (account: OrderAccount) => {
      if (account.documented.lastOn !== null) return false;
      const shop = shopSettings(input.company, account.shop);
      if (shop.settlement === 'consignment' || !isSold(account, shop)) return false;
      const { order } = account;
      return rateOn(order.currency, openDay(soldOn(order, shop, input.asOf), input.closedMonths)) === null;
    };
    this.unrated = new Set([...known, ...orders.filter(lacksRate).map((order) => order.key)]);
  }

  isUnrated(orderKey: string): boolean {
    return this.unrated.has(orderKey);
  }

  /**
   * Why the line waits; null when it is booked, may be booked, or a person approved it. A missing rate is no matter of
   * approval: without it there is no amount to book. What is booked for its order keeps the rate of its day, whatever
   * later documents lack; money on hold waits as long as the sale it is for.
   */
  reasonOf(account: LineAccount, link: Link): ReviewReason | null {
    const { line, batch, booked, approved } = account;
    const { policy, closedMonths } = this.input;
    const unrated = link !== null && this.unrated.has(link.orderKey);
    if (booked !== null)
      return unrated && !booked.some((one) => one.orderKey === link.orderKey) ? 'RATE_MISSING' : null;
    if (unrated) return 'RATE_MISSING';
    if (!this.hasRate(account)) return 'RATE_MISSING';
    if (approved) return null;
    if (account.version != null) return 'STATEMENT_DIFFERS';
    const { passes, onlyFooting, netMax } = policy.autoPost;
    if (closedMonths.has(monthOf(line.paidOutOn))) return 'PERIOD_CLOSED';
    if (batch.unconfirmed) return 'MAPPING_UNCONFIRMED';
    if (onlyFooting && !batch.foots) return 'FILE_INCONSISTENT';
    if (link !== null && !passes.includes(link.pass)) return 'PASS';
    if (netMax !== null && absolute(line.net) > netMax) return 'ABOVE_LIMIT';
    return null;
  }

  /** Every line that waits, in the order of `lines`. */
  waiting(lines: readonly LineAccount[], { linked, unlinked }: Links): OnReview[] {
    const reasons = new Map<string, ReviewReason>();
    for (const { account } of unlinked) this.note(reasons, account.key, this.reasonOf(account, null));
    for (const line of [...linked.values()].flat()) this.note(reasons, line.account.key, line.onReview);
    return lines.flatMap(({ key }) => {
      const reason = reasons.get(key);
      return reason === undefined ? [] : [{ lineKey: key, reason }];
    });
  }

  private hasRate({ line }: LineAccount): boolean {
    return this.rateOn(line.currency, openDay(line.paidOutOn, this.input.closedMonths)) !== null;
  }

  /** Whether money booked before can move today. */
  mayMove(currency: Currency): boolean {
    return this.rateOn(currency, openDay(this.input.asOf, this.input.closedMonths)) !== null;
  }

  private note(reasons: Map<string, ReviewReason>, key: string, reason: ReviewReason | null): void {
    if (reason !== null) reasons.set(key, reason);
  }
}
