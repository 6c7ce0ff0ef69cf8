// What the result worksheets hear of the sheets, where their rows stand now, and which sheets settle nothing.
import type { BatchAnswer } from '../../../core/api.ts';
import { batchOf } from '../../../core/import/import-batch.ts';
import { importedFile, type PushedRows, statementFile, unusedFile } from '../../../core/import/imported-file.ts';
import { locateRows } from '../../../core/import/locate-rows.ts';
import { normalizeSheet, refuseStatement } from '../../../core/import/normalize-sheet.ts';
import type { Language } from '../../../core/language.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import { amountOfUnits, ZERO } from '../../../core/money.ts';
import { explainProblem, explainRefusal } from '../../../core/problem.ts';
import { lineKey, orderKey } from '../../../core/reconcile/account.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { exportSheet, incomeRows, orderRows } from '../../addin/panes/sample-looks.ts';
import { sampleAnswer, sampleResult } from '../../addin/panes/sample-result.ts';
import { must } from '../reconcile/memory-books.ts';

const UNREADABLE = { ...incomeRows[0], 商品原價: 'abc' };

function pushed(mappingId: string, rows: typeof incomeRows, answer: Partial<BatchAnswer> = {}): PushedRows {
  const sheet = exportSheet(mappingId, 'Income', rows);
  const check = normalizeSheet(sheet, builtInMappings);
  if (check.outcome !== 'read') throw new Error(check.outcome);
  const part = must(check.parts[0]);
  const shop = { platform: 'shopee-tw', name: '一號店' };
  const { header } = batchOf(part, { shop, source: { file: sheet.file, sheet: sheet.sheet } });
  return { report: check.recognised.mapping.title, rows: part, header, answer: sampleAnswer(answer) };
}

test('an imported sheet is told with its report, its shop, its proof and its lines', () => {
  const file = importedFile(pushed('shopee-tw.income', [...incomeRows, UNREADABLE]));
  expect(file).toMatchObject({
    file: 'May.xlsx',
    sheet: 'Income',
    shop: '一號店',
    kind: 'payout',
    report: { en: 'Shopee Taiwan income (released)' },
    currency: 'TWD',
    rows: { read: 3, accepted: 2, rejected: 1, skipped: 0 },
  });
  expect(file.proof?.net).toBe((1146 + 385 + 1146) * 10_000);
  expect(file.lines).toHaveLength(2);
});

test('rows the server refused stand among the unreadable ones, by row; rows it held already are named', () => {
  const rows: BatchAnswer['rows'] = [
    { row: 2, outcome: 'conflict', fields: ['receivable', 'status'] },
    { row: 3, outcome: 'unchanged', fields: [] },
  ];
  const file = importedFile(pushed('shopee-tw.income', [...incomeRows, UNREADABLE], { rows }));
  expect(file.problems.map(({ code, row, details }) => [code, row, details['fields'] ?? ''])).toEqual([
    ['CONFLICT', 2, 'receivable, status'],
    ['AMOUNT_UNREADABLE', 4, ''],
  ]);
  expect(file.repeatedRows).toEqual([3]);
});

test('a row whose amount is another one than before says both', () => {
  const nets = { pushed: amountOfUnits(765_000), held: amountOfUnits(850_000) };
  const rows: BatchAnswer['rows'] = [{ row: 2, outcome: 'conflict', fields: ['net'], nets }];
  const [problem] = importedFile(pushed('shopee-tw.income', incomeRows, { rows })).problems;
  const say = (language: Language) => problem && explainProblem(problem, language);
  expect(say('zh-TW')).toMatch(/（淨額這次 76.5，先前 85）/);
  expect(say('zh-CN')).toMatch(/（净额这次 76.5，先前 85）/);
  expect(say('en')).toMatch(/\(net now 76.5, before 85\)/);
});

describe('a statement', () => {
  const read = {
    currency: 'TWD',
    rows: { read: 5, accepted: 4, rejected: 1, skipped: 0 },
    problems: [{ row: 4, column: '金額', code: 'AMOUNT_UNREADABLE' as const, details: {} }],
  };
  const place = { file: 'bank.csv', sheet: 'bank', report: { 'zh-TW': '銀行', 'zh-CN': '银行', en: 'Bank' } };

  test('is told with the accounts that took its lines, each once, and its unreadable rows', () => {
    const answers = ['bank/esun/TWD', 'bank/esun/TWD', 'bank/esun/USD'].map((account) => ({ account }));
    expect(statementFile({ ...place, read, answers })).toMatchObject({
      ...{ ...place, ...read, kind: 'statement', shop: '', lines: [], proof: null },
      accounts: ['bank/esun/TWD', 'bank/esun/USD'],
    });
  });

  test('whose lines no account took is a sheet that nothing was taken of', () => {
    expect(statementFile({ ...place, read, answers: [] })).toEqual(unusedFile('bank.csv', 'bank', 5));
  });
});

test('a sheet left aside is named with its rows and nothing else', () => {
  expect(unusedFile('May.xlsx', 'notes', 2)).toMatchObject({
    sheet: 'notes',
    kind: 'other',
    report: null,
    rows: { read: 2, accepted: 0, rejected: 0, skipped: 2 },
    problems: [],
  });
});

describe('after the sheet was sorted the other way round', () => {
  const reversed = { income: [...incomeRows].reverse(), orders: [...orderRows].reverse() };
  const places = [pushed('shopee-tw.income', reversed.income), pushed('shopee-tw.orders', reversed.orders)];
  const base = sampleResult();

  test('orders are found by their number', () => {
    const sheet = must(places[1]).rows;
    const order = must(sheet.kind === 'orders' ? sheet.orders[0] : undefined);
    const outcome = { ...must(base.orders[0]), orderNumber: order.orderNumber, shop: '一號店' };
    const elsewhere = { ...outcome, orderNumber: 'not in the sheet', orderKey: orderKey('s', 'x') };
    const located = locateRows({ ...base, orders: [outcome, elsewhere] }, places);
    expect(located.orders.map(({ source }) => source)).toEqual([
      { file: 'May.xlsx', sheet: 'Income', row: order.sourceRow },
      elsewhere.source,
    ]);
  });

  test('payout lines are found by their identity, and another shop has none of them', () => {
    const sheet = must(places[0]).rows;
    const line = must(sheet.kind === 'payout' ? sheet.lines[0] : undefined);
    const stray = (shop: string) => ({
      lineKey: lineKey(`shopee-tw/${shop}`, line),
      shop,
      orderNumber: line.orderNumber,
      type: 'PAYOUT_WITHOUT_ORDER' as const,
      because: 'NO_ORDER' as const,
      onReview: null,
      currency: 'TWD',
      ...{ net: line.net, onHold: line.net, fees: ZERO },
      paidOutOn: line.paidOutOn,
      source: { file: 'May.xlsx', sheet: 'Income', row: 99 },
    });
    const located = locateRows({ ...base, unlinked: [stray('一號店'), stray('二號店')] }, places);
    expect(located.unlinked.map(({ source }) => source.row)).toEqual([line.sourceRow, 99]);
  });
});

test('a statement of a wallet is read and proved, and says why it is not reconciled', () => {
  const asWallet = builtInMappings.map((mapping): typeof mapping =>
    mapping.id === 'shopee-tw.income' ? { ...(mapping as PayoutMapping), kind: 'wallet' } : mapping,
  );
  const sheet = exportSheet('shopee-tw.income', 'Income', incomeRows);
  const check = normalizeSheet(sheet, asWallet);
  if (check.outcome !== 'statement') throw new Error(check.outcome);
  expect(check.rows.net).toBe((1146 + 385) * 10_000);
  expect(explainRefusal(refuseStatement(sheet, check.recognised), 'zh-TW')).toContain('錢包或銀行的對帳單');
});
