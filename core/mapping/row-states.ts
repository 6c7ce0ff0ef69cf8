// Columns whose word says whether a row counts (paid, not paid yet): every word they may hold is known, or the file stops.
import type { UnknownValue } from '../problem.ts';
import type { Cell } from '../sheet-table.ts';
import { type RuleContext } from './ask-row.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { RowRule, RowState } from './mapping-rules.ts';
import type { Mapping } from './mapping.ts';
import { isNamed } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { UnknownValues } from './unknown-values.ts';

/** What an unknown word's answer goes to: `states`, and the column as the mapping names it. */
const STATES = 'states.';

export const wordsOfState = (column: string): string => `${STATES}${column}`;

/** The column whose words are meant; null where it is about other words. */
export const stateColumnOf = (words: string): string | null =>
  words.startsWith(STATES) ? words.slice(STATES.length) : null;

interface StateColumn {
  readonly match: ColumnMatch;
  readonly state: RowState;
  /** By the cell's text: a column holds few words, each many times. */
  readonly known: Map<string, Meaning>;
}

/** Null: the row counts. */
interface Meaning {
  readonly aside: RowRule | null;
  readonly isUnknown: boolean;
}

export class RowStates {
  private readonly columns: readonly StateColumn[];
  private readonly context: RuleContext;
  private readonly words = new UnknownValues();

  constructor({ states = [] }: Mapping, context: RuleContext) {
    this.context = context;
    this.columns = statesIn(states, context);
  }

  /**
   * The rule that sets a row aside, of several columns the first that does; null where the row counts. A row whose word is
   * unknown, and thereby collected, is set aside too: nothing else of it is asked. A column that the sheet does not have
   * says nothing.
   */
  of(cells: readonly Cell[], row: number): RowRule | null {
    for (const column of this.columns) {
      const text = textIn(cells[column.match.index], this.context.rules);
      const { aside, isUnknown } = column.known.get(text) ?? meaningOf(text, column);
      if (isUnknown) this.words.add(wordsOfState(column.state.column), [column.match.header], [text], row);
      if (aside) return aside;
    }
    return null;
  }

  /** By first row. */
  get unknown(): readonly UnknownValue[] {
    return this.words.all;
  }
}

function statesIn(states: readonly RowState[], { columns }: RuleContext): StateColumn[] {
  return states.flatMap((state) => {
    const match = columns.find(({ column }) => isNamed(column, state.column));
    return match ? [{ match, state, known: new Map<string, Meaning>() }] : [];
  });
}

/** An empty cell is no word: where no list has it, the row is told to lack one. */
function meaningOf(text: string, { state, known }: StateColumn): Meaning {
  const { counts, excluded, reason } = state;
  const word = normalizeHeader(text);
  const has = (words: readonly string[]) => words.some((each) => normalizeHeader(each) === word);
  const isUnknown = text !== '' && !has(counts) && !has(excluded);
  const isAside = isUnknown || (has(excluded) && !has(counts));
  const aside: RowRule | null = isAside ? { when: { all: [] }, is: 'excluded', reason: reason ?? text } : null;
  const meaning = { aside, isUnknown };
  known.set(text, meaning);
  return meaning;
}

/** Rows that must hold such a word and do not are left out and named. */
export function stateChecksOf({ states = [] }: Mapping, context: RuleContext): ((reader: RowReader) => void)[] {
  const needed = statesIn(states, context).filter(({ state }) => ![...state.counts, ...state.excluded].includes(''));
  return needed.map(({ match }) => (reader) => {
    if (textIn(reader.row[match.index], context.rules) !== '') return;
    reader.report('VALUE_MISSING', match, { column: match.header });
  });
}
