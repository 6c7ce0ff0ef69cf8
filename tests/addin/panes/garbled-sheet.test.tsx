// A CSV that Excel opened in a wrong encoding: the pane says so and how to open it, and offers no mapping of noise.
import { screen, within } from '@testing-library/react';
import { LANGUAGES } from '../../../core/language.ts';
import { openPane } from './open-pane.tsx';
import { lookAt, table } from './sample-looks.ts';

const HEADERS = ['特店交易編號', '綠界交易編號', '交易日期', '付款方式', '交易金額'];
/** UTF-8 taken for the Western code page. */
const garbled = HEADERS.map((text) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)));
const looksOf = (headers: string[]) => [
  lookAt(table('export', [headers, ['A1', 'B1', '2026/08/11', '', '1290']]), { active: true }),
];

test('it says what happened, where to click and which encoding to choose', async () => {
  await openPane({ looks: looksOf(garbled) });
  const card = await screen.findByRole('region', { name: '認不得這張表' });
  expect(
    within(card).getByText(/文字是亂碼.*「資料 > 從文字\/CSV」.*「檔案原點」選 65001：Unicode \(UTF-8\)。/),
  ).toBeTruthy();
  expect(within(card).queryAllByRole('button')).toEqual([]);
});

test('a sheet of sound text that nobody knows can be mapped', async () => {
  await openPane({ looks: looksOf(['甲', '乙', '丙']) });
  const card = await screen.findByRole('region', { name: '認不得這張表' });
  expect(within(card).queryAllByRole('button').length).toBeGreaterThan(0);
});

test.each(LANGUAGES)('in %s the code page is named as Excel lists it', async (language) => {
  await openPane({ looks: looksOf(garbled), language });
  expect(await screen.findByText(/65001[:：] ?Unicode \(UTF-8\)/)).toBeTruthy();
});
