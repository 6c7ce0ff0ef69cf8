// A server in memory as far as the work list asks it: every decision is an entry, and the list is read from all of them.
import { ApiProblem } from '../../../addin/api-problem.ts';
import type { ApiClient } from '../../../addin/api-client.ts';
import type { WorkListClient } from '../../../addin/work-list-client.ts';
import type { ReconcileResult } from '../../../core/api.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import { orderKey } from '../../../core/reconcile/account.ts';
import type { Headline, OrderOutcome } from '../../../core/reconcile/outcome.ts';
import { ZERO } from '../../../core/money.ts';
import type { WorkEvent } from '../../../core/work-event.ts';
import { workListOf } from '../../../core/work-list.ts';
import type { ResolveRequest } from '../../../core/work-list-api.ts';
import { confirmedMappings } from './open-pane.tsx';
import { money, sampleAnswer, sampleResult } from './sample-result.ts';

const SHOP = 'shopee-tw/小店';
const day = (text: string) => text as BusinessDate;

/** An order with a discrepancy: what is short is open, what is over is on hold. */
export function found(orderNumber: string, headline: Headline, amount: string): OrderOutcome {
  const [order] = sampleResult().orders;
  if (!order) throw new Error('the sample has orders');
  const missing = headline === 'SHORT' || headline === 'OVERDUE';
  const owed = money('1290');
  const kept = missing ? owed - money(amount) : owed + money(amount);
  return {
    ...order,
    ...{ orderKey: orderKey(SHOP, orderNumber), orderNumber, headline, discrepancies: [headline], receivable: owed },
    received: money(String(kept / 10_000)),
    open: missing ? money(amount) : ZERO,
    suspense: missing ? ZERO : money(amount),
    lineKeys: headline === 'OVERDUE' ? [] : [`line of ${orderNumber}`],
  };
}

const STRAY_KEY = `${SHOP}\u001fZ9\u001fid`;

export function workResult(part: Partial<ReconcileResult> = {}): ReconcileResult {
  const stray = {
    ...{ lineKey: STRAY_KEY, shop: 'shopee-tw', orderNumber: 'Z9', type: 'PAYOUT_WITHOUT_ORDER' as const },
    ...{ because: 'NO_ORDER' as const, onReview: null, currency: 'TWD', net: money('700') },
    ...{ onHold: money('700'), fees: money('0') },
    ...{ paidOutOn: day('2024-05-07'), source: { file: 'May.xlsx', sheet: 'Income', row: 9 } },
  };
  const orders = [found('A1', 'SHORT', '20'), found('A2', 'SHORT', '5'), found('A3', 'OVERDUE', '1290')];
  return sampleResult({
    orders,
    unlinked: [stray],
    proposals: [{ lineKey: STRAY_KEY, orderKeys: [orderKey(SHOP, 'A3')], pass: 'P4', evidence: 'Z9 ~ A3' }],
    ...part,
  });
}

export class FakeWork {
  /** What was decided, for example `accept-fee A1,A2 王會計: 已確認`. */
  readonly asked: string[] = [];
  /** The decisions as they were sent. */
  readonly requests: ResolveRequest[] = [];
  /** Says no to the next decision. */
  refuseNext: 'PLAN_STALE' | null = null;
  private readonly result: ReconcileResult;
  private readonly events: WorkEvent[] = [];

  constructor(result: ReconcileResult = workResult()) {
    this.result = result;
  }

  readonly api = (): Partial<ApiClient> => ({
    listMappings: confirmedMappings,
    pushBatch: () => Promise.resolve(sampleAnswer()),
    reconcile: () => Promise.resolve(this.result),
    workList: () => Promise.resolve(this.client),
  });

  private readonly client: WorkListClient = {
    events: () => Promise.resolve(this.events),
    list: () => Promise.resolve(workListOf(this.result, this.events)),
    resolve: (request) => (this.refuseNext === null ? this.take(request) : this.refuse()),
  };

  private refuse(): Promise<never> {
    this.refuseNext = null;
    const message = { 'zh-TW': '資料已經變動。', 'zh-CN': '数据已经变动。', en: 'The data changed.' };
    return Promise.reject(new ApiProblem('PLAN_STALE', message));
  }

  private take(request: ResolveRequest) {
    const { subjects, resolution, author, note } = request;
    this.requests.push(request);
    const { items } = workListOf(this.result, this.events);
    for (const { subject, figures } of subjects) {
      const item = items.find((one) => one.subject === subject);
      const facts = item ?? { headline: 'SHORT', shop: '', orderNumber: subject, currency: 'TWD', atStake: ZERO };
      const { headline, shop, orderNumber, currency, atStake } = facts as NonNullable<typeof item>;
      const kept = { headline, shop, orderNumber, currency, atStake, decided: item?.decided ?? null };
      const at = '2024-06-01T08:00:00.000Z';
      this.events.push({ seq: this.events.length + 1, subject, resolution, facts: kept, figures, author, note, at });
    }
    const names = subjects.map(({ subject }) => items.find((one) => one.subject === subject)?.orderNumber ?? subject);
    this.asked.push(`${resolution.kind} ${names.join(',')} ${author}: ${note}`);
    return Promise.resolve(workListOf(this.result, this.events));
  }
}
