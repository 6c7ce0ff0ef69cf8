// The summary's block of differences: why the money that came is not the money expected, reason by reason, held against what
// the orders' columns say.
import { add, type Amount, type Currency, numberOfAmount, subtract, sum, ZERO } from '../money.ts';
import { DIFFERENCE_REASONS, type OrderOutcome } from '../reconcile/outcome.ts';
import { word, type Word } from './labels.ts';
import { reasonLabel } from '../reconcile/difference-words.ts';
import { blockTitle, type Material } from './shared-columns.ts';
import { liveAmount } from './statement-table.ts';
import { headOver } from './summary-files.ts';
import { asAmount, asCount, asText, inCurrency, sumIfs, sumOf, type SummaryPage } from './summary-page.ts';
import { exactly } from './table-layout.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';

/** Nothing is written where all money came as expected. */
export function putDifferences(page: SummaryPage, material: Material, currency: Currency, orders: TableSheet): void {
  const { language } = material.context;
  const say = (key: Word) => word(key, language);
  const own = material.result.orders.filter((order) => order.currency === currency);
  const reasons = sumsOf(own);
  if (reasons.length === 0) return;
  const heads = [headOver(say('entries'), 'count'), headOver(say('amount'), 'amount')];
  page.startBlock(blockTitle('differencesBlock', currency, material), [asText(null), ...heads]);
  const first = page.nextRow;
  for (const { reason, count, amount } of reasons)
    page.values([asText(reasonLabel(reason, language)), asCount(count), asAmount(numberOfAmount(amount))]);
  const block = { first, last: page.nextRow - 1 };
  const amounts = reasons.map(({ amount }) => numberOfAmount(amount));
  const total = page.put('total', [asText(say('reasonsTotal')), asCount(null), asAmount(sumOf('C', block, amounts))]);
  const expected = sum(own.map(({ expectedNet, net }) => subtract(expectedNet, net)));
  const column = (key: 'expectedNet' | 'net') => sumIfs(rangeOf(orders, key), inCurrency(orders, currency), 0).formula;
  const less = exactly(`${column('expectedNet').slice(1)}-${column('net').slice(1)}`);
  const inOrders = page.values([asText(say('expectedLessNet')), asCount(null), asAmount(liveAmount(less, expected))]);
  const apart = subtract(expected, sum(reasons.map(({ amount }) => amount)));
  const check = liveAmount(exactly(`C${inOrders}-C${total}`), apart);
  page.put('total', [asText(say('difference')), asCount(null), asAmount(check)], { zeros: [2] });
}

/** In the order of the closed list. */
function sumsOf(orders: readonly OrderOutcome[]) {
  const parts = orders.flatMap(({ differences }) => differences);
  return DIFFERENCE_REASONS.flatMap((reason) => {
    const own = parts.filter((part) => part.reason === reason);
    if (own.length === 0) return [];
    return [{ reason, count: own.length, amount: own.reduce<Amount>((all, part) => add(all, part.amount), ZERO) }];
  });
}
