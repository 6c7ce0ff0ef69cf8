// What a person types into the form of an undo, and the wish it makes.
import type { BatchProof } from '../../../core/api.ts';
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import type { Undone } from '../../../core/ledger-api.ts';
import type { UndoWish } from '../../undo-client.ts';
import type { Reconciled } from '../../result-facts.ts';

export const UNDO_KINDS = ['run', 'batch', 'receipt', 'row'] as const satisfies readonly Undone['kind'][];
export type UndoKind = (typeof UNDO_KINDS)[number];

export interface TypedUndo {
  readonly kind: UndoKind;
  readonly run: string;
  readonly receipt: string;
  readonly batchId: string;
  readonly row: string;
  /** Empty: today, or the first open day after. */
  readonly on: string;
  readonly declines: boolean;
  readonly author: string;
  readonly note: string;
}

/** Where the form begins: something the user pointed at, else this run, or a receipt when the run made nothing. */
export function startUndo(run: Reconciled, author: string, pointed: Partial<TypedUndo> = {}): TypedUndo {
  const { runId, posted, receipts, batches } = run.result;
  const madeNothing = Object.values(posted).every((count) => count === 0);
  return {
    kind: runId === null || (madeNothing && receipts.length > 0) ? 'receipt' : 'run',
    run: runId ?? '',
    receipt: receipts.at(-1)?.number ?? '',
    batchId: batches[0]?.batchId ?? '',
    ...{ row: '', on: '', declines: false, author, note: '', ...pointed },
  };
}

export function isRunName(text: string): boolean {
  return /^RUN-\d{6,}$/.test(text.trim());
}

/** Null where the text is no row. */
export function rowOf(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : null;
}

/** Null while something is missing or wrong. */
export function wishOf(typed: TypedUndo, run: Reconciled, today: BusinessDate): UndoWish | null {
  const what = undoneOf(typed, run);
  const on = dayOfText(typed.on);
  const [author, note] = [typed.author.trim(), typed.note.trim()];
  if (what === null || author === '' || note === '' || (typed.on !== '' && on === null)) return null;
  return { what, asOf: today, ...(on === null ? {} : { on }), author, note, decline: typed.declines };
}

/** The files a kind may be about: a single row is one of a payout file. */
export function filesOf(kind: UndoKind, { result }: Reconciled): readonly BatchProof[] {
  return kind === 'row' ? result.batches.filter(({ header }) => header.kind === 'payout') : result.batches;
}

/** The file that is meant: the chosen one, or the first that may be. */
export function chosenFile({ kind, batchId }: TypedUndo, run: Reconciled): BatchProof | undefined {
  const offered = filesOf(kind, run);
  return offered.find((one) => one.batchId === batchId) ?? offered[0];
}

function undoneOf(typed: TypedUndo, run: Reconciled): Undone | null {
  const { kind, run: runId, receipt, row } = typed;
  const batch = chosenFile(typed, run);
  switch (kind) {
    case 'run':
      return isRunName(runId) ? { kind, runId: runId.trim() } : null;
    case 'receipt':
      return receipt.trim() === '' ? null : { kind, number: receipt.trim() };
    case 'batch':
      return batch === undefined ? null : { kind, batchId: batch.batchId };
    case 'row': {
      const number = rowOf(row);
      if (batch === undefined || number === null) return null;
      const { file, sheet } = batch.header.source;
      return { kind, source: { file, sheet, row: number } };
    }
  }
}
