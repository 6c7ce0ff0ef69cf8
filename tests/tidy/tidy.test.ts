// The style of the house, kept by a program: each rule is put to every file, and to a line that breaks it.
// Which folder may import which is kept by .dependency-cruiser.cjs, the rest by eslint; both run with the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { rules } from './rules.ts';
import { readSourceFiles, sourceFile, type SourceFile } from './source-files.ts';
import { functionsOf, keysOf, nodesOf } from './syntax.ts';

const root = join(__dirname, '../..');
const files = readSourceFiles(root);
const complaintsAbout = (file: SourceFile, rule: string) =>
  (rules[rule]?.(file) ?? []).map((words) => `${file.path}: ${words}`);

test.each(Object.keys(rules))('every file %s', (rule) => {
  expect(files.flatMap((file) => complaintsAbout(file, rule))).toEqual([]);
});

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');

const broken: readonly [path: string, text: string, complaint: string][] = [
  ['core/long.ts', `export const f = () => 1;\n${lines(400, '// more')}`, '401 lines, more than 400'],
  ['core/a.ts', `function f() {\n${lines(69, 'g();')}\n}`, 'line 1: f has 71 lines, more than 70'],
  ['core/businessDate.ts', '', 'businessDate.ts is not kebab-case'],
  ['server/Routes/a.ts', '', 'Routes is not kebab-case'],
  ['core/a.ts', 'export const a = 1;', 'does not open with a comment that says its place'],
  ['addin/taskpane.html', '<!doctype html>\n<html></html>', 'does not open with a comment that says its place'],
  ['server/string-utils.ts', '', 'utils says nothing of the thing'],
  ['core/a.ts', 'class OrderManager {}', 'line 1: OrderManager says nothing of the thing'],
  ['core/a.ts', 'const helper = 1;', 'line 1: helper says nothing of the thing'],
  ['core/a.ts', '\nconst today = Date.now();', 'line 2: core has no Date'],
  ['core/a.ts', 'type T = { at: Date };', 'line 1: core has no Date'],
  ['addin/a.ts', 'const x = y as any;', 'line 1: any'],
  ['addin/a.ts', 'const x = list[0]!;', 'line 1: a non-null assertion'],
  ['addin/a.ts', '// @ts-' + 'ignore', '@ts-ignore silences the checker'],
  ['addin/a.ts', '/* eslint-' + 'disable no-console */', 'eslint-disable silences the checker'],
  ['tests/a.test.ts', 'test.skip("a", () => {});', 'line 1: test.skip'],
  ['tests/a.test.ts', 'describe.only("a", () => {});', 'line 1: describe.only'],
  ['tests/a.test.ts', 'fdescribe("a", () => {});', 'line 1: fdescribe'],
  ['tests/a.test.ts', 'test.only.each([1])("a", () => {});', 'line 1: test.only.each([1])'],
  ['docs/a.md', 'See /home' + '/anna for the file', '/home/anna is a path of one machine'],
  ['docs/a.md', '`C:' + '\\Users\\anna`', 'C:\\Users\\anna is a path of one machine'],
  ['core/a.ts', '// TO' + 'DO: later', 'TODO is left'],
  ['docs/a.md', 'Seper' + 'ate rows', 'Seperate should be separate'],
  ['core/a.ts', "const a = '備註(不使用)';", 'line 1: half-width mark in "備註(不使用)"'],
  ['core/a.ts', 'const a = `截至 ${day}:`;', 'line 1: half-width mark in "截至 …:"'],
  ['core/a.ts', "const a = '短收,溢收';", 'line 1: half-width mark in "短收,溢收"'],
  ['mappings/a.b.json', '{ "zh-TW": "明細(舊版)" }', 'line 1: half-width mark in "明細(舊版)"'],
  ['addin/locale/zh-TW.json', '{\n"a": "{{sheet}}:新增 {{n}}"\n}', 'line 2: half-width mark in "…:新增 …"'],
];

test.each(broken.map(([path, text, complaint]) => [path, complaint, text] as const))(
  '%s: %s',
  (path, complaint, text) => {
    const complaints = Object.values(rules).flatMap((rule) => rule(sourceFile(path, text)));
    expect(complaints).toContain(complaint);
  },
);

const sound: readonly [why: string, path: string, text: string][] = [
  ['a property named Date', 'core/a.ts', '// Days.\nexport const dueOn = (a: { Date: string }) => a.Date;'],
  [
    'a long chapter of tests',
    'tests/a.test.ts',
    `// Orders.\ndescribe("orders", () => {\n${lines(80, 'test("a", () => {});')}\n});`,
  ],
  ['a long table of data', 'core/fees.ts', `// Fees.\nexport const fees = [\n${lines(500, '1,')}\n];`],
  ['a file named after its locale', 'addin/locale/zh-TW.ts', '// Words.\nexport const zhTW = {};'],
  ['a mapping named after platform and report', 'mappings/shopee-tw.orders.json', '{}'],
  ['headers and English titles of a mapping', 'mappings/a.b.json', '{ "header": "單價(元)", "en": "Bill (付款)" }'],
  ['a page in capitals', 'README.md', 'Clearsheet'],
  [
    'marks in codes, times and patterns, and one that is quoted',
    'core/a.ts',
    "// Words.\nexport const all = ['截至 10:30', '950: 繁體中文 (Big5)', '付款(時間|日期)', '是「.」還是「,」', 'a: b (c)'];",
  ],
];

test.each(sound)('no rule minds %s', (_why, path, text) => {
  expect(Object.values(rules).flatMap((rule) => rule(sourceFile(path, text)))).toEqual([]);
});

/** The value below which the given part of the numbers lies. */
function quantile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}

const programs = files.filter(({ tree }) => tree !== undefined);
const product = programs.filter(({ path }) => /^(core|mappings|files|server|addin|workbench)\//.test(path));
const functionLengths = product.flatMap(({ tree }) =>
  tree ? functionsOf(tree).map(({ lineCount }) => lineCount) : [],
);

test('most functions are short: the median under 16 lines, nine in ten at most 40', () => {
  expect(quantile(functionLengths, 0.5)).toBeLessThan(16);
  expect(quantile(functionLengths, 0.9)).toBeLessThanOrEqual(40);
});

test('nine in ten files have at most 250 lines', () => {
  expect(
    quantile(
      product.map(({ lineCount }) => lineCount),
      0.9,
    ),
  ).toBeLessThanOrEqual(250);
});

/** Lines that say something: no blanks, no comments. */
function countLines(counted: readonly SourceFile[]): number {
  const remark = /^\s*(\/\/|\/?\*|#|$)/;
  return counted.flatMap(({ text }) => text.split('\n')).filter((line) => !remark.test(line)).length;
}

/** Types and tables do nothing that a test could see. */
const does = ({ tree }: SourceFile) => tree !== undefined && functionsOf(tree).length > 0;

// Scenarios, golden exports and their expected rows are tests that people review. The workbench is a tool for
// development, drawn for eyes; the product carries the books.
test.each([
  ['the product', /^(core|mappings|files|server|addin)\//, /^tests\/(?!workbench).*\.(tsx?|txt|csv)$/, 0.8],
  ['the workbench', /^workbench\//, /^tests\/workbench\/.*\.tsx?$/, 0.4],
])('%s has its lines of tests', (_what, product, tests, ratio) => {
  const tested = files.filter((file) => product.test(file.path) && does(file));
  expect(countLines(files.filter(({ path }) => tests.test(path))) / countLines(tested)).toBeGreaterThanOrEqual(ratio);
});

function localeKeys(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, file.endsWith('.json') ? `(${text})` : text, ts.ScriptTarget.ES2022, true);
  const objects = nodesOf(tree).filter(ts.isObjectLiteralExpression);
  const largest = objects.sort((a, b) => b.getWidth() - a.getWidth())[0];
  return largest ? keysOf(largest).sort() : [];
}

describe('the three languages', () => {
  const folder = join(root, 'addin/locale');
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^(zh-TW|zh-CN|en)\.(json|ts)$/.test(name))
    : [];

  test('are all there', () => {
    expect(names.map((name) => name.replace(/\.\w+$/, '')).sort()).toEqual(['en', 'zh-CN', 'zh-TW']);
  });

  test('have the same texts', () => {
    const [first = [], ...others] = names.map((name) => localeKeys(join(folder, name)));
    expect(first).not.toEqual([]);
    for (const keys of others) expect(keys).toEqual(first);
  });
});

test('the lock file names no package source but the public registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hosts = [...lock.matchAll(/"resolved": "\w+:\/\/([^/"]+)/g)].map((match) => match[1]);
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});
