// The workbook behind the workbench: everything Excel would hold, as plain typed objects, with one stream of changes.
import { HostError } from '../host-error.ts';
import type { Area } from './area.ts';
import type { CellStyle } from './cell-style.ts';
import { StyleBook } from './cell-style.ts';
import { FormulaEvaluator } from './formula-evaluator.ts';
import { NameList } from './named-items.ts';
import type { CalculationMode, Sheet, Workbook as WorkbookShape, WorkbookChange } from './shape.ts';
import { SheetList } from './sheet-list.ts';
import { Structure } from './structure.ts';
import { TableList } from './table.ts';

let workbooksMade = 0;

export class Workbook implements WorkbookShape {
  readonly styles = new StyleBook();
  readonly sheets: SheetList = new SheetList(this);
  readonly tables: TableList = new TableList(this);
  readonly names: NameList = new NameList(this);
  readonly structure: Structure = new Structure(this);
  readonly formulas: FormulaEvaluator = new FormulaEvaluator(this);
  /** `workbook.settings` of the Excel API; values are JSON values. */
  readonly settings = new Map<string, unknown>();
  /** `Office.context.document.settings`: JSON texts by key. */
  readonly documentSettings = new Map<string, string>();
  readonly properties = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  readonly name: string;
  calculationMode: CalculationMode = 'Automatic';
  eventsEnabled = true;
  isDirty = false;
  /** Which events the client listens to, and how often it asked: `type:target`. */
  readonly subscriptions = new Map<string, number>();
  /** Excel reads at most so many cells at once; tests lower it. */
  cellsPerRead = 5_000_000;
  /** Goes up with every change; formula values are remembered for one revision. */
  revision = 0;
  #active: Sheet | undefined;
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #serial = ++workbooksMade;
  #ids = 0;

  constructor(options: { readonly name?: string; readonly sheetNames?: readonly string[] } = {}) {
    this.name = options.name ?? 'Book1.xlsx';
    for (const sheetName of options.sheetNames ?? ['Sheet1']) this.sheets.add(sheetName);
  }

  /** Shaped like the ids Excel gives, and different in each workbook, so that events never reach a stranger. */
  newId(): string {
    const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
    return `{${hex(this.#serial, 8)}-0001-0000-0000-${hex(++this.#ids, 12)}}`;
  }

  get activeSheet(): Sheet {
    const active = this.#active ?? this.sheets.all()[0];
    if (!active) throw new HostError('ItemNotFound', 'Workbook.worksheets');
    return active;
  }

  activate(sheet: Sheet): void {
    const before = this.activeSheet;
    if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
    this.#active = sheet;
    if (before === sheet) return;
    this.changed({ kind: 'sheetDeactivated', sheet: before });
    this.changed({ kind: 'sheetActivated', sheet });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    sheet.selection = area;
    this.changed({ kind: 'selection', sheet, area });
  }

  /** @throws HostError ItemNotFound when there is no such sheet (name or id, capitals do not matter) */
  sheet(nameOrId: string): Sheet {
    const sheet = this.sheets.find(nameOrId);
    if (!sheet) throw new HostError('ItemNotFound', 'Workbook.sheet', nameOrId);
    return sheet;
  }

  styleWith(style: number, part: Partial<CellStyle>): number {
    return this.styles.numberOf({ ...this.styles.get(style), ...part });
  }

  /** @returns a function that stops listening */
  onChange(listener: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(change: WorkbookChange): void {
    this.revision++;
    this.isDirty = true;
    for (const listener of this.#listeners) listener(change);
  }
}
