// The cost of sales of a month end, over what runs really moved: posted once, trued up by the next, seen as an entry of
// the log found it.
import { DEFAULT_COMPANY, DEFAULT_SHOP, type ShopSettings } from '../../core/company.ts';
import { numberOfAmount } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import type { ItemCost } from '../../core/stock.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import type { Books } from '../../server/books.ts';
import { type CostDraft, draftCostOfSales } from '../../server/commands/draft-cost-of-sales.ts';
import { enterItemCosts } from '../../server/commands/enter-item-costs.ts';
import type { EarlierVoucher, MonthEnd } from '../../server/commands/month-end.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import type { Statements } from '../../server/store/database.ts';
import { listShops } from '../../server/store/shops.ts';
import { undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { countStatements } from './failing-database.ts';
import { aLine, anOrder, day, must, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

/** The accounts of cost and stock are those of the whole company. */
const company = (baseCurrency: string | null) => ({ ...DEFAULT_COMPANY, baseCurrency, shopPlaces: new Map() });

const LAST_DAYS = { '2024-05': day('2024-05-31'), '2024-06': day('2024-06-30'), '2024-07': day('2024-07-31') };
type Month = keyof typeof LAST_DAYS;

const tea = (facts: Partial<ItemCost> = {}): ItemCost => ({
  ...{ sku: 'TEA-01', receivedOn: day('2024-05-01'), reference: 'GR-1', quantity: 10 },
  ...{ cost: twd(1_000), currency: 'TWD' },
  ...facts,
});

/** As the month end will have posted it. */
const postedIn = (month: Month, { vouchers }: CostDraft): EarlierVoucher[] =>
  vouchers.map((draft, at) => {
    const voucher = { ...draft, id: at + 1, number: `JV-${at}`, shopId: 1, documents: [], reverses: null };
    return { month, shop: draft.shop, voucher };
  });

const written = ({ vouchers }: { readonly vouchers: readonly VoucherDraft[] }) =>
  vouchers.map(({ shop, postedOn, currency, lines }) => {
    return [
      shop,
      postedOn,
      currency,
      ...lines.map(({ role, debit, credit }) => [role, numberOfAmount(debit) - numberOfAmount(credit)]),
    ];
  });

const SHOP = 'shopee-tw/小店';
const ofMay = (amount: number, shop = SHOP) => [
  shop,
  '2024-05-31',
  'TWD',
  ['costOfSales', amount],
  ['inventory', -amount],
];

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const enter = (...costs: ItemCost[]) => enterItemCosts(books, { costs, author: '' });

  async function endOf(tx: Statements, month: Month, facts: Partial<MonthEnd> = {}): Promise<MonthEnd> {
    const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
    const rest = 'FROM audit_log WHERE company_id = ?';
    const [last] = await tx.select<[number]>(['coalesce(max(seq), 0)'], rest, [tx.company]);
    const known = { shops, beforeEntry: must(last)[0] + 1, earlier: [], rateOn: () => null };
    return { month, lastDay: LAST_DAYS[month], company: company(null), ...known, ...facts };
  }
  const draft = (month: Month, facts?: Partial<MonthEnd>) =>
    books.database.transaction(books.company, async (tx) => draftCostOfSales(tx, await endOf(tx, month, facts)));
  async function ship(orders: readonly Order[], file = 'orders.xlsx', asOf = '2024-05-20') {
    const batch = await pushOrders(books, orders, { source: { file, sheet: 'orders' } });
    return reconcileBatches(books, [batch], asOf);
  }

  test('what was shipped leaves stock at its average, to the last day of the month', async () => {
    await enter(
      tea(),
      tea({ reference: 'GR-2', cost: twd(1_200) }),
      tea({ reference: 'late', receivedOn: day('2024-06-01') }),
    );
    await ship([anOrder('A1', { quantity: 5 })]);
    const { vouchers, waiting, onHand } = await draft('2024-05');
    expect(written({ vouchers })).toEqual([ofMay(550)]);
    expect(vouchers[0]).toMatchObject({ kind: 'cost', baseCurrency: 'TWD', summary: '銷貨成本，移動平均' });
    expect(waiting).toEqual([]);
    expect(onHand).toEqual([{ sku: 'TEA-01', currency: 'TWD', pieces: 15, value: twd(1_650) }]);
  });

  test('a second month end takes what came since, a late and a corrected cost as well', async () => {
    await enter(tea());
    await ship([anOrder('A1', { quantity: 5 })]);
    const may = postedIn('2024-05', await draft('2024-05'));
    const other = may.map((one) => ({ ...one, voucher: { ...one.voucher, kind: 'adjustment' as const } }));
    expect((await draft('2024-05', { earlier: [...may, ...other] })).vouchers).toEqual([]);
    await enter(tea({ cost: twd(1_100) }));
    await ship([{ ...anOrder('A2', { quantity: 1 }), shippedOn: day('2024-06-03') }], 'june.xlsx', '2024-06-10');
    const june = await draft('2024-06', { earlier: may });
    expect(written(june)).toEqual([[SHOP, '2024-06-30', 'TWD', ['costOfSales', 160], ['inventory', -160]]]);
    const both = [...may, ...postedIn('2024-06', june)];
    expect((await draft('2024-06', { earlier: both })).vouchers).toEqual([]);
    // May asked once more: what June took is no concern of it.
    expect(written(await draft('2024-05', { earlier: both }))).toEqual([ofMay(50)]);
  });

  describe('where a sale is booked later than goods leave', () => {
    const shipped: Order = { ...anOrder('A1', { quantity: 4, stage: 'shipped' }), completedOn: null };
    const completed: Order = { ...anOrder('A1', { quantity: 4 }), completedOn: day('2024-06-02') };
    const set = async (facts: Partial<ShopSettings>) => {
      const shops = { [SHOP]: { ...DEFAULT_SHOP, ...facts } };
      const content = { ...DEFAULT_COMPANY, shops };
      await saveSetting(books, 'company', { content, author: '王**', note: '' });
      return { company: { ...company(null), shops } };
    };

    test('at completion: goods on their way are inventory, and their cost is of the sale’s month', async () => {
      const setUp = await set({ revenueOn: 'completed' });
      await enter(tea());
      await ship([shipped]);
      const may = await draft('2024-05', setUp);
      expect([written(may), may.onHand[0]?.pieces]).toEqual([[], 10]);
      await ship([completed], 'later.xlsx', '2024-06-05');
      expect(written(await draft('2024-05', setUp))).toEqual([]);
      const june = await draft('2024-06', setUp);
      expect(written(june)).toEqual([[SHOP, '2024-06-30', 'TWD', ['costOfSales', 400], ['inventory', -400]]]);
      expect(june.onHand[0]?.pieces).toBe(6);
    });

    test('in consignment: once the statement lists the order', async () => {
      const setUp = await set({ settlement: 'consignment' });
      await enter(tea());
      await ship([anOrder('A1', { quantity: 4 })]);
      expect(written(await draft('2024-05', setUp))).toEqual([]);
      const statement = await pushPayout(books, [aLine('A1', { paidOutOn: '2024-06-10' })]);
      await reconcileBatches(books, [statement], '2024-06-12');
      expect(written(await draft('2024-05', setUp))).toEqual([]);
      expect(written(await draft('2024-06', setUp))[0]?.slice(3)).toEqual([
        ['costOfSales', 400],
        ['inventory', -400],
      ]);
    });

    test('a sale that was taken back and booked anew costs once', async () => {
      const setUp = await set({ revenueOn: 'completed' });
      await enter(tea());
      const first = await ship([{ ...completed, completedOn: day('2024-05-10') }]);
      await undo(books, { kind: 'run', runId: must(first.runId) }, { asOf: day('2024-05-20') });
      expect(written(await draft('2024-05', setUp))).toEqual([]);
      const batch = await pushOrders(books, [{ ...completed, completedOn: day('2024-05-10') }], {
        source: { file: 'orders.xlsx', sheet: 'orders' },
      });
      await reconcileBatches(books, [batch], '2024-05-20');
      expect(written(await draft('2024-05', setUp))).toEqual([ofMay(400)]);
    });

    test('what takes back a lowered price is no sale: once the sale itself is undone, nothing costs', async () => {
      const setUp = await set({ revenueOn: 'completed' });
      await enter(tea());
      await ship([shipped], 'shipped.xlsx', '2024-05-15');
      const sold = await ship([completed], 'completed.xlsx', '2024-06-03');
      const lowered = await ship([{ ...completed, receivable: twd(1_000) }], 'lowered.xlsx', '2024-06-05');
      for (const { runId } of [lowered, sold]) {
        await undo(books, { kind: 'run', runId: must(runId) }, { asOf: day('2024-06-10') });
      }
      expect(written(await draft('2024-06', setUp))).toEqual([]);
    });
  });

  test('goods that came back do so at the cost they left at, in the month they came', async () => {
    await enter(tea());
    await ship([anOrder('A1', { quantity: 4 })]);
    const may = postedIn('2024-05', await draft('2024-05'));
    await enter(tea({ receivedOn: day('2024-06-01'), reference: 'GR-2', cost: twd(5_000) }));
    await ship([anOrder('A1', { quantity: 4, returned: 1, credited: 262 })], 'later.xlsx', '2024-06-15');
    const june = await draft('2024-06', { earlier: may });
    expect(written(june)).toEqual([[SHOP, '2024-06-30', 'TWD', ['inventory', 100], ['costOfSales', -100]]]);
    expect(june.onHand).toEqual([{ sku: 'TEA-01', currency: 'TWD', pieces: 17, value: twd(5_700) }]);
  });

  test('an undo takes the cost back; another run brings it as it was', async () => {
    await enter(tea(), tea({ receivedOn: day('2024-05-05'), reference: 'GR-2', cost: twd(2_000) }));
    const orders = [
      anOrder('A1', { quantity: 4 }),
      { ...anOrder('A2', { quantity: 2 }), shippedOn: day('2024-05-06') },
    ];
    const { runId } = await ship(orders);
    const once = await draft('2024-05');
    expect(written(once)).toEqual([ofMay(725)]);
    await undo(books, { kind: 'run', runId: must(runId) }, { asOf: day('2024-06-02') });
    expect(written(await draft('2024-05'))).toEqual([ofMay(725)]);
    const june = await draft('2024-06', { earlier: postedIn('2024-05', once) });
    expect(written(june)).toEqual([[SHOP, '2024-06-30', 'TWD', ['inventory', 725], ['costOfSales', -725]]]);
    await ship(orders, 'again.xlsx', '2024-06-03');
    expect((await draft('2024-06', { earlier: postedIn('2024-05', once) })).vouchers).toEqual([]);
  });

  test('each shop bears what it shipped, from one stock; what no delivery covers waits', async () => {
    await enter(tea({ quantity: 3, cost: twd(100) }));
    await ship([anOrder('A1', { quantity: 2 }), anOrder('A2', { quantity: 1, sku: 'CUP' })]);
    const momo = { shop: { platform: 'momo', name: '二店' }, source: { file: 'momo.xlsx', sheet: 'orders' } };
    await reconcileBatches(books, [await pushOrders(books, [anOrder('B1', { quantity: 4 })], momo)], '2024-05-20');
    const { waiting, onHand, ...drawn } = await draft('2024-05');
    expect(written(drawn)).toEqual([ofMay(33, 'momo/二店'), ofMay(67)]);
    expect(waiting).toEqual([
      { sku: 'CUP', pieces: 1 },
      { sku: 'TEA-01', pieces: 3 },
    ]);
    expect(onHand).toEqual([]);
  });

  test('what an entry of the log tells of is not seen by those before it', async () => {
    await enter(tea());
    await ship([anOrder('A1', { quantity: 5 })]);
    const { beforeEntry } = await books.database.transaction(books.company, (tx) => endOf(tx, '2024-05'));
    await enter(tea({ cost: twd(9_000) }), tea({ reference: 'GR-2' }));
    await ship([anOrder('A2', { quantity: 1 })], 'more.xlsx');
    expect(written(await draft('2024-05', { beforeEntry }))).toEqual([ofMay(500)]);
    expect(written(await draft('2024-05'))).toEqual([ofMay(3_000)]);
    expect((await draft('2024-05', { beforeEntry: 1 })).vouchers).toEqual([]);
  });

  test('a delivery taken out takes its cost back, also when none is left', async () => {
    await enter(tea());
    await ship([anOrder('A1', { quantity: 5 })]);
    const may = postedIn('2024-05', await draft('2024-05'));
    await enter(tea({ quantity: 0, cost: twd(0) }));
    const june = await draft('2024-06', { earlier: may });
    expect(written(june)).toEqual([[SHOP, '2024-06-30', 'TWD', ['inventory', 500], ['costOfSales', -500]]]);
    expect(june.waiting).toEqual([{ sku: 'TEA-01', pieces: 5 }]);
  });

  test('costs in dollars in books of dollars and of no base currency; in others they are refused', async () => {
    await enter(tea({ cost: twd(100.01), currency: 'USD' }));
    await ship([anOrder('A1', { quantity: 3 })]);
    const cost = [SHOP, '2024-05-31', 'USD', ['costOfSales', 30], ['inventory', -30]];
    expect(written(await draft('2024-05'))).toEqual([cost]);
    expect(written(await draft('2024-05', { company: company('USD') }))).toEqual([cost]);
    const inTaiwan = draft('2024-05', { company: company('TWD') });
    await expect(inTaiwan).rejects.toMatchObject({ code: 'COST_CURRENCY', details: { sku: 'TEA-01' } });
  });

  test('a team that enters no costs has none, and its movements are not read', async () => {
    await saveSetting(books, 'company', { content: DEFAULT_COMPANY, author: '', note: '' });
    await ship([anOrder('A1')]);
    const end = await books.database.transaction(books.company, (tx) => endOf(tx, '2024-05'));
    let drawn: CostDraft | null = null;
    const statements = await countStatements(books.database, async (database) => {
      drawn = await database.transaction(books.company, (tx) => draftCostOfSales(tx, end));
    });
    expect([drawn, statements]).toEqual([{ vouchers: [], waiting: [], onHand: [] }, 1]);
  });
});
