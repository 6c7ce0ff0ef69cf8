// Exchange rates in the settings: by currency with the newest first, which months lack one, entering and correcting one.
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import zhTW from '../../../addin/locale/company/zh-TW.json';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import { heldRate, NEW_RATE, problemsOf, rateOf } from '../../../addin/panes/company/rate-draft.ts';
import { DEFAULT_COMPANY } from '../../../core/company.ts';
import { day } from '../../server/fixtures.ts';
import { FakeCompany } from './fake-company.ts';
import { openPane } from './open-pane.tsx';

const rate = (currency: string, validOn: string, value: string) => {
  return { currency, validOn: day(validOn), rate: value, source: '臺灣銀行' };
};
const RATES = [rate('JPY', '2024-05-02', '0.21'), rate('USD', '2024-05-02', '31'), rate('USD', '2024-05-31', '32.5')];

async function openRates(prepare: (fake: FakeCompany) => void = () => undefined) {
  const fake = new FakeCompany();
  const content = { ...DEFAULT_COMPANY, baseCurrency: 'TWD' };
  const kept = { content, version: 1, author: '陳**', note: '', savedAt: '2024-05-02T08:00:00.000Z' };
  fake.inForce = { kept, shops: [] };
  prepare(fake);
  const pane = await openPane({
    looks: [],
    settings: { author: '王會計' },
    api: { company: () => Promise.resolve(fake.client) },
  });
  await pane.user.click(screen.getByRole('tab', { name: zhTW0.tabs.settings }));
  await screen.findByRole('heading', { name: zhTW.rate.title });
  await card().findByRole('button', { name: zhTW.rate.add });
  return { ...pane, fake };
}
const openHeld = () =>
  openRates((fake) => {
    fake.rates = { rates: RATES, missing: [] };
  });

const card = () => within(screen.getByRole('region', { name: zhTW.rate.title }));
const field = (name: keyof typeof NEW_RATE) =>
  card().getByLabelText<HTMLInputElement>(new RegExp(`^${zhTW.rate.field[name]}`));
const isOff = () => card().getByRole<HTMLButtonElement>('button', { name: zhTW.rate.save }).disabled;
type Pane = Awaited<ReturnType<typeof openRates>>;
async function type({ user }: Pane, name: keyof typeof NEW_RATE, text: string) {
  await user.clear(field(name));
  if (text !== '') await user.paste(text);
}

test('rates stand by currency, the newest first, each with what it is based on', async () => {
  await openHeld();
  expect(await card().findByText('USD（2 筆，最新 2024-05-31：32.5）')).toBeTruthy();
  expect(
    card()
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['2024-05-02：0.21 臺灣銀行更正', '2024-05-31：32.5 臺灣銀行更正', '2024-05-02：31 臺灣銀行更正']);
  expect(card().getByText(zhTW.rate.hint.replace('{{base}}', 'TWD'))).toBeTruthy();
});

test('of many rates the newest are shown, and the others on demand', async () => {
  const { user } = await openRates((fake) => {
    const rates = Array.from({ length: 20 }, (_, at) =>
      rate('USD', `2024-05-${String(at + 1).padStart(2, '0')}`, '31'),
    );
    fake.rates = { rates, missing: [] };
  });
  await user.click(await card().findByRole('button', { name: '再顯示 8 筆' }));
  expect(card().getAllByRole('listitem')).toHaveLength(20);
});

test('a month that lacks one is told with its day, entered from there, and missing no more', async () => {
  const pane = await openRates((fake) => {
    fake.rates = { rates: [], missing: [{ currency: 'USD', day: day('2024-05-03') }] };
  });
  expect(await card().findByText('2024-05 的 USD（2024-05-03 起）')).toBeTruthy();
  await pane.user.click(card().getByRole('button', { name: '輸入 2024-05 的 USD 匯率' }));
  expect([field('currency').value, field('day').value]).toEqual(['USD', '2024-05-03']);
  await type(pane, 'rate', '31.25');
  expect(isOff()).toBe(true);
  await type(pane, 'source', '臺灣銀行');
  await pane.user.click(card().getByRole('button', { name: zhTW.rate.save }));
  expect(await card().findByText(zhTW.rate.saved)).toBeTruthy();
  expect(pane.fake.asked).toEqual(['USD 2024-05-03 31.25, 王會計']);
  expect(await card().findByText(/^USD（1 筆，最新 2024-05-03：31.25）/)).toBeTruthy();
  expect(card().queryByText(zhTW.rate.missing)).toBeNull();
});

test('a rate is corrected: what the day has is told, and the same once more is nothing to save', async () => {
  const pane = await openHeld();
  await pane.user.click(await card().findByRole('button', { name: '更正 2024-05-31 的 USD 匯率' }));
  expect(card().getByText(/^這一天已有 32.5（臺灣銀行）。/)).toBeTruthy();
  expect(isOff()).toBe(true);
  await type(pane, 'rate', '32.75');
  await pane.user.click(card().getByRole('button', { name: zhTW.rate.save }));
  await card().findByText(zhTW.rate.saved);
  expect(pane.fake.asked).toEqual(['USD 2024-05-31 32.75, 王會計']);
});

test('without a base currency none is needed, and that is said', async () => {
  await openRates((fake) => {
    fake.inForce = { kept: null, shops: [] };
  });
  expect(card().getByText(zhTW.rate.noBase)).toBeTruthy();
});

test('what is typed stays while the company is saved beside it', async () => {
  const pane = await openHeld();
  await pane.user.click(await card().findByRole('button', { name: zhTW.rate.add }));
  await type(pane, 'currency', 'USD');
  const company = within(screen.getByRole('region', { name: zhTW.title }));
  await pane.user.click(company.getByRole('button', { name: zhTW.change }));
  await pane.user.click(company.getByLabelText(/^備註/));
  await pane.user.paste('試試');
  await pane.user.click(company.getByRole('button', { name: zhTW.save }));
  await company.findByText(zhTW.saved);
  expect(field('currency').value).toBe('USD');
});

test('the form is accessible, and the focus goes into it and back', async () => {
  const { container, user } = await openHeld();
  await user.click(await card().findByRole('button', { name: zhTW.rate.add }));
  expect(document.activeElement?.textContent).toBe(zhTW.rate.form);
  const { violations } = await axe.run(
    { include: container, exclude: ['[data-tabster-dummy]'] },
    { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
  );
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(card().getByRole('button', { name: '取消' }));
  expect(document.activeElement?.textContent).toBe(zhTW.rate.add);
});

describe('a draft', () => {
  const draft = { currency: 'usd ', day: ' 2024-05-31', rate: '32.5', source: ' 銀行 ' };

  test('is the rate it says', () => {
    expect(rateOf(draft, 'TWD')).toEqual({ currency: 'USD', validOn: '2024-05-31', rate: '32.5', source: '銀行' });
    expect(heldRate(RATES, draft)?.rate).toBe('32.5');
    expect(heldRate(RATES, { ...draft, day: '2024-05-30' })).toBeNull();
  });

  test.each([
    ['currency', 'US', 'wrongCurrency'],
    ['currency', 'twd', 'isBase'],
    ['day', '2024-02-30', 'wrongDay'],
    ['rate', '0', 'wrongRate'],
    ['rate', '1.1234567', 'wrongRate'],
  ] as const)('with %s "%s" is none: %s', (name, text, problem) => {
    const wrong = { ...draft, [name]: text };
    expect(problemsOf(wrong, 'TWD')).toEqual({ [name]: problem });
    expect(rateOf(wrong, 'TWD')).toBeNull();
  });

  test('that was never filled is not scolded, and is no rate', () => {
    expect([problemsOf(NEW_RATE, null), rateOf(NEW_RATE, null)]).toEqual([{}, null]);
    expect(rateOf({ ...draft, source: '' }, null)).toBeNull();
  });
});
