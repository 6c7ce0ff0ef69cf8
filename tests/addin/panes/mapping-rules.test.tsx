// Special cases edited in the pane: what a person says in plain words is what the published mapping holds.
import { screen, waitFor, within } from '@testing-library/react';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { FakeLibrary } from './fake-library.ts';
import { openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './sample-looks.ts';
import { unknownLook } from './unknown-sheet.ts';

const shopee = builtInMappings.filter(({ platform }) => platform === 'shopee-tw');
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

async function openUnknown(look = unknownLook()) {
  const library = new FakeLibrary(shopee);
  const pane = await openPane({ looks: [look], api: library.api(), settings: { author: '王會計' } });
  await pane.user.click(await screen.findByRole('button', { name: '對應這張表' }));
  await screen.findByRole('heading', { name: '對應這張表' });
  return { ...pane, library };
}

/** The export has 57 columns, each with its own choices on screen: those that no rule here asks about are left out. */
const ASKED = [
  '退貨 / 退款狀態',
  '不成立原因',
  '訂單成立日期',
  '商品名稱',
  '商品選項貨號',
  '實際出貨時間',
  '訂單完成時間',
];
const spare = shopee
  .filter(({ id }) => id === 'shopee-tw.orders')
  .flatMap(({ columns }) => columns.filter(({ required, header }) => !required && !ASKED.includes(header)))
  .map(({ header }) => header);
const smallOrders = exportSheet('shopee-tw.orders', 'orders', orderRows, spare);

async function openRepair(sheet = smallOrders, mappings = shopee) {
  const library = new FakeLibrary(mappings);
  const pane = await openPane({
    looks: [lookAt(sheet, { active: true })],
    api: library.api(),
    settings: { author: '王會計' },
  });
  await pane.user.click(await screen.findByText('欄位對應明細'));
  await pane.user.click(button('修正欄位對應'));
  await screen.findByRole('heading', { name: '修正欄位對應' });
  return { ...pane, library };
}

type Opened = Awaited<ReturnType<typeof openUnknown>>;

/** The text of a field becomes another one, at once: the whole sheet is tried after every key. */
async function retype({ user }: Pick<Opened, 'user'>, name: string, text: string) {
  await user.clear(field(name));
  await user.paste(text);
}

/** Publishes what is on screen; the mapping as the library then holds it. */
async function published({ user, library }: Pick<Opened, 'user' | 'library'>, id = 'own.payout'): Promise<Mapping> {
  await user.type(screen.getByRole('textbox', { name: /為什麼改/ }), '改');
  await waitFor(() => expect(button('發布並使用').disabled).toBe(false));
  await user.click(button('發布並使用'));
  await waitFor(() => expect(library.asked.at(-1)).toMatch(/^publish/));
  const found = library.current().find((mapping) => mapping.id === id);
  if (!found) throw new Error(`${id} was not published`);
  return found;
}

describe('conditions', () => {
  test('several questions are joined, one is taken away, and some need no text', async () => {
    const pane = await openUnknown();
    const { user } = pane;
    await user.click(screen.getByText('不是一般資料的列（0）'));
    await user.click(button('加一條列的規則'));
    expect(screen.queryByRole('combobox', { name: '幾個條件時' })).toBeNull();
    await user.selectOptions(choice('怎麼比'), '是空白');
    expect(screen.queryByRole('textbox', { name: '文字' })).toBeNull();
    await user.click(button('再加一個條件'));
    await user.selectOptions(choice('幾個條件時'), '以下任一成立');
    await user.type(field('文字'), '合計 | 小計');
    const { rows } = await published(pane);
    expect(rows).toEqual([
      {
        when: {
          any: [
            { column: '結算單號', blank: true },
            { column: '結算單號', oneOf: ['合計', '小計'] },
          ],
        },
        is: 'skip',
      },
    ]);
  });

  test('one of several questions is taken away', async () => {
    const { user } = await openUnknown();
    await user.click(screen.getByText('不是一般資料的列（0）'));
    await user.click(button('加一條列的規則'));
    await user.click(button('再加一個條件'));
    expect(screen.getAllByRole('combobox', { name: '看哪一欄' })).toHaveLength(2);
    const [first] = screen.getAllByRole('button', { name: '去掉這個條件' });
    if (!first) throw new Error('There is no such button');
    await user.click(first);
    expect(screen.getAllByRole('combobox', { name: '看哪一欄' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '去掉這個條件' })).toBeNull();
  });

  test('a pattern that cannot be followed is said to be none, and changes nothing', async () => {
    const { user } = await openUnknown();
    await user.click(screen.getByText('不是一般資料的列（0）'));
    await user.click(button('加一條列的規則'));
    await user.selectOptions(choice('看哪一欄'), '訂單編號');
    await user.selectOptions(choice('怎麼比'), '符合樣式');
    await user.type(field('文字'), '(');
    expect(screen.getByText('這個樣式無法使用')).toBeTruthy();
    expect(screen.getByText('目前沒有一列符合')).toBeTruthy();
    await retype({ user }, '文字', '^A');
    expect(await screen.findByText('符合 24 列，第 2 列起')).toBeTruthy();
    expect(screen.queryByText('這個樣式無法使用')).toBeNull();
  });

  test('conditions within conditions are shown and not edited', async () => {
    const nested = { all: [{ any: [{ column: '訂單編號', blank: true }] }] };
    const mappings = shopee.map((mapping): Mapping =>
      mapping.id === 'shopee-tw.orders' ? { ...mapping, rows: [{ when: nested, is: 'skip' }] } : mapping,
    );
    const { user } = await openRepair(undefined, mappings);
    await user.click(screen.getByText('不是一般資料的列（1）'));
    expect(screen.getByText(/^這個條件有好幾層/)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: '看哪一欄' })).toBeNull();
    await user.click(button('刪除第 1 條'));
    expect(screen.getByText('不是一般資料的列（0）')).toBeTruthy();
  });

  test('a click goes to the first row that a rule decides', async () => {
    const { user, asked } = await openUnknown();
    await user.click(screen.getByText('不是一般資料的列（0）'));
    await user.click(button('加一條列的規則'));
    await user.selectOptions(choice('看哪一欄'), '訂單編號');
    await user.selectOptions(choice('怎麼比'), '有填');
    await user.click(await screen.findByRole('button', { name: '符合 24 列，第 2 列起' }));
    expect(asked.at(-1)).toBe('showCell id of 結算 2 1');
  });
});

/** The part of the pane in which the order number's rules stand. */
const inKeys = () => within(screen.getByText(/^訂單編號怎麼取/).closest('details') ?? document.body);

describe('numbers by rules', () => {
  test('rows of no order come first, and their whole amount is of one kind', async () => {
    const pane = await openUnknown();
    const { user } = pane;
    await user.click(screen.getByText('訂單編號怎麼取（0）'));
    await user.click(button('加一條：不屬於訂單'));
    await user.selectOptions(choice('看哪一欄'), '結算單號');
    await user.selectOptions(choice('怎麼比'), '開頭是');
    await user.type(field('文字'), 'AD');
    await user.selectOptions(choice('整筆算作'), '廣告費');
    const { key } = await published(pane);
    expect(key).toEqual([{ exclude: { column: '結算單號', startsWith: 'AD' }, as: 'AD_FEE' }, { from: '訂單編號' }]);
  });

  test('what stands before a number and within it is taken off, only under a condition', async () => {
    const pane = await openUnknown();
    const { user } = pane;
    await user.click(screen.getByText('訂單編號怎麼取（0）'));
    await user.click(inKeys().getByRole('button', { name: '加一條：從一欄取' }));
    await user.type(field('去掉開頭的'), 'A24');
    expect(await screen.findByText('例如 051000')).toBeTruthy();
    await user.type(field('去掉中間的'), '0');
    expect(await screen.findByText('例如 51')).toBeTruthy();
    await user.click(tick('只在符合條件時'));
    expect(await screen.findByText('目前沒有一列符合')).toBeTruthy();
    await user.selectOptions(choice('怎麼比'), '有填');
    expect(await screen.findByText('例如 51')).toBeTruthy();
    const { key } = await published(pane);
    expect(key).toEqual([
      { from: '訂單編號', stripStart: ['A24'], remove: ['0'], when: { column: '結算單號', blank: false } },
    ]);
  });

  test('a long run of digits, or a pattern of one’s own; what makes no sense is said', async () => {
    const { user } = await openUnknown();
    await user.click(screen.getByText('訂單編號怎麼取（0）'));
    await user.click(inKeys().getByRole('button', { name: '加一條：從一欄取' }));
    await user.selectOptions(choice('取哪一段'), '一長串數字');
    expect(await screen.findByText('目前沒有一列符合')).toBeTruthy();
    await retype({ user }, '至少幾位', '8');
    expect(await screen.findByText('例如 24051000')).toBeTruthy();
    await user.selectOptions(choice('取哪一段'), '自訂樣式');
    await retype({ user }, '樣式（括號內是號碼）', '\\d+');
    expect(screen.getByText('要有一對括號，括號內是號碼')).toBeTruthy();
    await retype({ user }, '樣式（括號內是號碼）', '(\\d{3})$');
    expect(await screen.findByText('例如 000')).toBeTruthy();
  });

  test('the transaction number has rules of its own', async () => {
    const pane = await openUnknown();
    const { user } = pane;
    await user.click(screen.getByText('交易編號怎麼取（0）'));
    const part = within(screen.getByText('交易編號怎麼取（0）').closest('details') ?? document.body);
    expect(part.queryByRole('button', { name: '加一條：不屬於訂單' })).toBeNull();
    await user.click(part.getByRole('button', { name: '加一條：從一欄取' }));
    await user.type(part.getByRole('textbox', { name: '去掉開頭的' }), 'ST');
    const mapping = await published(pane);
    expect(mapping).toMatchObject({ reference: [{ from: '結算單號', stripStart: ['ST'] }] });
  });
});

describe('orders', () => {
  test('words of the refund status are given their meaning', async () => {
    const pane = await openRepair();
    const { user } = pane;
    await user.click(screen.getByText(/^「退貨 \/ 退款狀態」的文字/));
    const words = screen.getAllByRole<HTMLSelectElement>('combobox', { name: /的意義$/ });
    const refunded = words.find(({ value }) => value === 'refunded');
    if (!refunded) throw new Error('No word means refunded');
    await user.selectOptions(refunded, '沒有退款');
    expect(await published(pane, 'shopee-tw.orders')).toMatchObject({ refundedStatuses: [] });
  });

  test('an order counts as refunded, and a row as come back, where other columns say so', async () => {
    const pane = await openRepair();
    const { user } = pane;
    await user.click(screen.getByText('什麼時候算退款'));
    await user.click(tick('符合條件就算已退款'));
    await user.selectOptions(choice('怎麼比'), '有填');
    expect(await screen.findByText(/^符合 \d+ 列，第 2 列起$/)).toBeTruthy();
    const { columns } = await published(pane, 'shopee-tw.orders');
    const mapping = pane.library.current().find(({ id }) => id === 'shopee-tw.orders');
    expect(mapping).toMatchObject({ refundedWhen: { column: columns[0]?.header, blank: false } });
  });

  test('an amount that is the price too is always added, and belongs to its row', async () => {
    const { user } = await openUnknown();
    await user.selectOptions(choice('種類'), 'orders');
    await user.selectOptions(choice('「實收金額」屬於'), '每一列，也是這一列商品的總價');
    await waitFor(() => expect(choice('「實收金額」的正負號')).toHaveProperty('disabled', true));
    expect(choice('「實收金額」的正負號').value).toBe('plus');
    await user.selectOptions(choice('「實收金額」屬於'), '整張訂單');
    await waitFor(() => expect(choice('「實收金額」的正負號')).toHaveProperty('disabled', false));
  });
});

describe('currencies', () => {
  const spoken = (head: Cell[]) => {
    const look = unknownLook();
    return { ...look, head: { ...look.head, rows: [head, ...look.head.rows] } };
  };

  test('a sign printed behind a text is given its code', async () => {
    const pane = await openUnknown(spoken(['Released (RM)', '']));
    const { user } = pane;
    await user.selectOptions(choice('幣別在哪裡'), '在檔案的文字裡');
    await retype(pane, '幣別前面的文字', 'Released (');
    await user.type(field('幣別後面的文字'), ')');
    await user.click(tick('印的是符號（RM、S$），不是三個字母'));
    await user.type(field('符號的意義'), 'RM = MYR');
    expect(await screen.findByText('MYR 21,264')).toBeTruthy();
    const { currency } = await published(pane);
    expect(currency).toMatchObject({ in: 'preamble', words: { RM: 'MYR' } });
  });

  test('with nothing around it a text is not searched for', async () => {
    const pane = await openUnknown(spoken(['幣別：SGD', '']));
    await pane.user.selectOptions(choice('幣別在哪裡'), '在檔案的文字裡');
    await pane.user.clear(field('幣別前面的文字'));
    expect(screen.getByText('前面或後面至少填一個')).toBeTruthy();
    expect(screen.getByText('SGD 21,264')).toBeTruthy();
  });

  test('a column says it, and what it is where the cell is empty', async () => {
    const sheet = unknownLook().head;
    const codes = (at: number) => (at === 0 ? '幣別' : at % 2 ? 'USD' : '');
    const rows = sheet.rows.map((row, at) => [...row, codes(at)]);
    const pane = await openUnknown(lookAt(table('結算', rows), { active: true }));
    const { user } = pane;
    await user.selectOptions(choice('幣別在哪裡'), '在一欄裡');
    await user.selectOptions(choice('哪一欄'), '幣別');
    await user.type(field('沒寫時的幣別（可不填）'), 'USD');
    expect(await screen.findByText('USD 21,264')).toBeTruthy();
    expect((await published(pane)).currency).toEqual({ column: '幣別', otherwise: 'USD' });
  });

  test('a pattern of other hands stays as it is until it is changed', async () => {
    const mappings = shopee.map((mapping): Mapping =>
      mapping.id === 'shopee-tw.income'
        ? { ...mapping, currency: { pattern: '^單位 ([A-Z]{3})$', in: 'preamble', otherwise: 'TWD' } }
        : mapping,
    );
    const pane = await openRepair(exportSheet('shopee-tw.income', 'Income', incomeRows), mappings);
    expect(field('樣式（括號內是幣別）').value).toBe('^單位 ([A-Z]{3})$');
    await retype(pane, '樣式（括號內是幣別）', 'x');
    expect(screen.getByText('要有一對括號，括號內是號碼')).toBeTruthy();
  });
});

describe('nets', () => {
  const rows = Array.from({ length: 12 }, (_, at): Cell[] => {
    const goods = 100 + at * 7;
    return at % 3 === 2
      ? [`P${100 + at}`, `2024-05-${10 + at}`, -goods, '', goods]
      : [`P${100 + at}`, `2024-05-${10 + at}`, goods, goods, ''];
  });
  const look = lookAt(table('收支', [['訂單編號', '撥款日', '貨款', '收入', '支出'], ...rows]), { active: true });

  test('two columns are one net: money in, and money out taken away', async () => {
    const pane = await openUnknown(look);
    const { user } = pane;
    await user.selectOptions(choice('「貨款」是什麼'), '各項金額');
    await user.selectOptions(choice('「收入」是什麼'), '淨額（實收）');
    await user.selectOptions(choice('「支出」是什麼'), '也是淨額（與上一欄相加）');
    expect(choice('「支出」的正負號').value).toBe('negate');
    expect(await screen.findByText('12 列全部成立')).toBeTruthy();
    expect(screen.getByText('收入 − 支出 = 貨款')).toBeTruthy();
    const { columns } = await published(pane);
    expect(columns.filter(({ as }) => as === 'net').map(({ header }) => header)).toEqual(['收入', '支出']);
  });

  test('an empty net is what the amounts add up to, or a problem, as a person says', async () => {
    const sheet = unknownLook().head;
    const blank = sheet.rows.map((row, at) => (at === 3 ? row.map((cell, index) => (index === 6 ? '' : cell)) : row));
    const { user } = await openUnknown(lookAt(table('結算', blank), { active: true }));
    const isSummed = tick('空白時，用各項金額的合計');
    expect([isSummed.checked, screen.queryByText('24 列全部成立') !== null]).toEqual([true, true]);
    await user.click(isSummed);
    expect(await screen.findByText('24 列中有 23 列成立')).toBeTruthy();
    await user.click(isSummed);
    expect(await screen.findByText('24 列全部成立')).toBeTruthy();
  });
});

test('a mapping that would take another one’s files is published only after a tick that names it', async () => {
  const income = shopee.find(({ id }) => id === 'shopee-tw.income');
  if (!income) throw new Error('There is no income mapping');
  const twin = { ...income, id: 'own.income', title: { ...income.title, 'zh-TW': '我們的進帳' } };
  const look = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
  const library = new FakeLibrary(shopee);
  const { user } = await openPane({ looks: [look], api: library.api(), settings: { author: '王會計' } });
  await (await library.api().library()).saveDraft(twin, { author: '王會計', note: '' });
  await user.click(screen.getByRole('tab', { name: '對應庫' }));
  await user.click(await screen.findByRole('button', { name: /我們的進帳/ }));
  await user.click(await screen.findByRole('button', { name: '在目前的工作表繼續' }));
  await screen.findByRole('heading', { name: '對應這張表' });
  await user.type(screen.getByRole('textbox', { name: /為什麼改/ }), '試試');
  await user.click(button('發布並使用'));
  expect(await screen.findByText(/^與「蝦皮購物 我的進帳（已撥款）」分不出來/)).toBeTruthy();
  expect(library.asked.filter((asked) => asked.startsWith('publish'))).toEqual([]);
  await user.click(tick('我知道，仍要發布'));
  await user.click(button('發布並使用'));
  await waitFor(() => expect(library.asked.at(-1)).toBe('publish own.income 王會計: 試試'));
  expect(library.asked.at(-2)).toBe('accepts shopee-tw.income');
});

test('a draft that is saved again, or published later, stays the one mapping it is', async () => {
  const pane = await openUnknown();
  await pane.user.click(button('存成草稿'));
  expect(await screen.findByText(/^草稿已存。/)).toBeTruthy();
  await pane.user.click(button('存成草稿'));
  await waitFor(() => expect(pane.library.asked).toHaveLength(2));
  await published(pane);
  expect(pane.library.asked.map((asked) => asked.split(' ').slice(0, 2).join(' '))).toEqual([
    'saveDraft own.payout',
    'saveDraft own.payout',
    'saveDraft own.payout',
    'publish own.payout',
  ]);
});

test('a long sheet answers from its first rows, and then from all of them', async () => {
  const header = ['訂單編號', '撥款日', '貨款', '手續費', '淨額'];
  const rows = Array.from({ length: 2_600 }, (_, at): Cell[] => {
    const [goods, fee] = [100 + (at % 97) * 7, -(4 + ((at * 5) % 9))];
    return [`A24${10_000 + at}`, `2024-05-${10 + (at % 18)}`, goods, fee, goods + fee + (at === 2_500 ? 1 : 0)];
  });
  const { user } = await openUnknown(lookAt(table('長', [header, ...rows]), { active: true }));
  expect(await screen.findByText('2,600 列中有 2,599 列成立', {}, { timeout: 10_000 })).toBeTruthy();
  expect(button('第 2502 列')).toBeTruthy();
  expect(screen.getByText('整份檔案的總計在「這張表」核對。')).toBeTruthy();
  await user.selectOptions(choice('「手續費」的正負號'), '印正數，但要扣掉');
  expect(await screen.findByText('2,600 列中有 0 列成立')).toBeTruthy();
});
