// Statements as lines of an account: identities that survive another export, balances, and no words about people.
import fc from '../../fast-check.ts';
import { bankPushes } from '../../../core/bank/bank-api.ts';
import { bankLinesOfSheet, type StatementLine } from '../../../core/bank/bank-lines-of-sheet.ts';
import { rollWallet } from '../../../core/bank/wallet-balance.ts';
import { ROWS_PER_CHUNK } from '../../../core/api.ts';
import { type ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import { normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import { subtract, sum, textOfAmount } from '../../../core/money.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { must } from '../../server/fixtures.ts';
import { goldenSheet } from '../../mappings/golden-sheets.ts';

function linesOf(table: SheetTable, answers: ReadingAnswers = {}): StatementLine[] {
  const check = normalizeSheet(table, builtInMappings, [], answers);
  if (check.outcome !== 'statement' || check.recognised.kind !== 'payout') throw new Error(JSON.stringify(check));
  return bankLinesOfSheet(table, check.recognised, check.rows, answers);
}

const shown = ({ bookedOn, amount, currency, reference, description, balance, parts }: StatementLine) =>
  [
    bookedOn,
    textOfAmount(amount),
    currency,
    balance === null ? '-' : textOfAmount(balance),
    reference || '-',
    description || '-',
    parts.map(({ type }) => type).join('+'),
  ].join(' | ');

test.each<[string, ReadingAnswers, string[]]>([
  [
    'bank.debit-credit',
    {},
    [
      '2024-05-16 | -2000 | TWD | 9531.75 | - | - | UNKNOWN',
      '2024-05-15 | 8040.25 | TWD | 11531.75 | - | - | UNKNOWN',
      '2024-05-14 | -33.5 | TWD | 3491.5 | - | - | UNKNOWN',
      '2024-05-13 | 1525 | TWD | 3525 | - | - | UNKNOWN',
    ],
  ],
  [
    'bank.dc-column',
    {},
    [
      '2023-12-15 | -33.5 | USD | -23.5 | REF1812001 | - | UNKNOWN',
      '2023-12-16 | 1533.5 | USD | 1510 | - | - | UNKNOWN',
      '2023-12-17 | -15 | USD | 1495 | - | - | UNKNOWN',
    ],
  ],
])('the golden %s', async (id, answers, expected) => {
  expect(linesOf(await goldenSheet(id), answers).map(shown)).toEqual(expected);
});

test.each(['bank.debit-credit', 'bank.dc-column', 'bank.signed-amount', 'bank.chase', 'wechat.fund-flow'])(
  'the balances that are read prove the golden %s',
  async (id) => {
    const [push] = bankPushes(linesOf(await goldenSheet(id)), facts('bank'));
    const { account, rows } = must(push);
    const roll = rollWallet(account, rows);
    expect([roll.holds, subtract(roll.closing, roll.opening)]).toEqual([true, sum(rows.map(({ amount }) => amount))]);
  },
);

test('a wallet’s withdrawals and orders keep their kinds', async () => {
  const kinds = linesOf(await goldenSheet('shopee-sea.balance'), { currency: 'SGD' }).map(
    ({ parts }) => parts[0]?.type,
  );
  expect(kinds).toContain('WITHDRAWAL');
  expect(kinds).toContain('PRINCIPAL');
});

type Row = [date: string, label: string, amount: number, balance: number];

function sheet(rows: readonly Row[], name = 'bank.csv'): SheetTable {
  const header: Cell[] = ['Date', 'Label', 'Amount', 'Balance', 'Currency'];
  const data = rows.map((row): Cell[] => [...row, 'TWD']);
  return { file: name, sheet: name, firstRow: 1, firstColumn: 1, rows: [header, ...data] };
}

const MARCH: Row[] = [
  ['2024-03-14', 'PAYOUT-0314 王** 0912345678', 500, 1500],
  ['2024-03-14', 'Transfer', 50, 1550],
  ['2024-03-15', 'Transfer', 50, 1600],
  ['2024-03-15', 'Transfer', 50, 1650],
  ['2024-03-15', 'Other', 50, 1700],
  ['2024-03-16', 'Card fee', -15, 1685],
  ['2024-03-16', 'Card fee', -15, 1670],
];

const byIdentity = (lines: readonly StatementLine[]) =>
  new Map(lines.map(({ sourceRow: _, ...line }) => [line.identity, line]));

describe('identity', () => {
  test('of equal lines each is one', () => {
    expect(byIdentity(linesOf(sheet(MARCH))).size).toBe(MARCH.length);
  });

  test('is the same line whichever way round the file runs, balance included', () => {
    expect(byIdentity(linesOf(sheet([...MARCH].reverse())))).toEqual(byIdentity(linesOf(sheet(MARCH))));
  });

  test('T2: files that overlap by days name the same lines alike', () => {
    const all = byIdentity(linesOf(sheet(MARCH)));
    const parts = [linesOf(sheet(MARCH.slice(0, 5), 'a.csv')), linesOf(sheet(MARCH.slice(2), 'b.csv'))];
    expect(byIdentity(parts.flat())).toEqual(all);
  });

  test('T2: any order of the rows gives the same lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(MARCH, { minLength: MARCH.length }), (rows) => {
        expect(byIdentity(linesOf(sheet(rows)))).toEqual(byIdentity(linesOf(sheet(MARCH))));
      }),
      { numRuns: 20 },
    );
  });

  test('is the platform’s own number where it has one', async () => {
    const identities = linesOf(await goldenSheet('wechat.fund-flow')).map(({ identity }) => identity);
    expect(identities.length).toBeGreaterThan(1);
    expect(identities.every((identity) => identity.startsWith('id:'))).toBe(true);
  });

  test('holds no word of the statement’s text', () => {
    const [first] = linesOf(sheet(MARCH));
    expect(must(first).identity).not.toMatch(/PAYOUT|王|0912/);
  });
});

test('of a text only the words that may name a payout leave the sheet', () => {
  const [first, second] = linesOf(sheet(MARCH));
  expect([must(first).description, must(second).description]).toEqual(['PAYOUT-0314', '']);
});

test('a personal column does not leave the sheet, whatever it holds', async () => {
  const table = await goldenSheet('bank.debit-credit');
  const partner = must(table.rows[0]).indexOf('Partner Name');
  const named = table.rows.map((row, at) =>
    at === 0 ? row : row.map((cell, index) => (index === partner ? 'PAYOUT-0314' : cell)),
  );
  expect(linesOf({ ...table, rows: named })).toEqual(linesOf(table));
});

function facts(platform: string) {
  return {
    mapping: { id: `${platform}.report`, version: 3, platform },
    name: '小店',
    source: { file: 'f', sheet: 's' },
  };
}

describe('the push', () => {
  const lines = linesOf(sheet(MARCH));

  test('of a bank’s statement goes to a bank account, of a platform’s to the shop’s wallet', () => {
    expect(must(bankPushes(lines, facts('bank'))[0]).account).toEqual({
      key: 'bank/小店/TWD',
      kind: 'bank',
      currency: 'TWD',
      shop: null,
    });
    expect(must(bankPushes(lines, facts('shopee-tw'))[0]).account).toEqual({
      key: 'wallet/shopee-tw/小店/TWD',
      kind: 'wallet',
      currency: 'TWD',
      shop: 'shopee-tw/小店',
    });
  });

  test('of two currencies goes to two accounts', () => {
    const dollars = lines.slice(0, 2).map((line) => ({ ...line, currency: 'USD' }));
    const pushes = bankPushes([...lines, ...dollars], facts('bank'));
    expect(pushes.map(({ account, rows }) => [account.key, rows.length])).toEqual([
      ['bank/小店/TWD', 7],
      ['bank/小店/USD', 2],
    ]);
    expect(pushes.every(({ account, rows }) => rows.every((row) => row.account === account.key))).toBe(true);
  });

  test('of a long statement goes in parts of a request’s size', () => {
    const many = Array.from({ length: ROWS_PER_CHUNK + 1 }, (_, at) => ({
      ...must(lines[0]),
      identity: `row:${at}#1`,
    }));
    expect(bankPushes(many, facts('bank')).map(({ rows }) => rows.length)).toEqual([ROWS_PER_CHUNK, 1]);
  });

  test('of nothing is none', () => {
    expect(bankPushes([], facts('bank'))).toEqual([]);
  });
});
