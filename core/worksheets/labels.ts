// The words of the result worksheets in three languages: sheets, columns, blocks, where money went. Sentences about
// orders are in core/reconcile/explain.ts, about unreadable rows in core/problem.ts.
import type { Language, Translated } from '../language.ts';
import type { Disposition } from '../api.ts';
import { DEPOSITS_SHEET_NAME } from './deposit-labels.ts';
import { CLAIMS_SHEET_NAME } from './claims-labels.ts';
import type { ResultSheetKey } from './result-sheet.ts';
import { STATEMENT_SHEET_NAMES } from './statement-labels.ts';
import { LEDGER_SHEET_NAMES } from './voucher-labels.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

/** Worksheet names. They differ from the platforms' own sheet names (`orders`, `Income`), also in English. */
export const SHEET_NAMES: Readonly<Record<ResultSheetKey, Translated>> = {
  summary: say('對帳結果', '对账结果', 'Result summary'),
  orders: say('訂單對帳', '订单对账', 'Result orders'),
  discrepancies: say('差異清單', '差异清单', 'Result work list'),
  claims: CLAIMS_SHEET_NAME,
  payoutLines: say('撥款明細', '拨款明细', 'Result payout lines'),
  receipts: say('收款單', '收款单', 'Result receipts'),
  deposits: DEPOSITS_SHEET_NAME,
  sales: say('銷貨單據', '销货单据', 'Result sales documents'),
  ...LEDGER_SHEET_NAMES,
  ...STATEMENT_SHEET_NAMES,
  stock: say('庫存異動', '库存变动', 'Result stock'),
  stockAlerts: say('庫存提醒', '库存提醒', 'Result stock alerts'),
  problems: say('未讀取的列', '未读取的行', 'Result unread rows'),
};

/** Where the money of a payout row went. `earlier`: a row of an earlier file that the same receipts book. */
export type LineUse = Disposition | 'earlier';

export const USE_LABELS: Readonly<Record<LineUse, Translated>> = {
  allocated: say('已沖帳', '已核销', 'Cleared'),
  suspense: say('暫收款', '暂收款', 'On hold'),
  nonOrder: say('非訂單款項', '非订单款项', 'Not about an order'),
  review: say('待審', '待审', 'Waits for review'),
  duplicate: say('重複的列', '重复的行', 'Repeated row'),
  conflict: say('與先前不同', '与先前不同', 'Differs from before'),
  rejected: say('未讀取', '未读取', 'Not read'),
  earlier: say('先前的撥款', '先前的拨款', 'Earlier payout'),
};

export const USE_NOTES: Readonly<Record<Disposition, Translated>> = {
  allocated: say(
    '沖銷了訂單的應收帳款；扣除手續費與退款後的淨額。',
    '核销了订单的应收账款；扣除手续费与退款后的净额。',
    'Cleared receivables of orders, net of fees and refunds.',
  ),
  suspense: say(
    '收到了，但沒有應收可沖：找不到訂單、尚未出貨或已取消。見「差異清單」。',
    '收到了，但没有应收可核销：找不到订单、尚未发货或已取消。见“差异清单”。',
    'Received, but no receivable to clear: no order, not shipped, or cancelled. See the work list.',
  ),
  nonOrder: say('廣告、提領等不屬於訂單的款項。', '广告、提现等不属于订单的款项。', 'Ads, withdrawals and the like.'),
  review: say(
    '尚未入帳：期間已關、缺匯率、檔案不平或超過免審範圍。見「差異清單」。',
    '尚未入账：期间已关、缺汇率、文件不平或超过免审范围。见“差异清单”。',
    'Not booked yet: closed period, no exchange rate, a file that differs from its total, or above the limits. See the work list.',
  ),
  duplicate: say(
    '同一筆在這些檔案中出現不只一次，只計一次。',
    '同一笔在这些文件中出现不止一次，只计一次。',
    'The same row stands in these files more than once; it counts once.',
  ),
  conflict: say(
    '與先前匯入的同一筆不同，保留先前的。見「未讀取的列」。',
    '与先前导入的同一笔不同，保留先前的。见“未读取的行”。',
    'Differs from the same row imported earlier, which is kept. See the unread rows.',
  ),
  rejected: say(
    '讀不懂的列，沒有匯入。見「未讀取的列」。',
    '读不懂的行，没有导入。见“未读取的行”。',
    'Rows that could not be read and were not imported. See the unread rows.',
  ),
};

export { COMPONENT_LABELS } from '../payout-words.ts';

const WORDS = {
  // Columns
  status: say('狀態', '状态', 'Status'),
  use: say('去向', '去向', 'Where it went'),
  orderNumber: say('訂單編號', '订单编号', 'Order number'),
  shop: say('店鋪', '店铺', 'Shop'),
  currency: say('幣別', '币种', 'Currency'),
  platformStatus: say('平台狀態', '平台状态', 'Platform status'),
  receivable: say('應收', '应收', 'Receivable'),
  credited: say('銷退折讓', '销退折让', 'Credited'),
  received: say('實收貨款', '实收货款', 'Received'),
  refunded: say('退款', '退款', 'Refunded'),
  fees: say('手續費', '手续费', 'Fees'),
  net: say('撥款淨額', '拨款净额', 'Net payout'),
  open: say('未收', '未收', 'Open'),
  onHold: say('暫收款', '暂收款', 'On hold'),
  sentence: say('說明', '说明', 'Explanation'),
  receiptNumber: say('收款單號', '收款单号', 'Receipt'),
  method: say('比對方式', '比对方式', 'Matched by'),
  dueOn: say('應撥款日', '应拨款日', 'Due'),
  paidOutOn: say('撥款日', '拨款日', 'Paid out'),
  source: say('來源', '来源', 'Source'),
  atStake: say('涉及金額', '涉及金额', 'At stake'),
  age: say('天數', '天数', 'Days'),
  nextStep: say('下一步', '下一步', 'Next step'),
  alsoHolds: say('同時還有', '同时还有', 'Also'),
  applied: say('沖應收', '核销应收', 'To receivable'),
  deductions: say('扣款', '扣款', 'Deductions'),
  deductionsTotal: say('扣款合計', '扣款合计', 'Deductions total'),
  cash: say('實收現金', '实收现金', 'Cash'),
  check: say('檢查', '检查', 'Check'),
  date: say('日期', '日期', 'Date'),
  kind: say('類別', '类别', 'Kind'),
  cause: say('原因', '原因', 'Cause'),
  sku: say('貨號', '货号', 'Item number'),
  quantity: say('數量', '数量', 'Quantity'),
  onHand: say('在庫', '在库', 'On hand'),
  reserved: say('保留', '保留', 'Reserved'),
  available: say('可用', '可用', 'Available'),
  safety: say('安全庫存', '安全库存', 'Safety level'),
  file: say('檔案', '文件', 'File'),
  sheet: say('工作表', '工作表', 'Sheet'),
  report: say('報表', '报表', 'Report'),
  row: say('列', '行', 'Row'),
  column: say('欄位', '列', 'Column'),
  value: say('內容', '内容', 'Content'),
  amount: say('金額', '金额', 'Amount'),
  rows: say('列數', '行数', 'Rows'),
  rowsRead: say('讀取', '读取', 'Read'),
  rowsAccepted: say('匯入', '导入', 'Imported'),
  rowsRejected: say('未讀取', '未读取', 'Not read'),
  rowsSkipped: say('略過', '略过', 'Skipped'),
  rejectedNet: say('其中未讀取', '其中未读取', 'Of it not read'),
  declared: say('檔案總計', '文件总计', 'Declared'),
  difference: say('差額', '差额', 'Difference'),
  entries: say('筆數', '笔数', 'Count'),
  // Statuses
  payout: say('撥款', '拨款', 'Payout'),
  transfer: say('轉帳沖銷', '转账核销', 'Transfer'),
  expense: say('平台費用單', '平台费用单', 'Platform expense'),
  claim: say('平台爭議', '平台争议', 'Claims'),
  reserve: say('保留款', '保留款', 'Reserve'),
  collected: say('代收款', '代收款', 'Collected'),
  taxClearing: say('代扣稅款', '代扣税款', 'Tax withheld'),
  transit: say('在途款', '在途款', 'In transit'),
  compensated: say('平台賠付', '平台赔付', 'Compensation'),
  writeOff: say('尾差', '尾差', 'Write-off'),
  expectedNet: say('預期淨額', '预期净额', 'Expected net'),
  differences: say('差異原因', '差异原因', 'Why it differs'),
  flags: say('註記', '备注', 'Flags'),
  documentNumber: say('單據號碼', '单据号码', 'Document'),
  rate: say('匯率', '汇率', 'Rate'),
  baseAmount: say('本位幣金額', '本位币金额', 'Amount in base'),
  reverses: say('沖銷', '冲销', 'Reverses'),
  elsewhere: say('其他科目', '其他科目', 'Other accounts'),
  shipped: say('出貨', '发货', 'Shipped'),
  returned: say('退貨', '退货', 'Returned'),
  low: say('低於安全庫存', '低于安全库存', 'Below safety level'),
  noOpening: say('未設期初', '未设期初', 'Never counted'),
  unread: say('未讀取', '未读取', 'Not read'),
  conflicting: say('與先前不同', '与先前不同', 'Differs from before'),
  foots: say('相符', '相符', 'Adds up'),
  differs: say('不符', '不符', 'Does not add up'),
  incomplete: say('有未讀取的列', '有未读取的行', 'Rows not read'),
  undeclared: say('檔案沒有總計', '文件没有总计', 'No total in file'),
  nonOrder: say('非訂單款項', '非订单款项', 'Not about an order'),
  // Blocks of the summary
  payoutFiles: say('撥款檔', '拨款文件', 'Payout files'),
  orderFiles: say('訂單檔', '订单文件', 'Order files'),
  statementFiles: say(
    '帳戶對帳單（核對撥款是否入帳）',
    '账户对账单（核对拨款是否入账）',
    'Account statements (payouts are looked for in them)',
  ),
  otherSheets: say('沒有使用的工作表', '没有使用的工作表', 'Sheets not used'),
  proof: say('每一元的去向', '每一元的去向', 'Where every dollar went'),
  filesNet: say('撥款檔淨額', '拨款文件净额', 'Net of the payout files'),
  usesTotal: say('去向合計', '去向合计', 'Total of where it went'),
  states: say('訂單狀態', '订单状态', 'Orders by status'),
  receiptsBlock: say('收款單', '收款单', 'Receipts'),
  total: say('合計', '合计', 'Total'),
  asLines: say('撥款明細的沖應收與暫收', '拨款明细的核销与暂收', 'Same figures in payout lines'),
  receivablesBlock: say('應收帳款', '应收账款', 'Receivables'),
  ofOrders: say('訂單對帳', '订单对账', 'Orders'),
  ofDocuments: say('銷貨單據', '销货单据', 'Sales documents'),
  ofRollForward: say('應收變動表期末', '应收变动表期末', 'Closing of the roll-forward'),
  ofLater: say('基準日以後的單據', '基准日以后的单据', 'Documents dated after the day'),
  ledgerBlock: say('傳票與試算', '凭证与试算', 'Vouchers and trial balance'),
  ofVouchers: say('傳票', '凭证', 'Vouchers'),
  ofTrialBalance: say('試算表', '试算平衡表', 'Trial balance'),
  debit: say('借方', '借方', 'Debit'),
  credit: say('貸方', '贷方', 'Credit'),
  differencesBlock: say('差異原因', '差异原因', 'Why money differs'),
  reasonsTotal: say('原因合計', '原因合计', 'Total of the reasons'),
  expectedLessNet: say('預期淨額 − 撥款淨額', '预期净额 − 拨款净额', 'Expected net − net payout'),
  // Sentences
  salesNote: say(
    '每張銷貨單開立應收，銷退單與折讓單沖減；更正以負數另開一張。',
    '每张销货单开立应收，销退单与折让单冲减；更正以负数另开一张。',
    'A sale opens the receivable; returns and allowances lower it. A correction is a further document with a negative amount.',
  ),
  payoutLinesElsewhereNote: say(
    '撥款檔的每一列都在這裡。淨額 = 沖應收 + 暫收款 + 其他科目 − 扣款。',
    '拨款文件的每一行都在这里。净额 = 核销应收 + 暂收款 + 其他科目 − 扣款。',
    'Every row of the payout files. Net = to receivable + on hold + other accounts − deductions.',
  ),
  noOrders: say('沒有訂單。', '没有订单。', 'No orders.'),
  noDiscrepancies: say('沒有需要處理的差異。', '没有需要处理的差异。', 'Nothing needs attention.'),
  noPayoutLines: say('沒有撥款資料。', '没有拨款数据。', 'No payout rows.'),
  noReceipts: say('沒有收款單。', '没有收款单。', 'No receipts.'),
  noMovements: say('沒有庫存異動。', '没有库存变动。', 'No stock movements.'),
  noAlerts: say('沒有庫存提醒。', '没有库存提醒。', 'No stock alerts.'),
  noProblems: say('每一列都讀取成功。', '每一行都读取成功。', 'Every row was read.'),
  ordersNote: say(
    '一張訂單一列。篩選「狀態」即可分類；上方合計隨篩選變動。',
    '一张订单一行。筛选“状态”即可分类；上方合计随筛选变动。',
    'One row an order. Filter by status; the totals above follow the filter.',
  ),
  discrepanciesNote: say(
    '需要有人處理的訂單與款項，最要緊的在前。',
    '需要有人处理的订单与款项，最要紧的在前。',
    'Orders and money that need somebody, the most pressing first.',
  ),
  payoutLinesNote: say(
    '撥款檔的每一列都在這裡。淨額 = 沖應收 + 暫收款 − 扣款。',
    '拨款文件的每一行都在这里。净额 = 核销应收 + 暂收款 − 扣款。',
    'Every row of the payout files. Net = to receivable + on hold − deductions.',
  ),
  receiptsNote: say(
    '實收現金 + 扣款 = 沖應收 + 暫收款；檢查欄必須為 0。沖了哪些訂單見「撥款明細」。',
    '实收现金 + 扣款 = 核销应收 + 暂收款；检查列必须为 0。核销了哪些订单见“拨款明细”。',
    'Cash + deductions = to receivable + on hold; the check must be 0. The orders cleared are in the payout lines.',
  ),
  stockNote: say(
    '庫存只因出貨與退貨變動，與撥款無關。',
    '库存只因发货与退货变动，与拨款无关。',
    'Stock moves only when goods are shipped or returned, never by a payout.',
  ),
  alertsNote: say(
    '可用 = 在庫 − 未出貨訂單保留的數量。',
    '可用 = 在库 − 未发货订单保留的数量。',
    'Available = on hand − reserved by orders not yet shipped.',
  ),
  problemsNote: say(
    '這些列沒有匯入，也沒有當成 0。修正後再對帳一次，已匯入的列不會重複。',
    '这些行没有导入，也没有当成 0。修正后再对账一次，已导入的行不会重复。',
    'These rows were not imported and not read as 0. Correct them and reconcile again; rows already imported do not repeat.',
  ),
  lowNote: say(
    '可用數量低於安全庫存，請補貨。',
    '可用数量低于安全库存，请补货。',
    'Available is below the safety level: order more.',
  ),
  noOpeningNote: say(
    '尚未設定期初庫存，無法判斷是否足夠。請先盤點並設定。',
    '尚未设定期初库存，无法判断是否足够。请先盘点并设定。',
    'No opening stock is set, so the level is not known. Count it and set it first.',
  ),
} as const satisfies Record<string, Translated>;

export type Word = keyof typeof WORDS;

/** A word or fixed sentence of the worksheets. */
export function word(key: Word, language: Language): string {
  return WORDS[key][language];
}
