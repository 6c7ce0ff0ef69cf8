// Where the money of a file went: the ledger alone, without a database.
import type { BatchHeader } from '../../core/api.ts';
import type { LineBooking } from '../../server/commands/booking-index.ts';
import { proveConservation, type RowFate } from '../../server/commands/prove-conservation.ts';
import { aLine, must, ordersHeader, payoutHeader, twd } from './fixtures.ts';

const booked = (receivable: number, suspense: number): LineBooking => ({
  receivable: twd(receivable),
  suspense: twd(suspense),
});
const fate = (net: number, facts: Partial<RowFate> = {}): RowFate => ({
  net: twd(net),
  conflict: false,
  broughtEarlier: false,
  namesOrder: true,
  booked: booked(net, 0),
  ...facts,
});
function headerFor(net: number, rows: number, facts: Partial<BatchHeader> = {}): BatchHeader {
  const proof = { net: twd(net), rejectedNet: twd(0), declared: null, state: 'undeclared' } as const;
  return payoutHeader([aLine('A1')], {
    proof,
    rows: { read: rows, accepted: rows, rejected: 0, skipped: 0 },
    ...facts,
  });
}

describe('a row of 100 goes', () => {
  test.each([
    ['to its receivable', fate(100), { allocated: [100, 1] }],
    ['into suspense as a whole', fate(100, { booked: booked(0, 100) }), { suspense: [100, 1] }],
    ['in part into suspense', fate(100, { booked: booked(60, 40) }), { allocated: [60, 0], suspense: [40, 1] }],
    ['to no order by nature', fate(100, { namesOrder: false }), { nonOrder: [100, 1] }],
    ['with the file that brought it first', fate(100, { broughtEarlier: true }), { duplicate: [100, 1] }],
    ['nowhere, at odds with the books', fate(100, { conflict: true, broughtEarlier: true }), { conflict: [100, 1] }],
  ])('%s', (_name, row, places) => {
    const proof = must(proveConservation([{ header: headerFor(100, 1), rows: [row] }])[0]);
    for (const [place, [amount, count]] of Object.entries(places) as [keyof typeof proof.dispositions, number[]][]) {
      expect([proof.dispositions[place], proof.rowCounts[place]]).toEqual([twd(must(amount)), count]);
    }
    expect([proof.difference, proof.rowDifference]).toEqual([0, 0]);
  });
});

test.each([
  ['of which nothing cleared a receivable is on hold whole, its fees with it', booked(0, 100), 95, 0],
  ['partly on hold is split', booked(60, 40), 40, 55],
  ['whose money left its receivable for what was on hold is split', booked(-10, 110), 110, -15],
])('a row of 100 less 5 of fees %s', (_name, bookings, suspense, allocated) => {
  const row = fate(95, { booked: bookings });
  const proof = must(proveConservation([{ header: headerFor(95, 1), rows: [row] }])[0]);
  expect(proof.dispositions).toMatchObject({ suspense: twd(suspense), allocated: twd(allocated) });
  expect(proof.rowCounts).toMatchObject({ suspense: 1, allocated: 0 });
});

test('currencies are never added', () => {
  const files = [
    { header: headerFor(100, 1, { currency: 'TWD' }), rows: [fate(100)] },
    { header: headerFor(7, 1, { currency: 'CNY' }), rows: [fate(7)] },
    { header: headerFor(50, 1, { currency: 'TWD' }), rows: [fate(50)] },
  ];
  expect(proveConservation(files).map(({ currency, net, rows }) => [currency, net, rows])).toEqual([
    ['CNY', twd(7), 1],
    ['TWD', twd(150), 2],
  ]);
});

test('order exports hold no money to conserve', () => {
  expect(proveConservation([{ header: ordersHeader([]), rows: [] }])).toEqual([]);
});

test.each([
  ['a net that the rows do not reach', headerFor(101, 1), 1, 0],
  ['a row that never came', headerFor(100, 2), 0, 1],
])('%s shows as a difference', (_name, header, amount, rows) => {
  const proof = must(proveConservation([{ header, rows: [fate(100)] }])[0]);
  expect([proof.difference, proof.rowDifference]).toEqual([twd(amount), rows]);
});
