// The summary's blocks of the books: receivables as orders, sales documents and roll-forward say them, and the vouchers with
// their trial balance. Each ends in differences that must be zero, all of them live formulas.
import { add, type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';
import type { SalesDocument } from '../sales-document.ts';
import type { ReceivableReport } from '../statements/receivable-report.ts';
import type { Ledger } from './ledger-sheets.ts';
import type { LedgerTable } from './ledger-table.ts';
import { word, type Word } from './labels.ts';
import type { Formula } from './result-sheet.ts';
import { salesKinds } from './sales-sheet.ts';
import { blockTitle, type Material } from './shared-columns.ts';
import { statementWord } from './statement-labels.ts';
import type { DrawnStatements } from './statement-sheets.ts';
import { liveAmount } from './statement-table.ts';
import { headOver } from './summary-files.ts';
import { asAmount, asText, type Criterion, inCurrency, type Shown, sumIfs, type SummaryPage } from './summary-page.ts';
import { exactly, onSheet } from './table-layout.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';
import type { LedgerWord } from './voucher-labels.ts';

/** What the receivables are said by; null where there is nothing to say. */
export interface ReceivableSheets {
  readonly orders: TableSheet;
  readonly sales: TableSheet | null;
  readonly statements: { readonly drawn: DrawnStatements; readonly report: ReceivableReport } | null;
}

const FIGURES = ['receivable', 'credited', 'open'] as const;

/** Sales and credits: of the orders and of the documents. What is open: of the orders and of the roll-forward. */
export function putReceivables(
  page: SummaryPage,
  material: Material,
  currency: Currency,
  { orders, sales, statements }: ReceivableSheets,
): void {
  if (sales === null && statements === null) return;
  const { context, result } = material;
  const say = (key: Word) => word(key, context.language);
  const heads = FIGURES.map((key) => headOver(say(key), 'amount'));
  page.startBlock(blockTitle('receivablesBlock', currency, material), [asText(null), ...heads]);
  const own = result.orders.filter((order) => order.currency === currency);
  const said = FIGURES.map((key) => sum(own.map((order) => order[key])));
  const inOrders = FIGURES.map((key, at) =>
    asAmount(live(sumIfs(rangeOf(orders, key), inCurrency(orders, currency), 0), said[at] ?? ZERO)),
  );
  const first = page.values([asText(say('ofOrders')), ...inOrders]);
  const documented = documentsOf(result.sales, currency);
  const inDocuments = sales === null ? [null, null] : documentCells(sales, material, currency, documented);
  page.values([asText(say('ofDocuments')), ...inDocuments.map(asAmount), asAmount(null)]);
  const { closing, later } = statements === null ? NOTHING_ROLLED : rolledOf(statements.report, currency);
  const rolled = (key: 'closing' | 'later', amount: Amount) =>
    asAmount(statements && live(rolledCell(statements.drawn, key, material, currency), amount));
  let last = page.values([asText(say('ofRollForward')), asAmount(null), asAmount(null), rolled('closing', closing)]);
  if (statements?.report.rollForward.some((row) => row.later !== 0))
    last = page.values([asText(say('ofLater')), asAmount(null), asAmount(null), rolled('later', later)]);
  const others = [documented.sold, documented.credited, add(closing, later)];
  const apart = others.map((other, at) => subtract(said[at] ?? ZERO, other));
  page.put('total', [asText(say('difference')), ...differenceCells(first, last, apart)], { zeros: [1, 2, 3] });
}

/** What the orders say less what the lines below them say, of which some are empty. */
function differenceCells(first: number, last: number, apart: readonly Amount[]): Shown[] {
  return ['B', 'C', 'D'].map((letter, at) => {
    const others = `SUM(${letter}${first + 1}:${letter}${last})`;
    return asAmount(liveAmount(exactly(`${letter}${first}-${others}`), apart[at] ?? ZERO));
  });
}

interface Documented {
  readonly sold: Amount;
  readonly credited: Amount;
}

function documentsOf(sales: readonly SalesDocument[], currency: Currency): Documented {
  const own = sales.filter((one) => one.currency === currency);
  const of = (isSale: boolean) =>
    sum(own.filter(({ kind }) => (kind === 'sale') === isSale).map(({ amount }) => amount));
  return { sold: of(true), credited: of(false) };
}

/** No credits, no column: the cell stays empty. */
function documentCells(
  sales: TableSheet,
  material: Material,
  currency: Currency,
  said: Documented,
): (Formula | null)[] {
  const total = (key: string) => sumIfs(rangeOf(sales, key), inCurrency(sales, currency), 0).formula.slice(1);
  const credits = salesKinds(material).filter((kind) => kind !== 'sale');
  const credited = credits.length === 0 ? null : liveAmount(`=${credits.map(total).join('+')}`, said.credited);
  return [liveAmount(`=${total('sale')}`, said.sold), credited];
}

const NOTHING_ROLLED = { closing: ZERO, later: ZERO };

/** The closing, and what is dated after it: the orders speak of both. */
function rolledOf({ rollForward }: ReceivableReport, currency: Currency): { closing: Amount; later: Amount } {
  const own = rollForward.filter((row) => row.currency === currency);
  return { closing: sum(own.map(({ figures }) => figures.closing)), later: sum(own.map(({ later }) => later)) };
}

/** In the currency itself: rows in base currency say the same again. */
function rolledCell(
  { rollForward }: DrawnStatements,
  key: 'closing' | 'later',
  { context }: Material,
  currency: Currency,
): Formula {
  const criteria: Criterion[] = [
    { range: rollForward.rangeFrom('basis'), equals: { text: statementWord('document', context.language) } },
    { range: rollForward.rangeFrom('currency'), equals: { text: currency } },
  ];
  return sumIfs(rollForward.rangeFrom(key), criteria, 0);
}

/** Debits, credits and their difference, of the vouchers and of the trial balance. */
export function putLedger(page: SummaryPage, material: Material, currency: Currency, ledger: Ledger): void {
  const { language } = material.context;
  const say = (key: Word) => word(key, language);
  const own = material.result.vouchers.filter((voucher) => voucher.currency === currency);
  if (own.length === 0) return;
  const heads = (['debit', 'credit', 'difference'] as const).map((key) => headOver(say(key), 'amount'));
  page.startBlock(blockTitle('ledgerBlock', currency, material), [asText(null), ...heads]);
  const lines = own.flatMap((voucher) => voucher.lines);
  const said = { debit: sum(lines.map(({ debit }) => debit)), credit: sum(lines.map(({ credit }) => credit)) };
  for (const [label, table] of [
    ['ofVouchers', ledger.vouchers],
    ['ofTrialBalance', ledger.trialBalance],
  ] as const) {
    const row = page.nextRow;
    const sides = (['debit', 'credit'] as const).map((side) => asAmount(sideCell(table, side, currency, said[side])));
    const balance = liveAmount(exactly(`B${row}-C${row}`), subtract(said.debit, said.credit));
    page.put('values', [asText(say(label)), ...sides, asAmount(balance)], { zeros: [3] });
  }
}

function sideCell(table: LedgerTable, side: 'debit' | 'credit', currency: Currency, said: Amount): Formula {
  const range = (key: LedgerWord) => onSheet(table.sheet.name, table.rangeOf(key));
  return live(sumIfs(range(side), [{ range: range('currency'), equals: { text: currency } }], 0), said);
}

const live = ({ formula }: Formula, amount: Amount): Formula => liveAmount(formula, amount);
