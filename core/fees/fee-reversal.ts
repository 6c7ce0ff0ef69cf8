// What of a fee comes back when the buyer is refunded (手續費退回), by the rule's refund policy.
import { type Amount, fraction, negate, ONE_WHOLE, round, smaller, sum, sumUnrounded } from '../money.ts';
import { type Unrounded, unrounded, ZERO } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES } from '../payout.ts';
import type { OrderCharge } from './charge-orders.ts';
import type { FeeRule, RefundPolicy } from './fee-rule.ts';
import type { FeeSubject } from './fee-subject.ts';

/** Nothing comes back without a refund in the file. Rounded as the fee is, but by order (or line), never by more. */
export function reversalOf(rule: FeeRule, charge: OrderCharge, subject: FeeSubject): Amount {
  const { refundPolicy: terms, rounding } = rule;
  const refunded = negate(subject.amounts.REFUND ?? ZERO);
  const owed = owedFor(subject);
  if (refunded <= 0 || owed <= 0 || terms.policy === 'none') return ZERO;
  const isWhole = refunded >= owed;
  if (terms.policy === 'full') return isWhole ? charge.amount : ZERO;
  if (terms.policy === 'proportional' && isWhole) return charge.amount;
  const units = unitsOf(rule, charge);
  const back = units.map((unit) => backOf(terms, fraction(unit, smaller(refunded, owed), owed)));
  if (rounding.level === 'line') return sum(back.map((part) => round(part, rounding.mode, rounding.decimals)));
  return round(sumUnrounded(back), rounding.mode, rounding.decimals);
}

/** What the refund is a part of: G, or where the order is not held what the file paid for it. */
function owedFor({ receivable, amounts }: FeeSubject): Amount {
  const principal = COMPONENT_TYPES.filter((type) => COMPONENT_SIDES[type] === 'principal');
  return receivable > 0 ? receivable : sum(principal.map((type) => amounts[type] ?? ZERO));
}

/** An order with one charge gives back of the fee as it was rounded; by lines each gives back of its own. */
const unitsOf = ({ scope }: FeeRule, { amount, units }: OrderCharge): readonly Unrounded[] =>
  scope === 'line' ? units : [unrounded(amount)];

function backOf(terms: RefundPolicy, share: Unrounded): Unrounded {
  if (terms.policy !== 'keep') return share;
  const rated = fraction(share, terms.rate, ONE_WHOLE);
  const least = unrounded(terms.min);
  return (share - (rated < least ? rated : least)) as Unrounded;
}
