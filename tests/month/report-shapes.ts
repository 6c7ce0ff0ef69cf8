// How each platform fills its report: which column names the order, what always stands there, how an item is written,
// and which totals the platform prints. The layouts themselves come from the golden exports.
import type { Cell } from '../../core/sheet-table.ts';

export type Named = Readonly<Record<string, Cell>>;

export interface StoryItem {
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
  readonly back: number;
}

export interface Shape {
  /** Column of what a row begins with. */
  readonly first: string;
  /** What stands on every row unless the story says otherwise. */
  readonly always: Named;
  /** Order exports: the cells of an item row, and of its whole order. */
  readonly item?: (item: StoryItem, order: readonly StoryItem[], told: Named) => Named;
  /** What the platform works out row by row, such as the net. */
  readonly finish?: (row: Named, headers: readonly string[]) => Named;
  /** Cells above the header that hold a total: by the cell that names it, its amounts by column. */
  readonly totals?: { readonly label: string; readonly columns: readonly string[] | 'numbers' };
}

/** Exact to the cent: amounts of files are decimal texts or small numbers. */
export const cents = (amount: number) => Math.round(amount * 100) / 100;
export const total = (amounts: readonly number[]) => cents(amounts.reduce((sum, amount) => sum + amount, 0));
const valueOf = ({ quantity, price }: StoryItem) => cents(quantity * price);

const between = (headers: readonly string[], from: string, to: string) =>
  headers.slice(headers.indexOf(from), headers.indexOf(to) + 1);

const sumOf = (row: Named, columns: readonly string[]) => total(columns.map((column) => Number(row[column] ?? 0) || 0));

function shopeeItem({ sku, quantity, price, back }: StoryItem, order: readonly StoryItem[], told: Named): Named {
  const goods = total(order.map(valueOf));
  return {
    ...{ 商品名稱: `示範商品 ${sku}`, 商品選項貨號: sku, 商品原價: price, 商品活動價格: price },
    ...{ 數量: quantity, 退貨數量: back, 商品總價: goods },
    買家總支付金額: goods - Number(told['賣家負擔優惠券'] ?? 0),
  };
}

const shopeeOrders: Shape = {
  first: '訂單編號',
  always: {
    ...{ 訂單狀態: '已完成', 熱門商品: 'N', 買家帳號: 'buyer_**', 買家支付運費: 0, 蝦皮補助運費: 60, 蝦皮補貼金額: 0 },
    ...{ 蝦幣折抵: 0, 賣家負擔優惠券: 0, 賣家負擔蝦幣回饋券: 0, 金流與系統處理費率: '2.5%', 收件者姓名: '王**' },
    ...{ 寄送方式: '蝦皮店到店', 付款方式: '信用卡', 訂單完成時間: '-' },
  },
  item: shopeeItem,
};

const shopeeIncome: Shape = {
  first: '訂單編號',
  always: {
    退款編號: '-',
    買家帳號: 'buyer_**',
    買家付款方式: '信用卡',
    分期付款期數: '-',
    金流與系統處理費率: '2.50%',
  },
  finish: (row, headers) => {
    const money = between(headers, '商品原價', '金流與系統處理費').filter(
      (column) => column !== '分期付款期數' && column !== '金流與系統處理費率',
    );
    return {
      ...Object.fromEntries(money.map((column) => [column, 0])),
      ...row,
      錢包入帳金額: sumOf(row, money),
    };
  },
  totals: { label: '小計', columns: ['錢包入帳金額'] },
};

const MOMO_FEES = [
  '預估平台代扣運費(鑑賞期後:平台代扣運費)',
  '成交手續費',
  '預購商品服務費',
  '物流隱碼服務費',
  '活動服務費',
  '金流與系統處理費',
  '發票處理費',
];

const momoOrders: Shape = {
  first: '訂單編號',
  always: { 訂單狀態: '配送結束', ...Object.fromEntries(MOMO_FEES.map((fee) => [fee, 0])) },
  item: ({ sku, quantity, price }) => ({
    ...{ 商品編號: sku, 商品原廠編號: sku, 商品名稱: `示範商品 ${sku}`, 數量: quantity, 商品售價: price },
  }),
  finish: (row) => ({
    訂單進帳金額: cents(Number(row['數量']) * Number(row['商品售價']) - sumOf(row, MOMO_FEES)),
    ...row,
  }),
};

const momoStatement: Shape = {
  first: '訂單號碼',
  always: {
    訂單序號: 1,
    配送類別: '超商取貨',
    稅別: '應稅',
    數量: 1,
    訂購人: '王**',
    付款方式: '信用卡',
    訂單狀態: '已送達',
  },
  finish: (row, headers) => {
    const money = between(headers, '貨款 - 代收金額', '物流隱碼服務費');
    const paid = money.filter((column) => /^(貨款|運費)/.test(column));
    const charged = money.filter((column) => !paid.includes(column));
    return {
      ...Object.fromEntries(money.map((column) => [column, 0])),
      ...row,
      實際入帳金額: cents(sumOf(row, paid) - sumOf(row, charged)),
    };
  },
  totals: { label: '總計', columns: 'numbers' },
};

const amazonOrders: Shape = {
  first: 'amazon-order-id',
  always: {
    ...{ 'order-status': 'Shipped', 'fulfillment-channel': 'Amazon', 'sales-channel': 'Amazon.com' },
    ...{ 'ship-service-level': 'Standard', currency: 'USD', 'ship-country': 'US', 'is-business-order': 'false' },
  },
  item: (item) => {
    const { sku, quantity } = item;
    return {
      sku,
      'product-name': `Demo ${sku}`,
      'item-status': 'Shipped',
      quantity,
      'item-price': valueOf(item).toFixed(2),
    };
  },
};

/** One amount a row; its kind is a triple, told in the first cell after the order: `Order / ItemPrice / Principal 40.00`. */
const amazonSettlement: Shape = { first: 'order-id', always: { 'marketplace-name': 'Amazon.com' } };

const singaporeOrders: Shape = {
  first: 'Order ID',
  always: {
    ...{
      'Order Type': 'Normal Order',
      'Order Status': 'Sample status',
      'Hot Listing': 'N',
      'Username (Buyer)': 'b*****1',
    },
    ...{ 'Discount Voucher Amount Sponsored by Seller': '0.00', 'Buyer Paid Shipping Fee': '0.00' },
    ...{ 'Coin Cashback Voucher Amount Sponsored by Seller': '0.00', Country: 'SG' },
  },
  item: (item) => ({
    ...{ 'SKU Reference No.': item.sku, 'Product Name': `Demo ${item.sku}`, 'Deal Price': item.price.toFixed(2) },
    ...{ Quantity: String(item.quantity), 'Returned quantity': String(item.back) },
    'Product Subtotal': valueOf(item).toFixed(2),
  }),
};

const singaporeIncome: Shape = {
  first: 'Order ID',
  always: { 'View By': 'Order', 'refund id': '-', 'Release Channel': 'Seller Balance', 'Order Type': 'Normal Order' },
  finish: (row, headers) => {
    const money = between(headers, 'Product Price', 'Ads Escrow Top Up Fee');
    return {
      ...Object.fromEntries(money.map((column) => [column, 0])),
      ...row,
      'Total Released Amount (S$)': sumOf(row, money),
    };
  },
};

const wallet: Shape = { first: 'Date', always: { 'Order ID': '-', Status: 'Completed' } };
const bank: Shape = { first: 'Date', always: { 'Partner Name': '王**' } };

export const SHAPES: Readonly<Record<string, Shape>> = {
  'shopee-tw.orders': shopeeOrders,
  'shopee-tw.income': shopeeIncome,
  'momo.e001': momoOrders,
  'momo.h101': momoStatement,
  'amazon.all-orders': amazonOrders,
  'amazon.settlement-v2': amazonSettlement,
  'shopee-sea.orders': singaporeOrders,
  'shopee-sea.income': singaporeIncome,
  'shopee-sea.balance': wallet,
  'bank.debit-credit': bank,
};
