// The sheets of a workbook saved as "XML Spreadsheet 2003", which systems that write XML by hand call .xls. Loaded only
// when such a file is opened. Element and attribute names: Microsoft's XML Spreadsheet Reference.
import { isPercentFormat, paddedText } from '../core/mapping/number-format.ts';
import type { Cell, SheetTable } from '../core/sheet-table.ts';
import { decodeWhole, encodingsOf } from './decode-text.ts';
import { resolveEntities } from './html-text.ts';

/** A comment, a section of literal text, a tag with its quoted attributes, or text. */
const TOKENS =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)(?:[\w-]+:)?([\w-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/g;

/** Null when it is no whole workbook. */
export function xmlSheets(bytes: Uint8Array, file: string): SheetTable[] | null {
  const xml = decoded(bytes);
  if (xml === null) return null;
  const workbook = new XmlWorkbook(file);
  for (const [token, literal, closing, name, attributes = ''] of xml.matchAll(TOKENS)) {
    if (literal !== undefined) workbook.text(literal);
    else if (name === undefined) workbook.text(/^<[!?]/.test(token) ? '' : resolveEntities(token));
    else if (closing === '/') workbook.close(name);
    else workbook.open(name, attributes);
    if (name !== undefined && closing !== '/' && attributes.endsWith('/')) workbook.close(name);
  }
  return workbook.complete ? workbook.sheets : null;
}

/** What the first line says counts; without it XML is UTF-8, unless the bytes say themselves that they are UTF-16. */
function decoded(bytes: Uint8Array): string | null {
  const [first = 'utf-8', ...others] = encodingsOf(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w-]+)/.exec(head)?.[1];
  try {
    return decodeWhole(bytes, others.length > 0 && declared !== undefined ? declared : first);
  } catch {
    // No encoding has the declared name.
    return decodeWhole(bytes, first);
  }
}

interface Sheet {
  readonly name: string;
  readonly rows: Cell[][];
  readonly hidden: Set<number>;
  readonly formats: Map<number, (string | undefined)[]>;
}

/** Excel has no more rows and no report is wider; an index beyond it would only fill memory. */
const LIMITS = { rows: 1_048_576, columns: 1_000 };

/** What the tags build up. Rows and cells that are left out are empty, and the next names its place. */
class XmlWorkbook {
  readonly sheets: SheetTable[] = [];
  complete = false;
  private readonly formatOfStyle = new Map<string, string>();
  private style = '';
  private sheet: Sheet | null = null;
  private row: Cell[] = [];
  private cell: { readonly style: string; readonly covers: number } | null = null;
  private inComment = false;
  private data: { readonly type: string; text: string } | null = null;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  open(name: string, attributes: string): void {
    if (name === 'Style') this.style = attribute(attributes, 'ID');
    else if (name === 'NumberFormat') this.formatOfStyle.set(this.style, attribute(attributes, 'Format'));
    else if (name === 'Worksheet')
      this.sheet = { name: attribute(attributes, 'Name'), rows: [], hidden: new Set(), formats: new Map() };
    else if (name === 'Row') this.startRow(attributes);
    else if (name === 'Cell') this.startCell(attributes);
    else if (name === 'Comment') this.inComment = true;
    else if (name === 'Data' && this.cell && !this.inComment)
      this.data = { type: attribute(attributes, 'Type'), text: '' };
  }

  close(name: string): void {
    if (name === 'Worksheet') this.endSheet();
    else if (name === 'Cell') this.endCell();
    else if (name === 'Comment') this.inComment = false;
    else if (name === 'Data') this.endData();
    else if (name === 'Workbook') this.complete = true;
  }

  text(text: string): void {
    if (this.data) this.data.text += text;
  }

  private startRow(attributes: string): void {
    if (!this.sheet) return;
    const { rows, hidden } = this.sheet;
    this.row = [];
    skipTo(rows, attribute(attributes, 'Index'), LIMITS.rows, () => []);
    if (attribute(attributes, 'Hidden') === '1') hidden.add(rows.length);
    rows.push(this.row);
    // Empty rows alike are written once, with the number of the others.
    skipTo(rows, String(rows.length + 1 + Number(attribute(attributes, 'Span'))), LIMITS.rows, () => []);
  }

  private startCell(attributes: string): void {
    skipTo(this.row, attribute(attributes, 'Index'), LIMITS.columns, () => null);
    this.cell = { style: attribute(attributes, 'StyleID'), covers: Number(attribute(attributes, 'MergeAcross')) };
    this.row.push(null);
  }

  private endData(): void {
    if (!this.data || !this.cell || !this.sheet) return;
    const column = this.row.length - 1;
    const value = valueOf(this.data.type, this.data.text);
    this.row[column] = value;
    const format = this.data.type === 'DateTime' ? DAY_FORMAT : (this.formatOfStyle.get(this.cell.style) ?? '');
    this.data = null;
    if (typeof value !== 'number' || !isTelling(format)) return;
    const known = this.sheet.formats.get(column) ?? [];
    known[this.sheet.rows.length - 1] = format;
    this.sheet.formats.set(column, known);
  }

  private endCell(): void {
    if (this.cell) skipTo(this.row, String(this.row.length + 1 + this.cell.covers), LIMITS.columns, () => null);
    this.cell = null;
  }

  private endSheet(): void {
    if (!this.sheet) return;
    const { name, rows, hidden, formats } = this.sheet;
    this.sheets.push({
      ...{ file: this.file, sheet: name, firstRow: 1, firstColumn: 1, rows },
      ...(hidden.size > 0 ? { hiddenRows: hidden } : {}),
      ...(formats.size > 0 ? { numberFormats: formats } : {}),
    });
    this.sheet = null;
  }
}

/** Fills up to a place counted from 1; none given, or one already passed, changes nothing. */
function skipTo<Item>(items: Item[], place: string, limit: number, empty: () => Item): void {
  while (items.length + 1 < Math.min(Number(place), limit)) items.push(empty());
}

/** Empty where it is not given. The prefix of the name is the writer's choice. */
function attribute(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return resolveEntities(double ?? single ?? '');
}

function valueOf(type: string, text: string): Cell {
  if (text === '') return null;
  if (type === 'Boolean') return text.trim() === '1';
  const value = type === 'Number' ? Number(text) : type === 'DateTime' ? serialNumber(text) : Number.NaN;
  return Number.isNaN(value) ? text : value;
}

/** Days have a type of their own: which format they have does not matter. */
const DAY_FORMAT = 'yyyy-mm-dd';
/** Formats have names here as well, such as Fixed or Standard, which read like codes of days. */
const isTelling = (format: string) =>
  format === DAY_FORMAT || isPercentFormat(format) || paddedText(1, format) !== null;

const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900 that never was. */
const FIRST_SURE_DAY = 61;

/** Of `2024-05-01T12:33:00.000`, which has no time zone. */
function serialNumber(text: string): number {
  const serial = (Date.parse(`${text.trim().replace(/Z$/, '')}Z`) - DAY_ZERO) / 86_400_000;
  return serial < FIRST_SURE_DAY ? serial - 1 : serial;
}
