// A known report with changed headers: renames are proposed side by side, with their evidence, and never made up.
import { detectDrift } from '../../../core/mapping/detect-drift.ts';
import { editDistance, likeness } from '../../../core/mapping/detect-drift-names.ts';
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { demoMappings, demoOrders, demoPayout, orderSheet, sheetOf } from './sheets.ts';

/** Five rows of the demo payout; no column of them is made of the others but the net. */
const HEADERS = ['Order no.', 'Refund no.', 'Paid out', 'Goods', 'Refund', 'Fee', 'Net', 'Buyer'];
const ROWS: readonly (readonly Cell[])[] = [
  ['A1001', '-', '2024-05-07', 200, 0, 12, 188, '王**'],
  ['A1002', '-', '2024-05-07', 1315, 0, 79, 1236, '李**'],
  ['A1003', 'R1', '2024-05-08', 640, -640, 0, 0, '陳**'],
  ['A1004', '-', '2024-05-08', 87, 0, 5.2, 81.8, '林**'],
  ['A1005', '-', '2024-05-09', 450, -45, 27, 378, '張**'],
];

/** The payout sheet with other headers, in their order, columns left out or added. */
function sheetWith(
  changes: Readonly<Record<string, string | null>>,
  added: readonly (readonly Cell[])[] = [],
): SheetTable {
  const kept = HEADERS.map((_, at) => at).filter((at) => changes[HEADERS[at] ?? ''] !== null);
  const header = kept.map((at) => changes[HEADERS[at] ?? ''] ?? HEADERS[at] ?? '');
  const rows = [header, ...ROWS.map((row) => kept.map((at) => row[at] ?? null))];
  return sheetOf(rows.map((row, at) => [...row, ...added.map((column) => column[at] ?? null)]));
}

const renames = (table: SheetTable) =>
  detectDrift(table, demoMappings)?.renames.map(({ was, now }) => `${was} → ${now}`);

test.each([
  ['a fee by its place and by the net', { Fee: 'Handling' }, ['Fee → Handling']],
  ['the order number by its name, place and values', { 'Order no.': 'Order number' }, ['Order no. → Order number']],
  ['the day of payout', { 'Paid out': 'Payout day' }, ['Paid out → Payout day']],
  ['the net, which is the sum of its components', { Net: 'Wallet amount' }, ['Net → Wallet amount']],
  ['several at once', { 'Paid out': 'Paid', Fee: 'Fees' }, ['Fee → Fees', 'Paid out → Paid']],
  ['the goods', { Goods: 'Price of goods' }, ['Goods → Price of goods']],
])('finds %s', (_, changes, expected) => {
  expect(renames(sheetWith(changes))?.sort()).toEqual([...expected].sort());
});

test('names the evidence: the net is right with the new column and was not without it', () => {
  const drift = detectDrift(sheetWith({ Fee: 'Handling' }), demoMappings);
  expect(drift?.renames[0]).toEqual({
    ...{ was: 'Fee', now: 'Handling', index: 5, required: false },
    evidence: [
      { fact: 'makesNetRight', holdsOn: 5, rows: 5, before: 1 },
      { fact: 'samePlace' },
      { fact: 'sameKindOfValues', of: 'amount' },
    ],
  });
});

test('the next version reads the file, the present one does not, and only synonyms were added', () => {
  const table = sheetWith({ 'Paid out': 'Payout day' });
  const drift = detectDrift(table, demoMappings);
  expect(detectMapping(table, demoMappings).outcome).toBe('refused');
  expect(drift && detectMapping(table, [drift.next]).outcome).toBe('recognised');
  expect(drift?.complete).toBe(true);
  const columns = demoPayout.columns.map((column) =>
    column.header === 'Paid out' ? { ...column, synonyms: ['Payout day'] } : column,
  );
  expect(drift?.next).toEqual({ ...demoPayout, version: demoPayout.version + 1, columns });
});

test('the fee that the net needs wins over a column of a more similar name', () => {
  const decoy = ['Fees total', 3, 4, 8, 15, 16];
  const drift = detectDrift(sheetWith({ Fee: 'Handling' }, [decoy]), demoMappings);
  expect(drift?.renames.map(({ was, now }) => [was, now])).toEqual([['Fee', 'Handling']]);
  expect(drift?.added).toEqual([{ header: 'Fees total', index: 8, money: true }]);
});

test('columns in another order are no drift', () => {
  const order = [7, 3, 6, 0, 5, 2, 4, 1];
  const rows = [HEADERS, ...ROWS].map((row) => order.map((at) => row[at] ?? null));
  expect(detectDrift(sheetOf(rows), demoMappings)).toBeNull();
});

test('a renamed column is found among columns in another order', () => {
  const order = [7, 3, 6, 0, 5, 2, 4, 1];
  const header = HEADERS.map((name) => (name === 'Paid out' ? 'Paid out on' : name));
  const rows = [header, ...ROWS].map((row) => order.map((at) => row[at] ?? null));
  expect(renames(sheetOf(rows))).toEqual(['Paid out → Paid out on']);
});

test('a column that is gone is said to be gone, not taken for another', () => {
  const drift = detectDrift(sheetWith({ 'Paid out': null }, [['Shop', 'x', 'x', 'x', 'x', 'x']]), demoMappings);
  expect(drift).toMatchObject({
    renames: [],
    gone: [{ header: 'Paid out', required: true }],
    complete: false,
    next: { version: demoPayout.version + 1 },
  });
});

test('an amount is never taken for a day, however alike the names', () => {
  const money = ['Paid out', 'sum', 1, 2, 3, 4].map((_, at) => (at === 0 ? 'Paid out NT$' : at * 10));
  expect(renames(sheetWith({ 'Paid out': null }, [money]))).toEqual([]);
});

test('of two new columns that fit equally none is taken', () => {
  const days = ['2024-05-07', '2024-05-07', '2024-05-08', '2024-05-08', '2024-05-09'];
  const table = sheetWith({ 'Paid out': null }, [
    ['Paid out A', ...days],
    ['Paid out B', ...days],
  ]);
  expect(renames(table)).toEqual([]);
});

test('a fee printed with the other sign is not what makes the net right', () => {
  const rows = ROWS.map((row) => row.map((cell, at) => (at === 5 && typeof cell === 'number' ? -cell : cell)));
  const header = HEADERS.map((name) => (name === 'Fee' ? 'Zq' : name));
  const drift = detectDrift(sheetOf([header, ...rows]), demoMappings);
  expect(drift?.renames.flatMap(({ evidence }) => evidence.map(({ fact }) => fact)) ?? []).not.toContain(
    'makesNetRight',
  );
});

test('an order export drifts too: by name, place and values', () => {
  const table = orderSheet({}, { 'Order no.': 'A2', Pieces: 3 });
  const header = table.rows[0]?.map((cell) => (cell === 'Deal price' ? 'Deal price (TWD)' : cell)) ?? [];
  const changed = { ...table, rows: [header, ...table.rows.slice(1)] };
  const drift = detectDrift(changed, demoMappings);
  expect(drift).toMatchObject({ mapping: { id: demoOrders.id }, complete: true });
  expect(drift?.renames.map(({ was, now }) => [was, now])).toEqual([['Deal price', 'Deal price (TWD)']]);
});

test.each([
  ['a sheet that is read as it is', sheetWith({})],
  [
    'another report with two common headers',
    sheetOf([
      ['Order no.', 'Net', 'x', 'y'],
      ['A1', 5, 6, 7],
    ]),
  ],
  ['an empty sheet', sheetOf([])],
])('says nothing of %s', (_, table) => {
  expect(detectDrift(table, demoMappings)).toBeNull();
});

test('a net signed by a direction column gives no arithmetic, but names and places still do', () => {
  const directed: PayoutMapping = {
    ...demoPayout,
    direction: { column: 'Way', in: ['in'], out: ['out'] },
    columns: [
      ...demoPayout.columns.filter(({ as }) => as !== 'component' && as !== 'net'),
      { header: 'Way', as: 'note' },
      { header: 'Amount', as: 'net', sign: 'direction', otherwise: 'PRINCIPAL', required: true },
    ],
  };
  const rows = [
    ['Order no.', 'Refund no.', 'Paid out', 'Way', 'Amounts'],
    ['A1', 'R1', '2024-05-07', 'in', 5.5],
    ['A2', 'R2', '2024-05-07', 'out', 7],
  ];
  expect(detectDrift(sheetOf(rows), [directed])?.renames).toMatchObject([{ was: 'Amount', now: 'Amounts' }]);
});

test.each([
  ['', 'abc', 3],
  ['abc', '', 3],
  ['fee', 'fees', 1],
  ['kitten', 'sitting', 3],
  ['訂單編號', '訂單號碼', 2],
  ['same', 'same', 0],
])('from "%s" to "%s" it takes %i changes', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});

test.each([
  ['訂單編號', '订单编号', 1],
  ['成交手續費', '手續費', 0.6],
  ['Paid out', 'Net', 0.14],
  ['', 'Net', 0],
])('"%s" and "%s" are alike by %d', (left, right, expected) => {
  expect(likeness(left, right)).toBeCloseTo(expected, 2);
});
