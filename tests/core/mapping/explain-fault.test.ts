// Every fault of a mapping is a sentence in each language, names what it is about, and reads as Chinese where it is Chinese.
import { LANGUAGES } from '../../../core/language.ts';
import { explainFault, FAULT_CODES, faultInEach } from '../../../core/mapping/explain-fault.ts';
import { faultsOf } from '../../../core/mapping/mapping-faults.ts';
import { demoOrders, demoPayout } from './sheets.ts';

test.each(FAULT_CODES)('%s is said in three different ways and never ends the sentence it stands in', (code) => {
  const said = LANGUAGES.map((language) => explainFault({ code, about: 'Fee' }, language));
  expect(new Set(said).size).toBe(LANGUAGES.length);
  expect(said.filter((text) => /[.。]$/.test(text))).toEqual([]);
});

test.each(FAULT_CODES)(
  '%s is Chinese in Chinese: no half-width mark beside a character, no word of another script',
  (code) => {
    const [traditional, simplified] = [
      explainFault({ code, about: '' }, 'zh-TW'),
      explainFault({ code, about: '' }, 'zh-CN'),
    ];
    expect(traditional).not.toMatch(/[列标题规则类别词汇订单说]{2}|[,:;()]/);
    expect(simplified).not.toMatch(/[欄標題規則類別詞彙訂單說]|[,:;()]/);
  },
);

test('a role is called as the pane calls it; English keeps the word of the mapping language', () => {
  const columns = demoPayout.columns.filter(({ as }) => as !== 'orderNumber');
  const [fault] = faultsOf({ ...demoPayout, columns });
  expect(fault && faultInEach(fault)).toEqual({
    'zh-TW': '必須剛好有一欄是「訂單編號」',
    'zh-CN': '必须刚好有一列是“订单编号”',
    en: 'exactly one column must be "orderNumber"',
  });
});

test('a fault is data: its code, and the name it is about', () => {
  const rows = [{ when: { column: 'Nowhere', blank: true }, is: 'skip' as const }];
  expect(faultsOf({ ...demoPayout, rows })).toEqual([{ code: 'RULE_COLUMN_UNKNOWN', about: 'Nowhere' }]);
  expect(faultsOf({ ...demoOrders, statuses: [], stages: [] })).toContainEqual({ code: 'STAGES_MISSING', about: '' });
});
