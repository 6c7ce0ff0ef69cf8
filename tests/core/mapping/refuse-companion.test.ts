// Sheets that stand beside a report: known by name or headers, told with their reason, never booked.
import { LANGUAGES } from '../../../core/language.ts';
import type { Companion } from '../../../core/mapping/mapping-rules.ts';
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { readWorkbookSheets } from '../../../core/mapping/read-workbook-sheets.ts';
import { refuseCompanion } from '../../../core/mapping/refuse-companion.ts';
import { explainRefusal, type Refusal } from '../../../core/problem.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { demoOrders, demoPayout } from './sheets.ts';

const because = { 'zh-TW': '只是合計', 'zh-CN': '只是合计', en: 'it only sums up' };
const having = (...companions: Companion[]): Mapping => ({ ...demoPayout, companions });

const sheetOf = (sheet: string, rows: readonly (readonly Cell[])[]): SheetTable => ({
  ...{ file: 'f.xlsx', sheet, firstRow: 1, firstColumn: 1, rows },
});
const headersOf = (mapping: Mapping) => mapping.columns.map(({ header }) => header);
const report = sheetOf('Income', [['Seller'], headersOf(demoPayout), ['A1']]);
const FEES = [['Fees of the month'], ['No.', 'Fee A', 'Fee B'], ['A1', 1, 2]];

const refusal = (code: Refusal['code']): Refusal => ({
  ...{ code, file: 'f.xlsx', sheet: 'Fees', nearest: null, row: null, columns: ['x'] },
});

function codeOf(companion: Companion, sheet: string, others: readonly SheetTable[] = [report]): string {
  return refuseCompanion(refusal('UNKNOWN_REPORT'), sheetOf(sheet, FEES), [demoOrders, having(companion)], others).code;
}

test.each<[string, string, Companion, string, SheetTable[]]>([
  ['its name, beside the report', 'COMPANION_SHEET', { sheets: ['Summary', 'Fees'], because }, 'Fees', [report]],
  ['its name in other letters', 'COMPANION_SHEET', { sheets: ['ＦＥＥＳ '], because }, 'fees', [report]],
  ['another name', 'UNKNOWN_REPORT', { sheets: ['Fees'], because }, 'Charges', [report]],
  ['its name without the report', 'UNKNOWN_REPORT', { sheets: ['Fees'], because }, 'Fees', [sheetOf('x', FEES)]],
  [
    ...['its name beside a report that lacks a required column', 'UNKNOWN_REPORT'],
    ...[{ sheets: ['Fees'], because }, 'Fees', [sheetOf('Income', [headersOf(demoPayout).slice(0, 3)])]],
  ] as [string, string, Companion, string, SheetTable[]],
  ['its headers, anywhere', 'COMPANION_SHEET', { headers: ['fee b', 'NO.'], because }, 'Sheet1', []],
  ['half of its headers', 'UNKNOWN_REPORT', { headers: ['Fee A', 'Fee C'], because }, 'Sheet1', []],
  ['headers of two rows', 'UNKNOWN_REPORT', { headers: ['Fees of the month', 'No.'], because }, 'Sheet1', []],
  ['headers under another name', 'UNKNOWN_REPORT', { sheets: ['Fees'], headers: ['No.', 'Fee A'], because }, 'S', []],
  ['headers under its name', 'COMPANION_SHEET', { sheets: ['S'], headers: ['No.', 'Fee A'], because }, 'S', []],
])('%s: %s', (_, code, companion, sheet, others) => {
  expect(codeOf(companion, sheet, others)).toBe(code);
});

test('a sheet that is refused for another reason keeps it', () => {
  const mappings = [having({ sheets: ['Fees'], because })];
  for (const code of ['EMPTY_SHEET', 'NO_DATA_ROWS', 'DUPLICATE_HEADER', 'AMBIGUOUS_REPORT'] as const) {
    expect(refuseCompanion(refusal(code), sheetOf('Fees', FEES), mappings, [report])).toEqual(refusal(code));
  }
  const lacking = refuseCompanion(refusal('MISSING_COLUMN'), sheetOf('Fees', FEES), mappings, [report]);
  expect(lacking).toMatchObject({ code: 'COMPANION_SHEET', nearest: { id: demoPayout.id }, columns: [] });
});

test('the report is read, its companion told in the order of the workbook', () => {
  const tables = [sheetOf('Fees', FEES), report, sheetOf('Notes', [['x'], ['y']])];
  const readings = readWorkbookSheets(tables, [having({ sheets: ['Fees'], because })]);
  const told = readings.map((reading) => (reading.outcome === 'other' ? reading.refusal.code : reading.outcome));
  expect(told).toEqual(['COMPANION_SHEET', 'read', 'UNKNOWN_REPORT']);
});

test.each(LANGUAGES)('the sentence in %s names the sheet, the report and the reason', (language) => {
  const told = refuseCompanion(
    refusal('UNKNOWN_REPORT'),
    sheetOf('Fees', FEES),
    [having({ sheets: ['Fees'], because })],
    [report],
  );
  const sentence = explainRefusal(told, language);
  for (const part of ['Fees', demoPayout.title[language], because[language]]) expect(sentence).toContain(part);
});

test.each<[string, object]>([
  ['neither name nor headers', { because }],
  ['one header only', { headers: ['Fee A'], because }],
  ['no name in its list', { sheets: [], because }],
  ['no reason', { sheets: ['Fees'] }],
  ['a reason in one language', { sheets: ['Fees'], because: { en: 'x' } }],
  ['a misspelt property', { sheet: ['Fees'], sheets: ['Fees'], because }],
])('a companion with %s is no mapping', (_, companion) => {
  expect(mappingSchema.safeParse({ ...demoPayout, companions: [companion] }).success).toBe(false);
});

test('a mapping with companions is let through unchanged', () => {
  const mapping = having({ sheets: ['Fees'], because }, { headers: ['No.', 'Fee A'], because });
  expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
});
