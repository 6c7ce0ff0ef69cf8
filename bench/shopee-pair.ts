// A pair of Shopee exports of any size, the same for the same size: invented orders, and the payout report that pays
// most of them as it should. What goes wrong in real life goes wrong here in fixed shares.
import type { Cell, SheetTable } from '../core/sheet-table.ts';
import { INCOME_HEADERS, ORDER_HEADERS } from './shopee-headers.ts';

/** What happens to an order, with how many in a hundred. The rest is paid in full, once. */
const FATES = [
  ['refunded', 3],
  ['split', 9],
  ['unpaid', 1],
  ['short', 1],
  ['over', 1],
  ['cancelled', 2],
  ['unshipped', 2],
] as const;
type Fate = (typeof FATES)[number][0] | 'paid';

/** Payout rows of orders that no export knows, in a hundred orders. */
const STRAYS = 1;
/** Later fee corrections, in a hundred orders: rows without principal. */
const CORRECTIONS = 9;

export interface ShopeePair {
  readonly orders: SheetTable;
  readonly income: SheetTable;
  readonly payoutRows: number;
  /** Sum of the nets, in whole dollars, counted while generating. */
  readonly net: number;
}

type Named = Readonly<Record<string, Cell>>;

interface MadeOrder {
  readonly orderNumber: string;
  readonly fate: Fate;
  readonly day: number;
  readonly rows: readonly Named[];
  /** Σ item prices, seller's coupon, and the value of what came back: whole dollars. */
  readonly total: number;
  readonly coupon: number;
  readonly returned: number;
}

/** @param size orders; payout rows are about 1.15 times as many */
export function shopeePair(size: number): ShopeePair {
  const random = randomFrom(size);
  const made = Array.from({ length: size }, (_, index) => makeOrder(index, random));
  const payout = [...made.flatMap((order) => payoutRows(order)), ...strays(size, random), ...corrections(made, size)];
  const net = payout.reduce((total, row) => total + Number(row['錢包入帳金額']), 0);
  return {
    orders: table('orders.xlsx', 'orders', [
      ORDER_HEADERS,
      ...made.flatMap(({ rows }) => rows.map(inOrder(ORDER_HEADERS))),
    ]),
    income: table('income.xlsx', 'Income', [...preamble(net), INCOME_HEADERS, ...payout.map(numbered)]),
    payoutRows: payout.length,
    net,
  };
}

function table(file: string, sheet: string, rows: readonly (readonly Cell[])[]): SheetTable {
  return { file, sheet, firstRow: 1, firstColumn: 1, rows };
}

const inOrder =
  (headers: readonly string[]) =>
  (row: Named): Cell[] =>
    headers.map((header) => row[header] ?? null);

function numbered(row: Named, index: number): Cell[] {
  return inOrder(INCOME_HEADERS)({ ...row, 序號: index + 1 });
}

function preamble(net: number): Cell[][] {
  const total: Cell[] = INCOME_HEADERS.map(() => null);
  total[0] = '小計';
  total[INCOME_HEADERS.indexOf('錢包入帳金額')] = net;
  return [['賣家帳號', 'demo_shop'], ['從', '2024-05-01'], ['至', '2024-05-31'], [], total];
}

/** mulberry32: small, fast, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const whole = (random: () => number, from: number, to: number) => from + Math.floor(random() * (to - from + 1));

function fateOf(draw: number): Fate {
  let left = draw * 100;
  for (const [fate, share] of FATES) {
    if (left < share) return fate;
    left -= share;
  }
  return 'paid';
}

const date = (day: number) => `2024-05-${String(day).padStart(2, '0')}`;

/** Fourteen characters like the platform's: day, then digits and letters that no other order has. */
function orderNumberOf(index: number, day: number, kind: string): string {
  const serial = index.toString(36).toUpperCase().padStart(6, '0');
  return `2405${String(day).padStart(2, '0')}${kind}${serial}`;
}

const STATUSES: Readonly<Partial<Record<Fate, string>>> = { cancelled: '不成立', unshipped: '待出貨' };

function makeOrder(index: number, random: () => number): MadeOrder {
  const fate = fateOf(random());
  const day = whole(random, 1, 14);
  const items = Array.from({ length: random() < 0.5 ? 2 : 1 }, (_, at) => {
    return {
      sku: `SKU-${String(whole(random, 1, 400)).padStart(3, '0')}`,
      price: whole(random, 5, 90) * 10,
      quantity: at === 0 ? 2 : 1,
    };
  });
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const orderNumber = orderNumberOf(index, day, 'K2');
  const coupon = fate !== 'refunded' && random() < 0.2 ? 10 : 0;
  const returned = fate === 'refunded' ? (items[0]?.price ?? 0) : 0;
  const shared = {
    訂單編號: orderNumber,
    訂單狀態: STATUSES[fate] ?? '已完成',
    '退貨 / 退款狀態': returned > 0 ? '已退款' : null,
    買家帳號: `buyer_${index}`,
    訂單成立日期: `${date(day)} 09:${String(index % 60).padStart(2, '0')}`,
    ...{ 商品總價: total, 買家支付運費: 0, 蝦皮補助運費: 60, 買家總支付金額: total - coupon },
    ...{ 蝦皮補貼金額: 0, 賣家負擔優惠券: coupon, 賣家負擔蝦幣回饋券: 0 },
    ...{ 收件者姓名: '王**', 寄送方式: '店到店', 付款方式: '信用卡', 買家付款時間: `${date(day)} 09:30` },
    實際出貨時間: fate === 'cancelled' || fate === 'unshipped' ? '-' : `${date(day + 1)} 10:00`,
    訂單完成時間: fate === 'cancelled' || fate === 'unshipped' ? '-' : `${date(day + 4)} 08:00`,
  };
  const rows = items.map(({ sku, price, quantity }, at) => ({
    ...shared,
    ...{ 商品名稱: `示範商品 ${sku}`, 商品選項貨號: sku, 商品原價: price, 商品活動價格: price, 數量: quantity },
    退貨數量: returned > 0 && at === 0 ? 1 : 0,
  }));
  return { orderNumber, fate, day, rows, total, coupon, returned };
}

function payoutRows({ orderNumber, fate, day, total, coupon, returned }: MadeOrder): Named[] {
  const paid = (part: number, couponPart: number, more: Named = {}, later = 0) =>
    payoutRow(orderNumber, Math.min(31, day + 6 + later), {
      商品原價: part,
      賣家負擔優惠券: -couponPart || 0,
      ...more,
    });
  switch (fate) {
    case 'unpaid':
    case 'cancelled':
    case 'unshipped':
      return [];
    case 'split': {
      const first = Math.floor(total / 2);
      return [paid(first, coupon), paid(total - first, 0, {}, 5)];
    }
    case 'short':
      return [paid(total - 20, coupon)];
    case 'over':
      return [paid(total + 30, coupon)];
    case 'refunded':
      return [paid(total, 0, { 退款金額: -returned, 退款編號: `R${orderNumber}` })];
    case 'paid':
      return [paid(total, coupon)];
  }
}

const rounded = (amount: number, rate: number) => Math.round(amount * rate);

/** A payout row with the usual fees; the net is the sum of its amounts. */
function payoutRow(orderNumber: string, day: number, amounts: Named): Named {
  const base = Number(amounts['商品原價']) + Number(amounts['賣家負擔優惠券'] ?? 0) + Number(amounts['退款金額'] ?? 0);
  const money: Record<string, number> = {
    ...{ 賣場商品促銷折扣: 0, 退款金額: 0, 蝦皮補貼金額: 0, 賣家負擔優惠券: 0, 賣家負擔蝦幣回饋券: 0 },
    ...{ 買家支付運費: 0, 蝦皮補助運費: 60, 蝦皮代付運費: -60, 退貨運費: 0, AMS推廣費用: 0 },
    ...{ 成交手續費: -rounded(base, 0.06), 其他服務費: -rounded(base, 0.06), 金流與系統處理費: -rounded(base, 0.025) },
    ...Object.fromEntries(Object.entries(amounts).filter(([, value]) => typeof value === 'number')),
  };
  const net = Object.values(money).reduce((sum, amount) => sum + amount, 0);
  return {
    ...{ 訂單編號: orderNumber, 退款編號: '-', 買家帳號: 'buyer', 訂單成立日期: '2024-05-01', 買家付款方式: '信用卡' },
    ...{ 錢包入帳日期: date(day), 分期付款期數: '-', 金流與系統處理費率: '2.50%' },
    ...amounts,
    ...money,
    錢包入帳金額: net,
  };
}

function strays(size: number, random: () => number): Named[] {
  return Array.from({ length: Math.round((size * STRAYS) / 100) }, (_, index) =>
    payoutRow(orderNumberOf(index, 30, 'XX'), 20, { 商品原價: whole(random, 5, 90) * 10 }),
  );
}

/** The platform corrects a fee days later: a row of one small amount. */
function corrections(orders: readonly MadeOrder[], size: number): Named[] {
  const paid = orders.filter(({ fate }) => fate === 'paid').slice(0, Math.round((size * CORRECTIONS) / 100));
  const nothing = { 商品原價: 0, 蝦皮補助運費: 0, 蝦皮代付運費: 0, 成交手續費: 0, 其他服務費: -3, 金流與系統處理費: 0 };
  return paid.map(({ orderNumber }) => payoutRow(orderNumber, 28, nothing));
}
