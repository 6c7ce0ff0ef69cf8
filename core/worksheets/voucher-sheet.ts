// The vouchers (傳票) as a worksheet: one row a line, live totals, and per voucher a check that must be zero.
import { serialOf } from '../business-date.ts';
import type { Language, Translated } from '../language.ts';
import { countOfRanges } from '../ledger/document-ranges.ts';
import { type Amount, numberOfAmount } from '../money.ts';
import { columnLetters } from '../sheet-table.ts';
import { type DocumentedVoucher, imbalanceOfVoucher, type Voucher, type VoucherLine } from '../voucher.ts';
import {
  amountFormula,
  futureRange,
  type LedgerColumn,
  ledgerColumns,
  type LedgerTable,
  ledgerTable,
} from './ledger-table.ts';
import { decimalsFor } from './shared-columns.ts';
import { type LedgerWord, VOUCHER_KIND_LABELS } from './voucher-labels.ts';

/** A line with its voucher; the first line of a voucher carries its check. */
interface Row {
  readonly voucher: DocumentedVoucher;
  readonly line: VoucherLine;
  readonly isFirst: boolean;
}

export function voucherSheet(vouchers: readonly DocumentedVoucher[], language: Language, about?: string): LedgerTable {
  const rows = vouchers.flatMap((voucher) => voucher.lines.map((line, at) => ({ voucher, line, isFirst: at === 0 })));
  const columns = columnsOf(vouchers, language);
  const keys = columns.map(({ key }) => key);
  const checks = checkColumns(keys, rows.length, vouchers, language);
  return ledgerTable({
    ...{ key: 'vouchers', language, about },
    note: 'vouchersNote',
    columns: [...columns, ...checks],
    rows,
    decimals: decimalsOfVouchers(vouchers),
  });
}

/** Whether base amounts say more than the document's own. */
function hasBase(vouchers: readonly Voucher[]): boolean {
  return vouchers.some(({ currency, baseCurrency }) => currency !== baseCurrency);
}

function decimalsOfVouchers(vouchers: readonly Voucher[]): number {
  const lines = vouchers.flatMap((voucher) => voucher.lines);
  const amounts = lines.flatMap(({ debit, credit, baseDebit, baseCredit }) => [debit, credit, baseDebit, baseCredit]);
  const currencies = new Set(vouchers.flatMap(({ currency, baseCurrency }) => [currency, baseCurrency]));
  return decimalsFor(amounts, [...currencies]);
}

/** Amounts of one currency may be added up; of several never. */
export function totalOver(currencies: Iterable<string>): { total?: 'sum' } {
  return new Set(currencies).size === 1 ? { total: 'sum' } : {};
}

function columnsOf(vouchers: readonly DocumentedVoucher[], language: Language): LedgerColumn<Row>[] {
  const make = ledgerColumns(language);
  const total = totalOver(vouchers.map(({ currency }) => currency));
  const baseTotal = totalOver(vouchers.map(({ baseCurrency }) => baseCurrency));
  const reverses = make.text<Row>('reverses', ({ voucher }) => voucher.reverses);
  const side = (key: 'debit' | 'credit') => make.amount<Row>(key, ({ line }) => sideCell(line[key]), total);
  const baseSide = (key: 'baseDebit' | 'baseCredit') =>
    make.amount<Row>(key, ({ line }) => sideCell(line[key]), baseTotal);
  return [
    make.text<Row>('number', ({ voucher }) => voucher.number, { width: 18 }),
    make.date<Row>('date', ({ voucher }) => serialOf(voucher.postedOn)),
    make.text<Row>('kind', ({ voucher }) => VOUCHER_KIND_LABELS[voucher.kind][language], { width: 12 }),
    make.text<Row>('shop', ({ voucher }) => voucher.shop || null),
    make.text<Row>('summary', ({ voucher }) => voucher.summary, { width: 30 }),
    make.text<Row>('documents', ({ voucher }) => documentsText(voucher, language), { width: 30 }),
    ...(vouchers.some((voucher) => voucher.reverses !== null) ? [reverses] : []),
    make.text<Row>('currency', ({ voucher }) => voucher.currency, { width: 8 }),
    make.text<Row>('code', ({ line }) => line.account.code, { width: 12 }),
    make.text<Row>('account', ({ line }) => line.account.name, { width: 26 }),
    side('debit'),
    side('credit'),
    ...(hasBase(vouchers) ? [baseSide('baseDebit'), baseSide('baseCredit')] : []),
  ];
}

/** A cell that holds hundreds of numbers is read by nobody. */
const DOCUMENTS_SHOWN = 12;

const AND_MORE: Translated<(count: number) => string> = {
  'zh-TW': (count) => `…共 ${count} 張`,
  'zh-CN': (count) => `…共 ${count} 张`,
  en: (count) => `… ${count} in all`,
};

/** Numbers of what the voucher posts; all of them stand in its JSON. */
function documentsText({ documents }: DocumentedVoucher, language: Language): string | null {
  if (documents.length === 0) return null;
  const shown = documents.slice(0, DOCUMENTS_SHOWN).join(language === 'en' ? ', ' : '、');
  return documents.length <= DOCUMENTS_SHOWN ? shown : shown + AND_MORE[language](countOfRanges(documents));
}

/** A side without an amount stays empty, as on paper. */
const sideCell = (amount: Amount) => (amount === 0 ? null : numberOfAmount(amount));

/** Once a voucher, found by its number, so that sorting and filtering do not disturb it. */
function checkColumns(keys: readonly LedgerWord[], rows: number, vouchers: readonly Voucher[], language: Language) {
  const { amount } = ledgerColumns(language);
  const numbers = futureRange(keys, rows, 'number');
  const ownNumber = columnLetters(keys.indexOf('number') + 1);
  const check = (key: 'check' | 'baseCheck', left: LedgerWord, right: LedgerWord, of: 'document' | 'base') =>
    amount<Row>(
      key,
      ({ voucher, isFirst }, row) => {
        if (!isFirst) return null;
        const sumOf = (side: LedgerWord) => `SUMIFS(${futureRange(keys, rows, side)},${numbers},${ownNumber}${row})`;
        return amountFormula(`${sumOf(left)}-${sumOf(right)}`, imbalanceOfVoucher(voucher)[of]);
      },
      { zero: true },
    );
  return [
    check('check', 'debit', 'credit', 'document'),
    ...(hasBase(vouchers) ? [check('baseCheck', 'baseDebit', 'baseCredit', 'base')] : []),
  ];
}
