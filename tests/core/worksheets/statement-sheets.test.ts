// The receivables worksheets of an invented month, set beside a text that people review; and every formula computed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from '../../fast-check.ts';
import { forecastPayouts } from '../../../core/calendar/forecast-payouts.ts';
import { LANGUAGES } from '../../../core/language.ts';
import type { LedgerEntry } from '../../../core/statements/ledger-entry.ts';
import { type OpenItem, openItems } from '../../../core/statements/open-items.ts';
import type { LedgerSum } from '../../../core/statements/positions.ts';
import { receivableReport, type ReportInput } from '../../../core/statements/receivable-report.ts';
import { PARTIES } from '../../../core/statements/statement.ts';
import { STATEMENT_SHEET_KEYS } from '../../../core/worksheets/statement-labels.ts';
import { drawStatements, statementSheets } from '../../../core/worksheets/statement-sheets.ts';
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { readWorkbook } from '../../../files/read-workbook.ts';
import { writeWorkbook } from '../../../files/write-workbook.ts';
import { completed, NO_DATES, SPRING, terms } from '../calendar/calendars.ts';
import { must } from '../reconcile/memory-books.ts';
import { ANY_TERMS, anyEntries, anyPeriod, ledger, money, on, termsOf } from '../statements/ledger.ts';
import { describeSheets } from './describe-sheets.ts';
import { evaluateSheets } from './evaluate.ts';

const MARCH = { from: on('2026-03-01'), to: on('2026-03-31') };

const BOOKS = ledger(`
  2026-01-10 sale       A1 1000
  2026-01-20 receipt    A1 -300
  2026-03-05 receipt    A1 -650
  2026-03-05 sale       A2 2000
  2026-03-08 return     A2 -400
  2026-03-09 allowance  A2 -100
  2026-03-10 receipt    A2 -1600
  2026-03-11 refund     A2 100
  2026-03-12 sale       A3 80
  2026-03-20 receipt    A3 -95
  2026-03-28 sale       A4 320
  2026-03-29 sale       A4 -1.5
  2026-03-31 writeOff   A1 -1
  2026-03-31 adjustment A1 -2
  2026-03-15 sale       U1 100   USD 3150 shop=01
  2026-03-20 receipt    U1 -40   USD -1272 shop=01
  2026-03-20 fx         U1 0     USD 12 shop=01
  2026-03-16 sale       B1 45    TWD 45 shop=1 customer=陳**
  2026-04-02 sale       A9 999
`);
const TERMS = new Map([
  ...termsOf({ A1: '2026-01-24', A2: '2026-03-19', A3: '2026-03-26', A4: '2026-04-11' }),
  ...termsOf({ U1: '2026-02-27' }, '01'),
  ...termsOf({ B1: '-' }, '1'),
]);

const openOrder = (orderNumber: string, day: string | null, open: string, facts = {}) => ({
  ...(day === null ? NO_DATES : completed(day)),
  ...{ platform: 'demo', shop: 'corner', currency: 'TWD', orderKey: orderNumber, orderNumber },
  ...{ open: money(open), expectedFees: money('5') },
  ...facts,
});
const FORECAST = forecastPayouts(
  [
    openOrder('A1', '2026-01-10', '47'),
    openOrder('A4', '2026-03-28', '318.5'),
    openOrder('B1', null, '45', { shop: '1', expectedFees: null }),
    openOrder('U1', '2026-03-27', '60', { shop: '01', currency: 'USD', expectedFees: null }),
  ],
  () => ({
    calendar: terms({
      ...{ delay: { n: 7, unit: 'day' }, cycle: { kind: 'weekly', on: 3 }, transferFee: money('15') },
      reserve: { rate: '0.1', releaseAfterDays: 30 },
    }),
    ...{ holidays: SPRING, isSet: true },
  }),
  { asOf: on('2026-03-31'), graceDays: 0 },
);

const MONTH: ReportInput = {
  ...{ entries: BOOKS, orders: TERMS, openOrders: openItems(BOOKS, MARCH.to), period: MARCH, bounds: [30, 60, 90] },
  ...{ statementsBy: 'shop', baseCurrency: 'TWD', bankDetails: '示範銀行 012-345', forecast: FORECAST },
};
/** The ledger of the same month: it says 10 less of shop 1 than the documents do. */
const sumOf = (
  shop: string,
  currency: string,
  role: LedgerSum['role'],
  amount: string,
  isBefore = false,
): LedgerSum => ({
  ...{ platform: 'demo', shop, currency, role, isBefore, isReturn: false },
  ...{ amount: money(amount), baseAmount: money(amount) },
});
const LEDGER: readonly LedgerSum[] = [
  ...[sumOf('corner', 'TWD', 'receivable', '700', true), sumOf('corner', 'TWD', 'receivable', '-349.5')],
  ...[sumOf('corner', 'TWD', 'wallet', '2300'), sumOf('corner', 'TWD', 'reserve', '45')],
  ...[sumOf('corner', 'TWD', 'sales', '-2398.5'), sumOf('corner', 'TWD', 'platformFees', '253')],
  ...[sumOf('corner', 'TWD', 'bank', '150'), sumOf('01', 'USD', 'receivable', '60')],
  ...[
    sumOf('1', 'TWD', 'receivable', '35'),
    sumOf('lost', 'TWD', 'receivable', '5'),
    sumOf('lost', 'TWD', 'claim', '-5'),
  ],
];
const draw = (facts: Partial<ReportInput> = {}, language: (typeof LANGUAGES)[number] = 'zh-TW') =>
  statementSheets(drawStatements(receivableReport({ ...MONTH, ...facts }), language));

/** Sheets as the writers take them: the key only says whose sheet it is. */
const drawable = (sheets: readonly ResultSheet[]) => sheets.map((sheet) => ({ ...sheet, key: 'summary' as const }));
const check = (sheets: readonly ResultSheet[]) => evaluateSheets(drawable(sheets));

/** Values of a column, formulas by what they are now. */
function column(sheets: readonly ResultSheet[], key: ResultSheet['key'], header: string) {
  const [table] = must(sheets.find((sheet) => sheet.key === key)).tables;
  const at = must(table).columns.findIndex((one) => one.header === header);
  return must(table).rows.map((row) => {
    const value = row[at] ?? null;
    return typeof value === 'object' && value !== null ? value.value : value;
  });
}

describe('the month', () => {
  const inOneCurrency: Partial<ReportInput> = {
    ...{
      entries: BOOKS.filter(({ shop }) => shop === 'corner'),
      statementsBy: 'orderType',
      bounds: [60],
      forecast: null,
    },
    openOrders: MONTH.openOrders.filter(({ shop, orderNumber }) => shop === 'corner' && orderNumber !== 'A3'),
  };

  it.each([
    ['in two currencies', 'receivables.zh-TW.txt', draw()],
    ['in one currency, with an order missing', 'receivables-one-currency.en.txt', draw(inOneCurrency, 'en')],
  ])('%s is drawn as reviewed', (_, file, sheets) => {
    expect(describeSheets(drawable(sheets))).toBe(readFileSync(join(__dirname, 'golden', file), 'utf8'));
  });

  it('closes: the differences are counted, and there are none', () => {
    const [sheet] = draw();
    expect(sheet).toMatchObject({ key: 'rollForward', tone: 'good' });
    expect(sheet?.lines[2]).toMatchObject({ cells: [{ value: 0 }, '不符的差額數（必須為 0）'], zeros: [0] });
  });

  it('tells shops 1 and 01 apart in its formulas, which Excel would take for one number', () => {
    expect(column(draw(), 'rollForward', '未收訂單合計')).toEqual([60, 1890, 45, 350.5]);
  });
});

describe('every formula has the value it would compute', () => {
  const nothing = { entries: [], openOrders: [], forecast: null } as const;
  it.each<[string, Partial<ReportInput>]>([
    ['the month', {}],
    ['the whole books', { ledger: LEDGER }],
    ['the whole books without a base currency', { ledger: LEDGER, baseCurrency: null }],
    ['statements by customer', { statementsBy: 'customer' }],
    ['other buckets', { bounds: [7, 14] }],
    ['one currency', { entries: BOOKS.filter(({ currency }) => currency === 'TWD') }],
    ['a month without documents', { period: { from: on('2026-05-01'), to: on('2026-05-31') } }],
    ['nothing at all', nothing],
  ])('%s', (_, facts) => {
    for (const language of LANGUAGES) {
      const openOrders = openItems(facts.entries ?? BOOKS, (facts.period ?? MARCH).to);
      const checked = check(draw({ openOrders, ...facts }, language));
      expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
      expect(checked.length).toBeGreaterThan(0);
    }
  });

  it('for any bookings, whatever the orders say is open', () => {
    const anyItems = (entries: readonly LedgerEntry[]): readonly OpenItem[] => openItems(entries, on('2026-06-30'));
    fc.assert(
      fc.property(anyEntries, anyEntries, anyPeriod, fc.constantFrom(...PARTIES), (entries, others, period, by) => {
        const facts = { ...{ entries, period, statementsBy: by, orders: ANY_TERMS }, openOrders: anyItems(others) };
        const checked = check(draw(facts));
        expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('books that do not close', () => {
  const lost = MONTH.openOrders.filter(({ orderNumber }) => orderNumber !== 'A4');
  const sheets = draw({ openOrders: lost });

  it('show the difference, the red row and how many there are', () => {
    expect(column(sheets, 'rollForward', '與未收訂單差額')).toEqual([0, 0, 0, 318.5]);
    expect(column(sheets, 'rollForward', '狀態')).toEqual(['相符', '相符', '相符', '不符']);
    expect(sheets[0]?.lines[2]?.cells[0]).toMatchObject({ value: 1 });
    expect(sheets[0]?.tone).toBe('bad');
  });

  it('compute the same difference by formula', () => {
    expect(check(sheets).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  });
});

describe('the whole books', () => {
  const sheets = draw({ ledger: LEDGER });

  it('hold every closing against the ledger, also of a shop that only the ledger knows', () => {
    const of = (header: string) => column(sheets, 'rollForward', header);
    const own = of('店鋪').map((shop, at) => [shop, of('金額別')[at], of('總帳應收帳款')[at], of('與總帳差額')[at]]);
    expect(own.filter(([, basis]) => basis === '原幣')).toEqual([
      ['01', '原幣', 60, 0],
      ['1', '原幣', 35, 10],
      ['corner', '原幣', 350.5, 0],
      ['lost', '原幣', 5, -5],
    ]);
    expect(sheets[0]).toMatchObject({ tone: 'bad' });
  });

  it('say where the money is, and that it is what came less what went', () => {
    expect(column(sheets, 'positions', '店鋪')).toEqual(['01', '1', 'corner', 'lost']);
    expect(column(sheets, 'positions', '期末')).toEqual([0, 0, 2695.5, 5]);
    expect(column(sheets, 'positions', '三處合計')).toEqual([60, 35, 2695.5, 5]);
    expect(column(sheets, 'positions', '檢查')).toEqual([-60, -35, 0, 0]);
  });

  it.each([
    ['zh-TW', '整本帳冊', '僅本次檔案的訂單'],
    ['zh-CN', '整本账册', '仅本次文件的订单'],
    ['en', 'the whole books', 'orders of these files only'],
  ] as const)('every sheet says whose it is, in %s', (language, books, run) => {
    const titles = (facts: Partial<ReportInput>) => draw(facts, language).map(({ lines }) => lines[0]?.cells[0]);
    for (const title of titles({ ledger: LEDGER }))
      expect(title).toEqual(expect.stringMatching(new RegExp(` · ${books}$`)));
    for (const title of titles({})) expect(title).toEqual(expect.stringMatching(new RegExp(` · ${run}$`)));
  });
});

describe('the sheets', () => {
  it('are all there, each with a name and a table of its own, in every language', () => {
    for (const language of LANGUAGES) {
      const sheets = draw({ ledger: LEDGER }, language);
      expect(new Set(sheets.map(({ key }) => key))).toEqual(new Set([...STATEMENT_SHEET_KEYS, 'trialBalance']));
      const names = sheets.map(({ name }) => name);
      const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
      expect([new Set(names).size, new Set(tables).size]).toEqual([sheets.length, sheets.length]);
      expect(names.every((name) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true);
    }
  });

  it('print no bank account where none is set', () => {
    const strip = (bankDetails: string | null) =>
      must(draw({ bankDetails }).find(({ key }) => key === 'statement')).lines.at(-1)?.cells;
    expect(strip(null)).toEqual([null, null, null, null, '確認簽章', null]);
    expect(strip('示範銀行 012-345')).toEqual(['匯款帳戶', '示範銀行 012-345', null, null, '確認簽章', null]);
  });

  it('have headers that differ, as an Excel table wants them', () => {
    for (const sheet of LANGUAGES.flatMap((language) => draw({}, language))) {
      const headers = sheet.tables.flatMap(({ columns }) => columns.map(({ header }) => header.toLowerCase()));
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it('never add two currencies: no column of theirs has a total, and each currency has a line', () => {
    const aging = must(draw().find(({ key }) => key === 'aging'));
    const added = must(aging.tables[0]).columns.filter(({ format, total }) => format === 'amount' && total);
    expect(added.map(({ header }) => header)).toEqual(['本位幣合計 TWD']);
    expect(aging.lines.filter(({ style }) => style === 'total').map(({ cells }) => cells[4])).toEqual(['TWD', 'USD']);
  });

  it('come back from an xlsx file as they were drawn', async () => {
    const file = await writeWorkbook(drawable(draw()), { title: 'Receivables', date: '2026-03-31' });
    const reading = await readWorkbook(file, 'receivables.xlsx');
    if ('refused' in reading) throw new Error(reading.refused.code);
    const roll = must(reading.sheets.find(({ sheet }) => sheet === '應收變動表'));
    const closing = roll.rows.find((row) => row.includes('期末'))?.indexOf('期末') ?? -1;
    const values = roll.rows.filter((row) => row[0] === '相符').map((row) => row[closing]);
    expect(values).toEqual([60, 1890, 45, 350.5]);
  });
});
