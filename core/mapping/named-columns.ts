// Which columns the rules of a mapping speak of. Rules name columns by header, so the schema, detection and reading ask here.
import type { Check, Condition, Figure, KeyRule, Terms } from './mapping-rules.ts';
import type { Mapping, NamedColumn, OrderMapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';

/** The name by which rules speak of a column: its header, with `#n` where the header stands several times. */
export function isNamed(column: NamedColumn, name: string): boolean {
  const header = normalizeHeader(column.header);
  if (header === normalizeHeader(name)) return (column.occurrence ?? 1) === 1;
  const parts = /^(.+)#(\d)$/.exec(name);
  return parts !== null && header === normalizeHeader(parts[1] ?? '') && column.occurrence === Number(parts[2]);
}

/** Every column name in the rules of a mapping, each once. */
export function columnsInRules(mapping: Mapping): string[] {
  const ofPayout =
    mapping.kind === 'orders'
      ? [...columnsInConditions(mapping.stages ?? []), ...inOrderWords(mapping)]
      : [
          ...(mapping.direction ? [mapping.direction.column] : []),
          ...[...(mapping.reference ?? []), ...(mapping.statement ?? [])].flatMap(inKey),
        ];
  const names = [
    ...ofPayout,
    ...columnsInConditions(mapping.rows ?? []),
    ...(mapping.states ?? []).map(({ column }) => column),
    ...(mapping.key ?? []).flatMap(inKey),
    ...(mapping.checks ?? []).flatMap(inCheck),
    ...Object.values(mapping.vocabularies ?? {}).flatMap(({ columns }) => columns),
    ...(typeof mapping.currency === 'object' && mapping.currency.column !== undefined ? [mapping.currency.column] : []),
  ];
  return [...new Set(names)];
}

/** The columns that the conditions of some rules ask. */
export function columnsInConditions(rules: readonly { readonly when: Condition }[]): string[] {
  return [...new Set(rules.flatMap(({ when }) => inCondition(when)))];
}

function inCondition(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(inCondition);
  if ('any' in condition) return condition.any.flatMap(inCondition);
  if ('not' in condition) return inCondition(condition.not);
  return 'column' in condition ? [condition.column] : [];
}

function inKey(rule: KeyRule): string[] {
  if ('exclude' in rule) return inCondition(rule.exclude);
  return [rule.from, ...(rule.when ? inCondition(rule.when) : [])];
}

const inOrderWords = ({ refundedWhen, returnedWhen }: OrderMapping): string[] =>
  [refundedWhen, returnedWhen].flatMap((when) => (when ? inCondition(when) : []));

const inTerms = (terms: Terms) => Object.keys(terms);

function inFigure(figure: Figure): string[] {
  const where = figure.where ? inCondition(figure.where) : [];
  return figure.of === 'sum' ? [...inTerms(figure.terms), ...where] : where;
}

function inCheck(check: Check): string[] {
  switch (check.check) {
    case 'row':
      return [...inTerms(check.terms), check.equals, ...(check.when ? inCondition(check.when) : [])];
    case 'openingClosing':
      return [check.opening, check.closing].flatMap(({ columns = {} }) => inTerms(columns));
    case 'zero':
      return [...inFigure(check.figure), ...inCondition(check.ifAny)];
    case 'order':
      return [...(check.sum === 'items' ? [] : inTerms(check.sum.terms)), check.equals];
    case 'text':
    case 'otherSheet':
      return inFigure(check.figure);
    case 'footerPair':
      return Object.values(check.figures).flatMap(inFigure);
    case 'runningBalance':
      return [check.column];
    case 'labelledTotal':
    case 'otherSheetSum':
      return [];
  }
}
