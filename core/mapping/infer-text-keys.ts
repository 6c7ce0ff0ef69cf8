// Order numbers inside texts (`Payment for Order #3000000001`, `订单号：3553498017448001`): the last resort for a key.
import { bareText } from './infer-cell.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { KeyRule } from './mapping-rules.ts';

/** The words before the number, in the languages of the platforms; the group is the number. */
const PATTERNS = [
  String.raw`订单(?:编)?号[:：]?\s*\[?(\w[\w-]{4,})`,
  String.raw`訂單(?:編)?號[:：]?\s*\[?(\w[\w-]{4,})`,
  String.raw`Order\s*(?:ID|No\.?|Number)?\s*[:#]\s*#?(\w[\w-]{3,})`,
  String.raw`Pesanan\s*[:#]?\s*(\w[\w-]{5,})`,
];

export interface TextKey {
  readonly content: ColumnContent;
  readonly pattern: string;
  readonly hits: number;
}

/** Columns whose texts name orders, those with most hits first. */
export function textKeys(contents: readonly ColumnContent[]): TextKey[] {
  return contents
    .filter(({ content }) => content === 'text' || content === 'words')
    .flatMap((content) => PATTERNS.map((pattern) => ({ content, pattern, hits: hitsOf(content, pattern) })))
    .filter(({ hits }) => hits > 1)
    .sort((left, right) => right.hits - left.hits);
}

function hitsOf({ profile }: ColumnContent, pattern: string): number {
  const expression = new RegExp(pattern, 'iu');
  return profile.column.cells.filter((cell) => expression.test(bareText(cell))).length;
}

export const keyRuleOf = ({ content, pattern }: TextKey): KeyRule => ({ from: content.profile.name, pattern });
