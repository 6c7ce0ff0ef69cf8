// From the workbook that the library has drawn to the finished one: the rows of the tables take the place of their pattern.
import type { CellStyle } from 'hucre/xlsx';
import { columnLetters } from '../core/sheet-table.ts';
import type { ResultSheet, ResultTable } from '../core/worksheets/result-sheet.ts';
import { bodyRows } from '../core/worksheets/table-layout.ts';
import { styleOf, tableCellStyle } from './cell-styles.ts';
import { SharedTexts } from './shared-texts.ts';
import { type BodyColumn, bodyXml } from './table-body.ts';
import { packPart, zipOf } from './write-zip.ts';
import { zipEntries } from './zip-archive.ts';

/**
 * The first row of a table in the library's workbook: a blank cell for each style that the table's cells may have, whose
 * numbers are read back from there.
 */
export function patternStyles(table: ResultTable, decimals: number): CellStyle[] {
  return table.columns.flatMap((column) => {
    const { text, formula, number } = tableCellStyle(column, decimals);
    return [styleOf(column.format) === 'left' ? text : number, text, formula];
  });
}

/** Each sheet is packed on another thread while the next one is written. */
export async function fillTables(frame: Uint8Array, sheets: readonly ResultSheet[]): Promise<Uint8Array> {
  const parts = await partsOf(frame);
  const filled = new Map(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet]));
  const texts = new SharedTexts(textOf(parts.get(TEXTS)));
  const packing = [...parts].flatMap(([name, bytes]) => {
    const sheet = filled.get(name);
    if (name === TEXTS) return [];
    return [packPart(name, sheet ? filledSheet(textOf(bytes), sheet, texts) : bytes)];
  });
  return zipOf(await Promise.all([...packing, packPart(TEXTS, encode(texts.xml))]));
}

const TEXTS = 'xl/sharedStrings.xml';

async function partsOf(frame: Uint8Array): Promise<Map<string, Uint8Array>> {
  const entries = zipEntries(frame) ?? [];
  return new Map(await Promise.all(entries.map(async ({ name, read }) => [name, await read()] as const)));
}

const encode = (xml: string) => Buffer.from(xml);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function filledSheet(xml: string, sheet: ResultSheet, texts: SharedTexts): Uint8Array {
  if (sheet.tables.length === 0) return encode(xml);
  let rest = xml.replace(/(<dimension ref="A1:)[^"]+/, `$1${lastCell(sheet)}`);
  const pieces = sheet.tables.flatMap((table) => {
    const [pattern] = new RegExp(`<row r="${table.headerRow + 1}".*?</row>`).exec(rest) ?? [];
    if (pattern === undefined) throw new Error(`the library has drawn no row for ${table.name}`);
    const [before = '', after = ''] = rest.split(pattern);
    rest = after;
    return [encode(before), ...bodyXml(table, bodyColumns(pattern), texts)];
  });
  return Buffer.concat([...pieces, encode(rest)]);
}

function lastCell({ lines, tables }: ResultSheet): string {
  const columns = [...lines.map(({ cells }) => cells.length), ...tables.map((table) => table.columns.length)];
  const rows = tables.map((table) => table.headerRow + bodyRows(table));
  return `${columnLetters(Math.max(...columns))}${Math.max(lines.length, ...rows)}`;
}

/** Three cells a column, in the order of `patternStyles`. */
function bodyColumns(pattern: string): BodyColumn[] {
  const styles = [...pattern.matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style));
  const columns = styles.filter((_, at) => at % 3 === 0);
  return columns.map((own, at) => ({
    letters: columnLetters(at + 1),
    own,
    text: styles[3 * at + 1] ?? own,
    formula: styles[3 * at + 2] ?? own,
  }));
}
