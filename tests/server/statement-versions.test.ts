// One payout number in two files with other amounts: the second is shown, waits, and reaches neither order nor bank until
// somebody lets it; parts of one payout and the same rows again are taken as they always were.
import type { BatchAnswer, BatchHeader, ReconcileResult } from '../../core/api.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { explainUnlinked } from '../../core/reconcile/explain.ts';
import { workListOf } from '../../core/work-list.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { faultsOf } from './book-balances.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, payoutHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

type Row = readonly [order: string | null, principal: number, commission: number];

/** Rows of statement 9201, known by their content. */
const rowsOf = (rows: readonly Row[]): PayoutLine[] =>
  sheetOf(
    rows.map(([order, PRINCIPAL, COMMISSION]) => {
      const parts = { PRINCIPAL, COMMISSION };
      return { ...aLine(order, { identity: `row:${JSON.stringify(parts)}`, parts }), statement: '9201' };
    }),
  );

function push(books: Books, file: string, rows: readonly Row[], declared: number | null): Promise<BatchAnswer> {
  const lines = rowsOf(rows);
  const net = payoutHeader(lines).proof?.net ?? twd(0);
  const total = declared === null ? null : twd(declared);
  const state = total === null ? 'undeclared' : total === net ? 'foots' : 'differs';
  const facts: Partial<BatchHeader> = {
    source: { file, sheet: 'rows' },
    proof: { net, rejectedNet: twd(0), declared: total, state },
  };
  return pushPayout(books, lines, facts);
}

const FIRST: Row[] = [['A1', 100, -15]];
const SECOND: Row[] = [['A1', 90, -13.5]];

const states = ({ orders }: ReconcileResult) =>
  orders.map(({ headline, received, onReview }) => [headline, received, onReview.join()]);

const bankBatches = async (books: Books) => {
  const [from, to, asOf] = [day('2024-05-01'), day('2024-05-31'), day('2024-06-01')];
  const { batches } = await checkBooksDeposits(books, { from, to, asOf, transferFees: [] });
  return batches.map(({ due, fileDifference }) => [due, fileDifference]);
};

onEachDatabase((newBooks) => {
  const begin = async (books: Books) => [
    await pushOrders(books, [anOrder('A1', { receivable: 100 })]),
    await push(books, 'first.csv', FIRST, 85),
  ];

  test('the second version waits with a sentence of its own, and nothing of it is booked', async () => {
    const books = newBooks();
    const batches = await begin(books);
    await reconcileBatches(books, batches);
    const second = await push(books, 'second.csv', SECOND, 76.5);
    const result = await reconcileBatches(books, [...batches, second]);
    expect(result.posted).toMatchObject({ matches: 0, receipts: 0, vouchers: 0 });
    expect(states(result)).toEqual([['EXACT', twd(100), '']]);
    const [line] = result.unlinked;
    expect(line).toMatchObject({ because: 'STATEMENT_DIFFERS', onReview: 'STATEMENT_DIFFERS', net: twd(76.5) });
    expect(explainUnlinked(must(line), 'zh-TW')).toBe(
      '同一撥款批次 9201 有兩個版本：「first.csv」總額 85，「second.csv」總額 76.5。請向平台確認哪一份正確。' +
        '同一撥款批次另有金額不同的檔案，尚未入帳，待審。',
    );
    expect(explainUnlinked(must(line), 'en')).toContain('"first.csv" declares 85, "second.csv" declares 76.5');
    const [proof] = result.conservation;
    expect([proof?.dispositions.review, proof?.difference]).toEqual([twd(76.5), 0]);
    expect(await bankBatches(books)).toEqual([[twd(85), 0]]);
    const { items, review } = workListOf(result, []);
    expect(items.map(({ actions }) => actions.includes('link'))).toEqual([false]);
    expect(review).toMatchObject([{ reason: 'STATEMENT_DIFFERS', mayApprove: true }]);
    expect(must(review[0]).sentence['zh-CN']).toContain('“first.csv”总额 85，“second.csv”总额 76.5');
    expect(await faultsOf(books)).toEqual([]);
  });

  test('pushed before the first one was booked it waits as well, also when looked at by itself', async () => {
    const books = newBooks();
    const batches = [...(await begin(books)), await push(books, 'second.csv', SECOND, 76.5)];
    const result = await reconcileBatches(books, batches);
    expect([result.posted.receipts, ...states(result)]).toEqual([1, ['EXACT', twd(100), '']]);
    const alone = await reconcileBatches(books, batches.slice(2));
    expect([alone.posted.receipts, alone.unlinked.map(({ because }) => because)]).toEqual([0, ['STATEMENT_DIFFERS']]);
  });

  test('other rows under the same total, which is complete, are another version', async () => {
    const books = newBooks();
    const batches = [...(await begin(books)), await push(books, 'second.csv', [['A1', 95, -10]], 85)];
    const { unlinked } = await reconcileBatches(books, batches);
    expect(unlinked.map((line) => explainUnlinked(line, 'zh-TW'))).toEqual([
      expect.stringContaining(
        '撥款批次 9201 總額 85，「first.csv」的各列已足額；「second.csv」總額 85，卻另有合計 85 的列',
      ),
    ]);
  });

  test('once somebody lets it, it is booked, and the bank is asked for both', async () => {
    const books = newBooks();
    const batches = await begin(books);
    await reconcileBatches(books, batches);
    const second = await push(books, 'second.csv', SECOND, 76.5);
    const all = [...batches, second];
    const { onReview } = await reconcileBatches(books, all);
    const request = { batchIds: all.map(({ batchId }) => batchId), asOf: day('2024-06-01'), author: '王**' };
    const result = await reconcile(books, { ...request, approve: onReview.map(({ lineKey }) => lineKey) });
    expect([result.posted.receipts, result.unlinked.length, result.onReview]).toEqual([1, 0, []]);
    expect(states(result)).toEqual([['OVER', twd(190), '']]);
    expect(await bankBatches(books)).toEqual([[twd(161.5), 0]]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test.each<[string, readonly Row[], number | null, number]>([
    ['the same file under another name', FIRST, 85, 1],
    ['a report that declares nothing', [['B1', 5, 0]], null, 2],
  ])('%s is no other version', async (_name, rows, declared, receipts) => {
    const books = newBooks();
    const batches = [...(await begin(books)), await push(books, 'second.csv', rows, declared)];
    const { onReview } = await reconcileBatches(books, batches);
    expect(onReview).toEqual([]);
    expect(await countRows(books, ['receipts'])).toEqual({ receipts });
  });

  test('the second part of one payout, of the same total, is taken, and the bank is asked for that total', async () => {
    const books = newBooks();
    const orders = await pushOrders(
      books,
      sheetOf([anOrder('A1', { receivable: 100 }), anOrder('B1', { receivable: 40 })]),
    );
    const parts = [
      await push(books, 'part-1.csv', FIRST, 120),
      await push(
        books,
        'part-2.csv',
        [
          ['A1', 100, -15],
          ['B1', 40, -5],
        ],
        120,
      ),
    ];
    const { onReview, unlinked } = await reconcileBatches(books, [orders, ...parts]);
    expect(unlinked).toEqual([]);
    expect(onReview.map(({ reason }) => reason)).not.toContain('STATEMENT_DIFFERS');
    expect(await bankBatches(books)).toEqual([[twd(120), 0]]);
  });

  test('one number in two currencies, or in two shops, is two payouts', async () => {
    const books = newBooks();
    await begin(books);
    const lines = rowsOf(SECOND).map((line) => ({ ...line, currency: 'USD' }));
    const usd = await pushPayout(books, lines, { currency: 'USD', source: { file: 'usd.csv', sheet: 'rows' } });
    const other = await pushPayout(books, rowsOf(SECOND), { shop: { platform: 'momo', name: '小店' } });
    const { onReview } = await reconcileBatches(books, [usd, other]);
    expect(onReview).toEqual([]);
  });
});
