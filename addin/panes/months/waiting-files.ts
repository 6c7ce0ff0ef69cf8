// Payout rows that wait, file by file: which rows of each sheet, and of which days.
import type { Periods } from '../../../core/ledger-api.ts';

type WaitingRow = Periods['waiting'][number];

export interface WaitingFile extends Pick<WaitingRow, 'file' | 'sheet' | 'currency'> {
  readonly count: number;
  /** `2–9, 12`; the first ones where they are scattered over a long sheet. */
  readonly rows: string;
  /** `2024-05-10`, or from the first day to the last. */
  readonly days: string;
}

const RANGES_SHOWN = 12;

/** In the order in which the first row of each is told. */
export function waitingFiles(waiting: Periods['waiting']): WaitingFile[] {
  const files = new Map<string, WaitingRow[]>();
  for (const row of waiting) {
    const key = JSON.stringify([row.file, row.sheet, row.currency]);
    const rows = files.get(key);
    if (rows) rows.push(row);
    else files.set(key, [row]);
  }
  return [...files.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { file, sheet, currency } = first;
    const days = rows.map(({ paidOutOn }) => paidOutOn).sort();
    return [{ file, sheet, currency, count: rows.length, rows: rangesOf(rows), days: span(days[0], days.at(-1)) }];
  });
}

/** Rows that split into several lines are one row. */
function rangesOf(waiting: readonly WaitingRow[]): string {
  const rows = [...new Set(waiting.map(({ row }) => row))].sort((left, right) => left - right);
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last.to + 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  const shown = ranges.slice(0, RANGES_SHOWN).map(({ from, to }) => span(String(from), String(to)));
  return [...shown, ...(ranges.length > RANGES_SHOWN ? ['…'] : [])].join(', ');
}

const span = (from = '', to = from) => (from === to ? from : `${from}–${to}`);
