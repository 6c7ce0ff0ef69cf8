// Fee contracts the whole way on every database: learned from the books, accepted, and checked by the next run.
import { z } from 'zod';
import { explainFit } from '../../core/fees/explain-fee-fit.ts';
import { explainFeeTerms } from '../../core/fees/explain-fee-terms.ts';
import { feeDeviationsSchema, feeProposalsSchema } from '../../core/fees/fee-api.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import type { FeeProposal } from '../../core/fees/propose-fees.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import type { Books } from '../../server/books.ts';
import { acceptFees, findFeeDeviations, learnFees } from '../../server/commands/learn-fees.ts';
import { getSettings } from '../../server/commands/save-setting.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { fillFeeBooks, ODD } from './fee-books.ts';
import { day, must, twd } from './fixtures.ts';
import { reconcileBatches } from './push.ts';

const numberOf = (orderKey: string) => partsOfOrderKey(orderKey).orderNumber;
const shown = ({ feeType, currency, periods }: FeeProposal) =>
  periods.map(({ rule, fit }) => `${explainFeeTerms(feeType, rule, currency, 'zh-TW')}｜${explainFit(fit, 'zh-TW')}`);
const rulesOf = (proposals: readonly FeeProposal[]) =>
  proposals.flatMap(({ periods }) => periods.map(({ rule }) => rule));

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const accept = (rules: readonly FeeRule[]) =>
    acceptFees(books, { rules: [...rules], author: '王**', note: '依四月帳單' });
  const rulesNow = async () =>
    (await getSettings(books, 'fee-rule', false)).settings.map(({ content }) => z.decode(feeRuleSchema, content));

  test('learned, accepted, checked: what was 手續費未核 is 完全相符, and the odd one is a claim', async () => {
    const batches = await fillFeeBooks(books);
    const before = (await reconcileBatches(books, batches)).orders;
    expect(before.every(({ feesChecked }) => !feesChecked)).toBe(true);

    const proposals = await learnFees(books, null);
    expect(proposals.flatMap(shown)).toEqual([
      '成交手續費＝貨款 × 6%，四捨五入到元｜40 筆中 39 筆相符；其餘 1 筆多收 25。',
      '金流手續費＝應收 × 2.5%，四捨五入到元｜40 筆全部相符。',
    ]);
    const odd = must(proposals[0]?.periods[0]).fit.exceptions;
    expect(odd.map(({ orderKey, charged, contract }) => [numberOf(orderKey), charged, contract])).toEqual([
      [ODD, twd(59), twd(34)],
    ]);
    expect(proposals.map(({ inForce }) => inForce)).toEqual([null, null]);

    await accept(rulesOf(proposals));
    const after = (await reconcileBatches(books, batches)).orders;
    expect(after.every(({ feesChecked }) => feesChecked)).toBe(true);
    expect(after.filter(({ headline }) => headline !== 'EXACT').map((one) => [one.orderNumber, one.headline])).toEqual([
      [ODD, 'FEE_DIFF'],
    ]);
    expect(after.find(({ orderNumber }) => orderNumber === ODD)).toMatchObject({ claim: twd(25) });

    const again = await learnFees(books, '小店');
    expect(again.map(({ inForce }) => inForce && [inForce.holds, inForce.deviates, inForce.unchecked])).toEqual([
      [39, 1, 0],
      [40, 0, 0],
    ]);
  });

  test('deviations by fee: counts, sums and the list of claims; without a contract all is unchecked', async () => {
    await fillFeeBooks(books);
    const unchecked = await findFeeDeviations(books, null);
    expect(
      unchecked.totals.map(({ feeType, orders, holds, unchecked: open }) => [feeType, orders, holds, open.orders]),
    ).toEqual([
      ['COMMISSION', 40, 0, 40],
      ['PAYMENT_FEE', 40, 0, 40],
    ]);
    await accept(rulesOf(await learnFees(books, null)));
    const { totals, rows } = await findFeeDeviations(books, '小店');
    expect(totals.map(({ feeType, holds, over, under, claim }) => [feeType, holds, over, under.orders, claim])).toEqual(
      [
        ['COMMISSION', 39, { orders: 1, sum: twd(25) }, 0, twd(25)],
        ['PAYMENT_FEE', 40, { orders: 0, sum: twd(0) }, 0, twd(0)],
      ],
    );
    expect(rows.map(({ orderKey, excess, claim }) => [numberOf(orderKey), excess, claim])).toEqual([
      [ODD, twd(25), twd(25)],
    ]);
  });

  test('a contract that changed is learned in two, and both are kept side by side', async () => {
    const early = await fillFeeBooks(books);
    const late = await fillFeeBooks(books, { from: 40, commission: 75, since: '2024-05-15' });
    const [commission] = await learnFees(books, null);
    await accept(rulesOf([must(commission)]));
    const kept = (await rulesNow()).map(({ version, rate, validFrom, validTo }) => [version, rate, validFrom, validTo]);
    expect(kept).toEqual([
      [1, 60_000, '2024-04-01', '2024-05-14'],
      [2, 75_000, '2024-05-15', null],
    ]);
    const { orders } = await reconcileBatches(books, [...early, ...late]);
    expect(orders.filter(({ headline }) => headline === 'FEE_DIFF').map(({ orderNumber }) => orderNumber)).toEqual([
      ODD,
    ]);
  });

  test('an accepted contract ends the one before it; with the same first day it takes its place', async () => {
    await fillFeeBooks(books);
    const rule = must(rulesOf(await learnFees(books, null))[0]);
    const facts = async (next: FeeRule) => {
      await accept([next]);
      return (await rulesNow()).map(({ version, rate, validFrom, validTo }) => [version, rate, validFrom, validTo]);
    };
    await accept([rule]);
    const later = { ...rule, rate: 70_000 as FeeRule['rate'], validFrom: day('2024-07-01') };
    expect(await facts(later)).toEqual([
      [1, 60_000, null, '2024-06-30'],
      [2, 70_000, '2024-07-01', null],
    ]);
    expect(await facts({ ...later, rate: 65_000 as FeeRule['rate'] })).toEqual([
      [1, 60_000, null, '2024-06-30'],
      [2, 65_000, '2024-07-01', null],
    ]);
  });

  test.each<[string, Partial<FeeRule>, string]>([
    ['overlaps a later one', { validFrom: day('2024-01-01') }, '有效期間重疊'],
    ['ends before it begins', { validFrom: day('2024-08-01'), validTo: day('2024-07-01') }, '訖日早於起日'],
    ['charges nothing', { rate: null, validFrom: day('2024-08-01') }, '沒有費率'],
  ])('a contract that %s is refused, and nothing is changed', async (_what, change, words) => {
    await fillFeeBooks(books);
    const rule = must(rulesOf(await learnFees(books, null))[0]);
    await accept([rule, { ...rule, validFrom: day('2024-07-01') }]);
    const before = await rulesNow();
    await expect(accept([{ ...rule, ...change }])).rejects.toMatchObject({
      code: 'SETTING_FAULTY',
      translated: { 'zh-TW': expect.stringContaining(words) as string },
    });
    expect(await rulesNow()).toEqual(before);
  });

  test('a shop the books do not hold is named', async () => {
    await expect(learnFees(books, '大店')).rejects.toMatchObject({ code: 'SHOP_UNKNOWN', details: { shop: '大店' } });
  });

  test('over the wire', async () => {
    await fillFeeBooks(books);
    const agent = agentFor(books);
    const answered = await agent.get(path('/fee-proposals')).query({ shop: '小店' });
    const { proposals } = z.decode(feeProposalsSchema, answered.body as z.input<typeof feeProposalsSchema>);
    expect(proposals).toEqual(await learnFees(books, '小店'));
    const rules = rulesOf(proposals).map((rule) => z.encode(feeRuleSchema, rule));
    const accepted = await agent.post(path('/fee-contracts')).send({ rules, author: '王**', note: '依四月帳單' });
    expect(accepted.body).toMatchObject({
      settings: [{ author: '王**', note: '依四月帳單', version: 1 }, { version: 1 }],
    });
    const deviations = await agent.get(path('/fee-deviations'));
    expect(z.decode(feeDeviationsSchema, deviations.body)).toEqual(await findFeeDeviations(books, null));
    const refused = await agent.post(path('/fee-contracts')).send({ rules: [{ ...(rules[0] as object), rate: '6%' }] });
    expect([refused.status, errorOf(refused).code]).toEqual([400, 'BAD_REQUEST']);
    expect((await agent.get(path('/fee-deviations')).query({ shop: '大店' })).status).toBe(404);
  });
});
