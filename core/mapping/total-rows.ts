// Rows that say "total" where the order number belongs: nobody's order has such a number, whoever wrote the row.
import { type Cell, textOfCell } from '../sheet-table.ts';
import type { Recognised } from './detect-mapping.ts';
import { isNamed } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';

/** As headers are compared: simplified, small letters, no blanks. */
const WORDS = new Set([
  ...['小计', '合计', '总计', '总额', '总和', '共计', '累计', '加总', '本页小计', '本页合计', '全部合计'],
  ...['total', 'totals', 'subtotal', 'subtotals', 'sub-total', 'grandtotal', 'sum', '합계', '총계', '소계', '총합계'],
]);
const LONGEST_WORD = 20;

/** The word with which a row says that it is a sum; null for other rows. */
export function totalWords(recognised: Recognised): (cells: readonly Cell[]) => string | null {
  const { numbers, others } = nameColumns(recognised);
  return (cells) => {
    const word = wordAt(numbers, cells);
    if (word !== null) return word;
    const isEmpty = numbers.every((index) => textOfCell(cells[index]) === '');
    return isEmpty && others.length > 0 && onlyWords(others, cells) ? wordAt(others, cells) : null;
  };
}

/** Columns whose text is the order number, and those that name a row otherwise. */
function nameColumns({ mapping, columns }: Recognised): { readonly numbers: number[]; readonly others: number[] } {
  const whole = (mapping.key ?? []).flatMap((rule) =>
    'from' in rule && rule.pattern === undefined ? [rule.from] : [],
  );
  const isNumber = columns.map(
    ({ column }) => column.as === 'orderNumber' || whole.some((name) => isNamed(column, name)),
  );
  const at = (wanted: (match: (typeof columns)[number], place: number) => boolean) =>
    columns.flatMap((match, place) => (wanted(match, place) ? [match.index] : []));
  return {
    numbers: at((_, place) => isNumber[place] === true),
    others: at(({ column }, place) => column.as === 'reference' && isNumber[place] !== true),
  };
}

function wordAt(places: readonly number[], cells: readonly Cell[]): string | null {
  for (const place of places) {
    const cell = cells[place];
    if (typeof cell === 'string' && isTotalWord(cell)) return textOfCell(cell);
  }
  return null;
}

const onlyWords = (places: readonly number[], cells: readonly Cell[]) =>
  places.every((place) => textOfCell(cells[place]) === '' || wordAt([place], cells) !== null);

/** Most cells are numbers of orders, which a digit tells without normalising anything. */
export function isTotalWord(text: string): boolean {
  if (text.length > LONGEST_WORD || /^[\s"'=]*\d/.test(text)) return false;
  return WORDS.has(normalizeHeader(text).replace(/\(.*\)$|:$/g, ''));
}
