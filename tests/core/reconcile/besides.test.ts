// What holds beside the headline is told with its amount, once, in three languages.
import { LANGUAGES } from '../../../core/language.ts';
import type { PayoutLine } from '../../../core/payout.ts';
import { explainOrder } from '../../../core/reconcile/explain.ts';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import { aLine, anOrder, day, dollars } from '../worksheets/run-books.ts';
import { MemoryBooks, must } from './memory-books.ts';

const TODAY = day('2024-07-01');

type Parts = Parameters<typeof aLine>[1];

function said(parts: Parts, facts: Partial<PayoutLine> = {}): string[] {
  const books = new MemoryBooks();
  books.setUp = { policy: { ...DEFAULT_POLICY, freightMax: dollars(10) } };
  books.pushOrders([anOrder('A1')]);
  books.pushPayout([aLine('A1', parts, facts)], { paymentMode: 'single' });
  const order = must(books.reconcile(TODAY).orders[0]);
  return LANGUAGES.map((language) => explainOrder(order, language, TODAY));
}

test.each<[string, Parts, string[]]>([
  ['freight', { PRINCIPAL: 900, SHIPPING_FEE: -61 }, ['運費差異 61', '运费差异 61', 'Freight difference 61']],
  ['a reserve', { PRINCIPAL: 900, RESERVE_HELD: -37 }, ['保留款 37', '保留款 37', 'Held in reserve 37']],
  ['a released reserve', { PRINCIPAL: 900, RESERVE_RELEASED: 37 }, ['保留款 -37', '保留款 -37', 'Held in reserve -37']],
  ['a shortage', { PRINCIPAL: 900, CHARGEBACK: -41 }, ['短收 100', '短收 100', 'Short paid 100']],
  ['too much', { PRINCIPAL: 1300, REFUND: -100 }, ['溢收 300', '溢收 300', 'Overpaid 300']],
])('%s beside another state', (_, parts, words) => {
  const sentences = said(parts);
  const heads = ['另有：', '另有：', 'Also: '];
  sentences.forEach((sentence, at) => expect(sentence).toContain(`${heads[at] ?? ''}${words[at] ?? ''}`));
});

test('what the headline says is not said again', () => {
  for (const sentence of said({ PRINCIPAL: 2000, RESERVE_HELD: 0 })) expect(sentence).not.toMatch(/另有|Also/);
  for (const sentence of said({ PRINCIPAL: 900 })) expect(sentence).not.toMatch(/另有|Also/);
});
