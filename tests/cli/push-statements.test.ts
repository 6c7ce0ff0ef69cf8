// Bank and wallet statements on the command line: held beside the books of the run, once, in their accounts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../files/read-workbook.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const golden = (name: string) => join(__dirname, '../mappings/golden', name);

interface Sheet {
  readonly kind: string;
  readonly accounts?: readonly { readonly account: string; readonly pushed: object; readonly conflicts: object[] }[];
}

/** The mappings of these files were looked at. */
const SEEN = ['--confirm', 'all'];

async function reconciled(database: string, ...files: string[]): Promise<Sheet[]> {
  const { code, stdout, stderr } = await clearsheet(
    'reconcile',
    ...files,
    ...SEEN,
    '--db',
    desk.path(database),
    '--json',
  );
  expect([code, stderr]).toEqual([0, '']);
  const { files: read } = JSON.parse(stdout) as { files: { sheets: Sheet[] }[] };
  return read.flatMap(({ sheets }) => sheets);
}

it('holds a bank statement in the bank’s account, and the same statement once', async () => {
  const statement = golden('bank.debit-credit.csv');
  const accounts = (created: number, unchanged: number) => [
    { account: 'bank/bank/TWD', pushed: { created, unchanged, conflict: 0 }, conflicts: [] },
  ];
  expect(await reconciled('bank.sqlite', statement)).toMatchObject([{ kind: 'wallet', accounts: accounts(4, 0) }]);
  expect(await reconciled('bank.sqlite', statement)).toMatchObject([{ accounts: accounts(0, 4) }]);
});

it('holds it beside orders and payouts, which it leaves as they are', async () => {
  const sheets = await reconciled('beside.sqlite', ORDERS, INCOME, golden('wechat.fund-flow.csv'));
  expect(sheets.map(({ kind }) => kind)).toEqual(['orders', 'payout', 'wallet']);
  expect(sheets[2]?.accounts?.map(({ account }) => account)).toEqual(['wallet/wechat/wechat/CNY']);
});

it('names the rows of a statement that differ from what is held', async () => {
  const lines = (balance: string) => `Date,Label,Amount,Balance,Currency\n2024-05-13,Payout,500,${balance},TWD\n`;
  await reconciled('conflict.sqlite', desk.put('a.csv', lines('1500')));
  const [sheet] = await reconciled('conflict.sqlite', desk.put('b.csv', lines('1600')));
  expect(sheet?.accounts).toEqual([
    {
      account: 'bank/bank/TWD',
      pushed: { created: 0, unchanged: 0, conflict: 1 },
      conflicts: [{ row: 2, fields: ['balance'] }],
    },
  ]);
});

describe('payouts looked for in the statements', () => {
  const HEADER = 'Date,Label,Amount,Balance,Currency';
  /** The golden income pays out 385 on one day and 1,146 on another. */
  const statement = () =>
    desk.put(
      'bank-may.csv',
      [HEADER, '2024-05-10,Transfer,385,1385,TWD', '2024-05-31,Rent,-300,1085,TWD', ''].join('\n'),
    );

  interface Deposits {
    readonly batches: readonly { readonly state: string; readonly due: string; readonly reason: string }[];
    readonly accounts: readonly object[];
    readonly documents: readonly { readonly number: string; readonly left: string }[];
  }

  async function deposits(database: string, ...argv: string[]): Promise<Deposits> {
    const { code, stdout, stderr } = await clearsheet(
      'reconcile',
      ...argv,
      ...SEEN,
      '--db',
      desk.path(database),
      '--json',
    );
    expect([code, stderr]).toEqual([0, '']);
    return (JSON.parse(stdout) as { deposits: Deposits }).deposits;
  }

  it('each batch has its state and sentence, the account rolls, and what arrived has its document', async () => {
    const told = await deposits('deposits.sqlite', ORDERS, INCOME, statement());
    expect(told.batches.map(({ state, due }) => `${state} ${due}`).sort()).toEqual([
      'DEPOSIT_MISSING 1146',
      'FOOTS 385',
    ]);
    expect(told.accounts).toMatchObject([
      { account: 'bank/bank/TWD', opening: '1000', inflow: '385', outflow: '-300', closing: '1085', difference: '0' },
    ]);
    expect(told.documents.map(({ number, left }) => `${number} ${left}`)).toEqual(['DP202405-0001 385']);
  });

  it('a statement alone finds the payouts of an earlier run', async () => {
    await deposits('later.sqlite', ORDERS, INCOME);
    const told = await deposits('later.sqlite', statement());
    expect(told.batches.map(({ state }) => state)).toContain('FOOTS');
  });

  it('the workbook says what a statement was used for, and does not call it unused', async () => {
    const out = desk.path('used.xlsx');
    await clearsheet('reconcile', ORDERS, INCOME, statement(), '--out', out, '--lang', 'en');
    const reading = await readWorkbook(new Uint8Array(readFileSync(out)), 'used.xlsx');
    if ('refused' in reading) throw new Error(reading.refused.code);
    const rows = must(reading.sheets[0]).rows.map((row) => row.filter((cell) => cell !== null && cell !== ''));
    const at = rows.findIndex(([cell]) => cell === 'Account statements (payouts are looked for in them)');
    expect(rows[at + 2]?.slice(0, 8)).toEqual(['bank-may.csv', 'bank-may', 'TWD', 2, 2, 0, 0, 'bank/bank/TWD']);
    expect(rows.flat()).not.toContain('Sheets not used');
  });

  it('the text names what did not arrive, and a statement’s account by the name given', async () => {
    const argv = ['reconcile', ORDERS, INCOME, statement(), '--db', desk.path('text.sqlite'), '--lang', 'en'];
    const { stdout } = await clearsheet(...argv, ...SEEN, '--shop', 'Main');
    expect(stdout).toContain('Result deposits');
    expect(stdout).toContain('bank/Main/TWD');
    expect(stdout).toContain('385 was due, and 385 arrived on 2024-05-10.');
  });
});
