// Held payout rows become payout lines. A line in the books never changes: at odds with it, the pushed row stays out.
import type { PayoutLine } from '../../core/payout.ts';
import { lineKey } from '../../core/reconcile/account.ts';
import type { Batch } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import type { ImportRow } from '../store/import-rows.ts';
import { nextId } from '../store/next-id.ts';
import { heldByIdentity, type HeldLine, insertPayoutLines } from '../store/payout-lines.ts';
import { checkRows } from './check-rows.ts';

const MANY = 1_000;

export async function promotePayoutLines(
  tx: Statements,
  batch: Batch,
  lines: readonly PayoutLine[],
): Promise<ImportRow[]> {
  checkRows(
    batch,
    lines,
    (line) => lineKey('', line),
    () => 1,
  );
  const held = await heldByIdentity(tx, batch.shopId, lines);
  let id = await nextId(tx, 'payout_lines');
  const fresh: HeldLine[] = [];
  const rows = lines.map((line, index): ImportRow => {
    const known = held.get(index);
    if (known) return compare(line, known);
    const created = { id: id++, shopId: batch.shopId, batchId: batch.id, line };
    fresh.push(created);
    return { sourceRow: line.sourceRow, subjectId: created.id, outcome: 'created', fields: [], net: line.net };
  });
  await insertPayoutLines(tx, fresh);
  if (fresh.length >= MANY) await tx.analyze(['payout_lines']);
  return rows;
}

function compare(line: PayoutLine, held: HeldLine): ImportRow {
  const fields = differingFields(line, held.line);
  const outcome = fields.length === 0 ? 'unchanged' : 'conflict';
  return { sourceRow: line.sourceRow, subjectId: held.id, outcome, fields, net: line.net, heldNet: held.line.net };
}

/** Names of what differs; amounts by the header of their column. Where a row stands in its sheet does not count. */
function differingFields(line: PayoutLine, held: PayoutLine): string[] {
  const plain = (['reference', 'paidOutOn', 'currency', 'net'] as const).filter((name) => line[name] !== held[name]);
  const named = isOtherStatement(line, held) ? ['statement'] : [];
  const [now, before] = [amountsByColumn(line), amountsByColumn(held)];
  const columns = [...new Set([...now.keys(), ...before.keys()])];
  return [...plain, ...named, ...columns.filter((column) => now.get(column) !== before.get(column))];
}

/** A file, or an older version of its mapping, that names no statement says nothing against one that does. */
function isOtherStatement({ statement }: PayoutLine, held: PayoutLine): boolean {
  return statement !== undefined && held.statement !== undefined && statement !== held.statement;
}

function amountsByColumn(line: PayoutLine): Map<string, string> {
  return new Map(line.components.map(({ type, column, amount }) => [column, `${type} ${amount}`]));
}
