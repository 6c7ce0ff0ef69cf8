// What may be asked of the command, and what is misuse.
import { userInfo } from 'node:os';
import { dayOf } from '../../core/business-date.ts';
import { LANGUAGES } from '../../core/language.ts';
import { helpText } from '../../server/cli/help.ts';
import { COMMANDS, readArguments } from '../../server/cli/read-arguments.ts';
import { clearsheet } from './run-command.ts';

const TODAY =
  dayOf(2024, 6, 1) ??
  (() => {
    throw new Error('no day');
  })();
const read = (...argv: string[]) => readArguments(argv, TODAY);

describe('the command line', () => {
  it('is read with its defaults: today, in memory, the platform as shop, zh-TW', () => {
    expect(read('reconcile', 'a.xlsx', 'b.csv')).toEqual({
      ...{ command: 'reconcile', files: ['a.xlsx', 'b.csv'], out: null, json: false, database: ':memory:' },
      ...{ planOnly: false, planHash: null, approve: [], newest: [], author: userInfo().username, confirm: [] },
      ...{ shop: null, asOf: '2024-06-01', language: 'zh-TW', passwordVariable: null, answers: {} },
    });
  });

  it('takes the name that is given, for runs and approvals', () => {
    expect(read('reconcile', 'a.xlsx', '--author', '王**')).toMatchObject({ author: '王**' });
  });

  it('takes options before, between and after the files', () => {
    expect(
      read('reconcile', '--json', 'a.xlsx', '--lang', 'en', '--as-of=2024-05-31', 'b.csv', '--db', 'postgres://h/d'),
    ).toMatchObject({
      ...{ files: ['a.xlsx', 'b.csv'], json: true, language: 'en', asOf: '2024-05-31', database: 'postgres://h/d' },
    });
  });

  it('is a check of files, or a proposal for one', () => {
    expect(read('mapping', 'check', 'a.xls', 'b.zip', '--password-env', 'PW')).toEqual({
      ...{ command: 'mapping check', files: ['a.xls', 'b.zip'] },
      ...{ json: false, language: 'zh-TW', passwordVariable: 'PW', answers: {} },
    });
    expect(read('mapping', 'infer', 'a.csv', '--out', 'm.json', '--platform', 'my-shop')).toEqual({
      ...{ command: 'mapping infer', file: 'a.csv', out: 'm.json', sheet: null, orders: null, platform: 'my-shop' },
      ...{ json: false, language: 'zh-TW', passwordVariable: null, answers: {} },
    });
  });

  it.each([
    [
      ['--confirm', 'shopee-tw.income,my.own'],
      ['shopee-tw.income', 'my.own'],
    ],
    [
      ['--confirm', 'a.b', '--confirm', 'c.d, e.f'],
      ['a.b', 'c.d', 'e.f'],
    ],
    [['--confirm', 'a.b,all'], 'all'],
  ])('takes mappings that were looked at: %j', (argv, confirm) => {
    expect(read('reconcile', 'a', ...argv)).toMatchObject({ confirm });
  });

  it('takes what files do not say themselves', () => {
    expect(
      read(
        ...['mapping', 'check', 'a', '--currency', 'MYR', '--paid-out-on', '2024-05-31'],
        ...['--decimal', 'Net=amount=,', '--decimal', 'Fee=.', '--date-format', 'Date=DD/MM/YYYY'],
      ),
    ).toMatchObject({
      answers: {
        ...{ currency: 'MYR', paidOutOn: '2024-05-31' },
        numbers: { 'Net=amount': ',', Fee: '.' },
        dates: { Date: 'DD/MM/YYYY' },
      },
    });
  });

  it.each([
    [[], 'help'],
    [['--help'], 'help'],
    [['reconcile', '-h'], 'help'],
    [['--version'], 'version'],
  ])('%j asks for %s', (argv, command) => {
    expect(read(...argv)).toEqual({ command });
  });

  it.each([
    [['match', 'a.xlsx'], 'unknown command "match"'],
    [['reconcile'], 'no file given'],
    [['reconcile', 'a', '--as-of', '2024-02-30'], '--as-of takes a day'],
    [['reconcile', 'a', '--as-of', '1/6/2024'], '--as-of takes a day'],
    [['reconcile', 'a', '--lang', 'fr'], '--lang takes one of'],
    [['reconcile', 'a', '--frobnicate'], '--frobnicate'],
    [['reconcile', 'a', '--out'], '--out'],
    [['mapping', 'check', 'a', '--currency', 'dollar'], '--currency takes a code'],
    [['mapping', 'check', 'a', '--paid-out-on', '31.5.'], '--paid-out-on takes a day'],
    [['mapping', 'check', 'a', '--decimal', 'Fee'], '--decimal takes COLUMN=.'],
    [['mapping', 'check', 'a', '--decimal', 'Fee=;'], '--decimal takes COLUMN=.'],
    [['mapping', 'check', 'a', '--date-format', '=DD/MM/YYYY'], '--date-format takes COLUMN='],
    [['mapping'], 'unknown command "mapping"'],
    [['mapping', 'guess', 'a'], 'unknown command "mapping guess"'],
    [['mapping', 'check'], 'no file given'],
    [['mapping', 'check', 'a', '--db', 'b.db'], 'mapping check takes no --db'],
    [['mapping', 'infer'], 'name one file'],
    [['mapping', 'infer', 'a', 'b'], 'name one file'],
    [['mapping', 'infer', 'a', '--platform', 'My Shop'], '--platform takes small letters'],
    [['reconcile', 'a', '--sheet', 'S'], 'reconcile takes no --sheet'],
  ])('%j is answered by what is wrong with it', (argv, message) => {
    expect(read(...argv)).toMatchObject({ command: 'misuse', message: { en: expect.stringContaining(message) } });
  });

  it.each(LANGUAGES)(
    'tells the way out in %s: help on stdout with exit 0, misuse on stderr with exit 2',
    async (lang) => {
      expect(await clearsheet('--help', '--lang', lang)).toEqual({ code: 0, stdout: helpText(lang), stderr: '' });
      expect(await clearsheet('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^clearsheet \d/) });
      expect(await clearsheet('reconcile', '--lang', lang)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('--help'),
      });
    },
  );

  it.each(['match', 'fees', 'fees teach', 'calendars', 'mapping guess', ''])(
    'answers the unknown command "%s" with every command there is',
    (line) => {
      const told = read(...line.split(' '), '--lang', 'en');
      const message = 'message' in told ? told.message.en : '';
      expect(told.command).toBe('misuse');
      if (line !== '') for (const { name } of COMMANDS) expect(message).toContain(name);
    },
  );

  it('takes options before the command, whichever it is', () => {
    expect(read('--lang', 'en', '--db', 'b.db', 'fees', 'learn')).toMatchObject({ command: 'fees', verb: 'learn' });
    expect(read('--json', 'verify', '--db', 'b.db')).toMatchObject({ command: 'verify', json: true });
  });
});

/** Lines nobody can mean, and what each sentence must hold in zh-TW, zh-CN and en. */
const MEANINGLESS: readonly (readonly [readonly string[], string, string, string])[] = [
  [['reconcile', 'a', '--shop', ''], '--shop 的內容是空的', '--shop 的内容是空的', '--shop is empty'],
  [['reconcile', 'a', '--out', ' '], '--out 的內容是空的', '--out 的内容是空的', '--out is empty'],
  [['reconcile', 'a', '--db', ''], '--db 的內容是空的', '--db 的内容是空的', '--db is empty'],
  [['reconcile', 'a', '--approve', 'a:b:1', '--approve', ''], '--approve 的內容', '--approve 的内容', '--approve is'],
  [['reconcile', 'a', '--author', ''], '--author 的內容是空的', '--author 的内容是空的', '--author is empty'],
  [['reconcile', ''], '有一個檔名是空的', '有一个文件名是空的', 'has no name'],
  [['reconcile', 'a', '--author', 'x'.repeat(101)], '--author 最多 100 個字', '--author 最多 100 个字', 'at most 100'],
  [['reconcile', 'a', '--shop', 'x'.repeat(201)], '--shop 最多 200 個字', '--shop 最多 200 个字', 'at most 200'],
  [['reconcile', 'a', '--as-of', 'soon'], '--as-of 要填日期', '--as-of 要填日期', '--as-of takes a day'],
  [['reconcile', 'a', '--plan-hash', 'abc'], '不是「abc」', '不是“abc”', 'not "abc"'],
  [['reconcile', 'a', '--json=yes'], '--json 後面不接內容', '--json 后面不接内容', '--json takes no value'],
  [['reconcile', 'a', '--out', '--json'], '--out 後面缺少內容', '--out 后面缺少内容', '--out needs a value'],
  [['reconcile', 'a', '--wat'], '沒有 --wat 這個選項', '没有 --wat 这个选项', 'no option --wat'],
  [['reconcile', 'a', '--by', 'shop'], 'reconcile 沒有 --by', 'reconcile 没有 --by', 'reconcile takes no --by'],
  [['verify'], '請用 --db 指定帳冊', '请用 --db 指定账册', 'name the books with --db'],
  [
    ['verify', '--db', 'mysql://me:secret@h/d'],
    '--db 要填 SQLite 檔名',
    '--db 要填 SQLite 文件名',
    '--db takes an SQLite',
  ],
  [
    ['period', 'reopen', '2024-05', '--db', 'x', '--plan-hash', 'a'.repeat(64)],
    'period reopen 沒有 --plan-hash 這個選項',
    'period reopen 没有 --plan-hash 这个选项',
    'period reopen takes no --plan-hash',
  ],
  [['period', 'close', '2024-05', '--db', 'x', '--plan-hash', 'abc'], '不是「abc」', '不是“abc”', 'not "abc"'],
  [['period', 'list', 'May', '--db', 'x'], '「May」是多餘的', '“May”是多余的', '"May" is too much'],
  [
    ['period', 'shut', '--db', 'x'],
    '要填 list、close、file、reopen',
    '要填 list、close、file、reopen',
    'list, close, file',
  ],
  [['report', '--db', 'x', '--period', 'May'], '--period 要填月份', '--period 要填月份', '--period takes a month'],
  [['report', '--db', 'x', '--from', '2024-06-02', '--to', '2024-06-01'], '晚於', '晚于', 'is after'],
  [['fees', 'accept', '--db', 'x'], '請指定 FILE.json', '请指定 FILE.json', 'name FILE.json'],
  [['calendars', 'set', '--db', 'x'], '請指定日程檔', '请指定日程文件', 'name the file with the calendars'],
  [['reverse', '--db', 'x'], '請用 --receipt', '请用 --receipt', 'one of --receipt'],
];

describe.each(MEANINGLESS)('%j', (argv, ...said) => {
  it.each(LANGUAGES.map((lang, at) => [lang, said[at] ?? '?'] as const))('is answered in %s', async (lang, words) => {
    const { code, stdout, stderr } = await clearsheet(...argv, '--lang', lang);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
    expect(stderr).not.toMatch(/secret|undefined|Zod/);
  });
});

it('names the languages in Chinese where the one that was asked for is unknown', async () => {
  const { code, stderr } = await clearsheet('verify', '--db', 'x', '--lang', 'xx');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--lang 要填 zh-TW、zh-CN、en 其中之一，不是「xx」。')]);
});
