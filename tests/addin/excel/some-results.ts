// Result sheets for tests of the writer: two small sheets that hold every kind of value a result may have.
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';

/** Texts that a careless writer would turn into formulas, numbers or dates. */
export const DANGEROUS_TEXTS = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","x")',
  '+886 912',
  '-5%',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '00123',
  '2405018000000000001',
  '1E5',
  '2024-05-07',
  'TRUE',
];

interface Wishes {
  readonly rows?: number;
  /** Told in every row, to tell one result from another. */
  readonly mark?: string;
}

export function someResults({ rows = DANGEROUS_TEXTS.length, mark = 'first' }: Wishes = {}): ResultSheet[] {
  return [summary(mark), orders(rows, mark)];
}

function summary(mark: string): ResultSheet {
  return {
    key: 'summary',
    name: '對帳結果',
    lines: [
      { style: 'title', cells: ['對帳結果'] },
      { style: 'note', cells: [`=${mark}`] },
      { style: 'columns', cells: ['去向', '金額'], formats: ['text', 'amount'] },
      {
        style: 'values',
        cells: ['訂單合計', { formula: "='訂單對帳'!C3", value: 0 }],
        formats: ['text', 'amount'],
        tone: 'good',
      },
      { style: 'total', cells: ['差異', { formula: '=B4-B4', value: 0 }], formats: ['text', 'amount'], zeros: [1] },
    ],
    tables: [],
    widths: [30, 14],
    frozenRows: 1,
    frozenColumns: 0,
    decimals: 2,
    tone: 'good',
  };
}

function orders(count: number, mark: string): ResultSheet {
  const texts = Array.from({ length: count }, (_, index) => DANGEROUS_TEXTS[index % DANGEROUS_TEXTS.length] ?? '');
  return {
    key: 'orders',
    name: '訂單對帳',
    lines: [
      { style: 'title', cells: ['訂單對帳'] },
      { style: 'note', cells: [mark] },
    ],
    tables: [
      {
        name: 'clearsheet_orders',
        headerRow: 4,
        columns: [
          { header: '狀態', format: 'text', width: 14 },
          { header: '訂單編號', format: 'text', width: 20 },
          { header: '應收', format: 'amount', width: 12, total: 'sum' },
          { header: '撥款日', format: 'date', width: 12 },
          { header: '來源', format: 'link', width: 12, total: 'count' },
          { header: '檢查', format: 'amount', width: 8, zero: true },
        ],
        rows: texts.map((text, index) => [
          index % 2 === 0 ? '完全相符' : '短收',
          text,
          100.5,
          45_419,
          { formula: `=HYPERLINK("#'orders'!A${index + 2}","row ${index + 2}")`, value: `row ${index + 2}` },
          null,
        ]),
        tones: { column: 0, byText: { 完全相符: 'good', 短收: 'bad' } },
      },
    ],
    frozenRows: 4,
    frozenColumns: 2,
    decimals: 2,
  };
}
