// Where money lands after a payout: accounts (bank or platform wallet) and the signed lines of their statements.
import { z } from 'zod';
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, sum } from '../money.ts';
import { COMPONENT_TYPES, type ComponentType } from '../payout.ts';
import { amount, day } from '../wire-values.ts';

/** `bank` 銀行帳戶: receives from every shop. `wallet` 平台錢包: belongs to one shop; money leaves it by withdrawal. */
const ACCOUNT_KINDS = ['bank', 'wallet'] as const;

/** One account in one currency: a platform's wallet in two currencies is two accounts. */
export interface BankAccount {
  readonly key: string;
  readonly kind: (typeof ACCOUNT_KINDS)[number];
  readonly currency: Currency;
  /** Whose wallet it is, as `platform/name`; null for a bank account. */
  readonly shop: string | null;
}

/** What a part of a line is for. A bank does not say it: its lines are one part UNKNOWN. */
export interface BankPart {
  readonly type: ComponentType;
  readonly amount: Amount;
}

/** One line of a statement (銀行/錢包流水). */
export interface BankLine {
  /** Row identity within the account: the platform's transaction id, else content with its occurrence number. */
  readonly identity: string;
  /** Key of its account. */
  readonly account: string;
  /** Day it was booked (入帳日). */
  readonly bookedOn: BusinessDate;
  /** Into the account positive, out of it negative. */
  readonly amount: Amount;
  readonly currency: Currency;
  /** The bank's or platform's own number of the movement; empty when it has none. */
  readonly reference: string;
  /** Words of its text that may name a payout; never a person (`reference-words.ts`). */
  readonly description: string;
  /** The account's balance after this line, where the statement prints it. */
  readonly balance: Amount | null;
  /** Σ parts = amount, exactly. */
  readonly parts: readonly BankPart[];
  /** Sheet row, 1-based. */
  readonly sourceRow: number;
}

const text = z.string().max(500);
const name = z.string().min(1).max(500);
const currency = z.string().regex(/^[A-Z]{3}$/);

export const bankAccountSchema: z.ZodType<BankAccount> = z
  .object({ key: name, kind: z.enum(ACCOUNT_KINDS), currency, shop: name.nullable() })
  .refine(({ kind, shop }) => (kind === 'wallet') === (shop !== null), 'a wallet has a shop, a bank account none');

export const bankLineSchema: z.ZodType<BankLine> = z
  .object({
    identity: z.string().min(1).max(4_000),
    account: name,
    bookedOn: day,
    amount,
    currency,
    reference: text,
    description: text,
    balance: amount.nullable(),
    parts: z.array(z.object({ type: z.enum(COMPONENT_TYPES), amount })),
    sourceRow: z.int().min(0),
  })
  .refine((line) => sum(line.parts.map((part) => part.amount)) === line.amount, 'the parts are not the amount');

/** Money on its way from a wallet to a bank account (提領). */
export function isWithdrawal({ amount: moved, parts }: Pick<BankLine, 'amount' | 'parts'>): boolean {
  return moved < 0 && parts.some((part) => part.type === 'WITHDRAWAL');
}
