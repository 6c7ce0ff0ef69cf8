// Base amounts: opening at the rate of the day, clearing at what was booked, the last clearing to exactly zero.
// Seen red: with every clearing converted at the day's rate (USD 100 in two parts), with positions that an earlier
// clearing does not move (five times 0.02), with a clearing past the position taken in proportion, with transfers valued
// at the day's rate, with the lines of a transfer mixed, with the residue of rounding taken for a gain or put where it
// turns the sign, with returns at the rate of their day, and with a missing rate read as 1.
import { type DocumentsToValue, valueDocuments } from '../../../core/ledger/value-documents.ts';
import { ZERO } from '../../../core/money.ts';
import type { ReceiptDraft } from '../../../core/receipt.ts';
import { company, day, receipt, sale, toValue, units } from './documents.ts';

const USD = { currency: 'USD' } as const;
const on = (text: string) => ({ receivedOn: day(text) });
const usdSale = (amount: number, facts = {}) => sale(amount, { ...USD, ...facts });
const baseOf = ({ base }: ReceiptDraft) => {
  if (base === null) throw new Error('the receipt has no base');
  const dollars = (amounts: readonly number[]) => amounts.map((amount) => amount / 10_000);
  return {
    cash: base.cash / 10_000,
    deductions: dollars(base.deductions),
    allocations: dollars(base.allocations),
    gain: base.gain / 10_000,
  };
};
const value = (facts: Parameters<typeof toValue>[0]) => valueDocuments(toValue(facts));
const bases = (facts: Parameters<typeof toValue>[0]) => value(facts).receipts.map(baseOf);

describe('a company that keeps each currency by itself', () => {
  test('has no base amounts, whatever the documents said before', () => {
    const before = sale(100, { base: { currency: 'TWD', rate: '1', amount: units(100) } });
    const valued = value({ sales: [before], receipts: [receipt([['receivable', 100]])], company: company() });
    expect([valued.sales[0]?.base, valued.receipts[0]?.base]).toEqual([null, null]);
  });
});

describe('documents in the base currency itself', () => {
  test('stand at rate 1 with their own amounts and no gain', () => {
    const valued = value({ sales: [sale(1_050)], receipts: [receipt([['receivable', 1_050]], { COMMISSION: 63 })] });
    expect(valued.sales[0]?.base).toEqual({ currency: 'TWD', rate: '1', amount: units(1_050) });
    expect(valued.receipts[0]?.base).toEqual({
      ...{ currency: 'TWD', rate: '1', cash: units(987), deductions: [units(63)] },
      ...{ allocations: [units(1_050)], gain: ZERO },
    });
  });
});

describe('realised gains and losses', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-07': '31.8', '2024-05-08': '31.1', '2024-05-09': '32' };

  test('USD 100 at 31.50, received 40 at 31.80 and 60 at 31.10: +12 and −24', () => {
    const parts = [
      receipt([['receivable', 40]], {}, { ...USD, ...on('2024-05-07') }),
      receipt([['receivable', 60]], {}, { ...USD, ...on('2024-05-08') }),
    ];
    expect(bases({ sales: [usdSale(100)], receipts: parts, rates })).toEqual([
      { cash: 1_272, deductions: [], allocations: [1_260], gain: 12 },
      { cash: 1_866, deductions: [], allocations: [1_890], gain: -24 },
    ]);
  });

  test('the fee is an expense at the rate of the payout; only the receivable carries the difference', () => {
    const paid = receipt([['receivable', 100]], { COMMISSION: 15 }, { ...USD, ...on('2024-05-09') });
    expect(bases({ sales: [usdSale(100)], receipts: [paid], rates })).toEqual([
      { cash: 2_720, deductions: [480], allocations: [3_150], gain: 50 },
    ]);
  });

  test('a receivable of an earlier run is cleared at the base the books hold', () => {
    const openReceivables = new Map([['A', { amount: units(60), base: units(1_890) }]]);
    const paid = receipt([['receivable', 60]], {}, { ...USD, ...on('2024-05-07') });
    expect(bases({ receipts: [paid], openReceivables, rates })).toEqual([
      { cash: 1_908, deductions: [], allocations: [1_890], gain: 18 },
    ]);
  });

  test('what is more than was owed opens at the rate of the day', () => {
    const openReceivables = new Map([['A', { amount: units(60), base: units(1_890) }]]);
    const paid = receipt([['receivable', 100]], {}, { ...USD, ...on('2024-05-09') });
    expect(bases({ receipts: [paid], openReceivables, rates })).toEqual([
      { cash: 3_200, deductions: [], allocations: [1_890 + 1_280], gain: 30 },
    ]);
  });

  test('money on hold is given back at the base it came with', () => {
    const heldBefore: DocumentsToValue['heldBefore'] = (lineKey, orderKey, target) =>
      lineKey === 'line-1' && orderKey === null && target === 'suspense'
        ? { amount: units(100), base: units(3_150) }
        : { amount: ZERO, base: ZERO };
    const back = receipt([['suspense', -100, null]], {}, { ...USD, ...on('2024-05-09') });
    expect(bases({ receipts: [back], heldBefore, rates })).toEqual([
      { cash: -3_200, deductions: [], allocations: [-3_150], gain: -50 },
    ]);
  });

  test('a reserve held without an order is released against its shop, whatever the line', () => {
    const held = receipt([['reserve', -200, null, 'line-1']], {}, { ...USD, ...on('2024-05-07') });
    const released = receipt([['reserve', 200, null, 'line-2']], {}, { ...USD, ...on('2024-05-09') });
    expect(bases({ receipts: [held, released], rates }).map(({ gain }) => gain)).toEqual([0, 40]);
  });

  test('what is written off is an expense of its day and is never cleared', () => {
    const parts = receipt(
      [
        ['receivable', 100],
        ['writeOff', -1],
      ],
      {},
      { ...USD, ...on('2024-05-09') },
    );
    const [first] = bases({ sales: [usdSale(100)], receipts: [parts], rates });
    expect(first).toEqual({ cash: 3_168, deductions: [], allocations: [3_150, -32], gain: 50 });
  });
});

describe('rounding', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-07': '31.5' };

  test('at one rate throughout there is no gain: the odd dollar stays in the cash', () => {
    const paid = receipt([['receivable', 100]], { COMMISSION: 15 }, { ...USD, ...on('2024-05-07') });
    expect(bases({ sales: [usdSale(100)], receipts: [paid], rates })).toEqual([
      { cash: 2_677, deductions: [473], allocations: [3_150], gain: 0 },
    ]);
  });

  test('the last clearing takes what is left: USD 0.10 at 3 dollars, cleared in five parts, closes at zero', () => {
    const part = () => receipt([['receivable', 0.02]], {}, { ...USD, ...on('2024-05-07') });
    const receipts = [part(), part(), part(), part(), part()];
    const parts = bases({ sales: [usdSale(0.1)], receipts, rates });
    expect(parts.flatMap(({ allocations }) => allocations)).toEqual([1, 1, 0, 1, 0]);
    expect(parts.map(({ cash, gain }) => [cash, gain])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
  });
});

test('rounding never turns the side of an amount: what is too much for the cash is a gain', () => {
  const small = Array.from({ length: 10 }, (_, at) => ['suspense', -0.02, null, `small-${at}`] as const);
  const paid = receipt([...small, ['suspense', 0.25, null, 'large']], {}, { ...USD, ...on('2024-05-07') });
  const [first] = bases({ receipts: [paid], rates: { '2024-05-07': '31.5' } });
  expect([first?.cash, first?.gain]).toEqual([2, 4]);
});

describe('returns and corrections', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-03': '33', '2024-05-07': '32' };
  const back = (facts = {}) => usdSale(40, { kind: 'return', documentOn: day('2024-05-03'), ...facts });

  test('goods that come back take the base they were sold at, so no gain arises', () => {
    const { sales } = value({ sales: [usdSale(100), back()], rates });
    expect(sales.map(({ base }) => base)).toEqual([
      { currency: 'TWD', rate: '31.5', amount: units(3_150) },
      { currency: 'TWD', rate: '31.5', amount: units(1_260) },
    ]);
  });

  test('a smaller snapshot takes back at the rate of the sale', () => {
    const less = usdSale(-40, { documentOn: day('2024-05-03') });
    expect(value({ sales: [usdSale(100), less], rates }).sales[1]?.base).toEqual({
      ...{ currency: 'TWD', rate: '31.5', amount: units(-1_260) },
    });
  });

  test('a return of what was paid before opens at the rate of its day', () => {
    expect(value({ sales: [back()], rates }).sales[0]?.base).toEqual({
      ...{ currency: 'TWD', rate: '33', amount: units(1_320) },
    });
  });

  test('the refund then clears what the return opened', () => {
    const refund = receipt([['receivable', -40]], {}, { ...USD, ...on('2024-05-07') });
    expect(bases({ sales: [back()], receipts: [refund], rates })).toEqual([
      { cash: -1_280, deductions: [], allocations: [-1_320], gain: 40 },
    ]);
  });

  test('collected freight is paid on at its share of the sale', () => {
    const sold = usdSale(100, { collected: units(10) });
    const paid = receipt(
      [
        ['receivable', 100],
        ['collected', -10],
      ],
      {},
      { ...USD, ...on('2024-05-07') },
    );
    expect(bases({ sales: [sold], receipts: [paid], rates })).toEqual([
      { cash: 2_880, deductions: [], allocations: [3_150, -315], gain: 45 },
    ]);
  });
});

describe('transfers', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-09': '33' };
  const held = { amount: units(100), base: units(3_201) };
  const heldBefore: DocumentsToValue['heldBefore'] = (_line, orderKey, target) =>
    orderKey === null && target === 'suspense' ? held : { amount: ZERO, base: ZERO };
  const move = (parts: Parameters<typeof receipt>[0]) =>
    receipt(parts, {}, { ...USD, ...on('2024-05-09'), kind: 'transfer', lineKeys: [] });

  test('money that only moves on keeps its base and makes no gain', () => {
    const moved = move([
      ['suspense', -100, null],
      ['suspense', 50, 'A'],
      ['suspense', 50, 'B'],
    ]);
    expect(bases({ receipts: [moved], heldBefore, rates })).toEqual([
      { cash: 0, deductions: [], allocations: [-3_201, 1_601, 1_600], gain: 0 },
    ]);
  });

  test('money on hold that finds its order makes the gain of the two rates', () => {
    const found = move([
      ['suspense', -100, null],
      ['receivable', 100],
    ]);
    expect(bases({ sales: [usdSale(100)], receipts: [found], heldBefore, rates })).toEqual([
      { cash: 0, deductions: [], allocations: [-3_201, 3_150], gain: 51 },
    ]);
  });

  test('both at once: 60 clear the order, 40 stay on hold for it', () => {
    const both = move([
      ['suspense', -100, null],
      ['receivable', 60],
      ['suspense', 40, 'A'],
    ]);
    const [first] = bases({ sales: [usdSale(60)], receipts: [both], heldBefore, rates });
    expect(first).toEqual({ cash: 0, deductions: [], allocations: [-3_201, 1_890, 1_280], gain: 31 });
  });

  test('a rest that is given up is written off at the base of the receivable', () => {
    const given = move([
      ['receivable', 1],
      ['writeOff', -1],
    ]);
    const [first] = bases({ sales: [usdSale(1)], receipts: [given], rates });
    expect(first).toEqual({ cash: 0, deductions: [], allocations: [32, -32], gain: 0 });
  });

  test('each line moves its own money: two lines of two rates do not mix', () => {
    const perLine: DocumentsToValue['heldBefore'] = (lineKey, orderKey) =>
      orderKey === null
        ? { amount: units(100), base: lineKey === 'line-1' ? units(3_000) : units(3_400) }
        : { amount: ZERO, base: ZERO };
    const moved = move([
      ['suspense', -100, null, 'line-1'],
      ['suspense', -100, null, 'line-2'],
      ['suspense', 100, 'A', 'line-1'],
      ['suspense', 100, 'B', 'line-2'],
    ]);
    const [first] = bases({ receipts: [moved], heldBefore: perLine, rates });
    expect(first?.allocations).toEqual([-3_000, -3_400, 3_000, 3_400]);
  });
});

test('a missing rate is refused and never read as 1', () => {
  const paid = receipt([['receivable', 1]], {}, USD);
  expect(() => value({ receipts: [paid] })).toThrow('no TWD rate for USD on 2024-05-07');
  expect(() => value({ sales: [usdSale(1)] })).toThrow('no TWD rate for USD on 2024-05-01');
});

test('a rate that is no number is refused', () => {
  const paid = receipt([['receivable', 1]], {}, USD);
  expect(() => value({ receipts: [paid], rates: { '2024-05-07': '31,5' } })).toThrow('not an exchange rate: 31,5');
});
