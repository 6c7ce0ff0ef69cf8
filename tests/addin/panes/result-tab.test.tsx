// The result's corners: no payout file, rows left out, many receipts, money without an order, and the pane's own start.
import { screen, waitFor } from '@testing-library/react';
import type { BatchAnswer, ReconcileResult } from '../../../core/api.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import { isDark } from '../../../addin/panes/theme.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows } from './sample-looks.ts';
import { money, sampleAnswer, sampleResult } from './sample-result.ts';

async function openResult(result: Partial<ReconcileResult>, answer: Partial<BatchAnswer> = {}, rows = incomeRows) {
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', rows), { active: true })],
    api: {
      listMappings: confirmedMappings,
      reconcile: () => Promise.resolve(sampleResult(result)),
      pushBatch: () => Promise.resolve(sampleAnswer(answer)),
    },
  });
  await pane.session.reconcile();
  await screen.findByRole('region', { name: '對帳完成' });
  return pane;
}

test('without a run there is no result, and the way to one is told', async () => {
  const { user } = await openPane({ looks: [] });
  await user.click(screen.getByRole('tab', { name: '結果' }));
  expect(await screen.findByText('還沒有結果。在平台檔案上按「對這張表」。')).toBeTruthy();
});

test('a run without a payout file proves nothing and says so', async () => {
  await openResult({ conservation: [] });
  expect(screen.getByText('這次沒有撥款檔；已更新訂單與應收。')).toBeTruthy();
});

test('rows left out and rows at odds are counted, with the sheet that lists them', async () => {
  const rows = [...incomeRows, { ...incomeRows[0], 商品原價: 'abc' }];
  await openResult({}, { counts: { created: 1, unchanged: 1, replaced: 0, conflict: 1 } }, rows);
  expect(screen.getByText('有 1 列讀不懂，沒有匯入；請看「未讀取的列」。')).toBeTruthy();
  expect(screen.getByText('有 1 列與先前匯入的不同，保留先前的；請看「未讀取的列」。')).toBeTruthy();
  expect(screen.getByText('有 1 列先前已匯入，沒有重複入帳。')).toBeTruthy();
});

test('a sheet in which orders go back is taken for the newest only when a person says so', async () => {
  const pushed: unknown[] = [];
  const [rows, back] = [[], [{ row: 2, outcome: 'conflict' as const, fields: ['stage'] }]];
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.orders', 'orders', orderRows), { active: true })],
    api: {
      listMappings: confirmedMappings,
      pushBatch: ({ header }) => {
        pushed.push(header.newest);
        return Promise.resolve(sampleAnswer({ rows: header.newest ? rows : back }));
      },
    },
  });
  await pane.session.reconcile();
  expect(await screen.findByText(/^「orders」有 1 張訂單的狀態比帳上的舊/)).toBeTruthy();
  await pane.user.click(screen.getByRole('button', { name: '「orders」才是最新的，以它為準重新對帳' }));
  await waitFor(() => expect(screen.queryByText(/狀態比帳上的舊/)).toBeNull());
  expect([pushed, pane.asked]).toEqual([[undefined, true], ['showSheet id of orders']]);
});

test('a sheet that another one took the place of says so calmly, and can be called the newest in turn', async () => {
  const { session } = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.orders', 'orders', orderRows), { active: true })],
    api: { listMappings: confirmedMappings, pushBatch: () => Promise.resolve(sampleAnswer({ overruled: 2 })) },
  });
  await session.reconcile();
  expect(await screen.findByText('「orders」有 2 張訂單以另一份「最新的」訂單檔為準。')).toBeTruthy();
  expect(screen.queryByText(/狀態比帳上的舊/)).toBeNull();
  expect(screen.getByRole('button', { name: '「orders」才是最新的，以它為準重新對帳' })).toBeTruthy();
});

test('a sheet that is gone by then is said to be', async () => {
  const answer = { rows: [{ row: 2, outcome: 'conflict' as const, fields: ['stage'] }] };
  const { user, session } = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.orders', 'orders', orderRows), { active: true })],
    api: { listMappings: confirmedMappings, pushBatch: () => Promise.resolve(sampleAnswer(answer)) },
    excel: { showSheet: () => Promise.resolve(false) },
  });
  await session.reconcile();
  await user.click(await screen.findByRole('button', { name: '「orders」才是最新的，以它為準重新對帳' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('of many receipts the latest are shown and the others counted', async () => {
  const [receipt] = sampleResult().receipts;
  const receipts = Array.from({ length: 7 }, (_, index) => receipt && { ...receipt, number: `RC202405-000${index}` });
  await openResult({ receipts: receipts.flatMap((each) => each ?? []) });
  expect(screen.getByRole('heading', { name: '收款單（7）' })).toBeTruthy();
  expect(screen.queryByText('RC202405-0001')).toBeNull();
  expect(screen.getByText('RC202405-0006')).toBeTruthy();
  expect(screen.getByText('另有 2 張')).toBeTruthy();
});

test('payouts without an order lead to the work list', async () => {
  const stray = {
    lineKey: 'x',
    shop: 'shopee-tw',
    orderNumber: 'unknown',
    type: 'PAYOUT_WITHOUT_ORDER' as const,
    because: 'NO_ORDER' as const,
    onReview: null,
    currency: 'TWD',
    ...{ net: money('10'), onHold: money('10'), fees: money('0') },
    paidOutOn: '2024-05-07' as BusinessDate,
    source: { file: 'May.xlsx', sheet: 'Income', row: 2 },
  };
  const { user, asked } = await openResult({ unlinked: [stray, { ...stray, lineKey: 'y', type: 'NON_ORDER' }] });
  await user.click(screen.getByRole('button', { name: '有撥款無訂單 1' }));
  expect(asked).toEqual(['showSheet id of 差異清單']);
});

test('without alerts nothing is said about stock', async () => {
  await openResult({ stock: { movements: [], alerts: [] } });
  expect(screen.queryByText(/庫存提醒 \(/)).toBeNull();
});

test.each([
  ['#262626', true],
  ['#FFFFFF', false],
  ['F3F2F1', false],
  ['#0a0a0a', true],
  ['', false],
  ['transparent', false],
])('an Office whose background is "%s" is dark: %s', (color, dark) => {
  expect(isDark(color)).toBe(dark);
});

test('the page starts: Office gets ready, the pane is drawn in its language, the command is connected', async () => {
  const commands: string[] = [];
  document.body.innerHTML = '<div id="pane"></div>';
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: false,
    Excel: { run: () => Promise.reject(new Error('no workbook here')) },
    Office: {
      onReady: () => Promise.resolve(),
      actions: { associate: (name: string) => commands.push(name) },
      context: {
        displayLanguage: 'en-US',
        officeTheme: { bodyBackgroundColor: '#262626' },
        document: { settings: { get: () => null } },
      },
    },
  });
  await import('../../../addin/taskpane.tsx');
  expect(await screen.findByRole('button', { name: 'Reconcile this sheet' })).toBeTruthy();
  expect(commands).toEqual(['reconcileSheet']);
  expect(document.documentElement.lang).toBe('en');
  expect(await screen.findByText(/no workbook here/)).toBeTruthy();
});
