// Why a whole sheet or file is refused, in the user's words. The codes are the keys; core/problem.ts explains with them.
import { at, bracketed, say, type Sentence } from './sentence.ts';

/** Reasons to refuse a whole sheet or file: nothing of it is pushed. */
export const REFUSAL_SENTENCES = {
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
  ARCHIVE_IN_ARCHIVE: say({
    'zh-TW': (d) => `「${at(d, 'file')}」是壓縮檔裡的壓縮檔，沒有開啟。請先解壓縮外層，再使用裡面的檔案。`,
    'zh-CN': (d) => `“${at(d, 'file')}”是压缩文件里的压缩文件，没有打开。请先解压外层，再使用里面的文件。`,
    en: (d) =>
      `"${at(d, 'file')}" is an archive inside an archive and was not opened. Unpack the outer one first and use the file inside.`,
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
  OPENED_GARBLED: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」的文字是亂碼：Excel 以錯誤的編碼開啟了這個檔案。請在 Excel 用「資料 > 從文字/CSV」重新開啟原始檔，「檔案原點」選 ${at(d, 'pages')}。若仍是亂碼，表示檔案曾以亂碼存檔，請重新下載；用命令列 clearsheet 讀取原始檔時會自行判斷編碼。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”的文字是乱码：Excel 以错误的编码打开了这个文件。请在 Excel 用“数据 > 从文本/CSV”重新打开原始文件，“文件原始格式”选 ${at(d, 'pages')}。若仍是乱码，表示文件曾以乱码保存，请重新下载；用命令行 clearsheet 读取原始文件时会自行判断编码。`,
    en: (d) =>
      `The text of the sheet "${at(d, 'sheet')}" is garbled: Excel opened the file in a wrong encoding. Open the original again with Data > From Text/CSV and choose ${at(d, 'pages')} as File Origin. If it stays garbled, the file was saved that way: download it again. The command line clearsheet finds the encoding of an original by itself.`,
  }),
  HIDDEN_ROWS: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」有 ${at(d, 'hidden')} 列資料被隱藏或篩選掉（從第 ${at(d, 'firstHidden')} 列起）。平台的檔案通常包含這些列；請說明要一併讀取還是略過，或取消隱藏後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”有 ${at(d, 'hidden')} 行数据被隐藏或筛选掉（从第 ${at(d, 'firstHidden')} 行起）。平台的文件通常包含这些行；请说明要一并读取还是略过，或取消隐藏后再试。`,
    en: (d) =>
      `In the sheet "${at(d, 'sheet')}", rows of data are hidden or filtered out: ${at(d, 'hidden')}, the first is row ${at(d, 'firstHidden')}. An export usually holds them; say whether they are read or left out, or show them and try again.`,
  }),
  EMPTY_SHEET: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」是空的。請切換到有平台資料的工作表。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”是空的。请切换到有平台数据的工作表。`,
    en: (d) => `The sheet "${at(d, 'sheet')}" is empty. Go to the sheet that holds the platform's export.`,
  }),
  NO_DATA_ROWS: say({
    'zh-TW': (d) => `工作表「${at(d, 'sheet')}」只有標題列（第 ${at(d, 'row')} 列），沒有資料。請確認下載的期間。`,
    'zh-CN': (d) => `工作表“${at(d, 'sheet')}”只有标题行（第 ${at(d, 'row')} 行），没有数据。请确认下载的期间。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" has a header (row ${at(d, 'row')}) but no data. Check the period you downloaded.`,
  }),
  UNKNOWN_REPORT: say({
    'zh-TW': (d) =>
      `不認得工作表「${at(d, 'sheet')}」${
        at(d, 'nearest')
          ? `。最接近的是「${at(d, 'nearest')}」，缺少欄位：${at(d, 'missing')}`
          : '，它的前 30 列沒有任何已知報表的欄位；標題列在更下方時，請刪除它上方的列'
      }。請確認下載的是哪一份報表。`,
    'zh-CN': (d) =>
      `不认得工作表“${at(d, 'sheet')}”${
        at(d, 'nearest')
          ? `。最接近的是“${at(d, 'nearest')}”，缺少列：${at(d, 'missing')}`
          : '，它的前 30 行没有任何已知报表的列；标题行在更下方时，请删除它上方的行'
      }。请确认下载的是哪一份报表。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" is not recognised. ${
        at(d, 'nearest')
          ? `The nearest mapping is "${at(d, 'nearest')}"; missing columns: ${at(d, 'missing')}.`
          : 'Its first 30 rows have none of the columns of a known report; if the header stands below them, delete the rows above it.'
      } Check which report you downloaded.`,
  }),
  HEADER_TOO_LOW: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」的第 ${at(d, 'row')} 列是「${at(d, 'nearest')}」的標題，但上方的列太多，沒有讀取。請刪除標題上方的說明列，或重新下載後再試。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”的第 ${at(d, 'row')} 行是“${at(d, 'nearest')}”的标题，但上方的行太多，没有读取。请删除标题上方的说明行，或重新下载后再试。`,
    en: (d) =>
      `Row ${at(d, 'row')} of the sheet "${at(d, 'sheet')}" is the header of "${at(d, 'nearest')}", but stands below too many rows, so nothing was read. Delete the rows above the header, or download the file again.`,
  }),
  COMPANION_SHEET: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」是「${at(d, 'nearest')}」附帶的工作表，不入帳：${at(d, 'because')}。請用該報表本身的工作表對帳。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”是“${at(d, 'nearest')}”附带的工作表，不入账：${at(d, 'because')}。请用该报表本身的工作表对账。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" comes with "${at(d, 'nearest')}" and is not booked: ${at(d, 'because')}. Reconcile the sheet of the report itself.`,
  }),
  MISSING_COLUMN: say({
    'zh-TW': (d) =>
      `工作表「${at(d, 'sheet')}」像是「${at(d, 'nearest')}」（標題在第 ${at(d, 'row')} 列），但缺少必要欄位：${at(d, 'missing')}。請下載完整的報表，不要刪除或改名欄位。`,
    'zh-CN': (d) =>
      `工作表“${at(d, 'sheet')}”像是“${at(d, 'nearest')}”（标题在第 ${at(d, 'row')} 行），但缺少必要列：${at(d, 'missing')}。请下载完整的报表，不要删除或改名列。`,
    en: (d) =>
      `The sheet "${at(d, 'sheet')}" looks like "${at(d, 'nearest')}" (header in row ${at(d, 'row')}) but lacks required columns: ${at(d, 'missing')}. Download the full report and do not delete or rename columns.`,
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
        ? `The sheet "${at(d, 'sheet')}" does not say its currency${bracketed(d, 'choices', [' (', ')'])}. Choose it and try again.`
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
