// What could not be read, as a value: where it stands and what to do next. Sentences live beside their codes.
import type { Language, Translated } from './language.ts';

type Details = Readonly<Record<string, string>>;
type Sentence = Translated<(details: Details) => string>;

/** Facts a sentence may name; a missing one reads as an empty text. */
const say = (sentence: Sentence) => sentence;
const at = (details: Details, key: string) => details[key] ?? '';
/** What adding a column to the net would do to the rows' identities, where it would do anything. */
function effectOf(details: Details, ...[mends, mended, breaks, broken]: readonly string[]): string {
  const end = /[.]$/.test(mended ?? '') ? '' : '。';
  const mending = at(details, 'mends') ? `${mends}${at(details, 'mends')}${mended}${end}` : '';
  return mending + (at(details, 'breaks') ? `${breaks}${at(details, 'breaks')}${broken}${end}` : '');
}
const bracketed = (details: Details, key: string, before = '') =>
  at(details, key) ? `${before}(${at(details, key)})` : '';

/** Problems of one row: the row is not pushed, the others are. 匯入列錯誤 */
const ROW_SENTENCES = {
  ORDER_NUMBER_MISSING: say({
    'zh-TW': () => '沒有訂單編號。請回平台重新下載檔案，或刪除這一列後再試。',
    'zh-CN': () => '没有订单编号。请回平台重新下载文件，或删除这一行后再试。',
    en: () => 'There is no order number. Download the file again from the platform, or remove this row.',
  }),
  ID_PRECISION_LOST: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」已被 Excel 改成數字，後面的位數遺失。請改用「資料 > 從文字/CSV」並將此欄設為文字，或重新下載原始檔。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”已被 Excel 改成数字，后面的位数丢失。请改用“数据 > 从文本/CSV”并将此列设为文本，或重新下载原始文件。`,
    en: (d) =>
      `In "${at(d, 'column')}", Excel turned "${at(d, 'value')}" into a number and lost digits. Import the file as text (Data > From Text/CSV) or download it again.`,
  }),
  REFERENCE_DAMAGED: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」已被 Excel 改成數字，後面的位數遺失。這一列照常讀取，但不用這個號碼辨認；請重新下載原始檔，以免同一列日後被當成另一筆。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”已被 Excel 改成数字，后面的位数遗失。这一行照常读取，但不用这个号码辨认；请重新下载原始文件，以免同一行日后被当成另一笔。`,
    en: (d) =>
      `In "${at(d, 'column')}", Excel turned "${at(d, 'value')}" into a number and lost digits. The row was read, but is not known by this number; download the file again, so that the row is not taken for another one later.`,
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
    'zh-TW': (d) => `「${at(d, 'value')}」不是金額。請改成數字後再試；這一列沒有匯入，也沒有當成 0。`,
    'zh-CN': (d) => `“${at(d, 'value')}”不是金额。请改成数字后再试；这一行没有导入，也没有当成 0。`,
    en: (d) =>
      `"${at(d, 'value')}" is not an amount. Correct the cell and try again; the row was not imported and not read as 0.`,
  }),
  AMOUNT_IS_PERCENT: say({
    'zh-TW': (d) => `「${at(d, 'value')}」是百分比，這一欄應為金額。請確認欄位沒有錯位。`,
    'zh-CN': (d) => `“${at(d, 'value')}”是百分比，这一列应为金额。请确认列没有错位。`,
    en: (d) =>
      `"${at(d, 'value')}" is a percentage where an amount is expected. Check that the columns have not shifted.`,
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
    'zh-TW': (d) => `退貨 ${at(d, 'value')} 件，超過售出的 ${at(d, 'quantity')} 件。請確認數量，或重新下載檔案。`,
    'zh-CN': (d) => `退货 ${at(d, 'value')} 件，超过售出的 ${at(d, 'quantity')} 件。请确认数量，或重新下载文件。`,
    en: (d) =>
      `${at(d, 'value')} pieces returned, but only ${at(d, 'quantity')} sold. Check the quantities or download the file again.`,
  }),
  VALUE_UNKNOWN: say({
    'zh-TW': (d) =>
      `「${at(d, 'column')}」的「${at(d, 'value')}」(共 ${at(d, 'count')} 列)沒有對應的意義，整份檔案都未匯入。請在欄位對應中加入這個值的意義。`,
    'zh-CN': (d) =>
      `“${at(d, 'column')}”的“${at(d, 'value')}”(共 ${at(d, 'count')} 行)没有对应的含义，整份文件都未导入。请在列对应中加入这个值的含义。`,
    en: (d) =>
      `The meaning of "${at(d, 'value')}" in "${at(d, 'column')}" (rows: ${at(d, 'count')}) is not known, so nothing of the file was imported. Add its meaning to the mapping.`,
  }),
  CURRENCY_UNKNOWN: say({
    'zh-TW': (d) => `不認得幣別「${at(d, 'value')}」。請改成三個字母的幣別代碼(例如 TWD)，或在欄位對應中加入這個寫法。`,
    'zh-CN': (d) => `不认得币种“${at(d, 'value')}”。请改成三个字母的币种代码(例如 CNY)，或在列对应中加入这个写法。`,
    en: (d) =>
      `The currency "${at(d, 'value')}" is not known. Write its three-letter code (for example TWD), or add the word to the mapping.`,
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
      `欄位「${at(d, 'column')}」看起來是金額(合計 ${at(d, 'sum')})，但欄位對應沒有用到它。請確認是否應計入。${effectOf(d, '計入後可使 ', ' 列相符', '計入後會使 ', ' 列不符')}`,
    'zh-CN': (d) =>
      `列“${at(d, 'column')}”看起来是金额(合计 ${at(d, 'sum')})，但列对应没有用到它。请确认是否应计入。${effectOf(d, '计入后可使 ', ' 行相符', '计入后会使 ', ' 行不符')}`,
    en: (d) =>
      `The column "${at(d, 'column')}" looks like an amount (total ${at(d, 'sum')}), but the mapping does not use it. Check whether it belongs to the net.${effectOf(d, ' With it, these rows would add up: ', '.', ' With it, these rows would no longer add up: ', '.')}`,
  }),
  NET_MISMATCH: say({
    'zh-TW': (d) =>
      `這一列各金額欄合計 ${at(d, 'sum')}，但「${at(d, 'net')}」為 ${at(d, 'value')}，差 ${at(d, 'difference')}。可能有未對應的金額欄${bracketed(d, 'unmapped')}，請確認。`,
    'zh-CN': (d) =>
      `这一行各金额列合计 ${at(d, 'sum')}，但“${at(d, 'net')}”为 ${at(d, 'value')}，差 ${at(d, 'difference')}。可能有未对应的金额列${bracketed(d, 'unmapped')}，请确认。`,
    en: (d) =>
      `The amounts of this row add up to ${at(d, 'sum')}, but "${at(d, 'net')}" says ${at(d, 'value')}: a difference of ${at(d, 'difference')}. An amount column may be unmapped${bracketed(d, 'unmapped', ' ')}; please check.`,
  }),
  ORDER_FIELD_DIFFERS: say({
    'zh-TW': (d) =>
      `訂單 ${at(d, 'orderNumber')} 各列的值不一致：「${at(d, 'first')}」與「${at(d, 'value')}」。同一訂單應重複相同的值，請重新下載。`,
    'zh-CN': (d) =>
      `订单 ${at(d, 'orderNumber')} 各行的值不一致：“${at(d, 'first')}”与“${at(d, 'value')}”。同一订单应重复相同的值，请重新下载。`,
    en: (d) =>
      `The rows of order ${at(d, 'orderNumber')} disagree: "${at(d, 'first')}" and "${at(d, 'value')}". One order should repeat one value; download the file again.`,
  }),
  ORDER_INCOMPLETE: say({
    'zh-TW': (d) => `訂單 ${at(d, 'orderNumber')} 的另一列無法讀取，整張訂單都未匯入。請先修正該列。`,
    'zh-CN': (d) => `订单 ${at(d, 'orderNumber')} 的另一行无法读取，整张订单都未导入。请先修正该行。`,
    en: (d) =>
      `Another row of order ${at(d, 'orderNumber')} could not be read, so the whole order was left out. Correct that row first.`,
  }),
  CONFLICT: say({
    'zh-TW': (d) => `與先前匯入的同一筆資料不同(${at(d, 'fields')})。先前的資料保留不變，這一列沒有匯入。`,
    'zh-CN': (d) => `与先前导入的同一笔数据不同(${at(d, 'fields')})。先前的数据保留不变，这一行没有导入。`,
    en: (d) =>
      `It differs from the same record imported earlier (${at(d, 'fields')}). The earlier one is kept; this row was not imported.`,
  }),
} as const satisfies Record<string, Sentence>;

/** Reasons to refuse a whole sheet or file: nothing of it is pushed. */
const REFUSAL_SENTENCES = {
  STATEMENT_ONLY: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」是「${at(d, 'nearest')}」：錢包或銀行的對帳單，不含各訂單的撥款，沒有可沖的帳。請改用平台的撥款明細。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”是“${at(d, 'nearest')}”：钱包或银行的对账单，不含各订单的拨款，没有可冲的账。请改用平台的拨款明细。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" is "${at(d, 'nearest')}": a wallet or bank statement, which settles no orders. Use the platform's payout report.`,
  }),
  NOT_A_WORKBOOK: say({
    'zh-TW': (d) => `「${at(d, 'file')}」不是可讀取的 xlsx、xls、csv 或 zip 檔。請使用平台下載的原始檔。`,
    'zh-CN': (d) => `“${at(d, 'file')}”不是可读取的 xlsx、xls、csv 或 zip 文件。请使用平台下载的原始文件。`,
    en: (d) => `"${at(d, 'file')}" is not a readable xlsx, xls, csv or zip file. Use the file as downloaded.`,
  }),
  PASSWORD_NEEDED: say({
    'zh-TW': (d) => `「${at(d, 'file')}」有密碼，但沒有提供。請提供密碼，或在 Excel 開啟後另存為沒有密碼的檔案。`,
    'zh-CN': (d) => `“${at(d, 'file')}”有密码，但没有提供。请提供密码，或在 Excel 打开后另存为没有密码的文件。`,
    en: (d) =>
      `"${at(d, 'file')}" has a password, and none was given. Give the password, or open the file in Excel and save it without one.`,
  }),
  PASSWORD_WRONG: say({
    'zh-TW': (d) => `「${at(d, 'file')}」的密碼不正確，沒有讀取任何內容。請確認平台的密碼後再試。`,
    'zh-CN': (d) => `“${at(d, 'file')}”的密码不正确，没有读取任何内容。请确认平台的密码后再试。`,
    en: (d) =>
      `The password of "${at(d, 'file')}" is wrong; nothing was read. Check the password the platform uses and try again.`,
  }),
  PASSWORD_UNSUPPORTED: say({
    'zh-TW': (d) =>
      `「${at(d, 'file')}」的加密方式無法在這裡開啟。請在 Excel 或解壓縮程式中開啟，另存為沒有密碼的檔案。`,
    'zh-CN': (d) => `“${at(d, 'file')}”的加密方式无法在这里打开。请在 Excel 或解压缩程序中打开，另存为没有密码的文件。`,
    en: (d) =>
      `"${at(d, 'file')}" is encrypted in a way that cannot be opened here. Open it in Excel or an archive program and save it without a password.`,
  }),
  MOJIBAKE: say({
    'zh-TW': (d) =>
      `「${at(d, 'file')}」的文字是亂碼：它曾以錯誤的編碼開啟並存檔。請重新下載原始檔，不要先用 Excel 開啟；要看內容時用「資料 > 從文字/CSV」並選對編碼。`,
    'zh-CN': (d) =>
      `“${at(d, 'file')}”的文字是乱码：它曾以错误的编码打开并保存。请重新下载原始文件，不要先用 Excel 打开；要看内容时用“数据 > 从文本/CSV”并选对编码。`,
    en: (d) =>
      `The text of "${at(d, 'file')}" is garbled: it was once opened in a wrong encoding and saved. Download the original again and do not open it in Excel first; to look at it, use Data > From Text/CSV with the right encoding.`,
  }),
  EMPTY_SHEET: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」是空的。請切換到有平台資料的工作表。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”是空的。请切换到有平台数据的工作表。`,
    en: (d) => `The sheet "${at(d, 'sheet')}" is empty. Go to the sheet that holds the platform's export.`,
  }),
  NO_DATA_ROWS: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」只有標題列(第 ${at(d, 'row')} 列)，沒有資料。請確認下載的期間。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”只有标题行(第 ${at(d, 'row')} 行)，没有数据。请确认下载的期间。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" has a header (row ${at(d, 'row')}) but no data. Check the period you downloaded.`,
  }),
  UNKNOWN_REPORT: say({
    'zh-TW': (d) =>
      `不認得工作表「${at(d, 'sheet')}」${
        at(d, 'nearest')
          ? `。最接近的是「${at(d, 'nearest')}」，缺少欄位：${at(d, 'missing')}`
          : '，它沒有任何已知報表的欄位'
      }。請確認下載的是哪一份報表。`,
    'zh-CN': (d) =>
      `不认得工作表“${at(d, 'sheet')}”${
        at(d, 'nearest') ? `。最接近的是“${at(d, 'nearest')}”，缺少列：${at(d, 'missing')}` : '，它没有任何已知报表的列'
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
      `工作表「${at(d, 'sheet')}」像是「${at(d, 'nearest')}」，但缺少必要欄位：${at(d, 'missing')}。請下載完整的報表，不要刪除或改名欄位。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”像是“${at(d, 'nearest')}”，但缺少必要列：${at(d, 'missing')}。请下载完整的报表，不要删除或改名列。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" looks like "${at(d, 'nearest')}" but lacks required columns: ${at(d, 'missing')}. Download the full report and do not delete or rename columns.`,
  }),
  DUPLICATE_HEADER: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」第 ${at(d, 'row')} 列的欄位「${at(d, 'missing')}」出現兩次，無法判斷該用哪一欄。請重新下載原始檔。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”第 ${at(d, 'row')} 行的列“${at(d, 'missing')}”出现两次，无法判断该用哪一列。请重新下载原始文件。`,
    en: (d) =>
      `In sheet "${at(d, 'sheet')}", row ${at(d, 'row')}, the column "${at(d, 'missing')}" stands twice, so it is unclear which one counts. Download the original file again.`,
  }),
  UNKNOWN_VALUES: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」有欄位對應不認得的值：${at(d, 'values')}。為免猜錯，整份都未匯入。請在欄位對應中加入這些值的意義後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”有列对应不认得的值：${at(d, 'values')}。为免猜错，整份都未导入。请在列对应中加入这些值的含义后再试。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" holds values whose meaning is not known: ${at(d, 'values')}. Nothing was imported, because guessing would be wrong. Add their meaning to the mapping and try again.`,
  }),
  AMBIGUOUS_NUMBERS: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」的金額寫法有兩種讀法：${at(d, 'questions')}。整欄的值都無法判斷小數點是「.」還是「,」。請選擇後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”的金额写法有两种读法：${at(d, 'questions')}。整列的值都无法判断小数点是“.”还是“,”。请选择后再试。`,
    en: (d) =>
      `The amounts in sheet "${at(d, 'sheet')}" can be read in two ways: ${at(d, 'questions')}. The whole column does not tell whether "." or "," is the decimal mark. Choose one and try again.`,
  }),
  AMBIGUOUS_DATES: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」的日期有兩種讀法：${at(d, 'questions')}。整欄的值都無法判斷先日還是先月。請選擇後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”的日期有两种读法：${at(d, 'questions')}。整列的值都无法判断先日还是先月。请选择后再试。`,
    en: (d) =>
      `The dates in sheet "${at(d, 'sheet')}" can be read in two ways: ${at(d, 'questions')}. The whole column does not tell which is meant. Choose one and try again.`,
  }),
  CURRENCY_NOT_FOUND: say({
    'zh-TW': (d) =>
      at(d, 'asked')
        ? `工作表「${at(d, 'sheet')}」沒有寫明幣別${bracketed(d, 'choices')}。請選擇幣別後再試。`
        : `工作表「${at(d, 'sheet')}」找不到幣別。請下載完整的報表，不要刪除標題列或它上方的說明。`,
    'zh-CN': (d) =>
      at(d, 'asked')
        ? `工作表“${at(d, 'sheet')}”没有写明币种${bracketed(d, 'choices')}。请选择币种后再试。`
        : `工作表“${at(d, 'sheet')}”找不到币种。请下载完整的报表，不要删除标题行或它上方的说明。`,
    en: (d) =>
      at(d, 'asked')
        ? `The sheet "${at(d, 'sheet')}" does not say its currency${bracketed(d, 'choices', ' ')}. Choose it and try again.`
        : `The sheet "${at(d, 'sheet')}" does not say its currency. Download the full report and do not delete its header or the lines above it.`,
  }),
  PAYOUT_DAY_NOT_FOUND: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」沒有寫明撥款日。請查明這筆撥款的日期，填入後再試。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”没有写明拨款日。请查明这笔拨款的日期，填入后再试。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" does not say when it was paid out. Give the day of the payout and try again.`,
  }),
  AMBIGUOUS_REPORT: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」同時符合多個欄位對應：${at(d, 'missing')}，無法判斷該用哪一個。請停用不適用的對應後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”同时符合多个列对应：${at(d, 'missing')}，无法判断该用哪一个。请停用不适用的对应后再试。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" fits several mappings equally well: ${at(d, 'missing')}. Retire the ones that do not apply and try again.`,
  }),
} as const satisfies Record<string, Sentence>;

export type RowProblemCode = keyof typeof ROW_SENTENCES;
export type RefusalCode = keyof typeof REFUSAL_SENTENCES;

/** Every code with a sentence, for tests and documents. */
export const ROW_PROBLEM_CODES = Object.keys(ROW_SENTENCES) as RowProblemCode[];
export const REFUSAL_CODES = Object.keys(REFUSAL_SENTENCES) as RefusalCode[];

/** Codes that only ask to look: their row, if it is one, was read all the same. */
export const WARNING_CODES: readonly RowProblemCode[] = ['UNMAPPED_AMOUNT', 'REFERENCE_DAMAGED', 'SAME_MONEY_TWICE'];

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
  /** For UNKNOWN_VALUES: what is to be mapped. */
  readonly values?: readonly UnknownValue[];
  /** For AMBIGUOUS_NUMBERS, AMBIGUOUS_DATES, CURRENCY_NOT_FOUND and PAYOUT_DAY_NOT_FOUND: what is to be answered. */
  readonly questions?: readonly StyleQuestion[];
}

/** A value of a status, type or direction column that the mapping gives no meaning. */
export interface UnknownValue {
  /** What would give it one: `statuses`, `direction`, or the name of a vocabulary. */
  readonly words: string;
  /** Headers as they stand in the sheet; several where they name a type together. */
  readonly columns: readonly string[];
  readonly values: readonly string[];
  /** Rows on which it stands. */
  readonly count: number;
  readonly firstRow: number;
}

/**
 * What reading again needs to be told. `numbers`, `dates`: a column that can be read in two ways, with its first such
 * value read each way. `currency`, `paidOutOn`: what stands nowhere in the file.
 */
export interface StyleQuestion {
  readonly about: 'numbers' | 'dates' | 'currency' | 'paidOutOn';
  /** Header as it stands in the sheet; empty where the file as a whole is asked about. */
  readonly column: string;
  readonly row: number;
  readonly value: string;
  /** `answer` is what reading again takes; `reads` how the value is then understood. None: any code, or any day. */
  readonly choices: readonly { readonly answer: string; readonly reads: string }[];
}

/** The row's problem as one sentence that ends with the next step. */
export function explainProblem(problem: RowProblem, language: Language): string {
  return ROW_SENTENCES[problem.code][language](problem.details);
}

/** Why the sheet was refused, as one sentence that ends with the next step. */
export function explainRefusal(refusal: Refusal, language: Language): string {
  const comma = language === 'en' ? ', ' : '、';
  return REFUSAL_SENTENCES[refusal.code][language]({
    file: refusal.file,
    sheet: refusal.sheet ?? '',
    row: refusal.row === null ? '' : String(refusal.row),
    nearest: refusal.nearest?.title[language] ?? '',
    missing: refusal.columns.join(comma),
    values: (refusal.values ?? []).map(showUnknown).join(comma),
    questions: (refusal.questions ?? []).map(showQuestion).join(comma),
    asked: refusal.questions ? 'yes' : '',
    choices: (refusal.questions ?? []).flatMap(({ choices }) => choices.map(({ reads }) => reads)).join(comma),
  });
}

/** Marks that read alike in every language: how often, and the first row. */
const showUnknown = ({ columns, values, count, firstRow }: UnknownValue) =>
  `${columns.join(' + ')} = ${values.map((value) => value || '""').join(' + ')} (${count}×, #${firstRow})`;

const showQuestion = ({ column, row, value, choices }: StyleQuestion) =>
  `${column} #${row} "${value}" = ${choices.map(({ reads }) => reads).join(' / ')}`;
