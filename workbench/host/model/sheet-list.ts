// The worksheets of a workbook in tab order, with Excel's rules for their names and for which may go.
import { HostError } from '../host-error.ts';
import type { Sheet as SheetShape, Sheets, Visibility, Workbook } from './shape.ts';
import { Sheet } from './sheet.ts';

const FORBIDDEN = /[\\/?*[\]:]/;

/** 1 to 31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end, not "History" (Microsoft: "Rename a worksheet"). */
export function isSheetName(name: string): boolean {
  const wellFormed = name.length > 0 && name.length <= 31 && name.trim() !== '';
  return wellFormed && !FORBIDDEN.test(name) && !/^'|'$/.test(name) && name.toLowerCase() !== 'history';
}

export class SheetList implements Sheets {
  readonly #workbook: Workbook;
  readonly #sheets: SheetShape[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  all(): readonly SheetShape[] {
    return this.#sheets;
  }

  find(nameOrId: string): SheetShape | undefined {
    const lower = nameOrId.toLowerCase();
    return this.#sheets.find((sheet) => sheet.name.toLowerCase() === lower || sheet.id === nameOrId);
  }

  add(name?: string): SheetShape {
    if (name !== undefined) this.#checkName(name);
    const sheet = new Sheet(this.#workbook, this.#workbook.newId(), name ?? this.#freeName());
    this.#sheets.push(sheet);
    this.#workbook.changed({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  #freeName(): string {
    let number = this.#sheets.length + 1;
    while (this.find(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }

  #checkName(name: string, owner?: SheetShape): void {
    if (!isSheetName(name)) throw new HostError('InvalidArgument');
    const other = this.#sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (other && other !== owner) throw new HostError('ItemAlreadyExists');
  }

  rename(sheet: SheetShape, name: string): void {
    this.#checkName(name, sheet);
    const before = sheet.name;
    sheet.name = name;
    this.#workbook.structure.renameSheet(before, name);
    this.#workbook.changed({ kind: 'sheetChanged', sheet });
  }

  position(sheet: SheetShape): number {
    return this.#sheets.indexOf(sheet);
  }

  move(sheet: SheetShape, position: number): void {
    if (!Number.isInteger(position) || position < 0 || position >= this.#sheets.length)
      throw new HostError('InvalidArgument');
    this.#sheets.splice(this.position(sheet), 1);
    this.#sheets.splice(position, 0, sheet);
    this.#workbook.changed({ kind: 'sheetChanged', sheet });
  }

  visible(): SheetShape[] {
    return this.#sheets.filter((sheet) => sheet.visibility === 'Visible');
  }

  /** One visible sheet must remain, and a very hidden sheet cannot be deleted (Excel.Worksheet.delete). */
  remove(sheet: SheetShape): void {
    const others = this.visible().filter((each) => each !== sheet);
    if (others.length === 0 || sheet.visibility === 'VeryHidden') throw new HostError('InvalidOperation');
    const place = this.position(sheet);
    for (const table of this.#workbook.tables.all(sheet)) this.#workbook.tables.release(table);
    this.#sheets.splice(place, 1);
    this.#workbook.names.dropSheet(sheet);
    if (this.#workbook.activeSheet === sheet) this.#workbook.activate(this.#neighbour(place));
    this.#workbook.changed({ kind: 'sheetDeleted', sheet });
  }

  setVisibility(sheet: SheetShape, visibility: Visibility): void {
    const others = this.visible().filter((each) => each !== sheet);
    if (visibility !== 'Visible' && others.length === 0) throw new HostError('InvalidOperation');
    sheet.visibility = visibility;
    if (visibility !== 'Visible' && this.#workbook.activeSheet === sheet)
      this.#workbook.activate(this.#neighbour(this.position(sheet)));
    this.#workbook.changed({ kind: 'sheetChanged', sheet });
  }

  #neighbour(place: number): SheetShape {
    const next = this.#sheets.slice(place).find((sheet) => sheet.visibility === 'Visible');
    const found = next ?? this.visible().at(-1);
    if (!found) throw new HostError('InvalidOperation');
    return found;
  }
}
