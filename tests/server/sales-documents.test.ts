// What the documents of an order say together. Seen red: with reversed documents and their reversals counted for the day.
import { amountOfUnits } from '../../core/money.ts';
import { documentedByOrder, type PostedSale } from '../../server/store/sales-documents.ts';
import { day } from './fixtures.ts';

const TWD = (whole: number) => amountOfUnits(whole * 10_000);

const document = (id: number, on: string, amount: number, facts: Partial<PostedSale> = {}): PostedSale => ({
  ...{ id, number: `SA-${id}`, kind: 'sale', shopId: 1, orderId: 7, currency: 'TWD', documentOn: day(on) },
  ...{ amount: TWD(amount), collected: TWD(0), base: null, reverses: null },
  ...facts,
});

const told = (...sales: PostedSale[]) => {
  const { sold, credited, lastOn } = documentedByOrder(sales).get(7) ?? {};
  return [sold, credited, lastOn];
};

const sale = document(1, '2024-05-02', 1050);
const lowered = document(2, '2024-06-25', -50);

test.each<[string, PostedSale[], unknown[]]>([
  ['one sale', [sale], [TWD(1050), TWD(0), '2024-05-02']],
  ['a sale and what lowered it', [sale, lowered], [TWD(1000), TWD(0), '2024-06-25']],
  [
    'a return beside them, whatever their order',
    [sale, document(3, '2024-07-01', 300, { kind: 'return' }), lowered],
    [TWD(1000), TWD(300), '2024-07-01'],
  ],
  [
    'a change that was undone: the sale alone stands',
    [sale, lowered, document(4, '2024-06-30', 50, { reverses: 2 })],
    [TWD(1050), TWD(0), '2024-05-02'],
  ],
  [
    'a sale that was undone: none stands, and it is booked anew by its event',
    [sale, document(5, '2024-06-30', -1050, { reverses: 1 })],
    [TWD(0), TWD(0), null],
  ],
])('the day of %s', (_, sales, expected) => {
  expect(told(...sales)).toEqual(expected);
});

test('what sales were booked at in base currency is their sum, returns apart', () => {
  const at = (amount: number) => ({ currency: 'TWD', rate: '31.5', amount: TWD(amount) });
  const usd = { currency: 'USD' };
  const sales = [
    document(1, '2024-05-02', 100, { ...usd, base: at(3150) }),
    document(2, '2024-06-25', -40, { ...usd, base: at(-1260) }),
    document(3, '2024-06-25', 20, { ...usd, kind: 'return', base: at(630) }),
  ];
  expect(documentedByOrder(sales).get(7)?.soldBase).toBe(TWD(1890));
  expect(documentedByOrder([sale]).get(7)?.soldBase).toBeNull();
});
