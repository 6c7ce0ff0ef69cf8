// A long sheet tried in blocks says in the end what it says as a whole; what is said at once is said of the first rows.
import type { TablePlace } from '../../../addin/mapping/sheet-columns.ts';
import { BLOCK_ROWS, firstTrial, laterTrials, WHOLE_ROWS } from '../../../addin/mapping/try-in-blocks.ts';
import { isWhole, type Trial, tryMapping } from '../../../addin/mapping/try-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoOrders, demoPayout } from '../../core/mapping/sheets.ts';

const ROWS = WHOLE_ROWS + 3 * BLOCK_ROWS + 17;

function payoutPlace(spoilt: readonly number[] = []): TablePlace {
  const rows = Array.from({ length: ROWS }, (_, at): Cell[] => {
    const net = 95 + at + (spoilt.includes(at) ? 1 : 0);
    return [`A${at}`, '-', '2024-05-07', 100 + at, 0, 5, net, '王**'];
  });
  const table = {
    file: 'f',
    sheet: 's',
    firstRow: 3,
    firstColumn: 1,
    rows: [['preamble'], demoPayout.columns.map(({ header }) => header), ...rows],
  };
  return { table, headerIndex: 1 };
}

function trials(place: TablePlace, mapping: Mapping): [Trial, ...Trial[]] {
  const first = firstTrial(place, mapping, { others: [] });
  return [first, ...laterTrials(place, mapping, { others: [] }, first)];
}

const read = (trial: Trial | undefined) => {
  if (trial?.outcome !== 'read') throw new Error(`It was ${trial?.outcome}`);
  return trial;
};

test('the first rows answer at once, and say that they are not all', () => {
  const first = read(firstTrial(payoutPlace([1_000]), demoPayout, { others: [] }));
  expect(first.progress?.of).toBe(ROWS);
  expect(first.identity).toMatchObject({ rows: first.progress?.rows, failingRows: [] });
  expect(isWhole(first)).toBe(false);
});

test('all rows together say what the sheet says as a whole, with the row numbers of the sheet', () => {
  const place = payoutPlace([4, 1_000, ROWS - 1]);
  const last = read(trials(place, demoPayout).at(-1));
  const whole = read(tryMapping(place.table, demoPayout, []));
  expect(last.identity).toEqual(whole.identity);
  expect(last.identity?.failingRows).toEqual([5 + 4, 5 + 1_000, 5 + ROWS - 1]);
  const figures = (trial: typeof last) =>
    trial.parts.map(({ kind, rows, ...part }) => [kind, rows, 'net' in part ? [part.net, part.acceptedNet] : null]);
  const skipped = (trial: typeof last) => figures(trial).map(([kind, , money]) => [kind, money]);
  expect(skipped(last)).toEqual(skipped(whole));
  expect(last.parts[0]?.rows.accepted).toBe(whole.parts[0]?.rows.accepted);
  expect(last.problems.map(({ row }) => row)).toEqual(whole.problems.map(({ row }) => row));
  expect(isWhole(last)).toBe(true);
});

test('a short sheet is tried as a whole, and nothing follows', () => {
  const { table } = payoutPlace();
  const place = { table: { ...table, rows: table.rows.slice(0, 50) }, headerIndex: 1 };
  const [first, ...later] = trials(place, demoPayout);
  expect([read(first).progress, later]).toEqual([null, []]);
});

test('an unknown word far below stops the file, counted over all rows and led to its first one', () => {
  const { table } = payoutPlace();
  const kinds = { columns: ['Refund no.'], values: [{ match: [''], type: 'PRINCIPAL' as const }] };
  const columns = demoPayout.columns.map((column) =>
    column.header === 'Goods' ? { ...column, type: { by: 'kinds' } } : column,
  );
  const mapping = { ...demoPayout, columns, vocabularies: { kinds } } as Mapping;
  const odd = [2_000, 2_001, 3_000];
  const rows = table.rows.map((row, at) => (odd.includes(at - 2) ? [row[0] ?? null, '罰款', ...row.slice(2)] : row));
  const all = trials({ table: { ...table, rows }, headerIndex: 1 }, mapping);
  expect(all[0]?.outcome).toBe('read');
  const last = all.at(-1);
  expect(last?.outcome === 'refused' && last.refusal.values).toMatchObject([
    { values: ['罰款'], count: 3, firstRow: 2_005 },
  ]);
});

test('what only the whole column tells is tried as a whole', () => {
  const styled: Mapping = { ...demoPayout, numbers: { decimal: 'auto' } };
  expect(trials(payoutPlace(), styled)).toHaveLength(2);
  const ended: Mapping = { ...demoPayout, rows: [{ when: { column: 'Order no.', equals: '合計' }, is: 'end' }] };
  expect(read(trials(payoutPlace(), ended)[1]).progress).toBeNull();
});

test('an order whose rows stand on both sides of a border stays one order', () => {
  const headers = demoOrders.columns.map(({ header }) => header);
  const rows = Array.from({ length: ROWS }, (_, at): Cell[] => [
    `A${Math.floor(at / 3)}`,
    ...['sent', '-', '2024-05-01', '2024-05-02', 300, 0, '-', 'TEA', '', `Tea ${at}`, 100, 100, 1, 0, '王**', ''],
  ]);
  const place = {
    table: { file: 'f', sheet: 's', firstRow: 1, firstColumn: 1, rows: [headers, ...rows] },
    headerIndex: 0,
  };
  const orders = (trial: Trial | undefined) =>
    read(trial).parts.flatMap((part) => (part.kind === 'orders' ? part.orders.map(({ lines }) => lines.length) : []));
  expect(orders(trials(place, demoOrders).at(-1))).toEqual(orders(tryMapping(place.table, demoOrders, [])));
});

test('an order number keeps the zeros of its format in each block', () => {
  const place = payoutPlace();
  const rows = place.table.rows.map((row, at) => (at < 2 ? row : [at, ...row.slice(1)]));
  const shown = rows.map((_, at) => (at === 2 || at === ROWS ? '00000000' : undefined));
  const table = { ...place.table, rows, numberFormats: new Map([[0, shown]]) };
  const last = read(trials({ ...place, table }, demoPayout).at(-1));
  const numbers = last.parts
    .flatMap((part) => (part.kind === 'payout' ? part.lines : []))
    .map((line) => line.orderNumber);
  expect([numbers[0], numbers[1], numbers[ROWS - 2], numbers[ROWS - 1]]).toEqual([
    ...['00000002', '3'],
    ...[String(ROWS).padStart(8, '0'), String(ROWS + 1)],
  ]);
});
