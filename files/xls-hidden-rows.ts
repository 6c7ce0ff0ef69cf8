// The hidden rows of an old xls, sheet by sheet. The library reads cells only, so the records of rows are looked at here
// ([MS-XLS] 2.4.28 BoundSheet8, 2.4.221 Row).

const BOUND_SHEET = 0x85;
const ROW = 0x208;
const END = 0x0a;
/** Set where the height of a row is zero: hidden, or filtered out. */
const IS_HIDDEN = 0x20;

/** @param workbook the container's stream Workbook. @returns by sheet, in the workbook's order: positions from 0 */
export function xlsHiddenRows(workbook: Uint8Array): ReadonlySet<number>[] {
  const view = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
  const sheets = [...records(view, 0)].filter(({ kind }) => kind === BOUND_SHEET);
  return sheets.map(({ content }) => hiddenFrom(view, view.getUint32(content, true)));
}

function hiddenFrom(view: DataView, start: number): Set<number> {
  const hidden = new Set<number>();
  for (const { kind, content } of records(view, start)) {
    if (kind === ROW && (view.getUint8(content + 12) & IS_HIDDEN) !== 0) hidden.add(view.getUint16(content, true));
  }
  return hidden;
}

interface Place {
  readonly kind: number;
  /** Where what it holds begins. */
  readonly content: number;
}

/** The records of one part of the stream, up to its end. */
function* records(view: DataView, start: number): Generator<Place> {
  for (let at = start; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const kind = view.getUint16(at, true);
    if (kind === END) return;
    yield { kind, content: at + 4 };
  }
}
