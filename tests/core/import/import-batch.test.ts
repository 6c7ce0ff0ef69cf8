// A sheet as a batch: the same rows are the same batch, whatever their order; anything else is another.
import fc from '../../fast-check.ts';
import { asNewest, batchOf, type BatchFacts } from '../../../core/import/import-batch.ts';
import { type NormalizedSheet, normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { must } from '../reconcile/memory-books.ts';
import { exportSheet, incomeRows, orderRows } from '../../addin/panes/sample-looks.ts';

type Row = Readonly<Record<string, Cell>>;

function normalized(mappingId: string, rows: readonly Row[]): NormalizedSheet {
  const check = normalizeSheet(exportSheet(mappingId, 'sheet', rows), builtInMappings);
  if (check.outcome !== 'read') throw new Error(check.outcome);
  return must(check.parts[0]);
}

const shop = { platform: 'shopee-tw', name: 'demo' };
const income = (rows: readonly Row[] = incomeRows, facts: { name?: string; file?: string } = {}) =>
  batchOf(normalized('shopee-tw.income', rows), {
    shop: { ...shop, name: facts.name ?? shop.name },
    source: { file: facts.file ?? 'May.xlsx', sheet: 'Income' },
  });

test('a payout sheet carries its proof and how it is paid', () => {
  expect(income().header).toMatchObject({
    kind: 'payout',
    currency: 'TWD',
    chunks: 1,
    rows: { read: 2, accepted: 2, rejected: 0, skipped: 0 },
    proof: { net: 15_310_000, rejectedNet: 0, state: 'undeclared' },
  });
});

test('an order sheet has neither', () => {
  const { header } = batchOf(normalized('shopee-tw.orders', orderRows), { shop, source: { file: 'a', sheet: 'b' } });
  expect(header).toMatchObject({ kind: 'orders', paymentMode: null, proof: null });
});

const many: Row[] = Array.from({ length: 12 }, (_, index) => ({
  ...incomeRows[0],
  訂單編號: `24050${index}`,
  商品原價: 1290 + index,
  錢包入帳金額: 1146 + index,
}));

test('any order of the rows gives the same fingerprint and the same chunks', () => {
  const reference = income(many);
  const withoutRows = (batch: typeof reference) =>
    batch.chunks.map((chunk) => chunk.lines.map((line) => ({ ...line, sourceRow: 0 })));
  fc.assert(
    fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
      const batch = income(shuffled);
      expect(batch.header.fingerprint).toBe(reference.header.fingerprint);
      expect(withoutRows(batch)).toEqual(withoutRows(reference));
    }),
    { numRuns: 50 },
  );
});

test('a sheet of orders that is called the newest is another batch; of payouts there is none', () => {
  const orders = (facts: Partial<BatchFacts> = {}) =>
    batchOf(normalized('shopee-tw.orders', orderRows), { shop, source: { file: 'a', sheet: 'b' }, ...facts });
  const [plain, told] = [orders(), orders({ newest: true })];
  expect(told.header).toEqual({ ...plain.header, newest: true, fingerprint: asNewest(plain.header.fingerprint) });
  expect(told.chunks).toEqual(plain.chunks);
});

test.each([
  ['another file name', income(many, { file: 'June.xlsx' }), true],
  ['another shop', income(many, { name: 'other' }), false],
  ['one row fewer', income(many.slice(1)), false],
  ['one amount changed', income([{ ...many[0], 商品原價: 1291, 錢包入帳金額: 1147 }, ...many.slice(1)]), false],
])('%s', (_, batch, isSame) => {
  expect(batch.header.fingerprint === income(many).header.fingerprint).toBe(isSame);
});
