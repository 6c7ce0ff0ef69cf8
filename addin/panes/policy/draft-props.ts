// What the fields of the policy's form share.
import type { Currency } from '../../../core/money.ts';
import type { PolicyDraft, TextField } from './policy-draft.ts';

export interface DraftProps {
  readonly draft: PolicyDraft;
  /** Fields whose text is not understood. */
  readonly wrong: readonly TextField[];
  /** Null: limits hold in each currency by itself. */
  readonly baseCurrency: Currency | null;
  readonly change: (part: Partial<PolicyDraft>) => void;
}
