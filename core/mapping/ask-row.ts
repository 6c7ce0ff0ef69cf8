// Conditions as questions to a row: compiled once per sheet, asked for every row.
import type { Cell } from '../sheet-table.ts';
import { type ColumnMatch } from './detect-mapping.ts';
import type { CellTest, Condition } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';
import { type CellRules, textIn } from './read-cells.ts';

/** Whether something holds for the cells of one row. */
export type RowQuestion = (cells: readonly Cell[]) => boolean;

/** What is known of the sheet when its rules are compiled. */
export interface RuleContext {
  readonly columns: readonly ColumnMatch[];
  readonly rules: CellRules;
}

/** The position of a column that a rule names; undefined when the sheet does not have it. */
export function positionOf(name: string, columns: readonly ColumnMatch[]): number | undefined {
  return columns.find(({ column }) => isNamed(column, name))?.index;
}

/** The question a condition asks. Words are compared as headers are; the text of a missing column is empty. */
export function questionOf(condition: Condition, context: RuleContext): RowQuestion {
  if ('all' in condition) {
    const parts = condition.all.map((part) => questionOf(part, context));
    return (cells) => parts.every((part) => part(cells));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => questionOf(part, context));
    return (cells) => parts.some((part) => part(cells));
  }
  if ('not' in condition) {
    const part = questionOf(condition.not, context);
    return (cells) => !part(cells);
  }
  const test = testOf(condition);
  return 'firstCell' in condition ? firstCell(test, context.rules) : oneCell(condition.column, test, context);
}

type TextTest = (text: string) => boolean;

function oneCell(name: string, test: TextTest, { columns, rules }: RuleContext): RowQuestion {
  const index = positionOf(name, columns);
  return (cells) => test(index === undefined ? '' : textIn(cells[index], rules));
}

function firstCell(test: TextTest, rules: CellRules): RowQuestion {
  return (cells) => {
    for (const cell of cells) {
      const text = textIn(cell, rules);
      if (text !== '') return test(text);
    }
    return test('');
  };
}

function testOf(test: CellTest): TextTest {
  if ('equals' in test) return among([test.equals]);
  if ('oneOf' in test) return among(test.oneOf);
  if ('startsWith' in test) return withWord(test.startsWith, (text, word) => text.startsWith(word));
  if ('contains' in test) return withWord(test.contains, (text, word) => text.includes(word));
  if ('blank' in test) return (text) => (text === '') === test.blank;
  if ('amount' in test) return signTest(test.amount);
  const pattern = new RegExp(test.matches, 'iu');
  return (text) => pattern.test(text);
}

function among(words: readonly string[]): TextTest {
  const wanted = new Set(words.map(normalizeHeader));
  return (text) => wanted.has(normalizeHeader(text));
}

function withWord(word: string, compare: (text: string, word: string) => boolean): TextTest {
  const wanted = normalizeHeader(word);
  return (text) => compare(normalizeHeader(text), wanted);
}

/** Only the sign is asked for, so neither decimals nor currency marks need to be understood. */
function signTest(sign: 'zero' | 'positive' | 'negative' | 'not-zero'): TextTest {
  return (text) => {
    const zero = !/[1-9]/.test(text);
    if (sign === 'zero' || sign === 'not-zero') return zero === (sign === 'zero');
    const negative = /^[(]|[-\u2212\u2013]/.test(text);
    return !zero && negative === (sign === 'negative');
  };
}
