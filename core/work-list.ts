// The work list (工作清單): one item for each discrepancy of a run, with what people did about it so far. Pure: read from
// the run's result and the entries that people left.
import type { ReconcileResult } from './api.ts';
import { type BusinessDate, daysBetween } from './business-date.ts';
import { inAll, type Translated } from './language.ts';
import { partsOfOrderKey } from './reconcile/account.ts';
import { atStake, sinceWhen } from './reconcile/at-stake.ts';
import { explainOrder, explainUnlinked } from './reconcile/explain.ts';
import type { ProposalPass } from './reconcile/link-passes.ts';
import {
  type Headline,
  HEADLINES,
  type OrderOutcome,
  type UnlinkedBecause,
  type UnlinkedLine,
} from './reconcile/outcome.ts';
import { type ReviewItem, reviewListOf } from './review-list.ts';
import type { WorkEvent, WorkFacts, WorkKind } from './work-event.ts';
import { decidable, decisionsOn, figuresOfOrder, heldAmount, mayClaim, moneyOnHold, seal } from './work-figures.ts';
import { isSettled, statusOf, type WorkStatus } from './work-status.ts';
import { settledSentence } from './work-words.ts';

/** A link that only a person may make, with what speaks for it. */
export interface WorkProposal {
  readonly lineKey: string;
  readonly orderKeys: readonly string[];
  readonly orderNumbers: readonly string[];
  readonly pass: ProposalPass;
  readonly evidence: string;
}

export interface WorkItem extends WorkFacts, WorkStatus {
  /** Order key, or line key of a payout line without an order. */
  readonly subject: string;
  readonly kind: 'order' | 'line';
  /** Of a payout line: what keeps it from its order. */
  readonly because?: UnlinkedBecause | undefined;
  readonly platform: string;
  /** Other states of the order that need somebody. */
  readonly others: readonly Headline[];
  /** Days since the money was due or came; null when no day is known. */
  readonly age: number | null;
  readonly sentence: Translated;
  readonly proposals: readonly WorkProposal[];
  /** Fingerprint of the figures: whoever decides says on which. */
  readonly figures: string;
  /** What may be done now. Proposals are linked or declined one by one. */
  readonly actions: readonly WorkKind[];
  /** What was done, newest first. */
  readonly history: readonly WorkEvent[];
}

export interface WorkList {
  readonly asOf: BusinessDate;
  /** By severity, then by the amount at stake, the larger first. What is resolved and gone stays at the end. */
  readonly items: readonly WorkItem[];
  readonly review: readonly ReviewItem[];
}

/** @param events of the company, oldest first */
export function workListOf(result: ReconcileResult, events: readonly WorkEvent[]): WorkList {
  const history = historyOf(events);
  const onHold = moneyOnHold(result);
  const orders = result.orders
    .filter(({ discrepancies }) => discrepancies.length > 0)
    .map((order) => itemOfOrder(order, result, history));
  const lines = result.unlinked
    .filter((line) => line.type === 'PAYOUT_WITHOUT_ORDER' || proposalsOf(line.lineKey, result).length > 0)
    .map((line) => itemOfLine(line, heldAmount(line, onHold), result, history));
  const open = [...orders, ...lines].sort(bySeverity);
  return { asOf: result.asOf, items: [...open, ...goneItems(open, result, history)], review: reviewListOf(result) };
}

type History = ReadonlyMap<string, readonly WorkEvent[]>;

function historyOf(events: readonly WorkEvent[]): History {
  const history = new Map<string, WorkEvent[]>();
  for (const event of events) {
    const own = history.get(event.subject);
    if (own) own.unshift(event);
    else history.set(event.subject, [event]);
  }
  return history;
}

const platformOf = (key: string) => partsOfOrderKey(key).shop.split('/')[0] ?? '';

function itemOfOrder(order: OrderOutcome, { asOf, proposals }: ReconcileResult, all: History): WorkItem {
  const { orderKey: subject, orderNumber, shop, currency } = order;
  const headline = order.discrepancies[0] ?? order.headline;
  const since = sinceWhen(order, headline);
  const figures = figuresOfOrder(order);
  const history = all.get(subject) ?? [];
  const stake = atStake(order, headline);
  const decided = decidable(order, headline);
  const status = statusOf(history, figures, asOf);
  return {
    ...{ subject, kind: 'order', platform: platformOf(subject), shop, orderNumber, currency, headline, decided },
    others: order.discrepancies.filter((one) => one !== headline),
    atStake: stake,
    age: since === null ? null : daysBetween(since, asOf),
    sentence: inAll((language) => explainOrder(order, language, asOf)),
    proposals: proposals.filter(({ orderKeys }) => orderKeys.includes(subject)).map(namedProposal),
    ...{ figures, history, ...status },
    actions: [
      ...handling(status),
      ...(mayClaim(headline, stake) ? (['claim'] as const) : []),
      ...decisionsOn(order, decided),
    ],
  };
}

function itemOfLine(
  line: UnlinkedLine,
  decided: WorkFacts['decided'],
  result: ReconcileResult,
  all: History,
): WorkItem {
  const { lineKey: subject, shop, currency, net, paidOutOn, because } = line;
  const headline = 'PAYOUT_WITHOUT_ORDER';
  const figures = seal(because, line.onReview, net);
  const history = all.get(subject) ?? [];
  const status = statusOf(history, figures, result.asOf);
  return {
    ...{ subject, kind: 'line', because, platform: platformOf(subject), shop, currency, headline, decided, others: [] },
    ...{ orderNumber: line.orderNumber ?? '', atStake: net, age: daysBetween(paidOutOn, result.asOf) },
    sentence: inAll((language) => explainUnlinked(line, language)),
    proposals: proposalsOf(subject, result).map(namedProposal),
    ...{ figures, history, ...status },
    actions: [...handling(status), ...linking(line), ...(decided === null ? [] : (['accept-fee'] as const))],
  };
}

/** Of two versions of a statement none is linked before somebody lets it be booked. */
const linking = ({ version }: UnlinkedLine): WorkKind[] => (version === undefined ? ['link'] : []);

/** What may be done about any item. */
function handling({ state }: WorkStatus): WorkKind[] {
  const always: WorkKind[] = ['assign', 'note'];
  return state === 'resolved' ? [...always, 'reopen'] : [...always, 'wait', 'resolve', ...reopening(state)];
}

const reopening = (state: WorkStatus['state']): WorkKind[] =>
  state === 'waiting' || state === 'claimed' ? ['reopen'] : [];

const proposalsOf = (lineKey: string, { proposals }: ReconcileResult) =>
  proposals.filter((one) => one.lineKey === lineKey);

const namedProposal = (one: ReconcileResult['proposals'][number]): WorkProposal => ({
  ...one,
  orderNumbers: one.orderKeys.map((key) => partsOfOrderKey(key).orderNumber),
});

function bySeverity(left: WorkItem, right: WorkItem): number {
  const rank = HEADLINES.indexOf(left.headline) - HEADLINES.indexOf(right.headline);
  if (rank !== 0) return rank;
  const money = Math.abs(right.atStake) - Math.abs(left.atStake);
  return money !== 0 ? money : left.orderNumber < right.orderNumber ? -1 : 1;
}

/** What somebody resolved and whose cause is gone: it stays, as it stood when it was decided. */
function goneItems(open: readonly WorkItem[], result: ReconcileResult, all: History): WorkItem[] {
  const listed = new Set(open.map(({ subject }) => subject));
  const subjects = [...result.orders.map((one) => one.orderKey), ...linesOf(result)];
  return [...new Set(subjects)].flatMap((subject) => {
    const history = all.get(subject) ?? [];
    const event = listed.has(subject) ? null : isSettled(history);
    return event === null || event.resolution.kind === 'approve' ? [] : [goneItem(event, history, result)];
  });
}

function* linesOf({ orders, unlinked }: ReconcileResult): Iterable<string> {
  for (const { lineKeys } of orders) yield* lineKeys;
  for (const { lineKey } of unlinked) yield lineKey;
}

function goneItem(event: WorkEvent, history: readonly WorkEvent[], { asOf }: ReconcileResult): WorkItem {
  const { subject, facts, figures } = event;
  const status = { ...statusOf(history, figures, asOf), state: 'resolved' as const, reopened: null };
  const isLine = event.resolution.kind === 'link' || facts.headline === 'PAYOUT_WITHOUT_ORDER';
  return {
    ...facts,
    ...{ subject, kind: isLine ? 'line' : 'order', platform: platformOf(subject), others: [], age: null },
    sentence: inAll((language) => settledSentence(event, language)),
    ...{ proposals: [], figures, history, ...status },
    // A link was booked as a match: it is taken back by reversing it.
    actions: event.resolution.kind === 'link' ? ['note'] : ['note', 'reopen'],
  };
}
