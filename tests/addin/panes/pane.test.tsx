// The pane as its user meets it: what it says about the sheet, what a click does, what it says afterwards.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import type { SheetLook } from '../../../addin/excel/look-at-workbook.ts';
import { openPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './sample-looks.ts';
import { money, sampleAnswer, sampleResult } from './sample-result.ts';

const income = exportSheet('shopee-tw.income', 'Income', incomeRows);
const orders = exportSheet('shopee-tw.orders', 'orders', orderRows);
const onIncome = (rows = income): SheetLook[] => [lookAt(orders), lookAt(rows, { active: true })];

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const open = (wishes: Partial<PaneWishes> = {}) => openPane({ looks: onIncome(), ...wishes });

describe('on an export', () => {
  test('it says what the sheet is, how sure, and what comes along', async () => {
    await open();
    expect(await screen.findByRole('heading', { name: '蝦皮購物 我的進帳（已撥款）' })).toBeTruthy();
    expect(screen.getByText('27 / 27 欄相符')).toBeTruthy();
    expect(screen.getByText('待確認')).toBeTruthy();
    const along = screen.getByRole<HTMLInputElement>('checkbox', { name: /^orders：蝦皮購物 訂單報表/ });
    expect(along.checked).toBe(true);
  });

  test('the preview shows the rows as they will be pushed, and the totals of all of them', async () => {
    await open();
    const preview = await screen.findByRole('region', { name: '預覽' });
    expect(within(preview).getByText('2405018K2M4N6P')).toBeTruthy();
    expect(within(preview).getByText('1,146')).toBeTruthy();
    expect(within(preview).getByText('退款 -520')).toBeTruthy();
    expect(within(preview).getByText('TWD 1,531')).toBeTruthy();
    expect(within(preview).getByText('合計（2 列）')).toBeTruthy();
    expect(screen.getByText('每一列都讀得懂。')).toBeTruthy();
  });

  test('an order export is previewed by its receivables', async () => {
    await open({ looks: [lookAt(orders, { active: true })] });
    const preview = await screen.findByRole('region', { name: '預覽' });
    expect(within(preview).getByText('合計（2 張訂單）')).toBeTruthy();
    expect(within(preview).getByText('TWD 2,450')).toBeTruthy();
  });

  test('missing and unused columns can be unfolded', async () => {
    const sheet = exportSheet('shopee-tw.income', 'Income', incomeRows, ['AMS推廣費用']);
    const { user } = await open({ looks: [lookAt(sheet, { active: true })] });
    await user.click(await screen.findByText('欄位對應明細'));
    expect(screen.getByText('26 / 27 欄相符')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '檔案沒有的欄位（非必要）（1）' })).toBeTruthy();
    expect(screen.getByText('AMS推廣費用')).toBeTruthy();
  });

  test('a row that cannot be read is explained, and a click selects its cell', async () => {
    const rows = [{ ...incomeRows[0], 商品原價: 'abc' }, ...incomeRows.slice(1)];
    const { user, asked } = await open({ looks: onIncome(exportSheet('shopee-tw.income', 'Income', rows)) });
    const place = await screen.findByText('第 2 列，商品原價');
    expect(screen.getByText(/「abc」不是金額/)).toBeTruthy();
    await user.click(place);
    const column = income.rows[0]?.indexOf('商品原價') ?? -1;
    expect(asked).toEqual([`showCell id of Income 2 ${column + 1}`]);
  });

  test('a sheet of a known report that cannot be imported says why, before the click and by it', async () => {
    const strange = [{ ...orderRows[0], 訂單狀態: '飛走了' }, ...orderRows.slice(1)];
    const { user } = await open({
      looks: [lookAt(exportSheet('shopee-tw.orders', 'orders', strange), { active: true })],
    });
    const card = await screen.findByRole('region', { name: '這張表不能匯入' });
    expect(within(card).getByText(/飛走了/)).toBeTruthy();
    await user.click(button('對這張表'));
    expect((await screen.findByRole('alert')).textContent).toContain('飛走了');
  });

  test('a cell that was corrected is read again at a click', async () => {
    const rows = [{ ...incomeRows[0], 商品原價: 'abc' }, ...incomeRows.slice(1)];
    const tables = { 'id of Income': exportSheet('shopee-tw.income', 'Income', rows) };
    const { user } = await open({ tables });
    await screen.findByText('第 2 列，商品原價');
    tables['id of Income'] = income;
    await user.click(button('重新檢查'));
    expect(await screen.findByText('每一列都讀得懂。')).toBeTruthy();
  });

  test('going to another sheet is followed', async () => {
    const { goTo } = await open();
    await screen.findByRole('heading', { name: '蝦皮購物 我的進帳（已撥款）' });
    goTo([lookAt(orders, { active: true }), lookAt(income)]);
    expect(await screen.findByRole('heading', { name: '蝦皮購物 訂單報表' })).toBeTruthy();
  });
});

describe('on another sheet', () => {
  test('the nearest mapping and its missing columns are named', async () => {
    const broken = exportSheet('shopee-tw.income', 'Income', incomeRows, ['錢包入帳金額']);
    await open({ looks: [lookAt(broken, { active: true })] });
    const card = await screen.findByRole('region', { name: '認不得這張表' });
    expect(within(card).getByText(/像是「蝦皮購物 我的進帳（已撥款）」/)).toBeTruthy();
    expect(within(card).getByText('錢包入帳金額')).toBeTruthy();
    expect(button('對這張表').hasAttribute('disabled')).toBe(true);
  });

  test('known sheets beside it are one click away', async () => {
    const notes = lookAt(table('notes', [['remember']]), { active: true });
    const { user, asked } = await open({ looks: [notes, lookAt(income)] });
    await user.click(await screen.findByRole('button', { name: '到「Income」' }));
    expect(asked).toEqual(['showSheet id of Income']);
  });

  test('an empty workbook gets three steps to the first result', async () => {
    await open({ looks: [lookAt(table('Sheet1', []), { active: true })] });
    expect(await screen.findByRole('heading', { name: '從平台下載的檔案開始' })).toBeTruthy();
    expect(screen.queryByText('認不得這張表')).toBeNull();
  });

  test('on our own result the exports can be reconciled again', async () => {
    const result = lookAt(table('對帳結果', []), { active: true, ours: 'summary' });
    await open({ looks: [lookAt(orders), lookAt(income), result] });
    expect(await screen.findByRole('heading', { name: '這是對帳結果' })).toBeTruthy();
    expect(button('重新對帳').hasAttribute('disabled')).toBe(false);
  });
});

describe('the one click', () => {
  const reconcile = async (wishes: Partial<PaneWishes> = {}) => {
    const pane = await open(wishes);
    await pane.user.click(button('對這張表'));
    return pane;
  };

  test('ends with the net, the proof and the states in sign, word and number', async () => {
    await reconcile();
    const proof = await screen.findByRole('region', { name: '對帳完成' });
    expect(within(proof).getByText('TWD 1,531')).toBeTruthy();
    expect(within(proof).getByText('1,531 = 1,531，差異 0')).toBeTruthy();
    expect(button('完全相符 1')).toBeTruthy();
    expect(button('短收 1')).toBeTruthy();
    expect(screen.getByText('RC202405-0001')).toBeTruthy();
    expect(screen.getByText('1 個貨號低於安全庫存，0 個未設期初')).toBeTruthy();
    expect(screen.getByRole('tab', { name: '結果' }).getAttribute('aria-selected')).toBe('true');
  });

  test('a proof that does not hold says so', async () => {
    const [proof] = sampleResult().conservation;
    const broken = proof && {
      ...proof,
      dispositions: { ...proof.dispositions, allocated: money('1500') },
      difference: money('31'),
    };
    await reconcile({
      api: { reconcile: () => Promise.resolve(sampleResult({ conservation: broken ? [broken] : [] })) },
    });
    expect(await screen.findByText('1,531 ≠ 1,500，差異 31')).toBeTruthy();
  });

  test('result sheets are one click away; a state leads to its list', async () => {
    const { user, asked } = await reconcile();
    await user.click(await screen.findByRole('button', { name: '收款單' }));
    await user.click(button('短收 1'));
    expect(asked).toEqual(['showSheet id of 收款單', 'showSheet id of 差異清單']);
  });

  test('a result sheet that the user deleted is said to be gone', async () => {
    const { user } = await reconcile({ excel: { showSheet: () => Promise.resolve(false) } });
    await user.click(await screen.findByRole('button', { name: '收款單' }));
    expect(await screen.findByText('這張工作表已經不在了，請重新對帳。')).toBeTruthy();
  });

  test('when everything was there already, it says so clearly', async () => {
    const posted = { matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 };
    await reconcile({
      api: {
        pushBatch: () => Promise.resolve(sampleAnswer({ repeated: true })),
        reconcile: () => Promise.resolve(sampleResult({ posted })),
      },
    });
    expect(await screen.findByText(/全部資料先前都已匯入並對過帳/)).toBeTruthy();
    expect(screen.getByText('Income：新增 0、更新 0、不變 2、不同 0')).toBeTruthy();
  });

  test('a sheet whose box is cleared does not come along', async () => {
    const pushed: string[] = [];
    const { user } = await open({
      api: {
        pushBatch: (batch) => {
          pushed.push(batch.header.source.sheet);
          return Promise.resolve(sampleAnswer());
        },
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: /^orders/ }));
    await user.click(button('對這張表'));
    await screen.findByRole('region', { name: '對帳完成' });
    expect(pushed).toEqual(['Income']);
  });

  test('progress names the step, and Cancel stops the work', async () => {
    const { user, session } = await reconcile({
      api: {
        pushBatch: (batch, watch) =>
          new Promise((_, reject) => {
            watch.report({ step: 'sending', done: 5_000, total: 23_000, sheet: batch.header.source.sheet });
            watch.signal.addEventListener('abort', () => reject(watch.signal.reason as Error));
          }),
      },
    });
    expect(await screen.findByText('送出「orders」5,000 / 23,000')).toBeTruthy();
    expect(screen.getByText('第 3 步，共 5 步')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: '送出「orders」5,000 / 23,000' })).toBeTruthy();
    await user.click(button('取消'));
    expect(await screen.findByText(/^已取消。/)).toBeTruthy();
    await waitFor(() => expect(session.getState().checked?.state).toBe('ready'));
  });

  test('the second click of a double click neither cancels what the first began nor begins it again', async () => {
    let pushes = 0;
    const { user } = await reconcile({
      api: {
        pushBatch: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            pushes += 1;
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '取消' }), { detail: 2 });
    await Promise.resolve();
    expect(screen.queryByText(/^已取消。/)).toBeNull();
    await user.click(button('取消'));
    await screen.findByText(/^已取消。/);
    fireEvent.click(button('對這張表'), { detail: 2 });
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(pushes).toBe(1);
    fireEvent.click(button('對這張表'), { detail: 1 });
    await waitFor(() => expect(pushes).toBe(2));
  });

  test('a server that cannot be reached is explained, with the way to the settings', async () => {
    const { user } = await reconcile({ api: { reconcile: () => Promise.reject(ownProblem('SERVER_UNREACHABLE')) } });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(/^連不上伺服器。/)).toBeTruthy();
    await user.click(within(alert).getByRole('button', { name: '開啟設定' }));
    expect(await screen.findByLabelText('伺服器位址')).toBeTruthy();
  });

  test('the whole way works by keyboard', async () => {
    const { user, container } = await open();
    await screen.findByRole('region', { name: '預覽' });
    const controls = [
      ...container.querySelectorAll<HTMLElement>('main button, main input, main summary, footer button'),
    ];
    for (const control of controls) {
      control.focus();
      expect(document.activeElement).toBe(control);
    }
    expect(controls.length).toBeGreaterThan(3);
    button('對這張表').focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: '對帳完成' })).toBeTruthy();
  });
});

test('a failed look is explained and can be tried again', async () => {
  const editing: Error = Object.assign(new OfficeExtension.Error(), { code: 'InvalidOperationInCellEditMode' });
  let isEditing = true;
  const lookAtWorkbook = () => (isEditing ? Promise.reject<SheetLook[]>(editing) : Promise.resolve(onIncome()));
  const { user } = await open({ excel: { lookAtWorkbook } });
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText(/^Excel 正在編輯儲存格。/)).toBeTruthy();
  isEditing = false;
  await user.click(button('再試一次'));
  expect(await screen.findByRole('heading', { name: '蝦皮購物 我的進帳（已撥款）' })).toBeTruthy();
});

test('a file without a total of its own is not called wrong', async () => {
  await open();
  expect(await screen.findByText('檔案沒有總計可核對')).toBeTruthy();
});
