// Which payout row is which, across files: pushing the same row again must find it, whatever file it comes in.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, numberOfAmount } from '../money.ts';
import { fingerprint } from '../fingerprint.ts';
import { type ComponentType, IDENTITY_LENGTH_MAX } from '../payout.ts';

/** What a row is known by. */
export interface IdentityFacts {
  readonly orderNumber: string | null;
  readonly reference: string;
  readonly paidOutOn: BusinessDate;
  /** From `namePart`, one for each component. */
  readonly parts: readonly string[];
}

/** A component's share of the content. `header` is the mapping's own, so that a renamed column changes no identity. */
export function namePart(type: ComponentType, header: string, amount: Amount): string {
  return `${type}:${header}=${numberOfAmount(amount)}`;
}

/**
 * The share of a component whose type words of the row gave: the words count, not the type, so that a mapping may
 * correct the type without taking every row for a new one.
 */
export function wordsPart(words: readonly string[], header: string, amount: Amount): string {
  return `${words.join('+')}:${header}=${numberOfAmount(amount)}`;
}

/**
 * Names the rows of one file.
 * 1. `id:<reference>`: the platform's own number, where the mapping says that it names one row.
 * 2. `row:<day>|<reference>|<type:column=amount…>#<n>`: the content. Amount and day alone would take two sales of one
 *    day for the same row; all components together differ as soon as one fee does. Truly identical rows are counted
 *    (`n`, within their order), because they are often separate charges. So shuffling the rows, or exporting them in
 *    parts that keep an order together, gives each row the same name again.
 */
export class LineNames {
  private readonly referenceIsIdentity: boolean;
  private readonly seen = new Map<string, number>();

  constructor(referenceIsIdentity: boolean) {
    this.referenceIsIdentity = referenceIsIdentity;
  }

  nameOf(facts: IdentityFacts): string {
    if (this.referenceIsIdentity && facts.reference !== '') return `id:${facts.reference}`;
    const content = shortContent(`row:${facts.paidOutOn}|${facts.reference}|${[...facts.parts].sort().join('|')}`);
    const key = `${facts.orderNumber ?? ''} ${content}`;
    const occurrence = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, occurrence);
    return `${content}#${occurrence}`;
  }
}

/** Words of a row may be as long as a cell: content that no identity can hold is known by its fingerprint. */
function shortContent(content: string): string {
  return content.length > CONTENT_LENGTH_MAX ? `row:${fingerprint(content)}` : content;
}

/** Room for the number of the occurrence. */
const CONTENT_LENGTH_MAX = IDENTITY_LENGTH_MAX - 10;
