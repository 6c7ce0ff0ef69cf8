// Settings: what is kept where, what is refused, and whether a server answers.
import { screen } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import { openPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';

const looks = [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })];

async function openSettings(wishes: Partial<PaneWishes> = {}) {
  const pane = await openPane({ looks, ...wishes });
  await pane.user.click(screen.getByRole('tab', { name: '設定' }));
  await screen.findByLabelText('語言');
  return pane;
}

test('address, key, author and language stay on the machine; shops and payout term go into the workbook', async () => {
  const { user, saved } = await openSettings();
  await user.type(screen.getByLabelText('伺服器位址'), 'https://books.example');
  await user.type(screen.getByLabelText('存取金鑰'), 'not-a-real-key');
  await user.type(screen.getByLabelText('店鋪名稱（shopee-tw）'), '一號店');
  await user.clear(screen.getByLabelText('平台撥款天數'));
  await user.type(screen.getByLabelText('平台撥款天數'), '21');
  await user.click(screen.getByRole('button', { name: '儲存' }));
  expect(await screen.findByText('已儲存。')).toBeTruthy();
  expect(saved).toEqual([
    { serverAddress: 'https://books.example', accessKey: 'not-a-real-key', author: '', language: 'auto' },
    { shops: { 'shopee-tw': '一號店' }, payoutTermDays: 21 },
  ]);
});

test.each(['', '-1', '366', '1.5'])('a payout term of "%s" days is not taken', async (days) => {
  const { user } = await openSettings();
  await user.clear(screen.getByLabelText('平台撥款天數'));
  if (days !== '') await user.type(screen.getByLabelText('平台撥款天數'), days);
  expect(await screen.findByText('請輸入 0 到 365 的整數。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '儲存' }).hasAttribute('disabled')).toBe(true);
});

test('a shop name is as long as the books take it, and no longer', async () => {
  const { user, saved } = await openSettings();
  const field = screen.getByLabelText(/^店鋪名稱（shopee-tw）/);
  await user.click(field);
  await user.paste('店'.repeat(201));
  expect(await screen.findByText('名稱最多 200 個字。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '儲存' }).hasAttribute('disabled')).toBe(true);
  await user.clear(field);
  await user.paste('店'.repeat(200));
  await user.click(screen.getByRole('button', { name: '儲存' }));
  expect(await screen.findByText('已儲存。')).toBeTruthy();
  expect(saved).toHaveLength(2);
});

test('another language is spoken at once', async () => {
  const { user } = await openSettings();
  await user.selectOptions(screen.getByLabelText('語言'), 'en');
  await user.click(screen.getByRole('button', { name: '儲存' }));
  expect(await screen.findByRole('tab', { name: 'Settings' })).toBeTruthy();
});

test('the connection can be tried before it is saved', async () => {
  const { user, saved } = await openSettings();
  await user.click(screen.getByRole('button', { name: '測試連線' }));
  expect(await screen.findByText('已連上 Clearsheet 1.2.3（sqlite 3）。')).toBeTruthy();
  expect(saved).toEqual([]);
});

test('a key that is refused is said to be refused', async () => {
  const looked = { count: 0 };
  const { user } = await openSettings({
    api: {
      listMappings: () =>
        looked.count++ > 0
          ? Promise.reject(ownProblem('ACCESS_KEY_REFUSED'))
          : Promise.resolve({ mappings: [], facts: [] }),
    },
  });
  await user.click(screen.getByRole('button', { name: '測試連線' }));
  expect(await screen.findByText(/^伺服器不接受這組存取金鑰。/)).toBeTruthy();
});
