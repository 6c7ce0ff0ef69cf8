// Where a cell leads: a link hung on the cell, or a HYPERLINK formula.
import { parseArea, splitAddress } from '../../host/model/area.ts';
import { parseFormula } from '../../host/model/formula-parser.ts';
import type { Place, Sheet } from '../../host/model/shape.ts';
import { cellKey } from '../../host/model/sheet.ts';

export type LinkTarget =
  { readonly to: 'cells'; readonly place: Place } | { readonly to: 'web'; readonly address: string };

export function hasLink(sheet: Sheet, row: number, column: number): boolean {
  return sheet.hyperlinks.has(cellKey(row, column)) || /^=HYPERLINK\(/i.test(sheet.grid.formula(row, column) ?? '');
}

/** Undefined when there is no link, when it leads nowhere any more, or when a formula works its target out. */
export function linkTarget(sheet: Sheet, row: number, column: number): LinkTarget | undefined {
  const link = sheet.hyperlinks.get(cellKey(row, column));
  const text = link ? (link.address ?? `#${link.documentReference ?? ''}`) : formulaTarget(sheet, row, column);
  if (text === undefined) return undefined;
  if (/^(https?|mailto):/i.test(text)) return { to: 'web', address: text };
  if (!text.startsWith('#')) return undefined;
  const { sheet: name, address } = splitAddress(text.slice(1));
  const home = name === undefined ? sheet : sheet.workbook.sheets.find(name);
  const area = parseArea(address);
  return home && area ? { to: 'cells', place: { sheet: home, area } } : undefined;
}

function formulaTarget(sheet: Sheet, row: number, column: number): string | undefined {
  const formula = sheet.grid.formula(row, column);
  if (formula === undefined || !hasLink(sheet, row, column)) return undefined;
  const tree = parseFormula(formula);
  const first = tree.kind === 'call' ? tree.inputs[0] : undefined;
  return first?.kind === 'value' ? String(first.value) : undefined;
}

/** Goes where the cell's link leads; does nothing when it leads nowhere. */
export function followLink(sheet: Sheet, row: number, column: number): void {
  const target = linkTarget(sheet, row, column);
  if (target?.to === 'cells') sheet.workbook.select(target.place.sheet, target.place.area);
  if (target?.to === 'web') window.open(target.address, '_blank', 'noopener,noreferrer');
}
