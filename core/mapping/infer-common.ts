// What a proposed mapping says whatever its kind: names, header, currency, how cells are written, rows that are no data.
import type { Currency } from '../money.ts';
import type { Cell } from '../sheet-table.ts';
import { CURRENCY_MARKS, EMPTY_MARKERS, prefixesIn } from './infer-cell.ts';
import type { Findings, InferQuestion } from './infer-findings.ts';
import type { GridColumn, OtherRow } from './infer-grid.ts';
import { dateFormatsOf } from './infer-profile.ts';
import type { CurrencyRule, RowRule } from './mapping-rules.ts';
import type { Mapping, NamedColumn } from './mapping.ts';
import { USUAL_DATES, plain } from './read-cells.ts';

export const named = ({ header, occurrence }: GridColumn): NamedColumn =>
  occurrence === null ? { header } : { header, occurrence };

/** Everything but kind, columns and what belongs to the kind. */
export function commonOf(findings: Findings, signature: readonly string[], report: string) {
  const { grid, hints, table, money } = findings;
  const cells = grid.columns.flatMap((column) => column.cells);
  const prefixes = prefixesIn(cells);
  const dates = dateFormatsIn(findings);
  const rows = [...rowRulesOf(grid.others), ...scopeRules(findings)];
  const platform = hints.platform ?? 'own';
  const title = `${table.file} ${table.sheet}`.trim();
  return {
    id: `${platform}.${report}`,
    version: 1,
    platform,
    title: { 'zh-TW': title, 'zh-CN': title, en: title },
    verified: false,
    notes: ['Proposed from the values of one file; not confirmed by a person.'],
    header: {
      searchRows: Math.min(200, Math.max(30, grid.headerIndex + 10)),
      signature,
      ...(grid.dataOffset > 1 ? { dataOffset: Math.min(20, grid.dataOffset) } : {}),
    },
    currency: currencyOf(findings).currency,
    emptyMarkers: EMPTY_MARKERS.filter((marker) => cells.some((cell) => isText(cell, marker))),
    currencyMarks: CURRENCY_MARKS.filter((mark) => cells.some((cell) => hasMark(cell, mark))),
    ...(prefixes.length > 0 ? { cellPrefixes: prefixes } : {}),
    ...(money.decimal === ',' ? { numbers: { decimal: ',' as const } } : {}),
    ...(dates.length > 0 ? { dates: { formats: dates } } : {}),
    ...(rows.length > 0 ? { rows } : {}),
  } satisfies Partial<Mapping>;
}

/** Also behind what keeps Excel from changing a value: `="-"`. */
const isText = (cell: Cell | undefined, text: string) =>
  typeof cell === 'string' && plain(cell).replace(/^="(.*)"$|^['`]/s, '$1') === text;
const hasMark = (cell: Cell | undefined, mark: string) =>
  typeof cell === 'string' && cell.length < 40 && /\d/.test(cell) && cell.includes(mark);

/** Every format that some date column needs; none where the usual ones do. */
function dateFormatsIn({ contents }: Findings): string[] {
  const columns = contents.filter(({ content }) => content === 'date').map(({ profile }) => profile.column);
  const formats = new Set(columns.flatMap((column) => dateFormatsOf(column).map(({ format }) => format)));
  return [...formats].every((format) => USUAL_DATES.includes(format)) ? [] : [...formats];
}

/** Currency marks that belong to one currency only. */
const MARKED: readonly (readonly [string, Currency])[] = [
  ['NT$', 'TWD'],
  ['US$', 'USD'],
  ['AU $', 'AUD'],
  ['S$', 'SGD'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
];

export interface CurrencyFinding {
  readonly currency: string | CurrencyRule;
  readonly questions: readonly InferQuestion[];
}

/** The column that prints it, else what is known, else a guess by marks or script that has to be confirmed. */
export function currencyOf({ contents, hints, grid }: Findings): CurrencyFinding {
  const columns = contents.filter(({ content, profile }) => content === 'currency' && profile.filled === profile.rows);
  const [column] = columns.filter(({ profile }) => profile.column.occurrence === null);
  if (column && columns.length === 1) return { currency: { column: column.profile.name }, questions: [] };
  if (hints.currency !== undefined) return { currency: hints.currency, questions: [] };
  const printed = column?.profile.words?.[0]?.toUpperCase();
  const text = [
    ...grid.columns.map(({ header }) => header),
    ...grid.columns.flatMap(({ cells }) => cells.slice(0, 5)),
  ].join(' ');
  const proposed = printed ?? MARKED.find(([mark]) => text.includes(mark))?.[1] ?? currencyOfScript(text);
  return { currency: proposed, questions: [{ ask: 'currency', proposed }] };
}

function currencyOfScript(text: string): Currency {
  if (/[單號編額實際訂]/.test(text)) return 'TWD';
  return /[单号编额实际订]/.test(text) ? 'CNY' : 'USD';
}

/** Sums are checked, notes are skipped, and the first line of a footer ends the data. */
function rowRulesOf(others: readonly OtherRow[]): RowRule[] {
  const rules = others.flatMap((other): RowRule[] => {
    if (other.is === 'offset' || other.starts === '') return [];
    const when = { firstCell: true, startsWith: beginning(other.starts) } as const;
    if (other.is === 'total') return [{ when, is: 'total' }];
    return [{ when, is: other.is === 'footer' ? 'end' : 'skip' }];
  });
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const text = JSON.stringify(rule.when);
    return !seen.has(text) && seen.add(text);
  });
}

/** Rows of another kind than the sum is about stay visible and are in no total. */
function scopeRules({ scope, contents }: Findings): RowRule[] {
  if (scope === null) return [];
  const words = contents.find(({ profile }) => profile.name === scope.key)?.profile.words ?? [];
  const others = words.filter((word) => word !== scope.word);
  return [{ when: { column: scope.key, oneOf: others }, is: 'excluded', reason: `${scope.key}: not ${scope.word}` }];
}

/** What the next file's line will begin with too: up to the first figure. */
const beginning = (text: string) => plain(text).split(/\d/)[0]?.trim() || plain(text);

/** Names for the signature: of columns that stand once, two at least where there are two. */
export function signatureOf(columns: readonly { readonly header: string; readonly occurrence?: number }[]): string[] {
  return columns
    .filter(({ occurrence }) => occurrence === undefined)
    .map(({ header }) => header)
    .slice(0, 5);
}
