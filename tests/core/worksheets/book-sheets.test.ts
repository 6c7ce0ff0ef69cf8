// What the result says of the books: sales documents, claims and reasons on the orders, and the summary's blocks that hold
// documents, vouchers and statements against the orders. Seen red: with credits in the column of sales, with reasons left
// out of their total, with the roll-forward's base rows counted as well, and with columns of claims always or never there.
import { LANGUAGES } from '../../../core/language.ts';
import { reasonLabel } from '../../../core/reconcile/difference-words.ts';
import { DIFFERENCE_REASONS, FLAGS } from '../../../core/reconcile/outcome.ts';
import { REVIEW_REASONS } from '../../../core/reconcile/review-reasons.ts';
import { SALES_DOCUMENT_KINDS } from '../../../core/sales-document.ts';
import {
  batchStates,
  differencesText,
  documentLabel,
  flagsText,
  reviewLabel,
} from '../../../core/worksheets/outcome-words.ts';
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { resultSheets } from '../../../core/worksheets/result-sheets.ts';
import { totalsOf } from '../../../core/worksheets/table-layout.ts';
import { must } from '../reconcile/memory-books.ts';
import { evaluateSheets } from './evaluate.ts';
import { aLine, anOrder, type BookFacts, day, dollars, runBooks } from './run-books.ts';

const PAID = { PRINCIPAL: 1000, COMMISSION: -60 } as const;

/** Short, disputed, held in reserve, credited, across two months. */
const BOOKS: BookFacts = {
  orders: [
    anOrder('A1', { shippedOn: day('2024-04-29') }),
    anOrder('A2', { sourceRow: 3 }),
    anOrder('A3', { sourceRow: 4, credited: dollars(300), refunded: true }),
    anOrder('A4', { sourceRow: 5 }),
  ],
  payouts: [
    {
      file: 'income.xlsx',
      lines: [
        aLine('A1', PAID),
        aLine('A2', { ...PAID, CHARGEBACK: -250 }, { sourceRow: 8 }),
        aLine('A3', { PRINCIPAL: 1000, REFUND: -300, RESERVE_HELD: -70 }, { sourceRow: 9 }),
        aLine('A4', { PRINCIPAL: 955.5, COMMISSION: -60 }, { sourceRow: 10 }),
      ],
    },
  ],
};
const PLAIN: BookFacts = { orders: [anOrder('A1')], payouts: [{ file: 'i', lines: [aLine('A1', PAID)] }] };

/** Paid nine days after the day that is asked about. */
const PAID_LATER: BookFacts = {
  orders: [anOrder('A1')],
  payouts: [{ file: 'i', lines: [aLine('A1', PAID, { paidOutOn: day('2024-06-10') })] }],
};

const ABROAD: BookFacts = {
  orders: [anOrder('T1'), anOrder('U1', { currency: 'USD', receivable: dollars(10.5), sourceRow: 3 })],
  payouts: [{ file: 'usd.xlsx', lines: [aLine('U1', { PRINCIPAL: 10, COMMISSION: -0.5 }, { currency: 'USD' })] }],
};

const draw = (facts: BookFacts, change: (result: Drawn) => Drawn = (same) => same) => {
  const { result, context } = runBooks(facts);
  return resultSheets(change(result), context);
};
type Drawn = ReturnType<typeof runBooks>['result'];

const sheetOf = (sheets: readonly ResultSheet[], key: ResultSheet['key']) =>
  must(sheets.find((sheet) => sheet.key === key));
const tableOf = (sheets: readonly ResultSheet[], key: ResultSheet['key']) => must(sheetOf(sheets, key).tables[0]);
const headers = (sheets: readonly ResultSheet[], key: ResultSheet['key']) =>
  tableOf(sheets, key).columns.map(({ header }) => header);
const column = (sheets: readonly ResultSheet[], key: ResultSheet['key'], header: string) => {
  const at = headers(sheets, key).indexOf(header);
  return tableOf(sheets, key).rows.map((row) => row[at]);
};
const now = (value: unknown) => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

/** Lines of the summary's block below a heading, with what their cells come to. */
function block(sheets: readonly ResultSheet[], heading: string): unknown[][] {
  const { lines } = sheetOf(sheets, 'summary');
  const from = lines.findIndex(({ style, cells }) => style === 'heading' && cells[0] === heading);
  if (from < 0) return [];
  const length = lines.slice(from).findIndex(({ cells }) => cells.length === 0);
  return lines.slice(from + 2, length < 0 ? undefined : from + length).map(({ cells }) => cells.map(now));
}

test('sales documents: one row each, a column and a total for each kind', () => {
  const sheets = draw(BOOKS);
  expect(headers(sheets, 'sales')).toEqual(['單據號碼', '類別', '日期', '訂單編號', '銷貨單', '折讓單']);
  expect(column(sheets, 'sales', '類別')).toEqual(['銷貨單', '銷貨單', '銷貨單', '銷貨單', '折讓單']);
  expect(column(sheets, 'sales', '銷貨單')).toEqual([1000, 1000, 1000, 1000, null]);
  expect(column(sheets, 'sales', '折讓單')).toEqual([null, null, null, null, 300]);
  expect(totalsOf(tableOf(sheets, 'sales')).map((total) => total?.value)).toEqual([
    ...[5, undefined, undefined, undefined, 4000, 300],
  ]);
});

test('freight collected, base amounts and reversals have columns once there are any', () => {
  const base = { currency: 'TWD', rate: '31.5', amount: dollars(31500) };
  const sheets = draw(BOOKS, (result) => ({
    ...result,
    sales: result.sales.map((one) => ({ ...one, collected: dollars(60), base, reverses: 'SA202405-0000' })),
  }));
  expect(headers(sheets, 'sales').slice(6)).toEqual(['代收款', '匯率', '本位幣金額', '沖銷']);
  expect(column(sheets, 'sales', '本位幣金額')).toEqual([31500, 31500, 31500, 31500, -31500]);
  expect(column(sheets, 'sales', '匯率')[0]).toBe(31.5);
});

describe('orders', () => {
  it('say what was expected, why it differs, what is claimed and held, and what is worth knowing', () => {
    const sheets = draw(BOOKS);
    expect(column(sheets, 'orders', '預期淨額')).toEqual([940, 940, 700, 940]);
    expect(column(sheets, 'orders', '差異原因')).toEqual([null, '爭議款 250', '保留款 70', '短收 44.5']);
    expect(column(sheets, 'orders', '平台爭議')).toEqual([0, 250, 0, 0]);
    expect(column(sheets, 'orders', '保留款')).toEqual([0, 0, 70, 0]);
    expect(column(sheets, 'orders', '註記')).toEqual(['跨期', null, null, null]);
    expect(headers(sheets, 'orders')).not.toContain('尾差');
  });

  it('have no column for what none of them has', () => {
    const rare = ['平台爭議', '保留款', '尾差', '註記'];
    expect(headers(draw(PLAIN), 'orders').filter((header) => rare.includes(header))).toEqual([]);
    const written = draw(PLAIN, (result) => ({
      ...result,
      orders: result.orders.map((order) => ({ ...order, writtenOff: dollars(2) })),
    }));
    expect(column(written, 'orders', '尾差')).toEqual([2]);
  });
});

test('payout lines show what went to other accounts, and say how the net is made up', () => {
  const sheets = draw(BOOKS);
  expect(column(sheets, 'payoutLines', '其他科目')).toEqual([0, -250, -70, 0]);
  expect(sheetOf(sheets, 'payoutLines').lines[1]?.cells[0]).toContain('其他科目');
  expect(headers(draw(PLAIN), 'payoutLines')).not.toContain('其他科目');
});

describe('the summary', () => {
  it('adds up the reasons and holds them against the orders', () => {
    expect(block(draw(BOOKS), '差異原因')).toEqual([
      ['短收', 1, 44.5],
      ['爭議款', 1, 250],
      ['保留款', 1, 70],
      ['原因合計', null, 364.5],
      ['預期淨額 − 撥款淨額', null, 364.5],
      ['差額', null, 0],
    ]);
    expect(block(draw(PLAIN), '差異原因')).toEqual([]);
  });

  it('holds orders against documents and roll-forward', () => {
    expect(block(draw(BOOKS), '應收帳款')).toEqual([
      ['訂單對帳', 4000, 300, 44.5],
      ['銷貨單據', 4000, 300, null],
      ['應收變動表期末', null, null, 44.5],
      ['差額', 0, 0, 0],
    ]);
    expect(block(draw(PLAIN), '應收帳款')[1]).toEqual(['銷貨單據', 1000, null, null]);
  });

  it('tells documents dated after the day apart from the closing, which they are no part of', () => {
    expect(block(draw(PAID_LATER), '應收帳款')).toEqual([
      ['訂單對帳', 1000, 0, 0],
      ['銷貨單據', 1000, null, null],
      ['應收變動表期末', null, null, 1000],
      ['基準日以後的單據', null, null, -1000],
      ['差額', 0, 0, 0],
    ]);
    expect(column(draw(PAID_LATER), 'rollForward', '日後單據')).toEqual([-1000]);
    expect(column(draw(PAID_LATER), 'openOrders', '訂單編號')).toEqual(['A1']);
    expect(headers(draw(BOOKS), 'rollForward')).not.toContain('日後單據');
  });

  it('holds debits against credits, of the vouchers and of the trial balance', () => {
    const [vouchers = [], balance = []] = block(draw(BOOKS), '傳票與試算');
    expect([vouchers[0], balance[0]]).toEqual(['傳票', '試算表']);
    expect(Number(vouchers[1])).toBeGreaterThan(4000);
    expect([vouchers.slice(1), balance.slice(1)]).toEqual(Array(2).fill([vouchers[1], vouchers[1], 0]));
  });

  it('has a block for each currency and never adds two', () => {
    const sheets = draw(ABROAD);
    expect(block(sheets, '應收帳款 · USD').map((line) => line.slice(1))).toEqual([
      ...[
        [10.5, 0, 0.5],
        [10.5, null, null],
        [null, null, 0.5],
        [0, 0, 0],
      ],
    ]);
    expect(block(sheets, '應收帳款 · TWD').at(-1)).toEqual(['差額', 0, 0, 0]);
    expect(block(sheets, '傳票與試算 · USD').map((line) => line[3])).toEqual([0, 0]);
  });

  it('counts receivables in their own currency, not once more in the base currency', () => {
    const base = { currency: 'TWD', rate: '31.5', amount: dollars(330.75) };
    const sheets = draw(ABROAD, (result) => ({ ...result, sales: result.sales.map((one) => ({ ...one, base })) }));
    expect(column(sheets, 'rollForward', '金額別')).toContain('本位幣');
    expect(block(sheets, '應收帳款 · TWD').map((line) => line[3])).toEqual([1000, null, 1000, 0]);
    expect(evaluateSheets(sheets).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  });

  it('is drawn without the blocks of books that say nothing', () => {
    expect(['差異原因', '應收帳款', '傳票與試算'].map((heading) => block(draw({}), heading))).toEqual([[], [], []]);
  });
});

describe('books that do not agree', () => {
  const live = (sheets: readonly ResultSheet[]) =>
    evaluateSheets(sheets).filter(({ claimed, computed }) => claimed !== computed);

  it('show a lost sales document in the summary and on the roll-forward, by formula', () => {
    const sheets = draw(BOOKS, (result) => ({ ...result, sales: result.sales.slice(1) }));
    expect(block(sheets, '應收帳款').at(-1)).toEqual(['差額', 1000, 0, 1000]);
    expect(sheetOf(sheets, 'rollForward').tone).toBe('bad');
    expect(live(sheets)).toEqual([]);
  });

  it('show a voucher that does not balance', () => {
    const sheets = draw(BOOKS, (result) => {
      const [first, ...rest] = result.vouchers;
      return { ...result, vouchers: [{ ...must(first), lines: must(first).lines.slice(1) }, ...rest] };
    });
    expect(block(sheets, '傳票與試算').map((line) => line[3])).toEqual([-1000, -1000]);
    expect(live(sheets)).toEqual([]);
  });

  it('show a reason that is missing', () => {
    const sheets = draw(BOOKS, (result) => ({
      ...result,
      orders: result.orders.map((order) => ({
        ...order,
        differences: order.differences.slice(0, order.claim ? 0 : 1),
      })),
    }));
    expect(block(sheets, '差異原因').at(-1)).toEqual(['差額', null, 250]);
    expect(live(sheets)).toEqual([]);
  });
});

test.each<[string, BookFacts]>([
  ['claims, reserves, credits', BOOKS],
  ['two currencies', ABROAD],
  ['documents dated after the day', PAID_LATER],
])('every formula has the value it would compute, with %s', (_, facts) => {
  for (const language of LANGUAGES) {
    const { result, context } = runBooks(facts, { language });
    const checked = evaluateSheets(resultSheets(result, context));
    expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
    expect(checked.filter(({ at }) => /rollForward|應收變動表|应收变动表|Receivables roll/.test(at))).not.toEqual([]);
  }
});

describe('words', () => {
  it.each(LANGUAGES)('exist for every reason, flag, state and kind in %s, and differ', (language) => {
    const words = [
      DIFFERENCE_REASONS.map((one) => reasonLabel(one, language)),
      FLAGS.map((one) => flagsText([one], language)),
      REVIEW_REASONS.map((one) => reviewLabel(one, language)),
      SALES_DOCUMENT_KINDS.map((one) => documentLabel(one, language)),
    ];
    for (const list of words) {
      expect(list.every((text) => typeof text === 'string' && text !== '')).toBe(true);
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('name the fee a difference is about', () => {
    const differences = [
      { reason: 'SHORT', feeType: null, charged: null, amount: dollars(1050) },
      { reason: 'FEE_DIFF', feeType: 'COMMISSION', charged: dollars(80), amount: dollars(17) },
    ] as const;
    expect(differencesText(differences, 'zh-TW')).toBe('短收 1,050，手續費與合約不符（成交手續費） 17');
    expect(differencesText(differences, 'en')).toBe('Short paid 1,050, Fee differs from contract (Commission) 17');
    expect([differencesText([], 'en'), flagsText([], 'en')]).toEqual([null, null]);
    expect(flagsText(['CROSS_PERIOD', 'FX_DIFF'], 'zh-TW')).toBe('跨期，匯差');
  });

  it.each([
    [{ state: 'foots', net: 1 }, ['FOOTS']],
    [{ state: 'differs', net: 1 }, ['FILE_INCONSISTENT']],
    [{ state: 'incomplete', net: 0 }, ['INCOMPLETE']],
    [{ state: 'undeclared', net: -1 }, ['UNDECLARED', 'CARRIED_FORWARD']],
  ] as const)('a batch of %j is %j', ({ state, net }, expected) => {
    expect(batchStates({ state, net: dollars(net) })).toEqual(expected);
  });
});
