// What deliveries cost (進貨成本), read from a person's own sheet: every row is a delivery, or it is said why it is none. What
// cannot be read is never zero.
import { type BusinessDate, dayOf } from '../business-date.ts';
import {
  type CellRules,
  cellRulesOf,
  isUnreadable,
  readAmount,
  readDay,
  readIdentifier,
} from '../mapping/read-cells.ts';
import { isTotalWord } from '../mapping/total-rows.ts';
import { type DateReader, readDateFormat } from '../mapping/read-date-format.ts';
import { normalizeHeader } from '../mapping/normalize-header.ts';
import type { Amount, Currency } from '../money.ts';
import { shortFact } from '../problem.ts';
import { type Cell, sheetRow, type SheetTable, textOfCell } from '../sheet-table.ts';
import type { ItemCost } from '../stock.ts';
import { currencyInWords, marksOf } from './currency-words.ts';
import {
  type ColumnsFound,
  type DeliveryColumns,
  type DeliveryField,
  findDeliveryColumns,
  NEEDED_FIELDS,
} from './delivery-columns.ts';

interface SheetDelivery extends ItemCost {
  /** The sheet's own row. */
  readonly row: number;
}

/** Why a cell, or the row with it, is not taken. */
type DeliveryFault =
  | 'missing'
  | 'day'
  | 'amount'
  | 'percent'
  | 'belowZero'
  | 'pieces'
  | 'noPieces'
  | 'number'
  | 'currency'
  | 'foreign'
  | 'twice';

export interface DeliveryProblem {
  readonly row: number;
  /** The sheet's own column (1-based), and its name as printed. */
  readonly columnNumber: number;
  readonly column: string;
  readonly fault: DeliveryFault;
  /** What stands there; of `twice` the row that says the same item, day and reference before. */
  readonly value: string;
}

export interface DeliveriesRead {
  readonly is: 'read';
  readonly columns: DeliveryColumns;
  readonly deliveries: readonly SheetDelivery[];
  readonly problems: readonly DeliveryProblem[];
  /** Rows that are no deliveries: sums, the header once more, remarks beside the columns. */
  readonly aside: readonly number[];
}

export type DeliveriesOfSheet = DeliveriesRead | Extract<ColumnsFound, { is: 'unfit' }>;

/** @param currency of rows that name none, and of all others too where `isOnly` */
export function deliveriesOfSheet(
  table: SheetTable,
  { currency, isOnly }: { readonly currency: Currency; readonly isOnly: boolean },
): DeliveriesOfSheet {
  const found = findDeliveryColumns(table);
  if (found.is === 'unfit') return found;
  const reader = new RowReader(table, found.columns, currency, isOnly);
  const first = new Map<string, number>();
  const aside: number[] = [];
  const deliveries: SheetDelivery[] = [];
  for (let at = found.headerIndex + 1; at < table.rows.length; at++) {
    const cells = table.rows[at] ?? [];
    if (cells.every((cell) => textOfCell(cell) === '')) continue;
    if (isAside(cells, found.columns)) aside.push(sheetRow(table, at));
    else deliveries.push(...reader.read(at, first));
  }
  return { is: 'read', columns: found.columns, deliveries, problems: reader.problems, aside };
}

/** A row without any of a delivery's values, one that says "total", or the header of a further page. */
function isAside(cells: readonly Cell[], columns: DeliveryColumns): boolean {
  const text = (field: DeliveryField) => textOfCell(cells[columns[field]?.index ?? -1]);
  if (NEEDED_FIELDS.every((field) => text(field) === '')) return true;
  const isHeader = (field: keyof DeliveryColumns) => normalizeHeader(text(field)) === normalizeHeader(nameOf(field));
  const nameOf = (field: keyof DeliveryColumns) => columns[field]?.header ?? '';
  if (NEEDED_FIELDS.every(isHeader) || isTotalWord(text('sku'))) return true;
  const isEmpty = text('sku') === '' || text('receivedOn') === '' || isTotalWord(text('receivedOn'));
  return isEmpty && cells.some((cell) => typeof cell === 'string' && isTotalWord(cell));
}

/** Days as people write them where none looks like another one: never day or month first. The third is of the Republic. */
const DAYS: readonly DateReader[] = [
  ...['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD', 'Mon D, YYYY', 'D Mon YYYY', 'D-Mon-YYYY'],
].flatMap((format) => readDateFormat(format) ?? []);

/** `113/5/10`, `113年5月10日`, `民國113年5月10日`, `1130510`: a year of three digits is one of the Republic (民國). */
const REPUBLIC = /^(?:民國)?(1\d\d)(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/;

function dayOfRepublic(text: string): BusinessDate | null {
  const parts = REPUBLIC.exec(text)?.filter((part) => part !== undefined && /^\d+$/.test(part));
  const [year, month, date] = parts?.slice(-3).map(Number) ?? [];
  return year === undefined || month === undefined || date === undefined ? null : dayOf(year + 1911, month, date);
}

/** A serial number or a text of another age is no delivery's day but something else in its column. */
const isInReach = (day: BusinessDate) => day >= '2000' && day < '2100';

class RowReader {
  readonly problems: DeliveryProblem[] = [];
  private readonly table: SheetTable;
  private readonly columns: DeliveryColumns;
  private readonly usual: Currency;
  private readonly isOnly: boolean;
  private readonly rules = new Map<Currency, CellRules>();
  private at = 0;

  constructor(table: SheetTable, columns: DeliveryColumns, usual: Currency, isOnly: boolean) {
    this.table = table;
    this.columns = columns;
    this.usual = usual;
    this.isOnly = isOnly;
  }

  /** The delivery, or nothing where one of its cells is a problem; every one of them is told. */
  read(at: number, first: Map<string, number>): SheetDelivery[] {
    this.at = at;
    const row = sheetRow(this.table, at);
    const currency = this.currency();
    const [sku, receivedOn] = [this.number('sku', true), this.day()];
    const [reference, quantity, cost] = [
      this.number('reference', false),
      this.pieces(),
      this.cost(currency ?? this.usual),
    ];
    if (sku === null || receivedOn === null || reference === null) return [];
    const key = JSON.stringify([sku, receivedOn, reference]);
    const before = first.get(key);
    if (before !== undefined) return this.fault('sku', 'twice', String(before));
    first.set(key, row);
    if (quantity === null || cost === null || currency === null) return [];
    if (quantity === 0 && cost !== 0) return this.fault('quantity', 'noPieces');
    return [{ row, sku, receivedOn, reference, quantity, cost, currency }];
  }

  private fault(field: DeliveryField, fault: DeliveryFault, value = shortFact(textOfCell(this.cell(field)))): [] {
    const { index = 0, header: column = '' } = this.columns[field] ?? {};
    const columnNumber = this.table.firstColumn + index;
    this.problems.push({ row: sheetRow(this.table, this.at), columnNumber, column, fault, value });
    return [];
  }

  private none(field: DeliveryField, fault: DeliveryFault): null {
    this.fault(field, fault);
    return null;
  }

  private cell(field: DeliveryField): Cell | undefined {
    const column = this.columns[field];
    return column === undefined ? undefined : this.table.rows[this.at]?.[column.index];
  }

  private format(field: DeliveryField): string | undefined {
    const column = this.columns[field];
    return column === undefined ? undefined : this.table.numberFormats?.get(column.index)?.[this.at];
  }

  private rulesIn(currency: Currency): CellRules {
    const known = this.rules.get(currency);
    if (known !== undefined) return known;
    const rules = cellRulesOf({ emptyMarkers: ['-', '—'], currencyMarks: marksOf(currency), cellPrefixes: ["'", '='] });
    const made = { ...rules, days: [...DAYS, dayOfRepublic] };
    this.rules.set(currency, made);
    return made;
  }

  private number(field: 'sku' | 'reference', isNeeded: boolean): string | null {
    const read = readIdentifier(this.cell(field), this.rulesIn(this.usual), this.format(field));
    if (isUnreadable(read)) return this.none(field, 'number');
    return read === null && isNeeded ? this.none(field, 'missing') : (read ?? '');
  }

  private day(): BusinessDate | null {
    const cell = this.cell('receivedOn');
    const rules = this.rulesIn(this.usual);
    const read = readDay(cell, rules);
    if (read === null) return this.none('receivedOn', 'missing');
    if (!isUnreadable(read) && isInReach(read)) return read;
    // 1130510 typed as a number would be a serial number of another age.
    const written = typeof cell === 'number' ? readDay(String(cell), rules) : null;
    return written !== null && !isUnreadable(written) && isInReach(written) ? written : this.none('receivedOn', 'day');
  }

  private amount(field: 'quantity' | 'cost', currency: Currency): Amount | null {
    const read = readAmount(this.cell(field), this.rulesIn(currency), this.format(field));
    if (read === null) return this.none(field, 'missing');
    if (!isUnreadable(read)) return read < 0 ? this.none(field, 'belowZero') : read;
    if (field === 'quantity') return this.none(field, 'pieces');
    return this.none(field, read.code === 'AMOUNT_IS_PERCENT' ? 'percent' : 'amount');
  }

  private cost(currency: Currency): Amount | null {
    return this.amount('cost', currency);
  }

  /** Whole, with or without thousands separators. */
  private pieces(): number | null {
    const read = this.amount('quantity', NO_CURRENCY);
    if (read === null) return null;
    const pieces = read / 10_000;
    return Number.isInteger(pieces) && pieces <= PIECES_MAX ? pieces : this.none('quantity', 'pieces');
  }

  private currency(): Currency | null {
    const text = textOfCell(this.cell('currency'));
    const read = text === '' ? this.usual : currencyInWords(text);
    if (read === null) return this.none('currency', 'currency');
    return this.isOnly && read !== this.usual ? this.none('currency', 'foreign') : read;
  }
}

/** Pieces bear no currency's mark. */
const NO_CURRENCY = '';
/** As many as the contract lets pass (core/ledger-api.ts). */
const PIECES_MAX = 1_000_000_000;
