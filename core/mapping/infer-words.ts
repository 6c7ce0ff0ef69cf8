// Words of headers in the platforms' languages: second evidence beside the values, and the names of kinds of money.
import type { ComponentType } from '../payout.ts';
import { normalizeHeader } from './normalize-header.ts';

/** Regular expressions on a header as it is compared: simplified characters, small letters, no blanks, no accents. */
const pattern = (...words: readonly string[]) => new RegExp(words.map(normalizeHeader).join('|'));

export const TOTAL_WORDS = pattern(
  '^(本期|每日|總|总)?(合計|小計|總計|加總|小结|共計)',
  '^(sub|grand)?total[:：]?$',
  '^summe',
  '^jumlah$',
);

/** The net: what reaches the seller after all deductions. */
export const NET_WORDS = pattern(
  '實際入帳|錢包入帳|入帳金額|全部入帳|撥款金額|撥款總額|應收款項|淨額|實收|應付金額|應付商店|排定的各項目撥款|銀行實際收款',
  '结算金额|动账金额|收支金额|应结金额|到账金额|打款金额|实际到账|打款商家金额|净额',
  '^net|net$|net(amount|total|value|proceeds)|totalreleased|settlementamount|orderearnings|amountpaidout|^penghasilan|^totalpenghasilan|jumlahdilepas|neto|netto|netcredit',
  'ทั้งหมดที่โอนแล้ว|ยอดสุทธิ',
);

/** Words that stand over the net of some reports and over other sums in others. */
export const MAYBE_NET_WORDS = pattern(
  '^(total|amount|金額|總額|合計|monto|betrag|importe|montant)(\\(|$)',
  '交易金額|^jumlah|^settlementamount|^จำนวนเงิน',
);

export const BALANCE_WORDS = pattern('餘額|結餘|結存|balance|saldo|solde|kontostand|คงเหลือ|ยอดเงินหลัง');
export const RATE_WORDS = pattern('費率|比例|比率|率$|%數|rate|percent|kurs|%');
export const QUANTITY_WORDS = pattern(
  '數量|件數|總數量|期數|數$|qty|quantit|kuantitas|kuantiti|items?sold|pieces|(?<!dis|ac)count$|installments?$',
);
/** Sums of other columns, prices of one piece, and what the buyer saw: seldom a term of the net. */
export const OUTSIDE_WORDS = pattern(
  '合計|小計|總價|單價|售價|單筆|買家總支付|訂單總|用戶實付|訂單實付|定價|成本|進價|結帳總金額',
  'subtotal|^total|total$|unitprice|(?<!product)price$|listprice|presentment|ordervalue|grandtotal|buyerpaid(?!shipping)|customer_?amount|declared|estimated|預估',
);

const IN_WORDS = pattern('^收入金額|收入|入帳|貸方|存入|credit|deposit|paidin|moneyin|income');
const OUT_WORDS = pattern('支出|出帳|借方|提出|debit|withdrawal|paidout|moneyout');
export const sideOfHeader = (header: string): 'in' | 'out' | null => {
  const [into, out] = [hasWord(header, IN_WORDS), hasWord(header, OUT_WORDS)];
  return into === out ? null : into ? 'in' : 'out';
};

/** Words of a direction column, in and out. */
export const DIRECTIONS: readonly (readonly [string, string])[] = [
  ['收入', '支出'],
  ['入账', '出账'],
  ['入帳', '出帳'],
  ['+', '-'],
  ['in', 'out'],
  ['credit', 'debit'],
  ['cr', 'dr'],
  ['c', 'd'],
  ['money in', 'money out'],
  ['haben', 'soll'],
  ['存入', '提出'],
  ['uang masuk', 'uang keluar'],
  ['money received', 'money sent'],
  ['เงินเข้า', 'เงินออก'],
];

/** Kinds of money by header, the first that fits; more special words stand first. */
const TYPE_WORDS: readonly (readonly [ComponentType, RegExp])[] = [
  ['SERVICE_FEE', pattern('人工退款手續費', 'refund(admin|processing|service)fee', 'returntosellerfee')],
  ['FEE_REVERSAL', pattern('手續費退|退手續費|费用?返还|feerefund|refundedfee|reversal|返佣')],
  // Before the discounts: what the platform gives back to the seller names the discount it gives it for.
  ['PLATFORM_SUBSIDY', pattern('(?<!shippingfee)rebate(provided)?(by|from)')],
  ['CHARGEBACK', pattern('爭議|chargeback|dispute')],
  ['AFFILIATE_FEE', pattern('分潤|ams|聯盟|达人|affiliate|推廣者|渠道分成|其他分成|creator')],
  ['AD_FEE', pattern('廣告|推廣費|推广|(^|[^a-z])ads?([^a-z]|$)|advert|marketingfee|promotedlisting')],
  ['SHIPPING_SUBSIDY', pattern('補助運費|運費補|shippingsubsid|shippingfeerebate|shippingfeediscount|subsidiongkir')],
  [
    'BUYER_SHIPPING',
    pattern(
      '買家支付.*運費|運費代收|買家應付郵費|運費實付|shippingcharged|buyerpaidshipping|ค่าจัดส่งที่ชำระโดยผู้ซื้อ|shippingfeepaidbybuyer|shippingcredits|^shipping$|^運費',
    ),
  ],
  ['SHIPPING_FEE', pattern('運費|郵費|物流|shipping|postage|freight|ongkos|logistic|ค่าจัดส่ง')],
  ['TAX', pattern('稅|tax|vat|gst|iva|pph|ภาษี')],
  ['REFUND', pattern('退款|退貨|refund|return|pengembalian|คืนเงิน')],
  [
    'SELLER_DISCOUNT',
    pattern(
      '賣家負擔|賣家.*促銷|商品促銷折扣|店鋪優惠|商家優惠|sellerdiscount|sellervoucher|seller(product)?promotion|cashback|ส่วนลด|折扣|優惠券|回饋券|店鋪勸|promotionalrebates|割引|discount|voucher|coupon|diskon',
    ),
  ],
  ['PLATFORM_SUBSIDY', pattern('補貼|平台優惠|抵用券|mo點支付|垫资|抵扣|券抵|subsid|rebate|platformdiscount|subsidi')],
  ['REIMBURSEMENT', pattern('賠償|賠付|理賠|compensation|reimburse')],
  ['PENALTY', pattern('罰款|違約|penalt')],
  [
    'PAYMENT_FEE',
    pattern(
      '金流|信用卡手續費|支付手續費|付款手續費|ATM手續費|貨到付款|paymentfee|transactionfee|processingfee|paymentprocessing|biayatransaksi|markup|interchange|schemefee',
    ),
  ],
  ['COMMISSION', pattern('成交手續費|佣金|commission|sellingfee|finalvaluefee|referral|komisi|ค่าคอมมิชชั่น')],
  ['RESERVE_HELD', pattern('保留款|reserve')],
  [
    'SERVICE_FEE',
    pattern(
      '手續費|手数料|服務費|處理費|維護費|贊助金|分成|服务费|fees?([^a-z]|$)|charges?fixed|biaya|ค่าธรรมเนียม|ค่าบริการ',
    ),
  ],
  ['ADJUSTMENT', pattern('調整|adjust|其他|other|advance|retried')],
  ['WITHDRAWAL', pattern('提領|提現|withdraw|transfer')],
  [
    'PRINCIPAL',
    pattern(
      '商品原價|貨款|商品價格|交易金額|支付總額|付款金額|訂單金額|商品金額|應付貨款|收款金額|代收金額|收入合計|訂單實付應結|gross|principal|productsales|productprice|สินค้าราคาปกติ|itemprice|^amount$|charges|itemsubtotal|hargaproduk|producttotal|應結訂單金額|銷售金額|收入',
    ),
  ],
];

/** What a header says of an amount. `unknown` has to be asked. */
export function typeOfHeader(header: string): ComponentType {
  const text = normalizeHeader(header);
  return TYPE_WORDS.find(([, words]) => words.test(text))?.[0] ?? 'UNKNOWN';
}

export function hasWord(header: string, words: RegExp): boolean {
  return words.test(normalizeHeader(header));
}

export const ORDER_WORDS = pattern(
  '訂單編號|訂單號碼|訂單號|主訂單|注文番号|関連注文|訂單序號|商戶訂單|商店訂單|特店交易編號|廠商訂單|購物車編號',
  'order(number|id|no|name|ref)?\\.?$|^order|merchantreference|noorder|no\\.?pesanan|pesanan|(หมายเลข|รหัส)คำสั่งซื้อ|invoice(number|id|no)|external|factura|(?<!ab)rechnungsnummer|^reference$|purchaseorder|order#$',
  'bestell(ung|nummer|nr)|delacommande|pedido|numeroordine|ordine$|zamowien',
);
/** The number the shop itself gave, where a gateway prints its own beside it. */
export const SHOP_KEY_WORDS = pattern(
  '商戶訂單|商店訂單|特店|廠商訂單|業務基礎訂單|主訂單',
  'merchant|external|reference$|invoice',
);
/** Numbers of an order that are not the one the shop knows, and numbers of something else. */
export const OTHER_KEY_WORDS = pattern(
  '退款|退貨|售後|子訂單|父單|交易編號|交易序號|交易號|流水|序號$|refund|return|transaction|payout|payment|checkout|settlement|batch|商品|product|sku|item|包裹|物流|tracking|發票|invoiceno|deposit',
);
/** Numbers of a movement, a payout or a bank: on every row there is one, and none of them names an order. */
export const MOVEMENT_WORDS = pattern(
  '流水|提領|提現|出款|撥款單|^id$|^source(_?id)?$|payoutid|deposit|transfer|settlement|batch|bank|iban',
);
export const REFERENCE_WORDS = pattern(
  '流水|交易編號|交易號|退款編號|退款單|單據編號|授權單號|reference|transactionid|balance_?transaction|payoutid|refundid|^id$|psp',
);
export const PAID_OUT_WORDS = pattern(
  '入帳|撥款|結算|到账|打款|记账|动账|发生时间|payout|settle|available|deposit|released|dilepaskan|disbursement|posted|effective',
);
export const CURRENCY_WORDS = pattern('幣別|幣種|貨幣|currency|mata uang|moneda|währung');
export const DATE_WORDS = pattern('日期|時間|日$|date|time|created|tanggal|fecha|datum|waktu');
export const STATUS_WORDS = pattern('狀態|狀況|status|state$');
export const KIND_WORDS = pattern(
  '類型|類別|交易型態|業務|費用名稱|費用項|场景|摘要|type|category|description|kind|event|feename',
);
export const SKU_WORDS = pattern('sku|貨號|原廠編號|商品編號|商品編碼|商家編碼|商品id|料號|productid|itemid');
export const NAME_WORDS = pattern(
  '商品名稱|品名|標題|貨品標題|寶貝|商品$|productname|itemname|title|lineitemname|namaproduk|item$',
);
export const PERSONAL_WORDS = pattern(
  '買家(帳號|姓名|會員|備註|留言|支付寶)|收件|收貨|收款人|訂購人|電話|手機|地址|郵遞區號|郵編|姓名|統一編號|電郵|信箱|對方帳號|用戶標識|顧客|會員名|行動電話',
  'buyer(name|user|id|note)?$|customer(name|email|id)?$|recipient|e-?mail|phone|address|street|zip|postcode|postal|username|shipname|billing|pembeli|penerima|alamat|telepon|counterparty',
);
export const PRICE_WORDS = pattern('單價|售價|結帳價|原價|活動價|unitprice|itemprice|lineitemprice|price');
export const GOODS_TOTAL_WORDS = pattern(
  '商品總價|商品金額|訂單小計|訂單合計|應付貨款|貨品總價|金額小計|商品總金額|訂單金額|結帳總金額',
  'subtotal|ordertotal|orderamount|producttotal|^total|itemtotal|totalprice',
);
export const ORDERED_WORDS = pattern(
  '訂單(成立|創建|日期)|下單|訂購日|成交時間|轉單日|結帳時間',
  'created|order(date|ed|time|creation)|purchase|^date$|saledate',
);
export const PAID_WORDS = pattern('付款(時間|日期)', 'paid');
export const SHIPPED_WORDS = pattern('出貨|發貨', 'shipp|fulfilled|dispatch');
export const REPORT_WORDS = pattern('撥款|結算|入帳|手續費|动账|账务', 'payout|settlement|disburse|deposit|決済番号');
/** A header that is nothing but "order number". */
export const EXACT_ORDER_WORDS = pattern(
  '^(訂單編號|訂單號碼|訂單號|注文番号)$',
  '^order(id|number|no\\.?)$',
  '^no\\.?pesanan$',
);
/** A header that speaks of a number that names something, in the languages of the listed platforms. */
export const ID_WORDS = pattern(
  '編號|單號|號碼|號$|番号',
  'id$|^id(?!r)|ids?[)\\]]?$|identifier|number|no\\.?$|nr\\.?$|sku|name|reference|#',
);
