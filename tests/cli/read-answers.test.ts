// The option that answers each kind of question a file may leave open.
import { answerHints } from '../../server/cli/read-answers.ts';
import type { StyleQuestion } from '../../core/problem.ts';

const question = (about: StyleQuestion['about'], column: string, ...answers: string[]): StyleQuestion => {
  return { about, column, row: 2, value: '1.234', choices: answers.map((answer) => ({ answer, reads: answer })) };
};

it.each<[string, StyleQuestion, string]>([
  ['a currency among some', question('currency', '', 'MYR', 'SGD'), '--currency MYR|SGD'],
  ['any currency', question('currency', ''), '--currency CODE'],
  ['a day', question('paidOutOn', ''), '--paid-out-on YYYY-MM-DD'],
  ['hidden rows', question('hiddenRows', '', 'include', 'leave-out'), '--hidden-rows include|leave-out'],
  ['a decimal mark', question('numbers', 'Net', '.', ','), '--decimal "Net=.|,"'],
  [
    'the order of days',
    question('dates', 'Date', 'DD/MM/YYYY', 'MM/DD/YYYY'),
    '--date-format "Date=DD/MM/YYYY|MM/DD/YYYY"',
  ],
])('%s', (_, asked, option) => {
  expect(answerHints({ questions: [asked] })).toEqual([`  → ${option}`]);
});

it('where nothing is asked nothing is hinted', () => {
  expect(answerHints({})).toEqual([]);
});
