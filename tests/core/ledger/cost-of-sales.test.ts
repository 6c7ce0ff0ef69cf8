// Cost of sales: the tables of cost-of-sales.txt day by day, vouchers over what is missing, costs in a wrong currency.
// Seen red: with the last pieces rounded like any others, with returns at the average of their day, without the bound of
// `share`, with the events of a day in another order, and with undone movements left standing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CostedMovement,
  type CostOfSales,
  costOfSales,
  drawCostOfSales,
  foreignCost,
} from '../../../core/ledger/cost-of-sales.ts';
import { amountOfText, sum, textOfAmount } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { must } from '../../server/fixtures.ts';
import { company, day, units } from './documents.ts';

const on = (dayOfMonth: string | number) => day(`2026-11-${String(dayOfMonth).padStart(2, '0')}`);

const delivered = (facts: Partial<ItemCost> = {}): ItemCost => ({
  ...{ sku: 'TEA', receivedOn: on(1), reference: '', quantity: 10, cost: units(1_000), currency: 'TWD' },
  ...facts,
});

const moved = (id: number, quantity: number, facts: Partial<CostedMovement> = {}): CostedMovement => ({
  ...{ id, shop: 'shopee', orderKey: 'A', sku: 'TEA', quantity, movedOn: on(2), reverses: null },
  ...facts,
});

/** 銷貨成本, pieces on hand, value, waiting: one item's, as the tables print them. */
function figuresOf({ costs, onHand, waiting }: CostOfSales): string[] {
  const [value] = onHand;
  const cost = sum(costs.map((one) => one.cost));
  const figures = [textOfAmount(cost), value?.pieces ?? 0, value ? textOfAmount(value.value) : 0];
  return [...figures, waiting[0]?.pieces ?? 0].map(String);
}

interface Line {
  readonly on: string;
  readonly cost: ItemCost | null;
  readonly movements: readonly CostedMovement[];
  /** Nothing where another line of the day follows. */
  readonly figures: readonly string[];
}

function readLine(line: string, before: readonly CostedMovement[], currency: string): Line {
  const [left = '', right = ''] = line.split('|');
  const [date = '', what = '', name = '', pieces = '', cost = '0'] = left.trim().split(/\s+/);
  const read = { on: date, cost: null, movements: [], figures: right.trim().split(/\s+/).filter(Boolean) };
  const [quantity, id] = [Number(pieces), before.length + 1];
  if (what === 'in') {
    const facts = { receivedOn: on(date), reference: name, quantity, cost: must(amountOfText(cost)), currency };
    return { ...read, cost: delivered(facts) };
  }
  if (what === 'undo') {
    const own = before.filter(({ orderKey }) => orderKey === name).slice(0, quantity || undefined);
    const movements = own.map((one, at) => takenBack(one, id + at, date));
    return { ...read, movements };
  }
  return {
    ...read,
    movements: [moved(id, what === 'out' ? -quantity : quantity, { orderKey: name, movedOn: on(date) })],
  };
}

const takenBack = (one: CostedMovement, id: number, date: string): CostedMovement => {
  return { ...one, id, quantity: -one.quantity, movedOn: on(date), reverses: one.id };
};

const cases = readFileSync(join(__dirname, 'cost-of-sales.txt'), 'utf8')
  .split(/^case /m)
  .slice(1)
  .map((text) => {
    const [title = '', ...rest] = text.trim().split('\n');
    const currency = /^currency (\w+)$/.exec(rest[0] ?? '')?.[1] ?? 'TWD';
    const lines: Line[] = [];
    for (const line of rest.filter((one) => /^\d\d /.test(one))) {
      lines.push(
        readLine(
          line,
          lines.flatMap(({ movements }) => movements),
          currency,
        ),
      );
    }
    return [title, lines] as const;
  });

test.each(cases)('%s', (_title, lines) => {
  const costs = lines.flatMap(({ cost }) => cost ?? []);
  const movements = lines.flatMap((line) => line.movements);
  const days = lines.filter(({ figures }) => figures.length > 0);
  expect(days.length).toBeGreaterThan(1);
  const seen = days.map((line) => [line.on, ...figuresOf(costOfSales(costs, movements, on(line.on)))]);
  expect(seen).toEqual(days.map((line) => [line.on, ...line.figures]));
});

test('one average over all shops, the cost with the shop that shipped; rows of no item have none', () => {
  const costs = [delivered(), delivered({ sku: 'CUP', quantity: 2, cost: units(50) })];
  const movements = [
    moved(1, -1, { shop: 'shopee', orderKey: '1' }),
    moved(2, -2, { shop: 'momo', orderKey: '2' }),
    moved(3, -1, { shop: 'momo', orderKey: '2', sku: 'CUP' }),
    moved(4, -3, { shop: 'momo', orderKey: '2', sku: '' }),
    moved(5, 1, { shop: 'momo', orderKey: '3', sku: 'CUP' }),
  ];
  expect(costOfSales(costs, movements, on(30))).toEqual({
    costs: [
      { shop: 'momo', currency: 'TWD', cost: units(225) },
      { shop: 'shopee', currency: 'TWD', cost: units(100) },
    ],
    onHand: [
      { sku: 'CUP', currency: 'TWD', pieces: 1, value: units(25) },
      { sku: 'TEA', currency: 'TWD', pieces: 7, value: units(700) },
    ],
    waiting: [{ sku: '', pieces: 3 }],
    ahead: [{ sku: 'CUP', pieces: 1 }],
  });
});

describe('vouchers', () => {
  const written = (cost: number, posted: readonly number[], language: 'tw-112' | 'odoo-cn' = 'tw-112') =>
    drawCostOfSales(
      cost === 0 ? [] : [{ shop: 'shopee', currency: 'TWD', cost: units(cost) }],
      posted.map((one) => ({ shop: 'shopee', currency: 'TWD', cost: units(one) })),
      on(30),
      company({ chart: language, baseCurrency: 'TWD' }),
    ).map(({ lines, ...head }) => {
      return { ...head, lines: lines.map(({ role, debit, credit }) => [role, (debit - credit) / 10_000]) };
    });
  const head = { kind: 'cost', shop: 'shopee', postedOn: on(30), currency: 'TWD', baseCurrency: 'TWD' };

  test.each([
    ['the whole cost, where nothing is posted', 550, [], 550],
    ['what came since', 1800, [550], 1250],
    ['less than was posted: the sides exchanged', 300, [550, 50], -300],
    ['nothing is left of it: all is taken back', 0, [550], -550],
  ])('%s', (_name, cost, posted, amount) => {
    const lines = [
      ['costOfSales', amount],
      ['inventory', -amount],
    ];
    const sides = amount > 0 ? lines : [...lines].reverse();
    expect(written(cost, posted)).toEqual([{ ...head, summary: '銷貨成本，移動平均', lines: sides }]);
  });

  test('what is posted already needs none', () => expect(written(550, [600, -50])).toEqual([]));

  test('the summary is in the language of the books', () => {
    expect(written(1, [], 'odoo-cn')[0]?.summary).toBe('销货成本，移动平均');
  });

  test('each currency of a shop has its own', () => {
    const costs = [
      { shop: 'etsy', currency: 'USD', cost: units(3.5) },
      { shop: 'etsy', currency: 'TWD', cost: units(7) },
    ];
    const drawn = drawCostOfSales(costs, [], on(30), company());
    expect(drawn.map(({ currency, baseCurrency }) => [currency, baseCurrency])).toEqual([
      ['TWD', 'TWD'],
      ['USD', 'USD'],
    ]);
  });
});

test.each([
  ['in the base currency', 'TWD', [delivered(), delivered({ reference: '2' })], null],
  ['in another one', 'USD', [delivered()], { sku: 'TEA', currency: 'TWD', expected: 'USD' }],
  ['in another one, taken out', 'USD', [delivered({ quantity: 0, cost: units(0) })], null],
  ['two items, each in its own', null, [delivered(), delivered({ sku: 'CUP', currency: 'USD' })], null],
  [
    'one item in two',
    null,
    [delivered(), delivered({ reference: '2', currency: 'USD' })],
    { sku: 'TEA', currency: 'USD', expected: 'TWD' },
  ],
])('costs %s', (_name, base, costs, expected) => expect(foreignCost(costs, base)).toEqual(expected));

test('costs of one item in two currencies are a broken program', () => {
  const costs = [delivered(), delivered({ reference: '2', currency: 'USD' })];
  expect(() => costOfSales(costs, [], on(30))).toThrow('several currencies: TWD USD');
});
