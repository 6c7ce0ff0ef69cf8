// A mapping for a sheet that nobody has mapped, proposed from its values: what each column holds, and the sum they keep.
import { generalQuestions } from './infer-questions.ts';
import type { SheetTable } from '../sheet-table.ts';
import { type BalanceIdentity, findBalance } from './find-identity-balance.ts';
import { type ScopedIdentity, type WordColumn, findInScope } from './find-identity-scope.ts';
import type { IdentityFinding } from './find-identity-terms.ts';
import { findIdentity } from './find-identity.ts';
import type { PrintedTotal } from './find-total.ts';
import { moneyOf } from './infer-amounts.ts';
import { bareText } from './infer-cell.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { Findings, Hints, InferQuestion, Kind, Proof, Proposed, ProposedColumn } from './infer-findings.ts';
import { type Grid, findGrid } from './infer-grid.ts';
import { kindOfReport } from './infer-kind.ts';
import type { Money } from './infer-money.ts';
import { netTargets, termColumns, twoSides } from './infer-nets.ts';
import { inferOrders } from './infer-orders.ts';
import { inferPayout } from './infer-payout.ts';
import { profileOf } from './infer-profile.ts';
import { proofOf } from './infer-proof.ts';
import { contentOf, orderKeys } from './infer-roles.ts';
import { findTotals, scopeOfTotal } from './infer-totals.ts';
import { textKeys } from './infer-text-keys.ts';
import type { Mapping } from './mapping.ts';

export type { Hints, ProposedColumn } from './infer-findings.ts';

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
  /** Figures printed beside the rows that are their sum: of the nets, or of each component. */
  readonly totals: readonly PrintedTotal[];
  readonly questions: readonly InferQuestion[];
}

/** `no-table`: no header with data below. `no-money`: no column of amounts, so nothing to reconcile. */
export type Inference = Proposal | { readonly outcome: 'no-table' | 'no-money' };

export function inferMapping(table: SheetTable, hints: Hints = {}): Inference {
  const grid = findGrid(table);
  if (grid === null) return { outcome: 'no-table' };
  const found = findOut(table, grid, hints);
  if (found.money.columns.length === 0) return { outcome: 'no-money' };
  const kind: Kind = kindOfReport(found);
  const { findings, proposed, totals } = propose(found, kind);
  const balanceProof = findings.balance && proofOf(findings.balance.identity, findings, findings.balance.order);
  return {
    outcome: 'proposed',
    mapping: proposed.mapping,
    headerRow: table.firstRow + grid.headerIndex,
    columns: proposed.columns,
    proof: findings.identity && proofOf(findings.identity, findings),
    balance: balanceProof,
    totals,
    questions: [
      ...generalQuestions(findings, kind).filter(({ ask }) => ask !== 'identity' || totals.length === 0),
      ...proposed.questions,
    ],
  };
}

interface Judged {
  readonly findings: Findings;
  readonly proposed: Proposed<Mapping>;
  readonly totals: readonly PrintedTotal[];
}

/** Where nothing else proves the nets, a printed total may tell which kind of rows they stand on. */
function propose(findings: Findings, kind: Kind): Judged {
  if (kind === 'orders') return { findings, proposed: inferOrders(findings), totals: [] };
  const proposed = inferPayout(findings, kind);
  const totals = findTotals(findings, proposed);
  if (totals.length > 0 || findings.identity !== null || findings.balance !== null)
    return { findings, proposed, totals };
  const scope = scopeOfTotal(findings, proposed);
  if (scope === null) return { findings, proposed, totals };
  const within = { ...findings, scope };
  const scoped = inferPayout(within, kind);
  return { findings: within, proposed: scoped, totals: findTotals(within, scoped) };
}

function findOut(table: SheetTable, grid: Grid, hints: Hints): Findings {
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
