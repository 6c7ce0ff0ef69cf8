// Amounts in number cells that are shown as something else: told for each cell, never read as money.
import { amountColumns } from '../../../core/mapping/amount-columns.ts';
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import { explainProblem } from '../../../core/problem.ts';
import { normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { goldenSheet } from '../../mappings/golden-sheets.ts';

/** The sheet of a report with another cell in one row. */
async function withCell(report: string, header: string, row: number, cell: Cell, format: string): Promise<SheetTable> {
  const sheet = await goldenSheet(report);
  const at = row - sheet.firstRow;
  const index = sheet.rows.map((cells) => cells.indexOf(header)).find((found) => found >= 0) ?? -1;
  const rows = sheet.rows.map((cells, position) => (position === at ? cells.with(index, cell) : cells));
  return { ...sheet, rows, numberFormats: new Map([[index, Object.assign([], { [at]: format })]]) };
}

function readOf(table: SheetTable) {
  const check = normalizeSheet(table, builtInMappings);
  if (check.outcome !== 'read') throw new Error(check.outcome);
  const [rows] = check.parts;
  if (!rows) throw new Error('nothing read');
  return rows;
}

const toldIn = (table: SheetTable) => readOf(table).problems.map(({ row, code }) => `${row} ${code}`);

test.each<[string, string, number, Cell, string, string[]]>([
  ['shopee-tw.income', '成交手續費', 7, 0.025, '0.00%', ['7 AMOUNT_IS_PERCENT']],
  ['shopee-tw.income', '成交手續費', 7, -80, '0%', ['7 AMOUNT_IS_PERCENT']],
  ['shopee-tw.income', '成交手續費', 7, 45_413, 'yyyy/m/d', ['7 AMOUNT_UNREADABLE']],
  ['shopee-tw.income', '錢包入帳金額', 8, 0.1, '0%', ['8 AMOUNT_IS_PERCENT']],
  ['shopee-tw.income', '成交手續費', 7, -80, '#,##0;[Red]-#,##0', []],
  ['shopee-tw.income', '成交手續費', 7, -80, '00000', []],
  ['shopee-tw.orders', '賣家負擔優惠券', 4, 0.1, '0%', ['4 AMOUNT_IS_PERCENT']],
  ['shopee-tw.orders', '賣家負擔優惠券', 4, 45_413, 'm"月"d"日"', ['4 AMOUNT_UNREADABLE']],
  ['shopee-tw.orders', '賣家負擔優惠券', 4, 0, '0%', []],
])('in %s a %s of row %d that is %j shown as %s: %j', async (report, header, row, cell, format, expected) => {
  expect(toldIn(await withCell(report, header, row, cell, format))).toEqual(expected);
});

test('the sentence says the value as it is shown', async () => {
  const [problem] = readOf(await withCell('shopee-tw.income', '成交手續費', 7, 0.025, '0.00%')).problems;
  expect(problem && explainProblem(problem, 'en')).toContain('"2.5%" is a percentage');
  const [day] = readOf(await withCell('shopee-tw.income', '成交手續費', 7, 45_413, 'yyyy/m/d')).problems;
  expect(day && explainProblem(day, 'zh-TW')).toContain('「2024-05-01」不是金額');
});

test('a column of percentages that no mapping knows is no forgotten amount', async () => {
  const sheet = await goldenSheet('shopee-tw.income');
  const width = Math.max(...sheet.rows.map((cells) => cells.length));
  const widened = sheet.rows.map((cells, at) => {
    const more = at === 5 ? '費率' : at > 5 ? 0.025 : null;
    return [...cells, ...Array<null>(width - cells.length).fill(null), more];
  });
  const table = { ...sheet, rows: widened };
  expect(toldIn(table)).toEqual(['6 UNMAPPED_AMOUNT']);
  const numberFormats = new Map([[width, widened.map(() => '0.0%')]]);
  expect(toldIn({ ...table, numberFormats })).toEqual([]);
});

test('columns of amounts are those with such a role and those that a check adds up', async () => {
  const detection = detectMapping(await goldenSheet('shopee-tw.orders'), builtInMappings);
  if (detection.outcome === 'refused') throw new Error(detection.refusal.code);
  const headers = amountColumns(detection.recognised).map(({ header }) => header);
  expect(headers).toEqual(expect.arrayContaining(['商品總價', '賣家負擔優惠券']));
  expect(headers).not.toContain('數量');
});
