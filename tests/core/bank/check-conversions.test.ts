// Payouts that a processor converted, in the check of payouts and deposits: their state, their documents, and when one of
// them is missed.
import type { BankLine } from '../../../core/bank/bank-line.ts';
import { draftBankDocuments } from '../../../core/bank/draft-bank-documents.ts';
import { depositReport } from '../../../core/bank/deposit-report.ts';
import { depositRows } from '../../../core/bank/deposit-rows.ts';
import { explainDeposit } from '../../../core/bank/explain-deposit.ts';
import type { PayoutBatch } from '../../../core/bank/payout-batch.ts';
import { day, must, twd } from '../../server/fixtures.ts';
import { aBankLine, aBatch, BANK, check, lineOf, march, SHOP, WALLET } from './fixtures.ts';

const usd = { currency: 'USD' };
const rateOn = (currency: string) => (currency === 'USD' ? '31.8' : '1');
const key = (on: number) => [SHOP, 'USD', march(on)].join('\u001f');
const abroad = (on: number, statement: string): PayoutBatch => aBatch(key(on), on, 1000, { ...usd, statement });
const named = (identity: string, on: number, dollars: number, description: string): BankLine =>
  aBankLine(identity, on, dollars, { description });

test('a payout that was converted has arrived whole', () => {
  const { batches, withoutBatch } = check([abroad(1, 'SET-20240301')], [named('d', 4, 31_400, 'SET-20240301')], {
    rateOn,
  });
  expect(batches.map(({ state, due, reasons }) => [state, due, reasons])).toEqual([['FOOTS', twd(1000), []]]);
  expect(withoutBatch).toEqual([]);
});

test('one that may have been is still on its way, and its deposit has no payout', () => {
  const { batches, groups, withoutBatch } = check([abroad(1, '')], [aBankLine('d', 4, 31_400)], { rateOn });
  expect([batches.map(({ state }) => state), groups, withoutBatch]).toEqual([['PENDING'], [], [lineOf('d')]]);
});

test('rows that its payout has more since it was converted are unexplained, and change neither rate nor sum of it', () => {
  const lines = [named('d', 4, 31_400, 'SET-20240301')];
  const confirmed = [{ dues: [key(1)], deposits: [lineOf('d')], due: twd(1000) }];
  const grown = { ...abroad(1, 'SET-20240301'), total: twd(1050) };
  const told = check([grown], lines, { rateOn, confirmed });
  expect(told.batches).toMatchObject([
    { state: 'DEPOSIT_DIFF', reasons: [{ reason: 'UNEXPLAINED', amount: twd(50) }] },
  ]);
  const about = {
    from: march(1),
    to: march(31),
    reserves: [],
    held: [],
    documents: [],
    unbooked: [],
    before: new Map(),
  };
  const report = depositReport(told, { batches: [grown], lines, accounts: [BANK] }, about);
  const [row] = depositRows(report);
  expect(row).toMatchObject({ due: twd(1050), arrived: twd(1000), difference: twd(50) });
  expect(explainDeposit(must(row), 'zh-TW')).toBe(
    '應入帳 USD 1,050，2024-03-04 由 USD 1,000 兌換成 TWD 31,400 入帳，隱含匯率 31.400000；之後多了 USD 50，原因不明。',
  );
});

test('it is missed where its like came before, and not before any came', () => {
  const batches = [abroad(1, 'SET-20240301'), abroad(10, 'SET-20240310')];
  const lines = [named('d', 4, 31_400, 'SET-20240301'), aBankLine('tea', 31, -1)];
  const states = (confirmed: NonNullable<Parameters<typeof check>[2]>['confirmed']) =>
    check(batches, lines, { rateOn, confirmed: confirmed ?? [] }).batches.map(({ state }) => state);
  expect(states([])).toEqual(['FOOTS', 'PENDING']);
  expect(states([{ dues: [key(1)], deposits: [lineOf('d')] }])).toEqual(['FOOTS', 'DEPOSIT_MISSING']);
});

test('two documents of one subject, the one that leaves before the one that arrives, after the withdrawals of the day', () => {
  const account = { ...WALLET, key: `wallet/${SHOP}/USD`, ...usd };
  const own = { account: account.key, ...usd };
  const lines = [
    aBankLine('w', 4, -1000, { ...own, type: 'WITHDRAWAL', reference: 'WDR-20240304' }),
    named('d', 4, 31_400, 'WDR-20240304'),
    named('e', 5, 31_500, 'SET-20240301'),
  ];
  const accounts = [BANK, account];
  const batches = [aBatch('B', 1, 1000, { ...usd, shop: 'momo/小店', statement: 'SET-20240301' })];
  const { groups } = check(batches, lines, { accounts, rateOn });
  const held = groups.map((group, at) => ({ id: at + 1, group }));
  const money = { accounts, lines, batches, withdrawers: new Set<string>(), closedMonths: new Set<string>() };
  const drafts = draftBankDocuments({ ...money, groups: held });
  const [wallet, bank] = [
    held.find(({ group }) => group.dues[0] !== 'B'),
    held.find(({ group }) => group.dues[0] === 'B'),
  ];
  expect(
    drafts.map(({ kind, subject, from, currency, left, exchanged }) => [
      kind,
      subject,
      from,
      currency,
      left,
      exchanged?.currency,
    ]),
  ).toEqual([
    ['withdrawal', lineOf('w', account.key), 'wallet', 'USD', twd(1000), undefined],
    ['withdrawal', `group ${must(wallet).id}`, 'transit', 'USD', twd(1000), 'TWD'],
    ['deposit', `group ${must(wallet).id}`, 'transit', 'TWD', twd(31_400), 'USD'],
    ['withdrawal', `group ${must(bank).id}`, 'wallet', 'USD', twd(1000), 'TWD'],
    ['deposit', `group ${must(bank).id}`, 'wallet', 'TWD', twd(31_500), 'USD'],
  ]);
  const later = draftBankDocuments({ ...money, groups: held, closedMonths: new Set(['2024-03']) });
  expect(new Set(later.map(({ documentOn }) => documentOn))).toEqual(new Set([day('2024-04-01')]));
  expect(later.map(({ exchanged }) => exchanged === undefined)).toEqual([true, false, false, false, false]);
});
