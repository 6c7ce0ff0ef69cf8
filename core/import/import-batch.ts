// One normalised sheet as it travels: its header, and its rows in chunks that do not depend on the sheet's row order.
import { type BatchHeader, ROWS_PER_CHUNK } from '../api.ts';
import { compareText } from '../compare-text.ts';
import { fingerprint, fingerprintOfSet } from '../fingerprint.ts';
import type { Order } from '../order.ts';
import type { PayoutLine } from '../payout.ts';
import type { NormalizedSheet } from './normalize-sheet.ts';

export interface ImportBatch {
  readonly header: BatchHeader;
  readonly chunks: readonly { readonly orders: readonly Order[]; readonly lines: readonly PayoutLine[] }[];
}

export interface BatchFacts {
  /** As in the header; another batch than the same rows without it. */
  readonly newest?: true | undefined;
  readonly shop: BatchHeader['shop'];
  readonly source: BatchHeader['source'];
}

/** The batch of one sheet. The same rows in another order give the same fingerprint and the same chunks. */
export function batchOf(sheet: NormalizedSheet, facts: BatchFacts): ImportBatch {
  const orders = sheet.kind === 'orders' ? byContent(sheet.orders) : [];
  const lines = sheet.kind === 'payout' ? byContent(sheet.lines) : [];
  const rowOf = <Row>({ row }: { readonly row: Row }) => row;
  const chunks = chunked(orders.map(rowOf), lines.map(rowOf));
  const header = headerOf(sheet, facts, chunks.length);
  const content = fingerprintOfSet([...orders, ...lines].map(({ content: text }) => text));
  const about = JSON.stringify([header.shop, header.mapping, header.rows, header.proof]);
  const told = fingerprint(`${about}\n${content}`);
  return { header: { ...header, fingerprint: facts.newest ? asNewest(told) : told }, chunks };
}

/** The fingerprint of the same rows when a person says that their sheet is the newest: another batch. */
export function asNewest(told: string): string {
  return fingerprint(`${told}\nnewest`);
}

/** Rows with what they say, wherever they stand in the sheet, in the order of it. */
function byContent<Row extends Order | PayoutLine>(rows: readonly Row[]): { row: Row; content: string }[] {
  return rows
    .map((row) => ({ row, content: JSON.stringify({ ...row, sourceRow: 0 }) }))
    .sort((left, right) => compareText(left.content, right.content));
}

function chunked(orders: readonly Order[], lines: readonly PayoutLine[]): ImportBatch['chunks'] {
  const count = Math.ceil((orders.length + lines.length) / ROWS_PER_CHUNK);
  return Array.from({ length: count }, (_, index) => {
    const part = [index * ROWS_PER_CHUNK, (index + 1) * ROWS_PER_CHUNK] as const;
    return { orders: orders.slice(...part), lines: lines.slice(...part) };
  });
}

function headerOf(sheet: NormalizedSheet, { shop, source, newest }: BatchFacts, chunks: number): BatchHeader {
  const common = {
    shop,
    source,
    mapping: sheet.mapping,
    currency: sheet.currency,
    fingerprint: '',
    chunks,
    rows: sheet.rows,
  };
  if (sheet.kind === 'orders') {
    const told = newest === undefined ? {} : { newest };
    return { ...common, ...told, kind: 'orders', paymentMode: null, proof: null };
  }
  const { net, rejectedNet, declared, proof } = sheet;
  return {
    ...common,
    kind: 'payout',
    paymentMode: sheet.paymentMode,
    proof: { net, rejectedNet, declared, state: proof },
  };
}
