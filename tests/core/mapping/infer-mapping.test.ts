// A mapping proposed from the values of a sheet: roles, the sum with its proof, what is asked, and that it reads the sheet.
import fc from '../../fast-check.ts';
import { confidenceOf } from '../../../core/mapping/infer-evidence.ts';
import { inferMapping } from '../../../core/mapping/infer-mapping.ts';
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { SETTLEMENT_HEADERS, SETTLEMENT_ROWS, proposalFor, rolesIn, settlement, sumOf } from './infer-sheets.ts';
import { ordersOf, payoutOf, sheetOf } from './sheets.ts';

const asks = (table: ReturnType<typeof settlement>) => proposalFor(table).questions.map(({ ask }) => ask);
const changed = (column: number, change: (cell: Cell, row: number) => Cell) =>
  SETTLEMENT_ROWS.map((row, at) => row.map((cell, index) => (index === column ? change(cell, at) : cell)));

describe('an unknown settlement', () => {
  test('gets a role for each column', () => {
    expect(rolesIn(proposalFor(settlement()))).toEqual([
      '序號 = note',
      '訂單編號 = orderNumber',
      '交易編號 = reference',
      '撥款日期 = paidOutOn',
      '訂單狀態 = note',
      '商品貨款 = component PRINCIPAL as-is',
      '賣家優惠券 = component SELLER_DISCOUNT negate',
      '成交手續費 = component COMMISSION negate',
      '費率 = note',
      '實際撥款金額 = net',
      '買家姓名 = personal',
    ]);
  });

  test('is proven by its sum', () => {
    const proposal = proposalFor(settlement());
    expect(sumOf(proposal)).toBe('實際撥款金額 = +商品貨款 -賣家優惠券 -成交手續費');
    expect(proposal.proof).toMatchObject({
      ...{ holdsOn: 5, rows: 5, failingRows: [], bareRows: [], proven: true, unique: true, weak: false },
    });
  });

  test('gets a mapping that is valid, unverified, and reads every row of the sheet', () => {
    const { mapping } = proposalFor(settlement());
    expect(mapping.verified).toBe(false);
    expect(mappingSchema.safeParse(mapping).success).toBe(true);
    const { lines, problems } = payoutOf(settlement(), [mapping]);
    expect(problems).toEqual([]);
    expect(lines.map(({ orderNumber, net }) => [orderNumber, net / 10_000])).toEqual([
      ['T24050100A1', 1162.6],
      ['T24050100B2', 752.5],
      ['T24050200C3', -403],
      ['T24050200D4', 1929],
      ['T24050300E5', 56.1],
    ]);
  });

  test('says why each column has its role', () => {
    const evidence = (header: string) =>
      proposalFor(settlement()).columns.find(({ column }) => column.header === header)?.evidence;
    expect(evidence('成交手續費')?.[0]).toEqual({ fact: 'inIdentity', sign: '-', holdsOn: 5, rows: 5 });
    expect(evidence('實際撥款金額')?.[0]).toEqual({ fact: 'isNet', holdsOn: 5, rows: 5 });
    expect(evidence('訂單編號')).toContainEqual({ fact: 'header', says: 'orderNumber' });
    expect(evidence('訂單編號')).toContainEqual({ fact: 'distinct', distinct: 5, filled: 5 });
  });

  test('is found by its values where headers say nothing: the sum, the dates, the ids, the people', () => {
    const headers = SETTLEMENT_HEADERS.map((_, at) => `Field ${'ABCDEFGHIJK'[at]}`);
    const proposal = proposalFor(settlement({ headers }));
    expect(proposal.proof).toMatchObject({ holdsOn: 5, rows: 5 });
    const inSum = [proposal.proof?.net, ...(proposal.proof?.terms ?? []).map(({ column }) => column)];
    expect(inSum.sort()).toEqual(['Field F', 'Field G', 'Field H', 'Field J']);
    expect(rolesIn(proposal)).toEqual(expect.arrayContaining(['Field D = paidOutOn', 'Field K = personal']));
  });

  test('takes the column that holds known orders for the order number, whatever its name', () => {
    const knownOrderNumbers = new Set(['X9001', 'X9002', 'X9004']);
    const proposal = proposalFor(settlement(), { knownOrderNumbers });
    const key = proposal.columns.find(({ column }) => column.as === 'orderNumber');
    expect(key).toMatchObject({
      column: { header: '交易編號' },
      evidence: [{ fact: 'knownOrders', hits: 3, of: 5 }, expect.anything(), expect.anything()],
    });
  });
});

test('columns proven by figures are told from those that a header suggests, and those from guesses', () => {
  const confidence = Object.fromEntries(
    proposalFor(settlement()).columns.map(({ column, evidence }) => [column.header, confidenceOf(evidence)]),
  );
  expect(confidence).toMatchObject({
    實際撥款金額: 'proven',
    商品貨款: 'proven',
    訂單編號: 'likely',
    訂單狀態: 'guessed',
  });
});

test('a header that stands twice is two columns, told apart by their place', () => {
  const headers = SETTLEMENT_HEADERS.map((header) => (header === '賣家優惠券' ? '成交手續費' : header));
  const proposal = proposalFor(settlement({ headers }));
  expect(sumOf(proposal)).toBe('實際撥款金額 = +商品貨款 -成交手續費 -成交手續費#2');
  expect(proposal.columns.map(({ column }) => column.occurrence ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0]);
  expect(payoutOf(settlement({ headers }), [proposal.mapping]).problems).toEqual([]);
});

const money = fc.integer({ min: 100, max: 500_000 }).map((cents) => cents / 100);
const unrelated = fc.array(fc.tuple(money, money, money, money), { minLength: 8, maxLength: 20 });

test('no sum is claimed of figures that have nothing to do with each other, whatever the headers say', () => {
  fc.assert(
    fc.property(unrelated, (figures) => {
      const rows = figures.map((row, at) => [`T24050${1000 + at}`, '2024-05-07', ...row]);
      const table = sheetOf([['訂單編號', '撥款日期', '商品貨款', '成交手續費', '退款金額', '撥款金額'], ...rows]);
      expect(proposalFor(table).proof).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test('the same sheet gives the same proposal, and a proposal never holds the rows themselves', () => {
  expect(proposalFor(settlement())).toEqual(proposalFor(settlement()));
  expect(JSON.stringify(proposalFor(settlement()))).not.toContain('王**');
});

describe('the proof', () => {
  const many = Array.from({ length: 40 }, (_, at) => {
    const [goods, coupon, fee] = [1000 + at * 37, (at * 7) % 90, 61 + at * 2.3];
    return [
      at + 1,
      `T2405${at + 1000}`,
      `X${at + 9000}`,
      '2024-05-07',
      '完成',
      goods,
      coupon,
      fee,
      '6%',
      goods - coupon - Math.round(fee * 10) / 10,
      '王**',
    ].map((cell, index): Cell => (index === 7 || index === 9 ? Math.round(Number(cell) * 10) / 10 : (cell as Cell)));
  });

  test('names the rows on which the sum fails, by their row in the sheet', () => {
    const rows = many.map((row, at) => row.map((cell, index) => (index === 9 && at === 11 ? Number(cell) + 1 : cell)));
    expect(proposalFor(settlement({ rows })).proof).toMatchObject({ holdsOn: 39, rows: 40, failingRows: [13] });
    expect(asks(settlement({ rows }))).toContain('failingRows');
  });

  test('tells rows with a net only from failing ones, and types them by a word of the row', () => {
    const rows = [...many, [41, '', 'W1', '2024-05-09', '提領', 0, 0, 0, '', -5000, ''] as const];
    const proposal = proposalFor(settlement({ rows }));
    expect(proposal.proof).toMatchObject({ holdsOn: 40, rows: 41, failingRows: [], bareRows: [42] });
    expect(payoutOf(settlement({ rows }), [proposal.mapping]).lines).toHaveLength(41);
  });

  test('is not claimed where the figures do not add up', () => {
    const rows = many.map((row, at) => row.map((cell, index) => (index === 9 ? 1000 + ((at * 7919) % 613) : cell)));
    const proposal = proposalFor(settlement({ rows }));
    expect(proposal.proof).toBeNull();
    expect(proposal.questions.map(({ ask }) => ask)).toContain('identity');
  });

  test('is not said to be proven where a fee is the same share of the goods on every row', () => {
    const goods = [1290, 800, -450, 2180, 65];
    const rows = changed(7, (_, at) => (goods[at] ?? 0) * 0.06).map((row) =>
      row.map((cell, index) => (index === 9 ? Number(row[5]) - Number(row[6]) - Number(row[7]) : cell)),
    );
    const { proof } = proposalFor(settlement({ rows }));
    expect(proof).toMatchObject({ holdsOn: 5, proven: false, unique: true, independentRows: 2, columns: 3 });
  });

  test('says nothing of rows whose net is empty: they are no net of zero', () => {
    const rows = many.map((row, at) => row.map((cell, index) => (index === 9 && at % 5 === 4 ? null : cell)));
    const proposal = proposalFor(settlement({ rows }));
    expect(proposal.proof).toMatchObject({ holdsOn: 32, rows: 32, failingRows: [], proven: true });
    expect(proposal.columns.find(({ column }) => column.as === 'net')?.column).toMatchObject({ blank: 'sum' });
  });

  test('is said to rest on few rows where it does', () => {
    const proposal = proposalFor(settlement({ rows: SETTLEMENT_ROWS.slice(0, 2) }));
    expect(sumOf(proposal)).toBe('實際撥款金額 = +商品貨款 -賣家優惠券 -成交手續費');
    expect(proposal.proof?.proven).toBe(false);
    expect(proposal.questions).toContainEqual({ ask: 'fewRows', independentRows: 2, columns: 3 });
  });
});

describe('where the table stands', () => {
  const title: Cell[][] = [['○○商城 對帳單'], ['期間', '2024-05-01 ~ 2024-05-15'], [null]];
  const total: Cell[] = ['合計', null, null, null, null, 3885, 155, 232.8, null, 3497.2, null];

  test.each([
    ['on top', {}, 1],
    ['below a title', { above: title }, 4],
    ['below two hundred lines less one', { above: Array.from({ length: 199 }, (_, at) => [`說明 ${at}`]) }, 200],
    [
      'below a row of group names',
      { above: [[null, '訂單', null, null, null, '金額', null, null, null, null, null]] },
      2,
    ],
    ['above a total', { below: [total] }, 1],
    ['above notes', { below: [[null], ['註：撥款日為工作日'], ['列印人員：A']] }, 1],
  ])('%s: its header is found and its sum holds on all rows', (_, around, headerRow) => {
    const proposal = proposalFor(settlement(around));
    expect(proposal.headerRow).toBe(headerRow);
    expect(proposal.proof).toMatchObject({ holdsOn: 5, rows: 5 });
    const { problems, lines } = payoutOf(settlement(around), [proposal.mapping]);
    expect([problems, lines.length]).toEqual([[], 5]);
  });

  test('a row of explanations under the header is no data', () => {
    const explained = SETTLEMENT_HEADERS.map((header) => `${header}的說明`);
    const table = settlement({ rows: [explained, ...SETTLEMENT_ROWS] });
    expect(proposalFor(table).mapping.header.dataOffset).toBe(2);
  });

  test.each([
    ['an empty sheet', []],
    ['a header without rows', [['訂單編號', '金額', '日期']]],
    ['a title only', [['對帳單']]],
  ])('%s is no table', (_, rows: readonly (readonly Cell[])[]) => {
    expect(inferMapping(sheetOf(rows)).outcome).toBe('no-table');
  });

  test('a table of names is no report of money', () => {
    expect(
      inferMapping(
        sheetOf([
          ['門市', '城市'],
          ['一店', '台北'],
          ['二店', '台中'],
        ]),
      ).outcome,
    ).toBe('no-money');
  });
});

describe('how values are written', () => {
  test('amounts as texts, with marks, thousands and brackets', () => {
    const rows = SETTLEMENT_ROWS.map((row) =>
      row.map((cell, at) =>
        at >= 5 && at !== 8 && typeof cell === 'number' ? (cell < 0 ? `(NT$${-cell})` : `NT$${cell}`) : cell,
      ),
    );
    const proposal = proposalFor(settlement({ rows }));
    expect(proposal.proof).toMatchObject({ holdsOn: 5, proven: true });
    expect(proposal.mapping).toMatchObject({ currency: 'TWD', currencyMarks: expect.arrayContaining(['NT$']) });
  });

  test('decimal commas are decided from the whole column', () => {
    const comma = (cell: Cell) => (typeof cell === 'number' ? cell.toLocaleString('de-DE') : cell);
    const rows = SETTLEMENT_ROWS.map((row) => row.map((cell, at) => (at >= 5 ? comma(cell) : cell)));
    const proposal = proposalFor(settlement({ rows }));
    expect(proposal.mapping.numbers).toEqual({ decimal: ',' });
    expect(proposal.proof).toMatchObject({ holdsOn: 5 });
  });

  test('days that may be read in two ways are asked about', () => {
    const rows = changed(3, (_, at) => `0${at + 1}/05/2024`);
    expect(proposalFor(settlement({ rows })).questions).toContainEqual({
      ...{ ask: 'dateOrder', column: '撥款日期', formats: ['D/M/YYYY', 'M/D/YYYY'] },
    });
  });

  test('a day that settles the order settles it', () => {
    const rows = changed(3, (_, at) => `${at + 12}/05/2024`);
    expect(asks(settlement({ rows }))).not.toContain('dateOrder');
    expect(proposalFor(settlement({ rows })).mapping.dates).toEqual({ formats: ['D/M/YYYY'] });
  });

  test('a currency column is used; without one the currency is asked', () => {
    expect(asks(settlement())).toContain('currency');
    const headers = [...SETTLEMENT_HEADERS, '幣別'];
    const table = settlement({ headers, rows: SETTLEMENT_ROWS.map((row) => [...row, 'TWD']) });
    expect(proposalFor(table).mapping.currency).toEqual({ column: '幣別' });
    expect(asks(table)).not.toContain('currency');
  });

  test('a fee that nobody has a word for is asked about and unknown until then', () => {
    const headers = SETTLEMENT_HEADERS.map((header) => (header === '成交手續費' ? '甲項' : header));
    expect(proposalFor(settlement({ headers })).questions).toContainEqual({
      ...{ ask: 'componentType', column: '甲項', proposed: 'UNKNOWN' },
    });
  });

  test('an amount outside the sum is shown', () => {
    const headers = [...SETTLEMENT_HEADERS, '定價'];
    const table = settlement({ headers, rows: SETTLEMENT_ROWS.map((row, at) => [...row, 1500.5 + at * 313.7]) });
    expect(proposalFor(table).questions).toContainEqual({ ask: 'unusedAmount', column: '定價' });
  });

  test('a fee column without money in this file is signed as the other fees, and asked about', () => {
    const headers = [...SETTLEMENT_HEADERS, '金流手續費'];
    const table = settlement({ headers, rows: SETTLEMENT_ROWS.map((row) => [...row, 0]) });
    expect(rolesIn(proposalFor(table))).toContain('金流手續費 = component PAYMENT_FEE negate');
    expect(proposalFor(table).questions).toContainEqual({
      ask: 'signUnseen',
      column: '金流手續費',
      proposed: 'negate',
    });
  });
});

describe('wallets and statements', () => {
  const headers = ['記帳時間', '流水單號', '收支類型', '收支金額', '帳戶餘額', '備註'];
  const rows: Cell[][] = [
    ['2024-05-01 12:33:06', 'F900000000001', '收入', 100, 1100, '交易'],
    ['2024-05-01 12:33:07', 'F900000000002', '支出', 0.6, 1099.4, '手續費'],
    ['2024-05-02 09:00:00', 'F900000000003', '支出', 30, 1069.4, '退款'],
    ['2024-05-03 09:00:00', 'F900000000004', '收入', 250.5, 1319.9, '交易'],
  ];

  test('unsigned amounts are signed by the direction that moves the balance', () => {
    const proposal = proposalFor(sheetOf([headers, ...rows]));
    expect(proposal.balance).toMatchObject({
      ...{ net: '帳戶餘額', terms: [{ column: '收支金額', sign: '+' }], holdsOn: 3, rows: 3 },
    });
    expect(proposal.mapping).toMatchObject({
      ...{ kind: 'wallet', direction: { column: '收支類型', in: ['收入'], out: ['支出'] } },
      checks: [{ check: 'runningBalance', column: '帳戶餘額', order: 'oldest-first' }],
    });
    const read = payoutOf(sheetOf([headers, ...rows]), [proposal.mapping]);
    expect(read.lines.map(({ net }) => net / 10_000)).toEqual([100, -0.6, -30, 250.5]);
    expect(read.proof).toBe('foots');
  });

  test('a balance that breaks is not claimed as a check', () => {
    const broken = rows.map((row, at) =>
      row.map((cell, index) => (index === 4 && at > 0 ? Number(cell) + at * 5 : cell)),
    );
    const { balance, mapping } = proposalFor(sheetOf([headers, ...broken]));
    expect([balance, mapping.kind === 'orders' ? null : mapping.checks]).toEqual([null, undefined]);
  });

  test('money in and money out in two columns are summed', () => {
    const two = rows.map(([day, id, way, amount, balance, note]) => [
      day ?? null,
      id ?? null,
      way === '收入' ? (amount ?? 0) : 0,
      way === '支出' ? -Number(amount) : 0,
      balance ?? null,
      note ?? null,
    ]);
    const table = sheetOf([['發生時間', '流水單號', '收入金額（+元）', '支出金額（-元）', '帳戶餘額', '備註'], ...two]);
    const proposal = proposalFor(table);
    expect(proposal.mapping).toMatchObject({ net: 'sum' });
    expect(rolesIn(proposal).filter((role) => role.includes('component'))).toEqual([
      expect.stringMatching(/^收入金額（\+元） = component \w+ as-is$/),
      expect.stringMatching(/^支出金額（-元） = component \w+ as-is$/),
    ]);
  });

  test('an order number inside a text becomes a key rule', () => {
    const table = sheetOf([
      ['Date', 'Type', 'Info', 'Amount', 'Fees & Taxes', 'Net'],
      ['2024-05-01', 'Sale', 'Order #3000000001', 106.6, -3.25, 103.35],
      ['2024-05-02', 'Sale', 'Order #3000000004', 40.1, -1.45, 38.65],
      ['2024-05-03', 'Fee', 'Listing fee', 0, -0.2, -0.2],
    ]);
    expect(proposalFor(table).mapping.key).toMatchObject([{ from: 'Info' }]);
  });
});

describe('an order export', () => {
  const table = sheetOf([
    [
      '訂單編號',
      '訂單狀態',
      '訂單成立日期',
      '商品名稱',
      '商品貨號',
      '單價',
      '數量',
      '商品總價',
      '收件人姓名',
      '收件地址',
      '收件人電話',
    ],
    ['T1001', '已完成', '2024-05-01', '茶', 'TEA-1', 100, 2, 350, '王**', '台北市***', '09********'],
    ['T1001', '已完成', '2024-05-01', '杯', 'CUP-1', 150, 1, 350, '王**', '台北市***', '09********'],
    ['T1002', '待出貨', '2024-05-02', '茶', 'TEA-1', 100, 1, 100, '李**', '台中市***', '09********'],
    ['T1003', '取消', '2024-05-03', '壺', 'POT-1', 700, 1, 700, '陳**', '高雄市***', '09********'],
  ]);

  test('is told from a settlement and reads itself', () => {
    const { mapping } = proposalFor(table);
    expect([mapping.kind, mappingSchema.safeParse(mapping).success]).toEqual(['orders', true]);
    const { orders, problems } = ordersOf(table, [mapping]);
    expect(problems).toEqual([]);
    const stages = orders.map(({ orderNumber, stage }) => `${orderNumber} ${stage}`);
    expect(stages).toEqual(['T1001 completed', 'T1002 unshipped', 'T1003 cancelled']);
  });

  test('asks what each status means', () => {
    const asked = { ask: 'stage', column: '訂單狀態', word: '待出貨', proposed: 'unshipped' };
    expect(proposalFor(table).questions).toContainEqual(asked);
  });

  test('drops people', () => {
    const personal = rolesIn(proposalFor(table)).filter((role) => role.endsWith('personal'));
    expect(personal).toEqual(['收件人姓名', '收件地址', '收件人電話'].map((column) => `${column} = personal`));
  });
});
