// What a header leads one to expect of a column's sign in the net: the second evidence, after the figures.
import { COMPONENT_SIDES, type ComponentType } from '../payout.ts';
import type { SignCosts } from './find-identity-signs.ts';
import { NET_WORDS, OUTSIDE_WORDS, hasWord } from './infer-words.ts';

/**
 * What each sign would cost. A column that runs against the net is printed as the money flows and is added. One that
 * runs with it is added where it is money earned, and taken away where it is a fee, a discount or a refund. Sums of
 * others and prices of one piece are left out.
 */
export function costsOf(header: string, type: ComponentType, withNet: boolean): SignCosts {
  if (hasWord(header, NET_WORDS)) return { minus: 5, none: 0, plus: 5 };
  if (hasWord(header, OUTSIDE_WORDS)) return sumCosts(type, withNet);
  if (type === 'UNKNOWN' || type === 'ADJUSTMENT')
    return withNet ? { minus: 2, none: 1, plus: 1 } : { minus: 3, none: 1, plus: 0 };
  if (!withNet) return { minus: 5, none: 2, plus: 0 };
  const lowers = lowersNet(type);
  if (lowers === null) return { minus: 1, none: 2, plus: 1 };
  return lowers ? { minus: 0, none: 2, plus: 3 } : { minus: 4, none: 2, plus: 0 };
}

/** A sum of fees or of goods may stand for its parts where the file does not print them. */
function sumCosts(type: ComponentType, withNet: boolean): SignCosts {
  if (COMPONENT_SIDES[type] === 'fee') return { minus: withNet ? 1 : 4, none: 0, plus: withNet ? 3 : 1 };
  return { minus: 4, none: 0, plus: type === 'PRINCIPAL' ? 1 : 3 };
}

const RAISES: readonly ComponentType[] = [
  'SHIPPING_SUBSIDY',
  'FEE_REVERSAL',
  'PLATFORM_SUBSIDY',
  'REIMBURSEMENT',
  'CHARGEBACK_REVERSAL',
  'RESERVE_RELEASED',
];
const LOWERS: readonly ComponentType[] = ['SELLER_DISCOUNT', 'CHARGEBACK', 'WITHDRAWAL', 'PENALTY'];
const EITHER: readonly ComponentType[] = ['TAX', 'RESERVE_HELD', 'SHIPPING_FEE'];

/** Whether money of this type, printed positive, is taken from the net; null where platforms print it either way. */
export function lowersNet(type: ComponentType): boolean | null {
  if (EITHER.includes(type)) return null;
  if (RAISES.includes(type)) return false;
  if (LOWERS.includes(type)) return true;
  const side = COMPONENT_SIDES[type];
  return side === 'fee' || side === 'refund';
}
