// Files of known reports that do not say their currency: asked by the mapping's choices, read once it is told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbookSheets } from '../../core/mapping/read-workbook-sheets.ts';
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { answersOf } from './golden-answers.ts';
import { changeSheet, goldenSheets } from './golden-sheets.ts';
import { renderRows } from './render-rows.ts';

function rowsOf(tables: readonly SheetTable[], id: string, answers: ReadingAnswers = {}) {
  const readings = readWorkbookSheets(tables, builtInMappings, answers);
  const own = readings.flatMap((reading) =>
    reading.outcome === 'read' && reading.recognised.mapping.id === id ? [reading.rows] : [],
  );
  const [rows] = own;
  if (rows === undefined) throw new Error(`not read as ${id}`);
  return rows;
}

const changed = async (id: string, ...changes: string[]) =>
  (await goldenSheets(id)).map((table) => changes.reduce(changeSheet, table));

test.each([
  ['lazada.transactions'],
  ['shopee-sea.orders'],
  ['square.transactions'],
  ['tiktok.orders'],
  ['woopayments.deposits'],
])('%s: nothing is read before the currency is told', async (id) => {
  const { stopped } = rowsOf(await goldenSheets(id), id);
  expect(stopped).toMatchObject({ code: 'CURRENCY_NOT_FOUND', questions: [{ about: 'currency' }] });
  expect(answersOf(id).currency).toMatch(/^[A-Z]{3}$/);
});

test.each<[string, string[], string, string[]]>([
  ['mercado-pago.release', ['drop column CURRENCY'], 'MXN', ['BRL', 'ARS', 'MXN', 'CLP', 'COP', 'PEN', 'UYU']],
  ['bank.debit-credit', ['drop column Currency'], 'HKD', []],
  ['bank.dc-column', ['drop column Currency'], 'EUR', []],
  ['bank.signed-amount', ['drop column Currency'], 'TWD', []],
  [
    'lazada.income',
    ['cell 1 Jumlah (Termasuk Pajak) = "Amount(Include Tax)"'],
    'PHP',
    ['MYR', 'SGD', 'PHP', 'THB', 'VND', 'IDR'],
  ],
])('%s without its currency is asked, and read in the one that is told', async (id, changes, currency, choices) => {
  const tables = await changed(id, ...changes);
  const asked = rowsOf(tables, id).stopped?.questions?.[0];
  expect([asked?.about, asked?.choices.map(({ answer }) => answer)]).toEqual(['currency', choices]);
  const told = rowsOf(tables, id, { currency });
  expect(told).toMatchObject({ stopped: null, currency, rows: { rejected: 0 } });
});

test('coupang-tw.statement says no day of payout: it is asked, and each row has the day that is told', async () => {
  const id = 'coupang-tw.statement';
  const { stopped } = rowsOf(await goldenSheets(id), id);
  expect(stopped).toMatchObject({ code: 'PAYOUT_DAY_NOT_FOUND', questions: [{ about: 'paidOutOn' }] });
  const told = rowsOf(await goldenSheets(id), id, answersOf(id));
  const days = told.kind === 'payout' ? told.lines.map(({ paidOutOn }) => paidOutOn) : [];
  expect([...new Set(days)]).toEqual(['2024-05-20']);
});

test('a statement with opening and closing balance, its debits negative, is the same mapping', async () => {
  const file = join(__dirname, 'variants', 'bank.debit-credit-signed');
  const reading = await readWorkbook(readFileSync(`${file}.csv`), 'bank.debit-credit-signed.csv');
  if ('refused' in reading) throw new Error('cannot be opened');
  const rendered = renderRows(rowsOf(reading.sheets, 'bank.debit-credit'));
  expect(rendered).toBe(readFileSync(`${file}.expected.txt`, 'utf8'));
});
