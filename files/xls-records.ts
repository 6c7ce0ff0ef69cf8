// The records of an old xls, as the stream Workbook holds them ([MS-XLS] 2.1.4): kind, length, content.

const BOUND_SHEET = 0x85;
const END = 0x0a;

export interface XlsRecord {
  readonly kind: number;
  /** Where the content begins, and how long it is. */
  readonly at: number;
  readonly length: number;
}

export function viewOf(workbook: Uint8Array): DataView {
  return new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
}

/** The records of one part of the stream, up to its end. The workbook's own part begins at 0. */
export function* recordsFrom(view: DataView, start: number): Generator<XlsRecord> {
  for (let at = start; at + 4 <= view.byteLength;) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (kind === END) return;
    yield { kind, at: at + 4, length };
    at += 4 + length;
  }
}

/** Where the part of each sheet begins, in the workbook's order ([MS-XLS] 2.4.28). */
export function sheetStarts(view: DataView): number[] {
  const starts: number[] = [];
  for (const { kind, at } of recordsFrom(view, 0)) if (kind === BOUND_SHEET) starts.push(view.getUint32(at, true));
  return starts;
}
