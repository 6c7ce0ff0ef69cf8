// The amounts of a proposed payout mapping: which column is the net, which are components, and what kind of money each is.
import { named } from './infer-common.ts';
import { COMPONENT_SIDES, type ComponentType } from '../payout.ts';
import type { Term } from './find-identity-terms.ts';
import type { ColumnContent, Fact } from './infer-evidence.ts';
import type { Findings, InferQuestion } from './infer-findings.ts';
import type { Directed, Money, MoneyColumn } from './infer-money.ts';
import { sumByHeaders } from './infer-nets.ts';
import type { TextKey } from './infer-text-keys.ts';
import { KIND_WORDS, hasWord, typeOfHeader } from './infer-words.ts';
import type { Vocabulary } from './mapping-rules.ts';
import type { PayoutColumn, Sign, TypeRule } from './mapping.ts';

/** The columns with a role of their own in a report of money. */
export interface Roles {
  readonly key: ColumnContent | null;
  /** Where the order number stands inside a text. */
  readonly textKey: TextKey | null;
  readonly evidenceOfKey: readonly Fact[];
  readonly net: MoneyColumn | null;
  /** Where the net is printed without sign. */
  readonly directed: Directed | null;
  readonly reference: ColumnContent | null;
  readonly referenceIsIdentity: boolean;
  readonly paidOutOn: ColumnContent | null;
  readonly linesWithoutOrder: boolean;
  readonly questions: readonly InferQuestion[];
}

interface Typed {
  readonly column: PayoutColumn;
  readonly evidence: readonly Fact[];
}

export interface Types {
  /** The column where it is one of money; null where it is not. */
  readonly columnOf: (content: ColumnContent) => Typed | null;
  readonly vocabularies: Readonly<Record<string, Vocabulary>> | null;
  readonly questions: readonly InferQuestion[];
}

interface Component {
  readonly column: MoneyColumn;
  readonly sign: 1 | -1;
  /** False where the file shows no money in the column. */
  readonly seen: boolean;
}

const WORDS_NAME = 'kinds';

export function typesOf(findings: Findings, roles: Roles): Types {
  const components = componentsOf(findings, roles);
  const words = needsWords(findings, components) ? wordsColumn(findings) : null;
  const otherwise: TypeRule = words ? { by: WORDS_NAME } : 'UNKNOWN';
  const bare = components.length === 0 || (findings.identity?.bare.length ?? 0) > 0;
  const vocabulary = words && bare && roles.net ? vocabularyOf(words) : null;
  const columnOf = (content: ColumnContent): Typed | null => {
    if (roles.net?.content === content) return netColumn(findings, roles, bare ? otherwise : null);
    const component = components.find(({ column }) => column.content === content);
    return component ? componentColumn(component, findings) : null;
  };
  return {
    columnOf,
    vocabularies: vocabulary && { [WORDS_NAME]: vocabulary },
    questions: [
      ...components.flatMap(componentQuestions),
      ...(words && vocabulary ? wordQuestions(words, vocabulary) : []),
      ...unusedQuestions(findings, roles, components),
    ],
  };
}

function componentsOf(findings: Findings, roles: Roles): Component[] {
  const { identity, balance, money } = findings;
  const terms = identity?.terms ?? (roles.net === null ? sumTerms(findings) : []);
  const seen = terms.flatMap(({ key, sign }): Component[] => {
    const column =
      money.columns.find((one) => one.key === key) ?? money.directed.find((one) => one.key === key)?.amount;
    return column && column !== roles.net ? [{ column, sign, seen: true }] : [];
  });
  if (identity === null && balance === null) return seen;
  const unseen = unseenComponents(findings, seen);
  return identity?.weak && !unseen.some(({ column }) => COMPONENT_SIDES[column.type] === 'fee')
    ? []
    : [...seen, ...unseen];
}

/** Money in and money out in two columns: their sum moves the balance, or is all that can be said. */
function sumTerms({ balance, sides, money }: Findings): readonly Term[] {
  if (balance) return balance.identity.terms.flatMap((term) => sidesOf(term, money));
  return sides.length > 0 ? sides : sumByHeaders(money);
}

/** A pair stands for its two columns. */
function sidesOf(term: Term, { pairs }: Money): readonly Term[] {
  const pair = pairs.find(({ key }) => key === term.key);
  if (!pair) return [term];
  return [
    { key: pair.into.key, sign: term.sign },
    { key: pair.out.key, sign: pair.outSign === term.sign ? 1 : -1 },
  ];
}

/** Columns of fees and the like without money in this file, signed as the others of their side. */
function unseenComponents({ money }: Findings, seen: readonly Component[]): Component[] {
  const empty = money.columns.filter(({ positives, negatives }) => positives + negatives === 0);
  return empty
    .filter(({ type, costs }) => type !== 'UNKNOWN' && costs.none > 0)
    .map((column) => ({ column, sign: signOfSide(column.type, seen), seen: false }));
}

function signOfSide(type: ComponentType, seen: readonly Component[]): 1 | -1 {
  const lowering = (one: ComponentType) => COMPONENT_SIDES[one] === 'fee' || COMPONENT_SIDES[one] === 'refund';
  const sameSide = seen.filter(({ column }) => lowering(column.type) === lowering(type));
  const minus = sameSide.filter(({ sign }) => sign === -1).length;
  return minus * 2 > sameSide.length ? -1 : 1;
}

const printedSign = (sign: 1 | -1): Sign => (sign === 1 ? 'as-is' : 'negate');

function netColumn(findings: Findings, { net, directed }: Roles, otherwise: TypeRule | null): Typed | null {
  if (net === null) return null;
  const { identity, balance } = findings;
  const evidence: Fact[] = [
    ...(identity ? [{ fact: 'isNet', holdsOn: identity.holdsOn, rows: identity.rows } as const] : []),
    ...(balance ? [{ fact: 'runsWith', holdsOn: balance.identity.holdsOn, rows: balance.identity.rows } as const] : []),
    ...net.content.evidence,
  ];
  const column: PayoutColumn = {
    ...named(net.content.profile.column),
    as: 'net',
    ...(directed ? { sign: 'direction' as const } : {}),
    ...(otherwise === null ? {} : { otherwise }),
    ...(identity && !identity.weak && net.content.profile.filled < net.content.profile.rows
      ? { blank: 'sum' as const }
      : {}),
    required: true,
  };
  return { column, evidence };
}

function componentColumn({ column, sign, seen }: Component, { identity }: Findings): Typed {
  const { content, type } = column;
  const proof: Fact[] =
    identity && seen
      ? [{ fact: 'inIdentity', sign: sign === 1 ? '+' : '-', holdsOn: identity.holdsOn, rows: identity.rows }]
      : [];
  const none: Fact[] = seen ? [] : [{ fact: 'noMoney' }];
  return {
    column: {
      ...named(content.profile.column),
      as: 'component',
      type,
      sign: printedSign(sign),
      ...(seen ? { required: true } : {}),
    },
    evidence: [...proof, ...none, ...content.evidence],
  };
}

function componentQuestions({ column, sign, seen }: Component): InferQuestion[] {
  const { name } = column.content.profile;
  return [
    ...(column.type === 'UNKNOWN' ? [{ ask: 'componentType', column: name, proposed: column.type } as const] : []),
    ...(seen ? [] : [{ ask: 'signUnseen', column: name, proposed: sign === 1 ? 'as-is' : 'negate' } as const]),
  ];
}

/** Amounts that the sum does not use: shown, never dropped. */
function unusedQuestions({ money }: Findings, { net }: Roles, components: readonly Component[]): InferQuestion[] {
  return money.columns
    .filter((column) => column !== net && !components.some((component) => component.column === column))
    .map(({ content }) => ({ ask: 'unusedAmount', column: content.profile.name }));
}

const needsWords = ({ identity }: Findings, components: readonly Component[]) =>
  components.length === 0 || (identity?.bare.length ?? 0) > 0;

/** The column that tells what a row is: named so, with few different words on every row. */
function wordsColumn({ contents }: Findings): ColumnContent | null {
  const words = contents.filter(
    ({ profile, content }) =>
      profile.words !== null && profile.words.length > 0 && (content === 'words' || content === 'text'),
  );
  const filled = words.filter(({ profile }) => profile.filled === profile.rows);
  return filled.find(({ profile }) => hasWord(profile.column.header, KIND_WORDS)) ?? null;
}

function vocabularyOf({ profile }: ColumnContent): Vocabulary {
  const words = profile.words ?? [];
  return { columns: [profile.name], values: words.map((word) => ({ match: [word], type: typeOfHeader(word) })) };
}

function wordQuestions({ profile }: ColumnContent, { values }: Vocabulary): InferQuestion[] {
  return values.map(({ match, type }) => ({
    ask: 'componentType',
    column: profile.name,
    word: match[0] ?? '',
    proposed: type === 'ignore' ? 'UNKNOWN' : type,
  }));
}
