// The platforms' invoices in the pane: what waits for one, those in the books, one booked as the paper says it, one voided;
// refused in the server's words, and by axe's rules in every language.
import axe from 'axe-core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import en0 from '../../../addin/locale/en.json';
import feesEn from '../../../addin/locale/fees/en.json';
import feesZhCN from '../../../addin/locale/fees/zh-CN.json';
import feesZhTW from '../../../addin/locale/fees/zh-TW.json';
import en from '../../../addin/locale/invoices/en.json';
import zhCN from '../../../addin/locale/invoices/zh-CN.json';
import zhTW from '../../../addin/locale/invoices/zh-TW.json';
import monthsEn from '../../../addin/locale/months/en.json';
import monthsZhCN from '../../../addin/locale/months/zh-CN.json';
import monthsZhTW from '../../../addin/locale/months/zh-TW.json';
import {
  type InvoiceDraft,
  invoiceOf,
  newInvoice,
  problemsOf,
  sumTyped,
} from '../../../addin/panes/invoices/invoice-draft.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP, type FeeVat } from '../../../core/company.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { day, twd } from '../../server/fixtures.ts';
import { FakeCompany } from './fake-company.ts';
import { booked, FakeInvoices } from './fake-invoices.ts';
import { FakeMonths } from './fake-months.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const MONTHS = { 'zh-TW': monthsZhTW, 'zh-CN': monthsZhCN, en: monthsEn };
const FEES = { 'zh-TW': feesZhTW, 'zh-CN': feesZhCN, en: feesEn };
const PANE = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

const SHOP = 'shopee-tw/甲';
const companyWith = (feeVat: FeeVat, baseCurrency: string | null = 'TWD') => ({
  ...{ ...DEFAULT_COMPANY, baseCurrency },
  shops: { [SHOP]: { ...DEFAULT_SHOP, feeVat } },
});

interface Wishes {
  readonly invoices?: FakeInvoices;
  readonly company?: FakeCompany;
  readonly language?: Language;
}

function companyOf(feeVat: FeeVat, shops = [SHOP]): FakeCompany {
  const company = new FakeCompany();
  const kept = {
    content: companyWith(feeVat),
    version: 1,
    author: '陳**',
    note: '',
    savedAt: '2024-05-02T08:00:00.000Z',
  };
  const places = shops.map((key) => ({ platform: key.split('/')[0] ?? '', shop: key.split('/')[1] ?? '' }));
  company.inForce = { kept, shops: places };
  return company;
}

function prepaidOf(amount: number): FakeInvoices {
  const invoices = new FakeInvoices();
  invoices.held = { invoices: [], prepaid: [{ shop: SHOP, currency: 'TWD', amount: twd(amount) }] };
  return invoices;
}

async function openMonths({ invoices = new FakeInvoices(), company = companyOf('prepaid'), language }: Wishes = {}) {
  const words = language ?? 'zh-TW';
  const months = new FakeMonths();
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    ...{ language: words, settings: { author: '王會計' } },
    api: {
      ...{ listMappings: confirmedMappings, months: () => Promise.resolve(months.client) },
      ...{ invoices: () => Promise.resolve(invoices.client), company: () => Promise.resolve(company.client) },
    },
  });
  await pane.user.click(screen.getByRole('tab', { name: PANE[words].tabs.result }));
  await pane.user.click(await screen.findByRole('button', { name: MONTHS[words].open }, FIRST_USE));
  await screen.findByRole('heading', { name: MONTHS[words].title });
  return { ...pane, invoices, company, months };
}

async function openInvoices(wishes: Wishes = {}) {
  const pane = await openMonths(wishes);
  const words = wishes.language ?? 'zh-TW';
  await pane.user.click(screen.getByRole('button', { name: MONTHS[words].entries.invoices }));
  await screen.findByRole('button', { name: WORDS[words].add });
  return pane;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const field = (name: keyof typeof zhTW.field) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^${zhTW.field[name].replace(/[()（）]/g, '.')}`));
const fill = (name: keyof typeof zhTW.field, value: string) => fireEvent.change(field(name), { target: { value } });
const items = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

function fillInvoice(): void {
  fill('number', 'AB87654321');
  fill('day', '2024-05-31');
  fill('net', '１,000');
  fill('tax', '50');
}

test('what waits for an invoice is told by shop, and every invoice with its day, tax and voucher, newest first', async () => {
  const invoices = prepaidOf(315);
  invoices.held = {
    invoices: [
      booked({ number: 'AA1', invoicedOn: day('2024-05-02'), voidedBy: 'JV202406-0001', voucher: 'JV202405-0001' }),
      booked({ number: 'AA2', shop: 'momo/momo', cost: 'freight', from: 'cost', voucher: 'JV202405-0002' }),
    ],
    prepaid: [...invoices.held.prepaid, { shop: 'momo/momo', currency: 'TWD', amount: twd(-20) }],
  };
  await openInvoices({ invoices });
  expect(items()).toEqual([
    'shopee-tw/甲315 TWD',
    `momo-20 TWD${zhTW.tooMuch}`,
    'AA21,050 TWD2024-05-31 · momo · 稅額 50運費 · 由費用轉出稅額 · JV202405-0002作廢…',
    'AA11,050 TWD2024-05-02 · shopee-tw/甲 · 稅額 50平台手續費 · 由暫付款轉入 · JV202405-0001已作廢（JV202406-0001）',
  ]);
  expect(screen.getByRole('heading', { name: '帳上的發票與折讓單（1）' })).toBeTruthy();
});

test('before a month is closed its page says which fees wait for an invoice, and leads there and back', async () => {
  const { user, months } = await openMonths({ invoices: prepaidOf(315) });
  await user.click(await screen.findByRole('button', { name: '2024-05 關帳…' }));
  expect(await screen.findByRole('heading', { name: zhTW.prepaid })).toBeTruthy();
  expect(items()).toContain('shopee-tw/甲315 TWD');
  await user.click(button(monthsZhTW.entries.invoices));
  await screen.findByRole('button', { name: zhTW.add });
  await user.click(button('回到 2024-05 關帳'));
  expect(await screen.findByRole('button', { name: monthsZhTW.confirmClose })).toBeTruthy();
  expect(months.asked).toEqual(['look 2024-05', 'look 2024-05']);
});

test('an invoice is booked as the paper says it: the sum and what it moves stand there as they are typed', async () => {
  const { user, invoices, saved } = await openInvoices({ invoices: prepaidOf(1_050) });
  await user.click(button(zhTW.add));
  expect(screen.getByText(zhTW.sum).parentElement?.textContent).toBe('總計—');
  fillInvoice();
  expect(screen.getByText(zhTW.sum).parentElement?.textContent).toBe('總計1,050 TWD');
  expect(screen.queryByText(/只有/)).toBeNull();
  expect(screen.getByText('入帳時，暫付款 1,050 轉為「平台手續費」1,000 與進項稅額 50。')).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/您的名字/), { target: { value: '林會計' } });
  await user.click(button(zhTW.book));
  expect(await screen.findByText('AB87654321 已入帳，傳票 JV202406-0001。')).toBeTruthy();
  const { shop, invoicedOn, currency, cost } = booked();
  const asked = {
    kind: 'invoice',
    shop,
    number: 'AB87654321',
    invoicedOn,
    currency,
    cost,
    amount: twd(1_050),
    tax: twd(50),
    from: 'prepaid',
  };
  expect(invoices.asked).toEqual([['book', asked, '林會計']]);
  expect(saved.at(-1)).toMatchObject({ author: '林會計' });
  expect(screen.getByText(zhTW.nonePrepaid)).toBeTruthy();
  expect(items()).toHaveLength(1);
});

test('an allowance is booked by its own names, goes the other way, and stands in the list below nothing', async () => {
  const { user, invoices } = await openInvoices({ invoices: prepaidOf(-21) });
  await user.click(button(zhTW.add));
  fillInvoice();
  expect(screen.getByText(/這個店鋪的暫付款只有 -21/)).toBeTruthy();
  fireEvent.change(field('kind'), { target: { value: 'allowance' } });
  expect(screen.getByLabelText<HTMLInputElement>(/^折讓單號碼/).value).toBe('AB87654321');
  expect(screen.getByLabelText<HTMLInputElement>(/^折讓單日期/).value).toBe('2024-05-31');
  expect(screen.getByText('入帳時，「平台手續費」1,000 與進項稅額 50 轉回暫付款 1,050。')).toBeTruthy();
  expect(screen.queryByText(/只有/)).toBeNull();
  await user.click(button(zhTW.book));
  await screen.findByText(/已入帳/);
  expect(invoices.asked).toMatchObject([['book', { kind: 'allowance', amount: twd(1_050), tax: twd(50) }, '王會計']]);
  expect(items()[0]).toContain('-1,050 TWD折讓單 · 2024-05-31 · shopee-tw/甲 · 稅額 -50平台手續費 · 轉回暫付款');
});

test('what lacks is said beside its field as soon as something is typed, and nothing is booked before', async () => {
  const { user } = await openInvoices({ company: companyOf('gross', [SHOP, 'momo/momo']) });
  await user.click(button(zhTW.add));
  expect(screen.queryByText(zhTW.problem.missing)).toBeNull();
  fill('number', 'AB1');
  expect(screen.getAllByText(zhTW.problem.missing)).toHaveLength(4);
  expect(button(zhTW.book).disabled).toBe(true);
  fireEvent.change(field('shop'), { target: { value: SHOP } });
  fillInvoice();
  expect(screen.queryByText(zhTW.problem.missing)).toBeNull();
  expect(button(zhTW.book).disabled).toBe(false);
  fill('tax', '0');
  expect(screen.getByText(zhTW.problem.wrongTax)).toBeTruthy();
  expect(button(zhTW.book).disabled).toBe(true);
});

test('an invoice over more than payouts took is warned of, and may be booked all the same', async () => {
  const { user, invoices } = await openInvoices({ invoices: prepaidOf(315) });
  await user.click(button(zhTW.add));
  fillInvoice();
  expect(screen.getByText('這個店鋪的暫付款只有 315，入帳後成為負數。請核對金額，或等撥款入帳。')).toBeTruthy();
  await user.click(button(zhTW.book));
  await screen.findByText(/已入帳/);
  expect(invoices.asked).toHaveLength(1);
});

test('a shop that splits its fees is asked where these stand', async () => {
  const { user, invoices } = await openInvoices({ company: companyOf('split') });
  await user.click(button(zhTW.add));
  fillInvoice();
  expect(screen.getByText(zhTW.problem.splitAlready)).toBeTruthy();
  fireEvent.change(field('from'), { target: { value: 'cost' } });
  expect(screen.getByText('入帳時，進項稅額 50 由「平台手續費」轉出。')).toBeTruthy();
  await user.click(button(zhTW.book));
  await screen.findByText(/已入帳/);
  expect(invoices.asked).toMatchObject([['book', { from: 'cost' }, '王會計']]);
});

test('where fees stand by the shop’s settings follows what the invoice is for', async () => {
  const company = companyOf('gross');
  const { kept, shops } = company.inForce;
  const ofShop = { ...DEFAULT_SHOP, feeVat: 'gross', feeVatByType: { AD_FEE: 'prepaid' } } as const;
  if (kept !== null) {
    const content = { ...kept.content, shops: { [SHOP]: ofShop } };
    company.inForce = { kept: { ...kept, content }, shops };
  }
  const { user } = await openInvoices({ company });
  await user.click(button(zhTW.add));
  expect(field('from').textContent).toContain(zhTW.byShop.gross);
  fireEvent.change(field('cost'), { target: { value: 'advertising' } });
  expect(field('from').textContent).toContain(zhTW.byShop.prepaid);
});

test('a refusal stands in the server’s words, and what was typed stays', async () => {
  const { user, invoices } = await openInvoices();
  await user.click(button(zhTW.add));
  fillInvoice();
  invoices.refuse = 'INVOICE_DIFFERS';
  await user.click(button(zhTW.book));
  expect((await screen.findByRole('alert')).textContent).toContain('拒絕：INVOICE_DIFFERS。');
  expect(field('number').value).toBe('AB87654321');
  invoices.refuse = null;
  await waitFor(() => expect(button(zhTW.book).disabled).toBe(false));
  await user.click(button(zhTW.book));
  expect(await screen.findByText(/已入帳/)).toBeTruthy();
});

test('an invoice is voided with a reason, on a day of one’s own choice; it stays and is struck out', async () => {
  const invoices = new FakeInvoices();
  invoices.held = { invoices: [booked()], prepaid: [] };
  const { user } = await openInvoices({ invoices });
  await user.click(button('作廢 AB12345678…'));
  expect(screen.getByText(/^shopee-tw\/甲，1,050 TWD，傳票 JV202405-0009。/)).toBeTruthy();
  expect(button(zhTW.confirmVoid).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/備註/), { target: { value: '號碼抄錯' } });
  fill('on', '6/1');
  expect([screen.getByText(zhTW.problem.wrongDay), button(zhTW.confirmVoid).disabled]).toEqual([
    expect.anything(),
    true,
  ]);
  fill('on', '2024-06-01');
  await user.click(button(zhTW.confirmVoid));
  expect(await screen.findByText('AB12345678 已作廢。')).toBeTruthy();
  const what = { shop: SHOP, number: 'AB12345678', on: '2024-06-01', author: '王會計', note: '號碼抄錯' };
  expect(invoices.asked).toEqual([['void', what]]);
  expect(items()[0]).toContain('已作廢（JV202406-0099）');
  expect(screen.getByText('AB12345678').className).not.toBe('');
});

test('many invoices are shown a dozen at a time; books without a shop say what to do first', async () => {
  const invoices = new FakeInvoices();
  const many = Array.from({ length: 14 }, (_, at) => booked({ number: `N${at}`, voucher: `JV202405-01${at}` }));
  invoices.held = { invoices: many, prepaid: [] };
  const { user } = await openInvoices({ invoices, company: companyOf('gross', []) });
  expect(items()).toHaveLength(12);
  await user.click(button('再看 2 張'));
  expect(items()).toHaveLength(14);
  expect(button(zhTW.add).disabled).toBe(true);
  expect(screen.getByText(zhTW.noShops)).toBeTruthy();
});

test('the focus goes into the form and back to what opened it', async () => {
  const { user } = await openInvoices();
  await user.click(button(zhTW.add));
  await waitFor(() => expect(document.activeElement?.textContent).toBe(zhTW.form));
  await user.click(button(feesZhTW.cancel));
  await waitFor(() => expect(document.activeElement?.textContent).toBe(zhTW.add));
});

test.each(LANGUAGES)('list and forms are accessible, without a key in place of a word (%s)', async (language) => {
  const invoices = prepaidOf(315);
  invoices.held = { ...invoices.held, invoices: [booked(), booked({ number: 'B2', voidedBy: 'JV1', voucher: 'JV2' })] };
  const { container, user } = await openInvoices({ invoices, language });
  const words = WORDS[language];
  const looksRight = async () => {
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(container.textContent).not.toMatch(
      /\b(field|allowanceField|kind|backTo|problem|byShop|from|cost|effect)\.[a-z]|\{\{/,
    );
  };
  await looksRight();
  await user.click(button(words.voidNamed.replace('{{number}}', 'AB12345678')));
  await looksRight();
  await user.click(button(FEES[language].cancel));
  await user.click(await screen.findByRole('button', { name: words.add }));
  fireEvent.change(screen.getByLabelText(new RegExp(`^${words.field.number}`)), { target: { value: 'X' } });
  expect(within(container).getAllByText(words.problem.missing).length).toBeGreaterThan(0);
  await looksRight();
});

describe('a draft', () => {
  const books = (feeVat: FeeVat = 'prepaid', base: string | null = 'TWD') => ({
    company: companyWith(feeVat, base),
    invoices: [booked()],
  });
  const draft: InvoiceDraft = {
    ...{ kind: 'invoice', shop: SHOP, number: ' CD1 ', day: '2024-05-31 ', currency: 'TWD', net: '1000', tax: '50' },
    ...{ cost: 'platformFees', from: 'shop' },
  };

  test('is the invoice that its shop’s settings make of it', () => {
    expect(invoiceOf(draft, books())).toEqual({ ...booked(), number: 'CD1', voucher: undefined, voidedBy: undefined });
    expect(invoiceOf(draft, books('gross'))?.from).toBe('cost');
    expect(invoiceOf({ ...draft, from: 'prepaid', tax: '0' }, books('split'))).toMatchObject({
      amount: twd(1_000),
      tax: 0,
    });
    expect(problemsOf(draft, books())).toEqual({});
  });

  test.each([
    ['number', 'AB12345678', 'held'],
    ['number', ' ａｂ-12345678', 'held'],
    ['day', '5/31', 'wrongDay'],
    ['day', '', 'missing'],
    ['currency', 'NT', 'wrongCurrency'],
    ['currency', 'USD', 'foreignCurrency'],
    ['net', '1.234,5', 'wrongAmount'],
    ['net', '-5', 'wrongAmount'],
    ['tax', '五十', 'wrongAmount'],
    ['shop', '', 'missing'],
  ] as const)('with %s "%s" is none: %s', (name, text, problem) => {
    const wrong = { ...draft, [name]: text };
    expect([problemsOf(wrong, books()), invoiceOf(wrong, books())]).toEqual([{ [name]: problem }, null]);
  });

  test('of a number that was voided may be booked anew, and of another shop too', () => {
    const voided = { ...books(), invoices: [booked({ voidedBy: 'JV1' })] };
    expect(invoiceOf({ ...draft, number: 'AB12345678' }, voided)?.number).toBe('AB12345678');
    expect(invoiceOf({ ...draft, number: 'AB12345678', shop: 'momo/momo', from: 'prepaid' }, books())).not.toBeNull();
  });

  test('adds nothing up while one of its amounts is open', () => {
    expect(sumTyped({ net: '100', tax: '' })).toBeNull();
    expect(sumTyped({ net: '999999999999', tax: '5' })).toBeNull();
    expect(sumTyped({ net: '0.1', tax: '0.2' })).toBe(3_000);
  });

  test('begins with the only shop and the currency of the books', () => {
    expect(newInvoice([SHOP], books())).toMatchObject({ shop: SHOP, currency: 'TWD' });
    expect(newInvoice([SHOP, 'momo/momo'], books('gross', null))).toMatchObject({ shop: '', currency: 'TWD' });
  });
});
