// A payout file of several currencies as one result for each: a batch, its proof and its books have one currency.
import type { NormalizedPayout } from './normalize-payout.ts';

/**
 * The file's result for each of its currencies, the one with most rows first. Problems, checks and rows that were
 * skipped stay with the first part, so that they are told once; together the parts count every row once.
 */
export function splitByCurrency(payout: NormalizedPayout): NormalizedPayout[] {
  const { currencies, lines, rows } = payout;
  if (currencies.length < 2) return [payout];
  const ordered = [...currencies].sort((left, right) => right.rows - left.rows);
  return ordered.map((figures, at) => {
    const own = lines.filter((line) => line.currency === figures.currency);
    const skipped = at === 0 ? rows.skipped : 0;
    const { currency, rows: count, ...amounts } = figures;
    return {
      ...payout,
      ...amounts,
      currency,
      currencies: [figures],
      lines: own,
      problems: at === 0 ? payout.problems : [],
      checks: at === 0 ? payout.checks : [],
      setAside: at === 0 ? payout.setAside : [],
      rows: { read: count + skipped, accepted: own.length, rejected: count - own.length, skipped },
    };
  });
}
