// Keeps formula texts true when cells move or sheets are renamed: rewrites the references, leaves all else as written.
import { formatArea, parseArea, quoteSheetName, splitAddress } from './area.ts';
import { mapReferences } from './formula-parser.ts';
import type { CellShift } from './shift-area.ts';
import { shiftArea } from './shift-area.ts';

/** @param owner the sheet the formula stands in; @param moved the sheet whose cells moved */
export function shiftReferences(formula: string, owner: string | undefined, moved: string, shift: CellShift): string {
  return mapReferences(formula, (reference) => {
    const { sheet = owner, address } = splitAddress(reference);
    const area = parseArea(address);
    if (sheet?.toLowerCase() !== moved.toLowerCase() || !area) return reference;
    const after = shiftArea(area, shift);
    if (after === area) return reference;
    const prefix = reference.slice(0, reference.length - address.length);
    if (!after) return `${prefix}#REF!`;
    return prefix + keepDollars(address, formatArea(after));
  });
}

/** Puts the dollar signs of the old address into the new one, corner by corner. */
function keepDollars(before: string, after: string): string {
  const old = before.split(':');
  return after
    .split(':')
    .map((corner, index) => {
      const pattern = old[index] ?? old[0] ?? '';
      const letters = /^\$[A-Za-z]/.test(pattern) ? '$' : '';
      const digits = /\$\d/.test(pattern) ? '$' : '';
      return corner.replace(
        /^([A-Z]*)(\d*)$/,
        (_all, column: string, row: string) => `${column && letters}${column}${row && digits}${row}`,
      );
    })
    .join(':');
}

export function renameSheetIn(formula: string, before: string, after: string): string {
  return mapReferences(formula, (reference) => {
    const { sheet, address } = splitAddress(reference);
    return sheet?.toLowerCase() === before.toLowerCase() ? `${quoteSheetName(after)}!${address}` : reference;
  });
}
