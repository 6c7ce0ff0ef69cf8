// What is left of a receipt when a row is undone, document by document, and what an undo may not do.
import { DEFAULT_COMPANY } from '../../../core/company.ts';
import { companyInBooks } from '../company-in-books.ts';
import { drawVouchers } from '../../../core/ledger/draw-vouchers.ts';
import { add, negate, sum, ZERO } from '../../../core/money.ts';
import type { Component, ComponentType } from '../../../core/payout.ts';
import { type Allocation, imbalanceOf, type Receipt, type ReceiptDraft } from '../../../core/receipt.ts';
import { planReversal, type ReversalInput, type ReversalPlan } from '../../../core/reconcile/plan-reversal.ts';
import { type LineMoney, restOfReceipt } from '../../../core/reconcile/rest-of-receipt.ts';
import { reverseReceipt } from '../../../core/reconcile/reverse-documents.ts';
import type { SalesDocument } from '../../../core/sales-document.ts';
import { day, must, twd } from '../../server/fixtures.ts';

const JUNE = day('2024-06-02');

function money(parts: Partial<Record<ComponentType, number>>): LineMoney {
  const components = Object.entries(parts).map(([type, dollars]): Component => {
    return { type: type as ComponentType, column: type, amount: twd(dollars) };
  });
  return { net: sum(components.map(({ amount }) => amount)), components };
}

const to = (
  lineKey: string,
  target: Allocation['target'],
  dollars: number,
  more: Partial<Allocation> = {},
): Allocation => ({
  ...{ lineKey, target, orderKey: `order of ${lineKey}`, feeType: null, amount: twd(dollars), ...more },
});

/** A receipt of May over the lines, balanced by the fees that are left. */
function receiptOf(
  lines: Readonly<Record<string, LineMoney>>,
  allocations: Allocation[],
  base: Receipt['base'] = null,
) {
  const whole = restOfReceipt(
    {
      ...{ kind: 'payout', shop: 'shop', receivedOn: day('2024-05-10'), currency: 'TWD', cash: ZERO, deductions: [] },
      ...{ lineKeys: Object.keys(lines), allocations, base },
    },
    new Set(),
    (key) => must(lines[key]),
    day('2024-05-10'),
  );
  return { ...must(whole), number: 'RC202405-0001', reverses: null } satisfies Receipt;
}

describe('the rest of a receipt', () => {
  test.each<[string, Partial<Record<ComponentType, number>>, Allocation[], Partial<Record<ComponentType, number>>]>([
    ['a fee', { PRINCIPAL: 1050, COMMISSION: -60 }, [to('kept', 'receivable', 1050)], { COMMISSION: 60 }],
    [
      'a fee above contract, claimed back',
      { PRINCIPAL: 1050, COMMISSION: -80 },
      [to('kept', 'receivable', 1050), to('kept', 'claim', -17, { feeType: 'COMMISSION' })],
      { COMMISSION: 63 },
    ],
    [
      'freight collected for the carrier',
      { PRINCIPAL: 1050, BUYER_SHIPPING: 60, SHIPPING_FEE: -85 },
      [to('kept', 'receivable', 1110), to('kept', 'collected', -60)],
      { SHIPPING_FEE: 25 },
    ],
    [
      'a rest that a person accepted as a fee',
      { PRINCIPAL: 1000, COMMISSION: -60 },
      [to('kept', 'receivable', 1000), to('kept', 'receivable', 50, { feeType: 'COMMISSION' })],
      { COMMISSION: 110 },
    ],
    ['a write-off', { PRINCIPAL: 1049 }, [to('kept', 'receivable', 1050), to('kept', 'writeOff', -1)], {}],
  ])('keeps %s with its line', (_name, parts, allocations, deductions) => {
    const lines = { kept: money(parts), undone: money({ PRINCIPAL: 500, COMMISSION: -30, SHIPPING_FEE: -5 }) };
    const receipt = receiptOf(lines, [...allocations, to('undone', 'receivable', 500)]);
    const rest = must(restOfReceipt(receipt, new Set(['undone']), (key) => lines[key as 'kept'], JUNE));
    expect(rest).toMatchObject({ lineKeys: ['kept'], receivedOn: JUNE, cash: lines.kept.net, allocations });
    expect(Object.fromEntries(rest.deductions.map(({ type, amount }) => [type, amount / 10_000]))).toEqual(deductions);
    expect(imbalanceOf(rest)).toBe(0);
  });

  test('is nothing when every line is undone', () => {
    const lines = { only: money({ PRINCIPAL: 500 }) };
    const receipt = receiptOf(lines, [to('only', 'receivable', 500)]);
    expect(restOfReceipt(receipt, new Set(['only']), () => lines.only, JUNE)).toBeNull();
  });

  test.each<[string, number, number]>([
    ['without a gain, and rounding stays in the cash', 0, 0],
    ['with its own gain', 1, 1],
  ])('stands in base currency %s', (_name, wholeGain, gain) => {
    const lines = { kept: money({ PRINCIPAL: 100 }), undone: money({ PRINCIPAL: 40 }) };
    const base = {
      currency: 'USD',
      rate: '0.0311',
      cash: twd(4.35),
      deductions: [],
      allocations: [twd(3.1), twd(1.24)],
    };
    const parts = [to('kept', 'receivable', 100), to('undone', 'receivable', 40)];
    const receipt: ReceiptDraft = {
      ...receiptOf(lines, parts),
      base: { ...base, gain: twd(wholeGain / 100) },
    };
    const rest = must(restOfReceipt(receipt, new Set(['undone']), (key) => lines[key as 'kept'], JUNE));
    expect(rest.base).toMatchObject({ cash: twd(3.1 + gain / 100), allocations: [twd(3.1)], gain: twd(gain / 100) });
  });
});

test('a receipt and its reversal add up to nothing, amount by amount', () => {
  const lines = { one: money({ PRINCIPAL: 1050, COMMISSION: -60 }) };
  const receipt = receiptOf(lines, [to('one', 'receivable', 1050)]);
  const reversal = reverseReceipt(receipt, JUNE);
  expect(add(receipt.cash, reversal.cash)).toBe(0);
  expect(reversal.deductions).toEqual([{ type: 'COMMISSION', amount: twd(-60) }]);
  expect(reversal.allocations.map(({ amount }) => amount)).toEqual([twd(-1050)]);
  expect([reversal.receivedOn, reversal.lineKeys]).toEqual([JUNE, ['one']]);
});

const OF_ONE_SHOP = companyInBooks(DEFAULT_COMPANY, ['shop']);

describe('the plan of an undo', () => {
  const lines = { one: money({ PRINCIPAL: 1050, COMMISSION: -60 }) };
  const receipt = receiptOf(lines, [to('one', 'receivable', 1050, { orderKey: 'A1' })]);
  const sale: SalesDocument = {
    ...{ number: 'SA202405-0001', kind: 'sale', shop: 'shop', orderKey: 'A1', currency: 'TWD', reverses: null },
    ...{ documentOn: day('2024-05-03'), amount: twd(1050), collected: ZERO, base: null },
  };
  const [planned] = drawVouchers({ sales: [sale], receipts: [], company: OF_ONE_SHOP });
  const voucher = { ...must(planned).voucher, number: 'JV202405-0001', reverses: null };
  const books = (changes: Partial<ReversalInput>): ReversalInput => ({
    ...{ postedOn: JUNE, lines: new Map([['one', receipt.number]]), receipts: [receipt], sales: [], besides: [] },
    ...{ moneyOf: () => lines.one, vouchers: [], company: OF_ONE_SHOP, movements: [], matches: [] },
    receivables: [{ orderKey: 'A1', original: twd(1050), credited: 0, allocated: twd(1050) }],
    ...changes,
  });
  const plan = (changes: Partial<ReversalInput> = {}) => planReversal(books(changes));

  test('leaves the receivable open again', () => {
    expect(plan()).toMatchObject({ receivables: [{ original: twd(1050), allocated: 0 }] });
  });

  test('has one fingerprint for the same books, and another for another day', () => {
    const hashes = [plan(), plan(), plan({ postedOn: day('2024-06-03') })].map((one) => (one as ReversalPlan).hash);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('begins with the receipt it is asked for: earlier ones of the line stay', () => {
    const later: Receipt = {
      ...receipt,
      number: 'RC202405-0002',
      kind: 'transfer',
      lineKeys: [],
      cash: ZERO,
      deductions: [],
    };
    const moved = {
      ...later,
      allocations: [to('one', 'suspense', 1050), to('one', 'receivable', -1050, { orderKey: 'A1' })],
    };
    const receivables = [{ orderKey: 'A1', original: twd(1050), credited: 0, allocated: 0 }];
    const takenBack = (first: string) => {
      const made = plan({ lines: new Map([['one', first]]), receipts: [receipt, moved], receivables }) as ReversalPlan;
      return made.receipts.map(({ reverses }) => reverses.number);
    };
    expect(takenBack('RC202405-0002')).toEqual(['RC202405-0002']);
    expect(takenBack('RC202405-0001')).toEqual(['RC202405-0001', 'RC202405-0002']);
  });

  test.each<[string, Partial<ReversalInput>]>([
    ['a sale that is paid', { lines: new Map(), receipts: [], sales: [sale] }],
    [
      'a refund on which a payment counts',
      {
        receipts: [
          {
            ...receipt,
            allocations: receipt.allocations.map((part) => ({ ...part, amount: negate(part.amount) })),
            cash: negate(receipt.cash),
            deductions: [{ type: 'COMMISSION', amount: twd(-60) }],
          },
        ],
        moneyOf: () => money({ REFUND: -1050, COMMISSION: 60 }),
      },
    ],
    [
      'a sale that was credited later',
      {
        lines: new Map(),
        receipts: [],
        sales: [sale],
        receivables: [{ orderKey: 'A1', original: twd(1050), credited: twd(1050), allocated: 0 }],
      },
    ],
  ])('is refused for %s', (_name, changes) => {
    expect(plan(changes)).toEqual({ orderKeys: ['A1'] });
  });

  test('draws a voucher again for the documents that stay on it', () => {
    const other = { ...sale, number: 'SA202405-0002', orderKey: 'A2', amount: twd(500) };
    const [both] = drawVouchers({ sales: [sale, other], receipts: [], company: OF_ONE_SHOP });
    const held = { voucher: { ...voucher, lines: must(both).voucher.lines }, sales: [sale.number, other.number] };
    const made = plan({
      ...{ lines: new Map(), receipts: [], sales: [sale], besides: [other] },
      vouchers: [{ ...held, receipts: [], company: OF_ONE_SHOP }],
      receivables: [{ orderKey: 'A1', original: twd(1050), credited: 0, allocated: 0 }],
    }) as ReversalPlan;
    expect(
      made.vouchers.map(({ reverses, documents }) => [reverses, documents.map(({ is, number }) => [is, number])]),
    ).toEqual([
      ['JV202405-0001', [['reversal', 'SA202405-0001']]],
      [null, [['itself', 'SA202405-0002']]],
    ]);
    const receivable = made.vouchers
      .flatMap(({ voucher: { lines: entries } }) => entries)
      .filter(({ role }) => role === 'receivable');
    expect(receivable.map(({ debit, credit }) => [debit, credit])).toEqual([
      [0, twd(1550)],
      [twd(500), 0],
    ]);
  });
});
