// The invariants of the books after any history, on the engine with books in memory. Each was seen to fail on an engine
// broken on purpose; what was broken stands above it, where it is defined.
import fc from '../fast-check.ts';
import { anyHistory } from './arbitrary-history.ts';
import { INVARIANTS } from './invariants.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

test.each(INVARIANTS.map(({ says, check }) => [says, check] as const))('%s', (_says, check) => {
  fc.assert(
    fc.property(anyHistory, (history) => check(ledgerInMemory(history))),
    { numRuns: 100 },
  );
});
