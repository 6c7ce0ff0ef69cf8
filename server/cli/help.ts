// What `--help` prints: every command with its options as the parser takes them, and what each option is for.
import type { Language, Translated } from '../../core/language.ts';
import { textWidth } from '../../core/worksheets/text-width.ts';
import { say } from './misuse.ts';
import { COMMANDS } from './read-arguments.ts';

/** Every command as it is called, in lines that fit a terminal; docs/cli.md begins with the same. */
export function usageLines(program: string): string[] {
  return COMMANDS.flatMap(({ name, usage }) => {
    const called = `${program} ${name}`;
    const lines = [called];
    for (const piece of usage) {
      const longer = `${lines.at(-1) ?? ''} ${piece}`;
      if (longer.length <= LINE_LENGTH_MAX) lines[lines.length - 1] = longer;
      else lines.push(`${' '.repeat(called.length)} ${piece}`);
    }
    return lines;
  });
}

const LINE_LENGTH_MAX = 110;

export function helpText(language: Language): string {
  const sections = SECTIONS.map(({ title, rows }) => [
    ...(title === null ? [] : [title[language]]),
    ...rows.map(([label, meaning]) => `  ${label}${' '.repeat(LABEL_WIDTH - textWidth(label))}${meaning[language]}`),
  ]);
  const usage = usageLines('clearsheet').map((line) => `  ${line}`);
  const blocks = [[PURPOSE[language]], usage, ...sections, [EXIT_CODES[language], MORE[language]]];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const LABEL_WIDTH = 16;

interface Section {
  readonly title: Translated | null;
  readonly rows: readonly (readonly [label: string, meaning: Translated])[];
}

const PURPOSE = say(
  'Clearsheet 將平台撥款與訂單核對並沖帳。',
  'Clearsheet 将平台拨款与订单核对并冲账。',
  'Clearsheet clears platform payouts against orders.',
);

const EVERY: Section = {
  title: null,
  rows: [
    [
      'FILE',
      say(
        '下載的原始檔（xlsx、xls、csv、zip），順序不拘',
        '下载的原始文件（xlsx、xls、csv、zip），顺序不拘',
        'files as downloaded (xlsx, xls, csv, zip), in any order',
      ),
    ],
    [
      '--json',
      say('印出一個 JSON 物件，不印文字', '打印一个 JSON 对象，不打印文字', 'print one JSON object instead of text'),
    ],
    [
      '--lang',
      say(
        'zh-TW、zh-CN 或 en：句子與工作表的語言（預設 zh-TW）',
        'zh-TW、zh-CN 或 en：句子与工作表的语言（默认 zh-TW）',
        'zh-TW, zh-CN or en: language of sentences and worksheets (default: zh-TW)',
      ),
    ],
    [
      '--db',
      say(
        '帳冊：SQLite 檔或 postgres://… 資料庫',
        '账册：SQLite 文件或 postgres://… 数据库',
        'the books: an SQLite file or a postgres://… database',
      ),
    ],
    ['-h, --help', say('印出這份說明', '打印这份说明', 'print this')],
    ['-v, --version', say('印出版本', '打印版本', 'print the version')],
  ],
};

const ANSWERS: Section = {
  title: say(
    '讀檔的指令（reconcile、mapping）：檔案沒寫的不會猜，由這些選項回答，適用於每個沒寫的檔案',
    '读文件的命令（reconcile、mapping）：文件没写的不会猜，由这些选项回答，适用于每个没写的文件',
    'Commands that read files (reconcile, mapping): what a file does not say is never guessed; these answer for every file that lacks it',
  ),
  rows: [
    [
      '--password-env',
      say(
        '存放檔案密碼的環境變數名稱（預設：詢問）',
        '存放文件密码的环境变量名称（默认：询问）',
        'name of the environment variable with the password of locked files (default: ask)',
      ),
    ],
    ['--currency', say('金額的幣別代碼', '金额的币种代码', 'three-letter code of its amounts')],
    ['--paid-out-on', say('撥款日，YYYY-MM-DD', '拨款日，YYYY-MM-DD', 'day of its payout, YYYY-MM-DD')],
    [
      '--decimal',
      say(
        '"COLUMN=." 或 "COLUMN=,"：該欄的小數點，每欄一次',
        '"COLUMN=." 或 "COLUMN=,"：该列的小数点，每列一次',
        '"COLUMN=." or "COLUMN=,": the decimal mark of a column, once for each',
      ),
    ],
    [
      '--date-format',
      say(
        '"COLUMN=DD/MM/YYYY"：該欄日期的寫法，每欄一次',
        '"COLUMN=DD/MM/YYYY"：该列日期的写法，每列一次',
        '"COLUMN=DD/MM/YYYY": how days are written in a column, once for each',
      ),
    ],
    [
      '--hidden-rows',
      say(
        'include 或 leave-out：隱藏與篩選掉的列是否讀取',
        'include 或 leave-out：隐藏与筛选掉的行是否读取',
        'include or leave-out: what is done with hidden and filtered rows',
      ),
    ],
  ],
};

const RECONCILE: Section = {
  title: say(
    'reconcile：讀入訂單與撥款檔，更新帳冊，說明結果',
    'reconcile：读入订单与拨款文件，更新账册，说明结果',
    'reconcile: order exports and payout reports in, the books updated, the result told',
  ),
  rows: [
    [
      '--out',
      say(
        '將結果工作表寫入這個 xlsx 檔',
        '将结果工作表写入这个 xlsx 文件',
        'write the result worksheets to this xlsx file',
      ),
    ],
    ['--db', say('帳冊（預設：只在記憶體中）', '账册（默认：只在内存中）', 'the books (default: in memory)')],
    [
      '--shop',
      say(
        '店鋪名稱（預設：平台名稱）',
        '店铺名称（默认：平台名称）',
        "name of the shop (default: the platform's name)",
      ),
    ],
    [
      '--as-of',
      say('對帳截止日（預設：今天）', '对账截止日（默认：今天）', 'the day to reconcile as of (default: today)'),
    ],
    [
      '--plan',
      say(
        '匯入工作表，顯示將入帳的內容與雜湊值，不入帳',
        '导入工作表，显示将入账的内容与哈希值，不入账',
        'import the sheets, show what would be booked and its hash, book nothing',
      ),
    ],
    [
      '--plan-hash',
      say(
        '只將這個雜湊值的計畫入帳，不符則不入帳',
        '只将这个哈希值的计划入账，不符则不入账',
        'book the plan with this hash, or nothing',
      ),
    ],
    [
      '--approve',
      say(
        '待審列的 FILE:SHEET:ROW，每列一次，或 all',
        '待审行的 FILE:SHEET:ROW，每行一次，或 all',
        'FILE:SHEET:ROW of a row that waits for review, once for each, or all',
      ),
    ],
    [
      '--newest',
      say(
        '這份訂單檔比帳上的新，訂單狀態倒退也以它為準',
        '这份订单文件比账上的新，订单状态倒退也以它为准',
        'this order file is newer than the books: it holds even where an order goes back',
      ),
    ],
    [
      '--author',
      say(
        '入帳與核准的人，留在稽核紀錄（預設：電腦的使用者名稱）',
        '入账与核准的人，留在审计日志（默认：电脑的用户名）',
        'who books and approves, for the log (default: your name on this computer)',
      ),
    ],
    [
      '--confirm',
      say(
        '已看過欄位的未驗證對應表 id，以逗號分隔，或 all',
        '已看过列的未验证对应表 id，以逗号分隔，或 all',
        'ids of unverified mappings whose columns you have looked at, with commas, or all',
      ),
    ],
  ],
};

const REVERSE: Section = {
  title: say(
    'reverse：以新單據沖銷已入帳的內容，兩者都留在帳上',
    'reverse：以新单据冲销已入账的内容，两者都留在账上',
    'reverse: takes back what was booked, by further documents; both stay in the books',
  ),
  rows: [
    ['--receipt', say('收款單號', '收款单号', 'the receipt of this number')],
    ['--run', say('這次對帳', '这次对账', 'this run')],
    ['--batch', say('這個匯入批次', '这个导入批次', 'this imported sheet')],
    ['--row', say('這一列，FILE:SHEET:ROW', '这一行，FILE:SHEET:ROW', 'this row, FILE:SHEET:ROW')],
    [
      '--on',
      say(
        '沖銷日（預設：今天，或其後第一個未關帳的日子）',
        '冲销日（默认：今天，或其后第一个未关账的日子）',
        'the day of the reversal (default: today, or the first open day after)',
      ),
    ],
    [
      '--as-of',
      say(
        '視為今天的日期（預設：今天）',
        '视为今天的日期（默认：今天）',
        'the day that counts as today (default: today)',
      ),
    ],
    ['--decline', say('解除的連結不再建立', '解除的关联不再建立', 'the links that end are not made again')],
    ['--note', say('沖銷原因', '冲销原因', 'why, for the log')],
    [
      '',
      say(
        '另有 --plan、--plan-hash、--author',
        '另有 --plan、--plan-hash、--author',
        'and --plan, --plan-hash, --author',
      ),
    ],
  ],
};

const BOOKS: Section = {
  title: say('帳冊', '账册', 'The books'),
  rows: [
    [
      'period',
      say(
        '列出、關帳、申報、重開月份（YYYY-MM）；已關帳的月份不再入帳；close 可用 --plan-hash 指定 month-end --plan 看過的計畫；--author、--note',
        '列出、关账、申报、重开月份（YYYY-MM）；已关账的月份不再入账；close 可用 --plan-hash 指定 month-end --plan 看过的计划；--author、--note',
        'lists, closes, files and reopens months (YYYY-MM); nothing is booked into a closed one; close posts the plan that month-end --plan showed, or nothing, with --plan-hash; --author, --note',
      ),
    ],
    [
      'settings',
      say(
        '公司設定；以 JSON 檔設定；--author、--note',
        '公司设置；以 JSON 文件设置；--author、--note',
        'what the company has set, and setting it from a JSON file; --author, --note',
      ),
    ],
    [
      'vat',
      say(
        '調整該月所屬申報期的銷項稅額；--plan 先看，--currency（預設 TWD），--author',
        '调整该月所属申报期的销项税额；--plan 先看，--currency（默认 TWD），--author',
        'trues up the sales tax of the filing period that holds the month; --plan shows it first, --currency (default: TWD), --author',
      ),
    ],
    [
      'month-end',
      say(
        '該月底的調整：已收款未出貨轉預收、銷貨成本、外幣評價；關帳時也會自動入帳；--plan 先看，--author',
        '该月末的调整：已收款未发货转预收、销货成本、外币评价；关账时也会自动入账；--plan 先看，--author',
        'what the month shows on its last day: prepayments, cost of sales, foreign balances; closing posts it as well; --plan shows it first, --author',
      ),
    ],
    [
      'verify',
      say(
        '依帳冊的每一列重新證明帳冊，並指出每一列錯誤',
        '按账册的每一行重新证明账册，并指出每一行错误',
        'proves the books again from their rows; names each row that is wrong',
      ),
    ],
  ],
};

const REPORT: Section = {
  title: say(
    'report：整本帳冊某期間的應收，不論由哪個檔案匯入；reconcile 只談它的檔案',
    'report：整本账册某期间的应收，不论由哪个文件导入；reconcile 只谈它的文件',
    'report: receivables of the whole books for a period, whichever files brought them; reconcile speaks of its files alone',
  ),
  rows: [
    [
      '--period',
      say(
        '月份 YYYY-MM；或 --from 與 --to（預設：本月至今天）',
        '月份 YYYY-MM；或 --from 与 --to（默认：本月至今天）',
        'a month, YYYY-MM; or --from and --to (default: this month up to today)',
      ),
    ],
    [
      '--by',
      say(
        '對帳單的對象（預設 shop）',
        '对账单的对象（默认 shop）',
        'whom statements of account are made for (default: shop)',
      ),
    ],
    ['--platform', say('只列這個平台', '只列这个平台', 'of this platform only')],
    [
      '--shop',
      say(
        '只列這個店鋪（店名，或 平台/店名）',
        '只列这个店铺（店名，或 平台/店名）',
        'of this shop only (its name, or platform/name)',
      ),
    ],
    [
      '--aging',
      say(
        '各帳齡區間的最後一天，最後一段除外',
        '各账龄区间的最后一天，最后一段除外',
        'last day of each bucket but the open one',
      ),
    ],
    ['--out', say('將工作表寫入這個 xlsx 檔', '将工作表写入这个 xlsx 文件', 'write the worksheets to this xlsx file')],
  ],
};

const FEES: Section = {
  title: say(
    'fees、invoices、calendars：由帳上訂單學習手續費合約、採用、列出、核對；登錄與作廢平台的手續費發票；平台撥款日與休假日',
    'fees、invoices、calendars：由账上订单学习手续费合约、采用、列出、核对；登录与作废平台的手续费发票；平台拨款日与休假日',
    "fees, invoices, calendars: contracts learned from the books' own orders, accepted, listed and checked; platforms’ invoices booked and voided; when platforms pay, and holidays",
  ),
  rows: [
    ['--shop', say('只看這個店鋪', '只看这个店铺', 'of this shop only')],
    ['--proposal', say('fees learn 列出的編號', 'fees learn 列出的编号', 'the number that fees learn gives')],
    ['--valid-from', say('合約生效日', '合约生效日', 'the first day of the contract')],
    [
      '',
      say(
        '設定時另有 --author、--note',
        '设置时另有 --author、--note',
        'and, where something is set, --author, --note',
      ),
    ],
  ],
};

const MAPPING: Section = {
  title: say(
    'mapping check：每張表是什麼、是否相符、前幾列如何理解；mapping infer：為沒有對應表的檔案提出對應與證明',
    'mapping check：每张表是什么、是否相符、前几行如何理解；mapping infer：为没有对应表的文件提出对应与证明',
    'mapping check: what each sheet is, whether it foots, its first rows as understood; mapping infer: a mapping proposed from the values of a file nobody has mapped, with its proof',
  ),
  rows: [
    [
      '--out',
      say('將提出的對應表寫入這個檔案', '将提出的对应表写入这个文件', 'write the proposed mapping to this file'),
    ],
    ['--sheet', say('只看檔案的這張工作表', '只看文件的这张工作表', 'only this sheet of the file')],
    [
      '--orders',
      say(
        '已知的訂單檔：由其編號辨認哪一欄是訂單編號',
        '已知的订单文件：由其编号辨认哪一列是订单编号',
        'an order export that is known: its numbers tell which column is the key',
      ),
    ],
    [
      '--platform',
      say(
        '平台名稱，作為對應表 id 的第一段（預設 own）',
        '平台名称，作为对应表 id 的第一段（默认 own）',
        "name of the platform, the first part of the mapping's id (default: own)",
      ),
    ],
  ],
};

const SECTIONS: readonly Section[] = [EVERY, ANSWERS, RECONCILE, REVERSE, BOOKS, REPORT, FEES, MAPPING];

const EXIT_CODES = say(
  '結束碼：0 完成，2 檔案或步驟被拒絕或指令有誤，3 帳冊有誤，1 程式本身的錯誤。',
  '退出码：0 完成，2 文件或步骤被拒绝或命令有误，3 账册有误，1 程序本身的错误。',
  'Exit code: 0 done, 2 a file or a step was refused or the command line was wrong, 3 the books are wrong, 1 our own fault.',
);
const MORE = say('更多：docs/cli.md', '更多：docs/cli.md', 'More: docs/cli.md');
