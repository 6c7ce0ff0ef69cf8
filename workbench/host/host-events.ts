// Turns changes of the workbook into the event messages that the client asked for, and keeps them until it may have them:
// a client must see the answer to its batch before the events the batch caused.
import { formatArea, lastRow } from './model/area.ts';
import type { Area } from './model/area.ts';
import type { CellValue } from './model/cell-grid.ts';
import type { Sheet, Workbook, WorkbookChange } from './model/shape.ts';
import { EVENT, subscriptionKey, WORKBOOK_TARGET } from './members/event-methods.ts';
import { valueType } from './members/range-target.ts';

/** Category, type, target, JSON text, and two fields of the wire that are always so. */
export type EventEntry = readonly [
  category: 65_536,
  type: number,
  target: string,
  message: string,
  order: 0,
  isRemote: false,
];

type CellsChange = Extract<WorkbookChange, { kind: 'cells' }>;

export class HostEvents {
  readonly #workbook: Workbook;
  #waiting: WorkbookChange[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    workbook.onChange((change) => {
      if (workbook.eventsEnabled && workbook.subscriptions.size > 0) this.#add(change);
    });
  }

  /** Blocks written one below the other become one change, as one `values = ...` of the client is one edit. */
  #add(change: WorkbookChange): void {
    const last = this.#waiting.at(-1);
    const joined = last?.kind === 'cells' && change.kind === 'cells' ? join(last, change) : undefined;
    if (joined) this.#waiting[this.#waiting.length - 1] = joined;
    else this.#waiting.push(change);
  }

  /** Hands over what is due, and forgets it. */
  take(): EventEntry[] {
    const changes = this.#waiting;
    this.#waiting = [];
    return changes.flatMap((change) => this.#entries(change));
  }

  #entries(change: WorkbookChange): EventEntry[] {
    switch (change.kind) {
      case 'cells':
        return [...this.#sheet(EVENT.sheetChanged, change.sheet, editMessage(change)), ...this.#tables(change)];
      case 'format':
        return this.#sheet(EVENT.formatChanged, change.sheet, { address: formatArea(change.area), source: 'Local' });
      case 'selection':
        return this.#sheet(EVENT.selectionChanged, change.sheet, { address: formatArea(change.area) });
      case 'sheetAdded':
        return this.#sheet(EVENT.sheetAdded, change.sheet, { source: 'Local' });
      case 'sheetDeleted':
        return this.#sheet(EVENT.sheetDeleted, change.sheet, { source: 'Local' });
      case 'sheetActivated':
        return this.#sheet(EVENT.sheetActivated, change.sheet, {});
      case 'sheetDeactivated':
        return this.#sheet(EVENT.sheetDeactivated, change.sheet, {});
      case 'tableAdded':
      case 'tableDeleted':
        return this.#table(change.kind === 'tableAdded' ? EVENT.tableAdded : EVENT.tableDeleted, change);
      default:
        return [];
    }
  }

  #sheet(type: number, sheet: Sheet, fields: Record<string, unknown>): EventEntry[] {
    return this.#to(type, [sheet.id, WORKBOOK_TARGET], { worksheetId: sheet.id, ...fields });
  }

  #table(type: number, { sheet, table }: Extract<WorkbookChange, { table: unknown }>): EventEntry[] {
    const fields = { tableId: table.id, tableName: table.name, worksheetId: sheet.id, source: 'Local' };
    return this.#to(type, [sheet.id, WORKBOOK_TARGET], fields);
  }

  #tables(change: CellsChange): EventEntry[] {
    const table = this.#workbook.tables.at(change.sheet, change.area);
    if (!table) return [];
    const fields = { ...editMessage(change), worksheetId: change.sheet.id, tableId: table.id };
    return this.#to(EVENT.tableChanged, [table.id, change.sheet.id, WORKBOOK_TARGET], fields);
  }

  #to(type: number, targets: readonly string[], fields: Record<string, unknown>): EventEntry[] {
    const { subscriptions } = this.#workbook;
    return targets
      .filter((target) => (subscriptions.get(subscriptionKey(type, target)) ?? 0) > 0)
      .map((target) => [65_536, type, target, JSON.stringify(fields), 0, false]);
  }
}

function join(last: CellsChange, next: CellsChange): CellsChange | undefined {
  const isEdit = last.how === 'RangeEdited' && next.how === 'RangeEdited' && last.sheet === next.sheet;
  const isBelow = next.area.row === lastRow(last.area) + 1 && isSameColumns(last.area, next.area);
  if (!isEdit || !isBelow) return undefined;
  return { ...last, area: { ...last.area, rows: last.area.rows + next.area.rows }, before: undefined };
}

const isSameColumns = (a: Area, b: Area): boolean => a.column === b.column && a.columns === b.columns;

const DIRECTION: Readonly<Record<string, string>> = {
  RowInserted: 'ShiftCellDown',
  CellInserted: 'ShiftCellDown',
  ColumnInserted: 'ShiftCellRight',
  RowDeleted: 'ShiftCellUp',
  CellDeleted: 'ShiftCellUp',
  ColumnDeleted: 'ShiftCellLeft',
};

function editMessage({ sheet, area, how, before }: CellsChange): Record<string, unknown> {
  const after = before === undefined ? undefined : sheet.value(area.row, area.column);
  return {
    address: formatArea(area),
    changeType: how,
    source: 'Local',
    triggerSource: 'Unknown',
    shiftDirection: DIRECTION[how] ?? 'None',
    ...(before === undefined || after === undefined ? {} : details(before, after)),
  };
}

const details = (before: CellValue, after: CellValue): Record<string, unknown> => ({
  valueBefore: before,
  valueAfter: after,
  valueTypeBefore: valueType(before, false),
  valueTypeAfter: valueType(after, false),
});
