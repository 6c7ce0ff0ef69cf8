// The result worksheets of the sample pair, set beside a text that people review.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../core/language.ts';
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import { normalizeOrders } from '../../../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { RESULT_SHEET_KEYS, type ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { resultSheets } from '../../../core/worksheets/result-sheets.ts';
import { bodyRows } from '../../../core/worksheets/table-layout.ts';
import { textWidth } from '../../../core/worksheets/text-width.ts';
import { readWorkbook } from '../../../files/read-workbook.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { describeSheets } from './describe-sheets.ts';
import { evaluateSheets } from './evaluate.ts';
import { aLine, anOrder, type BookFacts, dollars, runBooks } from './run-books.ts';

const draw = (facts: BookFacts, context?: Parameters<typeof runBooks>[1]) => {
  const { result, context: full } = runBooks(facts, context);
  return resultSheets(result, full);
};

function sheetOf(sheets: readonly ResultSheet[], key: ResultSheet['key']): ResultSheet {
  const sheet = sheets.find((one) => one.key === key);
  if (!sheet) throw new Error(`no sheet ${key}`);
  return sheet;
}

/** Rows of the sheet's table under the given headers. */
function column(sheets: readonly ResultSheet[], key: ResultSheet['key'], header: string) {
  const [table] = sheetOf(sheets, key).tables;
  const at = table?.columns.findIndex((one) => one.header === header) ?? -1;
  if (!table || at < 0) throw new Error(`no column ${header} on ${key}`);
  return table.rows.map((row) => row[at]);
}

/** The summary's line that begins with a label: its values. */
function summaryLine(sheets: readonly ResultSheet[], label: string) {
  const line = sheetOf(sheets, 'summary').lines.find(({ cells }) => cells[0] === label);
  return line?.cells.slice(1).map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell));
}

const PAID = { PRINCIPAL: 1000, COMMISSION: -60 } as const;
const CONFLICT = { code: 'CONFLICT', row: 20, column: null, details: { fields: 'net' } } as const;

/** One month with everything that can happen to a payout row. */
const MIXED: BookFacts = {
  orders: [
    anOrder('A1'),
    anOrder('A2', { sourceRow: 3 }),
    anOrder('A3', { sourceRow: 4, stage: 'unshipped', shippedOn: null, completedOn: null }),
    anOrder('A4', { sourceRow: 5, stage: 'cancelled' }),
    anOrder('A5', { sourceRow: 6, credited: dollars(500), refunded: true }),
    anOrder('A6', { sourceRow: 7 }),
  ],
  payouts: [
    {
      file: 'income-1.xlsx',
      declared: 6000,
      rejected: { rows: 2, net: 123.45 },
      problems: [{ code: 'AMOUNT_UNREADABLE', row: 30, column: '退款金額', details: { value: '=abc' } }, CONFLICT],
      lines: [
        aLine('A1', PAID, { sourceRow: 7 }),
        aLine('A2', { PRINCIPAL: 1100, COMMISSION: -66 }, { sourceRow: 8 }),
        aLine('A3', PAID, { sourceRow: 9 }),
        aLine('A4', { PRINCIPAL: 50 }, { sourceRow: 10 }),
        aLine('A5', { PRINCIPAL: 1000, REFUND: -500, COMMISSION: -30 }, { sourceRow: 11 }),
        aLine('ZZ', { PRINCIPAL: 777.7 }, { sourceRow: 12 }),
        aLine(null, { AD_FEE: -105 }, { sourceRow: 13 }),
        aLine('A1', { SERVICE_FEE: -3 }, { sourceRow: 14 }),
        aLine('A6', { PRINCIPAL: 999 }, { sourceRow: 20 }),
      ],
    },
    {
      file: 'income-2.xlsx',
      lines: [aLine('A1', PAID, { sourceRow: 7 }), aLine('A2', PAID, { sourceRow: 8 })],
      repeatedRows: [7],
    },
  ],
};

const DOLLARS_ABROAD: BookFacts = {
  orders: [anOrder('T1'), anOrder('U1', { currency: 'USD', receivable: dollars(10.5) })],
  payouts: [
    { file: 'twd.xlsx', lines: [aLine('T1', PAID)] },
    { file: 'usd.xlsx', lines: [aLine('U1', { PRINCIPAL: 10.5, COMMISSION: -0.125 }, { currency: 'USD' })] },
  ],
};

describe('every formula has the value it would compute', () => {
  it.each<[string, BookFacts]>([
    ['a month with everything in it', MIXED],
    ['two currencies', DOLLARS_ABROAD],
    ['nothing at all', {}],
    ['orders without payout', { orders: [anOrder('A1')] }],
  ])('%s', (_, facts) => {
    const checked = LANGUAGES.flatMap((language) => evaluateSheets(draw(facts, { language })));
    expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
    expect(checked.length > 0 || Object.keys(facts).length === 0).toBe(true);
  });
});

describe('the conservation proof', () => {
  it('gives every amount and every row of the files one place, and no difference', () => {
    const sheets = draw(MIXED);
    expect(
      ['已沖帳', '暫收款', '非訂單款項', '重複的列', '與先前不同', '未讀取', '去向合計', '撥款檔淨額', '差額'].map(
        (label) => [label, ...(summaryLine(sheets, label)?.slice(0, 2) ?? [])],
      ),
    ).toEqual([
      // 940 and −3 of A1, 470 of A5, 940 of A2's second row. The fees 66 and 60 of rows on hold wait with them.
      ['已沖帳', 2347, 4],
      ['暫收款', 2801.7, 4],
      ['非訂單款項', -105, 1],
      ['重複的列', 940, 1],
      ['與先前不同', 999, 1],
      ['未讀取', 123.45, 2],
      ['去向合計', 7106.15, 13],
      ['撥款檔淨額', 7106.15, 13],
      ['差額', 0, 0],
    ]);
  });

  it('is there once per currency and never adds two', () => {
    const sheets = draw(DOLLARS_ABROAD);
    const headings = sheetOf(sheets, 'summary')
      .lines.filter(({ style }) => style === 'heading')
      .map(({ cells }) => cells[0]);
    expect(headings).toContain('每一元的去向 · TWD');
    expect(headings).toContain('每一元的去向 · USD');
    const [orders] = sheetOf(sheets, 'orders').tables;
    expect(orders?.columns.filter(({ total }) => total === 'sum')).toEqual([]);
  });

  it('says so when the files hold more than their rows explain', () => {
    const { result, context } = runBooks(MIXED);
    const files = context.files.map((file) =>
      file.proof ? { ...file, proof: { ...file.proof, net: dollars(9000) } } : file,
    );
    const [summary] = resultSheets(result, { ...context, files });
    expect(summary?.lines[1]?.cells[0]).toContain('去向不明');
    expect(summary?.lines.find(({ cells }) => cells[0] === '差額')?.zeros).toEqual([1, 2]);
  });
});

describe('payout lines', () => {
  it('name the place of each row, its receipt and its order', () => {
    const sheets = draw(MIXED);
    expect(column(sheets, 'payoutLines', '去向')).toEqual([
      ...['已沖帳', '暫收款', '暫收款', '暫收款', '已沖帳', '暫收款', '非訂單款項', '已沖帳', '與先前不同'],
      ...['重複的列', '已沖帳'],
    ]);
    expect(column(sheets, 'payoutLines', '狀態').slice(0, 9)).toEqual([
      ...[
        '完全相符',
        '溢收',
        '已支付未發貨',
        '已取消仍撥款',
        '部分退款',
        '有撥款無訂單',
        '非訂單款項',
        '完全相符',
        null,
      ],
    ]);
    expect(column(sheets, 'payoutLines', '收款單號').slice(6, 10)).toEqual([
      'RC202405-0003',
      'RC202405-0001',
      null,
      null,
    ]);
  });

  it('include rows of earlier files that the same receipts book, so that receipts and lines agree', () => {
    const { result, context } = runBooks(MIXED);
    const files = context.files.map((file) => (file.file === 'income-2.xlsx' ? { ...file, lines: [] } : file));
    const sheets = resultSheets(result, { ...context, files });
    expect(column(sheets, 'payoutLines', '去向').at(-1)).toBe('先前的撥款');
    const { lines } = sheetOf(sheets, 'summary');
    const inLines = lines.findIndex(({ cells }) => cells[0] === '撥款明細的沖應收與暫收');
    expect(lines[inLines + 1]?.cells.slice(4).map((cell) => Object(cell).value)).toEqual([0, 0]);
  });
});

describe('the work list', () => {
  it('has the most pressing first, with the money at stake, its age and the next step', () => {
    const sheets = draw(MIXED);
    expect(column(sheets, 'discrepancies', '狀態')).toEqual([
      '已取消仍撥款',
      '有撥款無訂單',
      '已支付未發貨',
      '溢收',
      '逾期未撥款',
    ]);
    expect(column(sheets, 'discrepancies', '訂單編號')).toEqual(['A4', 'ZZ', 'A3', 'A2', 'A6']);
    expect(column(sheets, 'discrepancies', '涉及金額')).toEqual([50, 777.7, 1000, 1100, 1000]);
    expect(column(sheets, 'discrepancies', '天數')).toEqual([22, 22, 22, 22, 12]);
    expect(column(sheets, 'discrepancies', '下一步').every((step) => typeof step === 'string' && step !== '')).toBe(
      true,
    );
  });

  it('is calm when nothing needs attention', () => {
    const sheet = sheetOf(
      draw({ orders: [anOrder('A1')], payouts: [{ file: 'i', lines: [aLine('A1', PAID)] }] }),
      'discrepancies',
    );
    expect([sheet.tone, sheet.lines[1]?.cells[0]]).toEqual(['good', '沒有需要處理的差異。']);
  });
});

describe('every sheet', () => {
  it('is there with a table that a reader can filter, also when it has nothing to say', () => {
    const sheets = draw({});
    const always = [
      'summary',
      'orders',
      'discrepancies',
      'payoutLines',
      'receipts',
      'stock',
      'stockAlerts',
      'problems',
    ];
    expect(sheets.map(({ key }) => key)).toEqual(always);
    for (const { tables, frozenRows } of sheets.slice(1)) {
      expect(tables.map((table) => [table.headerRow, bodyRows(table)])).toEqual([[frozenRows, 1]]);
    }
  });

  it('stands where its key does, those of the books only with content', () => {
    const all = draw(MIXED).map(({ key }) => key);
    expect(all).toEqual(RESULT_SHEET_KEYS.filter((key) => all.includes(key)));
    // No statement was pushed in this run, and no run speaks of the whole books.
    expect(RESULT_SHEET_KEYS.filter((key) => !all.includes(key))).toEqual(['deposits', 'positions']);
  });

  it.each(LANGUAGES)('has a name Excel takes and headers of its own in %s', (language) => {
    const sheets = draw(MIXED, { language });
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
    for (const { name, tables } of sheets) {
      expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/);
      for (const { columns } of tables) expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    }
  });

  it('shows every decimal there is, and none that is not', () => {
    expect(sheetOf(draw(MIXED), 'orders').decimals).toBe(2);
    expect(sheetOf(draw({ orders: [anOrder('A1')] }), 'orders').decimals).toBe(0);
    expect(sheetOf(draw(DOLLARS_ABROAD), 'orders').decimals).toBe(3);
  });

  it('leads back to the row: a link where its sheet stands in the workbook, words where not', () => {
    const linked = draw(MIXED, { workbook: 'income-1.xlsx' });
    expect(column(linked, 'payoutLines', '來源')[0]).toEqual({
      formula: `=HYPERLINK("#'Income'!A7","第 7 列 · Income")`,
      value: '第 7 列 · Income',
    });
    expect(column(linked, 'orders', '來源')[0]).toBe('第 2 列 · orders · orders.xlsx');
  });

  it('warns of items never counted, and of those below their safety level', () => {
    const levels = [{ sku: 'TEA-01', opening: 12, safety: 5 }];
    const cups = [{ sku: 'CUP', name: '杯', quantity: 1, returned: 1, unitPrice: dollars(1000) }];
    const orders = [...Array.from({ length: 4 }, (_, at) => anOrder(`A${at}`)), anOrder('C1', { lines: cups })];
    const sheets = draw({ orders, levels });
    expect(column(sheets, 'stockAlerts', '狀態')).toEqual(['未設期初', '低於安全庫存']);
    expect(column(sheets, 'stockAlerts', '可用')).toEqual([null, 4]);
    expect(column(sheets, 'stock', '原因').filter((cause) => cause === '退貨')).toHaveLength(1);
  });

  it('keeps texts from files as texts, whatever they begin with', () => {
    const sheets = draw({ ...MIXED, orders: [anOrder('=1+1', { status: '@evil' })] });
    expect(column(sheets, 'orders', '訂單編號')).toEqual(['=1+1']);
    expect(column(sheets, 'orders', '平台狀態')).toEqual(['@evil']);
    expect(column(sheets, 'problems', '內容')).toEqual(['=abc', null]);
  });
});

describe('the sample pair', () => {
  const FOLDER = join(__dirname, '../../mappings/golden');
  const EXPECTED = join(__dirname, 'golden/shopee-pair.zh-TW.txt');

  it('gives the worksheets of the golden text', async () => {
    const sheets = await drawSamplePair();
    const described = describeSheets(sheets);
    // To accept a change: delete the golden text, run the test once, and review the difference.
    if (!existsSync(EXPECTED)) writeFileSync(EXPECTED, described);
    expect(described).toBe(readFileSync(EXPECTED, 'utf8'));
    expect(evaluateSheets(sheets).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  });

  async function drawSamplePair(): Promise<ResultSheet[]> {
    const orders = await recognise('shopee-tw.orders.xlsx');
    const income = await recognise('shopee-tw.income.xlsx');
    if (orders.recognised.kind !== 'orders' || income.recognised.kind !== 'payout')
      throw new Error('not the sample pair');
    const { orders: read } = normalizeOrders(orders.table, orders.recognised);
    const { lines, declared } = normalizePayout(income.table, income.recognised);
    const total = declared === null ? {} : { declared: declared / 10_000 };
    return draw({ orders: read, payouts: [{ file: 'shopee-tw.income.xlsx', lines, ...total }] });
  }

  async function recognise(file: string) {
    const reading = await readWorkbook(readFileSync(join(FOLDER, file)), file);
    if ('refused' in reading) throw new Error(reading.refused.code);
    const [table] = reading.sheets;
    if (!table) throw new Error('no sheet');
    const detection = detectMapping(table, builtInMappings);
    if (detection.outcome === 'refused') throw new Error(detection.refusal.code);
    return { table, recognised: detection.recognised };
  }
});

// Seen red: "Expected net" was cut off beside its filter button.
test.each(LANGUAGES)('every header of every table can be read beside its filter button (%s)', (language) => {
  const columns = draw(MIXED, { language }).flatMap(({ tables }) => tables.flatMap((table) => table.columns));
  const cut = columns.filter(({ header, width }) => width < textWidth(header) + 4);
  expect(columns.length).toBeGreaterThan(100);
  expect(cut.map(({ header }) => header)).toEqual([]);
});

test('the result sheets of large amounts have columns wide enough for them', () => {
  const sheets = draw({
    orders: [anOrder('A1', { receivable: dollars(123_456_789_012) })],
    payouts: [{ file: 'income.xlsx', lines: [] }],
  });
  const { columns = [], rows = [] } = sheetOf(sheets, 'orders').tables[0] ?? {};
  const at = columns.findIndex((_, place) => rows[0]?.[place] === 123_456_789_012);
  expect(columns[at]?.width).toBeGreaterThan('123,456,789,012'.length);
});
