// The words of the receivables worksheets in three languages: aging, open orders, roll-forward, statement, forecast.
import type { Language, Translated } from '../language.ts';
import type { UndatedOrders } from '../calendar/forecast-orders.ts';
import type { AgingBounds, AgingPlace } from '../statements/aging.ts';
import type { EntryKind, Period } from '../statements/ledger-entry.ts';
import { explainOnly, type ReportOnly } from '../statements/report-only.ts';
import type { Party, Statement } from '../statements/statement.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

/** Which receivables sheet it is; also the mark by which we know it as ours. */
export const STATEMENT_SHEET_KEYS = [
  ...(['rollForward', 'positions', 'aging', 'openOrders', 'forecast', 'statement'] as const),
] as const;
export type StatementSheetKey = (typeof STATEMENT_SHEET_KEYS)[number];

export const STATEMENT_SHEET_NAMES: Readonly<Record<StatementSheetKey, Translated>> = {
  rollForward: say('應收變動表', '应收变动表', 'Receivables roll-forward'),
  positions: say('平台款項', '平台款项', 'Money with platforms'),
  aging: say('帳齡分析', '账龄分析', 'Receivables aging'),
  openOrders: say('未收訂單', '未收订单', 'Receivables open orders'),
  forecast: say('撥款預測', '拨款预测', 'Payout forecast'),
  statement: say('對帳單', '对账单', 'Statement'),
};

export const KIND_LABELS: Readonly<Record<EntryKind, Translated>> = {
  sale: say('銷貨', '销货', 'Sale'),
  return: say('銷退', '销退', 'Return'),
  allowance: say('折讓', '折让', 'Allowance'),
  receipt: say('收款', '收款', 'Receipt'),
  refund: say('退款', '退款', 'Refund'),
  writeOff: say('尾差', '尾差', 'Write-off'),
  badDebt: say('呆帳', '坏账', 'Bad debt'),
  adjustment: say('沖轉', '冲转', 'Transfer'),
  fx: say('匯差', '汇差', 'Exchange difference'),
};

export const UNDATED_LABELS: Readonly<Record<UndatedOrders['why'], Translated>> = {
  noDate: say('訂單沒有日期', '订单没有日期', 'Orders without a date'),
  manual: say('申請後才撥款', '申请后才拨款', 'Paid on request'),
  notCovered: say('該年度假日未設定', '该年度假日未设置', "That year's holidays are not set"),
};

const WORDS = {
  group: say('組別', '组别', 'Group'),
  platform: say('平台', '平台', 'Platform'),
  shop: say('店鋪', '店铺', 'Shop'),
  customer: say('客戶', '客户', 'Customer'),
  currency: say('幣別', '币种', 'Currency'),
  orders: say('訂單數', '订单数', 'Orders'),
  orderNumber: say('訂單編號', '订单编号', 'Order number'),
  number: say('單號', '单号', 'Document'),
  kind: say('類別', '类别', 'Kind'),
  date: say('日期', '日期', 'Date'),
  dueOn: say('應撥款日', '应拨款日', 'Due'),
  daysPastDue: say('逾期天數', '逾期天数', 'Days past due'),
  bucket: say('帳齡', '账龄', 'Age'),
  status: say('狀態', '状态', 'Status'),
  reason: say('說明', '说明', 'Explanation'),
  // Aging
  notDue: say('未到期', '未到期', 'Not due'),
  undated: say('無到期日', '无到期日', 'No due day'),
  credit: say('溢收待退', '溢收待退', 'Owed back'),
  total: say('合計', '合计', 'Total'),
  baseTotal: say('本位幣合計', '本位币合计', 'Total in base currency'),
  open: say('未收', '未收', 'Open'),
  baseOpen: say('本位幣未收', '本位币未收', 'Open in base currency'),
  // Roll-forward
  basis: say('金額別', '金额别', 'Amounts in'),
  document: say('原幣', '原币', 'Own currency'),
  base: say('本位幣', '本位币', 'Base currency'),
  opening: say('期初', '期初', 'Opening'),
  sales: say('銷貨', '销货', 'Sales'),
  returns: say('銷退', '销退', 'Returns'),
  allowances: say('折讓', '折让', 'Allowances'),
  receipts: say('收款', '收款', 'Receipts'),
  refunds: say('退款', '退款', 'Refunds'),
  writeOffs: say('尾差', '尾差', 'Write-offs'),
  badDebts: say('呆帳', '坏账', 'Bad debts'),
  fx: say('匯差', '汇差', 'Exchange'),
  adjustments: say('沖轉', '冲转', 'Transfers'),
  closing: say('期末', '期末', 'Closing'),
  openOrders: say('未收訂單合計', '未收订单合计', 'Open orders'),
  difference: say('與未收訂單差額', '与未收订单差额', 'Difference to open orders'),
  agingTotal: say('帳齡合計', '账龄合计', 'Aging total'),
  agingDifference: say('與帳齡差額', '与账龄差额', 'Difference to aging'),
  ledger: say('總帳應收帳款', '总账应收账款', 'Receivable in the ledger'),
  ledgerDifference: say('與總帳差額', '与总账差额', 'Difference to the ledger'),
  later: say('日後單據', '日后单据', 'Dated after the day'),
  ties: say('相符', '相符', 'Ties'),
  tiesNot: say('不符', '不符', 'Does not tie'),
  notTied: say('不符的差額數（必須為 0）', '不符的差额数（必须为 0）', 'Differences that are not zero (must be 0)'),
  // Money with platforms
  unpaid: say('未撥款', '未拨款', 'Unpaid'),
  baseUnpaid: say('本位幣未撥款', '本位币未拨款', 'Unpaid in base currency'),
  reserve: say('保留款', '保留款', 'In reserve'),
  wallet: say('錢包', '钱包', 'In the wallet'),
  places: say('三處合計', '三处合计', 'The three together'),
  returnsAndAllowances: say('銷退與折讓', '销退与折让', 'Returns and allowances'),
  feesCharged: say('手續費與費用', '手续费与费用', 'Fees'),
  payouts: say('提領與入帳', '提现与入账', 'Payouts to the bank'),
  // Statement
  sale: say('銷貨', '销货', 'Sales'),
  returned: say('銷退', '销退', 'Returns'),
  allowance: say('折讓', '折让', 'Allowances'),
  received: say('收款', '收款', 'Received'),
  other: say('其他', '其他', 'Other'),
  balance: say('餘額', '余额', 'Balance'),
  check: say('檢查', '检查', 'Check'),
  bankDetails: say('匯款帳戶', '汇款账户', 'Pay to'),
  signature: say('確認簽章', '确认签章', 'Confirmed by'),
  // Forecast
  expected: say('預計撥款', '预计拨款', 'Expected'),
  overdue: say('逾期未撥款', '逾期未拨款', 'Overdue'),
  noDay: say('無法推算', '无法推算', 'No day known'),
  fees: say('預計手續費', '预计手续费', 'Expected fees'),
  ordersWithoutFees: say('手續費未知的訂單', '手续费未知的订单', 'Orders without known fees'),
  held: say('保留款扣留', '保留款扣留', 'Reserve held'),
  released: say('保留款釋出', '保留款释出', 'Reserve released'),
  carriedIn: say('前期結轉', '前期结转', 'Carried in'),
  transferFee: say('匯費', '汇费', 'Transfer fee'),
  carriedOut: say('結轉下期', '结转下期', 'Carried out'),
  paid: say('預計入帳', '预计入账', 'Expected payout'),
  heldUndated: say('保留款，無釋出日', '保留款，无释出日', 'Reserve without a day of release'),
  heldLate: say('保留款，逾期未釋出', '保留款，逾期未释出', 'Reserve past its day of release'),
  byTerm: say(
    '店鋪未設撥款日程，按撥款期限推算',
    '店铺未设拨款日程，按拨款期限推算',
    'No payout calendar: by the payout term',
  ),
  // Sentences
  agingNote: say(
    '逾期天數自應撥款日的次日起算。溢收待退單獨列示，不與應收互抵。',
    '逾期天数自应拨款日的次日起算。溢收待退单独列示，不与应收互抵。',
    'Days past due count from the day after the due day. What is owed back stands apart and is not set off.',
  ),
  openOrdersNote: say(
    '期末仍未收清的訂單，最久的在前。應收變動表以此核對。',
    '期末仍未收清的订单，最久的在前。应收变动表以此核对。',
    'Orders still open at the end of the period, the oldest first. The roll-forward is held against them.',
  ),
  rollForwardNote: say(
    '期末 = 期初 + 銷貨 − 銷退 − 折讓 − 收款 + 退款 − 尾差 − 呆帳 + 匯差 + 沖轉；差額必須為 0。沖轉是先前入帳的款項轉入或轉出應收，沒有收付。',
    '期末 = 期初 + 销货 − 销退 − 折让 − 收款 + 退款 − 尾差 − 坏账 + 汇差 + 冲转；差额必须为 0。冲转是先前入账的款项转入或转出应收，没有收付。',
    'Closing = opening + sales − returns − allowances − receipts + refunds − write-offs − bad debts + exchange + transfers; differences must be 0. Transfers move money that was booked before: none came or went.',
  ),
  forecastNote: say(
    '預計入帳 = 未收 − 預計手續費 − 保留款扣留 + 釋出 + 前期結轉 − 匯費 − 結轉下期。逾期與無法推算的另列。',
    '预计入账 = 未收 − 预计手续费 − 保留款扣留 + 释出 + 前期结转 − 汇费 − 结转下期。逾期与无法推算的另列。',
    'Expected payout = open − fees − reserve held + released + carried in − transfer fee − carried out. Overdue orders and orders without a due day stand apart.',
  ),
  statementNote: say(
    '餘額 = 前一餘額 + 銷貨 − 銷退 − 折讓 − 收款 + 其他。其他為尾差、呆帳、沖轉與匯差。',
    '余额 = 前一余额 + 销货 − 销退 − 折让 − 收款 + 其他。其他为尾差、坏账、冲转与汇差。',
    'Balance = the one before + sales − returns − allowances − received + other. Other is write-offs, bad debts, transfers and exchange.',
  ),
  positionsNote: say(
    '期末 = 期初 + 銷貨 − 銷退與折讓 − 手續費與費用 − 提領與入帳 + 其他，等於未撥款、保留款與錢包之和，依傳票計算。其他為求償、暫收、尾差、呆帳等。',
    '期末 = 期初 + 销货 − 销退与折让 − 手续费与费用 − 提现与入账 + 其他，等于未拨款、保留款与钱包之和，按凭证计算。其他为索赔、暂收、尾差、坏账等。',
    'Closing = opening + sales − returns and allowances − fees − payouts + other, and is what is unpaid, in reserve and in the wallet, all by the vouchers. Other is claims, money on hold, write-offs, bad debts and the like.',
  ),
  ofRun: say('僅本次檔案的訂單', '仅本次文件的订单', 'orders of these files only'),
  ofBooks: say('整本帳冊', '整本账册', 'the whole books'),
  nothingOpen: say('沒有未收的訂單。', '没有未收的订单。', 'Nothing is open.'),
  noReceivables: say('沒有應收帳款。', '没有应收账款。', 'No receivables.'),
  nothingExpected: say('沒有預計的撥款。', '没有预计的拨款。', 'No payouts are expected.'),
  noDocuments: say('本期沒有單據。', '本期没有单据。', 'No documents in this period.'),
} as const satisfies Record<string, Translated>;

export type StatementWord = keyof typeof WORDS;

export function statementWord(key: StatementWord, language: Language): string {
  return WORDS[key][language];
}

/** Where an open order stands in the aging: `未到期`, `31–60 天`, `90+ 天`. */
export function agingLabel(place: AgingPlace, bounds: AgingBounds, language: Language): string {
  if (typeof place !== 'number') return statementWord(place, language);
  const days = language === 'en' ? 'days' : '天';
  const to = bounds[place];
  if (to === undefined) return `${bounds.at(-1) ?? 0}+ ${days}`;
  const before = bounds[place - 1];
  return `${before === undefined ? 0 : before + 1}–${to} ${days}`;
}

export function periodText({ from, to }: Period, language: Language): string {
  return language === 'en' ? `${from} to ${to}` : `${from} 至 ${to}`;
}

interface Scope {
  readonly books: object | null;
  readonly only: ReportOnly | null;
}

/** Whose receivables: of the books or a part of them, or of the orders that a run looked at. */
export function scopeText({ books, only }: Scope, language: Language): string {
  if (only !== null) return explainOnly(only)[language];
  return statementWord(books === null ? 'ofRun' : 'ofBooks', language);
}

export function lateText(days: number, language: Language): string {
  if (language === 'en') return `${days} ${days === 1 ? 'day' : 'days'} late`;
  return `逾期 ${days} 天`;
}

/** Whom a statement is for; a party without a name is the orders that name no type. */
export function partyText({ by, name, platform }: Party, language: Language): string {
  if (by === 'orderType') return MODELS[name]?.[language] ?? (name === '' ? NO_NAME[language] : name);
  return platform === null ? name : `${platform} · ${name}`;
}

/** Order types of the books: the models of their shops. */
const MODELS: Readonly<Partial<Record<string, Translated>>> = {
  marketplace: say('平台銷售訂單', '平台销售订单', 'Marketplace orders'),
  consignment: say('代銷訂單', '代销订单', 'Consignment orders'),
};

const NO_NAME = say('（未分類）', '（未分类）', '(no type)');

export function statementTitle({ party, currency }: Pick<Statement, 'party' | 'currency'>, language: Language): string {
  return [STATEMENT_SHEET_NAMES.statement[language], partyText(party, language), currency].join(' · ');
}
