// What `mapping infer` says of columns and asks of a person, in each language, with its facts.
import { LANGUAGES } from '../../core/language.ts';
import type { Proposal } from '../../core/mapping/infer-mapping.ts';
import { contentWord, factSentence, kindWord, questionSentence, sumText } from '../../server/cli/infer-words.ts';

type Fact = Proposal['columns'][number]['evidence'][number];
type Question = Proposal['questions'][number];

const FACTS: readonly [Fact, string, ...string[]][] = [
  [{ fact: 'values', of: 'amount', fitting: 5, filled: 6 }, '5 of 6 values: amounts', '5', '6', ''],
  [{ fact: 'values', of: 'amount', fitting: 0, filled: 0 }, 'nothing'],
  [{ fact: 'header', says: 'order' }, 'its name'],
  [{ fact: 'knownOrders', hits: 3, of: 4 }, '3 of 4 are known orders', '3', '4'],
  [{ fact: 'distinct', distinct: 7, filled: 9 }, '7 different of 9', '7', '9'],
  [{ fact: 'inIdentity', sign: '-', holdsOn: 2, rows: 3 }, 'enters the sum with -', '-'],
  [{ fact: 'isNet', holdsOn: 8, rows: 9 }, 'the net, right on 8 of 9 rows', '8/9'],
  [{ fact: 'runsWith', holdsOn: 6, rows: 7 }, 'runs with the rows, right on 6 of 7', '6/7'],
  [{ fact: 'noMoney' }, 'no money in it'],
];

test.each(FACTS)('%j', (fact, english, ...facts) => {
  expect(factSentence(fact, 'en')).toBe(english);
  for (const language of ['zh-TW', 'zh-CN'] as const) {
    for (const part of facts) expect(factSentence(fact, language)).toContain(part);
    expect(factSentence(fact, language)).toMatch(/[一-鿿]/);
  }
});

const term = (column: string, sign: '+' | '-') => ({ column, sign });
const QUESTIONS: readonly [Question, string, ...string[]][] = [
  [{ ask: 'componentType', column: 'Fee', proposed: 'COMMISSION' }, 'Is "Fee" COMMISSION?', 'Fee', 'COMMISSION'],
  [{ ask: 'componentType', column: 'Kind', word: 'ads', proposed: 'AD_FEE' }, 'Is "Kind = ads" AD_FEE?', 'Kind = ads'],
  [
    { ask: 'stage', column: 'Status', word: 'sent', proposed: 'shipped' },
    'Is "Status = sent" shipped?',
    'Status = sent',
  ],
  [
    { ask: 'dateOrder', column: 'Day', formats: ['D/M/YYYY', 'M/D/YYYY'] },
    ...(['Day or month first in "Day": D/M/YYYY, M/D/YYYY?', 'Day', 'D/M/YYYY, M/D/YYYY'] as const),
  ],
  [{ ask: 'decimalMark', column: 'Net', proposed: ',' }, 'Is "," the decimal mark of "Net"?', 'Net', ','],
  [{ ask: 'currency', proposed: 'TWD' }, 'Is the currency TWD?', 'TWD'],
  [{ ask: 'orderNumber', candidates: ['A', 'B'] }, 'Which column is the order number: A, B?', 'A, B'],
  [{ ask: 'paidOutOn', candidates: ['A', 'B'] }, 'Which column is the day of payout: A, B?', 'A, B'],
  [{ ask: 'kindOfReport', proposed: 'wallet' }, 'Is this a wallet or bank statement?'],
  [{ ask: 'identity', candidates: [] }, 'How is the net made up?'],
  [
    { ask: 'identity', candidates: [{ net: 'N', terms: [term('A', '+'), term('B', '-')] }] },
    ...(['How is the net made up? N = A - B', 'N = A - B'] as const),
  ],
  [
    { ask: 'fewRows', independentRows: 2, columns: 9 },
    ...([
      'Only 2 rows tell anything about 9 columns: the sum may be chance. Check each of its parts.',
      '2',
      '9',
    ] as const),
  ],
  [{ ask: 'failingRows', rows: [4, 7] }, 'The sum fails on rows 4, 7. Why?', '4, 7'],
  [
    { ask: 'failingRows', rows: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    ...(['The sum fails on rows 1, 2, 3, 4, 5, 6, 7, 8, …. Why?', '8, …'] as const),
  ],
  [{ ask: 'unusedAmount', column: 'Tip' }, '"Tip" holds amounts outside the sum. Is that right?', 'Tip'],
  [
    { ask: 'signUnseen', column: 'Tip', proposed: 'negate' },
    ...([
      '"Tip" is empty in this file; its sign (negate) is taken from its neighbours. Is it right?',
      'negate',
    ] as const),
  ],
  [
    { ask: 'rowsLeftOut', column: 'View', keeps: 'Order' },
    ...(['Only rows with "Order" in "View" add up; the others are left out. Is that right?', 'View', 'Order'] as const),
  ],
];

test.each(QUESTIONS)('%j', (question, english, ...facts) => {
  expect(questionSentence(question, 'en')).toBe(english);
  for (const language of ['zh-TW', 'zh-CN'] as const) {
    const sentence = questionSentence(question, language);
    for (const part of facts) expect(sentence).toContain(part);
    expect(sentence).not.toMatch(/[?;!]/);
  }
});

test.each(LANGUAGES)('every content and every kind of report has its own word in %s', (language) => {
  const contents = (
    ['date', 'amount', 'balance', 'rate', 'quantity', 'serial', 'id', 'currency', 'words'] as const
  ).map((content) => contentWord(content, language));
  expect(new Set(contents).size).toBe(contents.length);
  expect(new Set((['payout', 'wallet', 'orders'] as const).map((kind) => kindWord(kind, language))).size).toBe(3);
});

test.each([
  [[term('A', '+')], 'A'],
  [[term('A', '-'), term('B', '+')], '- A + B'],
  [[], ''],
])('the sum of %j', (terms, text) => {
  expect(sumText(terms)).toBe(text);
});
