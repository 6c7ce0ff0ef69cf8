// What the rest of the workbook tells of a sheet that nobody has mapped: known orders, platform, currency; and how to begin.
import type { Hints } from '../../core/mapping/infer-mapping.ts';
import { type SheetTable, textOfCell } from '../../core/sheet-table.ts';
import { headsBeside, type RecognisedSheet } from '../choose-sheets.ts';
import type { SheetToMap } from '../session.ts';
import { type Draft, draftFromMapping, draftFromValues, type MappingStart } from './start-draft.ts';

/** Only the first rows of the other sheets are at hand: enough to tell an order number from other numbers. */
export function hintsOf({ view }: SheetToMap): Hints {
  const platforms = only(view.beside.map(({ recognised }) => recognised.mapping.platform));
  const currencies = only(
    view.beside.flatMap(({ recognised: { mapping } }) =>
      typeof mapping.currency === 'string' ? [mapping.currency] : [],
    ),
  );
  const orders = view.beside.flatMap(orderNumbersIn);
  return {
    ...(orders.length > 0 ? { knownOrderNumbers: new Set(orders) } : {}),
    ...(platforms === null ? {} : { platform: platforms }),
    ...(currencies === null ? {} : { currency: currencies }),
  };
}

/** The one value of a list that has no other; several say nothing. */
function only(values: readonly string[]): string | null {
  const [value = null, ...others] = [...new Set(values)];
  return others.length === 0 ? value : null;
}

function orderNumbersIn({ look, recognised }: RecognisedSheet): string[] {
  if (recognised.kind !== 'orders') return [];
  const index = recognised.columns.find(({ column }) => column.as === 'orderNumber')?.index;
  if (index === undefined) return [];
  const cells = look.head.rows.slice(recognised.headerIndex + 1).map((row) => textOfCell(row[index]));
  return cells.filter((text) => text !== '');
}

/** The first rows of the workbook's other sheets. */
export const othersOf = ({ id, view }: SheetToMap): SheetTable[] => headsBeside(view, id);

export function startDraft({ table, mappings }: SheetToMap, start: MappingStart, hints: Hints): Draft {
  const headerSeen = () => draftFromValues(table, hints).headerIndex;
  const published = (id: string) => mappings.find((mapping) => mapping.id === id) ?? null;
  if (start.from === 'draft') {
    return draftFromMapping(table, start.mapping, headerSeen(), published(start.mapping.id));
  }
  const base = start.from === 'mapping' ? published(start.id) : null;
  if (!base || start.from === 'values') return draftFromValues(table, hints);
  const headerIndex = start.headerRow === null ? headerSeen() : start.headerRow - table.firstRow;
  return draftFromMapping(table, base, headerIndex);
}
