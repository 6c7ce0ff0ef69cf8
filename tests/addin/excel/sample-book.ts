// A workbook as the accountant has it: the two sample exports, one sheet each, loaded into the host as files give them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../../files/read-workbook.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

const GOLDEN = join(__dirname, '../../mappings/golden');

export async function sampleBook(files = ['shopee-tw.orders.xlsx', 'shopee-tw.income.xlsx']): Promise<Workbook> {
  const sheets = (await Promise.all(files.map(readSheets))).flat();
  const workbook = new Workbook({ name: 'May.xlsx', sheetNames: sheets.map(({ sheet }) => sheet) });
  for (const { sheet, rows } of sheets) workbook.sheet(sheet).load(rows);
  return workbook;
}

async function readSheets(file: string) {
  const reading = await readWorkbook(readFileSync(join(GOLDEN, file)), file);
  if ('refused' in reading) throw new Error(`${file} cannot be read`);
  return reading.sheets;
}
