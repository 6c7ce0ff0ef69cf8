// A mapping for a sheet that nobody has mapped, proposed from its values: what each column holds, and the sum they keep.
import type { Currency } from '../money.ts';
import type { SheetTable } from '../sheet-table.ts';
import { type BalanceIdentity, findBalance } from './find-identity-balance.ts';
import { type Scope, type ScopedIdentity, type WordColumn, findInScope } from './find-identity-scope.ts';
import { bareText } from './infer-cell.ts';
import { type TextKey, textKeys } from './infer-text-keys.ts';
import type { Identity, IdentityFinding, NetTarget, Term } from './find-identity-terms.ts';
import { findIdentity } from './find-identity.ts';
import { type Money, moneyOf } from './infer-amounts.ts';
import { netTargets, termColumns, twoSides } from './infer-nets.ts';
import { type Grid, findGrid } from './infer-grid.ts';
import { type Kind, kindOfReport } from './infer-kind.ts';
import { inferOrders } from './infer-orders.ts';
import { inferPayout } from './infer-payout.ts';
import { profileOf } from './infer-profile.ts';
import { type Proof, proofOf } from './infer-proof.ts';
import { type InferQuestion, generalQuestions } from './infer-questions.ts';
import { type ColumnContent, type Fact, type KeyChoice, contentOf, orderKeys } from './infer-roles.ts';
import type { Mapping, OrderColumn, PayoutColumn } from './mapping.ts';

/** What is known from elsewhere. */
export interface Hints {
  /** Numbers of orders already kept: the column that holds them is the order number, whatever it is called. */
  readonly knownOrderNumbers?: ReadonlySet<string>;
  readonly currency?: Currency;
  readonly platform?: string;
}

/** A column with its proposed role and why. */
export interface ProposedColumn {
  readonly column: OrderColumn | PayoutColumn;
  /** 0-based position within each row. */
  readonly index: number;
  readonly evidence: readonly Fact[];
}

export interface Proposal {
  readonly outcome: 'proposed';
  /** Complete and `verified: false`: a person confirms it before anything is imported. */
  readonly mapping: Mapping;
  /** Sheet row of the header, 1-based. */
  readonly headerRow: number;
  readonly columns: readonly ProposedColumn[];
  /** The sum that makes the net on each row; null where none was found. */
  readonly proof: Proof | null;
  /** The running balance; null where the file has none that holds. */
  readonly balance: Proof | null;
  readonly questions: readonly InferQuestion[];
}

/** `no-table`: no header with data below. `no-money`: no column of amounts, so nothing to reconcile. */
export type Inference = Proposal | { readonly outcome: 'no-table' | 'no-money' };

/** All that was found out about the sheet, before it is put into the mapping language. */
export interface Findings {
  readonly table: SheetTable;
  readonly hints: Hints;
  readonly grid: Grid;
  readonly contents: readonly ColumnContent[];
  readonly money: Money;
  readonly keys: readonly KeyChoice[];
  /** Everything that might be the net. */
  readonly targets: readonly NetTarget[];
  /** Money in and money out where they stand in two columns. */
  readonly sides: readonly Term[];
  readonly finding: IdentityFinding;
  readonly identity: Identity | null;
  /** The rows for which it holds, by the word of a column; null for all. */
  readonly scope: Scope | null;
  readonly textKeys: readonly TextKey[];
  readonly balance: BalanceIdentity | null;
}

export function inferMapping(table: SheetTable, hints: Hints = {}): Inference {
  const grid = findGrid(table);
  if (grid === null) return { outcome: 'no-table' };
  const findings = findOut(table, grid, hints);
  if (findings.money.columns.length === 0) return { outcome: 'no-money' };
  const kind: Kind = kindOfReport(findings);
  const proposed = kind === 'orders' ? inferOrders(findings) : inferPayout(findings, kind);
  const balanceProof = findings.balance && proofOf(findings.balance.identity, findings, findings.balance.order);
  return {
    outcome: 'proposed',
    mapping: proposed.mapping,
    headerRow: table.firstRow + grid.headerIndex,
    columns: proposed.columns,
    proof: findings.identity && proofOf(findings.identity, findings),
    balance: balanceProof,
    questions: [...generalQuestions(findings, kind), ...proposed.questions],
  };
}

export function findOut(table: SheetTable, grid: Grid, hints: Hints): Findings {
  const contents = grid.columns.map((column) => contentOf(profileOf(column)));
  const money = moneyOf(contents);
  const balance = findAnyBalance(money);
  const targets = netTargets(money, balance);
  const finding = findIdentity(termColumns(money), targets);
  return {
    ...{ table, hints, grid, contents, money, balance, targets, finding },
    sides: twoSides(money),
    keys: orderKeys(contents, hints),
    textKeys: textKeys(contents),
    ...identityOf(finding, () => findInScope(termColumns(money), targets, wordColumns(contents))),
  };
}

/** On all rows; where no likely net has a sum there, on the rows of one kind. */
function identityOf(
  finding: IdentityFinding,
  inScope: () => ScopedIdentity | null,
): Pick<Findings, 'identity' | 'scope'> {
  const found = finding.outcome === 'found' ? finding.identity : null;
  if (found && !found.weak) return { identity: found, scope: null };
  const scoped = inScope();
  return scoped ? scoped : { identity: found, scope: null };
}

const wordColumns = (contents: readonly ColumnContent[]): WordColumn[] =>
  contents
    .filter(({ content }) => content === 'words')
    .map(({ profile }) => ({ key: profile.name, words: profile.column.cells.map((cell) => bareText(cell)) }));

/** Only a column whose header says so: a chance balance among amounts is of no use to anybody. */
function findAnyBalance(money: Money): BalanceIdentity | null {
  const directed = money.directed.map(({ key, amounts, amount }) => ({ key, amounts, costs: amount.costs }));
  const paired = money.pairs.map(({ key, amounts, into }) => ({ key, amounts, costs: into.costs }));
  for (const { key, written } of money.balances) {
    const { amounts } = written;
    const found =
      findBalance([...directed, ...paired], { key, amounts }) ?? findBalance(termColumns(money), { key, amounts });
    if (found) return found;
  }
  return null;
}
