// Whatever the receipts: every voucher balances in both currencies, nothing closed is left standing, no line is
// crooked (I5, I13). Seen red: with a fraction of a dollar left in the cash, with positions that an earlier clearing
// does not move, with a clearing past the position taken in proportion, and with the gain counted twice.
import fc from '../../fast-check.ts';
import { CHART_PRESETS, type Company, type FeeVat } from '../../../core/company.ts';
import { drawVouchers } from '../../../core/ledger/draw-vouchers.ts';
import { clear } from '../../../core/ledger/open-position.ts';
import { totalOf, trialBalance } from '../../../core/ledger/trial-balance.ts';
import { valueDocuments } from '../../../core/ledger/value-documents.ts';
import { add, type Amount, amountOfUnits, sum } from '../../../core/money.ts';
import { type ComponentType, COMPONENT_TYPES } from '../../../core/payout.ts';
import { ALLOCATION_TARGETS, imbalanceOf, type ReceiptDraft } from '../../../core/receipt.ts';
import { SALES_DOCUMENT_KINDS, type SalesDocumentDraft } from '../../../core/sales-document.ts';
import { imbalanceOfVoucher } from '../../../core/voucher.ts';
import { company, day, receipt, sale, toValue, units } from './documents.ts';

const cents = fc.integer({ min: -500_000, max: 500_000 }).map((value) => value / 100);
const order = fc.constantFrom('A', 'B', 'C');
const place = fc.constantFrom<'TWD' | 'USD'>('TWD', 'USD');
const date = fc.constantFrom('2024-05-01', '2024-05-07', '2024-05-08').map(day);

const anySale: fc.Arbitrary<SalesDocumentDraft> = fc
  .record({ kind: fc.constantFrom(...SALES_DOCUMENT_KINDS), orderKey: order, currency: place, documentOn: date })
  .chain((facts) =>
    fc.tuple(cents, fc.integer({ min: 0, max: 100 })).map(([amount, share]) => {
      const collected = units(Math.round(amount * share) / 100);
      return sale(amount, { ...facts, orderKey: `${facts.orderKey}-${facts.currency}`, collected });
    }),
  );

const isFee = (type: ComponentType) => /FEE|PENALTY|SUBSIDY|COMMISSION/.test(type) && type !== 'PLATFORM_SUBSIDY';
const fees = fc.dictionary(fc.constantFrom(...COMPONENT_TYPES.filter(isFee)), cents, { maxKeys: 4 });
const parts = fc.array(
  fc.tuple(fc.constantFrom(...ALLOCATION_TARGETS), cents, fc.option(order), fc.constantFrom('line-1', 'line-2')),
  { maxLength: 8 },
);

/** Any receipt at all, orders and lines meeting each other again and again. */
const anyReceipt: fc.Arbitrary<ReceiptDraft> = fc
  .record({ kind: fc.constantFrom('payout', 'expense', 'transfer'), currency: place, receivedOn: date, parts, fees })
  .map(({ parts: given, fees: kept, ...facts }) =>
    receipt(
      given.map(([target, amount, key, line]) => [target, amount, key && `${key}-${facts.currency}`, line] as const),
      kept,
      facts,
    ),
  );

const anyCompany: fc.Arbitrary<Company> = fc
  .record({
    baseCurrency: fc.constantFrom(null, 'TWD', 'USD', 'EUR'),
    chart: fc.constantFrom(...CHART_PRESETS),
    feeVat: fc.constantFrom<FeeVat>('split', 'gross', 'prepaid'),
    salesTaxRate: fc.constantFrom(null, '0', '0.05', '0.13'),
  })
  .map(({ baseCurrency, chart, ...shop }) => company({ baseCurrency, chart }, shop));

const rate = fc.constantFrom('31.5', '32.0475', '0.0321', '1', '0.9173');

const anyRun = fc
  .record({
    sales: fc.array(anySale, { maxLength: 6 }),
    receipts: fc.array(anyReceipt, { maxLength: 5 }),
    company: anyCompany,
    rates: fc.record({ '2024-05-01': rate, '2024-05-07': rate, '2024-05-08': rate }),
  })
  .map((run) => ({ run, valued: valueDocuments(toValue(run)) }));

test('every voucher balances in document and in base currency, and no line stands on both sides', () => {
  fc.assert(
    fc.property(anyRun, ({ run, valued }) => {
      for (const { voucher } of drawVouchers({ ...valued, company: run.company })) {
        expect(imbalanceOfVoucher(voucher)).toEqual({ document: 0, base: 0 });
        for (const { debit, credit, baseDebit, baseCredit } of voucher.lines) {
          expect(Math.min(debit, credit, baseDebit, baseCredit)).toBe(0);
          expect(debit + baseDebit > 0 !== credit + baseCredit > 0).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('each receipt balances in base: cash + deductions = allocations + gain', () => {
  fc.assert(
    fc.property(anyRun, ({ valued }) => {
      for (const { base, ...draft } of valued.receipts) {
        expect(imbalanceOf({ ...draft, base })).toBe(0);
        if (base) expect(base.cash + sum(base.deductions)).toBe(sum(base.allocations) + base.gain);
      }
    }),
  );
});

test('base amounts have the decimals of the base currency', () => {
  const books = company({ baseCurrency: 'TWD' });
  const whole = (amount: Amount) => amount % 10_000 === 0;
  const foreign = fc.array(
    anyReceipt.map((draft) => ({ ...draft, currency: 'USD' })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(foreign, rate, (receipts, daily) => {
      const rates = { '2024-05-01': daily, '2024-05-07': '31.5', '2024-05-08': '30.123456' };
      for (const { base } of valueDocuments(toValue({ receipts, company: books, rates })).receipts) {
        expect(base && [base.cash, base.gain, ...base.deductions, ...base.allocations].every(whole)).toBe(true);
      }
    }),
  );
});

test('each document stands in exactly one voucher, unless it is of nothing', () => {
  fc.assert(
    fc.property(anyRun, ({ run, valued }) => {
      const drawn = drawVouchers({ ...valued, company: run.company });
      const numbers = (which: 'sales' | 'receipts') => drawn.flatMap(({ documents }) => documents[which]);
      expect(new Set(numbers('sales')).size).toBe(numbers('sales').length);
      expect(new Set(numbers('receipts')).size).toBe(numbers('receipts').length);
      const missing = run.sales.filter((document, at) => document.amount !== 0 && !numbers('sales').includes(at));
      expect(missing).toEqual([]);
    }),
  );
});

test('the trial balance of any run is zero in every currency', () => {
  fc.assert(
    fc.property(anyRun, ({ run, valued }) => {
      const rows = trialBalance(drawVouchers({ ...valued, company: run.company }).map(({ voucher }) => voucher));
      for (const currency of ['TWD', 'USD']) expect(totalOf(rows, currency)).toEqual({ document: 0, base: 0 });
    }),
  );
});

test('however a receivable is cleared, the last clearing leaves nothing in either currency', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(shares, rate, (sizes, daily) => {
      const clearings = sizes.map((size) => receipt([['receivable', size / 100]], {}, { currency: 'USD' }));
      const whole = sum(clearings.map(({ cash }) => cash)) / 10_000;
      const { sales, receipts } = valueDocuments(
        toValue({
          sales: [sale(whole, { currency: 'USD' })],
          receipts: clearings,
          rates: { '2024-05-01': '31.5', '2024-05-07': daily },
        }),
      );
      const cleared = sum(receipts.flatMap(({ base }) => base?.allocations ?? []));
      expect(cleared).toBe(sales[0]?.base?.amount);
    }),
  );
});

test('a clearing never takes more base than there is, and never on the wrong side', () => {
  const amount = fc.integer({ min: 1, max: 1e9 }).map(amountOfUnits);
  fc.assert(
    fc.property(amount, amount, amount, (open, base, movement) => {
      const { cleared, opened } = clear({ amount: open, base }, amountOfUnits(-movement), 'USD');
      expect(add(cleared.amount, opened)).toBe(-movement);
      expect(cleared.base).toBeLessThanOrEqual(0);
      expect(-cleared.base).toBeLessThanOrEqual(Math.ceil(base / 100) * 100);
    }),
  );
});
