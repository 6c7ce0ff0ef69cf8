// Which sheets a click is about, from what each sheet is.
import { sheetsToReconcile, unusedSheets, viewWorkbook } from '../../addin/choose-sheets.ts';
import type { SheetLook } from '../../addin/excel/look-at-workbook.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './panes/sample-looks.ts';

const SHEETS: Readonly<Record<string, SheetLook>> = {
  Income: lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows)),
  Income2: lookAt(exportSheet('shopee-tw.income', 'Income2', incomeRows)),
  orders: lookAt(exportSheet('shopee-tw.orders', 'orders', orderRows)),
  bank: lookAt(exportSheet('bank.signed-amount', 'bank', [{ Date: '2024-05-10', Amount: '385' }])),
  payouts: lookAt(exportSheet('shopify.payouts', 'payouts', [{ 'Payout Date': '2024-05-10', Total: '385' }])),
  notes: lookAt(table('notes', [['remember the milk']])),
  empty: lookAt(table('empty', [])),
  result: lookAt(table('result', []), { ours: 'summary' }),
};

/** The workbook with these sheets; the one in brackets is on screen. */
function look(text: string): SheetLook[] {
  return text.split(' ').map((word) => {
    const found = SHEETS[word.replace(/[[\]]/g, '')];
    if (!found) throw new Error(`There is no sheet ${word}`);
    return { ...found, active: word.startsWith('[') };
  });
}

const names = (sheets: readonly { readonly look: SheetLook }[]) => sheets.map((sheet) => sheet.look.name).join(' ');

test.each([
  // workbook                         active       reconciled               left aside
  ['[Income]', 'recognised', 'Income', ''],
  ['[Income] orders', 'recognised', 'orders Income', ''],
  ['[orders] Income Income2', 'recognised', 'orders Income Income2', ''],
  ['[Income] notes empty', 'recognised', 'Income', 'notes'],
  ['[result] Income orders', 'result', 'orders Income', ''],
  ['[result]', 'result', '', ''],
  ['[notes] Income orders', 'refused', '', 'orders Income'],
  ['[empty] notes', 'refused', '', 'notes'],
  ['[Income] result', 'recognised', 'Income', ''],
  ['[bank] Income orders', 'recognised', 'orders bank Income', ''],
  ['[Income] bank', 'recognised', 'Income bank', ''],
  ['[payouts] Income', 'refused', '', 'Income'],
])('in the workbook %s the sheet on screen is %s and a click reconciles "%s"', (text, active, expected, aside) => {
  const view = viewWorkbook(look(text), builtInMappings);
  const chosen = sheetsToReconcile(view);
  expect(view.active?.is).toBe(active);
  expect(names(chosen)).toBe(expected);
  expect(
    unusedSheets(view, chosen)
      .map((sheet) => sheet.name)
      .join(' '),
  ).toBe(aside);
});

test('what is left out stays out, but never the sheet on screen', () => {
  const view = viewWorkbook(look('[Income] orders Income2'), builtInMappings);
  const leftOut = new Set(['id of orders', 'id of Income']);
  expect(names(sheetsToReconcile(view, leftOut))).toBe('Income Income2');
});

test("a sheet that continues another one's table is recognised under its header, whichever is on screen", () => {
  const row = { 序号: '1', 入账时间: '2024-05-02', 支付宝流水号: '1', '收入（+元）': 5 };
  const first = exportSheet('alipay.fund-query', '账务组合查询1', [row]);
  const rest = table('账务组合查询2', first.rows.slice(1));
  for (const active of [first, rest]) {
    const looks = [first, rest].map((sheet) => lookAt(sheet, { active: sheet === active }));
    const chosen = sheetsToReconcile(viewWorkbook(looks, builtInMappings));
    expect(chosen.map(({ look: { name }, recognised }) => [name, recognised.mapping.id]).sort()).toEqual([
      ['账务组合查询1', 'alipay.fund-query'],
      ['账务组合查询2', 'alipay.fund-query'],
    ]);
  }
});

test('a chart sheet on screen is no sheet to us', () => {
  const view = viewWorkbook(look('Income orders'), builtInMappings);
  expect(view.active).toBeNull();
  expect(sheetsToReconcile(view)).toEqual([]);
});

test('a sheet whose text Excel garbled is refused as such, with the encoding to choose; one nobody knows is not', () => {
  const header = ['特店交易編號', '綠界交易編號', '交易日期', '付款方式', '交易金額'];
  const garbled = header.map((text) => Buffer.from(text).toString('latin1'));
  const refusalOf = (rows: string[]) => {
    const looks = [{ ...lookAt(table('csv', [rows, ['A1', 'B1', '2026/08/11', '', '1290']])), active: true }];
    const { active } = viewWorkbook(looks, builtInMappings);
    return active?.is === 'refused' ? active.refusal : null;
  };
  expect(refusalOf(garbled)).toMatchObject({ code: 'OPENED_GARBLED', writtenIn: ['utf-8'] });
  expect(refusalOf(['甲', '乙', '丙'])).toMatchObject({ code: 'UNKNOWN_REPORT' });
});
