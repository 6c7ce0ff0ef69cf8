// docs/cli.md shows every key that `reconcile --json` prints, and none that it does not. Seen red: with a key left out of
// the example, and with one in it that nothing prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReconcileResult } from '../../core/api.ts';
import { BATCH_STATES } from '../../core/bank/check-deposits.ts';
import { DIFFERENCE_REASONS, FLAGS, HEADLINES, UNLINKED_BECAUSE } from '../../core/reconcile/outcome.ts';
import { REVIEW_REASONS } from '../../core/reconcile/review-reasons.ts';
import { VOUCHER_KINDS } from '../../core/voucher.ts';
import { presentJson } from '../../server/cli/present-json.ts';
import { aLine, anOrder, dollars, runBooks } from '../core/worksheets/run-books.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const PAGE = join(__dirname, '../../docs/cli.md');

const desk = new Desk();
afterAll(() => desk.remove());

/** Keys below these are data: fees, states, accounts. */
const OPEN = /\.(deductionsByType|targets|byHeadline|authority)\./;

const NOTHING_ASKED = { mappings: [], isKept: false, waiting: new Set<string>() };

/** Every path of keys in a value, `orders[].link.pass`: of all elements of a list together. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => [`${path}.${key}`, ...pathsOf(own, `${path}.${key}`)]);
}

/** Shown once, and said of the others that they are likewise. */
const LIKEWISE = /^\.deposits\.(withdrawals|withoutBatch)(?=\[)/;

const unique = (paths: readonly string[]) =>
  [
    ...new Set(paths.filter((path) => !OPEN.test(path)).map((path) => path.replace(LIKEWISE, '.deposits.batches'))),
  ].sort();
const parentOf = (path: string) => path.replace(/(\[\])*\.[^.]*$/, '');

/** The example as data: comments and trailing commas go. */
function documented(): string[] {
  const [, block = ''] = /```jsonc\n([^]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const bare = block.replace(/("(?:[^"\\]|\\.)*")|\/\/.*$/gm, (_, text?: string) => text ?? '');
  return unique(pathsOf(JSON.parse(bare.replace(/,(\s*[\]}])/g, '$1'))));
}

/** The sample pair with a bank's statement and a sheet of notes, as the command prints it. */
async function printedByCommand(): Promise<unknown> {
  const bank = [
    ['Date', 'Label', 'Amount', 'Balance', 'Currency'],
    ['2024-05-10', 'Transfer', '385', '1385', 'TWD'],
    ['2024-05-31', 'Gift', '30', '1415', 'TWD'],
    ['2024-06-01', '?', 'x', '1415', 'TWD'],
  ];
  const beside = await desk.workbook('bank.xlsx', { bank, notes: [['ask', 'the bank']] });
  const { stdout } = await clearsheet('reconcile', ORDERS, INCOME, beside, '--as-of', '2024-05-01', '--json');
  return JSON.parse(stdout);
}

/** What the sample pair has none of: claims, reserves, money without order, a base currency, proposals, lines on review. */
function printedOfMore(): unknown {
  const { result } = runBooks({
    orders: [anOrder('A1'), anOrder('A2', { sourceRow: 3, stage: 'unshipped', shippedOn: null, completedOn: null })],
    payouts: [
      {
        file: 'income.xlsx',
        lines: [aLine('A1', { PRINCIPAL: 900, CHARGEBACK: -250, RESERVE_HELD: -70 }), aLine('Z9', { PRINCIPAL: 5 })],
      },
    ],
  });
  const base = { currency: 'TWD', rate: '31.5', amount: dollars(1) };
  const receipt = must(result.receipts[0]);
  const sums = { cash: dollars(1), gain: dollars(0) };
  const inBase = {
    currency: 'TWD',
    rate: '1',
    ...sums,
    deductions: [],
    allocations: receipt.allocations.map(() => dollars(1)),
  };
  const more: Partial<ReconcileResult> = {
    sales: result.sales.map((one) => ({ ...one, base })),
    receipts: [{ ...receipt, base: inBase }],
    proposals: [{ lineKey: 'k', orderKeys: ['s'], pass: 'P6', evidence: '' }],
    onReview: [{ lineKey: 'k', reason: 'ABOVE_LIMIT' }],
    forecast: { ...result.forecast, heldLate: result.forecast.heldUndated },
  };
  const outcome = {
    language: 'zh-TW',
    readings: [],
    pushed: [],
    statements: [],
    unconfirmed: NOTHING_ASKED,
    out: null,
  } as const;
  return presentJson({ ...outcome, result: { ...result, ...more } });
}

test.each<[string, readonly string[]]>([
  ['states', HEADLINES],
  ['flags', FLAGS],
  ['reasons of differences', DIFFERENCE_REASONS],
  ['reasons of review', REVIEW_REASONS],
  ['reasons of missing links', UNLINKED_BECAUSE],
  ['states of batches', [...BATCH_STATES, 'INCOMPLETE', 'UNDECLARED']],
  ['kinds of vouchers', VOUCHER_KINDS],
])('all %s are named', (_, codes) => {
  const page = readFileSync(PAGE, 'utf8');
  expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(page))).toEqual([]);
});

test('every key that is printed is shown, and every key that is shown is printed', async () => {
  const printed = unique([
    ...pathsOf(await printedByCommand()),
    ...pathsOf(JSON.parse(JSON.stringify(printedOfMore()))),
  ]);
  const shown = documented();
  expect(printed.filter((path) => !shown.includes(path))).toEqual([]);
  // A key whose place nothing was printed in, a list that stayed empty, is not looked at.
  const places = new Set(printed.map(parentOf));
  expect(shown.filter((path) => places.has(parentOf(path)) && !printed.includes(path))).toEqual([]);
});
