// What the result worksheets hear of the sheets: the imported ones with their problems, and those left aside.
import type { ImportedSheet } from '../../addin/reconcile-sheet.ts';
import { batchOf } from '../../addin/import-batch.ts';
import { normalizeSheet } from '../../addin/normalize-sheet.ts';
import { resultFiles } from '../../addin/result-files.ts';
import type { BatchAnswer } from '../../core/api.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { exportSheet, incomeRows, lookAt, table } from './panes/sample-looks.ts';
import { sampleAnswer } from './panes/sample-result.ts';

function imported(answer: Partial<BatchAnswer> = {}): ImportedSheet {
  const sheet = exportSheet('shopee-tw.income', 'Income', [...incomeRows, { ...incomeRows[0], 商品原價: 'abc' }]);
  const check = normalizeSheet(sheet, builtInMappings);
  if (check.outcome === 'refused') throw new Error(check.refusal.code);
  const facts = { shop: { platform: 'shopee-tw', name: '一號店' }, source: { file: sheet.file, sheet: sheet.sheet } };
  const { header } = batchOf(check.rows, facts);
  return {
    sheet: { look: lookAt(sheet), recognised: check.recognised },
    rows: check.rows,
    hasHiddenRows: false,
    header,
    answer: sampleAnswer(answer),
  };
}

test('an imported sheet is told with its report, its shop, its proof and its lines', () => {
  const [file] = resultFiles([imported()], []);
  expect(file).toMatchObject({
    file: 'May.xlsx',
    sheet: 'Income',
    shop: '一號店',
    kind: 'payout',
    report: { en: 'Shopee Taiwan income (released)' },
    currency: 'TWD',
    rows: { read: 3, accepted: 2, rejected: 1, skipped: 0 },
  });
  expect(file?.proof?.net).toBe((1146 + 385 + 1146) * 10_000);
  expect(file?.lines).toHaveLength(2);
});

test('rows the server refused stand among the unreadable ones, by row', () => {
  const rows = [
    { row: 2, outcome: 'conflict', fields: ['receivable', 'status'] },
    { row: 3, outcome: 'created', fields: [] },
  ] as const;
  const [file] = resultFiles([imported({ rows: rows.map((row) => ({ ...row, fields: [...row.fields] })) })], []);
  expect(file?.problems.map(({ code, row, details }) => [code, row, details['fields'] ?? ''])).toEqual([
    ['CONFLICT', 2, 'receivable, status'],
    ['AMOUNT_UNREADABLE', 4, ''],
  ]);
});

test('a sheet left aside is named with its rows and nothing else', () => {
  const [file] = resultFiles([], [lookAt(table('notes', [['remember'], ['the milk']]))]);
  expect(file).toMatchObject({
    sheet: 'notes',
    kind: 'other',
    report: null,
    rows: { read: 2, accepted: 0, rejected: 0, skipped: 2 },
    problems: [],
  });
});
