// The command line as the contract says: answers, exit codes, refusals, books kept in a file.
import { existsSync, readFileSync } from 'node:fs';
import type { Cell } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const DAY = ['--as-of', '2024-06-01'];
const reconcile = (...args: string[]) => clearsheet('reconcile', ...args, ...DAY);

/** The mappings of the pair were looked at. */
const SEEN = ['--confirm', 'all'];

async function jsonOf(...args: string[]) {
  const { code, stdout, stderr } = await reconcile(...args, '--json');
  return { code, stderr, json: JSON.parse(stdout) };
}

async function rowsOf(path: string): Promise<(readonly Cell[])[]> {
  const reading = await readWorkbook(readFileSync(path), path);
  if ('refused' in reading) throw new Error(reading.refused.code);
  return [...(reading.sheets[0]?.rows ?? [])];
}

describe('the sample pair', () => {
  it('nets 1531 with difference 0, each order with its headline, figures and reason', async () => {
    const { code, json } = await jsonOf(INCOME, ORDERS);
    expect(code).toBe(0);
    expect(json.asOf).toBe('2024-06-01');
    expect(json.conservation).toEqual([
      {
        currency: 'TWD',
        net: '1531',
        rows: 2,
        dispositions: {
          allocated: '1531',
          suspense: '0',
          nonOrder: '0',
          review: '0',
          duplicate: '0',
          conflict: '0',
          rejected: '0',
        },
        rowCounts: { allocated: 2, suspense: 0, nonOrder: 0, review: 0, duplicate: 0, conflict: 0, rejected: 0 },
        difference: '0',
        rowDifference: 0,
      },
    ]);
    const figures = [
      'orderNumber',
      'headline',
      'receivable',
      'credited',
      'received',
      'refunded',
      'fees',
      'net',
      'open',
      'method',
    ];
    expect(json.orders.map((order: Record<string, unknown>) => figures.map((figure) => order[figure]))).toEqual([
      ['2405018K2M4N6P', 'EXACT', '1340', '0', '1340', '0', '194', '1146', '0', 'P1'],
      ['2405029Q3R5S7T', 'CANCELLED', '0', '0', '0', '0', '0', '0', '0', null],
      ['2405031U4V6W8X', 'REFUND_PARTIAL', '1040', '520', '1040', '520', '135', '385', '0', 'P1'],
    ]);
    expect(json.orders[2].reason).toBe('應收 1,040，部分銷退或折讓 520，實收 520，帳款結清。扣款 135，手續費未核。');
    expect(json.orders.map((order: { exceptions: unknown }) => order.exceptions)).toEqual([[], [], []]);
    expect(json.counts).toEqual({ byHeadline: { EXACT: 1, CANCELLED: 1, REFUND_PARTIAL: 1 } });
    expect(json.unmatched).toEqual([]);
  });

  it('says of each sheet what it is, where its header stands and whether it foots', async () => {
    const { json } = await jsonOf(INCOME, ORDERS);
    expect(json.files).toMatchObject([
      {
        file: 'shopee-tw.income.xlsx',
        sheets: [
          { sheet: 'Income', kind: 'payout', mapping: 'shopee-tw.income', headerRow: 6, currency: 'TWD', problems: [] },
        ],
      },
      {
        file: 'shopee-tw.orders.xlsx',
        sheets: [{ sheet: 'orders', kind: 'orders', headerRow: 1, net: null, foots: null }],
      },
    ]);
    expect(json.files[0].sheets[0]).toMatchObject({
      rows: { read: 2, accepted: 2, rejected: 0, skipped: 0 },
      ...{ net: '1531', declared: '1531', foots: true },
    });
  });

  it('books receipts in which cash and deductions equal what they clear', async () => {
    const { json } = await jsonOf(INCOME, ORDERS);
    expect(json.receipts).toMatchObject([
      {
        number: 'RC202405-0001',
        date: '2024-05-07',
        currency: 'TWD',
        cash: '1146',
        deductions: '194',
        allocated: '1340',
        onHold: '0',
      },
      {
        number: 'RC202405-0002',
        date: '2024-05-09',
        currency: 'TWD',
        cash: '385',
        deductions: '135',
        allocated: '520',
        onHold: '0',
      },
    ]);
    expect(json.stock.movements).toHaveLength(4);
    expect(json.stock.alerts.map((alert: { kind: string }) => alert.kind)).toEqual(['NO_OPENING', 'NO_OPENING']);
  });

  it('gives the same result whichever file is named first', async () => {
    const there = await jsonOf(INCOME, ORDERS);
    const back = await jsonOf(ORDERS, INCOME);
    expect({ ...back.json, files: [] }).toEqual({ ...there.json, files: [] });
  });

  it('writes the result workbook and says where', async () => {
    const out = desk.path('result.xlsx');
    const { code, stdout } = await reconcile(INCOME, ORDERS, '--out', out);
    expect([code, stdout.includes(out)]).toEqual([0, true]);
    const reading = await readWorkbook(readFileSync(out), 'result.xlsx');
    const names = 'sheets' in reading ? reading.sheets.map(({ sheet }) => sheet) : [];
    expect(names).toEqual([
      '對帳結果',
      '訂單對帳',
      '差異清單',
      '撥款明細',
      '收款單',
      '銷貨單據',
      '傳票',
      '試算表',
      '應收變動表',
      '帳齡分析',
      '未收訂單',
      '對帳單',
      '庫存異動',
      '庫存提醒',
      '未讀取的列',
    ]);
  });

  it('is told to a person as in the golden text', async () => {
    const { stdout } = await reconcile(INCOME, ORDERS);
    expect(stdout).toBe(
      [
        '對帳結果  2024-06-01',
        '',
        '檔案',
        '  shopee-tw.orders.xlsx › orders  蝦皮購物 訂單報表            匯入 4/4',
        '  shopee-tw.income.xlsx › Income  蝦皮購物 我的進帳（已撥款）  匯入 2/2  撥款淨額 1,531  檔案總計 1,531  相符',
        '',
        '! 「蝦皮購物 我的進帳（已撥款）」的對應（shopee-tw.income）未經真實檔案驗證，也還沒有人確認。本次只是試算；採用結果前請核對欄位。',
        '! 「蝦皮購物 訂單報表」的對應（shopee-tw.orders）未經真實檔案驗證，也還沒有人確認。本次只是試算；採用結果前請核對欄位。',
        '  → clearsheet mapping check shopee-tw.income.xlsx shopee-tw.orders.xlsx',
        '  → --confirm shopee-tw.income,shopee-tw.orders',
        '',
        '每一元的去向 (TWD)',
        '  已沖帳      1,531  2 列',
        '  撥款檔淨額  1,531  2 列',
        '  差額            0  0 列',
        '',
        '訂單狀態',
        '  部分退款  1',
        '  已取消    1',
        '  完全相符  1',
        '',
        '收款單',
        '  2 (TWD)  實收現金 1,531  扣款合計 329  沖應收 1,860  暫收款 0',
        '',
        '應收與試算（僅本次檔案的訂單）',
        '  應收帳款 shopee-tw (TWD)  期初 0      期末 0      相符',
        '  試算表 (TWD)              借方 4,880  貸方 4,880  差額 0',
        '',
        '差異清單 (0)',
        '  沒有需要處理的差異。',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['en', 'Every row', 'Exact'],
    ['zh-CN', '订单状态', '完全相符'],
  ])('speaks %s when asked', async (language, _, label) => {
    const { stdout } = await reconcile(INCOME, ORDERS, '--lang', language);
    expect(stdout).toContain(label);
    expect(stdout).not.toContain('訂單狀態');
  });

  it('takes the shop from the command line, else the platform', async () => {
    expect((await jsonOf(INCOME, ORDERS)).json.orders[0].shop).toBe('shopee-tw');
    expect((await jsonOf(INCOME, ORDERS, '--shop', '茶舖')).json.orders[0].shop).toBe('茶舖');
  });
});

describe('books that are kept', () => {
  it('post nothing the second time and find the same again', async () => {
    const db = desk.path('books.sqlite');
    const first = await jsonOf(INCOME, ORDERS, ...SEEN, '--db', db);
    const second = await jsonOf(ORDERS, INCOME, ...SEEN, '--db', db);
    expect(first.json.posted).toEqual({ matches: 2, sales: 3, receipts: 2, vouchers: 5, movements: 4 });
    expect(second.json.posted).toEqual({ matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 });
    expect(second.json.orders).toEqual(first.json.orders);
    expect(second.json.receipts).toEqual(first.json.receipts);
  });

  it('take money on hold to its order when the order export comes later', async () => {
    const db = desk.path('later.sqlite');
    const alone = await jsonOf(INCOME, ...SEEN, '--db', db);
    expect(alone.json.counts.byHeadline).toEqual({ PAYOUT_WITHOUT_ORDER: 2 });
    expect(alone.json.unmatched).toMatchObject([
      {
        file: 'shopee-tw.income.xlsx',
        row: 7,
        orderNumber: '2405018K2M4N6P',
        type: 'PAYOUT_WITHOUT_ORDER',
        net: '1146',
      },
      { row: 8, net: '385' },
    ]);
    const both = await jsonOf(ORDERS, INCOME, ...SEEN, '--db', db);
    expect(both.json.counts.byHeadline).toEqual({ EXACT: 1, CANCELLED: 1, REFUND_PARTIAL: 1 });
    expect(both.json.conservation[0]).toMatchObject({
      difference: '0',
      dispositions: { allocated: '1531', suspense: '0' },
    });
  });
});

describe('a file that is refused', () => {
  const HEADS = { orders: 0, income: 5 };

  async function withHeader(
    source: string,
    row: number,
    change: (header: Cell[]) => Cell[],
    name: string,
    sheet = 'S',
  ) {
    const rows = await rowsOf(source);
    rows[row] = change([...(rows[row] ?? [])]);
    return desk.workbook(name, { [sheet]: rows });
  }

  const without = (name: string) => (header: Cell[]) => header.map((cell) => (cell === name ? 'x' : cell));

  it.each<[string, () => string | Promise<string>, string, readonly string[]]>([
    ['is no workbook', () => desk.put('noise.xlsx', 'hello'), 'NOT_A_WORKBOOK', ['noise.xlsx']],
    ['is a web page', () => desk.put('page.csv', '<html></html>'), 'NOT_A_WORKBOOK', ['page.csv']],
    ['has an empty sheet', () => desk.workbook('empty.xlsx', { Leer: [] }), 'EMPTY_SHEET', ['Leer']],
    ['is an empty text', () => desk.put('nothing.csv', ''), 'EMPTY_SHEET', ['nothing']],
    [
      'is another report',
      () =>
        desk.workbook('other.xlsx', {
          Data: [
            ['日期', '金額'],
            ['2024-05-01', 5],
          ],
        }),
      'UNKNOWN_REPORT',
      ['Data'],
    ],
    [
      'lacks a key column',
      () => withHeader(INCOME, HEADS.income, without('錢包入帳金額'), 'lacks.xlsx', '進帳'),
      'MISSING_COLUMN',
      ['lacks.xlsx', '進帳', '我的進帳', '錢包入帳金額'],
    ],
    [
      'has a header twice',
      () => withHeader(ORDERS, HEADS.orders, (header) => [...header, '訂單編號'], 'twice.xlsx'),
      'DUPLICATE_HEADER',
      ['twice.xlsx', '訂單編號'],
    ],
    [
      'has a header and nothing below',
      async () => desk.workbook('bare.xlsx', { orders: (await rowsOf(ORDERS)).slice(0, 1) }),
      'NO_DATA_ROWS',
      ['orders'],
    ],
  ])('because it %s: exit 2, the reason named, nothing stored', async (_, make, code, named) => {
    const path = await make();
    const db = desk.path(`${code}.sqlite`);
    const { code: exit, json, stderr } = await jsonOf(path, ORDERS, '--db', db);
    expect([exit, json.refused.map((refusal: { code: string }) => refusal.code)]).toEqual([2, [code]]);
    for (const text of named) expect(stderr).toContain(text);
    expect(existsSync(db)).toBe(false);
  });

  it('is refused by the sheet that came nearest to a report', async () => {
    const rows = await rowsOf(INCOME);
    const lacking = [...rows.slice(0, 5), without('錢包入帳金額')([...(rows[5] ?? [])]), ...rows.slice(6)];
    const path = await desk.workbook('near.xlsx', { Empty: [], Notes: [['hello']], Income: lacking });
    const { json } = await jsonOf(path);
    expect(json.refused).toMatchObject([{ sheet: 'Income', code: 'MISSING_COLUMN' }]);
  });

  it('names the nearest mapping and the missing columns for a program, too', async () => {
    const path = await withHeader(INCOME, HEADS.income, without('錢包入帳金額'), 'lacks.xlsx');
    const { json } = await jsonOf(path);
    expect(json).toMatchObject({
      refused: [{ file: 'lacks.xlsx', sheet: 'S', nearest: 'shopee-tw.income', columns: ['錢包入帳金額'] }],
    });
  });

  it.each(['gone.xlsx', '.'])('cannot be opened (%s): exit 2, and the path is named', async (name) => {
    const { code, stderr } = await reconcile(desk.path(name));
    expect([code, stderr]).toEqual([2, `clearsheet: 無法開啟 ${desk.path(name)}。請確認路徑與讀取權限。\n`]);
  });
});

describe('a workbook that is partly readable', () => {
  it('uses the sheets it knows and says why it left the others alone', async () => {
    const path = await desk.workbook('both.xlsx', {
      Notes: [['hello']],
      Orders: await rowsOf(ORDERS),
      Income: await rowsOf(INCOME),
    });
    const { code, json } = await jsonOf(path);
    expect(code).toBe(0);
    expect(json.files[0].sheets.map(({ kind, mapping }: Record<string, unknown>) => [kind, mapping])).toEqual([
      ['other', null],
      ['orders', 'shopee-tw.orders'],
      ['payout', 'shopee-tw.income'],
    ]);
    expect(json.files[0].sheets[0].message).toContain('Notes');
    expect(json.conservation[0].difference).toBe('0');
  });

  it('leaves out the rows it cannot read, names them, and proves the rest', async () => {
    const rows = await rowsOf(INCOME);
    const broken = [...(rows[7] ?? [])];
    broken[9] = 'abc';
    const path = await desk.workbook('income.xlsx', { Income: [...rows.slice(0, 7), broken] });
    const out = desk.path('broken.xlsx');
    const { code, json } = await jsonOf(path, ORDERS, '--out', out);
    expect(code).toBe(0);
    expect(json.files[0].sheets[0]).toMatchObject({
      rows: { read: 2, accepted: 1, rejected: 1 },
      foots: true,
      problems: [{ row: 8, column: '退款金額', code: 'AMOUNT_UNREADABLE' }],
    });
    expect(json.conservation[0]).toMatchObject({
      net: '1531',
      difference: '0',
      dispositions: { allocated: '1146', rejected: '385' },
    });
    const reading = await readWorkbook(readFileSync(out), 'broken.xlsx');
    const problems = 'sheets' in reading ? reading.sheets.at(-1)?.rows : [];
    expect(problems?.[4]?.slice(0, 6)).toEqual(['未讀取', 'income.xlsx', 'Income', 8, '退款金額', 'abc']);
  });

  it('proves the same in the workbook as in the answer, also for rows repeated in a second file', async () => {
    const rows = await rowsOf(INCOME);
    const again = await desk.workbook('income-2.xlsx', { Income: rows.slice(5, 7) });
    const out = desk.path('twice.xlsx');
    const { json } = await jsonOf(INCOME, again, ORDERS, '--out', out);
    expect(json.conservation[0]).toMatchObject({ net: '2677', difference: '0' });
    const summary = await rowsOf(out);
    const valueOf = (label: string) => summary.find((row) => row[0] === label)?.slice(1, 3);
    const { dispositions, rowCounts } = json.conservation[0];
    expect([valueOf('已沖帳'), valueOf('重複的列')]).toEqual([
      [Number(dispositions.allocated), rowCounts.allocated],
      [Number(dispositions.duplicate), rowCounts.duplicate],
    ]);
    expect(valueOf('重複的列')).toEqual([1146, 1]);
  });
});
