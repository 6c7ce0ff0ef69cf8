// Works a workbook's formulas out again without the add-in: by LibreOffice where it is installed, and always by the small
// evaluator that knows the functions our sheets are written in.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ResultSheet, ResultValue } from '../../core/worksheets/result-sheet.ts';
import { evaluateSheets } from '../core/worksheets/evaluate.ts';
import { type FileCell, type FileSheets, readSheets, withoutCachedValues } from './workbook-parts.ts';

/** A formula whose value differs, and both values. */
export interface Differing {
  readonly at: string;
  readonly formula: string;
  readonly ours: unknown;
  readonly recalculated: unknown;
}

/** The program, or null where it is not installed. */
export function officeProgram(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return (
    folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))).find(existsSync) ?? null
  );
}

/** @param folder an empty place for LibreOffice's own files */
export async function recalculatedBy(program: string, bytes: Uint8Array, folder: string): Promise<FileSheets> {
  mkdirSync(join(folder, 'out'), { recursive: true });
  const source = join(folder, 'stripped.xlsx');
  writeFileSync(source, await withoutCachedValues(bytes));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = [
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    join(folder, 'out'),
    source,
  ];
  execFileSync(program, [profile, ...convert], { stdio: 'ignore', timeout: 240_000 });
  return readSheets(readFileSync(join(folder, 'out', 'stripped.xlsx')));
}

/** Every formula of ours whose recalculated value is another one. */
export function differences(ours: FileSheets, recalculated: FileSheets): Differing[] {
  return formulasOf(ours).flatMap(({ sheet, address, formula, value }) => {
    const again = recalculated.get(sheet)?.get(address)?.value ?? null;
    return isSame(value, again) ? [] : [{ at: `${sheet}!${address}`, formula, ours: value, recalculated: again }];
  });
}

/** The same by the evaluator: it reads what stands in the file, and none of the cached values of formulas. */
export function evaluatedDifferences(ours: FileSheets): Differing[] {
  return evaluateSheets([...ours].map(([name, cells]) => sheetOf(name, cells)))
    .filter(({ claimed, computed }) => !isSame(claimed, computed))
    .map(({ at, formula, claimed, computed }) => ({ at, formula, ours: claimed, recalculated: computed }));
}

export interface FormulaCell {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly value: string | number | null;
}

export function formulasOf(sheets: FileSheets): FormulaCell[] {
  return [...sheets].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([address, { formula, value }]) =>
      formula === null ? [] : [{ sheet, address, formula, value }],
    ),
  );
}

const CHECKS = [
  '差額',
  '檢查',
  '本幣檢查',
  '餘額差',
  '報表差',
  '與未收訂單差額',
  '與帳齡差額',
  '不符的差額數（必須為 0）',
];

/** Cells that the workbook itself calls a difference: beside such a label in column A, else below such a head. */
export function differencesShown(sheets: FileSheets): { readonly at: string; readonly value: unknown }[] {
  return [...sheets].flatMap(([sheet, cells]) =>
    [...cells]
      .filter(([, { value }]) => typeof value === 'string' && CHECKS.includes(value))
      .flatMap(([address]) => checkedBy(address, cells))
      .map((address) => ({ at: `${sheet}!${address}`, value: cells.get(address)?.value ?? null })),
  );
}

/** Addresses of the formulas that a label speaks of. */
function checkedBy(label: string, cells: ReadonlyMap<string, FileCell>): string[] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(label) ?? [];
  const isFormula = (address: string) => typeof cells.get(address)?.formula === 'string';
  if (letters === 'A')
    return [...cells.keys()].filter((address) => address.replace(/^[A-Z]+/, '') === row && isFormula(address));
  const below: string[] = [];
  for (let at = Number(row) + 1; (cells.get(`${letters}${at}`)?.value ?? null) !== null; at++)
    below.push(`${letters}${at}`);
  return below.filter(isFormula);
}

/** Nothing, an empty text and zero are the same to a spreadsheet; amounts have at most four decimals. */
function isSame(left: unknown, right: unknown): boolean {
  const plain = (value: unknown) => (value === null || value === '' ? 0 : value);
  const [one, other] = [plain(left), plain(right)];
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 0.00005;
  return one === other;
}

type Row = (ResultValue | null)[];

/** A sheet of nothing but lines, for the evaluator. */
function sheetOf(name: string, cells: ReadonlyMap<string, FileCell>): ResultSheet {
  const rows: Row[] = [];
  for (const [address, { formula, value }] of cells) {
    const [row, column] = placeOf(address);
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = formula === null ? value : { formula: `=${formula}`, value: value ?? 0 };
  }
  const lines = rows.map((values) => ({ style: 'values' as const, cells: values }));
  return { key: 'summary', name, lines, tables: [], frozenRows: 0, frozenColumns: 0, decimals: 4 };
}

/** Row and column of an address, from 0. */
function placeOf(address: string): [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return [Number(row) - 1, [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}
