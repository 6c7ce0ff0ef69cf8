// Undo in the pane: what is meant, what it would take back, confirmed, told in figures; and refused in the user's words.
import axe from 'axe-core';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import en from '../../../addin/locale/undo/en.json';
import zhCN from '../../../addin/locale/undo/zh-CN.json';
import zhTW from '../../../addin/locale/undo/zh-TW.json';
import { FakeUndo, sampleUndo } from './fake-undo.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';
import { sampleProof, sampleResult } from './sample-result.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function openResult(undo = new FakeUndo(), language: Language = 'zh-TW') {
  const result = sampleResult({ runId: 'RUN-000001', batches: [sampleProof()] });
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    language,
    settings: { author: '王會計' },
    api: {
      listMappings: confirmedMappings,
      reconcile: () => Promise.resolve(result),
      undo: () => Promise.resolve(undo.client),
    },
  });
  await pane.session.reconcile();
  await screen.findByRole('button', { name: WORDS[language].open }, FIRST_USE);
  return { ...pane, undo };
}

const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const choose = (kind: string) => fill(/要沖銷什麼/, kind);
const isOff = (name: string) => (button(name) as HTMLButtonElement).disabled;

test('this run is looked at first and undone by a second button; the figures of both are told', async () => {
  const { user, undo } = await openResult();
  await user.click(button(zhTW.open));
  expect(screen.getByLabelText<HTMLInputElement>(/對帳編號/).value).toBe('RUN-000001');
  expect(isOff(zhTW.look)).toBe(true);
  fill(/原因/, '重複匯入');
  await user.click(button(zhTW.look));
  const plan = within(await screen.findByRole('region', { name: zhTW.plan }));
  expect(plan.getByText('還沒有寫入任何內容。')).toBeTruthy();
  expect(plan.getByText('記帳日期 2024-06-01。')).toBeTruthy();
  expect(plan.getByText('撥款 TWD').nextSibling?.textContent).toBe('-1,531');
  expect(plan.getByText('沖帳 TWD').nextSibling?.textContent).toBe('-1,290');
  expect(plan.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '收款單沖銷1 張，-1,531',
    '傳票沖銷2 張',
    '放開的撥款列2 列',
    '解除的連結1 筆',
    '重新打開的工作清單項目1 筆',
  ]);
  expect(undo.asked.map(({ mode }) => mode)).toEqual(['plan']);
  await user.click(button(zhTW.confirm));
  expect(await screen.findByText('已沖銷，編號 RUN-000002，記帳日期 2024-06-01。')).toBeTruthy();
  const wish = { what: { kind: 'run', runId: 'RUN-000001' }, asOf: '2024-06-01', author: '王會計', note: '重複匯入' };
  expect(undo.asked[1]).toEqual({ mode: 'post', wish: { ...wish, decline: false }, planHash: 'p'.repeat(64) });
});

test('the result says what was undone since, and a receipt that is undone is not offered again', async () => {
  const { user } = await openResult();
  await user.click(await screen.findByRole('button', { name: '沖銷 RC202405-0001' }));
  expect(screen.getByLabelText<HTMLInputElement>(/收款單號/).value).toBe('RC202405-0001');
  fill(/原因/, '金額有誤');
  await user.click(button(zhTW.look));
  await user.click(await screen.findByRole('button', { name: zhTW.confirm }));
  await user.click(await screen.findByRole('button', { name: zhTW.back }));
  expect(await screen.findByText('這次對帳之後已沖銷：RUN-000002。下面是沖銷前的數字。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '沖銷 RC202405-0001' })).toBeNull();
  expect(screen.getByText('RC202405-0001')).toBeTruthy();
});

test.each([
  ['a file', () => Promise.resolve(choose('batch')), { kind: 'batch', batchId: 'batch-1' }],
  [
    'a row',
    async () => {
      choose('row');
      await screen.findByLabelText(/第幾列/);
      fill(/第幾列/, '7');
    },
    { kind: 'row', source: { file: 'May.xlsx', sheet: 'Income', row: 7 } },
  ],
  [
    'an earlier run',
    async () => {
      choose('run');
      await screen.findByLabelText(/對帳編號/);
      fill(/對帳編號/, ' RUN-000123 ');
    },
    { kind: 'run', runId: 'RUN-000123' },
  ],
  [
    'a receipt',
    async () => {
      choose('receipt');
      await screen.findByLabelText(/收款單號/);
      fill(/收款單號/, 'RC202404-0009');
    },
    { kind: 'receipt', number: 'RC202404-0009' },
  ],
])('%s is named in the form', async (_, name, what) => {
  const { user, undo } = await openResult();
  await user.click(button(zhTW.open));
  fill(/原因/, '入錯');
  await name();
  await user.click(button(zhTW.look));
  await screen.findByRole('region', { name: zhTW.plan });
  expect(undo.asked[0]?.wish.what).toEqual(what);
});

test('an imported file is undone from its own line', async () => {
  const { user } = await openResult();
  await user.click(await screen.findByRole('button', { name: '沖銷 Income' }));
  expect(screen.getByLabelText<HTMLSelectElement>(/要沖銷什麼/).value).toBe('batch');
});

test('a row that is no number and a run that is no run are told beside their field, and nothing is asked', async () => {
  const { user, undo } = await openResult();
  await user.click(button(zhTW.open));
  fill(/原因/, '入錯');
  fill(/對帳編號/, '17');
  expect(await screen.findByText(zhTW.wrongRun)).toBeTruthy();
  choose('row');
  await screen.findByLabelText(/第幾列/);
  fill(/第幾列/, '0');
  expect(await screen.findByText(zhTW.wrongRow)).toBeTruthy();
  expect(isOff(zhTW.look)).toBe(true);
  expect(undo.asked).toEqual([]);
});

test('a day of one’s own and no further links are part of what is asked; changing leads back to the form as it was', async () => {
  const { user, undo } = await openResult();
  await user.click(button(zhTW.open));
  fill(/原因/, '連錯');
  fill(/沖銷日期/, '2024-06-15');
  await user.click(screen.getByRole('checkbox', { name: zhTW.decline }));
  await user.click(button(zhTW.look));
  await user.click(await screen.findByRole('button', { name: zhTW.change }));
  expect(screen.getByLabelText<HTMLInputElement>(/原因/).value).toBe('連錯');
  expect(undo.asked[0]?.wish).toMatchObject({ on: '2024-06-15', decline: true });
});

test('a closed month is told with the day it is booked on instead', async () => {
  const { user } = await openResult(new FakeUndo(sampleUndo({ postedOn: '2024-07-01' as BusinessDate })));
  await user.click(button(zhTW.open));
  fill(/原因/, '入錯');
  await user.click(button(zhTW.look));
  expect(await screen.findByText('2024-06 已關帳，因此記在 2024-07-01。')).toBeTruthy();
});

test.each(['plan', 'post'] as const)(
  'what the server refuses (%s) is said in its words, and nothing else changes',
  async (on) => {
    const undo = new FakeUndo();
    undo.refuse = { on, code: 'PLAN_STALE', say: '帳冊已有變動。' };
    const { user } = await openResult(undo);
    await user.click(button(zhTW.open));
    fill(/原因/, '入錯');
    await user.click(button(zhTW.look));
    if (on === 'post') await user.click(await screen.findByRole('button', { name: zhTW.confirm }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(zhTW.failed);
    expect(alert.textContent).toContain('帳冊已有變動。');
    await user.click(button(zhTW.back));
    expect(screen.queryByText(/這次對帳之後已沖銷/)).toBeNull();
  },
);

// The answer was lost on the way and the pane asked again, or a colleague was faster.
test('what was undone meanwhile is told so, and its receipts are struck out', async () => {
  const undo = new FakeUndo();
  undo.refuse = { on: 'post', code: 'REVERSED_ALREADY', say: '「RUN-000001」已經沖銷過了（RC202406-0001）。' };
  const { user } = await openResult(undo);
  await user.click(button(zhTW.open));
  fill(/原因/, '入錯');
  await user.click(button(zhTW.look));
  await user.click(await screen.findByRole('button', { name: zhTW.confirm }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(`${zhTW.already}`);
  expect(alert.textContent).not.toContain(zhTW.failed);
  await user.click(button(zhTW.back));
  expect(
    await screen.findByText(new RegExp(`這次對帳之後已沖銷.*${sampleUndo().reversed.receipts.join()}`)),
  ).toBeTruthy();
});

test.each(LANGUAGES)('form, plan and what was done are accessible and speak one language (%s)', async (language) => {
  const words = WORDS[language];
  const { container, user } = await openResult(new FakeUndo(), language);
  const complaints = async () => {
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };
  await user.click(button(words.open));
  fireEvent.change(screen.getByLabelText(new RegExp(words.field.note)), { target: { value: 'x' } });
  expect(await complaints()).toEqual([]);
  await user.click(button(words.look));
  await user.click(await screen.findByRole('button', { name: words.confirm }));
  await screen.findByRole('button', { name: words.another });
  expect(await complaints()).toEqual([]);
  expect(container.textContent).not.toMatch(/\b(kind|explain|field|undo)\.[a-z]/);
});
