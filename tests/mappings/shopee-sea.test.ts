// The English workbooks of Shopee in its five countries of South-East Asia: what each sheet is, in which currency.
import { readWorkbookSheets, type SheetReading } from '../../core/mapping/read-workbook-sheets.ts';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { goldenSheets } from './golden-sheets.ts';

/** The workbook as another country's: its mark of the currency wherever the Malaysian one stands. */
async function workbookOf(id: string, [from, mark]: readonly [string, string]): Promise<SheetTable[]> {
  const changed = (cell: Cell): Cell =>
    typeof cell !== 'string' ? cell : cell === from ? mark : cell.replace(`(${from})`, `(${mark})`);
  return (await goldenSheets(id)).map((table) => ({ ...table, rows: table.rows.map((row) => row.map(changed)) }));
}

/** One line a sheet: mapping, currency, rows accepted and rejected, how it is proven; or why it is none. */
function lineOf(reading: SheetReading): string {
  if (reading.outcome === 'other') return `${reading.table.sheet}: ${reading.refusal.code}`;
  const { table, recognised, rows } = reading;
  const proof = rows.kind === 'payout' ? `, ${rows.proof}` : '';
  const { accepted, rejected } = rows.rows;
  return `${table.sheet}: ${recognised.mapping.id} ${rows.currency}, ${accepted} + ${rejected} rejected${proof}`;
}

const linesOf = (tables: readonly SheetTable[]) => readWorkbookSheets(tables, builtInMappings).map(lineOf);

const COUNTRIES = [
  ['Malaysia', 'RM', 'MYR'],
  ['Singapore', 'S$', 'SGD'],
  ['the Philippines', '₱', 'PHP'],
  ['Thailand', '฿', 'THB'],
  ['Indonesia', 'Rp', 'IDR'],
] as const;

describe.each(COUNTRIES)('in %s, with %s', (_, mark, currency) => {
  it('Income is read and proven by Summary, Adjustment is read by its own mapping', async () => {
    const [adjustment] = (await workbookOf('shopee-sea.adjustments', ['RM', mark])).filter(
      ({ sheet }) => sheet === 'Adjustment',
    );
    const income = (await workbookOf('shopee-sea.income', ['RM', mark])).filter(({ sheet }) => sheet !== 'Adjustment');
    expect(linesOf(adjustment ? [...income, adjustment] : [])).toEqual([
      'Summary: COMPANION_SHEET',
      'Service Fee Details: EMPTY_SHEET',
      'Shipping Fee Discrepancy: EMPTY_SHEET',
      `Income: shopee-sea.income ${currency}, 3 + 0 rejected, foots`,
      `Adjustment: shopee-sea.adjustments ${currency}, 3 + 0 rejected, foots`,
    ]);
  });

  it('the balance report is read in the currency it names', async () => {
    const [line] = linesOf(await workbookOf('shopee-sea.balance', ['MYR', currency]));
    expect(line).toMatch(new RegExp(`: shopee-sea\\.balance ${currency}, \\d+ \\+ 0 rejected, foots$`));
  });
});
