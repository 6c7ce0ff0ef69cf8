// The words of a mapping with the meaning each has: order statuses, kinds of money, directions, refund statuses, and
// whether a row counts.
import type { Condition, RowState } from '../../core/mapping/mapping-rules.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../core/mapping/mapping.ts';
import { normalizeHeader } from '../../core/mapping/normalize-header.ts';
import { stateColumnOf, wordsOfState } from '../../core/mapping/row-states.ts';
import { ORDER_STAGES, type OrderStage } from '../../core/order.ts';
import { COMPONENT_TYPES, type ComponentType } from '../../core/payout.ts';
import type { UnknownValue } from '../../core/problem.ts';
import { isOrders } from './column-roles.ts';

/** What a word may mean; which of them is offered depends on `about`. */
export type Meaning =
  OrderStage | ComponentType | 'ignore' | 'in' | 'out' | 'refunded' | 'notRefunded' | 'counts' | 'aside';

export interface WordGroup {
  readonly about: 'stage' | 'type' | 'direction' | 'refund' | 'state';
  /** What gives the words their meaning: `statuses`, `refundedStatuses`, `direction`, the column of a state, or the name of a vocabulary. */
  readonly words: string;
  /** The columns whose values they are. */
  readonly columns: readonly string[];
  readonly entries: readonly { readonly text: string; readonly meaning: Meaning }[];
}

export const MEANINGS: Readonly<Record<WordGroup['about'], readonly Meaning[]>> = {
  stage: ORDER_STAGES,
  type: [...COMPONENT_TYPES, 'ignore'],
  direction: ['in', 'out'],
  refund: ['notRefunded', 'refunded'],
  state: ['counts', 'aside'],
};

/** @param refundWords the values of the refund status column: the mapping itself knows only those that mean refunded */
export function wordGroups(mapping: Mapping, refundWords: readonly string[] = []): WordGroup[] {
  const groups = isOrders(mapping)
    ? [statusGroup(mapping), refundGroup(mapping, refundWords)]
    : [...vocabularyGroups(mapping), directionGroup(mapping)];
  return [...groups, ...stateGroups(mapping)].filter(({ entries }) => entries.length > 0);
}

function stateGroups({ states = [] }: Mapping): WordGroup[] {
  return states.map(({ column, counts, excluded }) => ({
    about: 'state',
    words: wordsOfState(column),
    columns: [column],
    entries: [
      ...counts.map((text) => ({ text, meaning: 'counts' as const })),
      ...excluded.map((text) => ({ text, meaning: 'aside' as const })),
    ],
  }));
}

function statusGroup({ statuses, columns }: OrderMapping): WordGroup {
  const entries = statuses.map(({ exact, startsWith, stage }) => ({ text: exact ?? `${startsWith}…`, meaning: stage }));
  const headers = columns.filter(({ as }) => as === 'status').map(({ header }) => header);
  return { about: 'stage', words: 'statuses', columns: headers, entries };
}

function refundGroup({ refundedStatuses, columns }: OrderMapping, seen: readonly string[]): WordGroup {
  const headers = columns.filter(({ as }) => as === 'refundStatus').map(({ header }) => header);
  const known = new Set(refundedStatuses.map(normalizeHeader));
  const others = seen.filter((word) => !known.has(normalizeHeader(word)));
  const entries = [
    ...refundedStatuses.map((text) => ({ text, meaning: 'refunded' as const })),
    ...others.map((text) => ({ text, meaning: 'notRefunded' as const })),
  ].sort((left, right) => (left.text < right.text ? -1 : 1));
  return { about: 'refund', words: 'refundedStatuses', columns: headers, entries: headers.length > 0 ? entries : [] };
}

function vocabularyGroups({ vocabularies = {} }: PayoutMapping): WordGroup[] {
  return Object.entries(vocabularies).map(([words, { columns, values }]) => ({
    about: 'type',
    words,
    columns,
    entries: values.map(({ match, type }) => ({ text: showWords(match), meaning: type })),
  }));
}

function directionGroup({ direction }: PayoutMapping): WordGroup {
  const entries = (way: 'in' | 'out') => (direction?.[way] ?? []).map((text) => ({ text, meaning: way }));
  const columns = direction ? [direction.column] : [];
  return { about: 'direction', words: 'direction', columns, entries: [...entries('in'), ...entries('out')] };
}

/** Several words that name a kind together; an empty cell is seen as such. */
export const showWords = (words: readonly string[]): string => words.map((word) => word || '""').join(' + ');

/** Gives one word of a group, by its position, another meaning. */
export function withMeaning(mapping: Mapping, group: WordGroup, at: number, meaning: Meaning): Mapping {
  if (group.about === 'state') return withState(mapping, group.words, group.entries[at]?.text ?? '', meaning);
  if (isOrders(mapping)) {
    if (group.about === 'refund') return withRefund(mapping, group.entries[at]?.text ?? '', meaning);
    const stage = ORDER_STAGES.find((known) => known === meaning);
    const statuses = mapping.statuses.map((status, index) => (index === at && stage ? { ...status, stage } : status));
    return { ...mapping, statuses };
  }
  if (group.about === 'direction') return withDirection(mapping, group.entries[at]?.text ?? '', meaning);
  const vocabulary = mapping.vocabularies?.[group.words];
  const type = typeOf(meaning);
  if (!vocabulary || !type) return mapping;
  const values = vocabulary.values.map((value, index) => (index === at ? { ...value, type } : value));
  return { ...mapping, vocabularies: { ...mapping.vocabularies, [group.words]: { ...vocabulary, values } } };
}

function withState<M extends Mapping>(mapping: M, words: string, word: string, meaning: Meaning): M {
  const without = (list: readonly string[]) => list.filter((known) => known !== word);
  const changed = (state: RowState): RowState => ({
    ...state,
    counts: [...without(state.counts), ...(meaning === 'counts' ? [word] : [])],
    excluded: [...without(state.excluded), ...(meaning === 'aside' ? [word] : [])],
  });
  const column = stateColumnOf(words);
  const states = (mapping.states ?? []).map((state) => (state.column === column ? changed(state) : state));
  return { ...mapping, states };
}

function withRefund(mapping: OrderMapping, word: string, meaning: Meaning): OrderMapping {
  const others = mapping.refundedStatuses.filter((known) => normalizeHeader(known) !== normalizeHeader(word));
  return { ...mapping, refundedStatuses: meaning === 'refunded' ? [...others, word] : others };
}

const typeOf = (meaning: Meaning): ComponentType | 'ignore' | undefined =>
  meaning === 'ignore' ? meaning : COMPONENT_TYPES.find((known) => known === meaning);

function withDirection(mapping: PayoutMapping, word: string, meaning: Meaning): PayoutMapping {
  if (!mapping.direction) return mapping;
  const others = (words: readonly string[]) => words.filter((known) => known !== word);
  const into = [...others(mapping.direction.in), ...(meaning === 'in' ? [word] : [])];
  const out = [...others(mapping.direction.out), ...(meaning === 'out' ? [word] : [])];
  return { ...mapping, direction: { ...mapping.direction, in: into, out } };
}

/** What an unknown value's meaning is chosen from. */
export function aboutOf({ words }: UnknownValue): WordGroup['about'] {
  if (words === 'statuses' || words === 'stages') return 'stage';
  if (stateColumnOf(words) !== null) return 'state';
  return words === 'direction' ? 'direction' : 'type';
}

export interface Answered {
  readonly unknown: UnknownValue;
  readonly meaning: Meaning;
}

/** Adds words that the mapping did not know. */
export function withNewWords(mapping: Mapping, answers: readonly Answered[]): Mapping {
  return answers.reduce(withNewWord, mapping);
}

function withNewWord(mapping: Mapping, { unknown, meaning }: Answered): Mapping {
  const { words, values } = unknown;
  const [word = ''] = values;
  if (stateColumnOf(words) !== null) return withState(mapping, words, word, meaning);
  if (isOrders(mapping)) {
    const stage = ORDER_STAGES.find((known) => known === meaning);
    if (!stage) return mapping;
    if (words === 'stages') return withStage(mapping, unknown, stage);
    return { ...mapping, statuses: [...mapping.statuses, { exact: word, stage }] };
  }
  if (words === 'direction') return withDirection(mapping, word, meaning);
  const vocabulary = mapping.vocabularies?.[words];
  const type = typeOf(meaning);
  if (!vocabulary || !type) return mapping;
  const added = { ...vocabulary, values: [...vocabulary.values, { match: values, type }] };
  return { ...mapping, vocabularies: { ...mapping.vocabularies, [words]: added } };
}

/** Several columns decide the stage together: a rule for just these values. */
function withStage(mapping: OrderMapping, { columns, values }: UnknownValue, stage: OrderStage): OrderMapping {
  const all = columns.map((column, at): Condition => {
    const value = values[at] ?? '';
    return value === '' ? { column, blank: true } : { column, equals: value };
  });
  return { ...mapping, stages: [...(mapping.stages ?? []), { when: { all }, stage }] };
}
