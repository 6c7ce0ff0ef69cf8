// Deliveries out of people's own sheets: found by the usual names of their columns in three languages, every row read or told
// with what is wrong; what cannot be read is never zero, and nothing is taken twice.
import costsEn from '../../../addin/locale/costs/en.json';
import costsZhCN from '../../../addin/locale/costs/zh-CN.json';
import costsZhTW from '../../../addin/locale/costs/zh-TW.json';
import { compareDeliveries, heldDelivery, sumDeliveries } from '../../../core/import/compare-deliveries.ts';
import { currencyInWords } from '../../../core/import/currency-words.ts';
import { deliveriesOfSheet, type DeliveriesRead } from '../../../core/import/deliveries-of-sheet.ts';
import { DELIVERY_FIELDS, findDeliveryColumns, NEEDED_FIELDS } from '../../../core/import/delivery-columns.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { Cell, NumberFormats, SheetTable } from '../../../core/sheet-table.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { day, twd } from '../../server/fixtures.ts';

const HEADER = ['貨號', '進貨日期', '進貨單號', '數量', '未稅金額', '幣別'];
const sheetOf = (rows: Cell[][], numberFormats?: NumberFormats): SheetTable => ({
  ...{ file: '進貨.xlsx', sheet: '五月', firstRow: 1, firstColumn: 1, rows },
  ...(numberFormats === undefined ? {} : { numberFormats }),
});
const BASE = { currency: 'TWD', isOnly: false };

function read(rows: Cell[][], base = BASE, formats?: NumberFormats): DeliveriesRead {
  const told = deliveriesOfSheet(sheetOf(rows, formats), base);
  if (told.is === 'unfit') throw new Error(`unfit: ${JSON.stringify(told)}`);
  return told;
}
const told = ({ deliveries }: DeliveriesRead) =>
  deliveries.map(({ row, sku, receivedOn, reference, quantity, cost, currency }) =>
    [row, sku, receivedOn, reference, quantity, textOfAmount(cost), currency].join(' '),
  );
const faults = ({ problems }: DeliveriesRead) =>
  problems.map(({ row, column, fault, value }) => [row, column, fault, value].join(' '));

describe('columns', () => {
  test.each([
    [['貨號', '進貨日期', '數量', '未稅金額']],
    [['料号', '入库日期', '件数', '进货成本']],
    [['SKU', 'Receipt Date', 'Qty', 'Total cost']],
    [['ITEM NO.', 'Date', 'Pieces', 'Amount (excl. tax)']],
    [['備註', '品號', '驗收日', '品名', '實收數量', '單價', '金額（未稅）', '幣別']],
  ])('are found in %j', (header) => {
    expect(findDeliveryColumns({ rows: [header] })).toMatchObject({ is: 'found', headerIndex: 0 });
  });

  test('are found below titles, each by the best of its names', () => {
    const rows = [['五月進貨明細'], [], ['日期', '進貨日期', '貨號', '數量', '金額', '未稅金額', '單號']];
    const found = findDeliveryColumns({ rows });
    expect(found).toMatchObject({ is: 'found', headerIndex: 2 });
    expect(
      found.is === 'found' && Object.entries(found.columns).map(([field, { header }]) => `${field} ${header}`),
    ).toEqual([...['sku 貨號', 'receivedOn 進貨日期', 'reference 單號', 'quantity 數量', 'cost 未稅金額']]);
  });

  test('that lack are named, and those that stand there twice', () => {
    expect(findDeliveryColumns({ rows: [] })).toEqual({ is: 'unfit', missing: NEEDED_FIELDS, twice: [] });
    expect(findDeliveryColumns({ rows: [['貨號', '數量', '含稅金額', '單價', '單位成本']] })).toEqual({
      ...{ is: 'unfit', missing: ['receivedOn', 'cost'], twice: [] },
    });
    expect(findDeliveryColumns({ rows: [['貨號', '日期', '數量', '數量', '成本']] })).toEqual({
      ...{ is: 'unfit', missing: [], twice: [{ field: 'quantity', header: '數量' }] },
    });
  });

  test.each([
    ['zh-TW', costsZhTW.names, '、'],
    ['zh-CN', costsZhCN.names, '、'],
    ['en', costsEn.names, ', '],
  ] as const)('are found by every name that the pane asks for (%s)', (_, names, between) => {
    for (const field of DELIVERY_FIELDS)
      for (const header of names[field].split(between)) {
        const others = NEEDED_FIELDS.filter((one) => one !== field).map((one) => names[one].split(between)[0] ?? '');
        const found = findDeliveryColumns({ rows: [[header, ...others]] });
        expect([header, found.is === 'found' ? found.columns[field]?.header : found]).toEqual([header, header]);
      }
  });
});

describe('rows', () => {
  test('are deliveries with their day, pieces and cost, however these are written', () => {
    const rows = [
      HEADER,
      ['TEA-01', 45_415, 'GR-1', 10, 1_200, 'TWD'],
      ['TEA-02', '2024/5/4', '', '1,000', 'NT$12,345.5', '新台幣'],
      ['ＴＥＡ-03', '113/05/06', null, '３', '０', ''],
      ['00012', '113年5月7日', 'A 1', 2, '$200', null],
      ['TEA-04', 20_240_508, "'0099", 1, 10.25, 'ntd'],
      ['TEA-05', 1_130_509, 7, 0, 0, 'TWD'],
      ['TEA-06', '10 May 2024', 8, 1, 5, 'usd'],
    ];
    const of = read(rows);
    expect(faults(of)).toEqual([]);
    expect(told(of)).toEqual([
      '2 TEA-01 2024-05-03 GR-1 10 1200 TWD',
      '3 TEA-02 2024-05-04  1000 12345.5 TWD',
      '4 TEA-03 2024-05-06  3 0 TWD',
      '5 00012 2024-05-07 A 1 2 200 TWD',
      '6 TEA-04 2024-05-08 0099 1 10.25 TWD',
      '7 TEA-05 2024-05-09 7 0 0 TWD',
      '8 TEA-06 2024-05-10 8 1 5 USD',
    ]);
  });

  test.each([
    ['no item', [null, '2024-05-03', '', 1, 1], '2 貨號 missing '],
    ['no day', ['T', '', '', 1, 1], '2 進貨日期 missing '],
    ['no pieces', ['T', '2024-05-03', '', null, 1], '2 數量 missing '],
    ['no cost', ['T', '2024-05-03', '', 1, '—'], '2 未稅金額 missing —'],
    ['a day that may be two', ['T', '05/06/2024', '', 1, 1], '2 進貨日期 day 05/06/2024'],
    ['a day that is none', ['T', '2024-02-30', '', 1, 1], '2 進貨日期 day 2024-02-30'],
    ['a number of another age', ['T', 113, '', 1, 1], '2 進貨日期 day 113'],
    ['half a piece', ['T', '2024-05-03', '', 1.5, 1], '2 數量 pieces 1.5'],
    ['pieces in words', ['T', '2024-05-03', '', '兩箱', 1], '2 數量 pieces 兩箱'],
    ['pieces below zero', ['T', '2024-05-03', '', -2, 1], '2 數量 belowZero -2'],
    ['more pieces than there are', ['T', '2024-05-03', '', 2_000_000_000, 1], '2 數量 pieces 2000000000'],
    ['a cost in words', ['T', '2024-05-03', '', 1, '待報價'], '2 未稅金額 amount 待報價'],
    [
      'a cost with more decimals than money has',
      ['T', '2024-05-03', '', 3, 100 / 3],
      '2 未稅金額 amount 33.333333333333336',
    ],
    ['a comma that is no thousands mark', ['T', '2024-05-03', '', 1, '12,50'], '2 未稅金額 amount 12,50'],
    ['a formula that failed', ['T', '2024-05-03', '', 1, '#N/A'], '2 未稅金額 amount #N/A'],
    ['a cost below zero', ['T', '2024-05-03', '', 1, '(300)'], '2 未稅金額 belowZero (300)'],
    ['a share', ['T', '2024-05-03', '', 1, '5%'], '2 未稅金額 percent 5%'],
    ['an item that Excel cut short', ['4.71E+12', '2024-05-03', '', 1, 1], '2 貨號 number 4.71E+12'],
    ['a reference that Excel cut short', ['T', '2024-05-03', 1.5, 1, 1], '2 進貨單號 number 1.5'],
    ['no pieces that cost something', ['T', '2024-05-03', '', 0, 5], '2 數量 noPieces 0'],
    ['a currency in words nobody knows', ['T', '2024-05-03', '', 1, 1, '點數'], '2 幣別 currency 點數'],
    ['the mark of another currency', ['T', '2024-05-03', '', 1, 'US$5', 'TWD'], '2 未稅金額 amount US$5'],
  ] as [string, Cell[], string][])('with %s is told, and is no delivery', (_, row, fault) => {
    const of = read([HEADER, row]);
    expect([faults(of), of.deliveries]).toEqual([[fault], []]);
  });

  test('with several faults tell each of them, with the cell where it stands', () => {
    const table = { ...sheetOf([HEADER, ['', 'x', '', 'y', 'z']]), firstRow: 4, firstColumn: 2 };
    const of = deliveriesOfSheet(table, BASE);
    expect(of.is === 'read' && of.problems.map(({ row, columnNumber, fault }) => [row, columnNumber, fault])).toEqual([
      ...[
        [5, 2, 'missing'],
        [5, 3, 'day'],
        [5, 5, 'pieces'],
        [5, 6, 'amount'],
      ],
    ]);
  });

  test('in another currency than that of the books are told before they are sent', () => {
    const rows = [HEADER, ['T', '2024-05-03', '', 1, 1, 'USD'], ['U', '2024-05-03', '', 1, 1, '']];
    const of = read(rows, { currency: 'TWD', isOnly: true });
    expect([faults(of), told(of)]).toEqual([['2 幣別 foreign USD'], ['3 U 2024-05-03  1 1 TWD']]);
  });

  test('of the same item, day and reference are told with the row that says it before', () => {
    const row: Cell[] = ['T', '2024-05-03', 'GR-1', 1, 1];
    const of = read([HEADER, row, ['T', 45_415, 'GR-1', 2, 5], ['T', '2024-05-03', 'GR-2', 1, 1]]);
    expect([faults(of), told(of)]).toEqual([
      ['3 貨號 twice 2'],
      ['2 T 2024-05-03 GR-1 1 1 TWD', '4 T 2024-05-03 GR-2 1 1 TWD'],
    ]);
  });

  test('that are sums, headers of a further page or remarks are set aside, and told', () => {
    const rows: Cell[][] = [
      ['序', ...HEADER],
      [1, 'T', '2024-05-03', '', 1, 1],
      [null, '小計', '2024-05-03', '', 1, 1],
      [],
      ['序', ...HEADER],
      [2, 'U', '2024-05-04', '', 2, 5],
      ['合計', null, null, null, 3, 6],
      ['製表：王**'],
    ];
    const of = read(rows);
    expect([told(of), faults(of), of.aside]).toEqual([
      ['2 T 2024-05-03  1 1 TWD', '6 U 2024-05-04  2 5 TWD'],
      [],
      [3, 5, 7, 8],
    ]);
  });

  test('keep the zeros that only a format shows, and take no day or share for a number', () => {
    const formats = new Map([
      [0, [undefined, '00000', 'm/d']],
      [4, [undefined, '0%', '0']],
    ]);
    const rows = [HEADER, [12, '2024-05-03', '', 1, 0.5], [45_415, '2024-05-03', '', 1, 5]];
    expect(faults(read(rows, BASE, formats))).toEqual(['2 未稅金額 percent 0.5', '3 貨號 number 45415']);
    const zeros = read([HEADER, [12, '2024-05-03', '', 1, 5]], BASE, new Map([[0, [undefined, '00000']]]));
    expect(told(zeros)).toEqual(['2 00012 2024-05-03  1 5 TWD']);
  });
});

test.each([
  ['TWD', 'TWD'],
  ['新臺幣', 'TWD'],
  ['人民币', 'CNY'],
  ['ＵＳＤ', 'USD'],
  ['US$', 'USD'],
  ['$', null],
  ['元', null],
])('"%s" names %s', (text, currency) => {
  expect(currencyInWords(text)).toBe(currency);
});

describe('beside what is held', () => {
  const one = (facts: Partial<ItemCost> = {}): ItemCost => ({
    ...{ sku: 'T', receivedOn: day('2024-05-03'), reference: '', quantity: 10, cost: twd(100), currency: 'TWD' },
    ...facts,
  });
  const gone = { quantity: 0, cost: twd(0) };
  const held = [one(), one({ sku: 'U' }), one({ sku: 'V' }), one({ reference: 'GR-2' })];

  test('deliveries are new, further versions, the same, or taken out', () => {
    const deliveries = [
      one(),
      one({ sku: 'U', cost: twd(101) }),
      one({ sku: 'V', ...gone }),
      one({ reference: 'GR-2', currency: 'USD' }),
      one({ receivedOn: day('2024-05-04') }),
      one({ sku: 'W', ...gone }),
    ];
    expect(compareDeliveries(deliveries, held)).toEqual({ fresh: 1, changed: 2, unchanged: 2, takenOut: 1 });
  });

  test('the held one of the same item, day and reference is found', () => {
    expect(heldDelivery(held, one({ sku: 'U', quantity: 1 }))).toBe(held[1]);
    expect(heldDelivery(held, one({ sku: 'X' }))).toBeNull();
  });

  test('pieces and costs are summed by currency', () => {
    expect(sumDeliveries([one(), one({ currency: 'USD', cost: twd(0.1) }), one({ cost: twd(0.2) })])).toEqual([
      { currency: 'TWD', pieces: 20, cost: twd(100.2) },
      { currency: 'USD', pieces: 10, cost: twd(0.1) },
    ]);
  });
});
