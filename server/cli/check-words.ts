// The words of `mapping check` and `mapping infer` in three languages.
import type { Language, Translated } from '../../core/language.ts';
import type { OrderColumn, PayoutColumn } from '../../core/mapping/mapping.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const WORDS = {
  report: say('報表', '报表', 'Report'),
  verified: say('已驗證', '已验证', 'verified'),
  unverified: say('未驗證，首次使用前請確認', '未验证，首次使用前请确认', 'not verified: confirm before first use'),
  header: say('標題列', '标题行', 'Header'),
  rowNumber: say('列', '行', 'Row'),
  columns: say('欄位', '列', 'Columns'),
  missing: say('缺少', '缺少', 'Missing'),
  unmapped: say('未對應', '未对应', 'Not mapped'),
  bySynonym: say('以別名認得', '以别名认得', 'By another name'),
  rows: say('資料列', '数据行', 'Rows'),
  read: say('讀取', '读取', 'read'),
  accepted: say('採用', '采用', 'accepted'),
  rejected: say('未採用', '未采用', 'rejected'),
  skipped: say('略過', '略过', 'skipped'),
  identity: say('每列檢查', '每行检查', 'Each row'),
  noIdentity: say('沒有可逐列檢查的淨額', '没有可逐行检查的净额', 'no net that could be checked on each row'),
  failing: say('不符的列', '不符的行', 'Fails on rows'),
  proof: say('檔案檢查', '文件检查', 'File'),
  net: say('淨額', '净额', 'net'),
  declared: say('檔案總計', '文件总计', 'declared'),
  setAside: say('另列', '另列', 'Set aside'),
  unmappedAmounts: say('未對應的金額', '未对应的金额', 'Amounts not mapped'),
  problems: say('問題', '问题', 'Problems'),
  wholeFile: say('整份檔案', '整份文件', 'whole file'),
  more: say('另有', '另有', 'more'),
  first: say('前幾列', '前几行', 'First rows'),
  statement: say('錢包或銀行對帳單，不沖帳', '钱包或银行对账单，不核销', 'wallet or bank statement: settles no orders'),
  foots: say('相符', '相符', 'foots'),
  differs: say('不符', '不符', 'differs'),
  incomplete: say('無法確認', '无法确认', 'incomplete'),
  undeclared: say('檔案沒有總計', '文件没有总计', 'nothing declared'),
  orderNumber: say('訂單編號', '订单编号', 'Order'),
  reference: say('參考編號', '参考编号', 'Reference'),
  paidOutOn: say('撥款日', '拨款日', 'Paid out'),
  components: say('組成', '组成', 'Components'),
  stage: say('階段', '阶段', 'Stage'),
  status: say('狀態', '状态', 'Status'),
  orderedOn: say('下單日', '下单日', 'Ordered'),
  receivable: say('應收', '应收', 'Receivable'),
  items: say('品項', '品项', 'Items'),
  drift: say('可能改了欄名', '可能改了列名', 'Perhaps renamed'),
  was: say('原欄名', '原列名', 'Was'),
  now: say('新欄名', '新列名', 'Now'),
  why: say('依據', '依据', 'Why'),
  gone: say('不見的欄位', '不见的列', 'Gone'),
  added: say('新欄位', '新列', 'New'),
  required: say('必要', '必要', 'required'),
  notComplete: say(
    '仍缺少必要欄位，請下載完整的報表。',
    '仍缺少必要列，请下载完整的报表。',
    'Required columns are still missing: download the full report.',
  ),
  acceptDrift: say(
    '若是改名：在面板按「修正欄位對應」接受新欄名並發布，或把新欄名加入對應檔的 synonyms；接受前不會匯入。',
    '若是改名：在面板按“修正列对应”接受新列名并发布，或把新列名加入对应文件的 synonyms；接受前不会导入。',
    'If that is right: accept the new names in the pane ("Repair the mapping") and publish, or add them to the synonyms of the mapping; nothing is imported before.',
  ),
  tryInfer: say(
    '沒有人對應過的檔案：用 clearsheet mapping infer 提出對應。',
    '没有人对应过的文件：用 clearsheet mapping infer 提出对应。',
    'For a file nobody has mapped: clearsheet mapping infer proposes a mapping.',
  ),
  known: say('已有對應', '已有对应', 'Already known as'),
  proposal: say('建議的對應', '建议的对应', 'Proposed mapping'),
  kind: say('種類', '种类', 'Kind'),
  column: say('欄位', '列', 'Column'),
  role: say('用途', '用途', 'Role'),
  sum: say('算式', '算式', 'Sum'),
  balance: say('餘額', '余额', 'Balance'),
  total: say('印出的合計', '印出的合计', 'Printed total'),
  noSum: say('沒有找到逐列成立的算式。', '没有找到逐行成立的算式。', 'No sum was found that makes a net on each row.'),
  alternatives: say('同樣成立', '同样成立', 'Also holds'),
  bareRows: say('只有淨額的列', '只有净额的行', 'Rows with a net and nothing else'),
  questions: say('請確認', '请确认', 'Please confirm'),
  written: say('已寫出', '已写出', 'Written'),
  readsAs: say('依此對應', '依此对应', 'Read by it'),
  noTable: say('找不到標題列和下方的資料。', '找不到标题行和下方的数据。', 'There is no header with data below it.'),
  noMoney: say(
    '沒有金額欄位，無法對帳。',
    '没有金额列，无法对账。',
    'There is no column of amounts, so nothing to reconcile.',
  ),
} as const satisfies Record<string, Translated>;

export type CheckWord = keyof typeof WORDS;

export const checkWord = (key: CheckWord, language: Language): string => WORDS[key][language];

/** What a column is used for. */
const ROLES: Readonly<Record<OrderColumn['as'] | PayoutColumn['as'], Translated>> = {
  orderNumber: say('訂單編號', '订单编号', 'order number'),
  status: say('訂單狀態', '订单状态', 'status'),
  refundStatus: say('退款狀態', '退款状态', 'refund status'),
  otherNumber: say('其他號碼', '其他号码', 'another number'),
  refundedAmount: say('已退金額', '已退金额', 'amount refunded'),
  orderedOn: say('下單日', '下单日', 'ordered on'),
  paidOn: say('付款日', '付款日', 'paid on'),
  shippedOn: say('出貨日', '发货日', 'shipped on'),
  completedOn: say('完成日', '完成日', 'completed on'),
  sku: say('貨號', '货号', 'item number'),
  itemName: say('品名', '品名', 'item name'),
  quantity: say('數量', '数量', 'quantity'),
  returnedQuantity: say('退貨數量', '退货数量', 'quantity returned'),
  unitPrice: say('單價', '单价', 'unit price'),
  lineTotal: say('小計', '小计', 'line total'),
  currency: say('幣別', '币种', 'currency'),
  personal: say('個人資料（不匯入）', '个人资料（不导入）', 'personal: dropped'),
  note: say('備註（不使用）', '备注（不使用）', 'note: not used'),
  receivable: say('應收', '应收', 'receivable'),
  reference: say('參考編號', '参考编号', 'reference'),
  paidOutOn: say('撥款日', '拨款日', 'paid out on'),
  net: say('淨額', '净额', 'net'),
  component: say('組成', '组成', 'component'),
};

export const roleWord = (role: keyof typeof ROLES, language: Language): string => ROLES[role][language];

/** Row 0: what is said stands on no row of the sheet, but on another sheet or of the file as a whole. */
export const onRow = (row: number, language: Language): string =>
  row === 0
    ? checkWord('wholeFile', language)
    : { 'zh-TW': `第 ${row} 列`, 'zh-CN': `第 ${row} 行`, en: `row ${row}` }[language];

export const holdsOn = (held: number, of: number, language: Language): string =>
  ({
    'zh-TW': `${of} 列中 ${held} 列成立`,
    'zh-CN': `${of} 行中 ${held} 行成立`,
    en: `holds on ${held} of ${of} rows`,
  })[language];

export const sumOf = (columns: number, language: Language): string =>
  ({ 'zh-TW': `${columns} 欄合計`, 'zh-CN': `${columns} 列合计`, en: `sum of ${columns} columns` })[language];
