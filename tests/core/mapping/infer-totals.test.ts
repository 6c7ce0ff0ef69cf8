// Totals that a file prints as the proof of its rows: where they are found, and where a figure proves nothing.
import type { Cell } from '../../../core/sheet-table.ts';
import { proposalFor } from './infer-sheets.ts';
import { sheetOf } from './sheets.ts';

const HEADER = ['訂單編號', '撥款日期', '金額', '方式'];
const ROWS: readonly (readonly Cell[])[] = [
  ['T24050100A1', '2024-05-07', 1162.6, '轉帳'],
  ['T24050100B2', '2024-05-07', 752.5, '轉帳'],
  ['T24050200C3', '2024-05-08', -403, '轉帳'],
  ['T24050200D4', '2024-05-08', 1929, '轉帳'],
];

const totalsIn = (...rows: readonly (readonly Cell[])[]) =>
  proposalFor(sheetOf([...rows])).totals.map(({ row, label, of, rows: added }) => ({ row, label, of, rows: added }));

it.each<[string, readonly (readonly Cell[])[], object]>([
  ['below the rows', [HEADER, ...ROWS, ['合計', '', 3441.1]], { row: 6, label: '合計' }],
  ['above the header', [['撥款總額', 3441.1], [], HEADER, ...ROWS], { row: 1, label: '撥款總額' }],
  ['inside a text', [HEADER, ...ROWS, ['共 4 筆，撥款合計 3,441.10 元']], { row: 6, label: '撥款合計' }],
  [
    'alone in a column',
    [[...HEADER, '應付總額'], ...ROWS.map((row, at) => [...row, at === 0 ? 3441.1 : ''])],
    { row: 2, label: '應付總額' },
  ],
])('a total of the nets %s is a proof', (_, rows, expected) => {
  expect(totalsIn(...rows)).toEqual([{ ...expected, of: null, rows: 4 }]);
});

it('a total on another sheet of the workbook is one too', () => {
  const others = [{ ...sheetOf([['本期撥款金額', '3,441.10']]), sheet: '對帳總表' }];
  const { totals } = proposalFor(sheetOf([HEADER, ...ROWS]), { others });
  expect(totals).toMatchObject([{ sheet: '對帳總表', row: 1, label: '本期撥款金額' }]);
});

it.each<[string, readonly (readonly Cell[])[]]>([
  ['another figure', [HEADER, ...ROWS, ['合計', '', 3441]]],
  [
    'a count of rows that happens to be the sum',
    [HEADER, ['A00001', '2024-05-07', 1], ['A00002', '2024-05-08', 1], ['筆數', '', 2]],
  ],
  ['the one row printed again', [HEADER, ...ROWS.slice(0, 1), ['合計', '', 1162.6]]],
  [
    'rows that come to nothing',
    [HEADER, ['A00001', '2024-05-07', 5.5], ['A00002', '2024-05-08', -5.5], ['合計', '', 0]],
  ],
])('%s is none', (_, rows) => {
  expect(totalsIn(...rows)).toEqual([]);
});

describe('where no sum shows, a printed total is asked of', () => {
  const header = ['訂單編號', '商品貨款', '退款', '手續費', '日期'];
  const rows: readonly (readonly Cell[])[] = [
    ['T24050100A1', 100, 0, 0.6, '2024-05-01'],
    ['T24050100B2', 250.5, 30, 1.5, '2024-05-02'],
    ['T24050100C3', 70, 0, 0.42, '2024-05-03'],
  ];

  it('each component, all in one row', () => {
    const footer = [
      ['總筆數', '貨款總額', '退款總額', '手續費總額'],
      [3, 420.5, 30, 2.52],
    ];
    expect(totalsIn(header, ...rows, ...footer).map(({ of, row }) => `${of} ${row}`)).toEqual([
      '商品貨款 6',
      '退款 6',
      '手續費 6',
    ]);
  });

  it('not some of them', () => {
    const footer = [
      ['總筆數', '貨款總額', '退款總額', '手續費總額'],
      [3, 420.5, 30, 2.53],
    ];
    expect(totalsIn(header, ...rows, ...footer)).toEqual([]);
  });
});

describe('rows of orders beside those of their items', () => {
  const header = ['檢視', '訂單編號', '商品貨款', '手續費', '日期'];
  const rows: readonly (readonly Cell[])[] = [
    ['Order', 'T24050100A1', 300.5, -12.3, '2024-05-01'],
    ['Sku', 'T24050100A1', 200.5, 0, '2024-05-01'],
    ['Sku', 'T24050100A1', 100, 0, '2024-05-01'],
    ['Order', 'T24050100B2', 88, -4.1, '2024-05-02'],
    ['Sku', 'T24050100B2', 88, 0, '2024-05-02'],
  ];
  const given = (sum: number, others = rows) => proposalFor(sheetOf([['撥款總額', sum], [], header, ...others]));

  it('the kind of rows that makes the printed total stays, and the others are asked about', () => {
    const { totals, mapping, questions } = given(372.1);
    expect(totals).toMatchObject([{ label: '撥款總額', of: null, rows: 2 }]);
    expect(mapping.rows).toMatchObject([{ when: { column: '檢視', oneOf: ['Sku'] }, is: 'excluded' }]);
    expect(questions).toContainEqual({ ask: 'rowsLeftOut', column: '檢視', keeps: 'Order' });
  });

  it('money of another kind is left in, though a printed figure is its sum', () => {
    const strangers = rows.map((row, at) => (row[0] === 'Sku' ? ['Sku', `T2405090${at}X`, ...row.slice(2)] : row));
    const { totals, mapping } = given(372.1, strangers);
    expect([totals, mapping.rows]).toEqual([[], undefined]);
  });
});
