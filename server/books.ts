// What every command is given: the database, whose books they are, and what time it is.
import { type BuiltIns, productBuiltIns } from './built-ins.ts';
import type { Database } from './store/database.ts';

export interface Books {
  readonly database: Database;
  readonly company: string;
  /** The instant, ISO text in UTC. Passed in, so that tests need no clock. */
  readonly now: () => string;
  /** The mappings the product brings. Default: those in mappings/. */
  readonly builtIns?: BuiltIns;
}

export const builtInsOf = ({ builtIns }: Books): BuiltIns => builtIns ?? productBuiltIns;

/** Until a team keeps several, there is one company. */
export const DEFAULT_COMPANY = 'default';
