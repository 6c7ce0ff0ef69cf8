// Orders that were charged by a contract, as statements show them, and what was learned from them in one line.
import { addDays } from '../../../core/business-date.ts';
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import { faultsOfFeeRules } from '../../../core/fees/fee-rule-faults.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { learnFeeRule } from '../../../core/fees/learn-fee-rule.ts';
import {
  type LearnedFee,
  type LearnedPeriod,
  type LearnedTerms,
  proposeFeeRule,
} from '../../../core/fees/learned-fee.ts';
import { amountOfUnits, negate, textOfAmount, textOfRate } from '../../../core/money.ts';
import { day, line, money, rate, subject } from './fee-data.ts';

/** A row of numbers that looks drawn by lot and is the same each time. */
export function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export interface Shape {
  readonly count: number;
  readonly seed?: number;
  /** Lines of an order, at most. */
  readonly lines?: number;
  /** Orders of one payout. */
  readonly perBatch?: number;
  readonly priceMax?: number;
}

/** Orders of 120 days with freight for every second and a seller's discount for every third or so. */
export function orders({ count, seed = 1, lines: most = 1, perBatch = 25, priceMax = 3_000 }: Shape): FeeSubject[] {
  const draw = lots(seed);
  return Array.from({ length: count }, (_, at) => {
    const lines = Array.from({ length: 1 + draw(most) }, () => line(String(20 + draw(priceMax)), 1 + draw(2)));
    const goods = lines.reduce((total, { unitPrice, quantity }) => total + unitPrice * quantity, 0);
    const freight = draw(2) * 60;
    const discount = -draw(3) * draw(20);
    const orderedOn = addDays(day('2026-01-01'), Math.floor((at * 120) / count));
    return subject(
      {
        PRINCIPAL: textOfAmount(amountOfUnits(goods)),
        ...(freight === 0 ? {} : { BUYER_SHIPPING: String(freight) }),
        ...(discount === 0 ? {} : { SELLER_DISCOUNT: String(discount) }),
      },
      {
        orderKey: `A${String(at).padStart(5, '0')}`,
        lines,
        batchId: `B${Math.floor(at / perBatch)}`,
        receivable: amountOfUnits(goods + (freight + discount) * 10_000),
        orderedOn,
        shippedOn: addDays(orderedOn, draw(4)),
        completedOn: null,
        paidOutOn: null,
      },
    );
  });
}

/** The orders with what the contracts ask as what was charged. */
export function chargedBy(rules: readonly FeeRule[], subjects: readonly FeeSubject[]): FeeSubject[] {
  const fees = expectedFees(rules, subjects);
  return subjects.map((order) => {
    const [fee] = fees.get(order.orderKey) ?? [];
    return fee ? { ...order, amounts: { ...order.amounts, COMMISSION: negate(fee.contract) } } : order;
  });
}

export const learn = (subjects: readonly FeeSubject[]): LearnedFee => {
  const [fee] = learnFeeRule(subjects, 'COMMISSION');
  if (fee === undefined) throw new Error('nothing learned');
  return fee;
};

export function only(fee: LearnedFee): LearnedPeriod {
  const [period, ...more] = fee.periods;
  if (period === undefined || more.length > 0) throw new Error(`${fee.periods.length} periods`);
  return period;
}

/** `order PRINCIPAL 0.03 +30 >=1 <=400 halfUp 0 order`. */
export function show({ scope, base, rate: part, fixed, min, max, rounding }: LearnedTerms): string {
  const amount = (sign: string, value: typeof fixed) => (value === null ? [] : [sign + textOfAmount(value)]);
  const parts = [
    ...[scope, base.join('+'), part === null ? '' : textOfRate(part)],
    ...[...amount('+', fixed), ...amount('>=', min), ...amount('<=', max)],
    ...[rounding.mode, String(rounding.decimals), rounding.level],
  ];
  return parts.filter((word) => word !== '').join(' ');
}

const naming = {
  id: 'learned',
  version: 1,
  refundPolicy: { policy: 'none' },
  taxRate: rate('0'),
  source: 'statements',
} as const;

/** What the proposed contracts ask of the orders, by key: the same evaluation that later checks every payout. */
export function askedOf(fee: LearnedFee, subjects: readonly FeeSubject[]): Map<string, string> {
  const rules = fee.periods.map((period, at) => proposeFeeRule(fee, period, { ...naming, version: at + 1 }));
  expect(faultsOfFeeRules(rules)).toEqual([]);
  const fees = expectedFees(rules, subjects);
  return new Map([...fees].map(([key, [found]]) => [key, textOfAmount(found?.contract ?? money('0'))]));
}
