// The whole workbook model as types: what the page, the tests and the client's members may use. The classes beside this
// file implement it, and know each other only through it.
import type { Area } from './area.ts';
import type { CellGrid, CellValue } from './cell-grid.ts';
import type { CellStyle, StyleBook } from './cell-style.ts';
import type { CellShift } from './shift-area.ts';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';
export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';
export type InsertDirection = 'Down' | 'Right';
export type DeleteDirection = 'Up' | 'Left';

/** One cell of a write: null leaves the cell as it is. */
export type CellWrite = CellValue | null;

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** Stored as the client sent it; the workbench does not paint it. */
export interface ConditionalFormat {
  readonly id: string;
  area: Area;
  readonly type: string;
  stopIfTrue: boolean;
  rule: unknown;
  readonly format: Record<string, unknown>;
}

export interface Validation {
  area: Area;
  readonly settings: Record<string, unknown>;
}

export interface Cell {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly text: string;
  readonly style: CellStyle;
  readonly hyperlink: Hyperlink | undefined;
}

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface Sheet {
  readonly workbook: Workbook;
  readonly id: string;
  name: string;
  readonly grid: CellGrid;
  /** In points, by column; columns not named have Excel's standard width. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly customProperties: Map<string, unknown>;
  /** By cell key, see `cellKey`. */
  readonly hyperlinks: Map<number, Hyperlink>;
  merges: Area[];
  conditionalFormats: ConditionalFormat[];
  validations: Validation[];
  autoFilter: { area: Area; readonly criteria: Map<number, unknown> } | undefined;
  visibility: Visibility;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  isProtected: boolean;
  standardWidth: number;
  /** The rows and columns that stay in sight, counted from the top left. */
  frozen: { rows: number; columns: number };
  selection: Area;
  value(row: number, column: number): CellValue;
  text(row: number, column: number): string;
  style(row: number, column: number): CellStyle;
  cell(row: number, column: number): Cell;
  usedSize(): { readonly rows: number; readonly columns: number };
  extent(): { readonly rows: number; readonly columns: number };
  address(area: Area): string;
  write(area: Area, inputs: readonly (readonly CellWrite[])[]): void;
  load(cells: readonly (readonly CellWrite[])[], at?: { readonly row: number; readonly column: number }): void;
  restyle(area: Area, change: (style: CellStyle) => CellStyle): void;
  clear(area: Area, what: { readonly contents: boolean; readonly formats: boolean; readonly links: boolean }): void;
  merge(area: Area): void;
}

export interface Table {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  /** Header, body and totals together. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** Stored as sent, by column; rows are not hidden by it. */
  readonly filters: Map<number, unknown>;
  sort: { readonly fields: unknown; readonly matchCase: boolean; readonly method: string } | undefined;
}

export interface NamedItem {
  readonly name: string;
  /** The sheet it belongs to; undefined for the workbook. */
  readonly scope: Sheet | undefined;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface Sheets {
  all(): readonly Sheet[];
  visible(): Sheet[];
  find(nameOrId: string): Sheet | undefined;
  add(name?: string): Sheet;
  rename(sheet: Sheet, name: string): void;
  position(sheet: Sheet): number;
  move(sheet: Sheet, position: number): void;
  remove(sheet: Sheet): void;
  setVisibility(sheet: Sheet, visibility: Visibility): void;
}

export interface Tables {
  all(sheet?: Sheet): Table[];
  find(nameOrId: string): Table | undefined;
  at(sheet: Sheet, area: Area): Table | undefined;
  add(sheet: Sheet, area: Area, hasHeaders: boolean): Table;
  rename(table: Table, name: string): void;
  resize(table: Table, area: Area): void;
  setTotals(table: Table, shown: boolean): void;
  release(table: Table): void;
  dropInside(sheet: Sheet, area: Area): void;
}

export interface Names {
  all(scope?: Sheet): NamedItem[];
  each(): readonly NamedItem[];
  find(name: string, scope?: Sheet): NamedItem | undefined;
  add(name: string, formula: string, comment: string, scope?: Sheet): NamedItem;
  remove(item: NamedItem): void;
  dropSheet(sheet: Sheet): void;
  areaOf(name: string, from: Sheet): Place | undefined;
  cells(item: NamedItem): Place | undefined;
}

export interface Structures {
  insert(sheet: Sheet, area: Area, direction: InsertDirection): void;
  remove(sheet: Sheet, area: Area, direction: DeleteDirection): void;
  renameSheet(before: string, after: string): void;
  /** For those who hold areas of their own (the client's range references). */
  follow(follower: (sheet: Sheet, shift: CellShift) => void): void;
}

export type CellChange =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

export type WorkbookChange =
  | {
      readonly kind: 'cells';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly how: CellChange;
      /** The value before, when one cell was edited. */
      readonly before: CellValue | undefined;
    }
  | { readonly kind: 'format'; readonly sheet: Sheet; readonly area: Area }
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetDeactivated' | 'sheetChanged' | 'layout';
      readonly sheet: Sheet;
    }
  | { readonly kind: 'selection'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'tableAdded' | 'tableChanged' | 'tableDeleted'; readonly sheet: Sheet; readonly table: Table }
  | { readonly kind: 'names' | 'settings' | 'properties' };

export interface Workbook {
  readonly name: string;
  readonly styles: StyleBook;
  readonly sheets: Sheets;
  readonly tables: Tables;
  readonly names: Names;
  readonly structure: Structures;
  readonly formulas: { valueOf(sheet: Sheet, row: number, column: number, formula: string): CellValue };
  /** `workbook.settings` of the Excel API; values are JSON values. */
  readonly settings: Map<string, unknown>;
  /** `Office.context.document.settings`: JSON texts by key. */
  readonly documentSettings: Map<string, string>;
  readonly properties: Map<string, unknown>;
  readonly customProperties: Map<string, unknown>;
  /** Which events the client listens to, and how often it asked: `type:target`. */
  readonly subscriptions: Map<string, number>;
  /** Excel reads at most so many cells at once; tests lower it. */
  cellsPerRead: number;
  calculationMode: CalculationMode;
  eventsEnabled: boolean;
  isDirty: boolean;
  /** Goes up with every change; formula values are remembered for one revision. */
  revision: number;
  readonly activeSheet: Sheet;
  newId(): string;
  activate(sheet: Sheet): void;
  select(sheet: Sheet, area: Area): void;
  sheet(nameOrId: string): Sheet;
  styleWith(style: number, part: Partial<CellStyle>): number;
  onChange(listener: (change: WorkbookChange) => void): () => void;
  changed(change: WorkbookChange): void;
}
