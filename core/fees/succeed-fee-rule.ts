// A contract that is accepted takes its place among those that are kept: the one before it ends the day before it begins,
// and one with the very same first day is written anew. Whatever else overlaps is a fault for a person to settle.
import { addDays } from '../business-date.ts';
import type { FeeRule } from './fee-rule.ts';
import { conditionsOf } from './fee-rule-faults.ts';

export interface Succession {
  /** What is to be saved: the contract before with its end, then the accepted one under its id and version. */
  readonly changed: readonly FeeRule[];
  /** All contracts as they stand afterwards. */
  readonly all: readonly FeeRule[];
}

/** @param held every contract that is kept; rules are told apart by id and version */
export function succeedFeeRule(held: readonly FeeRule[], accepted: FeeRule): Succession {
  const alike = held.filter((rule) => conditionsOf(rule) === conditionsOf(accepted));
  const same = alike.find(({ validFrom }) => validFrom === accepted.validFrom);
  const own = same === undefined ? { ...accepted, version: nextVersion(held, accepted) } : renewed(same, accepted);
  const before = alike.filter((rule) => rule !== same && reachesInto(rule, accepted));
  const ended = before.map((rule) => endedBefore(rule, accepted));
  const untouched = held.filter((rule) => rule !== same && !before.includes(rule));
  return { changed: [...ended, own], all: [...untouched, ...ended, own] };
}

const renewed = ({ id, version }: FeeRule, accepted: FeeRule): FeeRule => ({ ...accepted, id, version });

const nextVersion = (held: readonly FeeRule[], { id }: FeeRule) =>
  Math.max(0, ...held.filter((rule) => rule.id === id).map(({ version }) => version)) + 1;

/** It began earlier and has not ended when the accepted one begins. */
function reachesInto(rule: FeeRule, { validFrom }: FeeRule): boolean {
  if (validFrom === null) return false;
  return (
    (rule.validFrom === null || rule.validFrom < validFrom) && (rule.validTo === null || rule.validTo >= validFrom)
  );
}

function endedBefore(rule: FeeRule, { validFrom }: FeeRule): FeeRule {
  return validFrom === null ? rule : { ...rule, validTo: addDays(validFrom, -1) };
}
