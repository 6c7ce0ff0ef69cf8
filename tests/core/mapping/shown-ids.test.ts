// Identifiers in number cells: what the format shows belongs to the name, what Excel made of it is told.
import { detectMapping, type Recognised } from '../../../core/mapping/detect-mapping.ts';
import { idColumns } from '../../../core/mapping/id-columns.ts';
import { normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import type { Cell, NumberFormats, SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { goldenSheet } from '../../mappings/golden-sheets.ts';

/** The sample income with another cell as the order number of row 7. */
async function incomeWith(cell: Cell, format?: string): Promise<SheetTable> {
  const sheet = await goldenSheet('shopee-tw.income');
  const index = recognised(sheet).columns.find(({ column }) => column.as === 'orderNumber')?.index ?? -1;
  const at = 7 - sheet.firstRow;
  const rows = sheet.rows.map((row, position) => (position === at ? row.with(index, cell) : row));
  const formats: NumberFormats = new Map([[index, rows.map((_, position) => (position === at ? format : undefined))]]);
  return { ...sheet, rows, ...(format === undefined ? {} : { numberFormats: formats }) };
}

function recognised(sheet: SheetTable): Recognised {
  const detection = detectMapping(sheet, builtInMappings);
  if (detection.outcome === 'refused') throw new Error(detection.refusal.code);
  return detection.recognised;
}

test.each<[Cell, string | undefined, string]>([
  [240501, undefined, '240501'],
  [240501, '0000000000', '0000240501'],
  [240501, 'General', '240501'],
  [240501, '0', '240501'],
  ['000240501', '0000', '000240501'],
  [45_352, 'm"月"d"日"', 'row 7 ID_BECAME_DAY'],
  [2.40501e17, '0', 'row 7 ID_PRECISION_LOST'],
  [2.40501e17, '0000000000000000000000', 'row 7 ID_PRECISION_LOST'],
  ['2.40501E+17', undefined, 'row 7 ID_PRECISION_LOST'],
  ['#N/A', undefined, 'row 7 ID_IS_ERROR'],
])('the order number %j shown as %s is %s', async (cell, format, expected) => {
  const check = normalizeSheet(await incomeWith(cell, format), builtInMappings);
  if (check.outcome !== 'read') throw new Error(check.outcome);
  const [rows] = check.parts;
  const named = rows?.kind === 'payout' ? rows.lines.map(({ orderNumber }) => orderNumber) : [];
  const told = rows?.problems.map(({ row, code }) => `row ${row} ${code}`) ?? [];
  expect([...named, ...told]).toContain(expected);
});

test('a column of days is read as days, whatever its format', async () => {
  const sheet = await goldenSheet('shopee-tw.income');
  const days = recognised(sheet).columns.filter(({ column }) => column.as === 'paidOutOn');
  const numberFormats: NumberFormats = new Map(days.map(({ index }) => [index, sheet.rows.map(() => 'yyyy/m/d')]));
  expect(numberFormats.size).toBeGreaterThan(0);
  expect(normalizeSheet({ ...sheet, numberFormats }, builtInMappings)).toEqual(normalizeSheet(sheet, builtInMappings));
});

test.each<[string, string[]]>([
  ['shopee-tw.income', ['訂單編號', '退款編號']],
  ['shopee-tw.orders', ['訂單編號', '商品選項貨號', '主商品貨號', '商品ID', '規格ID']],
])('in %s the columns of numbers that name something are %j', async (report, headers) => {
  const found = recognised(await goldenSheet(report));
  const names = idColumns(found).map((index) => found.columns.find((match) => match.index === index)?.header);
  expect(names.sort()).toEqual(headers.sort());
});
