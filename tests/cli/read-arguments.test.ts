// What may be asked of the command, and what is misuse.
import { userInfo } from 'node:os';
import { dayOf } from '../../core/business-date.ts';
import { HELP, readArguments } from '../../server/cli/read-arguments.ts';
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
      ...{ planOnly: false, planHash: null, approve: [], author: userInfo().username, confirm: [] },
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
    expect(read(...argv)).toMatchObject({ command: 'misuse', message: expect.stringContaining(message) });
  });

  it('tells the way out: help on stdout with exit 0, misuse on stderr with exit 2', async () => {
    expect(await clearsheet('--help')).toEqual({ code: 0, stdout: HELP, stderr: '' });
    expect(await clearsheet('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^clearsheet \d/) });
    expect(await clearsheet('reconcile')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--help'),
    });
  });
});
