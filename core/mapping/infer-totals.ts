// Totals that a file prints, held against the proposed nets: of all rows, or of the rows of one kind.
import { type Amount, ZERO, add, negate } from '../money.ts';
import type { Scope } from './find-identity-scope.ts';
import { type PrintedFigure, type PrintedTotal, figuresBeside, figuresOn, isTelling, totalsOf } from './find-total.ts';
import { bareText } from './infer-cell.ts';
import type { Findings, Proposed } from './infer-findings.ts';
import type { PayoutMapping } from './mapping.ts';

/** What the proposal says of the money of each row. */
interface ProposedMoney {
  readonly nets: readonly (Amount | null)[];
  /** The components with money, as printed. */
  readonly parts: readonly { readonly of: string; readonly amounts: readonly (Amount | null)[] }[];
}

/** The net where it is printed; else each component, where the file prints the sum of every one of them. */
export function findTotals(findings: Findings, proposed: Proposed<PayoutMapping>): PrintedTotal[] {
  const figures = printedFigures(findings);
  const { nets, parts } = moneyIn(findings, proposed);
  const whole = totalsOf({ of: null, amounts: nets }, figures).filter(isTelling);
  if (whole.length > 0) return whole;
  return parts.length > 1 ? totalsOfParts(parts, figures) : [];
}

/** One row that prints the sum of every component. */
function totalsOfParts(parts: ProposedMoney['parts'], figures: readonly PrintedFigure[]): PrintedTotal[] {
  const places = [...new Set(figures.map(({ sheet, row }) => `${sheet} ${row}`))];
  const rows = places.map((place) => {
    const own = figures.filter(({ sheet, row }) => `${sheet} ${row}` === place);
    return parts.flatMap((part) => totalsOf(part, own).slice(0, 1));
  });
  return rows.find((totals) => totals.length === parts.length && totals.some(isTelling)) ?? [];
}

/** More kinds of rows than this are kinds of money, not kinds of rows. */
const KINDS_MAX = 4;

/**
 * The kind of rows whose nets are a printed total, where those of all rows are none: orders beside their items. Each
 * order stands once among the rows that stay, and those left out belong to one of them: money of another kind is no grain.
 */
export function scopeOfTotal(findings: Findings, proposed: Proposed<PayoutMapping>): Scope | null {
  const figures = printedFigures(findings);
  if (figures.length === 0) return null;
  const { nets } = moneyIn(findings, proposed);
  const keys = findings.keys[0]?.content.profile.column.cells.map((cell) => bareText(cell)) ?? [];
  const scopes = findings.contents
    .filter(({ content, profile }) => content === 'words' && profile.filled === profile.rows)
    .filter(({ profile }) => profile.distinct > 1 && profile.distinct <= KINDS_MAX)
    .flatMap(({ profile }) => (profile.words ?? []).map((word) => ({ profile, word })))
    .filter(({ profile, word }) => {
      const isIn = (row: number) => bareText(profile.column.cells[row]) === word;
      const own = keys.filter((key, row) => key !== '' && isIn(row));
      const told = new Set(own);
      const totals = totalsOf({ of: null, amounts: nets.map((net, row) => (isIn(row) ? net : null)) }, figures);
      return totals.some(isTelling) && told.size === own.length && keys.every((key) => told.has(key));
    });
  const [only, another] = scopes.map(({ profile, word }) => ({ key: profile.name, word }));
  return another === undefined ? (only ?? null) : null;
}

function printedFigures({ table, grid, money, hints }: Findings): PrintedFigure[] {
  const { decimal } = money;
  return [
    ...figuresBeside(table, grid, decimal),
    ...(hints.others ?? []).flatMap((other) => figuresOn(other, decimal)),
  ];
}

function moneyIn({ money, scope, contents }: Findings, { columns }: Proposed<PayoutMapping>): ProposedMoney {
  const kinds = contents.find(({ profile }) => profile.name === scope?.key)?.profile.column.cells;
  const counts = (row: number) => scope === null || bareText(kinds?.[row]) === scope.word;
  const amountsAt = (index: number, signed: boolean) => {
    const plain = money.columns.find(({ content }) => content.profile.column.index === index);
    const directed = signed ? money.directed.find(({ amount }) => amount === plain) : undefined;
    return (directed?.amounts as readonly (Amount | null)[] | undefined) ?? plain?.written.amounts ?? [];
  };
  const inScope = (amounts: readonly (Amount | null)[]) => amounts.map((amount, row) => (counts(row) ? amount : null));
  const net = columns.find(({ column }) => column.as === 'net');
  const components = columns.flatMap(({ column, index }) =>
    column.as === 'component'
      ? [
          {
            of: column.header,
            lowers: column.sign === 'negate',
            amounts: inScope(amountsAt(index, column.sign === 'direction')),
          },
        ]
      : [],
  );
  const parts = components.filter(({ amounts }) => amounts.some((amount) => amount !== null && amount !== ZERO));
  if (net) return { nets: inScope(amountsAt(net.index, true)), parts };
  const rows = Math.max(0, ...parts.map(({ amounts }) => amounts.length));
  const nets = Array.from({ length: rows }, (_, row) =>
    parts.reduce<Amount>((total, { amounts, lowers }) => {
      const amount = amounts[row] ?? ZERO;
      return add(total, lowers ? negate(amount) : amount);
    }, ZERO),
  );
  return { nets, parts };
}
