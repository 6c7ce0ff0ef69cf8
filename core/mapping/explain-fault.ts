// What can be wrong with a mapping as a whole, as a value with its sentence. English keeps the words of the mapping
// language, because it is read beside a JSON file; Chinese names what the pane shows.
import type { Language, Translated } from '../language.ts';

/** A fault of a mapping: which it is, and the name it is about (a role, a header, a vocabulary); empty where none is. */
export interface MappingFault {
  readonly code: FaultCode;
  readonly about: string;
}

type Sentence = Translated<(about: string) => string>;
const say = (
  tw: (about: string) => string,
  cn: (about: string) => string,
  en: (about: string) => string,
): Sentence => ({
  'zh-TW': tw,
  'zh-CN': cn,
  en,
});

const ROLES: Readonly<Record<string, readonly [tw: string, cn: string]>> = {
  orderNumber: ['訂單編號', '订单编号'],
  status: ['訂單狀態', '订单状态'],
  refundStatus: ['退款狀態', '退款状态'],
  orderedOn: ['下單日', '下单日'],
  paidOn: ['付款日', '付款日'],
  shippedOn: ['出貨日', '发货日'],
  completedOn: ['完成日', '完成日'],
  quantity: ['數量', '数量'],
  returnedQuantity: ['退貨數量', '退货数量'],
  receivable: ['應收金額', '应收金额'],
  currency: ['幣別', '币种'],
  reference: ['交易編號', '交易编号'],
  paidOutOn: ['撥款日', '拨款日'],
  net: ['淨額', '净额'],
  component: ['金額', '金额'],
};
const tw = (role: string) => ROLES[role]?.[0] ?? role;
const cn = (role: string) => ROLES[role]?.[1] ?? role;

const SENTENCES = {
  ROLE_NOT_ONCE: say(
    (role) => `必須剛好有一欄是「${tw(role)}」`,
    (role) => `必须刚好有一列是“${cn(role)}”`,
    (role) => `exactly one column must be "${role}"`,
  ),
  ROLE_TWICE: say(
    (role) => `最多只能有一欄是「${tw(role)}」`,
    (role) => `最多只能有一列是“${cn(role)}”`,
    (role) => `at most one column may be "${role}"`,
  ),
  ROLE_MISSING: say(
    (role) => `至少要有一欄是「${tw(role)}」`,
    (role) => `至少要有一列是“${cn(role)}”`,
    (role) => `some column must be "${role}"`,
  ),
  ROLE_OPTIONAL: say(
    (role) => `「${tw(role)}」的欄位必須是必要欄位`,
    (role) => `“${cn(role)}”的列必须是必需列`,
    (role) => `a column that is "${role}" must be required`,
  ),
  HEADER_CLAIMED_TWICE: say(
    (name) => `有兩個欄位都對應到標題「${name}」`,
    (name) => `有两个列都对应到标题“${name}”`,
    (name) => `two columns claim the header "${name}"`,
  ),
  SIGNATURE_OPTIONAL: say(
    (header) => `辨識用的標題「${header}」不是必要欄位的標題`,
    (header) => `识别用的标题“${header}”不是必需列的标题`,
    (header) => `the signature names "${header}", which is not the header of a required column`,
  ),
  RULE_COLUMN_UNKNOWN: say(
    (name) => `有一條規則用到「${name}」欄，但這份對應沒有這一欄`,
    (name) => `有一条规则用到“${name}”列，但这份对应没有这一列`,
    (name) => `a rule names the column "${name}", which the mapping does not have`,
  ),
  RULE_COLUMN_PERSONAL: say(
    (name) => `有一條規則要讀「${name}」欄，但它是個資，不會讀取`,
    (name) => `有一条规则要读“${name}”列，但它是个人信息，不会读取`,
    (name) => `a rule reads the column "${name}", which is personal`,
  ),
  MINOR_UNITS_WITHOUT_CURRENCY: say(
    () => '金額以最小單位（分）印出時，幣別必須固定一種',
    () => '金额以最小单位（分）印出时，币种必须固定一种',
    () => 'minorUnits needs one currency for every file',
  ),
  DATE_FORMAT_UNREADABLE: say(
    (format) => `「${format}」不是日期寫法：要有年、月、日`,
    (format) => `“${format}”不是日期写法：要有年、月、日`,
    (format) => `"${format}" is not a date format: it needs a year, a month and a day`,
  ),
  STAGES_MISSING: say(
    () => '還沒有說明訂單到了哪個階段',
    () => '还没有说明订单到了哪个阶段',
    () => 'statuses or stages must say how far an order is',
  ),
  PRICE_MISSING: say(
    () => '有數量就要有單價或小計',
    () => '有数量就要有单价或小计',
    () => 'some column must be "unitPrice"',
  ),
  PRICE_TWICE: say(
    () => '最多只能有一欄應收金額同時是價格',
    () => '最多只能有一列应收金额同时是价格',
    () => 'at most one column may be the price',
  ),
  PRICE_NOT_OF_LINE: say(
    (header) => `「${header}」同時是價格，所以必須屬於每一列，而且是加上`,
    (header) => `“${header}”同时是价格，所以必须属于每一行，而且是加上`,
    (header) => `"${header}": a price is "per": "line" with the sign "plus"`,
  ),
  STAGE_OF_LINES_ALONE: say(
    () => '各列狀態不同時，訂單的值必須每一列都有',
    () => '各行状态不同时，订单的值必须每一行都有',
    () => 'stageOfLines needs values on each row: orderValues "repeat"',
  ),
  FILL_DOWN_IN_ORDERS: say(
    (header) => `「${header}」：訂單報表不能沿用上一列的值`,
    (header) => `“${header}”：订单报表不能沿用上一行的值`,
    (header) => `"${header}": only payouts have fillDown`,
  ),
  CHECK_NOT_FOR_ORDERS: say(
    (check) => `訂單報表沒有「${check}」這種核對`,
    (check) => `订单报表没有“${check}”这种核对`,
    (check) => `an order export has no check "${check}"`,
  ),
  GROUP_TOTAL_IN_ORDERS: say(
    () => '只有撥款明細才有「下面幾列的合計」',
    () => '只有拨款明细才有“下面几行的合计”',
    () => 'only payouts have a "groupTotal"',
  ),
  CHARGE_IN_PAYOUT: say(
    () => '只有訂單才有「運費等費用列」',
    () => '只有订单才有“运费等费用行”',
    () => 'only orders have a "charge"',
  ),
  ORDER_CHECK_IN_PAYOUT: say(
    () => '只有訂單才能逐張核對',
    () => '只有订单才能逐张核对',
    () => 'only orders have a check "order"',
  ),
  NET_RULE_TWICE: say(
    () => '淨額中沒有列出的部分，只能說明一次',
    () => '净额中没有列出的部分，只能说明一次',
    () => 'only one "otherwise" or "rest" says what a net is',
  ),
  VOCABULARY_MISSING: say(
    (name) => `沒有叫做「${name}」的詞彙表`,
    (name) => `没有叫做“${name}”的词汇表`,
    (name) => `there is no vocabulary "${name}"`,
  ),
  VOCABULARY_UNUSED: say(
    (name) => `沒有欄位使用詞彙表「${name}」`,
    (name) => `没有列使用词汇表“${name}”`,
    (name) => `no column uses the vocabulary "${name}"`,
  ),
  DIRECTION_MISSING: say(
    () => '有金額要看收支欄的文字，但還沒有收支欄',
    () => '有金额要看收支列的文字，但还没有收支列',
    () => 'a column is signed by direction, which the mapping does not have',
  ),
  SIGN_NOT_PROVABLE: say(
    (header) => `「${header}」的正負要由各列的淨額證明：必須有淨額欄，而且沒有看收支欄的金額`,
    (header) => `“${header}”的正负要由各行的净额证明：必须有净额列，而且没有看收支列的金额`,
    (header) => `"${header}" is "proved" by the rows' net: that needs a net column, and no column signed by direction`,
  ),
  COMPONENT_MISSING: say(
    () => '至少要有一欄是「金額」',
    () => '至少要有一列是“金额”',
    () => 'some column must be "component"',
  ),
} as const satisfies Record<string, Sentence>;

export type FaultCode = keyof typeof SENTENCES;

/** Every code with a sentence, for tests. */
export const FAULT_CODES = Object.keys(SENTENCES) as FaultCode[];

/** The fault as half a sentence, without its full stop: it stands within others. */
export function explainFault({ code, about }: MappingFault, language: Language): string {
  return SENTENCES[code][language](about);
}

/** The fault in every language, for answers that do not know who reads them. */
export function faultInEach(fault: MappingFault): Translated {
  const of = (language: Language) => explainFault(fault, language);
  return { 'zh-TW': of('zh-TW'), 'zh-CN': of('zh-CN'), en: of('en') };
}
