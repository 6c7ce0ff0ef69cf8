// An invariant of the books: a sentence, and a check that throws where it does not hold.
import type { Ledger } from './ledger.ts';

export interface Invariant {
  /** Its number and what it says. */
  readonly says: string;
  readonly check: (ledger: Ledger) => void;
}
