// A payout line's money by what it does to an order's account.
import { type Amount, amountOfUnits, sum } from '../money.ts';
import { COMPONENT_SIDES, type ComponentType, type PayoutLine } from '../payout.ts';

/** Where a component goes in an order's account; finer than its side, because claims and reserves are no income. */
export type FlowPart = 'principal' | 'refund' | 'fee' | 'dispute' | 'reserve' | 'tax' | 'transit' | 'rest';

const OTHER_PARTS: Readonly<Partial<Record<ComponentType, FlowPart>>> = {
  CHARGEBACK: 'dispute',
  CHARGEBACK_REVERSAL: 'dispute',
  RESERVE_HELD: 'reserve',
  RESERVE_RELEASED: 'reserve',
  TAX: 'tax',
  WITHDRAWAL: 'transit',
};

/** Amounts by part, signed as in the file: fees, refunds, disputes and money held are negative. */
export type Flow = Readonly<Record<FlowPart, Amount>>;

const NOTHING = { principal: 0, refund: 0, fee: 0, dispute: 0, reserve: 0, tax: 0, transit: 0, rest: 0 };
export const NO_FLOW = NOTHING as Flow;
export const FLOW_PARTS = Object.keys(NOTHING) as FlowPart[];

export function flowPartOf(type: ComponentType): FlowPart {
  const side = COMPONENT_SIDES[type];
  return side === 'other' ? (OTHER_PARTS[type] ?? 'rest') : side;
}

/** The line's components summed by part. */
export function flowOf(line: Pick<PayoutLine, 'components'>): Flow {
  const totals: Record<FlowPart, number> = { ...NOTHING };
  for (const part of line.components) totals[flowPartOf(part.type)] += part.amount;
  return eachPart((part) => amountOfUnits(totals[part]));
}

export function addFlows(left: Flow, right: Flow): Flow {
  return eachPart((part) => amountOfUnits(left[part] + right[part]));
}

function eachPart(amountOf: (part: FlowPart) => Amount): Flow {
  return {
    principal: amountOf('principal'),
    refund: amountOf('refund'),
    fee: amountOf('fee'),
    dispute: amountOf('dispute'),
    reserve: amountOf('reserve'),
    tax: amountOf('tax'),
    transit: amountOf('transit'),
    rest: amountOf('rest'),
  };
}

/** The line's components of one type, signed as in the file. */
export function typeTotal(line: Pick<PayoutLine, 'components'>, type: ComponentType): Amount {
  return sum(line.components.filter((part) => part.type === type).map((part) => part.amount));
}
