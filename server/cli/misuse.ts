// What is said of a command line that cannot be understood: what is wrong, and what to write instead.
import { type Language, LANGUAGES, type Translated } from '../../core/language.ts';

/** Nothing was opened, and nothing is stored. */
export interface Misuse {
  readonly command: 'misuse';
  readonly message: Translated;
}

export const misuse = (message: Translated): Misuse => ({ command: 'misuse', message });

export const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });
const alike = (text: string) => say(text, text, text);

/** What an option or a word of a command may be, for `wrongValue`. */
export const FORMS = {
  day: say('日期，例如 2024-06-01', '日期，例如 2024-06-01', 'a day like 2024-06-01'),
  month: say('月份，例如 2024-05', '月份，例如 2024-05', 'a month like 2024-05'),
  currency: say('三個字母的幣別代碼，例如 TWD', '三个字母的币种代码，例如 TWD', 'a code like TWD'),
  decimal: say('COLUMN=. 或 COLUMN=,', 'COLUMN=. 或 COLUMN=,', 'COLUMN=. or COLUMN=,'),
  dateFormat: alike('COLUMN=DD/MM/YYYY'),
  fileOfRun: say('這次讀取的檔案之一', '这次读取的文件之一', 'one of the files that are read'),
  place: alike('FILE:SHEET:ROW'),
  places: say(
    'FILE:SHEET:ROW（每列一次）或 all',
    'FILE:SHEET:ROW（每行一次）或 all',
    'FILE:SHEET:ROW, once for each row, or all',
  ),
  mappings: say(
    '對應表的 id（以逗號分隔）或 all',
    '对应表的 id（以逗号分隔）或 all',
    'ids of mappings, with commas between them, or all',
  ),
  platform: say('小寫字母、數字與連字號', '小写字母、数字与连字符', 'small letters, digits and hyphens'),
  proposal: say('fees learn 列出的編號', 'fees learn 列出的编号', 'the number that fees learn gives'),
  aging: say('遞增的天數，例如 30,60,90', '递增的天数，例如 30,60,90', 'rising days like 30,60,90'),
  hash: say('--plan 印出的雜湊值（64 碼）', '--plan 打印的哈希值（64 位）', 'the hash that --plan prints, 64 digits'),
  database: say(
    'SQLite 檔名或 postgres://… 位址',
    'SQLite 文件名或 postgres://… 地址',
    'an SQLite file or a postgres://… address',
  ),
} as const satisfies Record<string, Translated>;

export function oneOf(words: readonly string[]): Translated {
  return say(`${words.join('、')} 其中之一`, `${words.join('、')} 其中之一`, `one of ${words.join(', ')}`);
}

/** @param what the option, or the command whose word it is */
export function wrongValue(what: string, form: Translated, given: string): Translated {
  return say(
    `${what} 要填${gap(form['zh-TW'])}，不是「${given}」。`,
    `${what} 要填${gap(form['zh-CN'])}，不是“${given}”。`,
    `${what} takes ${form.en}, not "${given}".`,
  );
}

/** As `wrongValue` where what was given had better not be shown: it may hold a password. */
export function wrongSecret(what: string, form: Translated): Translated {
  return say(`${what} 要填${gap(form['zh-TW'])}。`, `${what} 要填${gap(form['zh-CN'])}。`, `${what} takes ${form.en}.`);
}

/** A blank stands between Chinese and Latin letters. */
const gap = (text: string) => (/^[!-~]/.test(text) ? ` ${text}` : text);

export const unknownCommand = (name: string, commands: readonly string[]) =>
  say(
    `沒有「${name}」這個指令。可用的指令：${commands.join('、')}。`,
    `没有“${name}”这个命令。可用的命令：${commands.join('、')}。`,
    `unknown command "${name}"; the commands are: ${commands.join(', ')}.`,
  );

export const unknownOption = (option: string) =>
  say(
    `沒有 ${option} 這個選項。以 - 開頭的檔名請寫在 -- 之後。`,
    `没有 ${option} 这个选项。以 - 开头的文件名请写在 -- 之后。`,
    `there is no option ${option}. Write a file whose name begins with - after --.`,
  );

export const valueMissing = (option: string) =>
  say(
    `${option} 後面缺少內容；以 - 開頭的內容請寫成 ${option}=…。`,
    `${option} 后面缺少内容；以 - 开头的内容请写成 ${option}=…。`,
    `${option} needs a value; write one that begins with - as ${option}=….`,
  );

export const valueTooMuch = (option: string) =>
  say(`${option} 後面不接內容。`, `${option} 后面不接内容。`, `${option} takes no value.`);

export const notTaken = (command: string, option: string) =>
  say(`${command} 沒有 ${option} 這個選項。`, `${command} 没有 ${option} 这个选项。`, `${command} takes no ${option}.`);

export const emptyValue = (option: string) =>
  say(
    `${option} 的內容是空的。請填上內容，或拿掉這個選項。`,
    `${option} 的内容是空的。请填上内容，或去掉这个选项。`,
    `${option} is empty. Give it a value, or leave the option out.`,
  );

export const tooLong = (option: string, longest: number) =>
  say(
    `${option} 最多 ${longest} 個字。`,
    `${option} 最多 ${longest} 个字。`,
    `${option} takes at most ${longest} characters.`,
  );

export const emptyWord = say(
  '有一個檔名是空的。請填上檔名，或拿掉空的引號。',
  '有一个文件名是空的。请填上文件名，或去掉空的引号。',
  'one of the files has no name. Name it, or leave the empty quotes out.',
);

export const noFile = say(
  '沒有指定檔案。請列出訂單檔與撥款檔。',
  '没有指定文件。请列出订单文件与拨款文件。',
  'no file given; name the order export and the payout report.',
);

export const oneFile = say('請指定一個檔案。', '请指定一个文件。', 'name one file.');

export const noBooks = say('請用 --db 指定帳冊。', '请用 --db 指定账册。', 'name the books with --db.');

export const tooMuch = (words: readonly string[]) =>
  say(`「${words.join(' ')}」是多餘的。`, `“${words.join(' ')}”是多余的。`, `"${words.join(' ')}" is too much.`);

export function nameOne(options: readonly string[]): Translated {
  return say(
    `請用 ${options.join('、')} 其中一個指定要沖銷的對象。`,
    `请用 ${options.join('、')} 其中一个指定要冲销的对象。`,
    `name what to reverse with one of ${options.join(', ')}.`,
  );
}

/** The language that was asked for, also where the rest of the line says nothing. */
export function languageIn(argv: readonly string[]): Language {
  const words = argv.flatMap((word, at) => {
    if (word === '--lang') return [argv[at + 1] ?? ''];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  return LANGUAGES.find((known) => known === words.at(-1)) ?? 'zh-TW';
}
