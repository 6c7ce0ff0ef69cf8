// What the words of a header are taken for where nobody has mapped the sheet.
import {
  BALANCE_WORDS,
  MAYBE_NET_WORDS,
  NET_WORDS,
  ORDER_WORDS,
  OUTSIDE_WORDS,
  QUANTITY_WORDS,
  hasWord,
  sideOfHeader,
  TOTAL_WORDS,
  typeOfHeader,
} from '../../../core/mapping/infer-words.ts';

test.each([
  ['Original Product Price', 'PRINCIPAL'],
  ['商品原價', 'PRINCIPAL'],
  ['สินค้าราคาปกติ', 'PRINCIPAL'],
  ['Buyer Paid Shipping Fee', 'BUYER_SHIPPING'],
  ['買家支付運費', 'BUYER_SHIPPING'],
  ['Shipping Fee Rebate From Shopee', 'SHIPPING_SUBSIDY'],
  ['Product Discount Rebate from Shopee', 'PLATFORM_SUBSIDY'],
  ['Rebate Provided by Shopee', 'PLATFORM_SUBSIDY'],
  ['Seller Product Promotion', 'SELLER_DISCOUNT'],
  ['Seller Absorbed Coin Cashback', 'SELLER_DISCOUNT'],
  ['ส่วนลดสินค้าจากผู้ขาย', 'SELLER_DISCOUNT'],
  ['Reverse Shipping Fee', 'SHIPPING_FEE'],
  ['ค่าคอมมิชชั่น', 'COMMISSION'],
  ['成交手續費', 'COMMISSION'],
  ['ค่าบริการ', 'SERVICE_FEE'],
  ['ภาษี', 'TAX'],
  ['Refund fee', 'REFUND'],
  ['手續費退回', 'FEE_REVERSAL'],
  ['AMS推廣費用', 'AFFILIATE_FEE'],
  ['Promoted Listings fee', 'AD_FEE'],
  ['提領金額', 'WITHDRAWAL'],
  ['Something else', 'UNKNOWN'],
])('%s is %s', (header, type) => {
  expect(typeOfHeader(header)).toBe(type);
});

test.each<[string, RegExp, string[], string[]]>([
  [
    'pieces',
    QUANTITY_WORDS,
    ['數量', 'Item count', 'Qty', '分期付款期數'],
    ['Seller Discount', 'Bank Account', '折扣'],
  ],
  ['a balance', BALANCE_WORDS, ['餘額', 'Saldo Akhir', 'ยอดเงินหลังทำธุรกรรมเสร็จสิ้น'], ['จำนวนเงิน', 'Amount']],
  ['the net', NET_WORDS, ['錢包入帳金額', 'Net amount', 'จำนวนเงินทั้งหมดที่โอนแล้ว (฿)'], ['Gross', '商品原價']],
  ['perhaps the net', MAYBE_NET_WORDS, ['Amount', 'Jumlah', 'จำนวนเงิน'], ['Commission', '數量']],
  ['an order', ORDER_WORDS, ['訂單編號', 'Order ID', 'No. Pesanan', 'รหัสคำสั่งซื้อ'], ['日期', 'Amount']],
  [
    'no term of the net',
    OUTSIDE_WORDS,
    ['Unit price', 'Buyer paid', '總價'],
    ['Product price', 'Buyer Paid Shipping Fee'],
  ],
  ['a total', TOTAL_WORDS, ['合計', 'Total:', '每日小計'], ['Total fees', '手續費合計']],
])('headers of %s', (_, words, those, others) => {
  expect(those.filter((header) => !hasWord(header, words))).toEqual([]);
  expect(others.filter((header) => hasWord(header, words))).toEqual([]);
});

test.each([
  ['收入金額', 'in'],
  ['存入', 'in'],
  ['支出金額', 'out'],
  ['Debit', 'out'],
  ['收入／支出', null],
  ['餘額', null],
])('money under %s flows %s', (header, side) => {
  expect(sideOfHeader(header)).toBe(side);
});
