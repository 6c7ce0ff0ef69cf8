// Hidden rows of data are asked about; others are not worth a question.
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import { answerHiddenRows, refusalOfHiddenRows } from '../../../core/mapping/hidden-rows.ts';
import { explainRefusal } from '../../../core/problem.ts';
import type { SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { goldenSheet } from '../../mappings/golden-sheets.ts';

/** The sample income (header in row 6, data in 7 and 8, then a blank row) with rows hidden by their numbers. */
async function incomeHiding(...rows: number[]): Promise<SheetTable> {
  const sheet = await goldenSheet('shopee-tw.income');
  return { ...sheet, rows: [...sheet.rows, []], hiddenRows: new Set(rows.map((row) => row - sheet.firstRow)) };
}

function asked(table: SheetTable) {
  const detection = detectMapping(table, builtInMappings);
  if (detection.outcome === 'refused') throw new Error(detection.refusal.code);
  return refusalOfHiddenRows(table, detection.recognised);
}

test.each<[string, number[], string | null]>([
  ['none', [], null],
  ['a row of data', [8], '1 from row 8'],
  ['all rows of data, the lower first', [8, 7], '2 from row 7'],
  ['a row above the header', [2], null],
  ['the header', [6], null],
  ['a blank row below the data', [9], null],
])('hidden: %s', async (_, rows, expected) => {
  const question = asked(await incomeHiding(...rows))?.questions?.[0];
  expect(question ? `${question.value} from row ${question.row}` : null).toBe(expected);
});

test('the question names the sheet, how many rows, the first of them, and both answers', async () => {
  const refusal = asked(await incomeHiding(7, 8));
  if (!refusal) throw new Error('nothing asked');
  expect(explainRefusal(refusal, 'zh-TW')).toBe(
    '工作表「Income」有 2 列資料被隱藏或篩選掉（從第 7 列起）。平台的檔案通常包含這些列；請說明要一併讀取還是略過，或取消隱藏後再試。',
  );
  expect(refusal.questions?.[0]?.choices.map(({ answer }) => answer)).toEqual(['include', 'leave-out']);
});

test('left out, hidden rows are empty and the others keep their places', async () => {
  const table = await incomeHiding(7);
  const left = answerHiddenRows(table, 'leave-out');
  expect(left.rows.length).toBe(table.rows.length);
  expect([left.rows[7 - table.firstRow], left.rows[8 - table.firstRow]]).toEqual([[], table.rows[8 - table.firstRow]]);
  expect(asked(left)).toBeNull();
});

test('included, they are rows like the others and not asked about again', async () => {
  const table = await incomeHiding(7);
  const whole = answerHiddenRows(table, 'include');
  expect([whole.rows, asked(whole)]).toEqual([table.rows, null]);
});
