// A month's end as the command line tells it: the vouchers of the last day, those that turn them back, and the orders that
// had been paid and had not shipped.
import type { Language, Translated } from '../../core/language.ts';
import { lastDayOf } from '../../core/ledger/month-end.ts';
import type { MonthEndAnswer } from '../../core/ledger-api.ts';
import { readableAmount } from '../../core/money.ts';
import { type DocumentedVoucher, movedBy } from '../../core/voucher.ts';
import { block } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const HEAD: Translated<(month: string, day: string) => string> = {
  'zh-TW': (month, day) => `${month} 月結（${day}）`,
  'zh-CN': (month, day) => `${month} 月结（${day}）`,
  en: (month, day) => `The end of ${month} (${day})`,
};
const NOTHING = say(
  '沒有需要入帳的月底調整。',
  '没有需要入账的月末调整。',
  'There is nothing (more) to show on the last day.',
);
const PREPAID = say('已收款未出貨', '已收款未发货', 'Paid and not shipped');
const WITHOUT_COST = say(
  '已出貨但沒有進貨成本的件數（登錄成本後由下次月結補列）',
  '已发货但没有进货成本的件数（登录成本后由下次月结补列）',
  'Pieces shipped without a cost (once it is entered, the next month end takes it up)',
);
const PLAN: Translated<(hash: string) => string> = {
  'zh-TW': (hash) => `以上是計畫，沒有入帳。計畫雜湊 ${hash}`,
  'zh-CN': (hash) => `以上是计划，没有入账。计划哈希 ${hash}`,
  en: (hash) => `This is a plan; nothing was booked. Plan hash ${hash}`,
};

export function presentMonthEnd(answer: MonthEndAnswer, language: Language): string {
  const { month, runId, planHash, vouchers, prepaid, withoutCost } = answer;
  const head = HEAD[language](month, lastDayOf(month));
  const orders = prepaid.map(({ shop, orderNumber, currency, amount }) => [
    ...[shop, orderNumber, readableAmount(amount), currency],
  ]);
  const pieces = withoutCost.map((item) => [item.sku, String(item.pieces)]);
  return [
    ...(vouchers.length === 0 ? [head, `  ${NOTHING[language]}`] : voucherBlock(head, vouchers)),
    ...(orders.length === 0 ? [] : ['', ...block(PREPAID[language], orders, ['left', 'left', 'right', 'left'])]),
    ...(pieces.length === 0 ? [] : ['', ...block(WITHOUT_COST[language], pieces, ['left', 'right'])]),
    ...(runId === null && vouchers.length > 0 ? ['', PLAN[language](planHash)] : []),
    '',
  ].join('\n');
}

/** Number, day, shop, what it is about, and what it moves in the currency it moves. */
export function voucherBlock(heading: string, vouchers: readonly DocumentedVoucher[]): string[] {
  const rows = vouchers.map((voucher) => {
    const { number, postedOn, shop, summary } = voucher;
    const { amount, currency } = movedBy(voucher);
    return [number, postedOn, shop, summary, readableAmount(amount), currency];
  });
  return block(heading, rows, ['left', 'left', 'left', 'left', 'right', 'left']);
}
