// From documents of a run to bookings on receivables. Seen red: with credits not turned round, with every allocation to 尾差
// taken as given up, with a reversal read as a refund, and with orders of other runs let in.
import { ZERO } from '../../../core/money.ts';
import type { Allocation, AllocationTarget, Receipt } from '../../../core/receipt.ts';
import { orderKey } from '../../../core/reconcile/account.ts';
import { ownKey } from '../../../core/reconcile/bad-debt.ts';
import type { OrderOutcome } from '../../../core/reconcile/outcome.ts';
import type { SalesDocument } from '../../../core/sales-document.ts';
import { entriesOfRun, placeOfOrder } from '../../../core/statements/run-entries.ts';
import { runBooks, anOrder } from '../worksheets/run-books.ts';
import { must } from '../reconcile/memory-books.ts';
import { money, on } from './ledger.ts';

const SHOP = 'shopee-tw/demo';
const order = (orderNumber: string): OrderOutcome =>
  must(runBooks({ orders: [anOrder(orderNumber)] }).result.orders[0]);
const OWN = ownKey(orderKey(SHOP, 'A1'));
const ORDERS = [order('A1'), order('A2')];

function sale(kind: SalesDocument['kind'], amount: string, facts: Partial<SalesDocument> = {}): SalesDocument {
  return {
    ...{ number: 'SA-1', kind, shop: 'demo', orderKey: orderKey(SHOP, 'A1'), currency: 'TWD' },
    ...{ documentOn: on('2024-05-02'), amount: money(amount), collected: ZERO, base: null, reverses: null },
    ...facts,
  };
}

type Part = readonly [target: AllocationTarget, amount: string, order?: string | null, line?: string];

function receipt(parts: readonly Part[], facts: Partial<Receipt> = {}): Receipt {
  const allocations = parts.map(([target, amount, number = 'A1', line = 'L1']): Allocation => {
    const key = number === null ? null : orderKey(SHOP, number);
    return { lineKey: line, orderKey: key, target, feeType: null, amount: money(amount) };
  });
  return {
    ...{ number: 'RC-1', shop: 'demo', kind: 'payout', receivedOn: on('2024-05-10'), currency: 'TWD', lineKeys: [] },
    ...{ cash: ZERO, deductions: [], allocations, base: null, reverses: null },
    ...facts,
  };
}

const entries = (sales: readonly SalesDocument[], receipts: readonly Receipt[]) =>
  entriesOfRun({ orders: ORDERS, sales: [...sales], receipts: [...receipts] }).map((one) => [
    one.kind,
    one.orderNumber,
    one.amount / 10_000,
    one.baseAmount / 10_000,
  ]);

test('an order stands at its platform and shop; the shop is the customer', () => {
  expect(placeOfOrder(order('A1'))).toEqual({
    ...{ platform: 'shopee-tw', shop: 'demo', customer: 'demo', currency: 'TWD' },
    ...{ orderKey: orderKey(SHOP, 'A1'), orderNumber: 'A1' },
  });
});

test.each<[string, readonly SalesDocument[], readonly unknown[]]>([
  ['a sale opens', [sale('sale', '1000')], [['sale', 'A1', 1000, 1000]]],
  ['a return credits', [sale('return', '400')], [['return', 'A1', -400, -400]]],
  ['an allowance credits', [sale('allowance', '30')], [['allowance', 'A1', -30, -30]]],
  ['a correction of a credit opens again', [sale('return', '-400')], [['return', 'A1', 400, 400]]],
  [
    'base amounts are those of the document',
    [sale('sale', '100', { base: { currency: 'TWD', rate: '31.5', amount: money('3150') } })],
    [['sale', 'A1', 100, 3150]],
  ],
  ['an order of another run says nothing', [sale('sale', '1', { orderKey: orderKey(SHOP, 'ZZ') })], []],
])('%s', (_, sales, expected) => {
  expect(entries(sales, [])).toEqual(expected);
});

test.each<[string, readonly Receipt[], readonly unknown[]]>([
  ['money clears', [receipt([['receivable', '1000']])], [['receipt', 'A1', -1000, -1000]]],
  ['money taken back is a refund', [receipt([['receivable', '-400']])], [['refund', 'A1', 400, 400]]],
  [
    'a reversed receipt is a receipt with the other sign',
    [receipt([['receivable', '-1000']], { reverses: 'RC-0' })],
    [['receipt', 'A1', 1000, 1000]],
  ],
  [
    'a reversed refund is a refund with the other sign',
    [receipt([['receivable', '400']], { reverses: 'RC-0' })],
    [['refund', 'A1', -400, -400]],
  ],
  [
    'orders of another run, money on hold, claims and reserves are no entries',
    [
      receipt([
        ['receivable', '5', 'ZZ'],
        ['suspense', '7'],
        ['claim', '-9'],
        ['reserve', '-3'],
        ['suspense', '4', null],
      ]),
    ],
    [],
  ],
  [
    'what is given up stands apart from the money',
    [
      receipt([
        ['receivable', '1000'],
        ['writeOff', '-2'],
      ]),
    ],
    [
      ['receipt', 'A1', -998, -998],
      ['writeOff', 'A1', -2, -2],
    ],
  ],
  [
    'what is kept clears no receivable',
    [
      receipt([
        ['receivable', '1000'],
        ['writeOff', '3'],
      ]),
    ],
    [['receipt', 'A1', -1000, -1000]],
  ],
  [
    'what was given up and comes after all is taken back',
    [
      receipt([
        ['receivable', '1000'],
        ['writeOff', '-2'],
      ]),
      receipt([['writeOff', '2']], { kind: 'transfer' }),
    ],
    [
      ['receipt', 'A1', -998, -998],
      ['writeOff', 'A1', -2, -2],
      ['adjustment', 'A1', -2, -2],
      ['writeOff', 'A1', 2, 2],
    ],
  ],
  [
    'a bad debt is none of the write-offs, also of an order that has kept some',
    [
      receipt([
        ['receivable', '600'],
        ['writeOff', '2'],
      ]),
      receipt(
        [
          ['receivable', '400', 'A1', OWN],
          ['writeOff', '-400', 'A1', OWN],
        ],
        { kind: 'transfer' },
      ),
    ],
    [
      ['receipt', 'A1', -600, -600],
      ['badDebt', 'A1', -400, -400],
    ],
  ],
  [
    'money booked before that moves is neither receipt nor refund',
    [
      receipt([['receivable', '-1050']], { kind: 'transfer' }),
      receipt([['receivable', '777']], { kind: 'transfer' }),
      receipt([['receivable', '1050']], { kind: 'transfer', reverses: 'RC-0' }),
    ],
    [
      ['adjustment', 'A1', 1050, 1050],
      ['adjustment', 'A1', -777, -777],
      ['adjustment', 'A1', -1050, -1050],
    ],
  ],
  [
    'each order has its own write-off',
    [
      receipt([
        ['receivable', '10', 'A1'],
        ['writeOff', '-1', 'A1'],
        ['receivable', '20', 'A2', 'L2'],
      ]),
    ],
    [
      ['receipt', 'A1', -9, -9],
      ['writeOff', 'A1', -1, -1],
      ['receipt', 'A2', -20, -20],
    ],
  ],
])('%s', (_, receipts, expected) => {
  expect(entries([], receipts)).toEqual(expected);
});

test('base amounts are those the receipt cleared at, the write-off in proportion', () => {
  const base = { currency: 'TWD', rate: '32', cash: ZERO, gain: ZERO, deductions: [] };
  const plain = receipt(
    [
      ['suspense', '1'],
      ['receivable', '40'],
    ],
    {
      ...{ currency: 'USD', base: { ...base, allocations: [money('32'), money('1260')] } },
    },
  );
  const givenUp = receipt(
    [
      ['receivable', '60'],
      ['writeOff', '-6'],
    ],
    {
      ...{ currency: 'USD', base: { ...base, allocations: [money('1890'), money('-192')] } },
    },
  );
  expect(entries([], [plain, givenUp])).toEqual([
    ['receipt', 'A1', -40, -1260],
    ['receipt', 'A1', -54, -1701],
    ['writeOff', 'A1', -6, -189],
  ]);
});
