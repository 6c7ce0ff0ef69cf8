// Hidden rows on the command line: asked before anything is stored, answered by --hidden-rows.
import { existsSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import type { SheetTable } from '../../core/sheet-table.ts';
import { goldenSheet } from '../mappings/golden-sheets.ts';
import { clearsheet, Desk, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

/** The sample income (data in rows 7 and 8) with rows hidden by their numbers, and other sheets beside it. */
async function incomeHiding(hidden: readonly number[], beside: readonly SheetTable[] = []): Promise<string> {
  const income = await goldenSheet('shopee-tw.income');
  const rowDefs = new Map(hidden.map((row) => [row - 1, { hidden: true }]));
  const sheets = [
    { name: income.sheet, rows: income.rows.map((row) => [...row]), rowDefs },
    ...beside.map(({ rows }, at) => ({ name: `beside ${at}`, rows: rows.map((row) => [...row]) })),
  ];
  return desk.put(`income-${hidden.join('-')}-${beside.length}.xlsx`, await writeXlsx({ sheets }));
}

const QUESTION = '工作表「Income」有 1 列資料被隱藏或篩選掉（從第 8 列起）';
const OPTION = '  → --hidden-rows include|leave-out';

test.each(['reconcile', 'mapping check', 'mapping infer'])(
  '%s asks, naming the sheet, how many rows and the option',
  async (command) => {
    const { code, stdout, stderr } = await clearsheet(...command.split(' '), await incomeHiding([8]));
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(QUESTION);
    expect(stdout + stderr).toContain(OPTION);
  },
);

test('for a script the question and its answers are data', async () => {
  const { code, stdout } = await clearsheet('reconcile', ORDERS, await incomeHiding([8]), '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    refused: [
      {
        sheet: 'Income',
        code: 'HIDDEN_ROWS',
        questions: [
          { about: 'hiddenRows', row: 8, value: '1', choices: [{ answer: 'include' }, { answer: 'leave-out' }] },
        ],
      },
    ],
  });
});

test.each<[string, number]>([
  ['include', 2],
  ['leave-out', 1],
])('with --hidden-rows %s %i rows of the payout are read', async (answer, rows) => {
  const { code, stdout } = await clearsheet('reconcile', await incomeHiding([8]), '--hidden-rows', answer, '--json');
  expect(code).toBe(0);
  const { files } = JSON.parse(stdout) as { files: { sheets: { rows: { accepted: number } }[] }[] };
  expect(files[0]?.sheets[0]?.rows.accepted).toBe(rows);
});

test.each<[string, number[]]>([
  ['no row', []],
  ['a row above the header', [3]],
])('with %s hidden nothing is asked', async (_, hidden) => {
  expect((await clearsheet('mapping', 'check', await incomeHiding(hidden))).code).toBe(0);
});

test('a sheet of the file that needs no answer does not take the question away', async () => {
  const path = await incomeHiding([8], [await goldenSheet('shopee-tw.orders')]);
  for (const command of [['reconcile'], ['mapping', 'check']]) {
    const { code, stdout, stderr } = await clearsheet(...command, path);
    expect([code, (stdout + stderr).includes(QUESTION)]).toEqual([2, true]);
  }
});

/** Payouts in words that nobody has mapped, the last row out of sight and off the sum. */
async function unknownHiding(hidden: readonly number[]): Promise<string> {
  const data = Array.from({ length: 8 }, (_, at) => [`Z${at + 20001}`, `2024-05-0${at + 1}`, 500 + at * 31, -20 - at]);
  const rows = data.map((row, at) => [...row, at === 7 ? 9999 : 480 + at * 30]);
  const rowDefs = new Map(hidden.map((row) => [row - 1, { hidden: true }]));
  const sheets = [{ name: '明細', rows: [['單據號', '結帳日', '貨款收入', '平台抽成', '本筆實得'], ...rows], rowDefs }];
  return desk.put(`unknown-${hidden.join('-')}.xlsx`, await writeXlsx({ sheets }));
}

test('a proposal is made from the rows that count: asked first, then of all or of those in sight', async () => {
  const path = await unknownHiding([9]);
  const out = desk.path('asked.json');
  const asked = await clearsheet('mapping', 'infer', path, '--out', out);
  expect([asked.code, existsSync(out)]).toEqual([2, false]);
  expect(asked.stderr).toContain('工作表「明細」有 1 列資料被隱藏或篩選掉（從第 9 列起）');
  const told = (answer: string) => clearsheet('mapping', 'infer', path, '--lang', 'en', '--hidden-rows', answer);
  expect((await told('leave-out')).stdout).toContain('holds on 7 of 7 rows');
  expect((await told('include')).stdout).not.toContain('7 of 7 rows');
  expect((await clearsheet('mapping', 'infer', await unknownHiding([1]))).code).toBe(0);
});

test('any other answer is misuse', async () => {
  const { code, stderr } = await clearsheet('reconcile', ORDERS, '--hidden-rows', 'skip', '--lang', 'en');
  expect(code).toBe(2);
  expect(stderr).toContain('--hidden-rows takes one of include, leave-out, not "skip"');
});
