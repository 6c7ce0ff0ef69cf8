// The ledger in two worksheets: the vouchers, and the trial balance (試算表) whose debits and credits are formulas over
// them and whose balance must come out at zero in every currency.
import type { Language } from '../language.ts';
import { byAccount, trialBalance, type TrialBalanceRow } from '../ledger/trial-balance.ts';
import { add, type Amount, numberOfAmount, ZERO } from '../money.ts';
import { columnLetters } from '../sheet-table.ts';
import type { AccountSums, LedgerMonth } from '../statements/ledger-month.ts';
import type { DocumentedVoucher } from '../voucher.ts';
import {
  amountFormula,
  futureRange,
  type LedgerColumn,
  ledgerColumns,
  type LedgerTable,
  ledgerTable,
} from './ledger-table.ts';
import { decimalsFor } from './shared-columns.ts';
import { onSheet } from './table-layout.ts';
import type { LedgerWord } from './voucher-labels.ts';
import { totalOver, voucherSheet } from './voucher-sheet.ts';

/** Both worksheets of the ledger with what formulas elsewhere need to find their columns. */
export interface Ledger {
  readonly vouchers: LedgerTable;
  readonly trialBalance: LedgerTable;
}

/** The vouchers of a run: nothing stood before them. */
export function drawLedger(vouchers: readonly DocumentedVoucher[], language: Language): Ledger {
  const posted = voucherSheet(vouchers, language);
  const rows = byAccount(trialBalance(vouchers)).map((row) => ({ ...row, opening: ZERO, baseOpening: ZERO }));
  return { vouchers: posted, trialBalance: drawBalance(rows, { posted, isMonth: false, language }) };
}

/** The ledger of a period, with what stood before it. */
export interface LedgerOfMonth {
  /** Null: they are too many to be read, and the trial balance stands by itself. */
  readonly vouchers: LedgerTable | null;
  readonly trialBalance: LedgerTable;
}

/** @param about of which days and whose, for the titles */
export function drawLedgerMonth({ accounts, vouchers }: LedgerMonth, language: Language, about: string): LedgerOfMonth {
  const posted = vouchers === null ? null : voucherSheet(vouchers, language, about);
  return { vouchers: posted, trialBalance: drawBalance(accounts, { posted, isMonth: true, language, about }) };
}

interface Drawing {
  /** Where debits and credits come from; null: they are values. */
  readonly posted: LedgerTable | null;
  /** Accounts stood at something before. */
  readonly isMonth: boolean;
  readonly language: Language;
  readonly about?: string;
}

function drawBalance(rows: readonly BalanceRow[], drawing: Drawing): LedgerTable {
  const { posted, isMonth, language, about } = drawing;
  const notes = { run: 'trialBalanceNote', month: 'monthBalanceNote', alone: 'balanceAloneNote' } as const;
  return ledgerTable({
    ...{ key: 'trialBalance', language, about, rows },
    note: notes[posted === null ? 'alone' : isMonth ? 'month' : 'run'],
    columns: columnsOf(rows, drawing),
    decimals: decimalsFor(rows.flatMap(amountsOf), [...new Set(rows.flatMap(currenciesOf))]),
  });
}

/** As much of a row as is shown: one of a run's vouchers, or of a period. */
type BalanceRow = Omit<AccountSums, 'account'> & Pick<TrialBalanceRow, 'account'>;

const amountsOf = ({ opening, debit, credit, baseOpening, baseDebit, baseCredit }: BalanceRow) => [
  ...[opening, debit, credit, baseOpening, baseDebit, baseCredit],
];
const currenciesOf = ({ currency, baseCurrency }: BalanceRow) => [currency, baseCurrency];

const NAMES: readonly LedgerWord[] = ['code', 'account', 'currency'];

/** The columns of one set of amounts, in document or in base currency. */
const AMOUNTS = { opening: 'opening', debit: 'debit', credit: 'credit', balance: 'balance' } as const;
const BASE_AMOUNTS = {
  opening: 'baseOpening',
  debit: 'baseDebit',
  credit: 'baseCredit',
  balance: 'baseBalance',
} as const;
type AmountKeys = typeof AMOUNTS | typeof BASE_AMOUNTS;

type CellAt = (key: LedgerWord, row: number) => string;

function columnsOf(rows: readonly BalanceRow[], drawing: Drawing): LedgerColumn<BalanceRow>[] {
  const make = ledgerColumns(drawing.language);
  const withBase = rows.some(({ currency, baseCurrency }) => currency !== baseCurrency);
  const sets: AmountKeys[] = withBase ? [AMOUNTS, BASE_AMOUNTS] : [AMOUNTS];
  const shown = ({ opening, debit, credit, balance }: AmountKeys): LedgerWord[] => [
    ...(drawing.isMonth ? [opening] : []),
    ...[debit, credit, balance],
  ];
  const keys = [...NAMES, ...sets.flatMap(shown)];
  const cell: CellAt = (key, row) => `${columnLetters(keys.indexOf(key) + 1)}${row}`;
  return [
    make.text('code', ({ account }) => account.code, { width: 12 }),
    make.text('account', ({ account }) => account.name, { width: 30 }),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    ...sets.flatMap((own) => amountColumns(own, rows, cell, drawing)),
    checkColumn(keys, rows, cell, drawing.language),
  ];
}

/** What stood before, both sides by the vouchers' sheet, and what it comes to. */
function amountColumns(
  keys: AmountKeys,
  rows: readonly BalanceRow[],
  cell: CellAt,
  { posted, isMonth, language }: Drawing,
): LedgerColumn<BalanceRow>[] {
  const { amount } = ledgerColumns(language);
  const total = totalOver(rows.map((row) => (keys === AMOUNTS ? row.currency : row.baseCurrency)));
  const { opening, debit, credit, balance } = keys;
  const side = (key: typeof debit | typeof credit) =>
    amount<BalanceRow>(
      key,
      (own, row) => (posted === null ? numberOfAmount(own[key]) : sumOfAccount(own[key], key, row, posted, cell)),
      total,
    );
  const moved = (row: number) => `${cell(debit, row)}-${cell(credit, row)}`;
  const closing = (row: number) => (isMonth ? `${cell(opening, row)}+${moved(row)}` : moved(row));
  return [
    ...(isMonth ? [amount<BalanceRow>(opening, (own) => numberOfAmount(own[opening]), total)] : []),
    ...[side(debit), side(credit)],
    amount<BalanceRow>(balance, (own, row) => amountFormula(closing(row), own[balance]), total),
  ];
}

/** What the vouchers' sheet holds for the account, by code, name and currency. */
function sumOfAccount(now: Amount, key: LedgerWord, row: number, { sheet, rangeOf }: LedgerTable, cell: CellAt) {
  const inVouchers = (wanted: LedgerWord) => onSheet(sheet.name, rangeOf(wanted));
  const criteria = NAMES.map((name) => `${inVouchers(name)},${cell(name, row)}`).join(',');
  return amountFormula(`SUMIFS(${inVouchers(key)},${criteria})`, now);
}

/** Σ balances of the row's currency. */
function checkColumn(
  keys: readonly LedgerWord[],
  rows: readonly BalanceRow[],
  cell: CellAt,
  language: Language,
): LedgerColumn<BalanceRow> {
  const range = (key: LedgerWord) => futureRange(keys, rows.length, key);
  const balances = new Map<string, Amount>();
  for (const { currency, balance } of rows) balances.set(currency, add(balances.get(currency) ?? ZERO, balance));
  return ledgerColumns(language).amount(
    'check',
    ({ currency }, row) => {
      const sum = `SUMIFS(${range('balance')},${range('currency')},${cell('currency', row)})`;
      return amountFormula(sum, balances.get(currency) ?? ZERO);
    },
    { zero: true },
  );
}
