// The team's policy in the settings: what holds in plain words, every limit as a field with its currency, saved under a
// name, refused in the server's words; in every language by axe's rules.
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { ApiProblem } from '../../../addin/api-problem.ts';
import en from '../../../addin/locale/policy/en.json';
import zhCN from '../../../addin/locale/policy/zh-CN.json';
import zhTW from '../../../addin/locale/policy/zh-TW.json';
import {
  capsLeave,
  policyDraftOf,
  policyOf,
  wrongFields,
  wrongPerson,
} from '../../../addin/panes/policy/policy-draft.ts';
import en0 from '../../../addin/locale/en.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { amountOfUnits, rateOfMillionths, ZERO } from '../../../core/money.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../../core/reconcile/policy.ts';
import { FakePolicy } from './fake-policy.ts';
import { openPane } from './open-pane.tsx';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const TABS = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
const twd = (dollars: number) => amountOfUnits(dollars * 10_000);

const full: ReconcilePolicy = {
  ...{ payoutTermDays: 21, graceDays: 3, feeTolerance: twd(1), freightMax: twd(60) },
  tolerance: { perOrder: twd(10), share: rateOfMillionths(12_500), perRun: twd(500), perMonth: twd(2_000) },
  authority: { '王**': twd(300) },
  autoPost: { passes: ['P1', 'P2'], onlyFooting: false, netMax: twd(50_000) },
};
const keptAs = (content: ReconcilePolicy, version = 4) => {
  return { content, version, author: '陳**', note: '年度核定', savedAt: '2024-05-02T08:00:00.000Z' };
};

async function openPolicy(prepare: (fake: FakePolicy) => void = () => undefined, language: Language = 'zh-TW') {
  const fake = new FakePolicy();
  prepare(fake);
  const pane = await openPane({
    looks: [],
    language,
    settings: { author: '王會計' },
    api: { policy: () => Promise.resolve(fake.client) },
  });
  await pane.user.click(screen.getByRole('tab', { name: TABS[language].tabs.settings }));
  await screen.findByRole('heading', { name: WORDS[language].title });
  return { ...pane, fake };
}

const card = () => within(screen.getByRole('region', { name: zhTW.title }));
const sentences = () =>
  card()
    .getAllByRole('listitem')
    .map((item) => item.textContent);

type Pane = Awaited<ReturnType<typeof openPolicy>>;
async function type({ user }: Pane, label: string, text: string) {
  const field = card().getByLabelText<HTMLInputElement>(new RegExp(`^${label.replace(/[()（）]/g, '.')}`));
  await user.clear(field);
  if (text !== '') await user.paste(text);
}
const named = (words: string, n: number) => words.replace('{{n}}', String(n));
const isOff = () => card().getByRole<HTMLButtonElement>('button', { name: zhTW.save }).disabled;

test('without a policy it says so, and what the default allows', async () => {
  await openPolicy();
  expect(await card().findByText(zhTW.noneKept)).toBeTruthy();
  expect(sentences()).toEqual([
    '對帳時不自動沖銷任何差額。',
    '這樣比對到的撥款免審：P1 訂單編號相同、P2 訂單編號正規化後相同、P3 別名（子單號、物流單號或已學習的對應）、P5 合併付款，唯一組合。',
    '檔案與自己的合計不符時，整個檔案待審。',
    '不論金額大小。',
    '手續費與合約有任何不同，都列為差異。',
    '不檢查賣家負擔的運費。',
    '沒有撥款日程的店鋪，14 天到期，再寬限 0 天。',
  ]);
  expect(card().getByText('沒有設定本位幣：金額在每一種幣別各自適用。')).toBeTruthy();
});

test('what holds is told with every figure, its currency, and who set it and why', async () => {
  await openPolicy((fake) => {
    fake.inForce = { kept: keptAs(full), baseCurrency: 'TWD' };
  });
  expect(await card().findByText('2024-05-02 陳**：年度核定')).toBeTruthy();
  expect(sentences()).toEqual([
    '每張訂單 10 TWD 以內的差額，對帳時自動列為尾差；人工沖銷與認列費用也以此為限。',
    '自動沖銷不超過應收的 1.25%。',
    '王**：每張訂單至多 300 TWD；呆帳一次合計也以此為限。',
    '一次至多 500 TWD，一個月至多 2,000 TWD，自動與人工合計。',
    '這樣比對到的撥款免審：P1 訂單編號相同、P2 訂單編號正規化後相同。',
    '檔案與自己的合計不符也免審。',
    '單筆淨額超過 50,000 TWD 時待審。',
    '手續費與合約相差 1 TWD 以內，不列為差異。',
    '賣家負擔的運費超過 60 TWD 時，列為差異。',
    '沒有撥款日程的店鋪，21 天到期，再寬限 3 天。',
  ]);
});

test.each([
  ['nobody has a limit', full.tolerance, {}, '沒有人有個人上限，因此呆帳不能沖銷。'],
  ['a cap of nothing', { ...full.tolerance, perMonth: ZERO }, full.authority, zhTW.capsNothing],
])('%s is said', async (_, tolerance, authority, sentence) => {
  await openPolicy((fake) => {
    fake.inForce = { kept: keptAs({ ...full, tolerance, authority }), baseCurrency: null };
  });
  expect(await card().findByText(sentence)).toBeTruthy();
});

test('it is set for the first time: limits, a person, what needs review; saved under a name, and told at once', async () => {
  const pane = await openPolicy();
  const { user, fake } = pane;
  await user.click(await card().findByRole('button', { name: zhTW.set }));
  await type(pane, zhTW.field.perOrder, '2');
  await type(pane, zhTW.field.share, '0.5');
  await type(pane, zhTW.field.perRun, '1,000');
  await type(pane, zhTW.field.perMonth, '3000.5');
  await user.click(card().getByRole('button', { name: zhTW.addPerson }));
  await type(pane, named(zhTW.field.person, 1), ' 王會計 ');
  await type(pane, named(zhTW.field.personLimit, 1), '300');
  await user.click(card().getByRole('checkbox', { name: /^P5/ }));
  await type(pane, zhTW.field.netMax, '20000');
  await type(pane, zhTW.field.freightMax, '45');
  await type(pane, zhTW.field.graceDays, '2');
  expect(isOff()).toBe(true);
  await type(pane, '備註', '六月起');
  await user.click(card().getByRole('button', { name: zhTW.save }));
  expect(await card().findByText(zhTW.saved)).toBeTruthy();
  expect(fake.asked).toEqual(['based on 0, 王會計: 六月起']);
  expect(fake.inForce.kept?.content).toEqual({
    ...{ payoutTermDays: 14, graceDays: 2, feeTolerance: 0, freightMax: twd(45) },
    tolerance: { perOrder: twd(2), share: 5_000, perRun: twd(1_000), perMonth: twd(3_000.5) },
    authority: { 王會計: twd(300) },
    autoPost: { passes: ['P1', 'P2', 'P3'], onlyFooting: true, netMax: twd(20_000) },
  });
  expect(await card().findByText('王會計：每張訂單至多 300；呆帳一次合計也以此為限。')).toBeTruthy();
});

test('what is kept stands in the form, a person is taken out, and what is cancelled is as it was', async () => {
  const pane = await openPolicy((fake) => {
    fake.inForce = { kept: keptAs(full), baseCurrency: 'TWD' };
  });
  const { user, fake } = pane;
  await user.click(await card().findByRole('button', { name: zhTW.change }));
  await user.click(card().getByRole('button', { name: '移除 王**' }));
  await user.click(card().getByRole('button', { name: '取消' }));
  expect(sentences().join('\n')).toContain('王**');
  await user.click(card().getByRole('button', { name: zhTW.change }));
  expect(card().getAllByText('TWD').length).toBeGreaterThan(5);
  await user.click(card().getByRole('button', { name: '移除 王**' }));
  await type(pane, '備註', '離職');
  await user.click(card().getByRole('button', { name: zhTW.save }));
  await card().findByText(zhTW.saved);
  const { authority: _, ...rest } = full;
  expect(fake.inForce.kept).toMatchObject({ content: rest, version: 5 });
  expect(fake.inForce.kept?.content.authority).toBeUndefined();
});

test.each([
  [zhTW.field.perOrder, '-1', zhTW.wrongAmount],
  [zhTW.field.perRun, '1.00001', zhTW.wrongAmount],
  [zhTW.field.share, '101', zhTW.wrongShare],
  [zhTW.field.netMax, '一萬', zhTW.wrongAmount],
  [zhTW.field.payoutTermDays, '', zhTW.wrongDays],
  [zhTW.field.graceDays, '366', zhTW.wrongDays],
])('%s of "%s" is not taken', async (label, text, problem) => {
  const pane = await openPolicy();
  await pane.user.click(await card().findByRole('button', { name: zhTW.set }));
  await type(pane, '備註', '試試');
  expect(isOff()).toBe(false);
  await type(pane, label, text);
  expect(await card().findByText(problem)).toBeTruthy();
  expect(isOff()).toBe(true);
});

test('a limit that a cap makes void is told before it is saved', async () => {
  const pane = await openPolicy();
  await pane.user.click(await card().findByRole('button', { name: zhTW.set }));
  await type(pane, zhTW.field.perOrder, '5');
  expect(await card().findByText(zhTW.capsNothing)).toBeTruthy();
  await type(pane, zhTW.field.perRun, '3');
  await type(pane, zhTW.field.perMonth, '100');
  expect(await card().findByText(zhTW.capsLess)).toBeTruthy();
  await type(pane, zhTW.field.perRun, '5');
  expect(card().queryByText(zhTW.capsLess)).toBeNull();
});

test('a refusal stands in the server’s words, and what was typed is still there', async () => {
  const sentence = {
    'zh-TW': '李** 已存了另一版。',
    'zh-CN': '李** 已存了另一版。',
    en: 'Somebody saved another one.',
  };
  const pane = await openPolicy((fake) => {
    Object.assign(fake.client, { save: () => Promise.reject(new ApiProblem('SETTING_OUTDATED', sentence)) });
  });
  await pane.user.click(await card().findByRole('button', { name: zhTW.set }));
  await type(pane, zhTW.field.perMonth, '77');
  await type(pane, '備註', '試試');
  await pane.user.click(card().getByRole('button', { name: zhTW.save }));
  expect((await screen.findByRole('alert')).textContent).toContain('李** 已存了另一版。');
  expect(card().getByLabelText<HTMLInputElement>(new RegExp(`^${zhTW.field.perMonth}`)).value).toBe('77');
});

test('what held before is not told beside the word that another one is saved', async () => {
  let tell: () => void = () => undefined;
  const later = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const pane = await openPolicy();
  await pane.user.click(await card().findByRole('button', { name: zhTW.set }));
  const { inForce } = pane.fake.client;
  Object.assign(pane.fake.client, { inForce: () => later.then(inForce) });
  await type(pane, zhTW.field.perOrder, '8');
  await type(pane, '備註', '試試');
  await pane.user.click(card().getByRole('button', { name: zhTW.save }));
  await card().findByText(zhTW.saved);
  expect([card().queryByText(zhTW.noneKept), card().queryByRole('button')]).toEqual([null, null]);
  tell();
  expect(await card().findByText(/^每張訂單 8 以內的差額/)).toBeTruthy();
  expect(card().getByText(zhTW.saved)).toBeTruthy();
});

test('a server that does not tell is asked again', async () => {
  const pane = await openPolicy((fake) => {
    const { inForce } = fake.client;
    let times = 0;
    const once = () => Promise.reject(new Error('no answer'));
    Object.assign(fake.client, { inForce: () => ((times += 1) === 1 ? once() : inForce()) });
  });
  expect((await screen.findByRole('alert')).textContent).toContain(zhTW.loadFailed);
  await pane.user.click(card().getByRole('button', { name: '再試一次' }));
  expect(await card().findByText(zhTW.noneKept)).toBeTruthy();
});

async function complaints(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(
    { include: container, exclude: ['[data-tabster-dummy]'] },
    { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test.each(LANGUAGES)(
  'what holds and the form are accessible, without a key in place of a word (%s)',
  async (language) => {
    const words = WORDS[language];
    const { container, user } = await openPolicy((fake) => {
      fake.inForce = { kept: keptAs(full), baseCurrency: 'TWD' };
    }, language);
    await user.click(await screen.findByRole('button', { name: words.change }));
    await user.click(screen.getByRole('button', { name: words.addPerson }));
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(say|field|group)\.[a-z]|\{\{/);
  },
);

describe('a draft', () => {
  test.each([
    ['the default', DEFAULT_POLICY],
    ['every limit set', full],
  ])('is the policy again: %s', (_, policy) => {
    expect(policyOf(policyDraftOf(policy))).toEqual(policy);
  });

  test('empty limits are 0 or none, as they say', () => {
    const draft = { ...policyDraftOf(full), perOrder: '', share: '', feeTolerance: ' ', freightMax: '', netMax: '' };
    expect(wrongFields(draft)).toEqual([]);
    expect(policyOf(draft)).toMatchObject({
      ...{ tolerance: { perOrder: 0, share: null }, feeTolerance: 0, freightMax: null, autoPost: { netMax: null } },
    });
  });

  test('the same person twice, without a name or without a limit is no policy', () => {
    const people = [
      { person: '王**', limit: '5' },
      { person: '王** ', limit: '6' },
      { person: ' ', limit: '5' },
      { person: '李**', limit: '' },
    ];
    expect(people.map((_, at) => wrongPerson(people, at))).toEqual([null, 'twice', 'noName', 'noLimit']);
    expect(policyOf({ ...policyDraftOf(full), authority: people })).toBeNull();
    expect(policyOf({ ...policyDraftOf(full), authority: people.slice(0, 1) })).not.toBeNull();
  });

  test.each([
    ['all', {}],
    ['less', { authority: { '王**': twd(501) } }],
    ['less', { tolerance: { ...full.tolerance, perMonth: twd(9) } }],
    ['nothing', { tolerance: { ...full.tolerance, perRun: ZERO } }],
    ['all', { tolerance: DEFAULT_POLICY.tolerance, authority: {} }],
  ] as const)('its caps leave %s of %j', (left, change) => {
    expect(capsLeave({ ...full, ...change })).toBe(left);
  });
});
