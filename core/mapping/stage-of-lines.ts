// Orders whose rows have a status each: how far the order is as a whole, and which of its rows count.
import type { BusinessDate } from '../business-date.ts';
import { sum } from '../money.ts';
import { ORDER_STAGES } from '../order.ts';
import type { Group, Member } from './order-group.ts';
import type { OrderMapping } from './mapping.ts';
import type { OrderRow, OrderValues } from './read-order-row.ts';

type Rule = NonNullable<OrderMapping['stageOfLines']>;

/**
 * Puts the order together from the rows that are not cancelled; from all of them where all are.
 * @returns the rows that are left
 */
export function decideStage(group: Group, rule: Rule | undefined): readonly Member[] {
  const { members, values } = group;
  if (rule === undefined || values === null || group.bad.size > 0) return [];
  const alive = members.filter((member) => member.values.stage !== 'cancelled');
  const counted = alive.length > 0 ? alive : members;
  group.values = { ...values, ...stageOf(counted, rule), days: daysOf(counted, rule) };
  group.lines = counted.flatMap(({ line }) => line ?? []);
  group.ownTerms = sum(counted.map(({ ownTerms }) => ownTerms));
  group.refunded = counted.some(({ refunded }) => refunded);
  return members.filter((member) => !counted.includes(member));
}

/** Stage and status of the row that is least, or most, advanced; of equals the first. */
function stageOf(rows: readonly OrderRow[], rule: Rule): Pick<OrderValues, 'stage' | 'status'> {
  const progress = ({ values: { stage } }: OrderRow) => (stage === null ? -1 : ORDER_STAGES.indexOf(stage));
  const reached = rows.map(progress);
  const wanted = rule === 'least' ? Math.min(...reached) : Math.max(...reached);
  const { stage, status } = rows[reached.indexOf(wanted)]?.values ?? { stage: null, status: null };
  return { stage, status };
}

/** `least`: the day on which the last row had it, unknown as long as one has not. `most`: the first such day. */
function daysOf(rows: readonly OrderRow[], rule: Rule): (BusinessDate | null)[] {
  const [first] = rows;
  return (first?.values.days ?? []).map((_, at) => {
    const days = rows.map(({ values }) => values.days[at] ?? null);
    const known = days.filter((day) => day !== null).sort();
    if (rule === 'most') return known[0] ?? null;
    return known.length === days.length ? (known.at(-1) ?? null) : null;
  });
}
