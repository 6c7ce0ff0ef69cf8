// What a person is asked for golden exports that do not say it themselves, by mapping, and the answers.
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';

const GOLDEN_ANSWERS: Readonly<Record<string, ReadingAnswers>> = {
  'coupang-tw.statement': { paidOutOn: '2024-05-20' },
  'lazada.transactions': { currency: 'MYR' },
  'shopee-sea.orders': { currency: 'MYR' },
  'square.transactions': { currency: 'USD' },
  'tiktok.orders': { currency: 'PHP' },
  'woopayments.deposits': { currency: 'USD' },
};

export const answersOf = (mappingId: string): ReadingAnswers => GOLDEN_ANSWERS[mappingId] ?? {};
