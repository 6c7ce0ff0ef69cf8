// What a payout file says about itself, held against its rows: totals, footers, other sheets, the running balance.
import { type Amount, ZERO, add, negate, sum } from '../money.ts';
import { type Cell, type SheetTable, textOfCell } from '../sheet-table.ts';
import { positionOf, questionOf } from './ask-row.ts';
import { checkBalance } from './check-balance.ts';
import { type CheckedFile, type CheckResult, type Entry, compared, netColumn } from './checked-file.ts';
import { checkOpeningClosing } from './check-opening-closing.ts';
import { checkTotals } from './check-totals.ts';
import { checkGroups } from './check-groups.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { Check, Figure, Terms } from './mapping-rules.ts';
import { normalizeHeader } from './normalize-header.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import { termMatches } from './row-checks.ts';
import { withRowsElsewhere } from './rows-elsewhere.ts';
import type { SheetRow } from './sheet-row.ts';

/** Every check of the mapping that the file allows. A check whose words are not in the file is left out. */
export function checkFile(file: CheckedFile): CheckResult[] {
  const { mapping } = file;
  return [
    ...(mapping.checks ?? []).flatMap((check) => resultsOf(check, file)),
    ...withRowsElsewhere(checkTotals(file), file),
    ...checkGroups(file),
  ];
}

function resultsOf(check: Check, file: CheckedFile): CheckResult[] {
  switch (check.check) {
    case 'labelledTotal':
      return labelledTotal(check, file);
    case 'text':
      return textFigure(check, file);
    case 'footerPair':
      return footerPair(check, file);
    case 'otherSheet':
      return otherSheet(check, file);
    case 'otherSheetSum':
      return otherSheetSum(check, file);
    case 'runningBalance':
      return checkBalance(check, file);
    case 'openingClosing':
      return checkOpeningClosing(check, file);
    case 'zero':
      return zero(check, file);
    case 'row':
    case 'order':
      return [];
  }
}

type Of<Name extends Check['check']> = Extract<Check, { check: Name }>;

/** The label's row nearest to the header with a value counts; an unreadable value is reported and is no total. */
function labelledTotal({ label, where, columns }: Of<'labelledTotal'>, file: CheckedFile): CheckResult[] {
  const rows = where === 'above' ? [...file.sorted.preamble].reverse() : file.sorted.footer;
  const net = netColumn(file);
  const all = columns === 'amounts' || net === null;
  for (const { row, cells } of rows) {
    const place = placeOf(label, cells);
    if (place < 0) continue;
    const isFirst = cells.findIndex((cell) => textOfCell(cell) !== '') === place;
    const checked = all ? file.amountColumns : file.amountColumns.filter((match) => match === net);
    if (!isFirst && !standsAmongFigures({ row, cells }, place, checked, file)) continue;
    file.reader.goTo(cells, row);
    const results = checked.flatMap((match) => {
      const declared = file.reader.read(match, readAmount);
      if (declared === null) return [];
      const found = match === net ? file.net(file.entries) : file.printed(file.entries, match);
      if (declared === ZERO && found === ZERO && match !== net) return [];
      return [compared({ name: label, row, column: match, declared, found, declaresNet: match === net })];
    });
    if (results.length > 0 || file.reader.failed) return results;
  }
  return [];
}

/**
 * Where columns were moved a label may stand behind its figures. An item of that name stands in a row that has an order
 * number, and a remark in one without readable figures.
 */
function standsAmongFigures(
  row: SheetRow,
  place: number,
  checked: readonly ColumnMatch[],
  { mapping, context, reader }: CheckedFile,
): boolean {
  const numbers = mapping.columns.filter(({ as }) => as === 'orderNumber');
  const places = numbers.flatMap(({ header }) => positionOf(header, context.columns) ?? []);
  if (places.some((index) => index !== place && textOfCell(row.cells[index]) !== '')) return false;
  const figures = checked
    .filter(({ index }) => index !== place)
    .map(({ index }) => reader.peekIn(row, index, readAmount));
  return figures.some((figure) => figure !== null) && !figures.some(isUnreadable);
}

function textFigure({ name, where, pattern, figure }: Of<'text'>, file: CheckedFile): CheckResult[] {
  const search = new RegExp(pattern, 'iu');
  const rows = where === 'above' ? file.sorted.preamble : file.sorted.footer;
  for (const { row, cells } of rows) {
    const found = search.exec(
      cells
        .map((cell) => textOfCell(cell))
        .join(' ')
        .normalize('NFKC'),
    )?.[1];
    const declared = found === undefined ? null : amountIn(found, file);
    if (declared !== null) return [figureResult(name, row, declared, figure, file)];
  }
  return [];
}

function footerPair({ figures, net }: Of<'footerPair'>, file: CheckedFile): CheckResult[] {
  const names = Object.keys(figures);
  const { footer } = file.sorted;
  const at = footer.findIndex(({ cells }) => names.filter((name) => placeOf(name, cells) >= 0).length >= ENOUGH_NAMES);
  const [header, values] = [footer[at], footer[at + 1]];
  if (!header || !values) return [];
  const declared = (name: string) => {
    const place = placeOf(name, header.cells);
    return place < 0 ? null : amountIn(values.cells[place], file);
  };
  const results = names.flatMap((name) => {
    const [figure, value] = [figures[name], declared(name)];
    return figure && value !== null ? [figureResult(name, values.row, value, figure, file)] : [];
  });
  const total = net ? signedSum(net, declared) : null;
  return total === null
    ? results
    : [...results, netResult(Object.keys(net ?? {}).join(' ± '), values.row, total, file)];
}

/** A variant of the report may lack some of the names; one word alone may stand anywhere. */
const ENOUGH_NAMES = 2;

const netResult = (name: string, row: number, declared: Amount, file: CheckedFile) =>
  compared({ name, row, column: null, declared, found: file.net(file.entries), declaresNet: true });

const placeOf = (name: string, cells: readonly Cell[]) => {
  const wanted = normalizeHeader(name);
  return cells.findIndex((cell) => normalizeHeader(textOfCell(cell)) === wanted);
};

function otherSheet({ sheet, label, figure }: Of<'otherSheet'>, file: CheckedFile): CheckResult[] {
  const found = labelled(sheet, label, file);
  return found === null ? [] : [figureResult(`${sheet} ${label}`, null, found, figure, file)];
}

/** An identity of the other sheet itself: it proves that sheet, not the rows of this one. */
function otherSheetSum({ sheet, terms, equals }: Of<'otherSheetSum'>, file: CheckedFile): CheckResult[] {
  const declared = labelled(sheet, equals, file);
  const found = signedSum(terms, (label) => labelled(sheet, label, file));
  if (declared === null || found === null) return [];
  return [{ ...compared({ name: `${sheet} ${equals}`, row: null, column: null, declared, found }), provesRows: false }];
}

/** Nothing must be left, where a row says that the file is whole. */
function zero({ name, figure, ifAny }: Of<'zero'>, file: CheckedFile): CheckResult[] {
  const holds = questionOf(ifAny, file.context);
  const last = file.entries.filter(({ cells }) => holds(cells)).at(-1);
  return last ? [figureResult(name, last.row, ZERO, figure, file)] : [];
}

/** Σ of signed values; null when one is missing. */
function signedSum(terms: Terms, valueOf: (name: string) => Amount | null): Amount | null {
  let total: Amount = ZERO;
  for (const [name, sign] of Object.entries(terms)) {
    const value = valueOf(name);
    if (value === null) return null;
    total = add(total, sign === '+' ? value : negate(value));
  }
  return total;
}

/** The amount in the next filled cell to the right of a label. */
function labelled(sheet: string, label: string, file: CheckedFile): Amount | null {
  const wanted = normalizeHeader(sheet);
  const table = file.others.find((other: SheetTable) => normalizeHeader(other.sheet) === wanted);
  for (const cells of table?.rows ?? []) {
    const place = placeOf(label, cells);
    if (place < 0) continue;
    return amountIn(
      cells.slice(place + 1).find((cell) => textOfCell(cell) !== ''),
      file,
    );
  }
  return null;
}

function amountIn(cell: Cell | undefined, { context }: CheckedFile): Amount | null {
  const amount = readAmount(cell, context.rules);
  return isUnreadable(amount) ? null : amount;
}

function figureResult(name: string, row: number | null, value: Amount, figure: Figure, file: CheckedFile): CheckResult {
  const size = (amount: Amount | null) =>
    figure.absolute && amount !== null && amount < ZERO ? negate(amount) : amount;
  const found = size(figureOf(figure, file));
  const declaresNet = figure.of === 'net' && !figure.where && !figure.absolute;
  const result = compared({ name, row, column: null, declared: size(value) ?? value, found, declaresNet });
  return { ...result, provesRows: figure.of !== 'rows' && figure.where === undefined };
}

/** What the rows say; null when one of them cannot be read. */
function figureOf(figure: Figure, file: CheckedFile): Amount | null {
  const holds = figure.where ? questionOf(figure.where, file.context) : () => true;
  const entries = file.entries.filter(({ cells }) => holds(cells));
  if (figure.of === 'rows') return (entries.length * 10_000) as Amount;
  return figure.of === 'sum' ? sumOfColumns(figure.terms, entries, file) : file.net(entries);
}

function sumOfColumns(terms: Terms, entries: readonly Entry[], file: CheckedFile): Amount | null {
  const sums = termMatches(terms, file.context).map(({ match, sign }) => {
    const printed = file.printed(entries, match);
    return printed !== null && sign === '-' ? negate(printed) : printed;
  });
  const known = sums.filter((amount) => amount !== null);
  return known.length === sums.length ? sum(known) : null;
}
