// What the workbench itself says, in the product's three languages. The pane beside it has its own words.
import type { Language, Translated } from '../../core/language.ts';

export interface Words {
  readonly title: string;
  readonly preview: string;
  /** What this is and is not; always in sight. */
  readonly notExcel: string;
  readonly file: string;
  readonly open: string;
  readonly openTip: string;
  readonly samples: string;
  readonly samplesTip: string;
  readonly save: string;
  readonly saveTip: string;
  readonly language: string;
  readonly pane: string;
  readonly closePane: string;
  readonly busy: string;
  readonly nameBox: string;
  readonly formulaBar: string;
  readonly sheetTabs: string;
  readonly addSheet: string;
  readonly cells: string;
  readonly frozenCells: string;
  readonly ribbon: string;
  readonly statusBar: string;
  readonly count: string;
  readonly sum: string;
  readonly average: string;
  readonly cannotOpen: (file: string) => string;
  readonly sampleMissing: string;
  readonly filter: (column: string) => string;
  readonly filterAll: string;
  readonly apply: string;
}

export const WORDS: Translated<Words> = {
  'zh-TW': {
    title: 'Clearsheet 工作台',
    preview: '開發預覽',
    notExcel: '開發與預覽工具：微軟 Office.js 用戶端 ＋ Clearsheet 自己的宿主。這不是 Excel。',
    file: '檔案',
    open: '開啟檔案…',
    openTip: '開啟任何 xlsx 或 csv；工作表會加進這本活頁簿。也可以把檔案拖進來。',
    samples: '範例檔',
    samplesTip: '重新開啟蝦皮訂單與進帳的一對範例檔（虛構資料）。',
    save: '另存 xlsx',
    saveTip: '下載整本活頁簿：值、公式、格式、表格、欄寬與凍結窗格。',
    language: 'Office 顯示語言',
    pane: 'Clearsheet 面板',
    closePane: '關閉面板',
    busy: '執行中…',
    nameBox: '名稱方塊',
    formulaBar: '資料編輯列',
    sheetTabs: '工作表',
    addSheet: '新增工作表',
    cells: '儲存格',
    frozenCells: '凍結的儲存格',
    ribbon: '功能區',
    statusBar: '狀態列',
    count: '項目個數',
    sum: '加總',
    average: '平均值',
    cannotOpen: (file) =>
      `「${file}」打不開：不是 xlsx 或 csv，或檔案有密碼、已損壞。請從平台重新下載，或在 Excel 另存為 xlsx。`,
    sampleMissing: '範例檔讀取失敗。請確認以 npm start 啟動，再按「範例檔」。',
    filter: (column) => `篩選「${column}」`,
    filterAll: '（全選）',
    apply: '確定',
  },
  'zh-CN': {
    title: 'Clearsheet 工作台',
    preview: '开发预览',
    notExcel: '开发与预览工具：微软 Office.js 客户端 ＋ Clearsheet 自己的宿主。这不是 Excel。',
    file: '文件',
    open: '打开文件…',
    openTip: '打开任何 xlsx 或 csv；工作表会加进这本工作簿。也可以把文件拖进来。',
    samples: '示例文件',
    samplesTip: '重新打开虾皮订单与进账的一对示例文件（虚构数据）。',
    save: '另存 xlsx',
    saveTip: '下载整本工作簿：值、公式、格式、表格、列宽与冻结窗格。',
    language: 'Office 显示语言',
    pane: 'Clearsheet 面板',
    closePane: '关闭面板',
    busy: '执行中…',
    nameBox: '名称框',
    formulaBar: '编辑栏',
    sheetTabs: '工作表',
    addSheet: '新建工作表',
    cells: '单元格',
    frozenCells: '冻结的单元格',
    ribbon: '功能区',
    statusBar: '状态栏',
    count: '计数',
    sum: '求和',
    average: '平均值',
    cannotOpen: (file) =>
      `“${file}”打不开：不是 xlsx 或 csv，或文件有密码、已损坏。请从平台重新下载，或在 Excel 另存为 xlsx。`,
    sampleMissing: '示例文件读取失败。请确认以 npm start 启动，再点“示例文件”。',
    filter: (column) => `筛选“${column}”`,
    filterAll: '（全选）',
    apply: '确定',
  },
  en: {
    title: 'Clearsheet Workbench',
    preview: 'Development preview',
    notExcel:
      "A development and preview tool: Microsoft's Office.js client on Clearsheet's own host. This is not Excel.",
    file: 'File',
    open: 'Open file…',
    openTip: 'Opens any xlsx or csv; its sheets join this workbook. You may also drop a file here.',
    samples: 'Sample files',
    samplesTip: 'Opens the sample pair again: Shopee orders and income (invented data).',
    save: 'Save as xlsx',
    saveTip: 'Downloads the whole workbook: values, formulas, formats, tables, widths and frozen rows.',
    language: 'Office display language',
    pane: 'Clearsheet pane',
    closePane: 'Close pane',
    busy: 'Working…',
    nameBox: 'Name box',
    formulaBar: 'Formula bar',
    sheetTabs: 'Worksheets',
    addSheet: 'New worksheet',
    cells: 'Cells',
    frozenCells: 'Frozen cells',
    ribbon: 'Ribbon',
    statusBar: 'Status bar',
    count: 'Count',
    sum: 'Sum',
    average: 'Average',
    cannotOpen: (file) =>
      `"${file}" cannot be opened: it is no xlsx or csv, or it has a password or is damaged. Download it again, or save it as xlsx in Excel.`,
    sampleMissing: 'The sample files could not be read. Start with npm start, then press Sample files.',
    filter: (column) => `Filter "${column}"`,
    filterAll: '(All)',
    apply: 'OK',
  },
};

/** Office's own tags for the three languages. */
export const OFFICE_TAGS: Readonly<Record<Language, string>> = { 'zh-TW': 'zh-TW', 'zh-CN': 'zh-CN', en: 'en-US' };
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-TW': '繁體中文',
  'zh-CN': '简体中文',
  en: 'English',
};
