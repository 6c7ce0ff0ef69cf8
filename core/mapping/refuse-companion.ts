// A sheet that no mapping reads because it only stands beside a report: said as such, with the reason why it is not booked.
import type { Refusal } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import { bestFit, headersOf, headersSigned, prepare } from './fit-header.ts';
import type { Companion } from './mapping-rules.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';

/** Refusals of sheets that may be such a companion. */
const MAY_BE_COMPANION: readonly Refusal['code'][] = ['UNKNOWN_REPORT', 'MISSING_COLUMN'];

/**
 * The same refusal, unless a mapping knows the sheet as a companion of its report.
 * @param others the other sheets of the workbook
 */
export function refuseCompanion(
  refusal: Refusal,
  table: SheetTable,
  mappings: readonly Mapping[],
  others: readonly SheetTable[],
): Refusal {
  if (!MAY_BE_COMPANION.includes(refusal.code)) return refusal;
  for (const mapping of mappings) {
    const companion = (mapping.companions ?? []).find((each) => isMeant(each, mapping, table, others));
    if (!companion) continue;
    const nearest = { id: mapping.id, title: mapping.title };
    return { ...refusal, code: 'COMPANION_SHEET', nearest, row: null, columns: [], because: companion.because };
  }
  return refusal;
}

function isMeant(
  { sheets, headers }: Companion,
  mapping: Mapping,
  table: SheetTable,
  others: readonly SheetTable[],
): boolean {
  if (sheets && !sheets.map(normalizeHeader).includes(normalizeHeader(table.sheet))) return false;
  if (headers) return standTogether(headers, table, mapping.header.searchRows);
  return others.some((other) => holdsReport(other, mapping));
}

function standTogether(headers: readonly string[], table: SheetTable, searchRows: number): boolean {
  const names = headers.map(normalizeHeader);
  return headersOf(table, searchRows).some(({ positions }) => names.every((name) => positions.has(name)));
}

function holdsReport(table: SheetTable, mapping: Mapping): boolean {
  const prepared = prepare(mapping);
  const [fit] = bestFit(prepared, headersSigned(headersOf(table, mapping.header.searchRows), prepared));
  return fit !== undefined && fit.missingRequired.length === 0;
}
