// The three locale files say the same things: same keys, same facts, nothing empty, and the right script.
import en from '../../addin/locale/en.json';
import companyEn from '../../addin/locale/company/en.json';
import companyZhCN from '../../addin/locale/company/zh-CN.json';
import companyZhTW from '../../addin/locale/company/zh-TW.json';
import costsEn from '../../addin/locale/costs/en.json';
import costsZhCN from '../../addin/locale/costs/zh-CN.json';
import costsZhTW from '../../addin/locale/costs/zh-TW.json';
import depositsEn from '../../addin/locale/deposits/en.json';
import depositsZhCN from '../../addin/locale/deposits/zh-CN.json';
import depositsZhTW from '../../addin/locale/deposits/zh-TW.json';
import feesEn from '../../addin/locale/fees/en.json';
import feesZhCN from '../../addin/locale/fees/zh-CN.json';
import feesZhTW from '../../addin/locale/fees/zh-TW.json';
import invoicesEn from '../../addin/locale/invoices/en.json';
import invoicesZhCN from '../../addin/locale/invoices/zh-CN.json';
import invoicesZhTW from '../../addin/locale/invoices/zh-TW.json';
import mappingEn from '../../addin/locale/mapping/en.json';
import mappingZhCN from '../../addin/locale/mapping/zh-CN.json';
import mappingZhTW from '../../addin/locale/mapping/zh-TW.json';
import monthsEn from '../../addin/locale/months/en.json';
import monthsZhCN from '../../addin/locale/months/zh-CN.json';
import monthsZhTW from '../../addin/locale/months/zh-TW.json';
import policyEn from '../../addin/locale/policy/en.json';
import policyZhCN from '../../addin/locale/policy/zh-CN.json';
import policyZhTW from '../../addin/locale/policy/zh-TW.json';
import reportEn from '../../addin/locale/report/en.json';
import reportZhCN from '../../addin/locale/report/zh-CN.json';
import reportZhTW from '../../addin/locale/report/zh-TW.json';
import undoEn from '../../addin/locale/undo/en.json';
import undoZhCN from '../../addin/locale/undo/zh-CN.json';
import undoZhTW from '../../addin/locale/undo/zh-TW.json';
import workEn from '../../addin/locale/work/en.json';
import workZhCN from '../../addin/locale/work/zh-CN.json';
import workZhTW from '../../addin/locale/work/zh-TW.json';
import zhCN from '../../addin/locale/zh-CN.json';
import zhTW from '../../addin/locale/zh-TW.json';

interface Words {
  readonly [key: string]: string | Words;
}

function flat(words: Words, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

const facts = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const all = {
  'zh-TW': {
    pane: zhTW,
    company: companyZhTW,
    costs: costsZhTW,
    deposits: depositsZhTW,
    fees: feesZhTW,
    invoices: invoicesZhTW,
    mapping: mappingZhTW,
    months: monthsZhTW,
    policy: policyZhTW,
    report: reportZhTW,
    undo: undoZhTW,
    work: workZhTW,
  },
  'zh-CN': {
    pane: zhCN,
    company: companyZhCN,
    costs: costsZhCN,
    deposits: depositsZhCN,
    fees: feesZhCN,
    invoices: invoicesZhCN,
    mapping: mappingZhCN,
    months: monthsZhCN,
    policy: policyZhCN,
    report: reportZhCN,
    undo: undoZhCN,
    work: workZhCN,
  },
  en: {
    pane: en,
    company: companyEn,
    costs: costsEn,
    deposits: depositsEn,
    fees: feesEn,
    invoices: invoicesEn,
    mapping: mappingEn,
    months: monthsEn,
    policy: policyEn,
    report: reportEn,
    undo: undoEn,
    work: workEn,
  },
};
const reference = flat(all['zh-TW']);

test.each([
  ['zh-CN', all['zh-CN']],
  ['en', all.en],
])('%s has every key of zh-TW, in the same order, with the same facts', (_, words) => {
  expect(flat(words).map(([key, text]) => [key, facts(text)])).toEqual(
    reference.map(([key, text]) => [key, facts(text)]),
  );
});

test('no text is empty', () => {
  expect([...reference, ...flat(all['zh-CN']), ...flat(all.en)].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('each language is written in its own script', () => {
  const traditionalOnly = /[帳對檢關開單說這個檔險證讀寫應網預覽實際設語選擇匯認與時發頁齊]/;
  const simplifiedOnly = /[帐账对检关开单说这个档险证读写应网预览实际设语选择汇认与时发页齐]/;
  expect(flat(all['zh-CN']).filter(([, text]) => traditionalOnly.test(text))).toEqual([]);
  expect(reference.filter(([, text]) => simplifiedOnly.test(text))).toEqual([]);
  expect(flat(all.en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

test('Simplified Chinese has no word that only Taiwan uses, or uses for another thing', () => {
  const taiwanOnly = /登录|试算表|传票|伺服器|档案|栏位|网路|储存|连结|预设|程式|活页簿|萤幕|列印/;
  expect(flat(all['zh-CN']).filter(([, text]) => taiwanOnly.test(text))).toEqual([]);
});
