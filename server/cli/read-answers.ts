// What the user tells of files that do not say it themselves: currency, day of payout, how amounts and days are written.
import { dayOfText } from '../../core/business-date.ts';
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';
import { HIDDEN_ROWS_ANSWERS, type HiddenRowsAnswer } from '../../core/mapping/hidden-rows.ts';
import type { Refusal, StyleQuestion } from '../../core/problem.ts';

/** The answers of one run. */
export interface FileAnswers extends ReadingAnswers {
  /** Whether hidden and filtered rows are read. */
  readonly hiddenRows?: HiddenRowsAnswer;
}

export const ANSWER_OPTIONS = {
  currency: { type: 'string' },
  'paid-out-on': { type: 'string' },
  decimal: { type: 'string', multiple: true },
  'date-format': { type: 'string', multiple: true },
  'hidden-rows': { type: 'string' },
} as const;

export const ANSWER_NAMES = Object.keys(ANSWER_OPTIONS);

interface AnswerValues {
  readonly currency?: string | undefined;
  readonly 'paid-out-on'?: string | undefined;
  readonly decimal?: readonly string[] | undefined;
  readonly 'date-format'?: readonly string[] | undefined;
  readonly 'hidden-rows'?: string | undefined;
}

/** The answers, or what is wrong with one of them. They concern every file that does not say it. */
export function answersIn(values: AnswerValues): FileAnswers | { readonly wrong: string } {
  const { currency, 'paid-out-on': paidOutOn, decimal = [], 'date-format': formats = [] } = values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    return { wrong: `--currency takes a code like TWD, not "${currency}"` };
  if (paidOutOn !== undefined && dayOfText(paidOutOn) === null)
    return { wrong: `--paid-out-on takes a day like 2024-06-01, not "${paidOutOn}"` };
  const marks = decimal.map(splitAnswer);
  const badMark = marks.find(([column, mark]) => column === '' || (mark !== '.' && mark !== ','));
  if (badMark) return { wrong: `--decimal takes COLUMN=. or COLUMN=, and not "${badMark.filter(Boolean).join('=')}"` };
  const dates = formats.map(splitAnswer);
  const badDate = dates.find(([column, format]) => column === '' || format === '');
  if (badDate) return { wrong: `--date-format takes COLUMN=DD/MM/YYYY, not "${badDate.filter(Boolean).join('=')}"` };
  const hiddenRows = HIDDEN_ROWS_ANSWERS.find((known) => known === values['hidden-rows']);
  if (hiddenRows === undefined && values['hidden-rows'] !== undefined)
    return { wrong: `--hidden-rows takes ${HIDDEN_ROWS_ANSWERS.join(' or ')}, not "${values['hidden-rows']}"` };
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
