// The ledger in two worksheets: the vouchers, and the trial balance (試算表) whose debits and credits are formulas over
// them and whose balance must come out at zero in every currency.
import type { Language } from '../language.ts';
import { byAccount, totalOf, trialBalance, type TrialBalanceRow } from '../ledger/trial-balance.ts';
import { columnLetters } from '../sheet-table.ts';
import type { DocumentedVoucher } from '../voucher.ts';
import {
  amountFormula,
  futureRange,
  type LedgerColumn,
  ledgerColumns,
  type LedgerTable,
  ledgerTable,
} from './ledger-table.ts';
import { onSheet } from './table-layout.ts';
import type { LedgerWord } from './voucher-labels.ts';
import { decimalsOfVouchers, hasBase, totalOver, voucherSheet } from './voucher-sheet.ts';

/** Both worksheets of the ledger with what formulas elsewhere need to find their columns. */
export interface Ledger {
  readonly vouchers: LedgerTable;
  readonly trialBalance: LedgerTable;
}

export function drawLedger(vouchers: readonly DocumentedVoucher[], language: Language): Ledger {
  const posted = voucherSheet(vouchers, language);
  const rows = byAccount(trialBalance(vouchers));
  const withBase = hasBase(vouchers);
  const inVouchers = (key: LedgerWord) => onSheet(posted.sheet.name, posted.rangeOf(key));
  const columns = columnsOf(rows, withBase, inVouchers, language);
  const balance = ledgerTable({
    key: 'trialBalance',
    language,
    note: 'trialBalanceNote',
    columns,
    rows,
    decimals: decimalsOfVouchers(vouchers),
  });
  return { vouchers: posted, trialBalance: balance };
}

const NAMES: readonly LedgerWord[] = ['code', 'account', 'currency'];
const AMOUNTS: readonly LedgerWord[] = ['debit', 'credit', 'balance'];
const BASE_AMOUNTS: readonly LedgerWord[] = ['baseDebit', 'baseCredit', 'baseBalance'];

type SumOf = (key: LedgerWord) => string;

function columnsOf(
  rows: readonly TrialBalanceRow[],
  withBase: boolean,
  inVouchers: SumOf,
  language: Language,
): LedgerColumn<TrialBalanceRow>[] {
  const make = ledgerColumns(language);
  const keys = [...NAMES, ...AMOUNTS, ...(withBase ? BASE_AMOUNTS : [])];
  const cell = (key: LedgerWord, row: number) => `${columnLetters(keys.indexOf(key) + 1)}${row}`;
  const total = totalOver(rows.map(({ currency }) => currency));
  const baseTotal = totalOver(rows.map(({ baseCurrency }) => baseCurrency));
  const side = (key: 'debit' | 'credit' | 'baseDebit' | 'baseCredit', more: { total?: 'sum' }) =>
    make.amount<TrialBalanceRow>(
      key,
      (own, row) => amountFormula(sumOfAccount(key, row, inVouchers, cell), own[key]),
      more,
    );
  const difference = (key: 'balance' | 'baseBalance', left: LedgerWord, right: LedgerWord, more: { total?: 'sum' }) =>
    make.amount<TrialBalanceRow>(
      key,
      (own, row) => amountFormula(`${cell(left, row)}-${cell(right, row)}`, own[key]),
      more,
    );
  return [
    make.text('code', ({ account }) => account.code, { width: 12 }),
    make.text('account', ({ account }) => account.name, { width: 30 }),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    side('debit', total),
    side('credit', total),
    difference('balance', 'debit', 'credit', total),
    ...(withBase
      ? [
          side('baseDebit', baseTotal),
          side('baseCredit', baseTotal),
          difference('baseBalance', 'baseDebit', 'baseCredit', baseTotal),
        ]
      : []),
    checkColumn(keys, rows, cell, language),
  ];
}

/** What the vouchers' sheet holds for the account, by code, name and currency. */
function sumOfAccount(key: LedgerWord, row: number, inVouchers: SumOf, cell: (key: LedgerWord, row: number) => string) {
  const criteria = NAMES.map((name) => `${inVouchers(name)},${cell(name, row)}`).join(',');
  return `SUMIFS(${inVouchers(key)},${criteria})`;
}

/** Debits less credits of the row's currency. */
function checkColumn(
  keys: readonly LedgerWord[],
  rows: readonly TrialBalanceRow[],
  cell: (key: LedgerWord, row: number) => string,
  language: Language,
): LedgerColumn<TrialBalanceRow> {
  const range = (key: LedgerWord) => futureRange(keys, rows.length, key);
  return ledgerColumns(language).amount(
    'check',
    ({ currency }, row) => {
      const sumOf = (side: LedgerWord) => `SUMIFS(${range(side)},${range('currency')},${cell('currency', row)})`;
      return amountFormula(`${sumOf('debit')}-${sumOf('credit')}`, totalOf(rows, currency).document);
    },
    { zero: true },
  );
}
