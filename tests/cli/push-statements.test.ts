// Bank and wallet statements on the command line: held beside the books of the run, once, in their accounts.
import { join } from 'node:path';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const golden = (name: string) => join(__dirname, '../mappings/golden', name);

interface Sheet {
  readonly kind: string;
  readonly accounts?: readonly { readonly account: string; readonly pushed: object; readonly conflicts: object[] }[];
}

async function reconciled(database: string, ...files: string[]): Promise<Sheet[]> {
  const { code, stdout, stderr } = await clearsheet('reconcile', ...files, '--db', desk.path(database), '--json');
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
