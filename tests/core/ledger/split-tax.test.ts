// VAT in a gross amount: half-up on the document, spread without losing a dollar, and back to the gross exactly (I15).
// Seen red: with tax cut off, with ties rounded to even (10.50), and with each part of a document rounded by itself.
import fc from '../../fast-check.ts';
import { DEFAULT_SHOP } from '../../../core/company.ts';
import { feeTaxRate, salesTaxRate, splitTax, splitTaxOver } from '../../../core/ledger/split-tax.ts';
import { type Amount, amountOfText, amountOfUnits, rateOfMillionths, sum } from '../../../core/money.ts';

const FIVE = rateOfMillionths(50_000);
const units = (value: number): Amount => amountOfUnits(value * 10_000);

test.each([
  [1_050, 1_000, 50],
  [5_500, 5_238, 262],
  [500, 476, 24],
  [250, 238, 12],
  [950, 905, 45],
  [50, 48, 2],
  [1_000, 952, 48],
  [63, 60, 3],
  [64, 61, 3],
  [60, 57, 3],
  [105, 100, 5],
  [-1_050, -1_000, -50],
  [-63, -60, -3],
  [0, 0, 0],
])('%d with 5 %% is %d and %d of tax', (gross, net, tax) => {
  expect(splitTax(units(gross), FIVE, 'TWD')).toEqual({ net: units(net), tax: units(tax) });
});

test('a tie goes up: 10.50 holds half a dollar of tax and pays one', () => {
  expect(splitTax(amountOfText('10.5') ?? units(0), FIVE, 'TWD').tax).toBe(units(1));
});

test('a currency with cents is split to the cent', () => {
  expect(splitTax(units(100), rateOfMillionths(130_000), 'CNY')).toEqual({
    net: amountOfText('88.5'),
    tax: amountOfText('11.5'),
  });
});

test('tax direct and total − round(total ÷ 1.05) agree for whole dollars, so one formula is enough', () => {
  const differing = Array.from({ length: 20_000 }, (_, at) => at * 10 + 7).filter((dollars) => {
    const net = Math.floor((dollars * 200 + 105) / 210);
    return splitTax(units(dollars), FIVE, 'TWD').net !== units(net);
  });
  expect(differing).toEqual([]);
});

test('the parts of a document share the tax of its sum: three fees of 10 hold 1, not 3 times 0', () => {
  const parts = splitTaxOver([units(10), units(10), units(10)], FIVE, 'TWD');
  expect(parts.map(({ tax }) => tax)).toEqual([units(1), units(0), units(0)]);
});

test('the dollar left over goes to the largest rest', () => {
  const parts = splitTaxOver([units(20), units(41), units(2)], FIVE, 'TWD');
  expect(parts.map(({ tax }) => tax)).toEqual([units(1), units(2), units(0)]);
});

const anyGross = fc.integer({ min: -200_000_000, max: 200_000_000 }).map((dollars) => units(dollars));
const anyRate = fc.constantFrom(0, 30_000, 50_000, 130_000, 270_000).map(rateOfMillionths);
const anyCurrency = fc.constantFrom('TWD', 'USD', 'KWD');

test('net and tax add up to the gross, and a return gives back exactly what the sale took', () => {
  fc.assert(
    fc.property(anyGross, anyRate, anyCurrency, (gross, rate, currency) => {
      const { net, tax } = splitTax(gross, rate, currency);
      const back = splitTax(amountOfUnits(-gross), rate, currency);
      expect([net + tax, back.tax + tax]).toEqual([gross, 0]);
    }),
  );
});

test('the taxes of the parts add up to the tax of the document, none is off by a dollar or more', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 100_000 }).map(units), { maxLength: 12 });
  fc.assert(
    fc.property(parts, anyRate, (amounts, rate) => {
      const split = splitTaxOver(amounts, rate, 'TWD');
      expect(sum(split.map(({ tax }) => tax))).toBe(splitTax(sum(amounts), rate, 'TWD').tax);
      split.forEach(({ net, tax }, at) => {
        expect(net + tax).toBe(amounts[at]);
        const exact = ((amounts[at] ?? 0) * rate) / (1_000_000 + rate);
        expect(Math.abs(tax - exact)).toBeLessThan(10_000);
      });
    }),
  );
});

describe('the rate a shop means', () => {
  test.each([
    ['nothing said, TWD', null, null, 'TWD', 50_000, 50_000],
    ['nothing said, another currency', null, null, 'USD', 0, 0],
    ['exports in TWD', '0', null, 'TWD', 0, 0],
    ['exports whose fees are taxed', '0', '0.05', 'TWD', 0, 50_000],
    ['fees of another rate', '0.13', '0.06', 'CNY', 130_000, 60_000],
  ] as const)('%s', (_what, sales, fees, currency, ofSales, ofFees) => {
    const shop = { ...DEFAULT_SHOP, salesTaxRate: sales, feeTaxRate: fees };
    expect([salesTaxRate(shop, currency), feeTaxRate(shop, currency)]).toEqual([ofSales, ofFees]);
  });

  test('a setting that is no rate is refused', () => {
    expect(() => salesTaxRate({ ...DEFAULT_SHOP, salesTaxRate: '5%' }, 'TWD')).toThrow('not a tax rate: 5%');
  });
});
