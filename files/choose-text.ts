// Which encoding and which separator? Those under which the header is one we know, not those under which nothing fails:
// a Big5 file also decodes as GB18030 without an error, into characters that nobody wrote.
import type { Cell } from '../core/sheet-table.ts';
import { decodeHead, decodeWhole, type Encoding, encodingsOf, isText } from './decode-text.ts';
import { rowsOfText } from './read-csv.ts';

/** How much the rows look like a known report: 0 for not at all. */
export type LooksRight = (rows: readonly (readonly Cell[])[]) => number;

/** A way to read a text as rows, and how well it fits; compared from the first figure to the last. */
interface Choice {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly fits: readonly number[];
}

export interface ChosenText {
  readonly text: string;
  readonly separator: string;
  readonly encoding: Encoding;
  /** Known headers found. */
  readonly score: number;
}

const SEPARATORS = [',', '\t', ';'];
const LINES_JUDGED = 30;

/**
 * Characters that reports are full of, for files of which no header is known: the right reading has most of them.
 */
const REPORT_CHARACTERS = new Set(
  '訂單號編金額日期時間退款費用商品數量店鋪支付帳戶订单号编额时间费数铺账户交易收入手续注文番号日時楽天送料',
);

/** The text and its separator; null when the bytes are no text. */
export function chooseText(bytes: Uint8Array, looksRight: LooksRight): ChosenText | null {
  const choices = encodingsOf(bytes)
    .flatMap((encoding) => choicesOf(bytes, encoding, looksRight))
    .sort(byFit);
  for (const { encoding, separator, fits } of choices) {
    const text = decodeWhole(bytes, encoding);
    if (text !== null) return { text, separator, encoding, score: fits[0] ?? 0 };
  }
  return null;
}

function choicesOf(bytes: Uint8Array, encoding: Encoding, looksRight: LooksRight): Choice[] {
  const head = decodeHead(bytes, encoding);
  if (!isText(head)) return [];
  const { text, damage } = head;
  const common = countReportCharacters(text);
  return SEPARATORS.filter((separator) => separator === ',' || text.includes(separator)).map((separator) => {
    const rows = rowsOfText(text, separator);
    return { encoding, separator, fits: [looksRight(rows), -damage, common, countAgreeing(rows), rowWidth(rows)] };
  });
}

/** Best first; of equals the one named first. */
export function byFit(left: Pick<Choice, 'fits'>, right: Pick<Choice, 'fits'>): number {
  for (const [at, fit] of left.fits.entries()) {
    const other = right.fits[at] ?? 0;
    if (fit !== other) return other - fit;
  }
  return 0;
}

/** Headers stand near the top: the first few thousand characters decide. */
export function countReportCharacters(text: string): number {
  let count = 0;
  for (const character of text.slice(0, 5_000)) if (REPORT_CHARACTERS.has(character)) count += 1;
  return count;
}

/** Rows of the usual width, if that is more than one column: with the right separator most rows agree. */
function countAgreeing(rows: readonly (readonly Cell[])[]): number {
  const width = rowWidth(rows);
  return width < 2 ? 0 : judgedRows(rows).filter((row) => row.length === width).length;
}

function rowWidth(rows: readonly (readonly Cell[])[]): number {
  const counts = new Map<number, number>();
  for (const row of judgedRows(rows)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? 0;
}

const judgedRows = (rows: readonly (readonly Cell[])[]) =>
  rows.slice(0, LINES_JUDGED).filter((row) => row.some((cell) => cell !== null));
