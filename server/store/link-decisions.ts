// What people taught the linking ladder (學習到的對應): aliases, and pairs that never return. The last decision holds.
import { type LinkMemory, pairKey } from '../../core/reconcile/account.ts';
import type { LinkDecisionKind } from '../../core/team-books.ts';
import type { Statements } from './database.ts';

export interface LinkDecision {
  readonly kind: LinkDecisionKind;
  /** A line's key, or for an alias of a number `orderKey(shop, number)`. */
  readonly subject: string;
  /** Several for a line that pays several orders, which are decided about together. */
  readonly orderKeys: readonly string[];
  readonly author: string;
  readonly note: string;
  readonly decidedAt: string;
}

type Row = [kind: LinkDecision['kind'], subject: string, joined: string];

/** Orders that are decided about together stand in one column; no key holds this character. */
const TOGETHER = '\u001d';

export async function linkMemory(tx: Statements): Promise<LinkMemory> {
  const rows = await tx.select<Row>(
    ['kind', 'subject', 'order_key'],
    'FROM link_decisions WHERE company_id = ? ORDER BY seq',
    [tx.company],
  );
  const links = new Map<string, string>();
  const declined = new Set<string>();
  for (const [kind, subject, joined] of rows) {
    const pairs = joined.split(TOGETHER).map((key) => pairKey(subject, key));
    for (const pair of pairs) declined.delete(pair);
    if (links.get(subject) === joined) links.delete(subject);
    if (kind === 'alias') links.set(subject, joined);
    if (kind === 'declined') for (const pair of pairs) declined.add(pair);
  }
  const isGroup = ([, joined]: [string, string]) => joined.includes(TOGETHER);
  const groups = [...links].filter(isGroup).map(([line, joined]) => [line, joined.split(TOGETHER)] as const);
  return { aliases: new Map([...links].filter((link) => !isGroup(link))), groups: new Map(groups), declined };
}

export async function insertLinkDecision(tx: Statements, decision: LinkDecision): Promise<void> {
  const [row] = await tx.select<[number]>(['coalesce(max(seq), 0)'], 'FROM link_decisions WHERE company_id = ?', [
    tx.company,
  ]);
  const columns = {
    seq: 'integer',
    kind: 'text',
    subject: 'text',
    order_key: 'text',
    author: 'text',
    note: 'text',
    decided_at: 'text',
  } as const;
  const { kind, subject, orderKeys, author, note, decidedAt } = decision;
  const joined = [...orderKeys].sort().join(TOGETHER);
  await tx.insert('link_decisions', columns, [[(row?.[0] ?? 0) + 1, kind, subject, joined, author, note, decidedAt]]);
}
