// Output tax by filing period (營業稅法施行細則 §32-1) against the provisional tax of the orders: the measured facts.
// Seen red: with the true-up on the wrong side, with returns, consignment or later days counted, and with one total over
// two rates.
import type { Company } from '../../../core/company.ts';
import { filingPeriodOf, trueUpVat } from '../../../core/ledger/vat-period.ts';
import type { SalesDocumentDraft } from '../../../core/sales-document.ts';
import { company, day, sale, units } from './documents.ts';

const books = company();
const period = filingPeriodOf(day('2024-05-20'));
const trueUp = (sales: readonly SalesDocumentDraft[], of: Company = books) => {
  const { gross, provisional, due, voucher } = trueUpVat(period, 'TWD', sales, of);
  const lines = voucher?.lines.map(({ role, debit }) => `${debit > 0 ? 'Dr' : 'Cr'} ${role}`);
  return { gross: gross / 10_000, provisional: provisional / 10_000, due: due / 10_000, lines: lines ?? [] };
};
const orders = (count: number, price: number) =>
  Array.from({ length: count }, (_, at) => sale(price, { orderKey: String(at) }));

test.each([
  ['2024-01-01', '2024-01-01', '2024-02-29'],
  ['2023-02-28', '2023-01-01', '2023-02-28'],
  ['2024-05-20', '2024-05-01', '2024-06-30'],
  ['2024-06-30', '2024-05-01', '2024-06-30'],
  ['2024-12-31', '2024-11-01', '2024-12-31'],
])('%s is filed for %s to %s', (on, from, to) => {
  expect(filingPeriodOf(day(on))).toEqual({ from, to });
});

test('1,000 orders at 390: the orders hold 19,000, the period owes 18,571, so 429 go back to income', () => {
  expect(trueUp(orders(1_000, 390))).toEqual({
    ...{ gross: 390_000, provisional: 19_000, due: 18_571 },
    lines: ['Dr outputVat', 'Cr sales'],
  });
  expect(trueUpVat(period, 'TWD', orders(1_000, 390), books).voucher).toMatchObject({
    ...{ kind: 'tax', shop: '', postedOn: '2024-06-30', summary: '營業稅期末調整', currency: 'TWD' },
    lines: [
      { debit: units(429), account: { code: '2204' } },
      { credit: units(429), account: { code: '4111' } },
    ],
  });
});

test('1,000 orders at 299: 238 too low, so the income gives them', () => {
  expect(trueUp(orders(1_000, 299))).toEqual({
    ...{ gross: 299_000, provisional: 14_000, due: 14_238 },
    lines: ['Dr sales', 'Cr outputVat'],
  });
});

test('a period whose orders hold exactly what is due needs no voucher', () => {
  expect(trueUp(orders(10, 1_050))).toEqual({ gross: 10_500, provisional: 500, due: 500, lines: [] });
});

test('a correction within the period lowers its total', () => {
  expect(trueUp([...orders(10, 390), sale(-390, { orderKey: '0' })])).toMatchObject({ gross: 3_510, due: 167 });
});

test.each<[string, Partial<SalesDocumentDraft>]>([
  ['returns, whose certificate shows its own tax', { kind: 'return' }],
  ['allowances', { kind: 'allowance' }],
  ['other periods, the day before', { documentOn: day('2024-04-30') }],
  ['other periods, the day after', { documentOn: day('2024-07-01') }],
  ['other currencies', { currency: 'USD' }],
  ['exports', { shop: 'export' }],
  ['consignment, invoiced with the tax shown', { shop: 'momo' }],
])('not counted: %s', (_what, facts) => {
  const shop = books.shops['shopee'];
  if (!shop) throw new Error('no shop');
  const shops = {
    export: { ...shop, salesTaxRate: '0' },
    momo: { ...shop, settlement: 'consignment' as const },
  };
  expect(trueUp([sale(390, facts)], { ...books, shops })).toEqual({ gross: 0, provisional: 0, due: 0, lines: [] });
});

test('the first and the last day of the period count', () => {
  const edges = [sale(390, { documentOn: day('2024-05-01') }), sale(390, { documentOn: day('2024-06-30') })];
  expect(trueUp(edges)).toMatchObject({ gross: 780, provisional: 38, due: 37 });
});

test('freight collected for the carrier is no sale', () => {
  expect(trueUp([sale(450, { collected: units(60) })])).toMatchObject({ gross: 390, provisional: 19 });
});

test('shops are filed together, each rate by itself', () => {
  const shop = books.shops['shopee'];
  if (!shop) throw new Error('no shop');
  const shops = { a: shop, b: shop, farm: { ...shop, salesTaxRate: '0.02' } };
  const sales = ['a', 'b', 'farm'].map((name) => sale(390, { shop: name }));
  expect(trueUp(sales, { ...books, shops })).toMatchObject({ gross: 1_170, provisional: 19 + 19 + 8, due: 37 + 8 });
});

test('books in another currency are not filed here', () => {
  expect(() => trueUp([], company({ baseCurrency: 'USD' }))).toThrow('VAT is not filed in TWD');
  expect(trueUp(orders(2, 390), company({ baseCurrency: 'TWD' }))).toMatchObject({ provisional: 38, due: 37 });
});
