// Total rows among the data: each amount in them must be the sum of its column, of the section above or of the file. Of a
// row that only says so itself, in the place of the order number, it is the net: nobody knows what else stands there.
import { type Amount, ZERO, sum } from '../money.ts';
import { textOfCell } from '../sheet-table.ts';
import { type CheckedFile, type CheckResult, type Entry, compared, netColumn } from './checked-file.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { NamedColumn } from './mapping.ts';
import { readAmount } from './read-cells.ts';
import type { SortedRow } from './sort-rows.ts';
import { isTotalWord } from './total-rows.ts';

export function checkTotals(file: CheckedFile): CheckResult[] {
  const totals = file.sorted.rows.filter(({ is }) => is === 'total');
  const net = netColumn(file);
  const results = totals.flatMap((total) =>
    total.rule === null ? ownTotal(total, totals, file) : totalOf(total, sectionOf(total, totals, file), file),
  );
  const declared = results.filter(({ column }) => column !== null && column === net);
  return [...results, ...declaredBySections(declared, totals, file)];
}

/** The rows a total sums up. */
function sectionOf(total: SortedRow, totals: readonly SortedRow[], { entries }: CheckedFile): readonly Entry[] {
  if (total.rule?.of !== 'section') return entries;
  const before = totals.filter(({ rule, row }) => rule === total.rule && row < total.row).at(-1)?.row ?? 0;
  return entries.filter(({ row }) => row > before && row < total.row);
}

function totalOf({ row, cells, rule }: SortedRow, entries: readonly Entry[], file: CheckedFile): CheckResult[] {
  const net = netColumn(file);
  file.reader.goTo(cells, row);
  const amounts = file.amountColumns.map((column) => ({ column, declared: file.reader.read(column, readAmount) }));
  return amounts.flatMap(({ column, declared }) => {
    if (declared === null) return [];
    const found = column === net && isAsPrinted(net) ? file.net(entries) : file.printed(entries, column);
    if (declared === ZERO && found === ZERO && column !== net) return [];
    const declaresNet = column === net && rule?.of !== 'section';
    const result = compared({ name: column.header, row, column, declared, found, declaresNet });
    return [rule?.of === 'section' ? { ...result, provesRows: false } : result];
  });
}

/** Which rows it sums up is not said: those since the last one, all above or all, whichever give it. */
function ownTotal(total: SortedRow, totals: readonly SortedRow[], file: CheckedFile): CheckResult[] {
  const { entries } = file;
  const above = entries.filter(({ row }) => row < total.row);
  const last = totals.filter(({ rule, row }) => rule === null && row < total.row).at(-1)?.row ?? 0;
  const word = textOfCell(total.cells.find((cell) => typeof cell === 'string' && isTotalWord(cell)));
  const isWhole = above.length === entries.length || above.length === 0;
  const ways = [entries, above, above.filter(({ row }) => row > last)].map((summed) => {
    const results = totalOf(total, summed, file);
    const own = results.filter(({ column }) => column === netColumn(file));
    const proves = summed.length === entries.length;
    return (own.length > 0 ? own : results).map((result) => {
      const named = { ...result, name: `${word} ${result.name}` };
      return proves ? named : { ...named, declaresNet: false, provesRows: false };
    });
  });
  const held = ways.find((results) => results.length > 0 && results.every(({ holds }) => holds !== false));
  return held ?? ways[isWhole ? 0 : 1] ?? [];
}

/** Whether the net's figures flow as they are printed; then rows whose net is the sum of their parts count as well. */
const isAsPrinted = ({ column }: ColumnMatch<NamedColumn & { readonly sign?: string }>) =>
  (column.sign ?? 'as-is') === 'as-is';

/** Sections that cover every row declare the file's net together. */
function declaredBySections(
  declared: readonly CheckResult[],
  totals: readonly SortedRow[],
  file: CheckedFile,
): CheckResult[] {
  const lastTotal = totals.filter(({ rule }) => rule?.of === 'section').at(-1);
  const lastRow = file.entries.at(-1)?.row ?? 0;
  if (!lastTotal || lastTotal.row < lastRow || declared.length === 0) return [];
  const [first] = declared;
  if (!first) return [];
  const total: Amount = sum(declared.map((result) => result.declared));
  return [
    compared({ ...first, row: lastTotal.row, declared: total, found: file.net(file.entries), declaresNet: true }),
  ];
}
