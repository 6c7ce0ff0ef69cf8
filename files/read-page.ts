// A web page saved as .xls, in the encoding under which its table is one we know. Loaded only when such a file is opened.
import type { SheetTable } from '../core/sheet-table.ts';
import { byFit, countReportCharacters, type LooksRight } from './choose-text.ts';
import { decodeHead, decodeWhole, type Encoding, encodingsOf } from './decode-text.ts';
import { declaredEncoding, readHtml } from './read-html.ts';

/** Null when it has no table, or breaks off inside one. */
export function readPage(bytes: Uint8Array, looksRight: LooksRight): Pick<SheetTable, 'rows' | 'hiddenRows'> | null {
  const encoding = encodingOf(bytes, looksRight);
  const html = encoding === undefined ? null : decodeWhole(bytes, encoding);
  const page = html === null ? null : readHtml(html);
  if (!page?.complete) return null;
  const { rows, hiddenRows } = page;
  return hiddenRows.size > 0 ? { rows, hiddenRows } : { rows };
}

/** What the page says of itself counts unless another reading gives known headers. */
function encodingOf(bytes: Uint8Array, looksRight: LooksRight): Encoding | undefined {
  const possible = encodingsOf(bytes);
  const declared = possible.length > 1 ? declaredEncoding(decodeHead(bytes, 'windows-1252').text) : null;
  const choices = [...new Set([...(declared === null ? [] : [declared]), ...possible])].map((encoding) => {
    const { text, damage } = decodeHead(bytes, encoding);
    const fits = [looksRight(readHtml(text).rows), -damage, Number(encoding === declared)];
    return { encoding, fits: [...fits, countReportCharacters(text)] };
  });
  return choices.sort(byFit)[0]?.encoding;
}
