// Texts that are longer than any number or name: what becomes of each by the role of its column.
import { LineNames } from '../../../core/mapping/line-identity.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import { cellRulesOf, ID_LENGTH_MAX, readIdentifier } from '../../../core/mapping/read-cells.ts';
import { orderSheet, ordersOf, demoPayout, payoutOf, payoutSheet } from './sheets.ts';

const x = (length: number) => 'x'.repeat(length);
const rules = cellRulesOf({ emptyMarkers: [], currencyMarks: [] });

test('the longest number is one, and one character more is none', () => {
  expect(readIdentifier(x(ID_LENGTH_MAX), rules)).toBe(x(ID_LENGTH_MAX));
  expect(readIdentifier(`  ${x(ID_LENGTH_MAX)}  `, rules)).toBe(x(ID_LENGTH_MAX));
  expect(readIdentifier(x(ID_LENGTH_MAX + 1), rules)).toEqual({ code: 'ID_TOO_LONG' });
});

test.each(['Order no.', 'Option SKU'])(
  'an order with such a text as %s is left out, and the others are read',
  (column) => {
    const { orders, problems } = ordersOf(
      orderSheet({ 'Order no.': 'A1', [column]: x(40_000) }, { 'Order no.': 'A2' }),
    );
    expect(orders.map(({ orderNumber }) => orderNumber)).toEqual(['A2']);
    expect(problems).toMatchObject([{ row: 2, column, code: 'ID_TOO_LONG' }]);
  },
);

test('the name of an article is cut at what travels', () => {
  const [order] = ordersOf(orderSheet({ Name: x(40_000) })).orders;
  expect(order?.lines).toMatchObject([{ name: `${x(499)}…` }]);
});

test('a number that a pattern cuts out of a long text is as good as any, unless it is long itself', () => {
  const key = [{ from: 'Order no.', pattern: 'order (\\S+)' }];
  const mapping: PayoutMapping = { ...demoPayout, key };
  const sheet = payoutSheet(
    { 'Order no.': `${x(1_000)} order A7 ${x(1_000)}` },
    { 'Order no.': `order ${x(1_000)}`, Goods: 50, Net: 38 },
  );
  const { lines, problems } = payoutOf(sheet, [mapping]);
  expect(lines.map(({ orderNumber }) => orderNumber)).toEqual(['A7']);
  expect(problems).toMatchObject([{ row: 3, code: 'ORDER_NUMBER_MISSING' }]);
});

test('content that no identity can hold is known by its fingerprint: the same text, and no other', () => {
  const paidOutOn = '2024-05-07' as Parameters<LineNames['nameOf']>[0]['paidOutOn'];
  const nameOf = (names: LineNames, word: string) =>
    names.nameOf({ orderNumber: 'A1', reference: '', paidOutOn, parts: [word] });
  const names = new LineNames(false);
  const [one, again, other] = [x(40_000), x(40_000), `${x(40_000)}y`].map((word) => nameOf(names, word));
  expect(one).toMatch(/^row:[0-9a-f]{64}#1$/);
  expect(again).toBe(one?.replace('#1', '#2'));
  expect(other?.slice(0, 68)).not.toBe(one?.slice(0, 68));
  expect(nameOf(new LineNames(false), x(100))).toBe(`row:${paidOutOn}||${x(100)}#1`);
});
