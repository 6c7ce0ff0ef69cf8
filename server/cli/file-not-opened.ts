// What the user named and the system would not open: a file, books, a place to write. Said in the user's language.
import type { Translated } from '../../core/language.ts';
import { say } from './misuse.ts';

/** Not there, a folder, not ours to read or write, or nothing that we could open. */
export class FileNotOpened extends Error {
  readonly translated: Translated;

  constructor(translated: Translated, cause?: unknown) {
    super(translated.en, { cause });
    this.translated = translated;
  }
}

export const cannotOpen = (path: string, cause: unknown) =>
  new FileNotOpened(
    {
      'zh-TW': `無法開啟 ${path}。請確認路徑與讀取權限。`,
      'zh-CN': `无法打开 ${path}。请确认路径与读取权限。`,
      en: `cannot open ${path}. Check the path, and that you may read it.`,
    },
    cause,
  );

export const noBooks = (location: string) =>
  new FileNotOpened({
    'zh-TW': `${location} 沒有帳冊。請確認 --db 的檔名。`,
    'zh-CN': `${location} 没有账册。请确认 --db 的文件名。`,
    en: `there are no books at ${location}. Check the name after --db.`,
  });

/** Of a file; SQLite itself says why. */
export const booksNotOpened = (why: string, cause: unknown) =>
  new FileNotOpened(
    {
      'zh-TW': `無法開啟帳冊（--db）：${why}。請確認檔案是 Clearsheet 的帳冊，且可讀寫。`,
      'zh-CN': `无法打开账册（--db）：${why}。请确认文件是 Clearsheet 的账册，且可读写。`,
      en: `cannot open the books (--db): ${why}. Check that the file holds books of Clearsheet, and that you may read and write it.`,
    },
    cause,
  );

export const cannotWrite = (path: string, cause: unknown) =>
  new FileNotOpened(
    {
      'zh-TW': `無法寫入 ${path}（--out），所以什麼都沒有寫入。請確認資料夾存在且可寫入。`,
      'zh-CN': `无法写入 ${path}（--out），所以什么都没有写入。请确认文件夹存在且可写入。`,
      en: `cannot write ${path} (--out), so nothing was written at all. Check that its folder is there and that you may write to it.`,
    },
    cause,
  );

export const wouldOverwrite = (path: string) =>
  new FileNotOpened({
    'zh-TW': `--out ${path} 是要讀取的檔案，不會覆蓋。請改用別的檔名。`,
    'zh-CN': `--out ${path} 是要读取的文件，不会覆盖。请改用别的文件名。`,
    en: `--out ${path} is one of the files to read and is not overwritten. Name another file.`,
  });

/** Files in JSON that people write by hand: what they are called, and what a refusal has left undone. */
const JSON_FILES = {
  invoices: [say('發票檔', '发票文件', 'the invoice file'), say('沒有入帳', '没有入账', 'Nothing was booked')],
  contracts: [say('合約檔', '合约文件', 'the file of contracts'), say('沒有儲存', '没有保存', 'Nothing was saved')],
  calendars: [say('日程檔', '日程文件', 'the file of calendars'), say('沒有儲存', '没有保存', 'Nothing was saved')],
  settings: [say('設定檔', '设置文件', 'the settings file'), say('沒有儲存', '没有保存', 'Nothing was saved')],
} as const;

export type JsonFileKind = keyof typeof JSON_FILES;

/** @param line the first that is no JSON */
export function notJson(kind: JsonFileKind, path: string, line: number, cause: unknown): FileNotOpened {
  const [name, undone] = JSON_FILES[kind];
  return new FileNotOpened(
    {
      'zh-TW': `${name['zh-TW']} ${path} 從第 ${line} 行起不是完整的 JSON。${undone['zh-TW']}；請修正該行（括號、引號或逗號）後再執行一次。`,
      'zh-CN': `${name['zh-CN']} ${path} 从第 ${line} 行起不是完整的 JSON。${undone['zh-CN']}；请修正该行（括号、引号或逗号）后再运行一次。`,
      en: `${name.en} ${path} is no JSON from line ${line} on. ${undone.en}; correct that line (brackets, quotes or commas) and run it again.`,
    },
    cause,
  );
}

/** @param place where in the file, as its fields are called; `problem` is English, because it is read beside the file */
export function doesNotFit(
  kind: JsonFileKind,
  { path, place, problem }: { readonly path: string; readonly place: Translated; readonly problem: string },
): FileNotOpened {
  const [name, undone] = JSON_FILES[kind];
  return new FileNotOpened({
    'zh-TW': `${name['zh-TW']} ${path} 有一處不符格式：${place['zh-TW']}（${problem}）。${undone['zh-TW']}；請修正後再執行一次。`,
    'zh-CN': `${name['zh-CN']} ${path} 有一处不符格式：${place['zh-CN']}（${problem}）。${undone['zh-CN']}；请修正后再运行一次。`,
    en: `${name.en} ${path} does not fit at ${place.en} (${problem}). ${undone.en}; correct it and run it again.`,
  });
}
