// Differences and merge conflicts of mappings as sentences in three languages, for people who never saw the JSON.
import { LANGUAGES, type Language, type Translated } from '../language.ts';
import type { Difference } from './compare-mappings.ts';
import type { Json } from './mapping-parts.ts';
import type { MergeConflict } from './merge-mappings.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

/** Properties of a mapping and of its columns; what is not here is called by its name in the JSON. */
const PROPERTIES: Readonly<Record<string, Translated>> = {
  accountStatement: say('是否為帳戶流水', '是否为账户流水', 'whether it is the statement of an account'),
  as: say('用途', '用途', 'role'),
  blank: say('空白時', '空白时', 'meaning of an empty cell'),
  cellPrefixes: say('儲存格前綴', '单元格前缀', 'cell prefixes'),
  checks: say('檢核', '校验', 'checks'),
  columns: say('欄位的順序', '列的顺序', 'order of the columns'),
  currency: say('幣別', '币种', 'currency'),
  currencyMarks: say('貨幣記號', '货币符号', 'currency marks'),
  'dates.formats': say('日期格式', '日期格式', 'date formats'),
  'dates.zone': say('時區', '时区', 'time zone'),
  direction: say('收支方向', '收支方向', 'direction'),
  emptyMarkers: say('代表空白的文字', '代表空白的文本', 'texts that mean an empty cell'),
  fillDown: say('空白沿用上一列', '空白沿用上一行', 'empty cells repeat the one above'),
  filled: say('必須有值', '必须有值', 'must be filled in'),
  grain: say('一列代表什麼', '一行代表什么', 'what one row is'),
  'header.absent': say('排除用的表頭', '排除用的表头', 'headers that rule the report out'),
  'header.continuesOn': say('接續的工作表', '接续的工作表', 'sheets that continue the table'),
  'header.dataOffset': say('資料起始列', '数据起始行', 'first row of data'),
  'header.searchRows': say('尋找表頭的列數', '寻找表头的行数', 'rows searched for the header'),
  'header.sheets': say('工作表名稱', '工作表名称', 'sheet names'),
  'header.signature': say('辨識用的表頭', '识别用的表头', 'headers the report is recognised by'),
  key: say('訂單編號的規則', '订单编号的规则', 'rules of the order number'),
  linesWithoutOrder: say('可以沒有訂單', '可以没有订单', 'rows without an order'),
  negativeAs: say('負數時的款項', '负数时的款项', 'kind of money when negative'),
  net: say('淨額的來源', '净额的来源', 'source of the net'),
  notes: say('說明', '说明', 'notes'),
  'numbers.decimal': say('小數點', '小数点', 'decimal sign'),
  orderValues: say('訂單層級的值', '订单级的值', 'how values of an order stand'),
  otherwise: say('其餘款項', '其余款项', 'kind of money otherwise'),
  paidOutFrom: say('撥款日的位置', '拨款日的位置', 'where the payout day stands'),
  paymentMode: say('撥款方式', '拨款方式', 'payment mode'),
  per: say('每單或每列', '每单或每行', 'per order or per row'),
  positiveAs: say('正數時的款項', '正数时的款项', 'kind of money when positive'),
  price: say('同時是售價', '同时是售价', 'price as well'),
  reference: say('交易編號的規則', '交易编号的规则', 'rules of the reference'),
  referenceIsIdentity: say('交易編號可單獨辨識', '交易编号可单独识别', 'reference identifies a row'),
  refundedWhen: say('何時算已退款', '何时算已退款', 'when an order is refunded'),
  rest: say('剩餘款項', '剩余款项', 'kind of the rest of the net'),
  returnedWhen: say('何時算整列退回', '何时算整行退回', 'when all pieces came back'),
  refundedStatuses: say('退款狀態', '退款状态', 'refund statuses'),
  required: say('必要欄位', '必需列', 'required'),
  sameMoneyAs: say('記錄同一筆錢的報表', '记录同一笔钱的报表', 'reports of the same money'),
  rows: say('列的規則', '行的规则', 'rules of rows'),
  sign: say('正負號', '正负号', 'sign'),
  statement: say('撥款批次的規則', '拨款批次的规则', 'rules of the payout batch'),
  stageOfLines: say('各列狀態不同時', '各行状态不同时', 'stage of rows that differ'),
  stages: say('訂單階段的規則', '订单阶段的规则', 'rules of order stages'),
  states: say('說明一列是否計入的文字', '说明一行是否计入的文字', 'words that say whether a row counts'),
  statuses: say('訂單狀態', '订单状态', 'order statuses'),
  synonyms: say('別名', '别名', 'other names'),
  title: say('名稱', '名称', 'title'),
  type: say('款項類別', '款项类别', 'kind of money'),
  verified: say('已確認', '已确认', 'verified'),
};

/** One difference, for example 「手續費」欄的正負號：由「as-is」改為「negate」。 */
export function explainDifference({ kind, from, to, ...place }: Difference): Translated {
  const [before, after] = [shown(from), shown(to)];
  const what = {
    added: say(`加上「${after}」`, `加上“${after}”`, `"${after}" was added`),
    removed: say(`刪去「${before}」`, `删去“${before}”`, `"${before}" was taken away`),
    changed: say(`由「${before}」改為「${after}」`, `由“${before}”改为“${after}”`, `"${before}" became "${after}"`),
    moved: say('順序改變', '顺序改变', 'the order changed'),
  }[kind];
  return inEach((language) => `${placeIn(place, language)}${COLON[language]}${what[language]}${STOP[language]}`);
}

/** Whose change is not taken: that of a newer built-in mapping, or of the version published while a draft was written. */
export type OtherSide = 'built-in' | 'published';

const OTHER: Readonly<Record<OtherSide, Translated>> = {
  'built-in': say('內建的新版', '内置的新版', 'the new built-in version'),
  published: say('期間發布的版本', '期间发布的版本', 'the version published meanwhile'),
};
const NOTHING = say('（無）', '（无）', '(nothing)');

/** A conflict: both sides, and that ours was kept. */
export function explainConflict({ ours, theirs, ...place }: MergeConflict, otherSide: OtherSide): Translated {
  const value = (side: Json | null, language: Language) => (side === null ? NOTHING[language] : shown(side));
  return inEach((language) => {
    const [mine, other, who] = [value(ours, language), value(theirs, language), OTHER[otherSide][language]];
    const where = placeIn(place, language);
    const sentences = say(
      `${where}兩邊都改了：保留我們的「${mine}」，${who}為「${other}」。請確認後再發布。`,
      `${where}两边都改了：保留我们的“${mine}”，${who}为“${other}”。请确认后再发布。`,
      `${where} was changed on both sides: ours, "${mine}", was kept; ${who} has "${other}". Check it before you publish.`,
    );
    return sentences[language];
  });
}

const COLON = say('：', '：', ': ');
const STOP = say('。', '。', '.');
const inEach = (sentence: (language: Language) => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, sentence(language)])) as Translated;

type Place = Pick<Difference, 'column' | 'property'>;

function placeIn({ column, property }: Place, language: Language): string {
  const name = nameOf(property)[language];
  if (column === null) return capital(name, language);
  const inColumn = { 'zh-TW': `「${column}」欄`, 'zh-CN': `“${column}”列`, en: `Column "${column}"` }[language];
  if (property === '') return inColumn;
  return language === 'en' ? `${inColumn}, ${name}` : `${inColumn}的${name}`;
}

function nameOf(property: string): Translated {
  const vocabulary = /^vocabularies\.(.+?)(?:\.values)?$/.exec(property)?.[1];
  if (vocabulary !== undefined) return say(`詞彙表 ${vocabulary}`, `词汇表 ${vocabulary}`, `vocabulary ${vocabulary}`);
  const [first = ''] = property.split('.');
  return PROPERTIES[property] ?? PROPERTIES[first] ?? say(property, property, property);
}

const capital = (text: string, language: Language) =>
  language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;

const SHOWN_MAX = 80;

function shown(value: Json | null): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
