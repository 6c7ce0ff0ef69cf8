// What people did about discrepancies (處理紀錄), as it was done. The table refuses any change.
import { z } from 'zod';
import { workPayloadSchema } from '../../core/work-list-api.ts';
import type { WorkEvent } from '../../core/work-event.ts';
import type { Statements } from './database.ts';

const columns = {
  seq: 'integer',
  subject: 'text',
  kind: 'text',
  payload: 'text',
  figures: 'text',
  author: 'text',
  note: 'text',
  at: 'text',
} as const;

type Row = [seq: number, subject: string, payload: unknown, figures: string, author: string, note: string, at: string];

/** The column knows write-offs of one kind, and is there for people who look into the table; the payload says which. */
const columnOf = (kind: WorkEvent['resolution']['kind']) => (kind === 'bad-debt' ? 'write-off' : kind);

/** Every entry, oldest first. */
export async function workEvents(tx: Statements): Promise<WorkEvent[]> {
  const rows = await tx.select<Row>(
    ['seq', 'subject', { json: 'payload' }, 'figures', 'author', 'note', 'at'],
    'FROM work_events WHERE company_id = ? ORDER BY seq',
    [tx.company],
  );
  return rows.map(([seq, subject, payload, figures, author, note, at]) => {
    return { seq, subject, ...z.decode(workPayloadSchema, payload), figures, author, note, at };
  });
}

/** Adds entries in the order given. Returns the number of the first. */
export async function insertWorkEvents(tx: Statements, events: readonly Omit<WorkEvent, 'seq'>[]): Promise<number> {
  const [row] = await tx.select<[number]>(['coalesce(max(seq), 0)'], 'FROM work_events WHERE company_id = ?', [
    tx.company,
  ]);
  const first = (row?.[0] ?? 0) + 1;
  const rows = events.map(({ subject, resolution, facts, asOf, figures, author, note, at }, index) => {
    const payload = JSON.stringify(z.encode(workPayloadSchema, { resolution, facts, asOf }));
    return [first + index, subject, columnOf(resolution.kind), payload, figures, author, note, at];
  });
  await tx.insert('work_events', columns, rows);
  return first;
}
