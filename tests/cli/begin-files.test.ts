// Files read ahead: each is handed over once, at its turn, with what a thread has made of it.
import { writeXlsx } from 'hucre/xlsx';
import { xlsxSheets } from '../../files/read-xlsx.ts';
import { beginFiles } from '../../server/cli/begin-files.ts';
import { FileNotOpened } from '../../server/cli/file-not-opened.ts';
import { openFile, readingTools } from '../../server/cli/open-file.ts';
import { Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

/** Digits that do not repeat, so that the file stays large when it is packed. */
const digits = (row: number, column: number) => ((row * 7_919 + column * 104_729) % 999_983) / 7;

async function largeWorkbook(name: string): Promise<string> {
  const rows = Array.from({ length: 2_500 }, (_, row) =>
    Array.from({ length: 30 }, (__, column) => digits(row, column)),
  );
  return desk.put(name, await writeXlsx({ sheets: [{ name: 'S', rows }] }));
}

describe('files read ahead', () => {
  it('are parsed beside when they are large workbooks, and not when they are small or something else', async () => {
    const files = {
      large: await largeWorkbook('large.xlsx'),
      small: await desk.workbook('small.xlsx', { S: [['a']] }),
      text: desk.put('large.csv', 'a,b\n'.repeat(200_000)),
    };
    const take = beginFiles(Object.values(files));
    const [large, small, text] = [await take(files.large), await take(files.small), await take(files.text)];
    expect(large.bytes.length).toBeGreaterThan(500_000);
    expect(await large.sheets).toEqual(await xlsxSheets(large.bytes, files.large));
    expect([small.sheets, text.sheets]).toEqual([null, null]);
  });

  it('are all handed over, also when there are more than the machine has cores', async () => {
    const names = Array.from({ length: 40 }, (_, at) => desk.put(`${at}.txt`, `file ${at}`));
    const take = beginFiles([...names, ...names]);
    const texts = await Promise.all(names.map(async (name) => Buffer.from((await take(name)).bytes).toString()));
    expect(texts).toEqual(names.map((_, at) => `file ${at}`));
  });

  it('are read again when they are asked for again, and when nobody announced them', async () => {
    const path = desk.put('twice.txt', 'first');
    const take = beginFiles([path]);
    await take(path);
    desk.put('twice.txt', 'second');
    expect(Buffer.from((await take(path)).bytes).toString()).toBe('second');
    const other = desk.put('other.txt', 'other');
    expect(Buffer.from((await take(other)).bytes).toString()).toBe('other');
  });

  it('that cannot be opened are told of when their turn comes, and stop no other', async () => {
    const present = desk.put('present.txt', 'x');
    const missing = Array.from({ length: 20 }, (_, at) => desk.path(`missing ${at}.xlsx`));
    const take = beginFiles([...missing, present, desk.folder]);
    expect((await take(present)).bytes.length).toBe(1);
    for (const path of [...missing, desk.folder]) await expect(take(path)).rejects.toBeInstanceOf(FileNotOpened);
  });
});

it('a large workbook has the sheets of its content under the name it is given', async () => {
  const path = await largeWorkbook('orders.xlsx');
  const tools = await readingTools({ password: async () => null, take: beginFiles([path]) });
  const reading = await openFile(path, 'my orders', tools);
  const again = await openFile(path, 'my orders', await readingTools({ password: async () => null }));
  expect('sheets' in reading && reading.sheets.map(({ file, sheet, rows }) => [file, sheet, rows.length])).toEqual([
    ['my orders', 'S', 2_500],
  ]);
  expect(again).toEqual(reading);
});

it('a large file that is cut off is refused and not thrown', async () => {
  const { bytes } = await beginFiles([])(await largeWorkbook('whole.xlsx'));
  const path = desk.put('cut.xlsx', bytes.subarray(0, bytes.length - 2_000));
  const reading = await openFile(
    path,
    'cut.xlsx',
    await readingTools({ password: async () => null, take: beginFiles([path]) }),
  );
  expect(reading).toMatchObject({ refused: { code: 'NOT_A_WORKBOOK', file: 'cut.xlsx' } });
});
