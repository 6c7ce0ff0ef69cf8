// What the sheets beside one that nobody has mapped tell of it, and where work on it begins.
import { viewWorkbook } from '../../../addin/choose-sheets.ts';
import type { SheetLook } from '../../../addin/excel/look-at-workbook.ts';
import { hintsOf, othersOf, startDraft } from '../../../addin/mapping/sheet-hints.ts';
import type { SheetToMap } from '../../../addin/session.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoMappings, demoOrders, demoPayout } from '../../core/mapping/sheets.ts';

function look(name: string, rows: readonly (readonly Cell[])[], active = false): SheetLook {
  const head = { file: 'f', sheet: name, firstRow: 1, firstColumn: 1, rows };
  return { id: name, name, active, ours: null, head, rowCount: rows.length };
}

const headersOf = ({ columns }: Mapping) => columns.map(({ header }) => header);
const orders = (...numbers: string[]) =>
  look('orders', [headersOf(demoOrders), ...numbers.map((number) => [number, 'sent'])]);
const UNKNOWN = [
  ['Id', 'Day', 'Got'],
  ['A1', '2024-05-01', 10],
  ['A2', '2024-05-02', 20],
  ['A3', '2024-05-03', 30],
];

function toMap(beside: readonly SheetLook[], mappings: readonly Mapping[] = demoMappings, rows = UNKNOWN): SheetToMap {
  const own = look('mine', rows, true);
  return { id: own.id, table: own.head, view: viewWorkbook([own, ...beside], mappings), mappings };
}

test('orders beside the sheet tell their numbers, their platform and their currency', () => {
  expect(hintsOf(toMap([orders('A1', '', 'A2')]))).toEqual({
    knownOrderNumbers: new Set(['A1', 'A2']),
    platform: 'demo',
    currency: 'TWD',
  });
});

test('a payout beside it knows no orders', () => {
  const payout = look('payout', [headersOf(demoPayout), ['A1']]);
  expect(hintsOf(toMap([payout]))).toEqual({ platform: 'demo', currency: 'TWD' });
});

test('two platforms, or two currencies, tell neither', () => {
  const other: Mapping = { ...demoPayout, id: 'other.payout', platform: 'other', currency: 'USD' };
  const payout = look('payout', [headersOf(other), ['A1']]);
  expect(hintsOf(toMap([orders('A1'), payout], [demoOrders, other]))).toEqual({ knownOrderNumbers: new Set(['A1']) });
});

test('a currency that stands in the file is no hint', () => {
  const asked: Mapping = { ...demoPayout, currency: { ask: ['TWD', 'USD'] } };
  expect(hintsOf(toMap([look('payout', [headersOf(asked), ['A1']])], [asked]))).toEqual({ platform: 'demo' });
});

test('alone in its workbook a sheet has no hints, and nothing beside it', () => {
  expect([hintsOf(toMap([])), othersOf(toMap([]))]).toEqual([{}, []]);
});

test('the sheets beside it come with their first rows, whatever they are', () => {
  const beside = [orders('A1'), look('notes', [['x']])];
  expect(othersOf(toMap(beside)).map(({ sheet }) => sheet)).toEqual(['orders', 'notes']);
});

describe('work begins', () => {
  const drifted = [['Seller'], headersOf(demoPayout).map((header) => (header === 'Fee' ? 'Charge' : header)), ['A1']];

  test('with the values', () => {
    const draft = startDraft(toMap([]), { from: 'values' }, {});
    expect([draft.base, draft.headerIndex, draft.id]).toEqual([null, 0, null]);
    expect(draft.proposal?.outcome).toBe('proposed');
  });

  test('with a published mapping, on the header row that is named', () => {
    const start = { from: 'mapping' as const, id: demoPayout.id, headerRow: 2 };
    const draft = startDraft(toMap([], demoMappings, drifted), start, {});
    expect([draft.base, draft.headerIndex, draft.id]).toEqual([demoPayout, 1, demoPayout.id]);
    expect(draft.mapping.columns.some(({ header }) => header === 'Charge')).toBe(true);
  });

  test('with the values where the mapping is gone from the library', () => {
    const draft = startDraft(toMap([]), { from: 'mapping', id: 'gone.payout', headerRow: 1 }, {});
    expect(draft.base).toBeNull();
    expect(draft.proposal?.outcome).toBe('proposed');
  });

  test('with a draft, against the mapping that it changes', () => {
    const mapping = { ...demoPayout, version: 4, notes: ['mended'] };
    const draft = startDraft(toMap([], demoMappings, drifted), { from: 'draft', mapping }, {});
    expect([draft.base, draft.mapping.notes]).toEqual([demoPayout, ['mended']]);
    const fresh = { ...mapping, id: 'new.payout' };
    expect(startDraft(toMap([], demoMappings, drifted), { from: 'draft', mapping: fresh }, {}).base).toBeNull();
  });
});
