// What contracts will still ask of orders that wait for money: their fees as if all that is open came now. For the forecast
// only; nothing is judged or booked by it.
import { expectedFees, type FeeExpectation } from '../fees/expected-fees.ts';
import { type FeeRule, isFreight } from '../fees/fee-rule.ts';
import type { FeeSubject } from '../fees/fee-subject.ts';
import { add, type Amount, subtract, sum, ZERO } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES } from '../payout.ts';
import type { ReconcileInput } from './account.ts';
import { subjectOf } from './judge-fees.ts';
import type { Settlement } from './settle-orders.ts';

/** By order key; orders that wait for nothing, and those of which no contract tells, are left out. */
export function estimateFees(
  settlements: readonly Settlement[],
  input: Pick<ReconcileInput, 'feeRules' | 'asOf' | 'policy'>,
): ReadonlyMap<string, Amount> {
  if (input.feeRules.length === 0) return new Map();
  const waiting = settlements.filter((settlement) => settlement.sold && toPay(settlement) > 0);
  const subjects = waiting.map((settlement) => asIfPaid(settlement, subjectOf(settlement, input)));
  const expected = expectedFees(input.feeRules.flatMap(byOrder), subjects);
  return new Map(
    subjects.flatMap(({ orderKey }) => {
      const told = toCome(expected.get(orderKey) ?? []);
      return told === null ? [] : [[orderKey, told]];
    }),
  );
}

/** What the platform has not paid yet; a refund that nobody credited is open as well, and no payout comes for it. */
const toPay = ({ receivable, credited, received, compensated }: Settlement) =>
  subtract(subtract(receivable, credited), add(received, compensated));

/**
 * Nobody knows what will be paid out together, so each order is rounded by itself, and what is charged once a payout or
 * month is told of none.
 */
function byOrder(rule: FeeRule): FeeRule[] {
  if (rule.scope === 'payout' || rule.scope === 'month') return [];
  const { level } = rule.rounding;
  return [level === 'line' ? rule : { ...rule, rounding: { ...rule.rounding, level: 'order' } }];
}

function asIfPaid(settlement: Settlement, subject: FeeSubject): FeeSubject {
  const { account, lines, dueOn } = settlement;
  const parts = lines.length === 0 ? (account.order.parts ?? {}) : {};
  const named = COMPONENT_TYPES.filter((type) => COMPONENT_SIDES[type] === 'principal' && type !== 'PRINCIPAL').map(
    (type) => [type, (parts as FeeSubject['amounts'])[type] ?? ZERO] as const,
  );
  const rest = subtract(toPay(settlement), sum(named.map(([, amount]) => amount)));
  const amounts = { ...subject.amounts, PRINCIPAL: add(subject.amounts.PRINCIPAL ?? ZERO, rest) };
  for (const [type, amount] of named) if (amount !== 0) amounts[type] = add(amounts[type] ?? ZERO, amount);
  return { ...subject, amounts, paidOutOn: subject.paidOutOn ?? dueOn };
}

/** Of each fee what is missing to its contract; null where one of them is not known or none is set. */
function toCome(expectations: readonly FeeExpectation[]): Amount | null {
  const fees = expectations.filter(({ type }) => type !== 'FEE_REVERSAL' && !isFreight(type));
  if (fees.length === 0 || fees.some(({ rule }) => rule === null)) return null;
  return sum(fees.map(({ charged, contract }) => (contract > charged ? subtract(contract, charged) : ZERO)));
}
