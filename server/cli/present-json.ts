// The result as one JSON object: the contract by which the product is checked from outside (docs/cli.md).
import type { ReconcileResult } from '../../core/api.ts';
import type { BankAnswer } from '../../core/bank/bank-api.ts';
import { problemsOf } from '../../core/import/imported-file.ts';
import { rowOutcomes } from '../../core/import/row-outcomes.ts';
import type { Language } from '../../core/language.ts';
import { type Amount, sum, textOfAmount, textOfRate } from '../../core/money.ts';
import { explainProblem, explainRefusal, type RowProblem } from '../../core/problem.ts';
import { allocatedTo, ALLOCATION_TARGETS, type Receipt } from '../../core/receipt.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import { explainOrder, explainUnlinked } from '../../core/reconcile/explain.ts';
import type { OrderOutcome, UnlinkedLine } from '../../core/reconcile/outcome.ts';
import type { Proposal } from '../../core/reconcile/plan.ts';
import { type ReceivableReport } from '../../core/statements/receivable-report.ts';
import { paidOutDays, runReport } from '../../core/statements/run-report.ts';
import { batchStates } from '../../core/worksheets/outcome-words.ts';
import { amountsJson, booksJson } from './present-books-json.ts';
import { depositsJson } from './present-deposits.ts';
import type { PushedSheet, PushedStatement } from './push-sheets.ts';
import { driftJson } from './present-drift.ts';
import { type Unconfirmed, unconfirmedJson } from './present-unconfirmed.ts';
import type { FileReading, ReadSheet, StatementSheet, UnusedSheet, UsedSheet } from './read-sheets.ts';

/** Everything the two presentations need. */
export interface Outcome {
  readonly language: Language;
  readonly readings: readonly FileReading[];
  readonly pushed: readonly PushedSheet[];
  readonly statements: readonly PushedStatement[];
  readonly unconfirmed: Unconfirmed;
  readonly result: ReconcileResult;
  /** Where the worksheets were written; null when they were not asked for. */
  readonly out: string | null;
}

/** What the run says about receivables; its period begins with the month of the earliest payout of the files. */
export function reportOf({ result, pushed }: Outcome): ReceivableReport {
  return runReport(result, paidOutDays(pushed.flatMap(({ rows }) => (rows.kind === 'payout' ? [rows] : []))));
}

export function presentJson(outcome: Outcome): object {
  const { result, language, out } = outcome;
  return {
    asOf: result.asOf,
    out,
    runId: result.runId,
    planHash: result.planHash,
    policy: policyJson(result.policy),
    posted: result.posted,
    notices: unconfirmedJson(outcome.unconfirmed, language),
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
    proposals: result.proposals.map(proposalJson),
    onReview: result.onReview.map(({ lineKey, reason }) => ({ lineKey, reason })),
    receipts: result.receipts.map(receiptJson),
    ...booksJson(result, reportOf(outcome)),
    deposits: depositsJson(result, language),
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

/** Amounts and rates as decimal texts, as everywhere on the wire. */
function policyJson(policy: ReconcileResult['policy']): object {
  const { tolerance, feeTolerance, freightMax, autoPost } = policy;
  const { perOrder, share, perRun, perMonth } = tolerance;
  return {
    ...policy,
    tolerance: { ...amountsJson({ perOrder, perRun, perMonth }), share: share === null ? null : textOfRate(share) },
    feeTolerance: textOfAmount(feeTolerance),
    freightMax: textOrNull(freightMax),
    autoPost: { ...autoPost, netMax: textOrNull(autoPost.netMax) },
  };
}

const textOrNull = (amount: Amount | null) => (amount === null ? null : textOfAmount(amount));

function sheetJson(sheet: ReadSheet, outcome: Outcome): object {
  const { pushed, statements, language } = outcome;
  if (sheet.kind === 'unused') return unusedJson(sheet, language);
  const trust = trustJson(sheet, outcome);
  if (sheet.kind === 'statement') {
    const answers = statements.filter((push) => push.sheet === sheet).flatMap((push) => push.answers);
    return { ...statementJson(sheet, language), ...trust, accounts: answers.map(accountJson) };
  }
  const own = pushed.find((push) => push.sheet === sheet);
  return own === undefined ? {} : { ...pushedJson(own, language), ...trust };
}

/** Whether a real file has proved the mapping, and whether somebody has confirmed it. */
function trustJson({ recognised: { mapping } }: UsedSheet | StatementSheet, { unconfirmed }: Outcome): object {
  const isOpen = unconfirmed.mappings.some(({ id }) => id === mapping.id);
  return { verified: mapping.verified, confirmed: !isOpen };
}

function pushedJson({ sheet, header, rows: read, answer }: PushedSheet, language: Language): object {
  const { kind, rows, currency, proof, mapping } = header;
  const batch = { id: answer.batchId, states: proof === null ? [] : batchStates(proof) };
  return {
    ...{ sheet: sheet.sheet, kind, mapping: mapping.id, headerRow: sheet.recognised.headerRow, rows, currency },
    ...proofJson(proof && { ...proof, proof: proof.state }),
    batch,
    pushed: rowOutcomes(answer),
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

/** What the push did with the lines of one account, and which of them differ from what the books hold. */
function accountJson({ account, counts, rows }: BankAnswer): object {
  const conflicts = rows.filter(({ outcome }) => outcome === 'conflict');
  return { account, pushed: counts, conflicts: conflicts.map(({ row, fields }) => ({ row, fields })) };
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
    drift: sheet.drift && driftJson(sheet.drift, language),
  };
}

function orderJson(order: OrderOutcome, { asOf }: ReconcileResult, language: Language): object {
  const { orderNumber, shop, currency, headline, discrepancies, dueOn, paidOutOn, source, method } = order;
  const { receivable, credited, received, compensated, refunded, refundedByDispute, fees, net, open, suspense } = order;
  const { expectedNet, applied, claim, reserve, writtenOff, freight } = order;
  return {
    ...{ orderNumber, shop, currency, headline },
    ...amountsJson({ receivable, credited, received, compensated, refunded, refundedByDispute }),
    ...amountsJson({ fees, net, open, onHold: suspense }),
    ...{ baseOpen: textOrNull(order.baseOpen), ...amountsJson({ baseRounding: order.baseRounding }) },
    ...{ method, reason: explainOrder(order, language, asOf), exceptions: discrepancies },
    ...{ dueOn, paidOutOn, feesChecked: order.feesChecked, source },
    ...{ feesLacking: order.feesLacking, feesToCome: textOrNull(order.feesToCome) },
    ...{ stage: order.stage, status: order.status, settlement: order.settlement, flags: order.flags },
    ...amountsJson({ expectedNet, applied, claim, reserve, writtenOff, freight }),
    differences: order.differences.map(({ charged, amount, ...one }) => {
      return { ...one, charged: textOrNull(charged), amount: textOfAmount(amount) };
    }),
    onReview: order.onReview,
    link: method === null ? null : { pass: method, evidence: order.evidence },
    uncompleted: uncompletedJson(order),
    consigned: consignedJson(order),
  };
}

function uncompletedJson({ uncompleted }: OrderOutcome): object | null {
  return uncompleted === undefined ? null : { worth: textOfAmount(uncompleted.worth) };
}

function consignedJson({ consigned }: OrderOutcome): object | null {
  if (consigned === undefined) return null;
  const { awaited, statedOn, agreed, listed } = consigned;
  return { awaited, statedOn, agreed: textOrNull(agreed), listed: textOfAmount(listed) };
}

function unmatchedJson(line: UnlinkedLine, language: Language): object {
  const { source, lineKey, orderNumber, type, because, onReview, currency, net, paidOutOn } = line;
  const place = { file: source.file, sheet: source.sheet, row: source.row };
  return {
    ...place,
    orderNumber,
    type,
    because,
    currency,
    net: textOfAmount(net),
    paidOutOn,
    reason: explainUnlinked(line, language),
    review: onReview,
    lineKey,
  };
}

function proposalJson({ lineKey, orderKeys, pass, evidence }: Proposal): object {
  const orderNumbers = orderKeys.map((key) => partsOfOrderKey(key).orderNumber);
  return { lineKey, payoutOrderNumber: partsOfOrderKey(lineKey).orderNumber || null, orderNumbers, pass, evidence };
}

/** cash + deductions = Σ targets; `allocated` and `onHold` are the first two of them. */
function receiptJson(receipt: Receipt): object {
  const { number, shop, kind, receivedOn, currency, cash, deductions } = receipt;
  return {
    ...{ number, shop, kind, date: receivedOn, currency },
    cash: textOfAmount(cash),
    deductions: textOfAmount(sum(deductions.map(({ amount }) => amount))),
    deductionsByType: amountsJson(Object.fromEntries(deductions.map(({ type, amount }) => [type, amount]))),
    allocated: textOfAmount(allocatedTo(receipt, 'receivable')),
    onHold: textOfAmount(allocatedTo(receipt, 'suspense')),
    targets: targetsJson(receipt),
    base: receipt.base && baseJson(receipt.base),
    reverses: receipt.reverses,
  };
}

/** Targets that the receipt moves; zero ones are left out. */
function targetsJson(receipt: Receipt): Record<string, string> {
  const moved = ALLOCATION_TARGETS.map((target) => [target, allocatedTo(receipt, target)] as const);
  return amountsJson(Object.fromEntries(moved.filter(([, amount]) => amount !== 0)));
}

function baseJson({ currency, rate, cash, gain, deductions, allocations }: NonNullable<Receipt['base']>): object {
  const sums = { deductions: sum(deductions), allocated: sum(allocations) };
  return { currency, rate, ...amountsJson({ cash, ...sums, gain }) };
}
