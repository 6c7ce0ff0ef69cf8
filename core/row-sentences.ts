// Why a row, or one value of it, could not be read, in the user's words. The codes are the keys; core/problem.ts explains
// with them.
import type { Language, Translated } from './language.ts';
import { at, bracketed, type Details, effectOf, say, type Sentence } from './sentence.ts';

/** The column, where the problem is in one, between these words. */
const named = (details: Details, before: string, after: string) =>
  at(details, 'column') ? `${before}${at(details, 'column')}${after}` : '';

/** What the row brings and what is held, where these differ. */
const bothNets = (details: Details, now: string, before: string) =>
  at(details, 'held') ? `${now}${at(details, 'value')}${before}${at(details, 'held')}` : '';

/** What differs between two records, as the push names it; a column of the file stays as it is called there. */
const FIELDS: Readonly<Record<string, Translated>> = {
  stage: { 'zh-TW': '訂單狀態倒退', 'zh-CN': '订单状态倒退', en: 'the status goes back' },
  currency: { 'zh-TW': '幣別', 'zh-CN': '币种', en: 'currency' },
  reference: { 'zh-TW': '參考編號', 'zh-CN': '参考编号', en: 'reference' },
  paidOutOn: { 'zh-TW': '撥款日', 'zh-CN': '拨款日', en: 'payout day' },
  net: { 'zh-TW': '淨額', 'zh-CN': '净额', en: 'net' },
  statement: { 'zh-TW': '撥款批次', 'zh-CN': '拨款批次', en: 'statement' },
};

/** What differs, and both nets where these do. */
function differing(details: Details, language: Language, [now, before]: readonly [string, string]): string {
  const nets = bothNets(details, now, before);
  const names = at(details, 'fields')
    .split(', ')
    .filter((name) => name !== 'net' || nets === '')
    .map((name) => FIELDS[name]?.[language] ?? name);
  const named = names.join(language === 'en' ? ', ' : '、');
  return [named, nets].filter((part) => part !== '').join(language === 'en' ? '; ' : '；');
}

/** An older export stays out; only a person can know that it is the newest one. */
const IS_NEWEST: Translated = {
  'zh-TW': '若這份檔案才是最新的（例如取消後又恢復的訂單），請在結果頁按「這份才是最新的」（指令列：--newest）。',
  'zh-CN': '若这份文件才是最新的（例如取消后又恢复的订单），请在结果页按“这份才是最新的”（命令行：--newest）。',
  en: ' If this file is the newest one (an order that was cancelled and is not any more), press “This file is the newest” on the result page (command line: --newest).',
};
const goesBack = (details: Details, language: Language) =>
  at(details, 'fields').split(', ').includes('stage') ? IS_NEWEST[language] : '';

/** Problems of one row: the row is not pushed, the others are. 匯入列錯誤 */
export const ROW_SENTENCES = {
  ORDER_NUMBER_MISSING: say({
    'zh-TW': (d) => `沒有訂單編號${named(d, '（欄位「', '」）')}。請回平台重新下載檔案，或刪除這一列後再試。`,
    'zh-CN': (d) => `没有订单编号${named(d, '（列“', '”）')}。请回平台重新下载文件，或删除这一行后再试。`,
    en: (d) =>
      `There is no order number${named(d, ' in "', '"')}. Download the file again from the platform, or remove this row.`,
  }),
  ID_PRECISION_LOST: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」已被 Excel 改成數字，後面的位數遺失。請改用「資料 > 從文字/CSV」並將此欄設為文字，或重新下載原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”已被 Excel 改成数字，后面的位数丢失。请改用“数据 > 从文本/CSV”并将此列设为文本，或重新下载原始文件。`,
    en: (d) =>
      `In "${at(d, 'column')}", Excel turned "${at(d, 'value')}" into a number and lost digits. Import the file as text (Data > From Text/CSV) or download it again.`,
  }),
  ID_BECAME_DAY: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的編號已被 Excel 改成日期（數值 ${at(d, 'value')}），原來的寫法無從得知。請改用「資料 > 從文字/CSV」並將此欄設為文字，或重新下載原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的编号已被 Excel 改成日期（数值 ${at(d, 'value')}），原来的写法无从得知。请改用“数据 > 从文本/CSV”并将此列设为文本，或重新下载原始文件。`,
    en: (d) =>
      `In "${at(d, 'column')}", Excel turned the number into a date (value ${at(d, 'value')}); what was typed cannot be told. Import the file as text (Data > From Text/CSV) or download it again.`,
  }),
  ID_IS_ERROR: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」是公式錯誤「${at(d, 'value')}」，不是編號。請修正公式，或貼上平台檔案中的編號後再試。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”是公式错误“${at(d, 'value')}”，不是编号。请修正公式，或粘贴平台文件中的编号后再试。`,
    en: (d) =>
      `"${at(d, 'column')}" holds the formula error "${at(d, 'value')}" and no number. Mend the formula, or paste the number from the platform's file.`,
  }),
  ID_TOO_LONG: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」太長，不可能是編號。請確認欄位沒有錯位，或重新下載原始檔；這一列沒有匯入。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”太长，不可能是编号。请确认列没有错位，或重新下载原始文件；这一行没有导入。`,
    en: (d) =>
      `In "${at(d, 'column')}", "${at(d, 'value')}" is too long to be a number. Check that the columns have not shifted, or download the file again; the row was not imported.`,
  }),
  REFERENCE_DAMAGED: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」已不是原來的號碼（位數遺失、被 Excel 改成日期、是公式錯誤，或長得不可能是號碼）。這一列照常讀取，但不用這個號碼辨認；請重新下載原始檔，以免同一列日後被當成另一筆。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”已不是原来的号码（位数丢失、被 Excel 改成日期、是公式错误，或长得不可能是号码）。这一行照常读取，但不用这个号码辨认；请重新下载原始文件，以免同一行日后被当成另一笔。`,
    en: (d) =>
      `In "${at(d, 'column')}", "${at(d, 'value')}" is no longer the number that was there (digits lost, turned into a date by Excel, a formula error, or too long to be one). The row was read, but is not known by this number; download the file again, so that the row is not taken for another one later.`,
  }),
  SAME_MONEY_TWICE: say({
    'zh-TW': (d) =>
      `「${at(d, 'report')}」與同一賣場的「${at(d, 'other')}」記的是同一筆錢，兩份都匯入會重複計算。請只留其中一份。`,
    'zh-CN': (d) =>
      `“${at(d, 'report')}”与同一店铺的“${at(d, 'other')}”记的是同一笔钱，两份都导入会重复计算。请只留其中一份。`,
    en: (d) =>
      `"${at(d, 'report')}" and "${at(d, 'other')}" of the same shop carry the same money; importing both counts it twice. Keep one of them.`,
  }),
  VALUE_MISSING: say({
    'zh-TW': (d) => `「${at(d, 'column')}」是空白。請回平台重新下載檔案，或補上這一格後再試；這一列沒有匯入。`,
    'zh-CN': (d) => `“${at(d, 'column')}”是空白。请回平台重新下载文件，或补上这一格后再试；这一行没有导入。`,
    en: (d) => `"${at(d, 'column')}" is empty. Download the file again or fill in the cell; the row was not imported.`,
  }),
  AMOUNT_UNREADABLE: say({
    'zh-TW': (d) =>
      `${named(d, '「', '」的')}「${at(d, 'value')}」不是金額。請改成數字後再試；這一列沒有匯入，也沒有當成 0。`,
    'zh-CN': (d) =>
      `${named(d, '“', '”的')}“${at(d, 'value')}”不是金额。请改成数字后再试；这一行没有导入，也没有当成 0。`,
    en: (d) =>
      `${named(d, 'In "', '", ')}"${at(d, 'value')}" is not an amount. Correct the cell and try again; the row was not imported and not read as 0.`,
  }),
  AMOUNT_IS_PERCENT: say({
    'zh-TW': (d) =>
      `${named(d, '「', '」的')}「${at(d, 'value')}」是百分比，這一欄應為金額。請確認欄位沒有錯位；若是金額，請改成數字格式。`,
    'zh-CN': (d) =>
      `${named(d, '“', '”的')}“${at(d, 'value')}”是百分比，这一列应为金额。请确认列没有错位；若是金额，请改成数字格式。`,
    en: (d) =>
      `${named(d, 'In "', '", ')}"${at(d, 'value')}" is a percentage where an amount is expected. Check that the columns have not shifted; if it is an amount, give the cell a number format.`,
  }),
  AMOUNT_SIGN: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」為 ${at(d, 'value')}，這份報表的這一欄應為正數。請確認是否為平台下載的原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”为 ${at(d, 'value')}，这份报表的这一列应为正数。请确认是否为平台下载的原始文件。`,
    en: (d) =>
      `"${at(d, 'column')}" is ${at(d, 'value')}, but this report prints the column without minus. Check that the file is as downloaded.`,
  }),
  DATE_UNREADABLE: say({
    'zh-TW': (d) => `${named(d, '「', '」的')}「${at(d, 'value')}」不是日期。請改成 2024-05-07 這種格式。`,
    'zh-CN': (d) => `${named(d, '“', '”的')}“${at(d, 'value')}”不是日期。请改成 2024-05-07 这种格式。`,
    en: (d) => `${named(d, 'In "', '", ')}"${at(d, 'value')}" is not a date. Write it like 2024-05-07.`,
  }),
  QUANTITY_UNREADABLE: say({
    'zh-TW': (d) => `${named(d, '「', '」的')}「${at(d, 'value')}」不是數量。請改成 0 以上的整數。`,
    'zh-CN': (d) => `${named(d, '“', '”的')}“${at(d, 'value')}”不是数量。请改成 0 以上的整数。`,
    en: (d) => `${named(d, 'In "', '", ')}"${at(d, 'value')}" is not a quantity. Write a whole number of 0 or more.`,
  }),
  RETURN_EXCEEDS_QUANTITY: say({
    'zh-TW': (d) => `退貨 ${at(d, 'value')} 件，超過售出的 ${at(d, 'quantity')} 件。請確認數量，或重新下載檔案。`,
    'zh-CN': (d) => `退货 ${at(d, 'value')} 件，超过售出的 ${at(d, 'quantity')} 件。请确认数量，或重新下载文件。`,
    en: (d) =>
      `${at(d, 'value')} pieces returned, but only ${at(d, 'quantity')} sold. Check the quantities or download the file again.`,
  }),
  ORDER_TOTAL_NEGATIVE: say({
    'zh-TW': (d) => `訂單金額算出來是 ${at(d, 'value')}，不會小於 0。請檢查這張訂單的金額與折扣，或重新下載檔案。`,
    'zh-CN': (d) => `订单金额算出来是 ${at(d, 'value')}，不会小于 0。请检查这张订单的金额与折扣，或重新下载文件。`,
    en: (d) =>
      `The order adds up to ${at(d, 'value')}, and no order is worth less than 0. Check its amounts and discounts or download the file again.`,
  }),
  VALUE_UNKNOWN: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」（共 ${at(d, 'count')} 列）沒有對應的意義，整份檔案都未匯入。請在欄位對應中加入這個值的意義。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”（共 ${at(d, 'count')} 行）没有对应的含义，整份文件都未导入。请在列对应中加入这个值的含义。`,
    en: (d) =>
      `The meaning of "${at(d, 'value')}" in "${at(d, 'column')}" (rows: ${at(d, 'count')}) is not known, so nothing of the file was imported. Add its meaning to the mapping.`,
  }),
  CURRENCY_UNKNOWN: say({
    'zh-TW': (d) =>
      `不認得${named(d, '「', '」的')}幣別「${at(d, 'value')}」。請改成三個字母的幣別代碼（例如 TWD），或在欄位對應中加入這個寫法。`,
    'zh-CN': (d) =>
      `不认得${named(d, '“', '”的')}币种“${at(d, 'value')}”。请改成三个字母的币种代码（例如 CNY），或在列对应中加入这个写法。`,
    en: (d) =>
      `The currency "${at(d, 'value')}"${named(d, ' in "', '"')} is not known. Write its three-letter code (for example TWD), or add the word to the mapping.`,
  }),
  CHECK_FAILED: say({
    'zh-TW': (d) =>
      `「${at(d, 'check')}」在檔案中為 ${at(d, 'value')}，但依各列計算為 ${at(d, 'sum')}，差 ${at(d, 'difference')}。請確認是否為平台下載的完整原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'check')}”在文件中为 ${at(d, 'value')}，但按各行计算为 ${at(d, 'sum')}，差 ${at(d, 'difference')}。请确认是否为平台下载的完整原始文件。`,
    en: (d) =>
      `"${at(d, 'check')}" is ${at(d, 'value')} in the file, but the rows give ${at(d, 'sum')}: a difference of ${at(d, 'difference')}. Check that the file is complete and as downloaded.`,
  }),
  ORDER_REPEATED: say({
    'zh-TW': (d) => `訂單 ${at(d, 'orderNumber')} 出現在多列，但這份報表一張訂單只有一列。請刪除重複的列或重新下載。`,
    'zh-CN': (d) => `订单 ${at(d, 'orderNumber')} 出现在多行，但这份报表一张订单只有一行。请删除重复的行或重新下载。`,
    en: (d) =>
      `Order ${at(d, 'orderNumber')} stands on more than one row, but this report has one row for each order. Remove the repeated row or download the file again.`,
  }),
  UNMAPPED_AMOUNT: say({
    'zh-TW': (d) =>
      `欄位「${at(d, 'column')}」看起來是金額（合計 ${at(d, 'sum')}），但欄位對應沒有用到它。請確認是否應計入。${effectOf(d, '計入後可使 ', ' 列相符', '計入後會使 ', ' 列不符')}`,
    'zh-CN': (d) =>
      `列“${at(d, 'column')}”看起来是金额（合计 ${at(d, 'sum')}），但列对应没有用到它。请确认是否应计入。${effectOf(d, '计入后可使 ', ' 行相符', '计入后会使 ', ' 行不符')}`,
    en: (d) =>
      `The column "${at(d, 'column')}" looks like an amount (total ${at(d, 'sum')}), but the mapping does not use it. Check whether it belongs to the net.${effectOf(d, ' With it, these rows would add up: ', '.', ' With it, these rows would no longer add up: ', '.')}`,
  }),
  NET_MISMATCH: say({
    'zh-TW': (d) =>
      `這一列各金額欄合計 ${at(d, 'sum')}，但「${at(d, 'net')}」為 ${at(d, 'value')}，差 ${at(d, 'difference')}。可能有未對應的金額欄${bracketed(d, 'unmapped')}，請確認。`,
    'zh-CN': (d) =>
      `这一行各金额列合计 ${at(d, 'sum')}，但“${at(d, 'net')}”为 ${at(d, 'value')}，差 ${at(d, 'difference')}。可能有未对应的金额列${bracketed(d, 'unmapped')}，请确认。`,
    en: (d) =>
      `The amounts of this row add up to ${at(d, 'sum')}, but "${at(d, 'net')}" says ${at(d, 'value')}: a difference of ${at(d, 'difference')}. An amount column may be unmapped${bracketed(d, 'unmapped', [' (', ')'])}; please check.`,
  }),
  ORDER_FIELD_DIFFERS: say({
    'zh-TW': (d) =>
      `訂單 ${at(d, 'orderNumber')} 各列${named(d, '的「', '」')}不一致：「${at(d, 'first')}」與「${at(d, 'value')}」。同一訂單應重複相同的值，請重新下載。`,
    'zh-CN': (d) =>
      `订单 ${at(d, 'orderNumber')} 各行${named(d, '的“', '”')}不一致：“${at(d, 'first')}”与“${at(d, 'value')}”。同一订单应重复相同的值，请重新下载。`,
    en: (d) =>
      `The rows of order ${at(d, 'orderNumber')} disagree${named(d, ' in "', '"')}: "${at(d, 'first')}" and "${at(d, 'value')}". One order should repeat one value; download the file again.`,
  }),
  ORDER_INCOMPLETE: say({
    'zh-TW': (d) => `訂單 ${at(d, 'orderNumber')} 的另一列無法讀取，整張訂單都未匯入。請先修正該列。`,
    'zh-CN': (d) => `订单 ${at(d, 'orderNumber')} 的另一行无法读取，整张订单都未导入。请先修正该行。`,
    en: (d) =>
      `Another row of order ${at(d, 'orderNumber')} could not be read, so the whole order was left out. Correct that row first.`,
  }),
  HEADER_REPEATED: say({
    'zh-TW': () => '這一列又是標題列，沒有當成資料。若是把幾份檔案貼在一起，請確認各段的欄位順序相同。',
    'zh-CN': () => '这一行又是标题行，没有当成数据。若是把几份文件粘贴在一起，请确认各段的列顺序相同。',
    en: () =>
      'This row is the header once more and was not read as data. If several files were pasted together, check that their columns stand in the same order.',
  }),
  REMARK_SKIPPED: say({
    'zh-TW': (d) => `「${at(d, 'value')}」看起來是備註，這一列沒有讀取。若這一列是資料，請回平台重新下載檔案。`,
    'zh-CN': (d) => `“${at(d, 'value')}”看起来是备注，这一行没有读取。若这一行是数据，请回平台重新下载文件。`,
    en: (d) =>
      `"${at(d, 'value')}" looks like a remark; the row was not read. If it is data, download the file again from the platform.`,
  }),
  TOTAL_SKIPPED: say({
    'zh-TW': (d) => `訂單編號寫著「${at(d, 'value')}」：這一列是合計，不是訂單，沒有匯入。其他列照常讀取。`,
    'zh-CN': (d) => `订单编号写着“${at(d, 'value')}”：这一行是合计，不是订单，没有导入。其他行照常读取。`,
    en: (d) =>
      `The order number says "${at(d, 'value')}": the row is a total and no order, and was not imported. The other rows were read as usual.`,
  }),
  SUBTOTAL_AMONG_ROWS: say({
    'zh-TW': (d) =>
      `這一列沒有訂單編號，金額等於上方 ${at(d, 'count')} 列的合計，看起來是小計，沒有匯入。請刪除這一列；若是資料，請補上訂單編號後再試。`,
    'zh-CN': (d) =>
      `这一行没有订单编号，金额等于上方 ${at(d, 'count')} 行的合计，看起来是小计，没有导入。请删除这一行；若是数据，请补上订单编号后再试。`,
    en: (d) =>
      `This row has no order number and holds the sum of the rows above it (${at(d, 'count')}): it looks like a subtotal and was not imported. Remove the row, or fill in its order number if it is data, and try again.`,
  }),
  CONFLICT: say({
    'zh-TW': (d) =>
      `與先前匯入的同一筆資料不同（${differing(d, 'zh-TW', ['淨額這次 ', '，先前 '])}）。先前的資料保留不變，這一列沒有匯入。${goesBack(d, 'zh-TW')}`,
    'zh-CN': (d) =>
      `与先前导入的同一笔数据不同（${differing(d, 'zh-CN', ['净额这次 ', '，先前 '])}）。先前的数据保留不变，这一行没有导入。${goesBack(d, 'zh-CN')}`,
    en: (d) =>
      `It differs from the same record imported earlier (${differing(d, 'en', ['net now ', ', before '])}). The earlier one is kept; this row was not imported.${goesBack(d, 'en')}`,
  }),
} as const satisfies Record<string, Sentence>;
