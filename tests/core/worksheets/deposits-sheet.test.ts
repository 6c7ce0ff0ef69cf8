// The sheet of payouts and deposits, from the same statements that the check is tested with: every formula says what it
// claims, every payout has its sentence with its numbers, and what is due is accounted for to the cent.
import fc from '../../fast-check.ts';
import type { BankAccount, BankLine } from '../../../core/bank/bank-line.ts';
import { type DepositReport, depositReport } from '../../../core/bank/deposit-report.ts';
import { type DepositRow, depositRows, imbalanceOfRows } from '../../../core/bank/deposit-rows.ts';
import { explainDeposit } from '../../../core/bank/explain-deposit.ts';
import type { PayoutBatch } from '../../../core/bank/payout-batch.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { ZERO } from '../../../core/money.ts';
import { depositWord } from '../../../core/worksheets/deposit-labels.ts';
import { depositsSheet } from '../../../core/worksheets/deposits-sheet.ts';
import { aBankLine, aBatch, BANK, check, fee, lineOf, march, SHOP, WALLET } from '../bank/fixtures.ts';
import { must, twd } from '../../server/fixtures.ts';
import { evaluateSheets } from './evaluate.ts';

type Facts = Parameters<typeof check>[2];

function reportOf(batches: PayoutBatch[], lines: BankLine[], facts: Facts = {}, more: Partial<DepositReport> = {}) {
  const accounts: readonly BankAccount[] = facts.accounts ?? [BANK];
  const about = { from: march(1), to: march(31), reserves: [], held: [], documents: [], unbooked: [] };
  const told = depositReport(
    check(batches, lines, facts),
    { batches, accounts, lines },
    { ...about, before: new Map() },
  );
  return { ...told, ...more };
}

const BATCHES = [
  aBatch('A', 1, 987),
  aBatch('B', 2, 500, { declared: twd(510) }),
  aBatch('C', 3, 300),
  aBatch('D', 4, 250),
  aBatch('E', 5, 40, { statement: 'PAY-1001' }),
  aBatch('N', 6, -50),
  aBatch('P', 20, 4000),
  aBatch('Q', 30, 70),
];
const LINES = [
  aBankLine('a', 2, 972, { balance: 1972, row: 2 }),
  aBankLine('cd', 5, 550, { balance: 2522, row: 3 }),
  aBankLine('e', 6, 30, { balance: 2552, row: 4, description: 'PAY-1001' }),
  aBankLine('tea', 7, -12, { balance: 2540, row: 5 }),
  aBankLine('gift', 8, 8, { balance: 2548, row: 6 }),
];
const REPORT = reportOf(BATCHES, LINES, { fees: [fee(15)] });

test('one sentence a row, with its numbers, in three languages', () => {
  const rows = depositRows(REPORT);
  expect(rows.map((row) => `${row.key.slice(-4)} ${row.state}: ${explainDeposit(row, 'zh-TW')}`)).toEqual([
    'A DEPOSIT_DIFF: 應入帳 987，2024-03-02 入帳 972，差 15：匯費 15。',
    'B FILE_INCONSISTENT: 報表宣告 510，各列合計 500，差 10；請先查報表少了或多了哪一列。',
    'C FOOTS: 應入帳 300，2024-03-05 入帳 300，相符。與其他 1 筆合併入帳。',
    'D FOOTS: 應入帳 250，2024-03-05 入帳 250，相符。與其他 1 筆合併入帳。',
    'E DEPOSIT_DIFF: 應入帳 40，2024-03-06 入帳 30，差 10：原因不明 10。',
    'N CARRIED_FORWARD: 這一批是 -50，沒有入帳；平台會從後面的撥款扣抵。',
    'P DEPOSIT_MISSING: 2024-03-20 應入帳 4,000，對帳單已涵蓋這段日子，但沒有這筆入帳；請向平台或銀行查詢。',
    'Q PENDING: 2024-03-30 應入帳 70，目前的對帳單還看不到這筆入帳。',
    'gift DEPOSIT_WITHOUT_BATCH: 2024-03-08 入帳 8，找不到對應的撥款；若不是平台的款項可以略過。',
  ]);
  for (const row of rows) {
    const told = LANGUAGES.map((language) => explainDeposit(row, language));
    expect(new Set(told).size).toBe(3);
    expect(told.every((sentence) => /[.。]$/.test(sentence))).toBe(true);
  }
});

test('a pair of nearly one amount is asked about in its sentence', () => {
  const [row] = depositRows(reportOf([aBatch('A', 1, 987)], [aBankLine('a', 2, 972)]));
  expect(explainDeposit(must(row), 'zh-TW')).toContain('有一筆金額相近（差 15），請確認是否同一筆。');
  expect(explainDeposit(must(row), 'en')).toContain('nearly this amount is there (15 apart)');
});

test('two deposits of exactly the sum due: neither is taken, and no sentence says that nothing came', () => {
  const twins = [aBankLine('d1', 2, 987), aBankLine('d2', 5, 987)];
  const rows = depositRows(reportOf([aBatch('A', 1, 987)], [...twins, aBankLine('later', 30, 1)]));
  expect(rows.map((row) => `${row.key.slice(-5)} ${row.state}: ${explainDeposit(row, 'zh-TW')}`)).toEqual([
    'A DEPOSIT_MISSING: 2024-03-01 應入帳 987，對帳單有 2 種入帳對得上，無法認定是哪一種，請選擇；選定前不算已入帳。',
    expect.stringMatching(
      /d1 DEPOSIT_WITHOUT_BATCH: 2024-03-02 入帳 987，有撥款對得上，但不是唯一的對法，無法認定，請選擇。$/,
    ),
    expect.stringMatching(/d2 DEPOSIT_WITHOUT_BATCH: 2024-03-05 入帳 987，有撥款對得上，但/),
    expect.stringMatching(/later DEPOSIT_WITHOUT_BATCH: .*找不到對應的撥款/),
  ]);
  expect(rows[0]?.proposal?.solutions.map(({ deposits }) => deposits.map((key) => key.slice(-2)))).toEqual([
    ['d1'],
    ['d2'],
  ]);
  for (const row of rows.slice(0, 3)) {
    const said = LANGUAGES.map((language) => explainDeposit(row, language));
    expect(said.filter((text) => /沒有這筆|没有这笔|do not show|找不到|no payout explains/.test(text))).toEqual([]);
    expect(new Set(said).size).toBe(3);
  }
});

test('one deposit that two payouts would explain says so', () => {
  const rows = depositRows(reportOf([aBatch('A', 1, 987), aBatch('B', 2, 987)], [aBankLine('d', 3, 987)]));
  expect(rows.map((row) => explainDeposit(row, 'zh-TW'))).toEqual([
    '2024-03-01 應入帳 987，有入帳對得上，但不是唯一的對法，無法認定，請選擇；選定前不算已入帳。',
    '2024-03-02 應入帳 987，有入帳對得上，但不是唯一的對法，無法認定，請選擇；選定前不算已入帳。',
    '2024-03-03 入帳 987，有 2 種撥款對得上，無法認定是哪一種，請選擇。',
  ]);
});

/** USD 1,000 in two payouts that a processor paid out as TWD 31,400, booked with a spread; and what may be or is far from it. */
function convertedReport(): DepositReport {
  const usd = (key: string, on: number, dollars: number, statement: string) =>
    aBatch(key, on, dollars, { currency: 'USD', statement });
  const batches = [
    ...[usd('A', 1, 600, ''), usd('B', 1, 400, ''), usd('C', 8, 500, 'SET-20240308'), usd('D', 15, 200, '')],
    ...[usd('E', 20, 100, 'SET-20240320'), aBatch('T', 2, 50)],
  ];
  const lines = [
    ...[
      aBankLine('ab', 4, 31_400),
      aBankLine('c', 9, 9_000, { description: 'SET-20240308' }),
      aBankLine('d', 16, 6_400),
    ],
    ...[aBankLine('e', 21, 700, { description: 'SET-20240320', account: 'bank/HKD', currency: 'HKD' })],
    ...[aBankLine('t', 3, 50), aBankLine('later', 30, 1)],
  ];
  const rates: Readonly<Record<string, string>> = { USD: '31.8', TWD: '1' };
  const accounts = [BANK, { ...BANK, key: 'bank/HKD', currency: 'HKD' }];
  const confirmed = [{ dues: ['A', 'B'], deposits: [lineOf('ab')] }];
  const head = { subject: 'group 1', shop: SHOP, documentOn: march(4), from: 'wallet', fee: ZERO } as const;
  const documents: DepositReport['documents'] = [
    {
      ...{ ...head, number: 'WD202403-0001', kind: 'withdrawal', currency: 'USD', left: twd(1000), arrived: twd(1000) },
      ...{ voucher: null, reverses: null },
    },
    {
      ...{
        ...head,
        number: 'DP202403-0001',
        kind: 'deposit',
        currency: 'TWD',
        left: twd(31_400),
        arrived: twd(31_400),
      },
      ...{ voucher: null, reverses: null, spread: { currency: 'TWD', amount: twd(-400), bookedAs: 'exchange' } },
    },
  ];
  const facts = { accounts, confirmed, rateOn: (currency: string) => rates[currency] ?? null };
  return reportOf(batches, lines, facts, { documents, held: [{ id: 1, dues: ['A', 'B'] }] });
}

test('what a processor converted says both sums, the rate, what it cost; what may be says both rates', () => {
  const rows = depositRows(convertedReport());
  const abroad = rows.filter(({ currency }) => currency === 'USD');
  expect(abroad.map((row) => `${row.key} ${row.state}: ${explainDeposit(row, 'zh-TW')}`)).toEqual([
    'A FOOTS: 應入帳 USD 600，2024-03-04 由 USD 1,000 兌換成 TWD 31,400 入帳，隱含匯率 31.400000；比帳上匯率少 TWD 400，記兌換損失。與其他 1 筆合併入帳。',
    'B FOOTS: 應入帳 USD 400，2024-03-04 由 USD 1,000 兌換成 TWD 31,400 入帳，隱含匯率 31.400000；比帳上匯率少 TWD 400，記兌換損失。與其他 1 筆合併入帳。',
    expect.stringMatching(/^C .*USD 500 → TWD 9,000 的隱含匯率 18.000000 與帳上匯率 31.800000 相差太多，請確認。$/),
    expect.stringMatching(/^D .*USD 200 → TWD 6,400 的隱含匯率是 32.000000，帳上匯率 31.800000；請確認是否同一筆。$/),
    expect.stringMatching(/^E .*USD 100 → HKD 700 的隱含匯率是 7.000000，但帳上沒有匯率可以比對/),
  ]);
  for (const row of rows) {
    const told = LANGUAGES.map((language) => explainDeposit(row, language));
    expect(new Set(told).size).toBe(3);
    expect(told.every((sentence) => /[.。]$/.test(sentence) && !/undefined|null/.test(sentence))).toBe(true);
  }
});

test.each<[bookedAs: 'exchange' | 'fee', dollars: number, said: string, english: string]>([
  ['fee', -400, '比帳上匯率少 TWD 400，記匯費。', 'TWD 400 less than by the books’ rate, booked as a transfer fee.'],
  [
    'exchange',
    70,
    '比帳上匯率多 TWD 70，記兌換利益。',
    'TWD 70 more than by the books’ rate, booked as an exchange gain.',
  ],
  ['exchange', 0, '隱含匯率 31.400000。', 'at an implied rate of 31.400000.'],
])('a spread of %s %i is said as what it is', (bookedAs, dollars, said, english) => {
  const report = convertedReport();
  const documents = report.documents.map((document) =>
    document.spread === undefined
      ? document
      : { ...document, spread: { ...document.spread, bookedAs, amount: twd(dollars) } },
  );
  const row = must(depositRows({ ...report, documents })[0]);
  expect(explainDeposit({ ...row, sharing: 1 }, 'zh-TW').endsWith(said)).toBe(true);
  expect(explainDeposit({ ...row, sharing: 1 }, 'en').endsWith(english)).toBe(true);
});

test.each(LANGUAGES)(
  'the sheet has the columns of conversions where there is one, with the sums of a group once: %s',
  (language) => {
    const report = convertedReport();
    const sheet = must(depositsSheet(report, language));
    expect(evaluateSheets([sheet]).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
    expect(imbalanceOfRows(depositRows(report).filter(({ currency }) => currency === 'USD'))).toBe(0);
    const [table] = sheet.tables;
    const words = (['receivedIn', 'received', 'impliedRate', 'spread', 'spreadAs', 'document'] as const).map((word) =>
      depositWord(word, language),
    );
    const places = words.map((word) => must(table).columns.findIndex(({ header }) => header === word));
    const cells = must(table)
      .rows.slice(0, 2)
      .map((row) => places.map((place) => row[place]));
    const spent = { 'zh-TW': '兌換損失', 'zh-CN': '汇兑损失', en: 'Exchange loss' }[language];
    const numbers = 'WD202403-0001 + DP202403-0001';
    expect(cells).toEqual([
      ['TWD', null, 31.4, null, '', numbers],
      ['TWD', 31_400, 31.4, -400, spent, numbers],
    ]);
    const plainSheet = must(depositsSheet(REPORT, language));
    expect(plainSheet.tables[0]?.columns.map(({ header }) => header)).not.toContain(words[0]);
  },
);

test.each(LANGUAGES)('every formula says what it claims, and no words are missing: %s', (language) => {
  const reserves = [
    { shop: 'x/y', currency: 'TWD', held: twd(200), released: twd(50), open: twd(150), state: 'RESERVE_HELD' as const },
  ];
  const sheet = must(depositsSheet({ ...REPORT, reserves }, language));
  const checked = evaluateSheets([sheet]);
  expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  expect(checked.length).toBeGreaterThan(14);
  expect(sheet.tables[0]?.columns.every(({ header }) => header !== '')).toBe(true);
  expect(sheet).toMatchObject({ key: 'deposits', tone: 'bad' });
});

test('the account rolls from opening to closing, and a balance that does not fit is shown', () => {
  const linesOf = (lines: BankLine[]) => {
    const sheet = must(depositsSheet(reportOf([], lines), 'zh-TW'));
    return sheet.lines.filter(({ style }) => style === 'values').map(({ cells }) => cells.map(plain).slice(4));
  };
  expect(linesOf(LINES)).toEqual([[1000, 1560, -12, 2548, 2548, 0]]);
  expect(linesOf([...LINES.slice(0, 2), ...LINES.slice(3)])).toEqual([[1000, 1530, -12, 2518, 2548, 30]]);
});

const plain = (value: unknown) =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

test('the totals of a currency: due = arrived + fee + difference + not arrived', () => {
  const sheet = must(depositsSheet(REPORT, 'zh-TW'));
  const headers = sheet.tables[0]?.columns.map(({ header }) => header) ?? [];
  const totals = sheet.lines.filter(({ style }) => style === 'total').map(({ cells }) => cells.map(plain));
  const columns = ['種類', '應入帳', '已入帳', '匯費', '差額', '尚未入帳', '無撥款的入帳'];
  const shown = totals.map((total) => columns.map((header) => total[headers.indexOf(header)]));
  expect(shown).toEqual([
    ['撥款批次', 6157, 1552, 15, 10, 4580, 0],
    ['入帳', 0, 0, 0, 0, 0, 8],
  ]);
});

test('money that goes from the wallet to the bank is added up as a payout and as a withdrawal, never together', () => {
  const lines = [
    aBankLine('in', 2, 987, { account: WALLET.key }),
    aBankLine('out', 5, -900, { account: WALLET.key, type: 'WITHDRAWAL' }),
    aBankLine('bank', 6, 900),
  ];
  const report = reportOf([aBatch('A', 1, 987)], lines, { accounts: [WALLET, BANK] });
  const sheet = must(depositsSheet(report, 'en'));
  const headers = sheet.tables[0]?.columns.map(({ header }) => header) ?? [];
  const totals = sheet.lines.filter(({ style }) => style === 'total').map(({ cells }) => cells.map(plain));
  expect(totals.map((total) => ['Kind', 'Due', 'Arrived'].map((header) => total[headers.indexOf(header)]))).toEqual([
    ['Payout', 987, 987],
    ['Withdrawal', 900, 900],
  ]);
  expect(evaluateSheets([sheet]).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
});

test.each<[string, Partial<DepositRow>, string]>([
  ['with the payout it is taken off', { arrived: twd(-50), sharing: 2 }, '平台已從 2024-03-09 入帳的款項中扣抵'],
  ['off a payout that says so', { carriedInto: true }, '平台已從後面的撥款扣抵，本身沒有入帳'],
  ['off one that is still to come', {}, '沒有入帳；平台會從後面的撥款扣抵'],
])('a negative payout that is taken %s says so, and does not contradict itself', (_, facts, expected) => {
  const row = must(depositRows(REPORT).find(({ state }) => state === 'CARRIED_FORWARD'));
  const told = explainDeposit({ ...row, arrivedOn: march(9), ...facts }, 'zh-TW');
  expect(told).toContain(expected);
  expect(/沒有入帳/.test(told) && /合併入帳/.test(told)).toBe(false);
});

test('without a statement and with nothing wrong there is no sheet', () => {
  expect(depositsSheet(reportOf([aBatch('A', 1, 987)], [], { accounts: [] }), 'zh-TW')).toBeNull();
  const wrong = [aBatch('A', 1, 987, { declared: twd(990) })];
  expect(depositsSheet(reportOf(wrong, [], { accounts: [] }), 'zh-TW')).not.toBeNull();
});

test('the report speaks of the days it was asked about, and of the groups that reach into them', () => {
  const lines = [aBankLine('a', 2, 987), aBankLine('b', 20, 500), aBankLine('x', 28, 7)];
  const batches = [aBatch('A', 1, 987), aBatch('B', 18, 500)];
  const whole = check(batches, lines);
  const about = { reserves: [], held: [], documents: [], unbooked: [], before: new Map() };
  const days = { from: march(15), to: march(25) };
  const told = depositReport(whole, { batches, lines, accounts: [BANK] }, { ...days, ...about });
  expect([told.batches.map(({ key }) => key), told.groups.length, told.withoutBatch]).toEqual([['B'], 1, []]);
  expect(told.accounts).toMatchObject([{ lines: 1, closing: twd(500) }]);
});

test('a statement that prints no balances begins where the lines before it end', () => {
  const accounts = [WALLET];
  const lines = [aBankLine('c', 3, 100, { account: WALLET.key })];
  const about = { from: march(1), to: march(31), reserves: [], held: [], documents: [], unbooked: [] };
  const before = new Map([[WALLET.key, twd(40)]]);
  const told = depositReport(check([], lines, { accounts }), { batches: [], lines, accounts }, { ...about, before });
  expect(told.accounts).toMatchObject([{ opening: twd(40), closing: twd(140), statementClosing: null }]);
});

test('what is due is accounted for to the cent, whatever came', () => {
  const anyBatch = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(-20, 30, 40, 50, 90, 100, 215));
  const anyLine = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom(15, 30, 40, 70, 75, 90, 130, 200, 215));
  fc.assert(
    fc.property(fc.array(anyBatch, { maxLength: 6 }), fc.array(anyLine, { maxLength: 6 }), (batches, lines) => {
      const report = reportOf(
        batches.map(([on, dollars], at) => aBatch(`p${at}`, on, dollars)),
        lines.map(([on, dollars], at) => aBankLine(`d${at}`, on, dollars)),
        { fees: [fee(15)] },
      );
      expect(imbalanceOfRows(depositRows(report))).toBe(0);
      const sheet = depositsSheet(report, 'en');
      expect(evaluateSheets(sheet ? [sheet] : []).filter((one) => one.claimed !== one.computed)).toEqual([]);
    }),
  );
});
