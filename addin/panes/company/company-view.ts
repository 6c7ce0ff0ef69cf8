// What the cards of company and shops share: what holds, and which form is open. Both are one setting of the server, so
// one form is open at a time: a second one would be refused for what the first has just saved.
import type { CompanySettings } from '../../../core/company.ts';
import type { ShopPlace } from '../../../core/statements/report-only.ts';
import type { CompanyClient } from '../../company-client.ts';
import type { Kept } from '../../kept-settings.ts';

/** The company itself, or a shop by its key. */
export type Part = 'company' | { readonly shop: string };

export interface CompanyView {
  readonly client: CompanyClient;
  readonly kept: Kept<CompanySettings> | null;
  /** What holds: what is kept, or the defaults. */
  readonly company: CompanySettings;
  readonly shops: readonly ShopPlace[];
  readonly open: Part | null;
  /** What was saved last. */
  readonly saved: Part | null;
  readonly onOpen: (part: Part) => void;
  readonly onCancel: () => void;
  readonly onSaved: (kept: Kept<CompanySettings> | null) => void;
}

export const shopIn = (part: Part | null): string | null => (part === null || part === 'company' ? null : part.shop);
