// Payouts that a processor converted, in the check of payouts and deposits: their state, their documents, and when one of
// them is missed.
import type { BankLine } from '../../../core/bank/bank-line.ts';
import { draftBankDocuments } from '../../../core/bank/draft-bank-documents.ts';
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
