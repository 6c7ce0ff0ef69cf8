// What people decided on the work list, once its effect is undone: it is asked again, and the log keeps both. Seen red when
// `reopenDecisions` was left out (the next run carried the decision out again), when it forgot no link, when
// `changedBy` took what is booked again for a change, and when `approvedLines` did not look at what was reopened.
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { lineKey, orderKey } from '../../core/reconcile/account.ts';
import type { Resolution } from '../../core/work-event.ts';
import type { Books } from '../../server/books.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { faultsOf, undo } from './book-balances.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';
import { trust } from './team-policy.ts';

const SHOP = 'shopee-tw/小店';
const TODAY = day('2024-06-01');
const STRAY = aLine('Z9', { parts: { PRINCIPAL: 700 } });
const short = (number: string) => aLine(number, { parts: { PRINCIPAL: 1030, COMMISSION: -60 } });
const A1 = orderKey(SHOP, 'A1');

onEachDatabase((newBooks) => {
  let books: Books;
  let batches: readonly BatchAnswer[];

  async function reconciled(proof = {}): Promise<ReconcileResult> {
    books = newBooks();
    const orders = sheetOf(['A1', 'A2', 'A3'].map((number) => anOrder(number)));
    const income = sheetOf([short('A1'), short('A2'), STRAY]);
    await trust(books, '王會計');
    batches = [await pushOrders(books, orders), await pushPayout(books, income, proof)];
    return again();
  }
  const again = () => reconcileBatches(books, batches);
  const asked = () => ({ batchIds: batches.map(({ batchId }) => batchId), asOf: TODAY });
  const list = () => listWork(books, asked());
  const item = async (number: string) => must((await list()).items.find(({ orderNumber }) => orderNumber === number));
  async function decide(number: string, resolution: Resolution) {
    const { subject, figures } = await item(number);
    return resolveWork(books, { ...asked(), subjects: [{ subject, figures }], resolution, author: '王會計', note: '' });
  }
  const transferOf = ({ receipts }: ReconcileResult) =>
    must(receipts.find(({ kind, reverses }) => kind === 'transfer' && reverses === null));
  const writtenFor = async (number: string) => (await item(number)).history.map(({ resolution }) => resolution.kind);

  test('a fee that was accepted is open again, and the next run does not book it', async () => {
    await reconciled();
    await decide('A1', { kind: 'accept-fee', feeType: 'SERVICE_FEE' });
    const what: Undone = { kind: 'receipt', number: transferOf(await again()).number };
    const plan = await undo(books, what, { mode: 'plan' });
    expect([plan.reopened, await countRows(books, ['work_events'])]).toEqual([[A1], { work_events: 1 }]);
    const undone = await undo(books, what, { planHash: plan.planHash, note: '認錯費用' });
    expect(undone.reopened).toEqual([A1]);
    expect((await again()).posted.receipts).toBe(0);
    const after = await item('A1');
    expect(after).toMatchObject({ state: 'open', headline: 'SHORT', atStake: twd(20) });
    expect(after.history).toMatchObject([
      { resolution: { kind: 'reopen' }, author: '王**', note: `${must(undone.runId)} 認錯費用` },
      { resolution: { kind: 'accept-fee' }, author: '王會計' },
    ]);
    await decide('A1', { kind: 'accept-fee', feeType: 'COMMISSION' });
    expect(transferOf(await again()).deductions).toBeDefined();
    expect(await writtenFor('A1')).toEqual(['accept-fee', 'reopen', 'accept-fee']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('of two decisions in one receipt only the one whose row is undone is asked again', async () => {
    await reconciled();
    const subjects = [await item('A1'), await item('A2')].map(({ subject, figures }) => ({ subject, figures }));
    const resolution: Resolution = { kind: 'accept-fee', feeType: 'SERVICE_FEE' };
    await resolveWork(books, { ...asked(), subjects, resolution, author: '王會計', note: '' });
    const { reopened } = await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 3 } });
    expect(reopened).toEqual([orderKey(SHOP, 'A2')]);
    await again();
    expect([(await item('A1')).state, (await item('A2')).state]).toEqual(['resolved', 'open']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('money without order whose fee came with its receipt: undone both, asked again, and booked in one run', async () => {
    await reconciled();
    await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 4 } });
    for (const kind of ['accept-fee', 'undo', 'accept-fee'] as const) {
      if (kind === 'accept-fee') await decide('Z9', { kind, feeType: 'FEE_REVERSAL' });
      else await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 4 } });
      expect((await item('Z9')).state).toBe(kind === 'accept-fee' ? 'resolved' : 'open');
      if (kind === 'accept-fee') expect((await again()).posted).toMatchObject({ receipts: 0, vouchers: 0 });
      expect(await faultsOf(books)).toEqual([]);
    }
    expect(await writtenFor('Z9')).toEqual(['accept-fee', 'reopen', 'accept-fee']);
  });

  test('a link by hand whose row is undone is forgotten, and the payout is asked about again', async () => {
    await reconciled();
    await decide('Z9', { kind: 'link', orderKey: orderKey(SHOP, 'A3') });
    const { reopened } = await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 4 } });
    expect(reopened).toEqual([lineKey(SHOP, STRAY)]);
    const run = await again();
    expect(run.unlinked).toMatchObject([{ orderNumber: 'Z9', because: 'NO_ORDER' }]);
    expect(await item('Z9')).toMatchObject({ state: 'open', headline: 'PAYOUT_WITHOUT_ORDER' });
    expect(await writtenFor('Z9')).toEqual(['reopen', 'link']);
    await decide('Z9', { kind: 'link', orderKey: orderKey(SHOP, 'A3') });
    expect((await again()).unlinked).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a line that was approved waits again once it is undone', async () => {
    const declared = twd(1);
    await reconciled({ proof: { net: twd(2640), rejectedNet: twd(0), declared, state: 'differs' as const } });
    const { review } = await list();
    const subjects = review.slice(0, 1).map(({ subject, figures }) => ({ subject, figures }));
    await resolveWork(books, { ...asked(), subjects, resolution: { kind: 'approve' }, author: '王會計', note: '' });
    expect((await list()).review).toHaveLength(2);
    const { reopened } = await undo(books, { kind: 'batch', batchId: must(batches[1]).batchId });
    expect(reopened).toEqual(subjects.map(({ subject }) => subject));
    expect((await again()).posted.receipts).toBe(0);
    expect((await list()).review).toHaveLength(3);
    expect(await faultsOf(books)).toEqual([]);
  });
});
