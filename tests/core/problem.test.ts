// Every problem and refusal speaks three languages, names the same facts in each, and ends with what to do next.
import { LANGUAGES, type Language } from '../../core/language.ts';
import {
  REFUSAL_CODES,
  ROW_PROBLEM_CODES,
  type Refusal,
  type RowProblem,
  explainProblem,
  explainRefusal,
} from '../../core/problem.ts';

const problem = (code: RowProblem['code'], details: RowProblem['details']): RowProblem => ({
  code,
  row: 7,
  column: '欄',
  details,
});

const refusal = (code: Refusal['code'], change: Partial<Refusal> = {}): Refusal => ({
  code,
  file: 'FILE',
  sheet: 'SHEET',
  nearest: { id: 'demo', title: { 'zh-TW': 'NEAREST', 'zh-CN': 'NEAREST', en: 'NEAREST' } },
  row: 6,
  columns: ['COLUMN1', 'COLUMN2'],
  ...change,
});

/** Which facts a sentence names, found by giving each fact its own name for a value. */
function factsNamed(code: RowProblem['code'], language: Language): string[] {
  const facts = [
    'value',
    'column',
    'sum',
    'net',
    'difference',
    'unmapped',
    'orderNumber',
    'first',
    'fields',
    'quantity',
  ];
  const sentence = explainProblem(
    problem(code, Object.fromEntries(facts.map((fact) => [fact, `<${fact}>`]))),
    language,
  );
  return facts.filter((fact) => sentence.includes(`<${fact}>`));
}

test.each(ROW_PROBLEM_CODES)('%s names the same facts in each language', (code) => {
  for (const language of LANGUAGES) expect(factsNamed(code, language)).toEqual(factsNamed(code, 'en'));
});

test.each(REFUSAL_CODES)('%s names the same facts in each language', (code) => {
  const facts = ['FILE', 'SHEET', 'NEAREST', '6', 'COLUMN1'];
  const named = (language: Language) => facts.filter((fact) => explainRefusal(refusal(code), language).includes(fact));
  for (const language of LANGUAGES) expect(named(language)).toEqual(named('en'));
  expect(named('en').length).toBeGreaterThan(0);
});

test.each(LANGUAGES)('in %s every sentence is complete, and no two codes share one', (language) => {
  const sentences = [
    ...ROW_PROBLEM_CODES.map((code) => explainProblem(problem(code, { quantity: '2', value: '3' }), language)),
    ...REFUSAL_CODES.map((code) => explainRefusal(refusal(code), language)),
  ];
  for (const sentence of sentences) {
    expect(sentence).toMatch(language === 'en' ? /^\S.*\.$/ : /^\S.*。$/);
    expect(sentence).not.toMatch(/undefined|null|\$\{/);
  }
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each<[Language, string]>([
  ['zh-TW', '「a.pdf」不是可讀取的 xlsx、xls、csv 或 zip 檔。請使用平台下載的原始檔。'],
  ['zh-CN', '“a.pdf”不是可读取的 xlsx、xls、csv 或 zip 文件。请使用平台下载的原始文件。'],
  ['en', '"a.pdf" is not a readable xlsx, xls, csv or zip file. Use the file as downloaded.'],
])('in %s a file that is no workbook is refused by its name', (language, sentence) => {
  expect(explainRefusal(refusal('NOT_A_WORKBOOK', { file: 'a.pdf', sheet: null }), language)).toBe(sentence);
});

test.each<[Language, string]>([
  ['zh-TW', '與先前匯入的同一筆資料不同（撥款日、商品原價）。先前的資料保留不變，這一列沒有匯入。'],
  ['zh-CN', '与先前导入的同一笔数据不同（拨款日、商品原價）。先前的数据保留不变，这一行没有导入。'],
  [
    'en',
    'It differs from the same record imported earlier (payout day, 商品原價). The earlier one is kept; this row was not imported.',
  ],
])('in %s a conflict names the fields', (language, sentence) => {
  expect(explainProblem(problem('CONFLICT', { fields: 'paidOutOn, 商品原價' }), language)).toBe(sentence);
});

test('an order whose status goes back is told in words, and nets that differ once', () => {
  expect(explainProblem(problem('CONFLICT', { fields: 'stage' }), 'zh-TW')).toContain('（訂單狀態倒退）');
  const nets = { fields: 'net, 商品原價', value: '76.5', held: '85' };
  expect(explainProblem(problem('CONFLICT', nets), 'zh-TW')).toContain('（商品原價；淨額這次 76.5，先前 85）');
  expect(explainProblem(problem('CONFLICT', nets), 'en')).toContain('(商品原價; net now 76.5, before 85)');
});

test('columns are listed as the language lists them', () => {
  expect(explainRefusal(refusal('MISSING_COLUMN'), 'en')).toContain('COLUMN1, COLUMN2');
  expect(explainRefusal(refusal('MISSING_COLUMN'), 'zh-TW')).toContain('COLUMN1、COLUMN2');
});

test('a sheet that is near to nothing is refused without naming a mapping', () => {
  const unknown = refusal('UNKNOWN_REPORT', { nearest: null, columns: [] });
  expect(explainRefusal(unknown, 'en')).toBe(
    'The sheet "SHEET" is not recognised. Its first 30 rows have none of the columns of a known report; if the header stands below them, delete the rows above it. Check which report you downloaded.',
  );
  expect(explainRefusal(unknown, 'zh-TW')).not.toContain('最接近');
});
