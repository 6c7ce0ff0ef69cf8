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
  readonly shop: BatchHeader['shop'];
  readonly source: BatchHeader['source'];
}

/** The batch of one sheet. The same rows in another order give the same fingerprint and the same chunks. */
export function batchOf(sheet: NormalizedSheet, facts: BatchFacts): ImportBatch {
  const texts = new Map<Order | PayoutLine, string>();
  const sorted = <Row extends Order | PayoutLine>(rows: readonly Row[]): Row[] => {
    for (const row of rows) texts.set(row, JSON.stringify({ ...row, sourceRow: 0 }));
    return [...rows].sort((left, right) => compareText(texts.get(left) ?? '', texts.get(right) ?? ''));
  };
  const orders = sheet.kind === 'orders' ? sorted(sheet.orders) : [];
  const lines = sheet.kind === 'payout' ? sorted(sheet.lines) : [];
  const chunks = chunked(orders, lines);
  const header = headerOf(sheet, facts, chunks.length);
  const content = fingerprintOfSet([...texts.values()]);
  const about = JSON.stringify([header.shop, header.mapping, header.rows, header.proof]);
  return { header: { ...header, fingerprint: fingerprint(`${about}\n${content}`) }, chunks };
}

function chunked(orders: readonly Order[], lines: readonly PayoutLine[]): ImportBatch['chunks'] {
  const count = Math.ceil((orders.length + lines.length) / ROWS_PER_CHUNK);
  return Array.from({ length: count }, (_, index) => {
    const part = [index * ROWS_PER_CHUNK, (index + 1) * ROWS_PER_CHUNK] as const;
    return { orders: orders.slice(...part), lines: lines.slice(...part) };
  });
}

function headerOf(sheet: NormalizedSheet, { shop, source }: BatchFacts, chunks: number): BatchHeader {
  const common = {
    shop,
    source,
    mapping: sheet.mapping,
    currency: sheet.currency,
    fingerprint: '',
    chunks,
    rows: sheet.rows,
  };
  if (sheet.kind === 'orders') return { ...common, kind: 'orders', paymentMode: null, proof: null };
  const { net, rejectedNet, declared, proof } = sheet;
  return {
    ...common,
    kind: 'payout',
    paymentMode: sheet.paymentMode,
    proof: { net, rejectedNet, declared, state: proof },
  };
}
