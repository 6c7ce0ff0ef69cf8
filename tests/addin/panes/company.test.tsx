// Company and shops in the settings: what holds in plain words, every switch as a field, saved under a name on the version
// that was read, refused in the server's words beside what somebody else saved; in every language by axe's rules.
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { ApiProblem } from '../../../addin/api-problem.ts';
import en from '../../../addin/locale/company/en.json';
import zhCN from '../../../addin/locale/company/zh-CN.json';
import zhTW from '../../../addin/locale/company/zh-TW.json';
import en0 from '../../../addin/locale/en.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import {
  companyDraftOf,
  companyOf,
  currencyIn,
  lackOf,
  NO_ACCOUNT,
} from '../../../addin/panes/company/company-draft.ts';
import { shopDraftOf, shopOf, taxRateIn, withFeeVat } from '../../../addin/panes/company/shop-draft.ts';
import { type CompanySettings, DEFAULT_COMPANY, DEFAULT_SHOP, type ShopSettings } from '../../../core/company.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { FakeCompany } from './fake-company.ts';
import { openPane } from './open-pane.tsx';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const TABS = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
const SHOPS = [
  { platform: 'shopee-tw', shop: '小店' },
  { platform: 'ecpay', shop: 'ecpay' },
];
const SHOP = 'shopee-tw/小店';

const ownShop: ShopSettings = {
  ...{ settlement: 'consignment', salesTaxRate: '0', feeTaxRate: '0.05', feeVat: 'split', freight: 'collected' },
  ...{ feeVatByType: { AD_FEE: 'prepaid' }, receiptPer: 'order', paidThrough: ['ecpay/ecpay'] },
  walletAccount: { code: '1119', name: '蝦皮錢包' },
};
const full: CompanySettings = {
  ...{ baseCurrency: 'TWD', chart: 'odoo-tw', bankDetails: '某銀行 001', prepayments: 'advances', revaluation: true },
  accounts: { wallet: { code: '1105', name: '錢包' } },
  shops: { [SHOP]: ownShop },
};
const keptAs = (content: CompanySettings, version = 4) => {
  return { content, version, author: '陳**', note: '年度核定', savedAt: '2024-05-02T08:00:00.000Z' };
};

async function openCompany(prepare: (fake: FakeCompany) => void = () => undefined, language: Language = 'zh-TW') {
  const fake = new FakeCompany();
  fake.inForce = { kept: null, shops: SHOPS };
  prepare(fake);
  const pane = await openPane({
    looks: [],
    language,
    settings: { author: '王會計' },
    api: { company: () => Promise.resolve(fake.client) },
  });
  await pane.user.click(screen.getByRole('tab', { name: TABS[language].tabs.settings }));
  await screen.findByRole('heading', { name: WORDS[language].rate.title });
  return { ...pane, fake };
}
const openKept = () =>
  openCompany((fake) => {
    fake.inForce = { kept: keptAs(full), shops: SHOPS };
  });

const region = (name: string) => within(screen.getByRole('region', { name }));
const card = () => region(zhTW.title);
const shops = () => region(zhTW.shop.title);
const said = (place: ReturnType<typeof card>) =>
  place
    .getAllByRole('listitem')
    .map((item) => item.textContent)
    .filter((text) => !text.includes(zhTW.shop.change));

type Pane = Awaited<ReturnType<typeof openCompany>>;
async function type({ user }: Pane, field: HTMLElement, text: string) {
  await user.clear(field);
  if (text !== '') await user.paste(text);
}
const fieldIn = (place: ReturnType<typeof card>, label: string) => place.getByLabelText(new RegExp(`^${label}`));
const sign = (pane: Pane, place: ReturnType<typeof card>, note: string) => type(pane, fieldIn(place, '備註'), note);
const isOff = (place: ReturnType<typeof card>, name: string) =>
  place.getByRole<HTMLButtonElement>('button', { name }).disabled;

test('while nothing is set it says so, what the defaults are, and which accounts to look at first', async () => {
  await openCompany();
  expect(card().getByText(zhTW.noneKept)).toBeTruthy();
  expect(said(card())).toEqual([
    '沒有本位幣：每一種幣別各自記帳，不換算。',
    '科目表：商業會計項目表（112 年度起）。',
    '月底已收款未出貨的，留在暫收款。',
    '月底不評價外幣餘額。',
    '對帳單上不印匯款帳戶。',
    expect.stringMatching(/^有 11 個科目是建議的代號或名稱，請先核對：平台錢包、在途款、/),
  ]);
  expect(shops().getByText('shopee-tw/小店（預設）')).toBeTruthy();
  expect(said(shops()).slice(0, 7)).toEqual([
    '一般賣場：出貨時認列銷貨，由賣家賣給買家。',
    '銷售額含稅：TWD 5%，其他幣別不含稅。',
    '手續費全額列為費用。',
    '買家付的運費算銷貨收入。',
    '一批撥款一張收款單。',
    '付款的金流商：與店鋪同名的，或沒有店名的。',
    '錢包科目：1113.01.01 銀行存款－平台錢包－shopee-tw/小店',
  ]);
});

test('what is set is told with every figure, by whom and why', async () => {
  await openKept();
  expect(card().getByText('2024-05-02 陳**：年度核定')).toBeTruthy();
  expect(said(card()).slice(0, 6)).toEqual([
    '帳本以 TWD 記帳，其他幣別依當日匯率換算。',
    '科目表：Odoo 臺灣科目表。',
    '月底已收款未出貨的，最後一天列為預收貨款，次日轉回。',
    '月底以當日匯率評價外幣餘額，次日轉回。',
    '對帳單上印的匯款帳戶：某銀行 001',
    '平台錢包：1105 錢包（科目表為 1100.01 銀行存款－平台錢包）',
  ]);
  expect(said(shops()).slice(0, 9)).toEqual([
    '代銷、寄售：平台的結算單列出後，才有銷貨與應收。',
    '銷售額不含稅。',
    '手續費拆出進項稅額。',
    '例外：廣告費先列暫付款。',
    '手續費的稅率 5%。',
    '買家付的運費是代收代付。',
    '一張訂單一張收款單。',
    '付款的金流商：ecpay。',
    '錢包科目：1119 蝦皮錢包',
  ]);
  expect(said(shops()).at(-1)).toBe('錢包科目：1105.02 錢包－ecpay');
});

test('a company is set for the first time, and what holds then is told at once', async () => {
  const pane = await openCompany();
  const { user, fake } = pane;
  await user.click(card().getByRole('button', { name: zhTW.change }));
  await type(pane, fieldIn(card(), zhTW.field.baseCurrency), ' twd ');
  await user.selectOptions(fieldIn(card(), zhTW.field.chart), 'odoo-tw');
  await user.selectOptions(fieldIn(card(), zhTW.field.prepayments), 'advances');
  await user.selectOptions(fieldIn(card(), zhTW.field.revaluation), 'yes');
  await type(pane, fieldIn(card(), zhTW.field.bankDetails), '某銀行 002 ');
  const code = card().getByLabelText<HTMLInputElement>('應收帳款：代號');
  expect(code.placeholder).toBe('1156');
  await type(pane, code, '1144');
  await sign(pane, card(), '啟用');
  expect([card().getByText(zhTW.wrongName), isOff(card(), zhTW.save)]).toEqual([expect.anything(), true]);
  await type(pane, card().getByLabelText('應收帳款：名稱'), '應收平台款');
  await user.click(card().getByRole('button', { name: zhTW.save }));
  expect(await card().findByText(zhTW.saved)).toBeTruthy();
  expect(fake.asked).toEqual(['based on 0, 王會計: 啟用']);
  expect(fake.inForce.kept?.content).toEqual({
    ...{ baseCurrency: 'TWD', chart: 'odoo-tw', prepayments: 'advances', revaluation: true, shops: {} },
    ...{ bankDetails: '某銀行 002', accounts: { receivable: { code: '1144', name: '應收平台款' } } },
  });
  expect(said(card())).toContain('應收帳款：1144 應收平台款（科目表為 1156 應收帳款）');
  expect(document.activeElement?.textContent).toBe(zhTW.change);
});

test('accounts that are proposals say so until one of the company’s own is typed', async () => {
  const pane = await openCompany();
  await pane.user.click(card().getByRole('button', { name: zhTW.change }));
  const marks = () => within(card().getByRole('group', { name: '在途款' })).queryAllByText(zhTW.checkFirst).length;
  expect(marks()).toBe(1);
  expect(within(card().getByRole('group', { name: '應收帳款' })).queryByText(zhTW.checkFirst)).toBeNull();
  await type(pane, card().getByLabelText('在途款：代號'), '1115');
  expect(marks()).toBe(0);
});

test('a shop is set, the company and other shops stay, and one form is open at a time', async () => {
  const pane = await openKept();
  const { user, fake } = pane;
  await user.click(shops().getByRole('button', { name: '修改店鋪：ecpay' }));
  expect(isOff(card(), zhTW.change)).toBe(true);
  expect(isOff(shops(), '修改店鋪：shopee-tw/小店')).toBe(true);
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.settlement), 'consignment');
  await type(pane, fieldIn(shops(), zhTW.shop.field.salesTax), '13');
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.feeVat), 'prepaid');
  await user.selectOptions(fieldIn(shops(), '成交手續費'), 'split');
  await type(pane, fieldIn(shops(), zhTW.shop.field.feeTax), '6.5');
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.freight), 'collected');
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.receiptPer), 'order');
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.paidThrough), 'named');
  await user.click(shops().getByRole('checkbox', { name: SHOP }));
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.conversionSpread), 'fee');
  expect(shops().getByLabelText<HTMLInputElement>('錢包科目：代號').placeholder).toBe('1105.02');
  await type(pane, shops().getByLabelText('錢包科目：代號'), '1120');
  await type(pane, shops().getByLabelText('錢包科目：名稱'), '綠界');
  await sign(pane, shops(), '開店');
  await user.click(shops().getByRole('button', { name: zhTW.shop.save }));
  expect(await shops().findByText(zhTW.saved)).toBeTruthy();
  expect(said(shops())).toContain(zhTW.shop.say.conversion.fee);
  const ecpay = {
    ...{ settlement: 'consignment', salesTaxRate: '0.13', feeTaxRate: '0.065', feeVat: 'prepaid' },
    ...{ feeVatByType: { COMMISSION: 'split' }, freight: 'collected', receiptPer: 'order', paidThrough: [SHOP] },
    walletAccount: { code: '1120', name: '綠界' },
    conversionSpread: 'fee',
  };
  expect(fake.inForce.kept).toMatchObject({
    version: 5,
    content: { ...full, shops: { [SHOP]: ownShop, 'ecpay/ecpay': ecpay } },
  });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('修改店鋪：ecpay');
  await user.click(card().getByRole('button', { name: zhTW.change }));
  await sign(pane, card(), '再改');
  await user.click(card().getByRole('button', { name: zhTW.save }));
  await card().findByText(zhTW.saved);
  expect(fake.asked).toEqual(['based on 4, 王會計: 開店', 'based on 5, 王會計: 再改']);
});

test('a shop sells at completion once it is set, and says so; in consignment nothing is asked', async () => {
  const pane = await openCompany();
  const { user, fake } = pane;
  await user.click(shops().getByRole('button', { name: '修改店鋪：shopee-tw/小店' }));
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.revenueOn), 'completed');
  await sign(pane, shops(), '改為完成認列');
  await user.click(shops().getByRole('button', { name: zhTW.shop.save }));
  expect(await shops().findByText(zhTW.saved)).toBeTruthy();
  expect(fake.inForce.kept?.content.shops).toEqual({ [SHOP]: { ...DEFAULT_SHOP, revenueOn: 'completed' } });
  expect(said(shops())[0]).toBe('一般賣場：訂單完成時認列銷貨，由賣家賣給買家。');
  await user.click(shops().getByRole('button', { name: '修改店鋪：shopee-tw/小店' }));
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.settlement), 'consignment');
  expect(shops().queryByLabelText(new RegExp(`^${zhTW.shop.field.revenueOn}`))).toBeNull();
  await sign(pane, shops(), '改為代銷');
  await user.click(shops().getByRole('button', { name: zhTW.shop.save }));
  await shops().findByText(zhTW.shop.say.consignment);
  expect(fake.inForce.kept?.content.shops).toEqual({ [SHOP]: { ...DEFAULT_SHOP, settlement: 'consignment' } });
});

test('a shop that is set before its first sheet stands in the list, its wallet without a place', async () => {
  await openCompany((fake) => {
    fake.inForce = { kept: keptAs({ ...full, shops: { 'momo/新店': DEFAULT_SHOP } }), shops: [] };
  });
  expect(shops().getByText('momo/新店')).toBeTruthy();
  expect(said(shops()).at(-1)).toBe(zhTW.shop.say.walletLater);
});

test('books without a shop say when one comes', async () => {
  await openCompany((fake) => {
    fake.inForce = { kept: null, shops: [] };
  });
  expect(shops().getByText(zhTW.shop.none)).toBeTruthy();
});

test('where the books know one shop, nobody else can be named to pay for it, and that is said', async () => {
  const { user } = await openCompany((fake) => {
    fake.inForce = { kept: null, shops: SHOPS.slice(0, 1) };
  });
  await user.click(shops().getByRole('button', { name: '修改店鋪：shopee-tw/小店' }));
  await user.selectOptions(fieldIn(shops(), zhTW.shop.field.paidThrough), 'named');
  expect(shops().getByText(zhTW.shop.noOthers)).toBeTruthy();
});

const sentence = { 'zh-TW': '李** 已存了另一版。', 'zh-CN': '李** 已存了另一版。', en: 'Somebody saved another one.' };
const refuse = (code: string) => ({ save: () => Promise.reject(new ApiProblem(code, sentence)) });

test('what somebody else saved meanwhile is told beside the refusal, and the next form begins from it', async () => {
  const pane = await openKept();
  const { user, fake } = pane;
  await user.click(card().getByRole('button', { name: zhTW.change }));
  await type(pane, fieldIn(card(), zhTW.field.bankDetails), '某銀行 003');
  Object.assign(fake.client, refuse('SETTING_OUTDATED'));
  fake.inForce = { kept: { ...keptAs({ ...full, bankDetails: '他行 9' }, 5), author: '李**' }, shops: SHOPS };
  await sign(pane, card(), '試試');
  await user.click(card().getByRole('button', { name: zhTW.save }));
  expect((await screen.findByRole('alert')).textContent).toContain('李** 已存了另一版。');
  expect(await card().findByText('現在的是第 5 版，由 李** 儲存：')).toBeTruthy();
  expect(said(card())).toContain('對帳單上印的匯款帳戶：他行 9');
  expect(card().getByLabelText<HTMLInputElement>(new RegExp(`^${zhTW.field.bankDetails}`)).value).toBe('某銀行 003');
  await user.click(card().getByRole('button', { name: '取消' }));
  await user.click(await card().findByRole('button', { name: zhTW.change }));
  expect(await card().findByDisplayValue('他行 9')).toBeTruthy();
});

test('any other refusal stands in the server’s words alone', async () => {
  const pane = await openKept();
  await pane.user.click(shops().getByRole('button', { name: '修改店鋪：shopee-tw/小店' }));
  Object.assign(pane.fake.client, refuse('BASE_CURRENCY_FIXED'));
  await sign(pane, shops(), '試試');
  await pane.user.click(shops().getByRole('button', { name: zhTW.shop.save }));
  expect((await screen.findByRole('alert')).textContent).toContain('李** 已存了另一版。');
  expect(shops().queryByText(/^現在的是第/)).toBeNull();
});

test('a server that does not tell is asked again', async () => {
  const fake = new FakeCompany();
  let times = 0;
  const company = () => ((times += 1) === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(fake.client));
  const pane = await openPane({ looks: [], settings: {}, api: { company } });
  await pane.user.click(screen.getByRole('tab', { name: zhTW0.tabs.settings }));
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

test.each(LANGUAGES)('facts and forms are accessible, without a key in place of a word (%s)', async (language) => {
  const words = WORDS[language];
  const { container, user } = await openCompany((fake) => {
    fake.inForce = { kept: keptAs(full), shops: SHOPS };
  }, language);
  const keys = /\b(say|field|role|chart|shop|rate)\.[a-z]|\{\{/;
  expect(container.textContent).not.toMatch(keys);
  await user.click(screen.getByRole('button', { name: words.change }));
  expect(await complaints(container)).toEqual([]);
  expect(container.textContent).not.toMatch(keys);
  const cancel = { 'zh-TW': '取消', 'zh-CN': '取消', en: 'Cancel' }[language];
  await user.click(screen.getByRole('button', { name: cancel }));
  await user.click(screen.getByRole('button', { name: words.shop.changeNamed.replace('{{shop}}', SHOP) }));
  expect(await complaints(container)).toEqual([]);
  expect(container.textContent).not.toMatch(keys);
});

describe('a draft of the company', () => {
  test.each([
    ['the default', DEFAULT_COMPANY],
    ['all of it set', full],
    ['what was set to what holds anyway', { ...DEFAULT_COMPANY, prepayments: 'suspense', revaluation: false } as const],
  ])('is the company again: %s', (_, company) => {
    expect(companyOf(companyDraftOf(company), company)).toEqual(company);
  });

  test.each([
    ['', null],
    [' usd', 'USD'],
    ['US', undefined],
    ['美元', undefined],
  ])('its currency "%s" is %s', (text, currency) => {
    expect(currencyIn(text)).toBe(currency);
  });

  test('half an account is none, and no company', () => {
    expect(
      [NO_ACCOUNT, { code: '1', name: ' ' }, { code: '', name: 'x' }, { code: '1', name: 'x' }].map(lackOf),
    ).toEqual([null, 'name', 'code', null]);
    const draft = { ...companyDraftOf(full), accounts: { bank: { code: '1', name: '' } } };
    expect(companyOf(draft, full)).toBeNull();
    expect(companyOf({ ...draft, accounts: { bank: { code: ' ', name: '' } } }, full)?.accounts).toEqual({});
  });
});

describe('a draft of a shop', () => {
  test.each([
    ['the default', DEFAULT_SHOP],
    ['all of it set', ownShop],
    ['paid by its platform alone', { ...DEFAULT_SHOP, paidThrough: [] }],
  ])('is the shop again: %s', (_, shop) => {
    expect(shopOf(shopDraftOf(shop))).toEqual(shop);
  });

  test.each([
    ['', null],
    ['0', '0'],
    ['5', '0.05'],
    ['99.9999', '0.999999'],
    ['100', undefined],
    ['-1', undefined],
    ['5%', undefined],
  ])('its tax of "%s" per cent is %s', (text, rate) => {
    expect(taxRateIn(text)).toBe(rate);
  });

  test('a tax or wallet that is not understood is no shop; a kind of fee goes back to all others', () => {
    const draft = shopDraftOf(ownShop);
    expect(shopOf({ ...draft, feeTax: 'x' })).toBeNull();
    expect(shopOf({ ...draft, wallet: { code: '1', name: '' } })).toBeNull();
    expect(withFeeVat(ownShop.feeVatByType, 'AD_FEE', null)).toEqual({});
  });
});
