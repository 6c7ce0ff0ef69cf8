// The ledger's worksheets: live formulas that prove each voucher and the whole, also after sorting; names in three
// languages. Seen red: with the check on the voucher's shop instead of its number, with accounts found by code alone
// (two names under one code), and with totals over two currencies.
import { drawVouchers } from '../../../core/ledger/draw-vouchers.ts';
import { valueDocuments } from '../../../core/ledger/value-documents.ts';
import { LANGUAGES, type Language } from '../../../core/language.ts';
import type { Company } from '../../../core/company.ts';
import type { DocumentedVoucher } from '../../../core/voucher.ts';
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { totalsOf } from '../../../core/worksheets/table-layout.ts';
import { drawLedger } from '../../../core/worksheets/ledger-sheets.ts';
import type { LedgerTable } from '../../../core/worksheets/ledger-table.ts';
import { company, receipt, sale, toValue } from '../ledger/documents.ts';
import { must } from '../reconcile/memory-books.ts';
import { cellsOf, evaluateSheets } from './evaluate.ts';

const rates = { '2024-05-01': '31.5', '2024-05-07': '32' };
const split = { feeVat: 'split' } as const;
const dollars = { currency: 'USD' } as const;

/** A sale, its payout and its numbers; with a foreign order when asked. */
function posted(books: Company, foreign: boolean): DocumentedVoucher[] {
  const sales = [sale(1_050), ...(foreign ? [sale(100, { ...dollars, orderKey: 'U' })] : [])];
  const receipts = [
    receipt([['receivable', 1_050]], { COMMISSION: 63 }),
    ...(foreign ? [receipt([['receivable', 100, 'U']], { COMMISSION: 15 }, dollars)] : []),
  ];
  const valued = valueDocuments(toValue({ sales, receipts, company: books, rates }));
  return drawVouchers({ ...valued, company: books }).map(({ voucher }, at) => ({
    ...voucher,
    number: `JV202405-000${at + 1}`,
    documents: [`D-000${at + 1}`],
    reverses: null,
  }));
}

/** The writers take them as any other result sheet. */
const asResults = (vouchers: readonly DocumentedVoucher[], language: Language = 'zh-TW'): ResultSheet[] =>
  Object.values<LedgerTable>({ ...drawLedger(vouchers, language) }).map(({ sheet }) => sheet);

const inTaiwan = company({}, split);
const withBase = company({ baseCurrency: 'TWD' }, split);

test.each([
  ['one currency', posted(inTaiwan, false)],
  ['two currencies kept apart', posted(inTaiwan, true)],
  ['two currencies and a base', posted(withBase, true)],
  ['nothing', []],
])('every formula says what it claims: %s', (_what, vouchers) => {
  const checked = evaluateSheets(asResults(vouchers));
  expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  expect(checked.length > 10).toBe(vouchers.length > 0);
});

const rowsOf = (sheet: ResultSheet | undefined) => sheet?.tables[0]?.rows.map((row) => row.map(shown)) ?? [];
const shown = (value: unknown) =>
  typeof value === 'object' && value !== null && 'value' in value ? { live: value.value } : value;
const headersOf = (sheet: ResultSheet | undefined) => sheet?.tables[0]?.columns.map(({ header }) => header);

test('one row a line, the check once a voucher', () => {
  const [sheet] = asResults(posted(inTaiwan, false));
  expect([headersOf(sheet), ...rowsOf(sheet)]).toEqual([
    ['傳票號碼', '日期', '類別', '賣場', '摘要', '單據', '幣別', '科目代號', '科目', '借方', '貸方', '檢查'],
    [
      'JV202405-0001',
      45413,
      '銷貨',
      'shopee',
      '銷貨單 1 張',
      'D-0001',
      'TWD',
      '1191',
      '應收帳款',
      1050,
      null,
      { live: 0 },
    ],
    ['JV202405-0001', 45413, '銷貨', 'shopee', '銷貨單 1 張', 'D-0001', 'TWD', '2204', '銷項稅額', null, 50, null],
    ['JV202405-0001', 45413, '銷貨', 'shopee', '銷貨單 1 張', 'D-0001', 'TWD', '4111', '銷貨收入', null, 1000, null],
    ...[
      ['1113.01.01', '銀行存款－平台錢包－shopee', 987, null, { live: 0 }],
      ['1268', '進項稅額', 3, null, null],
      ['6131', '佣金支出', 60, null, null],
      ['1191', '應收帳款', null, 1050, null],
    ].map((line) => ['JV202405-0002', 45419, '收款', 'shopee', '收款單，平台撥款沖帳', 'D-0002', 'TWD', ...line]),
  ]);
  expect(sheet?.lines[1]?.cells).toEqual(['一列一筆分錄。檢查 = 該傳票借方合計 − 貸方合計，必須為 0。']);
});

test('a voucher of very many documents names the first of them, and how many there are', () => {
  const documents = Array.from({ length: 20 }, (_, at) => `SA202405-00${String(2 * at + 10)}`);
  const [voucher, ...others] = posted(inTaiwan, false);
  const cell = (language: Language, own: readonly string[]) => {
    const [sheet] = asResults([{ ...must(voucher), documents: own }, ...others], language);
    return rowsOf(sheet)[0]?.[5];
  };
  expect(cell('zh-TW', documents)).toMatch(/^SA202405-0010、(.*、){10}SA202405-0032…共 20 張$/);
  expect(cell('en', ['SA202405-0001–SA202405-0120', ...documents])).toMatch(/… 140 in all$/);
  expect([cell('en', documents.slice(0, 2)), cell('en', [])]).toEqual(['SA202405-0010, SA202405-0012', null]);
});

test('the trial balance is made of formulas over the vouchers and ends at zero', () => {
  const [, sheet] = asResults(posted(inTaiwan, false));
  expect(rowsOf(sheet).map(([code, , , ...amounts]) => [code, ...amounts])).toEqual(
    [
      ['1113.01.01', 987, 0, 987],
      ['1191', 1050, 1050, 0],
      ['1268', 3, 0, 3],
      ['2204', 0, 50, -50],
      ['4111', 0, 1000, -1000],
      ['6131', 60, 0, 60],
    ].map(([code, ...amounts]) => [code, ...amounts.map((live) => ({ live })), { live: 0 }]),
  );
  expect(totalsOf(present(sheet?.tables[0])).map((total) => total?.value)).toEqual([
    ...[undefined, undefined, undefined],
    ...[2100, 2100, 0, undefined],
  ]);
});

test('a broken voucher shows: its check, the currency’s check and the total are not zero', () => {
  const [first, ...rest] = posted(inTaiwan, false);
  const broken = { ...present(first), lines: present(first).lines.slice(1) };
  const sheets = asResults([broken, ...rest]);
  const live = (sheet: ResultSheet | undefined) => rowsOf(sheet).map((row) => row.at(-1));
  expect(live(sheets[0]).filter((value) => value !== null)).toEqual([{ live: -1050 }, { live: 0 }]);
  expect(new Set(live(sheets[1]).map((value) => JSON.stringify(value)))).toEqual(new Set(['{"live":-1050}']));
  expect(evaluateSheets(sheets).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
});

test('amounts of two currencies are never added up; those of the base are', () => {
  const totals = (books: Company) =>
    asResults(posted(books, true)).map(({ tables: [table] }) => {
      const columns = present(table).columns;
      return columns.filter(({ total }) => total === 'sum').map(({ header }) => header);
    });
  expect(totals(inTaiwan)).toEqual([[], []]);
  expect(totals(withBase)).toEqual([
    ['本幣借方', '本幣貸方'],
    ['本幣借方', '本幣貸方', '本幣餘額'],
  ]);
});

test('the gain of an exchange stands in the base columns alone', () => {
  const [sheet] = asResults(posted(withBase, true));
  const gain = rowsOf(sheet).find((row) => row.includes('兌換利益'));
  expect(gain?.slice(-6)).toEqual([null, null, null, 50, null, null]);
});

test('roles that share an account are one row, and two names under one code are two', () => {
  const shared = { code: '1113', name: '銀行存款' };
  const one = company({ accounts: { receivable: shared } }, { ...split, walletAccount: shared });
  const two = company({ accounts: { receivable: { ...shared, name: '應收' } } }, { ...split, walletAccount: shared });
  const rows = (books: Company) => rowsOf(asResults(posted(books, false))[1]);
  expect(rows(one).filter(([code]) => code === '1113')).toEqual([
    ['1113', '銀行存款', 'TWD', { live: 2037 }, { live: 1050 }, { live: 987 }, { live: 0 }],
  ]);
  expect(rows(two).filter(([code]) => code === '1113').length).toBe(2);
  for (const books of [one, two]) {
    const checked = evaluateSheets(asResults(posted(books, false)));
    expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  }
});

test('a reversal names what it reverses', () => {
  const [first] = posted(inTaiwan, false);
  const reversal = { ...present(first), number: 'JV202405-0009', reverses: 'JV202405-0001' };
  const [sheet] = asResults([present(first), reversal]);
  const at = present(headersOf(sheet)).indexOf('沖銷');
  expect(rowsOf(sheet).map((row) => row[at])).toEqual([null, null, null, ...Array<string>(3).fill('JV202405-0001')]);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const sheets = asResults(posted(inTaiwan, true), language);

  test('sheets have names that Excel takes, and different ones', () => {
    const names = sheets.map(({ name }) => name);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(2);
  });

  test('no header is empty and none stands twice, as an Excel table demands', () => {
    for (const sheet of sheets) {
      const headers = present(headersOf(sheet));
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers).not.toContain('');
    }
  });

  test('an empty ledger says so', () => {
    const notes = asResults([], language).map((sheet) => cellsOf(sheet).get('A2'));
    expect(new Set(notes).size).toBe(1);
    expect(notes[0]).toMatch(/沒有傳票|没有凭证|No vouchers/);
  });
});

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('something is missing');
  return value;
}
