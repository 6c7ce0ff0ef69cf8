// The roll-forward (應收變動表): opening and movements make the closing by formula, and the closing is held against the open
// orders and the aging by formula. A row that does not close is red.
import type { Language } from '../language.ts';
import { type Amount, ZERO } from '../money.ts';
import { accountKey } from '../statements/ledger-entry.ts';
import { MOVES, type RollFigures, type RollForward, type Tie } from '../statements/roll-forward.ts';
import type { ResultLine } from './result-sheet.ts';
import { periodText, scopeText, STATEMENT_SHEET_NAMES, type StatementWord, statementWord } from './statement-labels.ts';
import { accountColumns, groupOf, type ReportMaterial } from './statement-material.ts';
import {
  type DrawnSheet,
  liveAmount,
  type StatementColumn,
  statementColumns,
  statementTable,
  type TableOnSheet,
  type TotalLine,
} from './statement-table.ts';
import { countIfs, sumIfs } from './summary-page.ts';
import { exactly } from './table-layout.ts';

/** A platform, shop and currency, once in its own currency and once in the company's where they differ. */
interface RollRow extends Pick<RollForward, 'platform' | 'shop' | 'currency'> {
  readonly basis: 'document' | 'base';
  readonly figures: RollFigures;
  readonly tie: Tie;
  readonly later: Amount;
  readonly group: number;
  /** Of the books: the ledger's account, and closing − ledger. */
  readonly ledger: Ledger | null;
}

interface Ledger {
  readonly amount: Amount;
  readonly difference: Amount;
}

interface Proofs {
  readonly aging: DrawnSheet;
  readonly openOrders: DrawnSheet;
  /** Null: of a run, which the ledger of the books cannot be held against. */
  readonly positions: DrawnSheet | null;
}

export function rollForwardSheet(material: ReportMaterial, proofs: Proofs): DrawnSheet {
  const { report, language, decimals } = material;
  const rows = report.rollForward.flatMap((row) => rowsOf(material, row));
  const name = STATEMENT_SHEET_NAMES.rollForward[language];
  const [ties, tiesNot] = [statementWord('ties', language), statementWord('tiesNot', language)];
  return statementTable({
    ...{ key: 'rollForward', name, title: titleOf(name, report, language), decimals },
    notes: [statementWord(rows.length === 0 ? 'noReceivables' : 'rollForwardNote', language)],
    columns: columnsOf(material, rows, proofs),
    rows,
    totals: totalLines(material, rows),
    ...(rows.length > 0 && { lines: { count: 1, draw: (table) => [checkLine(material, rows, table)] } }),
    tones: { key: 'status', byText: { [ties]: 'good', [tiesNot]: 'bad' } },
    frozenColumns: 4,
    tone: report.ties ? 'good' : 'bad',
  });
}

function titleOf(name: string, report: ReportMaterial['report'], language: Language): string {
  return `${name} · ${periodText(report.period, language)} · ${scopeText(report, language)}`;
}

/** In the company's currency only where that says something else. */
function rowsOf(material: ReportMaterial, row: RollForward): RollRow[] {
  const { platform, shop, currency, figures, tie, later, base } = row;
  const group = groupOf(material, row);
  const said = material.report.books?.ledgerTies.find((one) => accountKey(one) === accountKey(row)) ?? null;
  const ledger = said && { amount: said.ledger, difference: said.difference };
  const baseLedger = said && { amount: said.baseLedger, difference: said.baseDifference };
  const own: RollRow = { platform, shop, currency, group, basis: 'document', figures, tie, later, ledger };
  const { baseCurrency } = material.report;
  if (baseCurrency === null) return [own];
  const same =
    currency === baseCurrency &&
    [...MOVES.map(({ figure }) => figure), 'opening' as const].every((key) => figures[key] === base.figures[key]) &&
    tie.openOrders === base.tie.openOrders;
  return same ? [own] : [own, { ...own, basis: 'base', ...base, ledger: baseLedger }];
}

const differencesOf = ({ tie, ledger }: RollRow) => [tie.difference, tie.agingDifference, ledger?.difference ?? 0];
const isSound = (row: RollRow) => differencesOf(row).every((difference) => difference === 0);

function columnsOf(material: ReportMaterial, rows: readonly RollRow[], proofs: Proofs): StatementColumn<RollRow>[] {
  const { report, language } = material;
  const currencies = new Set(rows.map((row) => `${row.basis} ${row.currency}`));
  const make = statementColumns(language, currencies.size > 1);
  const [group, ...place] = accountColumns<RollRow>(material);
  return [
    make.text('status', (row) => statementWord(isSound(row) ? 'ties' : 'tiesNot', language), { width: 10 }),
    ...(group ? [group] : []),
    ...place,
    make.text('basis', ({ basis }) => statementWord(basis, language), { width: 12 }),
    make.text('currency', ({ basis, currency }) => (basis === 'base' ? report.baseCurrency : currency), { width: 8 }),
    make.sum('opening', ({ figures }) => figures.opening),
    ...MOVES.map(({ figure }) => make.sum<RollRow>(figure, ({ figures }) => figures[figure])),
    make.amount('closing', ({ figures }, cell) => liveAmount(closingFormula(cell), figures.closing), {
      ...(currencies.size > 1 ? {} : { total: 'sum' }),
    }),
    ...tieColumns(material, proofs),
    ...(rows.some(({ later }) => later !== 0) ? [make.sum<RollRow>('later', ({ later }) => later)] : []),
  ];
}

/** opening + sales − returns − … as the columns stand. */
function closingFormula(cell: (key: StatementWord) => string): string {
  const moves = MOVES.map(({ figure, sign }) => `${sign < 0 ? '-' : '+'}${cell(figure)}`);
  return exactly([cell('opening'), ...moves].join(''));
}

/** What the other two sheets say of the row's group, and the difference: 0, or the row is red. */
function tieColumns({ language }: ReportMaterial, proofs: Proofs): StatementColumn<RollRow>[] {
  const { aging, openOrders, positions } = proofs;
  const make = statementColumns(language, true);
  const look = (from: DrawnSheet, key: StatementWord, group: string) =>
    sumIfs(from.rangeFrom(key), [{ range: from.rangeFrom('group'), equals: { cell: group } }], 0).formula;
  const check = { zero: true, width: 16 } as const;
  return [
    make.amount('openOrders', ({ basis, tie }, cell) =>
      liveAmount(look(openOrders, basis === 'base' ? 'baseOpen' : 'open', cell('group')), tie.openOrders),
    ),
    make.amount(
      'difference',
      ({ tie }, cell) => liveAmount(exactly(`${cell('closing')}-${cell('openOrders')}`), tie.difference),
      check,
    ),
    make.amount('agingTotal', ({ basis, tie }, cell) =>
      liveAmount(look(aging, basis === 'base' ? 'baseTotal' : 'total', cell('group')), tie.agingTotal),
    ),
    make.amount(
      'agingDifference',
      ({ tie }, cell) => liveAmount(exactly(`${cell('closing')}-${cell('agingTotal')}`), tie.agingDifference),
      check,
    ),
    ...(positions === null
      ? []
      : [
          make.amount<RollRow>('ledger', ({ basis, ledger }, cell) =>
            liveAmount(
              look(positions, basis === 'base' ? 'baseUnpaid' : 'unpaid', cell('group')),
              ledger?.amount ?? ZERO,
            ),
          ),
          make.amount<RollRow>(
            'ledgerDifference',
            ({ ledger }, cell) =>
              liveAmount(exactly(`${cell('closing')}-${cell('ledger')}`), ledger?.difference ?? ZERO),
            check,
          ),
        ]),
  ];
}

/** One line a currency, own amounts only; where everything is in one currency the table's own totals do. */
function totalLines({ language, currencies }: ReportMaterial, rows: readonly RollRow[]): TotalLine[] {
  if (new Set(rows.map((row) => `${row.basis} ${row.currency}`)).size < 2) return [];
  const basis = statementWord('document', language);
  return currencies
    .filter((currency) => rows.some((row) => row.currency === currency))
    .map((currency) => ({ label: statementWord('total', language), where: { basis, currency } }));
}

/** How many differences are not zero: counted, because differences of two rows could cancel out in a sum. */
function checkLine(
  { language, report }: ReportMaterial,
  rows: readonly RollRow[],
  { range }: TableOnSheet,
): ResultLine {
  const keys = ['difference', 'agingDifference', ...(report.books === null ? [] : ['ledgerDifference'])];
  const counts = keys.map((key) => countIfs([{ range: range(key), equals: { text: '<>0' } }], 0).formula.slice(1));
  const wrong = rows.flatMap(differencesOf).filter((one) => one !== 0);
  const formula = `=${counts.join('+')}`;
  return {
    style: 'values',
    cells: [{ formula, value: wrong.length }, statementWord('notTied', language)],
    formats: ['count', 'text'],
    zeros: [0],
  };
}
