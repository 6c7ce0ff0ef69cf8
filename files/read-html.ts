// The tables of a web page as the rows Excel would show, one below the other.
import type { Cell } from '../core/sheet-table.ts';
import { textOfHtml } from './html-text.ts';
import { TableGrid } from './table-grid.ts';

/** A comment, a raw text element as a whole, a tag with its quoted attributes, or text. */
const TOKENS =
  /<!--[\s\S]*?-->|<(script|style|title)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[!?][^>]*>|[^<]+|</gi;

/** The encoding a page names in its first lines; null when it names none that is known. */
export function declaredEncoding(head: string): string | null {
  const name = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (name === undefined) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

export interface HtmlTables {
  readonly rows: Cell[][];
  /** Positions in `rows` of those that the page does not show; Excel hides them too, and writes them so itself. */
  readonly hiddenRows: ReadonlySet<number>;
  /** There is a table, and none breaks off: else rows would be missing. */
  readonly complete: boolean;
}

export function readHtml(html: string): HtmlTables {
  const page = new TablePage();
  for (const [token, raw, closing, name, attributes] of html.matchAll(TOKENS)) {
    if (name !== undefined) page.tag(name.toLowerCase(), closing === '/', attributes ?? '');
    else if (raw === undefined && !/^<[!?]/.test(token)) page.text(token);
  }
  return { rows: page.grid.rows, hiddenRows: page.grid.hiddenRows, complete: page.complete };
}

/** In the style of a row, as Excel writes a hidden one, or the attribute itself. */
const NOT_SHOWN = /\bdisplay\s*:\s*none\b|(?:^|\s)hidden(?=[\s=/]|$)/i;

const NEW_LINES = ['br', 'p', 'div', 'li'];

/** What the tags build up. A table inside a cell gives its rows to the one grid, in its place. */
class TablePage {
  readonly grid = new TableGrid();
  /** Whether each open table has an open row, and whether a row that is not shown has it inside. */
  private readonly tables: { row: boolean; rowHidden: boolean; readonly isHidden: boolean }[] = [];
  private seen = false;

  get complete(): boolean {
    return this.seen && this.tables.length === 0;
  }

  tag(name: string, closing: boolean, attributes: string): void {
    if (name === 'table') this.table(closing);
    else if (this.tables.length === 0) return;
    else if (name === 'tr') this.row(closing, attributes);
    else if (name === 'td' || name === 'th') this.cell(closing, attributes);
    else if (NEW_LINES.includes(name)) this.grid.write('\n');
  }

  text(raw: string): void {
    this.grid.write(textOfHtml(raw));
  }

  private table(closing: boolean): void {
    if (closing) {
      if (this.tables.pop()?.row) this.grid.endRow();
      return;
    }
    this.grid.interrupt();
    const outer = this.tables.at(-1);
    const isHidden = outer !== undefined && (outer.isHidden || (outer.row && outer.rowHidden));
    this.tables.push({ row: false, rowHidden: false, isHidden });
    this.seen = true;
  }

  private row(closing: boolean, attributes: string): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (table.row) this.grid.endRow();
    table.row = !closing;
    table.rowHidden = !closing && NOT_SHOWN.test(attributes);
    if (!closing) this.grid.startRow(table.isHidden || table.rowHidden);
  }

  private cell(closing: boolean, attributes: string): void {
    const table = this.tables.at(-1);
    if (closing || !table) return this.grid.endCell();
    // Also behind a table that stood in another cell of the row.
    if (!table.row || !this.grid.isRowOpen) this.row(false, '');
    this.grid.startCell({
      columns: spanOf(attributes, 'colspan'),
      rows: spanOf(attributes, 'rowspan'),
      value: exactNumber(attributes),
    });
  }
}

function spanOf(attributes: string, name: string): number {
  const text = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Number(text ?? 1));
}

/** Excel's own pages show a rounded text and keep the number beside it. */
function exactNumber(attributes: string): number | null {
  const text = /\bx:num\s*=\s*["']?(-?[\d.]+(?:E[+-]?\d+)?)/i.exec(attributes)?.[1];
  return text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
}
