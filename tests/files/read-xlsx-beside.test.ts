// The library's reader on another thread gives what it gives on this one.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { isInstant } from '../../files/raw-cells.ts';
import { readXlsxBeside } from '../../files/read-xlsx-beside.ts';
import { xlsxSheets } from '../../files/read-xlsx.ts';

const day = new Date('2024-05-07T12:00:00Z');

async function aWorkbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '訂單',
        rows: [['訂單編號', 12.5, true, null], [], ['=1+1', day]],
        rowDefs: new Map([[2, { hidden: true }]]),
      },
      { name: 'Formats', rows: [[7]], cells: new Map([['0,0', { value: 7, style: { numFmt: '000000' } }]]) },
    ],
  });
}

it.each([{}, { readStyles: true }, { dateSystem: '1904' as const }])(
  'reads the same cells with %j',
  async (options) => {
    const bytes = await aWorkbook();
    const [here, beside] = [await readXlsx(bytes, options), await readXlsxBeside(bytes, options)];
    expect(beside).toEqual(here);
    expect(isInstant(beside.sheets[0]?.rows[2]?.[1])).toBe(true);
  },
);

it('gives the same sheets, with what is hidden and how identifiers are shown', async () => {
  const bytes = await aWorkbook();
  const sheets = await xlsxSheets(bytes, 'a.xlsx', readXlsxBeside);
  expect(sheets).toEqual(await xlsxSheets(bytes, 'a.xlsx'));
  expect(sheets?.[0]?.hiddenRows).toEqual(new Set([2]));
  expect(sheets?.[1]?.numberFormats?.get(0)).toEqual(['000000']);
});

it('leaves the bytes with whoever handed them over', async () => {
  const bytes = await aWorkbook();
  const before = Buffer.from(bytes);
  await readXlsxBeside(bytes);
  expect(Buffer.compare(bytes, before)).toBe(0);
});

it('says of a broken workbook what the library says', async () => {
  const bytes = (await aWorkbook()).subarray(0, 500);
  await expect(readXlsxBeside(bytes)).rejects.toThrow();
  expect(await xlsxSheets(bytes, 'a.xlsx', readXlsxBeside)).toBeNull();
});
