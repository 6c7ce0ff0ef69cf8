// Pushing statements, as both ends know it: what is sent of an account's statement, and what became of each line.
import { z } from 'zod';
import { authorName, ROWS_PER_CHUNK } from '../api.ts';
import type { BusinessDate } from '../business-date.ts';
import type { PayoutMapping } from '../mapping/mapping.ts';
import { SHOP_NAME_TOO_LONG, shopNameSchema } from '../shop-name.ts';
import { type BankAccount, bankAccountSchema, type BankLine, bankLineSchema } from './bank-line.ts';
import type { StatementLine } from './bank-lines-of-sheet.ts';
import { groupBy } from './group-by.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(500);
const count = z.int().min(0);

/** One statement, or a part of it: pushing again whatever part of it is safe, because lines have an identity. */
export const bankPushSchema = z
  .object({
    account: bankAccountSchema,
    mapping: z.object({ id: name, version: z.int().min(1) }),
    source: z.object({ file: text, sheet: text }),
    rows: z.array(bankLineSchema).max(ROWS_PER_CHUNK),
    author: authorName.optional(),
  })
  .refine(
    ({ account, rows }) => rows.every((row) => row.account === account.key && row.currency === account.currency),
    'a row is not of the account, or not of its currency',
  )
  .refine(({ account }) => shopNameSchema.safeParse(calledIn(account)).success, SHOP_NAME_TOO_LONG);
export type BankPush = z.infer<typeof bankPushSchema>;

/** A line in the books never changes: the same identity with other content is a conflict. */
const BANK_OUTCOMES = ['created', 'unchanged', 'conflict'] as const;
export type BankOutcome = (typeof BANK_OUTCOMES)[number];

export const bankAnswerSchema = z.object({
  account: name,
  counts: z.record(z.enum(BANK_OUTCOMES), count),
  /** One entry a pushed row: sheet row, outcome, and for a conflict the fields that differ. */
  rows: z.array(z.object({ row: count, outcome: z.enum(BANK_OUTCOMES), fields: z.array(text) })),
});
export type BankAnswer = z.infer<typeof bankAnswerSchema>;

/** The accounts the books know, with how far their statements reach. */
export const bankAccountsSchema = z.object({
  accounts: z.array(z.object({ account: bankAccountSchema, lines: count, from: text.nullable(), to: text.nullable() })),
});
export type BankAccounts = z.infer<typeof bankAccountsSchema>;

/** What the account is called, as its shop is or as a name of its own. */
function calledIn({ key, shop }: BankAccount): string {
  return shop === null ? key.replace(/^bank\/|\/[A-Z]{3}$/g, '') : shop.slice(shop.indexOf('/') + 1);
}

/** Whose statement it is, which the sheet does not say. */
export interface StatementFacts {
  readonly mapping: Pick<PayoutMapping, 'id' | 'version' | 'platform'>;
  /** The shop whose wallet it is, or what the bank account is called. */
  readonly name: string;
  readonly source: BankPush['source'];
}

/** Mappings of statements that are a bank's and no platform's. */
const BANK_PLATFORM = 'bank';

/** The pushes of a statement: its lines placed in their accounts, one for each currency, in parts of a request's size. */
export function bankPushes(lines: readonly StatementLine[], facts: StatementFacts): BankPush[] {
  const { source, mapping } = facts;
  const about = { source, mapping: { id: mapping.id, version: mapping.version } };
  return [...groupBy(lines, ({ currency }) => currency)].flatMap(([currency, own]) => {
    const account = accountOf(facts, currency);
    const placed = own.map((line): BankLine => ({ ...line, account: account.key }));
    return inParts(placed).map((rows) => ({ ...about, account, rows }));
  });
}

/** The first and last day of some statement lines; null without lines. */
export function daysOf(
  lines: readonly Pick<StatementLine, 'bookedOn'>[],
): { from: BusinessDate; to: BusinessDate } | null {
  const days = lines.map(({ bookedOn }) => bookedOn).sort();
  const [from] = days;
  const to = days[days.length - 1];
  return from === undefined || to === undefined ? null : { from, to };
}

function accountOf({ mapping: { platform }, name: called }: StatementFacts, currency: string): BankAccount {
  return platform === BANK_PLATFORM
    ? { key: `bank/${called}/${currency}`, kind: 'bank', currency, shop: null }
    : { key: `wallet/${platform}/${called}/${currency}`, kind: 'wallet', currency, shop: `${platform}/${called}` };
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts = Math.ceil(rows.length / ROWS_PER_CHUNK);
  return Array.from({ length: parts }, (_, at) => rows.slice(at * ROWS_PER_CHUNK, (at + 1) * ROWS_PER_CHUNK));
}
