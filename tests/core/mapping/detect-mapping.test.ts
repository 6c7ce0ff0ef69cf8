// Which report is this? Sheets that are recognised, however their headers are placed and spelt, and sheets refused by name.
import fc from '../../fast-check.ts';
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { normalizeHeader } from '../../../core/mapping/normalize-header.ts';
import { type Refusal, explainRefusal } from '../../../core/problem.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import {
  demoMappings,
  demoOrders,
  demoPayout,
  orderSheet,
  payoutOf,
  payoutSheet,
  recognise,
  sheetOf,
} from './sheets.ts';

function refusalOf(table: SheetTable, mappings: readonly Mapping[] = demoMappings): Refusal {
  const detection = detectMapping(table, mappings);
  if (detection.outcome === 'recognised') throw new Error(`recognised as ${detection.recognised.mapping.id}`);
  return detection.refusal;
}

/** The sheet without one of its columns. */
function without(header: string, table: SheetTable): SheetTable {
  const at = table.rows[0]?.indexOf(header) ?? -1;
  return { ...table, rows: table.rows.map((row) => row.filter((_, index) => index !== at)) };
}

/** The sheet with a header written otherwise. */
function renamed(header: string, name: string, table: SheetTable): SheetTable {
  return { ...table, rows: table.rows.map((row) => row.map((cell) => (cell === header ? name : cell))) };
}

describe('a known report', () => {
  test('says which columns it found, by which name, and what is left over', () => {
    const recognised = recognise(renamed('Refund', 'Given back', payoutSheet({ 'New fee': 5 })));
    const found = recognised.columns.map(({ header, index, matchedBy }) => `${index} ${header} (${matchedBy})`);
    expect({ ...recognised, mapping: recognised.mapping.id, columns: found }).toEqual({
      kind: 'payout',
      mapping: 'demo.payout',
      headerRow: 1,
      headerIndex: 0,
      columns: [
        '0 Order no. (header)',
        '1 Refund no. (header)',
        '2 Paid out (header)',
        '3 Goods (header)',
        '4 Given back (synonym)',
        '5 Fee (header)',
        '6 Net (header)',
        '7 Buyer (header)',
      ],
      missing: [],
      unmapped: ['New fee'],
      share: 1,
    });
  });

  test('may lack optional columns, which are named', () => {
    const recognised = recognise(without('Fee', payoutSheet({})));
    expect(recognised.missing).toEqual(['Fee']);
    expect(recognised.share).toBe(7 / 8);
  });

  test('names the row as Excel does when the used range starts further down', () => {
    const table = { ...payoutSheet({}), firstRow: 5 };
    expect(recognise(table)).toMatchObject({ headerRow: 5, headerIndex: 0 });
  });

  test('is found though a row above repeats part of its header', () => {
    const { rows } = payoutSheet({});
    expect(recognise(sheetOf([['Order no.', 'Net'], [], ...rows]))).toMatchObject({ headerRow: 3, share: 1 });
  });

  test('may have a column twice that is never read', () => {
    const doubled = payoutSheet({}).rows.map((row) => [...row, row[7] ?? null]);
    expect(recognise(sheetOf(doubled)).unmapped).toEqual([]);
  });

  test.each([
    ['Order no.', 'ＯＲＤＥＲ no．'],
    ['Order no.', ' Order\nno. '],
    ['Paid out', 'PAID\r\n  OUT'],
    ['Refund no.', 'Refund\u3000no.\u200b'],
  ])('the header %j is also read when written %j', (header, name) => {
    expect(recognise(renamed(header, name, payoutSheet({}))).unmapped).toEqual([]);
  });

  test('brackets and colons of either width are one header', () => {
    expect(normalizeHeader('郵政編號（如適用）：')).toBe(normalizeHeader('郵政編號 (如適用):'));
  });

  test('of two mappings that fit, the one with more columns in the sheet is taken', () => {
    const older: Mapping = {
      ...demoPayout,
      id: 'demo.older',
      columns: demoPayout.columns.filter((c) => c.as !== 'reference'),
    };
    expect(recognise(payoutSheet({}), [older, demoPayout]).mapping.id).toBe('demo.payout');
  });

  test('of equally many columns, the mapping that misses none of its own is taken', () => {
    const wider: Mapping = {
      ...demoPayout,
      id: 'demo.wider',
      columns: [...demoPayout.columns, { header: 'X', as: 'note' }],
    };
    expect(recognise(payoutSheet({}), [wider, demoPayout]).mapping.id).toBe('demo.payout');
  });
});

describe('what tells reports apart', () => {
  const ruledOut: Mapping = {
    ...demoPayout,
    id: 'demo.older',
    header: { ...demoPayout.header, absent: ['Gross'] },
  };

  test('a header that rules a report out', () => {
    expect(recognise(payoutSheet({}), [ruledOut]).mapping.id).toBe('demo.older');
    expect(refusalOf(payoutSheet({ ' GROSS': 1 }), [ruledOut]).nearest?.id).toBe('demo.older');
    expect(recognise(payoutSheet({ gross: 1 }), [ruledOut, demoPayout]).mapping.id).toBe('demo.payout');
  });

  test('the name of the sheet, between mappings that fit equally', () => {
    const twin: Mapping = { ...demoPayout, id: 'demo.twin', header: { ...demoPayout.header, sheets: ['demo '] } };
    expect(recognise(payoutSheet({}), [demoPayout, twin]).mapping.id).toBe('demo.twin');
    expect(refusalOf({ ...payoutSheet({}), sheet: 'Other' }, [demoPayout, twin]).code).toBe('AMBIGUOUS_REPORT');
  });

  test('columns of one name are told apart by their places', () => {
    const twice: Mapping = {
      ...demoPayout,
      columns: demoPayout.columns.flatMap((column) =>
        column.header === 'Fee' ? [2, 1].map((occurrence) => ({ ...column, occurrence })) : [column],
      ),
    };
    const doubled = payoutSheet({}).rows.map((row) => [...row, row[5] ?? null]);
    const places = (rows: readonly (readonly Cell[])[]) =>
      recognise(sheetOf(rows), [twice])
        .columns.filter(({ header }) => header === 'Fee')
        .map(({ column, index }) => [column.occurrence, index]);
    expect(places(doubled)).toEqual([
      [2, 8],
      [1, 5],
    ]);
    expect(places(payoutSheet({}).rows)).toEqual([[1, 5]]);
  });

  test('a note that stands twice is refused as soon as a rule reads it', () => {
    const doubled = sheetOf(orderSheet({}).rows.map((row) => [...row, row[16] ?? null]));
    const reading: Mapping = { ...demoOrders, rows: [{ when: { column: 'Remark', equals: 'x' }, is: 'skip' }] };
    expect(recognise(doubled, [demoOrders]).mapping.id).toBe('demo.orders');
    expect(refusalOf(doubled, [reading])).toMatchObject({ code: 'DUPLICATE_HEADER', columns: ['Remark'] });
  });

  test('rows above the first data row are no data', () => {
    const below: Mapping = { ...demoPayout, header: { ...demoPayout.header, dataOffset: 2 } };
    expect(refusalOf(payoutSheet({}), [below]).code).toBe('NO_DATA_ROWS');
  });
});

describe('wherever the header stands', () => {
  const junk = fc.array(
    fc.array(fc.constantFrom<Cell>('Order no.', 'Net total', 'from', 12, '', null), { maxLength: 4 }),
    {
      maxLength: 29,
    },
  );

  test('in the first 30 rows it is found, and the rows below read the same', () => {
    const sheet = payoutSheet({}, { 'Order no.': 'A2', Goods: 50, Fee: 0, Net: 50 });
    fc.assert(
      fc.property(junk, (above) => {
        const moved = payoutOf(sheetOf([...above, ...sheet.rows]));
        expect(moved.lines.map((line) => ({ ...line, sourceRow: line.sourceRow - above.length }))).toEqual(
          payoutOf(sheet).lines,
        );
      }),
    );
  });

  test('the order of the columns does not matter', () => {
    const sheet = payoutSheet({}, { 'Order no.': 'A2', Goods: 50, Fee: 0, Net: 50 });
    const width = sheet.rows[0]?.length ?? 0;
    const order = fc.shuffledSubarray([...Array(width).keys()], { minLength: width });
    fc.assert(
      fc.property(order, (places) => {
        const rows = sheet.rows.map((row) => places.map((place) => row[place] ?? null));
        expect(payoutOf({ ...sheet, rows })).toEqual(payoutOf(sheet));
      }),
    );
  });

  test('blanks and line breaks inside headers do not matter', () => {
    const sheet = payoutSheet({});
    const blank = fc.constantFrom('', ' ', '\n', '\r\n', '\u3000', '\t');
    fc.assert(
      fc.property(fc.array(blank, { minLength: 40, maxLength: 40 }), (blanks) => {
        const spread = (cell: Cell) =>
          typeof cell === 'string' ? [...cell].map((c, at) => (blanks[at] ?? '') + c).join('') : cell;
        const [header = [], ...data] = sheet.rows;
        expect(recognise({ ...sheet, rows: [header.map(spread), ...data] }).columns.map((c) => c.index)).toEqual(
          recognise(sheet).columns.map((c) => c.index),
        );
      }),
    );
  });

  test('of two rows alike the upper one is the header', () => {
    const { rows } = payoutSheet({});
    expect(recognise(sheetOf([...rows, ...rows]))).toMatchObject({ headerRow: 1 });
  });

  test('each mapping looks no further than it says, even beside one that looks further', () => {
    const near: Mapping = { ...demoPayout, id: 'demo.near', header: { ...demoPayout.header, searchRows: 2 } };
    const table = sheetOf([['a'], ['b'], ...payoutSheet({}).rows]);
    expect(recognise(table, [near, demoPayout]).mapping.id).toBe('demo.payout');
  });

  test.each<[number, Partial<Refusal>]>([
    [30, { code: 'HEADER_TOO_LOW', row: 31, nearest: { id: demoPayout.id, title: demoPayout.title }, columns: [] }],
    [200, { code: 'HEADER_TOO_LOW', row: 201 }],
    [299, { code: 'HEADER_TOO_LOW', row: 300 }],
    [300, { code: 'UNKNOWN_REPORT', row: null, nearest: null }],
  ])('below %i rows it is not read, and told as far as it is looked for', (count, refusal) => {
    const above = Array.from({ length: count }, () => ['note']);
    expect(refusalOf(sheetOf([...above, ...payoutSheet({}).rows]))).toMatchObject(refusal);
  });
});

test.each<[string, SheetTable, readonly Mapping[], Partial<Refusal>]>([
  ['an empty sheet', sheetOf([]), demoMappings, { code: 'EMPTY_SHEET', nearest: null, row: null, columns: [] }],
  ['a sheet of blanks', sheetOf([[null, ' '], ['']]), demoMappings, { code: 'EMPTY_SHEET' }],
  ['a header without data', payoutSheet(), demoMappings, { code: 'NO_DATA_ROWS', row: 1 }],
  ['only blank rows below', sheetOf([...payoutSheet().rows, [null, '']]), demoMappings, { code: 'NO_DATA_ROWS' }],
  [
    'a sheet of something else',
    sheetOf([
      ['a', 'b'],
      [1, 2],
    ]),
    demoMappings,
    { code: 'UNKNOWN_REPORT', nearest: null, columns: [] },
  ],
  [
    'a report that shares a column',
    sheetOf([
      ['Net', 'b'],
      [1, 2],
    ]),
    demoMappings,
    {
      code: 'UNKNOWN_REPORT',
      nearest: { id: 'demo.payout', title: demoPayout.title },
      row: null,
      columns: ['Order no.', 'Paid out', 'Goods'],
    },
  ],
  [
    'a payout without its net',
    without('Net', payoutSheet({})),
    demoMappings,
    { code: 'MISSING_COLUMN', row: 1, columns: ['Net'] },
  ],
  [
    'orders without a required column',
    without('Pieces', orderSheet({})),
    demoMappings,
    { code: 'MISSING_COLUMN', nearest: { id: 'demo.orders', title: demoOrders.title }, columns: ['Pieces'] },
  ],
  [
    'an amount column that stands twice',
    sheetOf(payoutSheet({}).rows.map((row) => [...row, row[5] ?? null])),
    demoMappings,
    { code: 'DUPLICATE_HEADER', row: 1, columns: ['Fee'] },
  ],
  [
    'a column under its old and its new name',
    payoutSheet({ 'Given back': 0 }),
    demoMappings,
    { code: 'DUPLICATE_HEADER', columns: ['Refund'] },
  ],
  [
    'a report that two mappings fit equally',
    payoutSheet({}),
    [{ ...demoPayout, id: 'demo.twin' }, demoPayout],
    { code: 'AMBIGUOUS_REPORT', columns: ['demo.payout', 'demo.twin'] },
  ],
  ['any sheet, without mappings', payoutSheet({}), [], { code: 'UNKNOWN_REPORT', nearest: null }],
])('%s is refused', (_, table, mappings, expected) => {
  const refusal = refusalOf(table, mappings);
  expect(refusal).toMatchObject({ file: 'demo.xlsx', sheet: 'Demo', ...expected });
  expect(explainRefusal(refusal, 'en')).toMatch(/Demo/);
});
