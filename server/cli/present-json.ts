// The result as one JSON object: the contract by which the product is checked from outside (docs/cli.md).
import type { ReconcileResult } from '../../core/api.ts';
import { problemsOf } from '../../core/import/imported-file.ts';
import type { Language } from '../../core/language.ts';
import { type Amount, sum, textOfAmount } from '../../core/money.ts';
import { explainProblem, explainRefusal, type RowProblem } from '../../core/problem.ts';
import { allocatedTo, type Receipt } from '../../core/receipt.ts';
import { explainOrder, explainUnlinked } from '../../core/reconcile/explain.ts';
import type { OrderOutcome, UnlinkedLine } from '../../core/reconcile/outcome.ts';
import type { PushedSheet } from './push-sheets.ts';
import type { FileReading, ReadSheet, StatementSheet, UnusedSheet } from './read-sheets.ts';

/** Everything the two presentations need. */
export interface Outcome {
  readonly language: Language;
  readonly readings: readonly FileReading[];
  readonly pushed: readonly PushedSheet[];
  readonly result: ReconcileResult;
  /** Where the worksheets were written; null when they were not asked for. */
  readonly out: string | null;
}

export function presentJson(outcome: Outcome): object {
  const { result, language, out } = outcome;
  return {
    asOf: result.asOf,
    out,
    runId: result.runId,
    planHash: result.planHash,
    policy: result.policy,
    posted: result.posted,
    files: outcome.readings.map((reading) => ({
      file: reading.file,
      sheets: reading.outcome === 'read' ? reading.sheets.map((sheet) => sheetJson(sheet, outcome)) : [],
    })),
    conservation: result.conservation.map((proof) => ({
      ...proof,
      net: textOfAmount(proof.net),
      dispositions: amountsJson(proof.dispositions),
      difference: textOfAmount(proof.difference),
    })),
    orders: result.orders.map((order) => orderJson(order, result, language)),
    unmatched: result.unlinked.map((line) => unmatchedJson(line, language)),
    receipts: result.receipts.map(receiptJson),
    stock: result.stock,
    counts: { byHeadline: countsByHeadline(result) },
  };
}

/** Orders by their headline, and payout lines without an order by theirs. */
export function countsByHeadline({ orders, unlinked }: ReconcileResult): Record<string, number> {
  const counts: Record<string, number> = {};
  const strays = unlinked.filter(({ type }) => type === 'PAYOUT_WITHOUT_ORDER').map(({ type }) => type);
  for (const headline of [...orders.map((order) => order.headline), ...strays]) {
    counts[headline] = (counts[headline] ?? 0) + 1;
  }
  return counts;
}

function amountsJson(amounts: Readonly<Record<string, Amount>>): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, textOfAmount(amount)]));
}

function sheetJson(sheet: ReadSheet, { pushed, language }: Outcome): object {
  if (sheet.kind === 'unused') return unusedJson(sheet, language);
  if (sheet.kind === 'statement') return statementJson(sheet, language);
  return pushed.filter((push) => push.sheet === sheet).map((push) => pushedJson(push, language))[0] ?? {};
}

function pushedJson({ sheet, header, rows: read, answer }: PushedSheet, language: Language): object {
  const { kind, rows, currency, proof, mapping } = header;
  return {
    ...{ sheet: sheet.sheet, kind, mapping: mapping.id, headerRow: sheet.recognised.headerRow, rows, currency },
    ...proofJson(proof && { ...proof, proof: proof.state }),
    pushed: answer.counts,
    problems: problemsOf({ rows: read, answer }).map((problem) => problemJson(problem, language)),
  };
}

function statementJson({ sheet, recognised, rows }: StatementSheet, language: Language): object {
  const { mapping, headerRow } = recognised;
  return {
    ...{ sheet, kind: 'wallet', mapping: mapping.id, headerRow, rows: rows.rows, currency: rows.currency },
    ...proofJson(rows),
    problems: rows.problems.map((problem) => problemJson(problem, language)),
  };
}

interface Proven {
  readonly net: Amount;
  readonly declared: Amount | null;
  readonly proof: string;
}

export function proofJson(proven: Proven | null): object {
  if (proven === null) return { net: null, declared: null, foots: null, proof: null };
  const { net, declared, proof } = proven;
  return {
    net: textOfAmount(net),
    declared: declared === null ? null : textOfAmount(declared),
    foots: footsOf(proof),
    proof,
  };
}

export function problemJson(problem: RowProblem, language: Language): object {
  const { row, column, code } = problem;
  return { row, column, code, message: explainProblem(problem, language) };
}

/** Null where the report has no total of its own. */
function footsOf(state: string): boolean | null {
  return state === 'undeclared' ? null : state === 'foots';
}

function unusedJson(sheet: UnusedSheet, language: Language): object {
  const read = sheet.rowCount;
  return {
    ...{ sheet: sheet.sheet, kind: 'other', mapping: null, headerRow: null },
    ...{ rows: { read, accepted: 0, rejected: 0, skipped: read }, currency: null },
    ...{ net: null, declared: null, foots: null, problems: [] },
    message: explainRefusal(sheet.refusal, language),
  };
}

function orderJson(order: OrderOutcome, { asOf }: ReconcileResult, language: Language): object {
  const { orderNumber, shop, currency, headline, discrepancies, dueOn, paidOutOn, source, method } = order;
  const { receivable, credited, received, refunded, fees, net, open, suspense } = order;
  return {
    ...{ orderNumber, shop, currency, headline },
    ...amountsJson({ receivable, credited, received, refunded, fees, net, open, onHold: suspense }),
    ...{ method, reason: explainOrder(order, language, asOf), exceptions: discrepancies },
    ...{ dueOn, paidOutOn, feesChecked: order.feesChecked, source },
  };
}

function unmatchedJson(line: UnlinkedLine, language: Language): object {
  const { source, orderNumber, type, currency, net, paidOutOn } = line;
  const place = { file: source.file, sheet: source.sheet, row: source.row };
  return {
    ...place,
    orderNumber,
    type,
    currency,
    net: textOfAmount(net),
    paidOutOn,
    reason: explainUnlinked(line, language),
  };
}

/** cash + deductions = allocated + onHold. */
function receiptJson(receipt: Receipt): object {
  const { number, shop, kind, receivedOn, currency, cash, deductions } = receipt;
  return {
    ...{ number, shop, kind, date: receivedOn, currency },
    cash: textOfAmount(cash),
    deductions: textOfAmount(sum(deductions.map(({ amount }) => amount))),
    deductionsByType: amountsJson(Object.fromEntries(deductions.map(({ type, amount }) => [type, amount]))),
    allocated: textOfAmount(allocatedTo(receipt, 'receivable')),
    onHold: textOfAmount(allocatedTo(receipt, 'suspense')),
  };
}
