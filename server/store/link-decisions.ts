// What people taught the linking ladder (學習到的對應): aliases, and pairs that never return. The last decision holds.
import { type LinkMemory, pairKey } from '../../core/reconcile/account.ts';
import type { LinkDecisionKind } from '../../core/team-books.ts';
import type { Statements } from './database.ts';

export interface LinkDecision {
  readonly kind: LinkDecisionKind;
  /** A line's key, or for an alias of a number `orderKey(shop, number)`. */
  readonly subject: string;
  readonly orderKey: string;
  readonly author: string;
  readonly note: string;
  readonly decidedAt: string;
}

type Row = [kind: LinkDecision['kind'], subject: string, orderKey: string];

export async function linkMemory(tx: Statements): Promise<LinkMemory> {
  const rows = await tx.select<Row>(
    ['kind', 'subject', 'order_key'],
    'FROM link_decisions WHERE company_id = ? ORDER BY seq',
    [tx.company],
  );
  const aliases = new Map<string, string>();
  const declined = new Set<string>();
  for (const [kind, subject, orderKey] of rows) {
    const pair = pairKey(subject, orderKey);
    declined.delete(pair);
    if (aliases.get(subject) === orderKey) aliases.delete(subject);
    if (kind === 'alias') aliases.set(subject, orderKey);
    if (kind === 'declined') declined.add(pair);
  }
  return { aliases, declined };
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
  const { kind, subject, orderKey, author, note, decidedAt } = decision;
  await tx.insert('link_decisions', columns, [[(row?.[0] ?? 0) + 1, kind, subject, orderKey, author, note, decidedAt]]);
}
