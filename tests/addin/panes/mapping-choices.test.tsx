// The smaller choices of the mapping view: rows, currency, personal columns, words, renamed columns said by hand, updates.
import { screen, waitFor, within } from '@testing-library/react';
import type { LibraryClient } from '../../../addin/library-client.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { FakeLibrary } from './fake-library.ts';
import { openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './sample-looks.ts';
import { unknownLook } from './unknown-sheet.ts';

const shopee = builtInMappings.filter(({ platform }) => platform === 'shopee-tw');
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function openUnknown(look = unknownLook()) {
  const library = new FakeLibrary(shopee);
  const pane = await openPane({ looks: [look], api: library.api() });
  await pane.user.click(await screen.findByRole('button', { name: '對應這張表' }));
  await screen.findByRole('heading', { name: '對應這張表' });
  return { ...pane, library };
}

async function openRepair(sheet = exportSheet('shopee-tw.income', 'Income', incomeRows)) {
  const library = new FakeLibrary(shopee);
  const pane = await openPane({ looks: [lookAt(sheet, { active: true })], api: library.api() });
  await pane.user.click(await screen.findByText('欄位對應明細'));
  await pane.user.click(button('修正欄位對應'));
  await screen.findByRole('heading', { name: '修正欄位對應' });
  return { ...pane, library };
}

test('a column is marked as personal and no longer', async () => {
  const { user } = await openUnknown();
  await user.click(screen.getByText('沒有用到的欄位（1）'));
  const personal = () => screen.getByRole<HTMLInputElement>('checkbox', { name: '個資，不送出' });
  expect([personal().checked, choice('「買家」是什麼').value]).toEqual([true, 'personal']);
  await user.click(personal());
  expect([personal().checked, choice('「買家」是什麼').value]).toEqual([false, 'note']);
});

test('header and first row are said by their numbers in Excel; impossible ones are not taken', async () => {
  const look = unknownLook();
  const shifted = { ...look, head: { ...look.head, rows: [['給會計看的說明', '請勿修改'], ...look.head.rows] } };
  const { user } = await openUnknown(shifted);
  const header = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: '標題在第幾列' });
  expect(header().value).toBe('2');
  await user.clear(header());
  await user.type(header(), '1{Enter}');
  expect(await screen.findByRole('combobox', { name: '「給會計看的說明」是什麼' })).toBeTruthy();
  await user.clear(header());
  await user.type(header(), '99{Enter}');
  expect(header().value).toBe('1');
});

test('a currency that is none is refused, one that is counts at once', async () => {
  const { user } = await openUnknown();
  const currency = screen.getByRole('textbox', { name: '幣別' });
  await user.clear(currency);
  await user.type(currency, 'us');
  expect(screen.getByText('請輸入三個字母，例如 TWD。')).toBeTruthy();
  await user.type(currency, 'd');
  expect(await screen.findByText('USD 21,264')).toBeTruthy();
});

test('the same sheet as orders is previewed as orders', async () => {
  const { user } = await openUnknown();
  await user.selectOptions(choice('種類'), 'orders');
  expect(await screen.findByText('合計（24 張訂單）')).toBeTruthy();
  await user.selectOptions(choice('「實收金額」的正負號'), 'minus-absolute');
  // No order is worth less than nothing: with the wrong sign none of them is read.
  await waitFor(() => expect(screen.queryByText('合計（24 張訂單）')).toBeNull());
});

test('rows are said to be no data, and leave the sum at once', async () => {
  const { user } = await openUnknown(unknownLook([5]));
  expect(screen.getByText('24 列中有 23 列成立')).toBeTruthy();
  await user.click(screen.getByText('不是一般資料的列（0）'));
  await user.click(button('加一條列的規則'));
  expect(screen.getByText('目前沒有一列符合')).toBeTruthy();
  await user.selectOptions(choice('看哪一欄'), '訂單編號');
  await user.type(screen.getByRole('textbox', { name: '文字' }), 'A24051005');
  expect(await screen.findByText('符合 1 列，第 7 列起')).toBeTruthy();
  expect(await screen.findByText('23 列全部成立')).toBeTruthy();
  await user.selectOptions(choice('這一列是'), '真的紀錄，但不算在這份撥款');
  await user.type(screen.getByRole('textbox', { name: '原因（給同事看）' }), '未撥款');
  await user.click(button('刪除第 1 條'));
  expect(await screen.findByText('24 列中有 23 列成立')).toBeTruthy();
});

test('the order number is taken by rules, tried in the order in which they stand', async () => {
  const { user } = await openUnknown();
  await user.click(screen.getByText('訂單編號怎麼取（0）'));
  await user.click(button('加一條：不屬於訂單'));
  expect(await screen.findByText('訂單編號怎麼取（2）')).toBeTruthy();
  const [, second] = screen.getAllByText(/^例如 |^目前沒有一列符合/);
  expect(second?.textContent).toBe('例如 A24051000');
  await user.selectOptions(choice('取哪一段'), '某個文字後面的號碼');
  const after = screen.getByRole('textbox', { name: '在哪個文字後面' });
  await user.clear(after);
  await user.type(after, 'A2405');
  expect(await screen.findByText('例如 1000')).toBeTruthy();
  await user.click(button('往上移第 2 條'));
  expect(button('往上移第 1 條')).toHaveProperty('disabled', true);
});

test('a currency printed in a text, or asked for each file, is said and tried', async () => {
  const look = unknownLook();
  const { user } = await openUnknown({ ...look, head: { ...look.head, rows: [['幣別：SGD', ''], ...look.head.rows] } });
  await user.selectOptions(choice('幣別在哪裡'), '在檔案的文字裡');
  expect(await screen.findByText('SGD 21,264')).toBeTruthy();
  await user.selectOptions(choice('幣別在哪裡'), '檔案沒寫，每次問');
  expect(await screen.findByText(/^這個檔案找不到幣別。/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: '這個檔案的幣別（只用來試算）' }), 'MYR');
  expect(await screen.findByText('MYR 21,264')).toBeTruthy();
});

test('what the parts leave of the net is given a kind', async () => {
  const { user } = await openUnknown();
  await user.selectOptions(choice('「運費補貼」是什麼'), '不使用');
  expect(await screen.findByText('24 列中有 8 列成立')).toBeTruthy();
  await user.selectOptions(choice('「實收金額」沒有列出明細的錢'), '每一列剩下的，算作…');
  await user.selectOptions(choice('「實收金額」沒有列出的錢是哪種款項'), '運費補助');
  expect(await screen.findByText('24 列全部成立')).toBeTruthy();
});

test('the words of a column name the kind of money, each of them to be chosen', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => [
    `P${100 + at}`,
    `2024-05-${10 + at}`,
    at % 2 ? '罰款' : '銷售',
    100 + at,
  ]);
  const sheet = table('收支', [['訂單編號', '撥款日', '類別', '金額'], ...rows]);
  const { user } = await openUnknown(lookAt(sheet, { active: true }));
  await user.selectOptions(choice('「類別」是什麼'), 'kind');
  const words = await screen.findByRole('region', { name: '文字的意義' });
  expect(within(words).getByRole<HTMLSelectElement>('combobox', { name: '「罰款」的意義' }).value).toBe('PENALTY');
  await user.selectOptions(within(words).getByRole('combobox', { name: '「銷售」的意義' }), 'PRINCIPAL');
  await user.click(await screen.findByText('各項金額合計'));
  expect(screen.getAllByText('罰款').length).toBeGreaterThan(0);
});

test('a column that is gone is said by hand to have another name', async () => {
  const sheet = exportSheet('shopee-tw.income', 'Income', incomeRows, ['AMS推廣費用']);
  const rows = sheet.rows.map((row, at) => [...row, at === 0 ? '聯盟費' : 0]);
  const { user } = await openRepair({ ...sheet, rows });
  await user.click(screen.getByText('這張表沒有的欄位（1）'));
  await user.selectOptions(choice('「AMS推廣費用」現在叫做'), '聯盟費');
  await waitFor(() => expect(screen.queryByText(/^這張表沒有的欄位/)).toBeNull());
});

test('a status of a known mapping is given another meaning', async () => {
  const { user } = await openRepair(exportSheet('shopee-tw.orders', 'orders', orderRows));
  await user.click(screen.getByText(/^「訂單狀態」的文字/));
  const status = choice('「已完成」的意義');
  await user.selectOptions(status, 'cancelled');
  expect(choice('「已完成」的意義').value).toBe('cancelled');
});

test('leaving the view changes nothing', async () => {
  const { user, library } = await openUnknown();
  await user.selectOptions(choice('「平台佣金」是哪種款項'), 'TAX');
  await user.click(button('離開，不儲存'));
  expect(await screen.findByRole('heading', { name: '認不得這張表' })).toBeTruthy();
  expect(library.asked).toEqual([]);
});

test('a save that fails is said, and what was mapped stays', async () => {
  const library = new FakeLibrary(shopee);
  const client = await library.api().library();
  const failing: LibraryClient = { ...client, saveDraft: () => Promise.reject(new Error('no room')) };
  const api = { ...library.api(), library: () => Promise.resolve(failing) };
  const { user } = await openPane({ looks: [unknownLook()], api });
  await user.click(await screen.findByRole('button', { name: '對應這張表' }));
  await user.type(await screen.findByRole('textbox', { name: /您的名字/ }), '王會計');
  await user.click(button('存成草稿'));
  expect((await screen.findByRole('alert')).textContent).toContain('no room');
  expect(screen.getByText('24 列全部成立')).toBeTruthy();
});

test('a newer built-in version is shown with what it changes, and taken into a draft', async () => {
  const library = new FakeLibrary(shopee);
  const client = await library.api().library();
  const asked: string[] = [];
  const newer: LibraryClient = {
    ...client,
    get: async (id) => ({
      ...(await client.get(id)),
      update: { builtIn: 3, basedOn: 1, differences: [], conflicts: [], faults: [] },
    }),
    merge: async (id, { note }) => {
      asked.push(`${id}: ${note}`);
      return client.get(id);
    },
  };
  const api = { ...library.api(), library: () => Promise.resolve(newer) };
  const { user } = await openPane({ looks: [unknownLook()], api });
  await user.click(screen.getByRole('tab', { name: '對應庫' }));
  await user.click(await screen.findByRole('button', { name: /我的進帳（已撥款）/ }));
  await user.click(await screen.findByRole('button', { name: '接受並存成草稿' }));
  await waitFor(() => expect(asked).toEqual(['shopee-tw.income: 接受內建第 3 版']));
});
