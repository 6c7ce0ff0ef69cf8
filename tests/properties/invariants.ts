// All invariants that read the books after any history, for the engine and for every database.
import { BALANCE } from './balance.ts';
import { CONSERVATION } from './conservation.ts';
import { DAYS_AND_STOCK } from './days-and-stock.ts';
import type { Invariant } from './invariant.ts';
import { RECEIVABLES } from './receivables.ts';

export const INVARIANTS: readonly Invariant[] = [...CONSERVATION, ...BALANCE, ...RECEIVABLES, ...DAYS_AND_STOCK];
