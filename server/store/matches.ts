// Matches (比對): which order a payout line belongs to, and what proved it. One per line, made once.
import type { MatchPass } from '../../core/reconcile/account.ts';
import type { Statements } from './database.ts';

export interface HeldMatch {
  readonly lineId: number;
  readonly orderId: number;
  readonly pass: MatchPass;
}

export async function matchesOfLines(tx: Statements, lineIds: readonly number[]): Promise<Map<number, HeldMatch>> {
  const rows = await tx.select<[number, number, MatchPass]>(
    ['m.line_id', 'm.order_id', 'm.pass'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN matches m WHERE m.company_id = ? AND m.line_id = k.id`,
    [JSON.stringify(lineIds.map((id) => [id])), tx.company],
  );
  return new Map(rows.map(([lineId, orderId, pass]) => [lineId, { lineId, orderId, pass }]));
}

export async function insertMatches(
  tx: Statements,
  runId: number,
  matches: readonly (HeldMatch & { readonly evidence: string })[],
): Promise<void> {
  const columns = {
    line_id: 'integer',
    order_id: 'integer',
    pass: 'text',
    evidence: 'text',
    run_id: 'integer',
  } as const;
  const rows = matches.map(({ lineId, orderId, pass, evidence }) => [lineId, orderId, pass, evidence, runId]);
  await tx.insert('matches', columns, rows);
}
