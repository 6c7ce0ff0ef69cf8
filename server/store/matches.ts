// Matches (比對): which order a payout line belongs to, and what proved it. Made once; a reversal ends one and keeps it.
import type { HeldMatch as AccountMatch } from '../../core/reconcile/account.ts';
import type { MatchPass } from '../../core/reconcile/link-passes.ts';
import type { Statements } from './database.ts';

export interface HeldMatch {
  readonly lineId: number;
  readonly orderId: number;
  readonly pass: MatchPass;
  readonly evidence: string;
  /** Null: the whole line. */
  readonly share: AccountMatch['share'];
  readonly runId: number;
}

/** No run has ended the link `m`. */
const STANDS = `NOT EXISTS (SELECT 1 FROM match_ends e WHERE e.company_id = m.company_id AND e.line_id = m.line_id
         AND e.order_id = m.order_id AND e.run_id = m.run_id)`;

/** The links that stand, by line. */
export async function matchesOfLines(tx: Statements, lineIds: readonly number[]): Promise<Map<number, HeldMatch[]>> {
  const rows = await tx.select<[number, number, MatchPass, string, HeldMatch['share'], number]>(
    ['m.line_id', 'm.order_id', 'm.pass', 'm.evidence', { json: 'm.share' }, 'm.run_id'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN matches m WHERE m.company_id = ? AND m.line_id = k.id AND ${STANDS}
     ORDER BY m.line_id, m.order_id`,
    [JSON.stringify(lineIds.map((id) => [id])), tx.company],
  );
  const matches = new Map<number, HeldMatch[]>();
  for (const [lineId, orderId, pass, evidence, share, runId] of rows) {
    const match = { lineId, orderId, pass, evidence, share, runId };
    const others = matches.get(lineId);
    if (others) others.push(match);
    else matches.set(lineId, [match]);
  }
  return matches;
}

/** Ids of the lines that links which stand lead to the orders. */
export async function linesOfOrders(tx: Statements, orderIds: readonly number[]): Promise<number[]> {
  const rows = await tx.select<[number]>(
    ['DISTINCT m.line_id'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN matches m
     WHERE m.company_id = ? AND m.order_id = k.id AND ${STANDS}`,
    [JSON.stringify(orderIds.map((id) => [id])), tx.company],
  );
  return rows.map(([id]) => id);
}

/** The links a run made that still stand. */
export async function matchesOfRun(tx: Statements, runId: number): Promise<Map<number, HeldMatch[]>> {
  const rows = await tx.select<[number]>(
    ['DISTINCT m.line_id'],
    'FROM matches m WHERE m.company_id = ? AND m.run_id = ?',
    [tx.company, runId],
  );
  const lineIds = rows.map(([id]) => id);
  const standing = [...(await matchesOfLines(tx, lineIds))];
  return new Map(standing.map(([lineId, links]) => [lineId, links.filter((link) => link.runId === runId)]));
}

const columns = {
  line_id: 'integer',
  order_id: 'integer',
  pass: 'text',
  evidence: 'text',
  share: 'text',
  run_id: 'integer',
} as const;

export async function insertMatches(tx: Statements, matches: readonly HeldMatch[]): Promise<void> {
  const rows = matches.map(({ lineId, orderId, pass, evidence, share, runId }) => [
    ...[lineId, orderId, pass, evidence, share === null ? null : JSON.stringify(share), runId],
  ]);
  await tx.insert('matches', columns, rows);
}

/** Ends links that stand; the ended ones stay readable. */
export async function endMatches(tx: Statements, endedBy: number, matches: readonly HeldMatch[]): Promise<void> {
  const ends = { line_id: 'integer', order_id: 'integer', run_id: 'integer', ended_by: 'integer' } as const;
  const rows = matches.map(({ lineId, orderId, runId }) => [lineId, orderId, runId, endedBy]);
  await tx.insert('match_ends', ends, rows);
}
