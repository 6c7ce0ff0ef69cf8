// What a person decides about items of the work list: checked against the figures it was decided on, written down, and
// carried out by a run in the same transaction. All items or none.
import type { ReconcileResult } from '../../core/api.ts';
import { absolute, add, type Amount, type Currency, ZERO } from '../../core/money.ts';
import { linkedOrders, type Resolution, type WorkEvent, type WorkFacts, type WorkKind } from '../../core/work-event.ts';
import { type WorkItem, type WorkList, workListOf } from '../../core/work-list.ts';
import type { ResolveRequest } from '../../core/work-list-api.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { insertLinkDecision } from '../store/link-decisions.ts';
import { insertWorkEvents, workEvents } from '../store/work-events.ts';
import { decisionEntry, factsOfLine } from './approve-lines.ts';
import { type GivenUp, keepsPolicy, loadSetUp } from './load-set-up.ts';
import { reconcileWithin } from './reconcile.ts';
import { refuseBeyondAuthority, refuseOverLimit } from './refuse-over-limit.ts';

/** Answers the list as it stands afterwards. */
export async function resolveWork(books: Books, request: ResolveRequest): Promise<WorkList> {
  return books.database.transaction(books.company, (tx) => resolve(tx, request, books.now()));
}

async function resolve(tx: Statements, request: ResolveRequest, now: string): Promise<WorkList> {
  const { batchIds, asOf, policy, resolution, author } = request;
  const run = { batchIds, asOf, author, ...(policy === undefined ? {} : { policy }) };
  const events = await workEvents(tx);
  const before = workListOf(await reconcileWithin(tx, { ...run, mode: 'plan' }, now), events);
  if (isDone(request, events)) return before;
  const chosen = resolution.kind === 'approve' ? chosenLines(before, request) : chosenItems(before, request);
  if (GIVING_UP.includes(resolution.kind)) {
    const facts = chosen.map((one) => one.facts);
    const setUp = await loadSetUp(tx, asOf, {});
    if (resolution.kind === 'bad-debt') refuseBeyondAuthority(facts, author, setUp, asOf);
    // A fee is an expense that somebody vouches for; while a team has set no limits, there is none to keep to.
    else if (resolution.kind === 'write-off' || (await keepsPolicy(tx))) refuseOverLimit(facts, author, setUp, asOf);
  }
  const first = await write(tx, request, chosen, now);
  const mode = movesMoney(resolution, before, request) ? 'post' : 'plan';
  const result = await reconcileWithin(tx, { ...run, mode }, now, givenUpBy(resolution, chosen));
  const after = workListOf(result, await workEvents(tx));
  refuseUnlessTaken(resolution, chosen, result, after);
  await appendAudit(tx, now, decisionEntry(first, resolution.kind, chosen.length, author));
  return after;
}

/** The very same decision was the last on each item: a client that lost the answer asks again, and nothing is written twice. */
function isDone({ subjects, resolution, author, note }: ResolveRequest, events: readonly WorkEvent[]): boolean {
  const last = new Map(events.map((event) => [event.subject, event]));
  const said = (one: Pick<WorkEvent, 'figures' | 'resolution' | 'author' | 'note'>) =>
    JSON.stringify([one.figures, Object.entries(one.resolution).sort(), one.author, one.note]);
  return subjects.every(({ subject, figures }) => {
    const event = last.get(subject);
    return event !== undefined && said(event) === said({ figures, resolution, author, note });
  });
}

/** An item that something is decided about. */
interface Chosen {
  readonly subject: string;
  readonly figures: string;
  readonly facts: WorkFacts;
}

/** @throws ApiError when an item's figures are others by now, when this cannot be done about it, or when they are not alike */
function chosenItems({ items }: WorkList, { subjects, resolution }: ResolveRequest): Chosen[] {
  const bySubject = new Map(items.map((item) => [item.subject, item]));
  const found = onFigures(bySubject, subjects);
  if (found.some((item) => !mayDo(item, resolution.kind))) throw new ApiError('WORK_NOT_POSSIBLE');
  refuseUnlike(found.map(({ headline, shop, currency }) => [headline, shop, currency]));
  return found.map(({ subject, figures, headline, shop, orderNumber, currency, atStake, decided }) => {
    return { subject, figures, facts: { headline, shop, orderNumber, currency, atStake, decided } };
  });
}

const mayDo = ({ actions, proposals }: WorkItem, kind: WorkKind) =>
  actions.includes(kind) || (kind === 'decline' && proposals.length > 0);

function chosenLines({ review }: WorkList, { subjects }: ResolveRequest): Chosen[] {
  const found = onFigures(new Map(review.map((line) => [line.subject, line])), subjects);
  if (found.some(({ mayApprove }) => !mayApprove)) throw new ApiError('WORK_NOT_POSSIBLE');
  refuseUnlike(found.map(({ reason, shop, currency }) => [reason, shop, currency]));
  return found.map((line) => ({ subject: line.subject, figures: line.figures, facts: factsOfLine(line) }));
}

function onFigures<Item extends { readonly figures: string }>(
  items: ReadonlyMap<string, Item>,
  subjects: ResolveRequest['subjects'],
): Item[] {
  return subjects.map(({ subject, figures }) => {
    const item = items.get(subject);
    if (item === undefined || item.figures !== figures) throw new ApiError('PLAN_STALE');
    return item;
  });
}

function refuseUnlike(kinds: readonly (readonly string[])[]): void {
  if (new Set(kinds.map((kind) => kind.join('\u001f'))).size > 1) throw new ApiError('WORK_UNLIKE');
}

async function write(tx: Statements, request: ResolveRequest, chosen: readonly Chosen[], at: string): Promise<number> {
  const { resolution, author, note, asOf } = request;
  for (const { subject } of chosen) {
    for (const [kind, orderKeys] of linkDecisions(resolution)) {
      await insertLinkDecision(tx, { kind, subject, orderKeys, author, note, decidedAt: at });
    }
  }
  const events = chosen.map((item): Omit<WorkEvent, 'seq'> => ({ ...item, resolution, author, note, at, asOf }));
  return insertWorkEvents(tx, events);
}

function linkDecisions(resolution: Resolution): (readonly ['alias' | 'declined', readonly string[]])[] {
  if (resolution.kind === 'link') return [['alias', linkedOrders(resolution)]];
  return resolution.kind === 'decline' ? resolution.orderKeys.map((key) => ['declined', [key]] as const) : [];
}

/** What posts an expense, or keeps money, for a rest or a claim: within limits, whatever it is called. */
const GIVING_UP: readonly WorkKind[] = ['accept-fee', 'write-off', 'bad-debt'];

/** An accepted fee counts by its entry, a write-off by what is posted for it, and a bad debt in neither cap. */
function givenUpBy({ kind }: Resolution, chosen: readonly Chosen[]): GivenUp | null {
  if (!GIVING_UP.includes(kind) || kind === 'bad-debt') return null;
  const amounts = new Map<Currency, Amount>();
  for (const { facts } of chosen) {
    const amount = absolute(facts.decided?.amount ?? ZERO);
    amounts.set(facts.currency, add(amounts.get(facts.currency) ?? ZERO, amount));
  }
  return { amounts, inMonth: kind === 'accept-fee' };
}

/** Whether the books change: a decision about money, or one that is taken back. */
function movesMoney({ kind }: Resolution, { items }: WorkList, { subjects }: ResolveRequest): boolean {
  if (kind === 'link' || kind === 'approve' || GIVING_UP.includes(kind)) return true;
  const wanted = new Set(subjects.map(({ subject }) => subject));
  const histories = items.filter(({ subject }) => wanted.has(subject)).map(({ history }) => history);
  return kind === 'reopen' && histories.flat().some(({ resolution }) => GIVING_UP.includes(resolution.kind));
}

/** @throws ApiError when the run could not do what was decided: then nothing of it stays */
function refuseUnlessTaken(
  resolution: Resolution,
  chosen: readonly Chosen[],
  { orders, onReview }: ReconcileResult,
  after: WorkList,
): void {
  if (resolution.kind === 'link') {
    const wanted = linkedOrders(resolution);
    const linked = orders.filter(({ orderKey }) => wanted.includes(orderKey));
    const isPaid = ({ subject }: Chosen) => linked.every(({ lineKeys }) => lineKeys.includes(subject));
    if (linked.length < wanted.length || !chosen.every(isPaid)) throw new ApiError('LINK_NOT_POSSIBLE');
  }
  const waiting = new Set(onReview.map(({ lineKey }) => lineKey));
  const open = new Map(after.items.map((item) => [item.subject, item.state === 'resolved' ? null : item.figures]));
  const untouched = ({ subject, figures }: Chosen) =>
    resolution.kind === 'approve' ? waiting.has(subject) : open.get(subject) === figures;
  const mustChange = resolution.kind === 'approve' || GIVING_UP.includes(resolution.kind);
  if (mustChange && chosen.some(untouched)) throw new ApiError('WORK_NOT_POSSIBLE');
}
