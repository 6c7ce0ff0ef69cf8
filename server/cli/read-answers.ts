// What the user tells of files that do not say it themselves: currency, day of payout, how amounts and days are written.
import { dayOfText } from '../../core/business-date.ts';
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';
import { HIDDEN_ROWS_ANSWERS, type HiddenRowsAnswer } from '../../core/mapping/hidden-rows.ts';
import type { Translated } from '../../core/language.ts';
import type { Refusal, StyleQuestion } from '../../core/problem.ts';
import type { Option, Values } from './command-line.ts';
import { FORMS, oneOf, wrongValue } from './misuse.ts';

/** The answers of one run. */
export interface FileAnswers extends ReadingAnswers {
  /** Whether hidden and filtered rows are read. */
  readonly hiddenRows?: HiddenRowsAnswer;
}

export const ANSWER_OPTIONS = [
  'currency',
  'paid-out-on',
  'decimal',
  'date-format',
  'hidden-rows',
] as const satisfies readonly Option[];

type AnswerValues = Pick<Values, (typeof ANSWER_OPTIONS)[number]>;

/** The answers, or what is wrong with one of them. They concern every file that does not say it. */
export function answersIn(values: AnswerValues): FileAnswers | { readonly wrong: Translated } {
  const { currency, 'paid-out-on': paidOutOn, decimal = [], 'date-format': formats = [] } = values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    return { wrong: wrongValue('--currency', FORMS.currency, currency) };
  if (paidOutOn !== undefined && dayOfText(paidOutOn) === null)
    return { wrong: wrongValue('--paid-out-on', FORMS.day, paidOutOn) };
  const marks = decimal.map(splitAnswer);
  const badMark = marks.find(([column, mark]) => column === '' || (mark !== '.' && mark !== ','));
  if (badMark) return { wrong: wrongValue('--decimal', FORMS.decimal, badMark.filter(Boolean).join('=')) };
  const dates = formats.map(splitAnswer);
  const badDate = dates.find(([column, format]) => column === '' || format === '');
  if (badDate) return { wrong: wrongValue('--date-format', FORMS.dateFormat, badDate.filter(Boolean).join('=')) };
  const hiddenRows = HIDDEN_ROWS_ANSWERS.find((known) => known === values['hidden-rows']);
  if (hiddenRows === undefined && values['hidden-rows'] !== undefined)
    return { wrong: wrongValue('--hidden-rows', oneOf(HIDDEN_ROWS_ANSWERS), values['hidden-rows']) };
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(paidOutOn === undefined ? {} : { paidOutOn }),
    ...(marks.length === 0 ? {} : { numbers: Object.fromEntries(marks) as ReadingAnswers['numbers'] }),
    ...(dates.length === 0 ? {} : { dates: Object.fromEntries(dates) }),
    ...(hiddenRows === undefined ? {} : { hiddenRows }),
  };
}

/** A header may hold `=` itself, an answer does not. */
function splitAnswer(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** The option that answers each question of a refusal, with its possible values. */
export function answerHints({ questions = [] }: Pick<Refusal, 'questions'>): string[] {
  return questions.map((question) => {
    const values = question.choices.map(({ answer }) => answer).join('|');
    return `  → ${optionFor(question, values)}`;
  });
}

function optionFor({ about, column }: StyleQuestion, values: string): string {
  switch (about) {
    case 'currency':
      return `--currency ${values || 'CODE'}`;
    case 'paidOutOn':
      return '--paid-out-on YYYY-MM-DD';
    case 'numbers':
      return `--decimal "${column}=${values}"`;
    case 'dates':
      return `--date-format "${column}=${values}"`;
    case 'hiddenRows':
      return `--hidden-rows ${values}`;
  }
}
