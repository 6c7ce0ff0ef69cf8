// Workbooks as platforms make them: the golden export with the sheets that its mapping knows to stand beside it.
import { LANGUAGES } from '../../core/language.ts';
import { readWorkbookSheets } from '../../core/mapping/read-workbook-sheets.ts';
import { explainRefusal } from '../../core/problem.ts';
import { isBlankRow, type SheetTable } from '../../core/sheet-table.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { answersOf } from './golden-answers.ts';
import { goldenSheets } from './golden-sheets.ts';

const CASES: readonly [id: string, ...sheets: string[]][] = [
  ['shopee-sea.income', 'Summary', 'Service Fee Details', 'Seller Fee', 'Shipping Fee Discrepancy'],
  ['shopee-id.income', 'Summary', 'Seller Fee', 'Shipping Fee Discrepancy'],
  ['shopee-id.income-2025', 'Service Fee Details', 'Order Processing Fee'],
  ['shopee-th.income', 'Summary', 'Service Fee Details', 'Adjustment'],
  ['cyberbiz.statement', '對帳總表'],
  ['momo.h101', '訂單彙總', '已退款明細', '已提領明細'],
];

const COUNTED = [
  ['編號', 'Order ID', '費用'],
  ['A1', 'B1', 12],
];

/** The golden export with each of these sheets beside it, filled where it has them empty itself. */
async function workbookOf(id: string, names: readonly string[]): Promise<SheetTable[]> {
  const own = (await goldenSheets(id)).filter(({ rows }) => !rows.every(isBlankRow));
  const added = names
    .filter((name) => !own.some(({ sheet }) => sheet === name))
    .map((sheet) => ({ file: own[0]?.file ?? '', sheet, firstRow: 1, firstColumn: 1, rows: COUNTED }));
  return [...own, ...added];
}

const readingsOf = async (id: string, names: readonly string[]) =>
  readWorkbookSheets(await workbookOf(id, names), builtInMappings, answersOf(id));

test('every mapping with companions stands in the table below, with all of their names', () => {
  const named = builtInMappings.flatMap(({ id, companions = [] }) =>
    companions.length === 0 ? [] : [[id, companions.flatMap(({ sheets = [] }) => sheets)] as const],
  );
  expect(named.map(([id]) => id).sort()).toEqual(CASES.map(([id]) => id).sort());
  for (const [id, ...names] of CASES)
    expect(named.find(([other]) => other === id)?.[1]).toEqual(expect.arrayContaining(names));
});

test.each(CASES)('beside %s each of its sheets is known and not booked', async (id, ...names) => {
  const readings = await readingsOf(id, names);
  expect(readings.some((reading) => reading.outcome === 'read' && reading.recognised.mapping.id === id)).toBe(true);
  for (const name of names) {
    const reading = readings.find(({ table }) => table.sheet === name);
    const refusal = reading?.outcome === 'other' ? reading.refusal : null;
    expect(refusal).toMatchObject({ code: 'COMPANION_SHEET', sheet: name, nearest: { id } });
    for (const language of LANGUAGES)
      expect(refusal && explainRefusal(refusal, language)).not.toMatch(/undefined|[。.]{2}/);
  }
});

test('an Adjustment whose columns are known is booked all the same', async () => {
  const [adjustments] = await goldenSheets('shopee-sea.adjustments');
  if (!adjustments) throw new Error('no golden export');
  const tables = [...(await goldenSheets('shopee-th.income')), { ...adjustments, sheet: 'Adjustment' }];
  const readings = readWorkbookSheets(tables, builtInMappings, answersOf('shopee-th.income'));
  const ids = readings.flatMap((reading) => (reading.outcome === 'read' ? [reading.recognised.mapping.id] : []));
  expect(ids).toEqual(['shopee-th.income', 'shopee-sea.adjustments']);
});
