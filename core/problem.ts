// What could not be read, as a value: where it stands and what to do next. Sentences live beside their codes.
import type { Language, Translated } from './language.ts';

type Details = Readonly<Record<string, string>>;
type Sentence = Translated<(details: Details) => string>;

/** Facts a sentence may name; a missing one reads as an empty text. */
const say = (sentence: Sentence) => sentence;
const at = (details: Details, key: string) => details[key] ?? '';
const bracketed = (details: Details, key: string, before = '') =>
  at(details, key) ? `${before}(${at(details, key)})` : '';

/** Problems of one row: the row is not pushed, the others are. 匯入列錯誤 */
const ROW_SENTENCES = {
  ORDER_NUMBER_MISSING: say({
    'zh-TW': () => '沒有訂單編號。請回平台重新下載檔案,或刪除這一列後再試。',
    'zh-CN': () => '没有订单编号。请回平台重新下载文件,或删除这一行后再试。',
    en: () => 'There is no order number. Download the file again from the platform, or remove this row.',
  }),
  ID_PRECISION_LOST: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」已被 Excel 改成數字,後面的位數遺失。請改用「資料 > 從文字/CSV」並將此欄設為文字,或重新下載原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”已被 Excel 改成数字,后面的位数丢失。请改用“数据 > 从文本/CSV”并将此列设为文本,或重新下载原始文件。`,
    en: (d) =>
      `In "${at(d, 'column')}", Excel turned "${at(d, 'value')}" into a number and lost digits. Import the file as text (Data > From Text/CSV) or download it again.`,
  }),
  VALUE_MISSING: say({
    'zh-TW': (d) => `「${at(d, 'column')}」是空白。請回平台重新下載檔案,或補上這一格後再試;這一列沒有匯入。`,
    'zh-CN': (d) => `“${at(d, 'column')}”是空白。请回平台重新下载文件,或补上这一格后再试;这一行没有导入。`,
    en: (d) => `"${at(d, 'column')}" is empty. Download the file again or fill in the cell; the row was not imported.`,
  }),
  AMOUNT_UNREADABLE: say({
    'zh-TW': (d) => `「${at(d, 'value')}」不是金額。請改成數字後再試;這一列沒有匯入,也沒有當成 0。`,
    'zh-CN': (d) => `“${at(d, 'value')}”不是金额。请改成数字后再试;这一行没有导入,也没有当成 0。`,
    en: (d) =>
      `"${at(d, 'value')}" is not an amount. Correct the cell and try again; the row was not imported and not read as 0.`,
  }),
  AMOUNT_IS_PERCENT: say({
    'zh-TW': (d) => `「${at(d, 'value')}」是百分比,這一欄應為金額。請確認欄位沒有錯位。`,
    'zh-CN': (d) => `“${at(d, 'value')}”是百分比,这一列应为金额。请确认列没有错位。`,
    en: (d) =>
      `"${at(d, 'value')}" is a percentage where an amount is expected. Check that the columns have not shifted.`,
  }),
  AMOUNT_SIGN: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」為 ${at(d, 'value')},這份報表的這一欄應為正數。請確認是否為平台下載的原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”为 ${at(d, 'value')},这份报表的这一列应为正数。请确认是否为平台下载的原始文件。`,
    en: (d) =>
      `"${at(d, 'column')}" is ${at(d, 'value')}, but this report prints the column without minus. Check that the file is as downloaded.`,
  }),
  DATE_UNREADABLE: say({
    'zh-TW': (d) => `「${at(d, 'value')}」不是日期。請改成 2024-05-07 這種格式。`,
    'zh-CN': (d) => `“${at(d, 'value')}”不是日期。请改成 2024-05-07 这种格式。`,
    en: (d) => `"${at(d, 'value')}" is not a date. Write it like 2024-05-07.`,
  }),
  QUANTITY_UNREADABLE: say({
    'zh-TW': (d) => `「${at(d, 'value')}」不是數量。請改成 0 以上的整數。`,
    'zh-CN': (d) => `“${at(d, 'value')}”不是数量。请改成 0 以上的整数。`,
    en: (d) => `"${at(d, 'value')}" is not a quantity. Write a whole number of 0 or more.`,
  }),
  RETURN_EXCEEDS_QUANTITY: say({
    'zh-TW': (d) => `退貨 ${at(d, 'value')} 件,超過售出的 ${at(d, 'quantity')} 件。請確認數量,或重新下載檔案。`,
    'zh-CN': (d) => `退货 ${at(d, 'value')} 件,超过售出的 ${at(d, 'quantity')} 件。请确认数量,或重新下载文件。`,
    en: (d) =>
      `${at(d, 'value')} pieces returned, but only ${at(d, 'quantity')} sold. Check the quantities or download the file again.`,
  }),
  STATUS_UNKNOWN: say({
    'zh-TW': (d) => `不認得訂單狀態「${at(d, 'value')}」。請在欄位對應中加入這個狀態的意義。`,
    'zh-CN': (d) => `不认得订单状态“${at(d, 'value')}”。请在列对应中加入这个状态的含义。`,
    en: (d) => `The order status "${at(d, 'value')}" is not known. Add its meaning to the mapping.`,
  }),
  NET_MISMATCH: say({
    'zh-TW': (d) =>
      `這一列各金額欄合計 ${at(d, 'sum')},但「${at(d, 'net')}」為 ${at(d, 'value')},差 ${at(d, 'difference')}。可能有未對應的金額欄${bracketed(d, 'unmapped')},請確認。`,
    'zh-CN': (d) =>
      `这一行各金额列合计 ${at(d, 'sum')},但“${at(d, 'net')}”为 ${at(d, 'value')},差 ${at(d, 'difference')}。可能有未对应的金额列${bracketed(d, 'unmapped')},请确认。`,
    en: (d) =>
      `The amounts of this row add up to ${at(d, 'sum')}, but "${at(d, 'net')}" says ${at(d, 'value')}: a difference of ${at(d, 'difference')}. An amount column may be unmapped${bracketed(d, 'unmapped', ' ')}; please check.`,
  }),
  ORDER_FIELD_DIFFERS: say({
    'zh-TW': (d) =>
      `訂單 ${at(d, 'orderNumber')} 各列的值不一致:「${at(d, 'first')}」與「${at(d, 'value')}」。同一訂單應重複相同的值,請重新下載。`,
    'zh-CN': (d) =>
      `订单 ${at(d, 'orderNumber')} 各行的值不一致:“${at(d, 'first')}”与“${at(d, 'value')}”。同一订单应重复相同的值,请重新下载。`,
    en: (d) =>
      `The rows of order ${at(d, 'orderNumber')} disagree: "${at(d, 'first')}" and "${at(d, 'value')}". One order should repeat one value; download the file again.`,
  }),
  ORDER_INCOMPLETE: say({
    'zh-TW': (d) => `訂單 ${at(d, 'orderNumber')} 的另一列無法讀取,整張訂單都未匯入。請先修正該列。`,
    'zh-CN': (d) => `订单 ${at(d, 'orderNumber')} 的另一行无法读取,整张订单都未导入。请先修正该行。`,
    en: (d) =>
      `Another row of order ${at(d, 'orderNumber')} could not be read, so the whole order was left out. Correct that row first.`,
  }),
  CONFLICT: say({
    'zh-TW': (d) => `與先前匯入的同一筆資料不同(${at(d, 'fields')})。先前的資料保留不變,這一列沒有匯入。`,
    'zh-CN': (d) => `与先前导入的同一笔数据不同(${at(d, 'fields')})。先前的数据保留不变,这一行没有导入。`,
    en: (d) =>
      `It differs from the same record imported earlier (${at(d, 'fields')}). The earlier one is kept; this row was not imported.`,
  }),
} as const satisfies Record<string, Sentence>;

/** Reasons to refuse a whole sheet or file: nothing of it is pushed. */
const REFUSAL_SENTENCES = {
  NOT_A_WORKBOOK: say({
    'zh-TW': (d) =>
      `「${at(d, 'file')}」不是可讀取的 xlsx 或 csv 檔。請使用平台下載的原始檔;有密碼的檔案請先在 Excel 開啟並另存。`,
    'zh-CN': (d) =>
      `“${at(d, 'file')}”不是可读取的 xlsx 或 csv 文件。请使用平台下载的原始文件;有密码的文件请先在 Excel 打开并另存。`,
    en: (d) =>
      `"${at(d, 'file')}" is not a readable xlsx or csv file. Use the file as downloaded; open a password-protected one in Excel and save it without the password.`,
  }),
  EMPTY_SHEET: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」是空的。請切換到有平台資料的工作表。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”是空的。请切换到有平台数据的工作表。`,
    en: (d) => `The sheet "${at(d, 'sheet')}" is empty. Go to the sheet that holds the platform's export.`,
  }),
  NO_DATA_ROWS: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」只有標題列(第 ${at(d, 'row')} 列),沒有資料。請確認下載的期間。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”只有标题行(第 ${at(d, 'row')} 行),没有数据。请确认下载的期间。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" has a header (row ${at(d, 'row')}) but no data. Check the period you downloaded.`,
  }),
  UNKNOWN_REPORT: say({
    'zh-TW': (d) =>
      `不認得工作表「${at(d, 'sheet')}」${
        at(d, 'nearest')
          ? `。最接近的是「${at(d, 'nearest')}」,缺少欄位:${at(d, 'missing')}`
          : ',它沒有任何已知報表的欄位'
      }。請確認下載的是哪一份報表。`,
    'zh-CN': (d) =>
      `不认得工作表“${at(d, 'sheet')}”${
        at(d, 'nearest') ? `。最接近的是“${at(d, 'nearest')}”,缺少列:${at(d, 'missing')}` : ',它没有任何已知报表的列'
      }。请确认下载的是哪一份报表。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" is not recognised. ${
        at(d, 'nearest')
          ? `The nearest mapping is "${at(d, 'nearest')}"; missing columns: ${at(d, 'missing')}.`
          : 'It has none of the columns of a known report.'
      } Check which report you downloaded.`,
  }),
  MISSING_COLUMN: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」像是「${at(d, 'nearest')}」,但缺少必要欄位:${at(d, 'missing')}。請下載完整的報表,不要刪除或改名欄位。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”像是“${at(d, 'nearest')}”,但缺少必要列:${at(d, 'missing')}。请下载完整的报表,不要删除或改名列。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" looks like "${at(d, 'nearest')}" but lacks required columns: ${at(d, 'missing')}. Download the full report and do not delete or rename columns.`,
  }),
  DUPLICATE_HEADER: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」第 ${at(d, 'row')} 列的欄位「${at(d, 'missing')}」出現兩次,無法判斷該用哪一欄。請重新下載原始檔。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”第 ${at(d, 'row')} 行的列“${at(d, 'missing')}”出现两次,无法判断该用哪一列。请重新下载原始文件。`,
    en: (d) =>
      `In sheet "${at(d, 'sheet')}", row ${at(d, 'row')}, the column "${at(d, 'missing')}" stands twice, so it is unclear which one counts. Download the original file again.`,
  }),
  AMBIGUOUS_REPORT: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」同時符合多個欄位對應:${at(d, 'missing')},無法判斷該用哪一個。請停用不適用的對應後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”同时符合多个列对应:${at(d, 'missing')},无法判断该用哪一个。请停用不适用的对应后再试。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" fits several mappings equally well: ${at(d, 'missing')}. Retire the ones that do not apply and try again.`,
  }),
} as const satisfies Record<string, Sentence>;

export type RowProblemCode = keyof typeof ROW_SENTENCES;
export type RefusalCode = keyof typeof REFUSAL_SENTENCES;

/** Every code with a sentence, for tests and documents. */
export const ROW_PROBLEM_CODES = Object.keys(ROW_SENTENCES) as RowProblemCode[];
export const REFUSAL_CODES = Object.keys(REFUSAL_SENTENCES) as RefusalCode[];

/** A row we could not read (匯入列錯誤). Never a broken program: that is an Error. */
export interface RowProblem {
  readonly code: RowProblemCode;
  /** Sheet row, 1-based, as Excel shows it. */
  readonly row: number;
  /** Header of the column, as it stands in the sheet; null when the row as a whole is meant. */
  readonly column: string | null;
  /** Facts named by the sentence: `value` is the cell's text, amounts are decimal strings. */
  readonly details: Details;
}

/** A sheet or file of which nothing is pushed, and why. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly file: string;
  /** Null when the file as a whole could not be opened. */
  readonly sheet: string | null;
  /** Title of the mapping that came nearest, in every language; null when none shares a column. */
  readonly nearest: { readonly id: string; readonly title: Translated } | null;
  /** Header row, 1-based, where one was found. */
  readonly row: number | null;
  /** Headers missing from (or doubled in) the sheet; for AMBIGUOUS_REPORT the ids of the mappings that fit. */
  readonly columns: readonly string[];
}

/** The row's problem as one sentence that ends with the next step. */
export function explainProblem(problem: RowProblem, language: Language): string {
  return ROW_SENTENCES[problem.code][language](problem.details);
}

/** Why the sheet was refused, as one sentence that ends with the next step. */
export function explainRefusal(refusal: Refusal, language: Language): string {
  return REFUSAL_SENTENCES[refusal.code][language]({
    file: refusal.file,
    sheet: refusal.sheet ?? '',
    row: refusal.row === null ? '' : String(refusal.row),
    nearest: refusal.nearest?.title[language] ?? '',
    missing: refusal.columns.join(language === 'en' ? ', ' : '、'),
  });
}
