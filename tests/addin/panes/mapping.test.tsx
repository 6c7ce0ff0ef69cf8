// The mapping view as its user meets it: an unknown sheet mapped and published, a renamed column accepted, doubts settled.
import { screen, waitFor, within } from '@testing-library/react';
import type { ApiClient } from '../../../addin/api-client.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { readableAmount } from '../../../core/money.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { FakeLibrary } from './fake-library.ts';
import { openPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows } from './sample-looks.ts';
import { unknownLook } from './unknown-sheet.ts';

const shopee = builtInMappings.filter(({ platform }) => platform === 'shopee-tw');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const choose = (name: string, text: string) => {
  const option = within(choice(name)).getByRole<HTMLOptionElement>('option', { name: text });
  return [choice(name), option] as const;
};

/** The team's income mapping with other rules. */
function incomeWith(part: Partial<Mapping>): FakeLibrary {
  return new FakeLibrary(shopee.map((one) => (one.id === 'shopee-tw.income' ? ({ ...one, ...part } as Mapping) : one)));
}

async function open(wishes: Pick<PaneWishes, 'looks'> & Partial<PaneWishes>) {
  const library = new FakeLibrary(shopee);
  const pane = await openPane({ ...wishes, api: { ...library.api(), ...wishes.api } });
  return { ...pane, library };
}

async function openMapping(spoilt?: readonly number[]) {
  const pane = await open({ looks: [unknownLook(spoilt)] });
  await pane.user.click(await screen.findByRole('button', { name: '對應這張表' }));
  await screen.findByRole('heading', { name: '對應這張表' });
  return pane;
}

describe('a sheet nobody has mapped', () => {
  test('is proposed by its values, with the sum that holds on every row', async () => {
    await openMapping();
    expect(screen.getByText('24 列全部成立')).toBeTruthy();
    expect(screen.getByText('實收金額 = 商品金額 + 平台佣金 + 運費補貼')).toBeTruthy();
    expect(choice('「訂單編號」是什麼').value).toBe('orderNumber');
    expect(choice('「實收金額」是什麼').value).toBe('net');
    expect(choice('「平台佣金」是哪種款項').value).toBe('COMMISSION');
    expect(screen.getByText('TWD 21,264')).toBeTruthy();
  });

  test('shows the rows on which the sum fails; a click goes to the cell', async () => {
    const { user, asked } = await openMapping([5]);
    expect(screen.getByText('24 列中有 23 列成立')).toBeTruthy();
    await user.click(button('第 7 列'));
    expect(asked).toEqual(['showCell id of 結算 7 7']);
  });

  test('a changed sign is tried at once, and the first proposal can be had back', async () => {
    const { user } = await openMapping();
    await user.selectOptions(...choose('「平台佣金」的正負號', '印正數，但要扣掉'));
    expect(await screen.findByText('24 列中有 0 列成立')).toBeTruthy();
    expect(screen.getByText('實收金額 = 商品金額 − 平台佣金 + 運費補貼')).toBeTruthy();
    await user.click(button('回到最初的建議'));
    expect(await screen.findByText('24 列全部成立')).toBeTruthy();
  });

  test('what is still lacking is said, and keeps it from being published', async () => {
    const { user } = await openMapping();
    await user.selectOptions(...choose('「訂單編號」是什麼', '不使用'));
    expect(await screen.findByText(/^還沒有訂單編號。/)).toBeTruthy();
    await user.type(field(/您的名字/), '王會計');
    await user.type(field(/為什麼改/), '新平台');
    expect(button('發布並使用')).toHaveProperty('disabled', true);
    await user.selectOptions(...choose('「訂單編號」是什麼', '訂單編號'));
    await waitFor(() => expect(button('發布並使用')).toHaveProperty('disabled', false));
  });

  test('published with name and reason it is recognised at once', async () => {
    const { user, library, saved } = await openMapping();
    expect(button('發布並使用')).toHaveProperty('disabled', true);
    await user.clear(field(/這份報表的名稱/));
    await user.type(field(/這份報表的名稱/), '新平台結算');
    await user.type(field(/您的名字/), '王會計');
    await user.type(field(/為什麼改/), '新平台');
    await user.click(button('發布並使用'));
    expect(await screen.findByRole('heading', { name: '新平台結算' })).toBeTruthy();
    expect(library.asked).toEqual(['saveDraft own.payout 王會計: 新平台', 'publish own.payout 王會計: 新平台']);
    expect(saved).toContainEqual(expect.objectContaining({ author: '王會計' }));
    const published = library.current().find(({ id }) => id === 'own.payout');
    expect(published?.columns.find(({ header }) => header === '買家')?.as).toBe('personal');
  });

  test('a draft is saved without being used', async () => {
    const { user, library } = await openMapping();
    await user.type(field(/您的名字/), '王會計');
    await user.click(button('存成草稿'));
    expect(await screen.findByText(/^草稿已存。/)).toBeTruthy();
    expect(library.current().map(({ id }) => id)).not.toContain('own.payout');
  });

  test('what was mapped so far is still there after a look at another tab', async () => {
    const { user } = await openMapping();
    await user.selectOptions(...choose('「運費補貼」是哪種款項', '調整'));
    await user.click(screen.getByRole('tab', { name: '設定' }));
    await user.click(screen.getByRole('tab', { name: '這張表' }));
    expect(choice('「運費補貼」是哪種款項').value).toBe('ADJUSTMENT');
  });
});

describe('a known report with a renamed column', () => {
  const renamed = incomeRows.map((row) => ({ ...row }));
  const sheet = exportSheet('shopee-tw.income', 'Income', renamed);
  const rows = sheet.rows.map((row, at) =>
    at === 0 ? row.map((cell) => (cell === '錢包入帳金額' ? '錢包入帳淨額' : cell)) : row,
  );
  const look = lookAt({ ...sheet, rows }, { active: true });

  test('is repaired side by side, and nothing is accepted by itself', async () => {
    const { user, library } = await open({ looks: [look] });
    await user.click(await screen.findByRole('button', { name: /^用「蝦皮購物 我的進帳/ }));
    const accept = await screen.findByRole('button', { name: '採用：「錢包入帳金額」現在叫做「錢包入帳淨額」' });
    expect(screen.getByText(/^這張表沒有必要的欄位：錢包入帳金額/)).toBeTruthy();
    await user.click(accept);
    expect(await screen.findByText('已採用')).toBeTruthy();
    await user.type(field(/您的名字/), '王會計');
    await user.type(field(/為什麼改/), '改名');
    await waitFor(() => expect(button('發布並使用')).toHaveProperty('disabled', false));
    await user.click(button('發布並使用'));
    expect(await screen.findByRole('heading', { name: '蝦皮購物 我的進帳（已撥款）' })).toBeTruthy();
    const income = library.current().find(({ id }) => id === 'shopee-tw.income');
    expect(income?.columns.find(({ header }) => header === '錢包入帳金額')?.synonyms).toContain('錢包入帳淨額');
  });
});

describe('what only the user can say', () => {
  const strange = [{ ...orderRows[0], 訂單狀態: '飛走了' }, ...orderRows.slice(1)];
  const strangeLook = lookAt(exportSheet('shopee-tw.orders', 'orders', strange), { active: true });

  test('an unknown status is given a meaning, which the team keeps', async () => {
    const { user, library, asked } = await open({ looks: [strangeLook] });
    await screen.findByRole('region', { name: '有不認得的文字' });
    await user.click(button('1 列，第 2 列起'));
    expect(asked).toEqual(['showCell id of orders 2 1']);
    await user.type(field(/您的名字/), '王會計');
    expect(button('記住並重新讀取')).toHaveProperty('disabled', true);
    await user.selectOptions(...choose('「飛走了」的意義', '已取消'));
    await user.click(button('記住並重新讀取'));
    expect(await screen.findByText('合計（2 張訂單）')).toBeTruthy();
    expect(library.asked.at(-1)).toBe('publish shopee-tw.orders 王會計: 加入文字：飛走了');
    const orders = library.current().find(({ id }) => id === 'shopee-tw.orders');
    expect(orders?.kind === 'orders' && orders.statuses.at(-1)).toEqual({ exact: '飛走了', stage: 'cancelled' });
  });

  test('a mapping that is not confirmed asks once, and does not stand in the way', async () => {
    const look = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
    const { user, library } = await open({ looks: [look] });
    await screen.findByText('第一次使用，請確認');
    expect(screen.getByText('這個檔案：2 列的淨額全部成立。')).toBeTruthy();
    expect(button('對這張表')).toHaveProperty('disabled', false);
    await user.click(button('沒有錯，以後不再問'));
    expect(await screen.findByText('已確認')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('第一次使用，請確認')).toBeNull());
    expect(library.asked).toEqual(['confirm shopee-tw.income built-in-2 團隊']);
  });

  test('rows that fail under an unconfirmed mapping are not pushed before somebody has confirmed it', async () => {
    const rows = [{ ...incomeRows[0], 商品原價: 'abc' }, ...incomeRows.slice(1)];
    const look = lookAt(exportSheet('shopee-tw.income', 'Income', rows), { active: true });
    let pushes = 0;
    const pushBatch = () => Promise.reject(new Error(`push ${(pushes += 1)}`));
    const { user } = await open({ looks: [look], api: { pushBatch } });
    await screen.findByText(/^這個檔案有對不起來的地方/);
    await user.click(button('對這張表'));
    expect((await screen.findByRole('alert')).textContent).toContain('「Income」有對不起來的地方');
    expect(pushes).toBe(0);
    await user.click(await screen.findByRole('button', { name: '沒有錯，以後不再問' }));
    await screen.findByText('已確認');
    await user.click(button('對這張表'));
    await waitFor(() => expect(pushes).toBe(1));
  });

  test('days that read two ways are asked with an example, and the sheet is read by the answer', async () => {
    const dated = incomeRows.map((row) => ({ ...row, 錢包入帳日期: '05/06/2024' }));
    const library = incomeWith({ dates: { formats: ['D/M/YYYY', 'M/D/YYYY'] } });
    const look = lookAt(exportSheet('shopee-tw.income', 'Income', dated), { active: true });
    const { user } = await openPane({ looks: [look], api: library.api() });
    const question = await screen.findByRole('radiogroup', { name: '「錢包入帳日期」第 2 列的「05/06/2024」是' });
    expect(within(question).getAllByRole('radio')).toHaveLength(2);
    expect(button('照這樣讀')).toHaveProperty('disabled', true);
    await user.click(within(question).getByRole('radio', { name: '2024-05-06' }));
    await user.click(button('照這樣讀'));
    const preview = await screen.findByRole('region', { name: '預覽' });
    expect(within(preview).getAllByText(/2024-05-06/)).toHaveLength(2);
  });

  test('an amount that reads two ways is asked, and the answer counts for the click too', async () => {
    const written = [{ ...incomeRows[0], 商品原價: '1.290', 錢包入帳金額: 1146 }];
    const library = incomeWith({ numbers: { decimal: 'auto' } });
    const look = lookAt(exportSheet('shopee-tw.income', 'Income', written), { active: true });
    const pushed: string[] = [];
    const pushBatch: ApiClient['pushBatch'] = ({ chunks }) => {
      pushed.push(...chunks.flatMap(({ lines }) => lines.map(({ net }) => readableAmount(net))));
      return Promise.reject(new Error('far enough'));
    };
    const { user } = await openPane({ looks: [look], api: { ...library.api(), pushBatch } });
    await user.click(await screen.findByRole('radio', { name: '1290' }));
    await user.click(button('照這樣讀'));
    expect(await screen.findByText('TWD 1,146')).toBeTruthy();
    await user.click(button('對這張表'));
    await waitFor(() => expect(pushed).toEqual(['1,146']));
  });

  test('hidden rows are asked about, and left out when the user says so', async () => {
    const look = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
    const wished: unknown[] = [];
    const { user } = await open({
      looks: [look],
      excel: {
        readSheet: (_, __, wishes) => {
          wished.push(wishes?.withoutHidden ?? false);
          return Promise.resolve({ table: look.head, hasHiddenRows: true });
        },
      },
    });
    await user.click(await screen.findByRole('radio', { name: '只讀看得到的列' }));
    await waitFor(() => expect(wished).toEqual([false, true]));
    const left = await screen.findByRole<HTMLInputElement>('radio', { name: '只讀看得到的列' });
    expect(left.checked).toBe(true);
  });
});
