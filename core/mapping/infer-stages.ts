// How far an order is, by the platform's word for it: a proposal, always asked.
import type { OrderStage } from '../order.ts';

const STAGES: readonly (readonly [OrderStage, RegExp])[] = [
  ['cancelled', /取消|不成立|關閉|关闭|作廢|cancel|void|closed|batal/i],
  [
    'unshipped',
    /待出貨|待发货|等待卖家发货|待付款|未付款|備貨|处理中|處理中|unpaid|pending|to ship|unshipped|unfulfilled|processing|perlu dikirim/i,
  ],
  ['completed', /完成|成功|已取貨|complete|delivered|success|selesai/i],
  ['shipped', /出貨|发货|運送|配送|送達|shipp|fulfilled|transit|dikirim/i],
];

/** Null where the word says nothing of an order's way. */
export function stageOfWord(word: string): OrderStage | null {
  return STAGES.find(([, words]) => words.test(word))?.[0] ?? null;
}
