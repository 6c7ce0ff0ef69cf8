// A mapping for a file nobody has mapped, proposed from its values; nothing is imported by it before a person has accepted.
import { readFile, writeFile } from 'node:fs/promises';
import { detectDrift, type Drift } from '../../core/mapping/detect-drift.ts';
import { detectMapping } from '../../core/mapping/detect-mapping.ts';
import { refusalOfHiddenRows } from '../../core/mapping/hidden-rows.ts';
import { type Inference, inferMapping, type Proposal } from '../../core/mapping/infer-mapping.ts';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { readWorkbookSheets, type SheetReading } from '../../core/mapping/read-workbook-sheets.ts';
import type { Refusal } from '../../core/problem.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { nameAmong, openFile, type ReadingTools } from './open-file.ts';
import { placeToWrite } from './place-to-write.ts';
import type { InferRun } from './read-arguments.ts';
import { besides, emptyFile, readSheets } from './read-sheets.ts';

export interface InferredSheet {
  readonly file: string;
  readonly sheet: string;
  /** The library knows the report already. */
  readonly known: Mapping | null;
  readonly drift: Drift | null;
  readonly inference: Inference;
  /** The sheet read by the proposed mapping. */
  readonly reading: Extract<SheetReading, { outcome: 'read' }> | null;
}

export type InferredFile =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** Several sheets have a proposal, and only one can be written. */
  | { readonly outcome: 'whichSheet'; readonly sheets: readonly string[] }
  | { readonly outcome: 'inferred'; readonly sheets: readonly InferredSheet[]; readonly written: string | null };

/** @throws FileNotOpened */
export async function inferFile(run: InferRun, tools: ReadingTools): Promise<InferredFile> {
  if (run.out !== null) await placeToWrite(run.out, [run.file, ...(run.orders === null ? [] : [run.orders])]);
  const reading = await openFile(run.file, nameAmong(run.file, []), tools);
  if ('refused' in reading) return { outcome: 'refused', refusal: reading.refused };
  const tables = reading.sheets.filter(({ sheet }) => run.sheet === null || sheet === run.sheet);
  if (tables.length === 0) return { outcome: 'refused', refusal: emptyFile(run.sheet ?? run.file) };
  const knownOrderNumbers = run.orders === null ? null : await orderNumbersIn(run.orders, tools);
  const hints = {
    ...(knownOrderNumbers ? { knownOrderNumbers } : {}),
    ...(run.platform === null ? {} : { platform: run.platform }),
    ...(run.answers.currency === undefined ? {} : { currency: run.answers.currency }),
  };
  const sheets = tables.map((table) =>
    inferSheet(table, tools, inferMapping(table, { ...hints, others: besides(table, reading.sheets) })),
  );
  const hidden = tables.flatMap((table, at) => hiddenRowsOf(table, sheets[at]));
  if (hidden[0]) return { outcome: 'refused', refusal: hidden[0] };
  const proposed = sheets.filter(({ inference }) => inference.outcome === 'proposed');
  if (run.out === null) return { outcome: 'inferred', sheets, written: null };
  const [only, ...others] = proposed;
  if (others.length > 0) return { outcome: 'whichSheet', sheets: proposed.map(({ sheet }) => sheet) };
  const written = only?.inference.outcome === 'proposed' ? await writeMapping(only.inference, run.out) : null;
  return { outcome: 'inferred', sheets, written };
}

/** Rows that a person has put aside may be those on which no sum holds: what is read of them is asked before all else. */
function hiddenRowsOf(table: SheetTable, sheet: InferredSheet | undefined): Refusal[] {
  if (sheet?.inference.outcome !== 'proposed') return [];
  const { headerRow } = sheet.inference;
  const asked = refusalOfHiddenRows(table, { mapping: null, headerRow, headerIndex: headerRow - table.firstRow });
  return asked ? [asked] : [];
}

function inferSheet(table: SheetTable, { mappings, answers }: ReadingTools, inference: Inference): InferredSheet {
  const detection = detectMapping(table, mappings);
  const [reading] = inference.outcome === 'proposed' ? readWorkbookSheets([table], [inference.mapping], answers) : [];
  return {
    ...{ file: table.file, sheet: table.sheet, inference },
    known: detection.outcome === 'recognised' ? detection.recognised.mapping : null,
    drift: detection.outcome === 'recognised' ? null : detectDrift(table, mappings),
    reading: reading?.outcome === 'read' ? reading : null,
  };
}

/** Order numbers of an export that the library knows; none where it does not. */
async function orderNumbersIn(path: string, tools: ReadingTools): Promise<ReadonlySet<string>> {
  const readings = await readSheets([path], tools);
  const sheets = readings.flatMap((reading) => (reading.outcome === 'read' ? reading.sheets : []));
  return new Set(
    sheets.flatMap((sheet) =>
      sheet.kind === 'used' && sheet.rows.kind === 'orders'
        ? sheet.rows.orders.map(({ orderNumber }) => orderNumber)
        : [],
    ),
  );
}

/** A file of its kind: properties come in the order in which the library's own files have them. */
const LIKE = new URL('../../mappings/shopee-tw.income.json', import.meta.url);

async function writeMapping({ mapping }: Proposal, path: string): Promise<string> {
  await writeFile(path, mappingFileText(mapping, await readFile(LIKE, 'utf8')));
  return path;
}
