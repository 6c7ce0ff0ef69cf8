// Defined names: a name for cells or for a formula, in the whole workbook or in one sheet.
import { HostError } from '../host-error.ts';
import { parseArea, splitAddress } from './area.ts';
import type { NamedItem, Names, Place, Sheet, Workbook } from './shape.ts';
import { checkTableName } from './table.ts';

export class NameList implements Names {
  readonly #workbook: Workbook;
  #items: NamedItem[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  all(scope?: Sheet): NamedItem[] {
    return this.#items.filter((item) => item.scope === scope);
  }

  find(name: string, scope?: Sheet): NamedItem | undefined {
    return this.all(scope).find((item) => item.name.toLowerCase() === name.toLowerCase());
  }

  add(name: string, formula: string, comment: string, scope?: Sheet): NamedItem {
    checkTableName(name);
    if (this.find(name, scope) || this.#workbook.tables.find(name)) throw new HostError('InvalidArgument');
    const item = { name, scope, formula: formula.startsWith('=') ? formula : `=${formula}`, comment, visible: true };
    this.#items.push(item);
    this.#workbook.changed({ kind: 'names' });
    return item;
  }

  remove(item: NamedItem): void {
    this.#items = this.#items.filter((each) => each !== item);
    this.#workbook.changed({ kind: 'names' });
  }

  dropSheet(sheet: Sheet): void {
    this.#items = this.#items.filter((item) => item.scope !== sheet);
  }

  /** The cells a name stands for; a sheet's own names come before the workbook's. */
  areaOf(name: string, from: Sheet): Place | undefined {
    const item = this.find(name, from) ?? this.find(name);
    return item && this.cells(item);
  }

  cells(item: NamedItem): Place | undefined {
    const { sheet: name, address } = splitAddress(item.formula.slice(1));
    const sheet = name === undefined ? (item.scope ?? this.#workbook.activeSheet) : this.#workbook.sheets.find(name);
    const area = parseArea(address);
    return sheet && area ? { sheet, area } : undefined;
  }

  each(): readonly NamedItem[] {
    return this.#items;
  }
}
