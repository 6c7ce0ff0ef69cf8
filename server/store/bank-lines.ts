// Accounts and the lines of their statements as pushed. Lines never change: the same identity with other content is a
// conflict.
import { createHash } from 'node:crypto';
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import { lineKeyOf } from '../../core/bank/check-deposits.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { ComponentType } from '../../core/payout.ts';
import type { Statements } from './database.ts';

/** Where a line was read. */
export interface BankSource {
  readonly mappingId: string;
  readonly file: string;
  readonly sheet: string;
}

const accountColumns = { account_key: 'text', kind: 'text', currency: 'text', shop: 'text' } as const;

type AccountRow = [key: string, kind: BankAccount['kind'], currency: Currency, shop: string | null];

/** By key. */
export async function listBankAccounts(tx: Statements): Promise<BankAccount[]> {
  const rows = await tx.select<AccountRow>(
    ['account_key', 'kind', 'currency', 'shop'],
    'FROM bank_accounts WHERE company_id = ? ORDER BY account_key',
    [tx.company],
  );
  return rows.map(([key, kind, currency, shop]) => ({ key, kind, currency, shop }));
}

export async function insertBankAccount(tx: Statements, { key, kind, currency, shop }: BankAccount): Promise<void> {
  await tx.insert('bank_accounts', accountColumns, [[key, kind, currency, shop]]);
}

const lineColumns = {
  account_key: 'text',
  identity_hash: 'text',
  identity: 'text',
  booked_on: 'text',
  amount: 'integer',
  currency: 'text',
  reference: 'text',
  description: 'text',
  balance: 'integer',
  parts: 'text',
  mapping_id: 'text',
  file: 'text',
  sheet: 'text',
  source_row: 'integer',
  pushed_at: 'text',
} as const;

/** 128 bits of the identity's hash: an index can take it. */
const identityHash = ({ identity }: Pick<BankLine, 'identity'>) =>
  createHash('sha256').update(identity).digest('hex').slice(0, 32);

export async function insertBankLines(
  tx: Statements,
  lines: readonly BankLine[],
  source: BankSource,
  now: string,
): Promise<void> {
  const rows = lines.map((line) => [
    line.account,
    identityHash(line),
    line.identity,
    line.bookedOn,
    line.amount,
    line.currency,
    line.reference,
    line.description,
    line.balance,
    JSON.stringify(line.parts.map(({ type, amount }) => [type, amount])),
    source.mappingId,
    source.file,
    source.sheet,
    line.sourceRow,
    now,
  ]);
  await tx.insert('bank_lines', lineColumns, rows);
}

type LineRow = [
  account: string,
  identity: string,
  bookedOn: BusinessDate,
  amount: Amount,
  currency: Currency,
  reference: string,
  description: string,
  balance: Amount | null,
  parts: [type: ComponentType, amount: Amount][],
  sourceRow: number,
];

const output = [
  't.account_key',
  't.identity',
  't.booked_on',
  't.amount',
  't.currency',
  't.reference',
  't.description',
  't.balance',
  { json: 't.parts' },
  't.source_row',
] as const;

function toLine([account, identity, bookedOn, amount, currency, reference, ...rest]: LineRow): BankLine {
  const [description, balance, parts, sourceRow] = rest;
  const facts = { account, identity, bookedOn, amount, currency, reference, description, balance, sourceRow };
  return { ...facts, parts: parts.map(([type, part]) => ({ type, amount: part })) };
}

/** The held lines with the identities of `lines`, all of one account, by identity. */
export async function heldBankLines(
  tx: Statements,
  account: string,
  lines: readonly BankLine[],
): Promise<Map<string, BankLine>> {
  const rows = await tx.select<LineRow>(
    output,
    `FROM ${tx.source({ identity_hash: 'text' })} k CROSS JOIN bank_lines t
     WHERE t.company_id = ? AND t.account_key = ? AND t.identity_hash = k.identity_hash`,
    [JSON.stringify(lines.map((line) => [identityHash(line)])), tx.company, account],
  );
  return new Map(rows.map(toLine).map((line) => [line.identity, line]));
}

/** The lines of all accounts in a span of days, both included; by account, day and identity. */
export async function bankLinesBetween(tx: Statements, from: BusinessDate, to: BusinessDate): Promise<BankLine[]> {
  const rows = await tx.select<LineRow>(
    output,
    `FROM bank_lines t WHERE t.company_id = ? AND t.booked_on BETWEEN ? AND ?
     ORDER BY t.account_key, t.booked_on, t.identity_hash`,
    [tx.company, from, to],
  );
  return rows.map(toLine);
}

/** Lines of the accounts by which money left. */
export async function outflowsOf(tx: Statements, accounts: readonly string[]): Promise<BankLine[]> {
  const rows = await tx.select<LineRow>(
    output,
    `FROM ${tx.source({ account_key: 'text' })} k CROSS JOIN bank_lines t
     WHERE t.company_id = ? AND t.account_key = k.account_key AND t.amount < 0`,
    [JSON.stringify(accounts.map((account) => [account])), tx.company],
  );
  return rows.map(toLine);
}

/** The days on which lines were booked, by the line's key (`lineKeyOf`). */
export async function daysOfBankLines(
  tx: Statements,
  lines: readonly Pick<BankLine, 'account' | 'identity'>[],
): Promise<Map<string, BusinessDate>> {
  const rows = await tx.select<[account: string, identity: string, bookedOn: BusinessDate]>(
    ['t.account_key', 't.identity', 't.booked_on'],
    `FROM ${tx.source({ account_key: 'text', identity_hash: 'text' })} k CROSS JOIN bank_lines t
     WHERE t.company_id = ? AND t.account_key = k.account_key AND t.identity_hash = k.identity_hash`,
    [JSON.stringify(lines.map((line) => [line.account, identityHash(line)])), tx.company],
  );
  return new Map(rows.map(([account, identity, bookedOn]) => [lineKeyOf({ account, identity }), bookedOn]));
}

/** How far the statements of each account reach, by account. */
export async function statementSpans(
  tx: Statements,
): Promise<Map<string, { readonly lines: number; readonly from: BusinessDate; readonly to: BusinessDate }>> {
  const rows = await tx.select<[string, number, BusinessDate, BusinessDate]>(
    ['account_key', 'count(*)', 'min(booked_on)', 'max(booked_on)'],
    'FROM bank_lines WHERE company_id = ? GROUP BY account_key',
    [tx.company],
  );
  return new Map(rows.map(([account, lines, from, to]) => [account, { lines, from, to }]));
}

/** Σ lines of each account before a day. */
export async function sumsBefore(tx: Statements, day: BusinessDate): Promise<Map<string, Amount>> {
  const rows = await tx.select<[string, Amount]>(
    ['account_key', 'CAST(sum(amount) AS BIGINT)'],
    'FROM bank_lines WHERE company_id = ? AND booked_on < ? GROUP BY account_key',
    [tx.company, day],
  );
  return new Map(rows);
}
